import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { nextTick } from 'vue'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Field, Ledger, LedgerRecord } from '@/backend/generated'
import RecordField from './RecordField.vue'
import RecordList from './RecordList.vue'

beforeAll(() => {
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
})

const field = (over: Partial<Field> = {}): Field =>
  ({
    id: 'title',
    label: '标题',
    kind: { type: 'text', max: 200 },
    required: true,
    help: '',
    span: 2,
    listed: true,
    filtered: false,
    personal: false,
    ...over,
  }) as Field

const ledger = { id: 'disclosure', fields: [field()], title_field: 'title', sections: [] } as unknown as Ledger
const rows = [1, 2, 3].map((id) => ({ id, values: { title: `第 ${id} 条` } }) as unknown as LedgerRecord)

function list(current: number | null) {
  return mount(RecordList, {
    props: { ledger, rows, selected: new Set<number>(), current, sort: null, tight: false },
    attachTo: document.body,
  })
}

describe('the list of records', () => {
  it('is reached with Tab at the row in hand, or at the first when that is on another page', () => {
    expect(list(2).find('tr[tabindex="0"]').attributes('data-testid')).toBe('row-2')
    expect(list(99).find('tr[tabindex="0"]').attributes('data-testid')).toBe('row-1')
  })

  it('is walked by rows and by pages, and to its ends', async () => {
    const shown = list(1)
    const row = shown.find('[data-testid="row-1"]')
    for (const key of ['ArrowDown', 'PageDown', 'Home', 'End']) await row.trigger('keydown', { key })
    expect(shown.emitted('walk')).toEqual([[1], [10], [-Infinity], [Infinity]])
    await row.trigger('keydown', { key: 'ArrowDown', isComposing: true })
    await row.trigger('keydown', { key: 'ArrowDown', ctrlKey: true })
    expect(shown.emitted('walk')).toHaveLength(4)
  })

  it('leads along a row to its buttons and back', async () => {
    const shown = list(1)
    const row = shown.find('[data-testid="row-1"]')
    ;(row.element as HTMLElement).focus()
    await row.trigger('keydown', { key: 'ArrowRight' })
    await row.trigger('keydown', { key: 'ArrowRight' })
    expect((document.activeElement as HTMLElement).dataset.testid).toBe('copy-1')
    await shown.find('[data-testid="copy-1"]').trigger('keydown', { key: 'Enter' })
    expect(shown.emitted('open')).toBeUndefined()
    await row.trigger('keydown', { key: 'ArrowLeft' })
    await row.trigger('keydown', { key: 'ArrowLeft' })
    expect(document.activeElement).toBe(row.element)
  })
})

describe('an entry of a record', () => {
  function entry(of: Field, error: string | null) {
    return mount(RecordField, {
      props: { field: of, modelValue: null, year: 2018, error },
      global: { plugins: [createPinia()] },
    })
  }

  it.each([
    field(),
    field({ id: 'on', kind: { type: 'date' } as Field['kind'] }),
    field({ id: 'way', kind: { type: 'choice', choices: [{ id: 'phone', label: '电话' }] } as Field['kind'] }),
    field({ id: 'department', kind: { type: 'entry', catalogue: 'department' } as Field['kind'] }),
  ])('$id is tied to its label and to what is wrong with it', async (of) => {
    const shown = entry(of, '请填写')
    await nextTick()
    await nextTick()
    const input = shown.find(`#${shown.find('label').attributes('for')}`)
    expect(input.element.tagName).toBe('INPUT')
    expect(input.attributes('aria-invalid')).toBe('true')
    const told = input.attributes('aria-describedby') ?? ''
    expect(shown.find(`#${told}`).text()).toBe('请填写')
  })
})
