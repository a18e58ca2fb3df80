import { describe, expect, it } from 'vitest'
import { LEDGERS } from '@/dev/office'
import { columnsFor } from './columns'

describe.each(LEDGERS)('columns of $id', (ledger) => {
  it.each([1600, 950, 640, 420, 200])('fit into %i px and keep the title', (room) => {
    const columns = columnsFor(ledger, room)
    const width = columns.reduce((sum, column) => sum + column.width, 0)
    const alone = columns.length === 1
    expect(alone || width <= room).toBe(true)
    expect(columns.map((column) => column.field.id)).toContain(ledger.title_field)
  })

  it('all show where there is room', () => {
    expect(columnsFor(ledger, 1600).map((column) => column.field.id)).toEqual(
      ledger.fields.filter((field) => field.listed).map((field) => field.id),
    )
  })

  it('all show in a full window of 1366 px', () => {
    expect(columnsFor(ledger, 1366 - 200 - 48 - 2 - 166).length).toBe(
      ledger.fields.filter((field) => field.listed).length,
    )
  })
})
