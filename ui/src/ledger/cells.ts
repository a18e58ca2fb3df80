/** A value as one line of a list. */
import type { Field, Ledger, LedgerRecord, Publication, Value } from '@/backend/generated'

/** What an empty cell shows. */
export const EMPTY = '—'

function isPublications(value: Value[] | Publication[] | string[]): value is Publication[] {
  return typeof value[0] === 'object'
}

/** The value in words; '' where nothing is filled in. Line breaks become blanks. */
export function cellText(field: Field, value: Value | undefined): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) {
    const names = isPublications(value) ? value.map((one) => one.channel) : value
    return [...new Set(names)].join('、')
  }
  if (typeof value === 'object') return value.name
  if (field.kind.type === 'choice')
    return field.kind.choices.find((choice) => choice.id === value)?.label ?? String(value)
  return String(value).replace(/\s+/g, ' ')
}

/** Figures and money stand to the right. */
export function isNumeric(field: Field): boolean {
  return field.kind.type === 'integer' || field.kind.type === 'money'
}

/** The date a list shows a record by: its first filled-in date field that is a column, else any date. */
export function recordDate(ledger: Ledger, record: LedgerRecord): string {
  const dates = ledger.fields.filter((field) => field.kind.type === 'date')
  for (const field of [...dates.filter((one) => one.listed), ...dates]) {
    const value = record.values[field.id]
    if (typeof value === 'string' && value) return value
  }
  return ''
}
