/** What is due, put in groups by how near it is, and the way to each. */
import type { RouteLocationRaw } from 'vue-router'
import type { Nearness, Term, TermKind } from '@/backend/generated'

export const GROUPS: { id: Nearness; label: string }[] = [
  { id: 'overdue', label: '已逾期' },
  { id: 'today', label: '今天' },
  { id: 'soon', label: '3 个工作日内' },
  { id: 'later', label: '以后' },
]

export const KINDS: Record<TermKind, string> = {
  answer: '依申请公开',
  within: '办理中的期限',
  publication: '主动公开',
  hotline: '热线办件',
  report: '年度报告',
}

export function inGroups(terms: Term[]): { id: Nearness; label: string; terms: Term[] }[] {
  return GROUPS.map((group) => ({ ...group, terms: terms.filter((term) => term.nearness === group.id) }))
}

/** Terms by their day. */
export function byDay(terms: Term[]): Map<string, Term[]> {
  const days = new Map<string, Term[]>()
  for (const term of terms) days.set(term.due, [...(days.get(term.due) ?? []), term])
  return days
}

/** Where a term leads, in the year whose list the record stands in. */
export function placeOf(term: { ledger: string | null; id: number; year: number }): RouteLocationRaw {
  if (term.ledger === null) return { path: '/report', query: { year: String(term.year) } }
  return { path: `/ledger/${term.ledger}`, query: { year: String(term.year), record: String(term.id) } }
}

export function termKey(term: Term): string {
  return `${term.kind}-${term.id}-${term.what}`
}
