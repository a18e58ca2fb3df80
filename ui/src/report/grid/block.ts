/**
 * A block copied from Excel, WPS or Word, and where its values go: row by row and value by value from
 * the cell in hand. Nothing is taken before the clerk has seen what would change.
 */
import type { CellEntry, Figure, Quantity } from '@/backend/generated'
import { anyNumber, rangeOf, readCell } from './cell-entry'
import { find, type Grid } from './layout'
import { ownValue } from './cells'
import { cellText, sameQuantity } from './quantities'

/** Rows and columns of texts. */
export type Block = string[][]

/** Lines and tabs as Excel and WPS copy them; a value with a line break or a tab stands in quotes. */
export function blockFromText(text: string): Block {
  const rows: Block = [[]]
  let value = ''
  let quoted = false
  const put = () => {
    rows[rows.length - 1]?.push(value.trim())
    value = ''
  }
  for (let index = 0; index < text.length; index += 1) {
    const one = text[index] ?? ''
    if (quoted) {
      if (one !== '"') value += one
      else if (text[index + 1] === '"') {
        value += '"'
        index += 1
      } else quoted = false
    } else if (one === '"' && value === '') quoted = true
    else if (one === '\t') put()
    else if (one === '\n') {
      put()
      rows.push([])
    } else if (one !== '\r') value += one
  }
  put()
  while (rows.length > 0 && (rows[rows.length - 1] ?? []).every((each) => each === '')) rows.pop()
  return rows
}

/** A table as Word and web pages copy it; what spans several places stands in the first of them. */
export function blockFromHtml(html: string): Block {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return []
  const rows: Block = []
  const taken = new Set<string>()
  table.querySelectorAll('tr').forEach((line, row) => {
    const values: string[] = []
    let column = 0
    const skip = () => {
      while (taken.has(`${row} ${column}`)) {
        values.push('')
        column += 1
      }
    }
    line.querySelectorAll('td, th').forEach((place) => {
      skip()
      const cols = Math.max(1, Number(place.getAttribute('colspan')) || 1)
      const deep = Math.max(1, Number(place.getAttribute('rowspan')) || 1)
      values.push((place.textContent ?? '').trim(), ...new Array<string>(cols - 1).fill(''))
      for (let down = 1; down < deep; down += 1) {
        for (let right = 0; right < cols; right += 1) taken.add(`${row + down} ${column + right}`)
      }
      column += cols
    })
    skip()
    rows.push(values)
  })
  return rows
}

/** What the clipboard holds, when it is more than one value; null: an ordinary paste. */
export function blockFrom(text: string, html: string): Block | null {
  const plain = blockFromText(text)
  if (plain.length > 1 || (plain[0]?.length ?? 0) > 1) return plain
  if (!/<table/i.test(html)) return null
  const drawn = blockFromHtml(html)
  return drawn.length > 1 || (drawn[0]?.length ?? 0) > 1 ? drawn : null
}

const isLabel = (text: string): boolean => text !== '' && readCell(text, anyNumber).is === 'wrong'

/** Without the heads and row names that were copied along: rows and columns at the edge with words alone. */
export function withoutLabels(block: Block): Block {
  const holdsNumbers = (values: string[]) => values.some((value) => value !== '' && !isLabel(value))
  const rows = [...block]
  while (rows.length > 1 && !holdsNumbers(rows[0] ?? [])) rows.shift()
  let first = 0
  const width = Math.max(0, ...rows.map((row) => row.length))
  const column = (at: number) => rows.map((row) => row[at] ?? '')
  while (first < width - 1 && !holdsNumbers(column(first))) first += 1
  return rows.map((row) => row.slice(first))
}

export type Landing =
  | 'changes'
  | 'same'
  /** Empty in the block: the cell stays as it is. */
  | 'empty'
  | 'wrong'
  /** A sum that agrees with what was pasted. */
  | 'agrees'
  /** A sum that does not. */
  | 'differs'

export interface PastedCell {
  cell: string
  text: string
  landing: Landing
  why: string
  old: Quantity
  entry: CellEntry | null
}

export interface Placed {
  cells: PastedCell[]
  /** Values that found no cell. */
  outside: number
}

/** Where each value of a block goes from a cell on. */
export function placed(
  block: Block,
  grid: Grid,
  from: string,
  figure: (id: string) => Figure | undefined,
  value: (id: string) => Quantity,
): Placed {
  const start = find(grid, from)
  const cells: PastedCell[] = []
  let outside = 0
  if (!start) return { cells, outside: block.flat().length }
  block.forEach((texts, down) =>
    texts.forEach((text, right) => {
      const spot = grid[start.row + down]?.[start.column + right]
      const known = spot && figure(spot.cell)
      if (known) cells.push(landing(known, text, value(known.id)))
      else if (text !== '') outside += 1
    }),
  )
  return { cells, outside }
}

function landing(figure: Figure, text: string, old: Quantity): PastedCell {
  const cell = figure.id
  const as = (how: Landing, why = '', entry: CellEntry | null = null) => ({ cell, text, landing: how, why, old, entry })
  const reading = readCell(text, rangeOf(figure))
  if (reading.is === 'nothing') return as('empty')
  if (reading.is === 'wrong') return as('wrong', reading.why)
  if (figure.sum.length > 0) return as(sameQuantity(reading.value, old) ? 'agrees' : 'differs')
  if (sameQuantity(reading.value, old)) return as('same')
  const own = sameQuantity(reading.value, ownValue(figure))
  return as('changes', '', { cell, value: own ? null : reading.value })
}

/** Sums once more, after the pasted values stand: they are compared with what they will be. */
export function compared(
  cells: PastedCell[],
  sum: (cell: string, entries: Map<string, Quantity>) => Quantity,
): PastedCell[] {
  const entries = new Map<string, Quantity>()
  for (const each of cells) {
    const reading = readCell(each.text, anyNumber)
    if (each.landing === 'changes' && reading.is === 'value') entries.set(each.cell, reading.value)
  }
  return cells.map((each) => {
    if (each.landing !== 'agrees' && each.landing !== 'differs') return each
    const will = sum(each.cell, entries)
    const reading = readCell(each.text, anyNumber)
    const agrees = reading.is === 'value' && sameQuantity(reading.value, will)
    return {
      ...each,
      landing: agrees ? 'agrees' : 'differs',
      why: agrees ? '' : `填入后合计为 ${cellText(will) || '空'}`,
    }
  })
}
