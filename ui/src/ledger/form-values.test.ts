import { beforeEach, describe, expect, it } from 'vitest'
import { LEDGERS } from '@/dev/office'
import type { Ledger, Values } from '@/backend/generated'
import { clearDraft, keepDraft, readDraft } from './drafts'
import { differs, ERASED, hiddenFields, tidy, toSave, withoutPersonal } from './form-values'

function ledger(id: string): Ledger {
  const found = LEDGERS.find((one) => one.id === id)
  if (!found) throw new Error(`no ledger ${id}`)
  return found
}

describe('values to save', () => {
  it('cut blanks and drop empty rows', () => {
    expect(tidy('  标题 ')).toBe('标题')
    expect(tidy('   ')).toBeNull()
    expect(
      tidy([
        { channel: '', on: '2018-01-01' },
        { channel: '微信', on: null },
      ]),
    ).toEqual([{ channel: '微信', on: null }])
    expect(tidy(0)).toBe(0)
    expect(tidy(false)).toBe(false)
  })

  it('name every field of the ledger and no other', () => {
    const saved = toSave(ledger('inquiry'), { subject: ' 补贴 ', stranger: 'x' })
    expect(Object.keys(saved).sort()).toEqual(
      ledger('inquiry')
        .fields.map((field) => field.id)
        .sort(),
    )
    expect(saved.subject).toBe('补贴')
    expect(saved.reply).toBeNull()
  })

  it('differ only where saving would change something', () => {
    const empty: Values = { channels: null, title: null }
    expect(differs(ledger('disclosure'), empty, { channels: [], title: '  ' })).toBe(false)
    expect(differs(ledger('disclosure'), empty, { channels: [{ channel: '微信', on: null }], title: null })).toBe(true)
    expect(differs(ledger('inquiry'), { persons: null }, { persons: 0 })).toBe(true)
  })
})

describe('a draft kept aside', () => {
  beforeEach(() => localStorage.clear())

  it('comes back until it is cleared', () => {
    keepDraft(
      ledger('disclosure'),
      { title: '没写完的', channels: [{ channel: '微信', on: null }] },
      new Date('2018-03-08T02:00:00Z'),
    )
    expect(readDraft(ledger('disclosure'))).toEqual({
      values: { title: '没写完的', channels: [{ channel: '微信', on: null }] },
      at: '2018-03-08T02:00:00.000Z',
    })
    expect(readDraft(ledger('inquiry'))).toBeNull()
    clearDraft('disclosure')
    expect(readDraft(ledger('disclosure'))).toBeNull()
  })

  it("holds nobody's personal data", () => {
    const values: Values = {
      name: '张三',
      identity_number: '210602199001011234',
      phone: '13900000000',
      address: '石门村',
      content: '合同',
    }
    keepDraft(ledger('application'), values)
    const stored = localStorage.getItem('draft.application') ?? ''
    expect(stored).toContain('合同')
    for (const secret of ['张三', '210602199001011234', '13900000000', '石门村']) expect(stored).not.toContain(secret)
    expect(withoutPersonal(ledger('application'), values)).toEqual({ content: '合同' })
  })

  it('is none when it cannot be read', () => {
    for (const bad of ['{', 'null', '[]', '{"values":1,"at":"x"}', '{"values":{}}']) {
      localStorage.setItem('draft.disclosure', bad)
      expect(readDraft(ledger('disclosure'))).toBeNull()
    }
  })
})

describe('masked values', () => {
  it('are those of a kept record that name somebody', () => {
    const values: Values = { name: '张*', identity: 'id_card', phone: null, address: ERASED, content: '合同' }
    expect([...hiddenFields(ledger('application'), values)]).toEqual(['name'])
  })
})
