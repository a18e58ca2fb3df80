/** Texts whose save failed, kept in the browser's own storage until they are in the database. */
import type { Narrative } from '@/backend/generated'

export interface KeptText {
  /** The text that could not be saved. */
  narrative: Narrative
  /** The text in the database it was written from: tells whether somebody changed it since. */
  base: Narrative
  /** When it was kept, local time. */
  at: string
}

const keyOf = (year: number, part: string) => `report.unsaved.${year}.${part}`

function isNarrative(value: unknown): value is Narrative {
  return typeof value === 'object' && value !== null && Array.isArray((value as { blocks?: unknown }).blocks)
}

export function keepText(year: number, part: string, kept: KeptText): void {
  try {
    localStorage.setItem(keyOf(year, part), JSON.stringify(kept))
  } catch {
    // A full or forbidden storage leaves the text in the editor, where the retry still finds it.
  }
}

export function forgetText(year: number, part: string): void {
  try {
    localStorage.removeItem(keyOf(year, part))
  } catch {
    // As above.
  }
}

export function keptText(year: number, part: string): KeptText | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(year, part)) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return null
    const { narrative, base, at } = stored as Partial<KeptText>
    if (!isNarrative(narrative) || !isNarrative(base)) return null
    return { narrative, base, at: typeof at === 'string' ? at : '' }
  } catch {
    return null
  }
}

/** Which of these parts have a text that is not in the database. */
export function keptParts(year: number, parts: string[]): string[] {
  return parts.filter((part) => keptText(year, part) !== null)
}
