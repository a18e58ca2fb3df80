import { describe, expect, it } from 'vitest'
import type { Term } from '@/backend/generated'
import { byDay, inGroups, placeOf, termKey } from './terms'

const term = (change: Partial<Term>): Term => ({
  kind: 'answer',
  ledger: 'application',
  id: 7,
  year: 2025,
  number: '2025-007',
  title: '某项目批复',
  what: '答复',
  status: '办理中',
  due: '2025-10-29',
  days_left: 2,
  nearness: 'soon',
  why: '',
  note: null,
  ...change,
})

describe('terms', () => {
  it('stand in four groups, the empty ones too', () => {
    const groups = inGroups([term({}), term({ nearness: 'overdue' }), term({ id: 8 })])
    expect(groups.map((group) => [group.label, group.terms.length])).toEqual([
      ['已逾期', 1],
      ['今天', 0],
      ['3 个工作日内', 2],
      ['以后', 0],
    ])
  })

  it('stand on their days', () => {
    const days = byDay([term({}), term({ id: 8 }), term({ due: '2025-10-30' })])
    expect(days.get('2025-10-29')?.length).toBe(2)
    expect(days.get('2025-10-31')).toBeUndefined()
  })

  it('lead to their record, the report to its year', () => {
    expect(placeOf(term({}))).toEqual({ path: '/ledger/application', query: { year: '2025', record: '7' } })
    expect(placeOf(term({ ledger: null, id: 2025 }))).toEqual({ path: '/report', query: { year: '2025' } })
  })

  it('are told apart within one record', () => {
    expect(termKey(term({}))).not.toBe(termKey(term({ kind: 'within', what: '申请人补正' })))
  })
})
