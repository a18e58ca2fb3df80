/**
 * A record that was being entered when the program ended, one per ledger, kept in the window's own
 * storage until it is saved. Personal data is never put there.
 */
import type { Ledger, Values } from '@/backend/generated'
import { withoutPersonal } from './form-values'

export interface Draft {
  values: Values
  /** When it was last typed in, ISO. */
  at: string
}

const key = (ledger: string): string => `draft.${ledger}`

export function keepDraft(ledger: Ledger, values: Values, at: Date = new Date()): void {
  const draft: Draft = { values: withoutPersonal(ledger, values), at: at.toISOString() }
  try {
    localStorage.setItem(key(ledger.id), JSON.stringify(draft))
  } catch {
    // Storage is full or refused: the form itself still holds everything.
  }
}

export function clearDraft(ledger: string): void {
  localStorage.removeItem(key(ledger))
}

/** The kept draft, or null when there is none or it cannot be read. */
export function readDraft(ledger: Ledger): Draft | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key(ledger.id)) ?? 'null')
    if (typeof read !== 'object' || read === null || !('values' in read) || !('at' in read)) return null
    const { values, at } = read
    if (typeof values !== 'object' || values === null || typeof at !== 'string') return null
    return { values: withoutPersonal(ledger, values as Values), at }
  } catch {
    return null
  }
}
