/** A step of a case as a small form holds it, and back. */
import type { Basis, CaseView, Delivery, Event, Possible, Way } from '@/backend/generated'

/** What any step may ask for; each form shows its own few. */
export interface StepEntry {
  what: Event['what']
  on: string | null
  way: Way
  arrived: string | null
  confirmed: string | null
  until: string | null
  excuse: string
  whom: 'third_party' | 'office'
  party: number
  agrees: boolean
  days: number
  approved: string | null
  reasonable: boolean
  outcome: string
  by: Delivery
  reason: string
  kind: 'reconsideration' | 'litigation'
  caseNumber: string
  yuan: number
  basis: Basis | null
  reduction: number
}

export const WAYS: { id: Way; label: string }[] = [
  { id: 'in_person', label: '当面' },
  { id: 'registered', label: '邮寄（签收）' },
  { id: 'letter', label: '平常信函' },
  { id: 'online', label: '网络' },
  { id: 'fax', label: '传真' },
  { id: 'oral', label: '口头（代填）' },
]

export const DELIVERIES: { id: Delivery; label: string }[] = [
  { id: 'direct', label: '直接送达（签收日）' },
  { id: 'posted', label: '邮寄（交邮日）' },
  { id: 'electronic', label: '网络、电子邮件（发送日）' },
  { id: 'entrusted', label: '委托送达（签收日）' },
]

/** Whether the day of receipt is the day of a confirmation (条例第三十一条). */
export function needsConfirmation(way: Way): boolean {
  return way === 'letter' || way === 'online' || way === 'fax'
}

/** The label of the day of a step. */
export function dayLabel(what: Event['what']): string {
  switch (what) {
    case 'correction_asked':
      return '告知申请人的日期'
    case 'correction_received':
      return '收到补正的日期'
    case 'consultation_asked':
      return '征求意见书发出日期'
    case 'consultation_served':
      return '对方收到日期'
    case 'consultation_answered':
      return '收到意见日期'
    case 'extended':
    case 'deferred':
      return '告知申请人的日期'
    case 'fee_notice':
      return '通知发出日期'
    case 'fee_served':
      return '申请人收到日期'
    case 'fee_paid':
      return '缴清日期'
    case 'decided':
      return '答复日期'
    case 'delivered':
      return '送达日期'
    default:
      return '日期'
  }
}

/** An entry that starts from an event. */
export function entryOf(event: Event): StepEntry {
  const entry: StepEntry = {
    what: event.what,
    on: event.on,
    way: 'in_person',
    arrived: event.on,
    confirmed: null,
    until: null,
    excuse: '',
    whom: 'third_party',
    party: 1,
    agrees: true,
    days: 20,
    approved: event.on,
    reasonable: true,
    outcome: '',
    by: 'direct',
    reason: '',
    kind: 'reconsideration',
    caseNumber: '',
    yuan: 0,
    basis: null,
    reduction: 0,
  }
  switch (event.what) {
    case 'received':
      return { ...entry, way: event.way, arrived: event.arrived_on, confirmed: event.confirmed_on }
    case 'correction_asked':
    case 'deferred':
      return { ...entry, until: event.until }
    case 'correction_received':
      return { ...entry, excuse: event.excuse ?? '' }
    case 'consultation_asked':
    case 'consultation_served':
      return { ...entry, whom: event.whom, party: event.party }
    case 'consultation_answered':
      return { ...entry, whom: event.whom, party: event.party, agrees: event.agrees }
    case 'extended':
      return { ...entry, days: event.days, approved: event.approved_on }
    case 'reasons_given':
      return { ...entry, reasonable: event.reasonable }
    case 'fee_notice':
      return { ...entry, yuan: event.yuan, basis: event.basis, reduction: event.reduction, reason: event.reason }
    case 'decided':
      return { ...entry, outcome: event.outcome }
    case 'delivered':
      return { ...entry, by: event.by }
    case 'corrected':
      return { ...entry, outcome: event.outcome, reason: event.reason === '—' ? '' : event.reason }
    case 'disputed':
      return { ...entry, kind: event.kind, caseNumber: event.case_number }
    default:
      return entry
  }
}

/** The event that an entry tells, or what is missing in it. */
export function eventOf(entry: StepEntry): { event: Event } | { missing: string } {
  const on = entry.what === 'received' ? entry.arrived : entry.on
  if (!on) return { missing: `请填${entry.what === 'received' ? '到达日期' : dayLabel(entry.what)}` }
  const head = { on, taken_over: false }
  switch (entry.what) {
    case 'received': {
      const confirmed = needsConfirmation(entry.way) ? entry.confirmed : null
      return { event: { ...head, what: 'received', way: entry.way, arrived_on: on, confirmed_on: confirmed } }
    }
    case 'correction_asked':
    case 'deferred':
      if (!entry.until) return { missing: entry.what === 'deferred' ? '请填延迟到的日期' : '请填补正期限' }
      return { event: { ...head, what: entry.what, until: entry.until } }
    case 'correction_received':
      return { event: { ...head, what: 'correction_received', excuse: entry.excuse.trim() || null } }
    case 'consultation_asked':
    case 'consultation_served':
      return { event: { ...head, what: entry.what, whom: entry.whom, party: entry.party } }
    case 'consultation_answered':
      return {
        event: { ...head, what: 'consultation_answered', whom: entry.whom, party: entry.party, agrees: entry.agrees },
      }
    case 'extended':
      if (!entry.approved) return { missing: '请填负责人同意的日期' }
      return { event: { ...head, what: 'extended', days: entry.days, approved_on: entry.approved } }
    case 'reasons_given':
      return { event: { ...head, what: 'reasons_given', reasonable: entry.reasonable } }
    case 'fee_notice':
      return {
        event: {
          ...head,
          what: 'fee_notice',
          yuan: entry.yuan,
          basis: entry.basis,
          reduction: entry.reduction,
          reason: entry.reason.trim(),
        },
      }
    case 'decided':
      if (!entry.outcome) return { missing: '请选办理结果' }
      return { event: { ...head, what: 'decided', outcome: entry.outcome } }
    case 'delivered':
      return { event: { ...head, what: 'delivered', by: entry.by } }
    case 'corrected':
      if (!entry.outcome) return { missing: '请选更正后的办理结果' }
      return { event: { ...head, what: 'corrected', outcome: entry.outcome, reason: entry.reason.trim() } }
    case 'disputed':
      return { event: { ...head, what: 'disputed', kind: entry.kind, case_number: entry.caseNumber.trim() } }
    default:
      return { event: { ...head, what: entry.what } }
  }
}

/** The steps that can be taken now, and those that cannot. */
export function stepsOf(view: CaseView): { can: Possible[]; cannot: Possible[] } {
  return {
    can: view.possible.filter((step) => step.refused === null),
    cannot: view.possible.filter((step) => step.refused !== null),
  }
}

/** A stable name of a step for tests and keys: `consultation_answered-third_party-1`. */
export function stepKey(event: Event): string {
  if ('party' in event) return `${event.what}-${event.whom}-${event.party}`
  return event.what === 'disputed' ? `disputed-${event.kind}` : event.what
}
