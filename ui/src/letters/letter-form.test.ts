import { describe, expect, it } from 'vitest'
import type { LetterKind, LetterView } from '@/backend/generated'
import { draftOf, groupsOf, offered } from './letter-form'

const view = {
  id: 3,
  places: [{ name: '理由', help: '', kind: 'long', value: '查过档案', optional: false }],
  title: '政府信息公开申请答复书',
  own_title: false,
  text: '经检索……',
  own_text: false,
  on: '2026-03-05',
  number: '青政公开告〔2026〕1号',
  own_number: false,
  with_step: true,
} as unknown as LetterView

const kind = (id: string, group: string, next: boolean): LetterKind => ({ id, label: id, group, next })

describe('a draft', () => {
  it('leaves to the program what nobody has changed', () => {
    expect(draftOf(view)).toEqual({
      id: 3,
      values: { 理由: '查过档案' },
      title: null,
      text: null,
      on: '2026-03-05',
      number: null,
      step: true,
    })
  })

  it('keeps what was changed', () => {
    const changed = draftOf({ ...view, own_text: true }, { number: '青政公开告〔2026〕9号' })
    expect([changed.text, changed.number, changed.title]).toEqual(['经检索……', '青政公开告〔2026〕9号', null])
  })
})

describe('what can be written', () => {
  const kinds = [kind('receipt', '登记回执', true), kind('a', '答复、告知', false), kind('b', '答复、告知', true)]

  it('stands by what it belongs to', () => {
    expect(groupsOf(kinds).map((group) => [group.label, group.kinds.length])).toEqual([
      ['登记回执', 1],
      ['答复、告知', 2],
    ])
  })

  it('offers first what comes next', () => {
    expect(offered({ letters: [], kinds }).next.map((one) => one.id)).toEqual(['receipt', 'b'])
    expect(offered(null)).toEqual({ next: [], others: [] })
  })
})
