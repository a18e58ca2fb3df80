/**
 * Where the cells of a part's tables lie, for walking with the keys and for pasting: labels span rows
 * and columns, so each value's column is found by filling the grid as the form draws it.
 */
import type { Figure, TableView } from '@/backend/generated'

export interface Spot {
  cell: string
  /** First column covered, from 0. */
  from: number
  /** Columns covered. */
  cols: number
  /** A sum is looked at, never typed into. */
  computed: boolean
}

/** The rows with values of all tables of a part, from the top. */
export type Grid = Spot[][]

/** The values of one table, row by row. */
export function gridOf(table: TableView, isComputed: (cell: string) => boolean): Grid {
  const columns = table.widths.length
  /** Rows a column is still covered for by a label above. */
  const covered = new Array<number>(columns).fill(0)
  return table.rows.flatMap((row) => {
    const spots: Spot[] = []
    let column = 0
    const begun: { from: number; cols: number; rows: number }[] = []
    for (const cell of row.cells) {
      while (column < columns && (covered[column] ?? 0) > 0) column += 1
      if (cell.cell !== null) {
        spots.push({ cell: cell.cell, from: column, cols: cell.cols, computed: isComputed(cell.cell) })
      }
      begun.push({ from: column, cols: cell.cols, rows: cell.rows })
      column += cell.cols
    }
    for (let each = 0; each < columns; each += 1) if ((covered[each] ?? 0) > 0) covered[each] = (covered[each] ?? 1) - 1
    for (const { from, cols, rows } of begun) covered.fill(rows - 1, from, from + cols)
    return spots.length > 0 ? [spots] : []
  })
}

/** The grid of several tables, one under the other. */
export function gridOfAll(tables: TableView[], figure: (id: string) => Figure | undefined): Grid {
  return tables.flatMap((table) => gridOf(table, (cell) => (figure(cell)?.sum.length ?? 0) > 0))
}

export interface At {
  row: number
  column: number
}

/** Row and place in the row of a cell; null when the grid has none of this name. */
export function find(grid: Grid, cell: string): At | null {
  for (const [row, spots] of grid.entries()) {
    const column = spots.findIndex((spot) => spot.cell === cell)
    if (column >= 0) return { row, column }
  }
  return null
}

/** The value of a row that lies over a column, or the nearest to it. */
export function over(spots: Spot[], column: number): Spot | undefined {
  const distance = (spot: Spot) =>
    column < spot.from ? spot.from - column : Math.max(0, column - (spot.from + spot.cols - 1))
  return [...spots].sort((one, other) => distance(one) - distance(other))[0]
}
