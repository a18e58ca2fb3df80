/** Which columns a list shows in the room it has, and how wide. */
import type { Field, Ledger } from '@/backend/generated'

export interface Column {
  field: Field
  width: number
}

/** The narrowest a column of text may become, as a share of its own width; a title more than others. */
const SQUEEZE = 0.72
const SQUEEZE_TITLE = 0.65

function minimum(ledger: Ledger, field: Field): number {
  // Long texts end in an ellipsis and lose little; dates, figures and short words would be cut in the middle.
  if (field.width <= 110) return field.width
  return Math.round(field.width * (field.id === ledger.title_field ? SQUEEZE_TITLE : SQUEEZE))
}

/** Later in this order goes first when there is no room: the title stays longest, then the first date. */
function byWorth(ledger: Ledger, listed: Field[]): Field[] {
  const title = listed.find((field) => field.id === ledger.title_field)
  const date = listed.find((field) => field.kind.type === 'date')
  const first = [title, date].filter((field): field is Field => field !== undefined)
  const texts = (field: Field): number => (field.kind.type === 'text' && field.width > 110 ? 1 : 0)
  return [...first, ...listed.filter((field) => !first.includes(field)).sort((a, b) => texts(a) - texts(b))]
}

/**
 * Columns for `room` px. All of them where they fit squeezed; otherwise the less telling ones are left
 * out (they stay in the form) rather than making the list wider than the window.
 */
export function columnsFor(ledger: Ledger, room: number): Column[] {
  const listed = ledger.fields.filter((field) => field.listed)
  const kept: Field[] = []
  let used = 0
  for (const field of byWorth(ledger, listed)) {
    if (kept.length > 0 && used + minimum(ledger, field) > room) continue
    kept.push(field)
    used += minimum(ledger, field)
  }
  const shown = listed.filter((field) => kept.includes(field))
  const columns = shown.map((field) => ({ field, width: minimum(ledger, field) }))
  spread(ledger, columns, Math.max(room - used, 0))
  return columns
}

/** Room left over: first every column to its own width, the rest to the title. */
function spread(ledger: Ledger, columns: Column[], spare: number): void {
  let left = spare
  for (const column of columns) {
    const wish = Math.min(column.field.width - column.width, left)
    column.width += wish
    left -= wish
  }
  const title = columns.find((column) => column.field.id === ledger.title_field) ?? columns[0]
  if (title) title.width += left
}
