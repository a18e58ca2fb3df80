/** Where a key leads from a cell. Arrows rest on every value, Tab and Enter only where one can type. */
import { find, over, type Grid, type Spot } from './layout'

export type Move =
  'left' | 'right' | 'up' | 'down' | 'next' | 'previous' | 'enter' | 'enter-up' | 'row-start' | 'row-end'

/** The cell to go to; null where there is none, so that the key does nothing or leaves the table. */
export function moved(grid: Grid, cell: string, move: Move): string | null {
  const at = find(grid, cell)
  if (!at) return null
  const row = grid[at.row] ?? []
  const here = row[at.column]
  if (!here) return null
  switch (move) {
    case 'left':
      return row[at.column - 1]?.cell ?? null
    case 'right':
      return row[at.column + 1]?.cell ?? null
    case 'up':
    case 'down':
      return over(grid[at.row + (move === 'up' ? -1 : 1)] ?? [], here.from)?.cell ?? null
    case 'enter':
    case 'enter-up':
      return vertical(grid, at.row, here, move === 'enter' ? 1 : -1)
    case 'next':
    case 'previous':
      return inOrder(grid, cell, move === 'next' ? 1 : -1)
    case 'row-start':
      return row.find((spot) => !spot.computed)?.cell ?? null
    case 'row-end':
      return row[row.length - 1]?.cell ?? null
  }
}

/** The next cell up or down that takes an entry. */
function vertical(grid: Grid, from: number, here: Spot, step: 1 | -1): string | null {
  for (let row = from + step; row >= 0 && row < grid.length; row += step) {
    const spot = over(grid[row] ?? [], here.from)
    if (spot && !spot.computed) return spot.cell
  }
  return null
}

/** The next cell in reading order that takes an entry. */
function inOrder(grid: Grid, cell: string, step: 1 | -1): string | null {
  const all = grid.flat()
  for (
    let index = all.findIndex((spot) => spot.cell === cell) + step;
    index >= 0 && index < all.length;
    index += step
  ) {
    const spot = all[index]
    if (spot && !spot.computed) return spot.cell
  }
  return null
}

/** The cell straight above, for Ctrl+D. */
export function above(grid: Grid, cell: string): string | null {
  return moved(grid, cell, 'up')
}
