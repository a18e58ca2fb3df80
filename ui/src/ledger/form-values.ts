/** The values of a form: compared, tidied before saving, and stripped of personal data before anything is kept aside. */
import type { Ledger, Publication, Value, Values } from '@/backend/generated'

function isPublication(one: string | Publication): one is Publication {
  return typeof one === 'object'
}

/** A value as the program keeps it: blanks at the ends cut, empty text is null, empty publication rows gone. */
export function tidy(value: Value | undefined): Value {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (Array.isArray(value)) {
    const kept = (value as (string | Publication)[]).filter((one) =>
      isPublication(one) ? one.channel !== '' : one !== '',
    )
    return kept as string[] | Publication[]
  }
  return value
}

/** The values to save: every field of the ledger, nothing else. */
export function toSave(ledger: Ledger, values: Values): Values {
  return Object.fromEntries(ledger.fields.map((field): [string, Value] => [field.id, tidy(values[field.id])]))
}

/** Whether saving would change anything. */
export function differs(ledger: Ledger, a: Values, b: Values): boolean {
  const text = (values: Values): string =>
    JSON.stringify(
      ledger.fields.map((field) => {
        const value = tidy(values[field.id])
        return Array.isArray(value) && value.length === 0 ? null : value
      }),
    )
  return text(a) !== text(b)
}

/** What stands where personal data was erased. */
export const ERASED = '已按保存期限删除'

/** Fields of a kept record that show a mask in place of personal data. */
export function hiddenFields(ledger: Ledger, values: Values): Set<string> {
  const masked = ledger.fields.filter((field) => {
    const value = values[field.id]
    return (
      field.personal && field.kind.type !== 'choice' && typeof value === 'string' && value !== '' && value !== ERASED
    )
  })
  return new Set(masked.map((field) => field.id))
}

/** The values without anybody's personal data. */
export function withoutPersonal(ledger: Ledger, values: Values): Values {
  const open = ledger.fields.filter((field) => !field.personal)
  return Object.fromEntries(
    open.filter((field) => field.id in values).map((field): [string, Value] => [field.id, values[field.id] ?? null]),
  )
}
