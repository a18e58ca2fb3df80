import { describe, expect, it } from 'vitest'
import type { Event } from '@/backend/generated'
import { entryOf, eventOf, stepKey } from './event-form'

const on = { on: '2025-10-20', taken_over: false }
const EVENTS: Event[] = [
  { ...on, what: 'received', way: 'online', arrived_on: '2025-10-20', confirmed_on: '2025-10-22' },
  { ...on, what: 'correction_asked', until: '2025-11-03' },
  { ...on, what: 'correction_received', excuse: '住院' },
  { ...on, what: 'consultation_asked', whom: 'third_party', party: 2 },
  { ...on, what: 'consultation_answered', whom: 'office', party: 1, agrees: false },
  { ...on, what: 'extended', days: 10, approved_on: '2025-10-19' },
  { ...on, what: 'reasons_given', reasonable: false },
  {
    ...on,
    what: 'fee_notice',
    yuan: 80,
    basis: { by: 'pages', pages: 38 },
    reduction: 0,
    reason: '',
  },
  { ...on, what: 'fee_paid' },
  { ...on, what: 'decided', outcome: 'granted' },
  { ...on, what: 'delivered', by: 'posted' },
  { ...on, what: 'corrected', outcome: 'partly', reason: '遗漏' },
  { ...on, what: 'disputed', kind: 'litigation', case_number: '1号' },
]

describe('a step', () => {
  it('comes back out of its form as it went in', () => {
    for (const event of EVENTS) expect(eventOf(entryOf(event))).toEqual({ event })
  })

  it('says what is missing before it is sent', () => {
    const missing = (event: Event, change: object): unknown => eventOf({ ...entryOf(event), ...change })
    expect(missing(EVENTS[9] as Event, { outcome: '' })).toEqual({ missing: '请选办理结果' })
    expect(missing(EVENTS[1] as Event, { until: null })).toEqual({ missing: '请填补正期限' })
    expect(missing(EVENTS[0] as Event, { arrived: null })).toEqual({ missing: '请填到达日期' })
    expect(missing(EVENTS[8] as Event, { on: null })).toEqual({ missing: '请填缴清日期' })
  })

  it('forgets a confirmation that the way does not need', () => {
    const entry = { ...entryOf(EVENTS[0] as Event), way: 'in_person' as const }
    expect(eventOf(entry)).toMatchObject({ event: { confirmed_on: null } })
  })

  it('has a name of its own among several', () => {
    expect(stepKey(EVENTS[3] as Event)).toBe('consultation_asked-third_party-2')
    expect(stepKey(EVENTS[12] as Event)).toBe('disputed-litigation')
  })
})
