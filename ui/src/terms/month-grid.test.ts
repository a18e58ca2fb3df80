import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { Term } from '@/backend/generated'
import MonthGrid from './MonthGrid.vue'

vi.mock('@/backend/client', () => ({
  asFailure: (reason: unknown) => reason,
  call: () =>
    Promise.resolve({
      known: true,
      days: ['2019-01-01', '2019-01-02'].map((day) => ({ day, kind: { kind: 'working' } })),
    }),
}))

describe('a month', () => {
  it('has a button for a day with something due, and none for the others', async () => {
    const shown = mount(MonthGrid, {
      props: { year: 2019, month: 1, due: new Map([['2019-01-02', [{ what: '答复' } as Term]]]) },
    })
    await flushPromises()
    const [first, second] = shown.findAll('[data-day]')
    await first?.trigger('click')
    expect(first?.element.tagName).toBe('SPAN')
    expect(shown.emitted('pick')).toBeUndefined()
    expect(second?.element.tagName).toBe('BUTTON')
    expect(second?.attributes('aria-label')).toBe('1月2日，1 项到期')
    await second?.trigger('click')
    expect(shown.emitted('pick')).toEqual([['2019-01-02']])
  })
})
