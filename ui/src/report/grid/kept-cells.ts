/** What was typed into cells and is not in the database yet, kept in the browser's own storage by year. */

export interface KeptCell {
  /** As typed, also where it cannot be read as a number. */
  text: string
  /** What the cell showed when the typing began: tells whether it was changed since. */
  base: string
}

const keyOf = (year: number) => `report.cells.${year}`

export function keepCells(year: number, cells: Map<string, KeptCell>): void {
  try {
    if (cells.size === 0) localStorage.removeItem(keyOf(year))
    else localStorage.setItem(keyOf(year), JSON.stringify(Object.fromEntries(cells)))
  } catch {
    // A full or forbidden storage leaves what was typed in the cells.
  }
}

export function keptCells(year: number): Map<string, KeptCell> {
  const kept = new Map<string, KeptCell>()
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(year)) ?? 'null')
    if (typeof read !== 'object' || read === null) return kept
    for (const [cell, value] of Object.entries(read as Record<string, Partial<KeptCell> | null>)) {
      if (typeof value?.text === 'string' && typeof value.base === 'string') {
        kept.set(cell, { text: value.text, base: value.base })
      }
    }
  } catch {
    // Unreadable: nothing was kept.
  }
  return kept
}
