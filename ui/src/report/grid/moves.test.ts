import { describe, expect, it } from 'vitest'
import type { TableView } from '@/backend/generated'
import { FORMAT, viewOf } from '@/dev/statutory'
import { gridOf } from './layout'
import { moved } from './moves'

function table(id: string): TableView {
  const found = FORMAT.tables.find((each) => each.id === id)
  if (!found) throw new Error(id)
  return viewOf(found)
}
const isSum = (cell: string) => cell.endsWith('.total') || cell.includes('.result.total.')
const applications = gridOf(table('t3'), isSum)
const disclosure = gridOf(table('t2'), () => false)

describe('the drawn table', () => {
  it('has a place for every value under the right head, whatever the labels span', () => {
    expect(applications).toHaveLength(25)
    for (const row of applications) expect(row.map((spot) => spot.from)).toEqual([3, 4, 5, 6, 7, 8, 9])
    expect(disclosure.map((row) => row.length)).toEqual([3, 3, 1, 1, 1, 1])
    expect(disclosure[2]?.[0]).toMatchObject({ from: 1, cols: 3 })
  })
})

describe('keys in the table', () => {
  it('arrows rest on every value, sums too', () => {
    expect(moved(applications, 't3.new.natural', 'right')).toBe('t3.new.commercial')
    expect(moved(applications, 't3.new.other', 'right')).toBe('t3.new.total')
    expect(moved(applications, 't3.new.total', 'right')).toBeNull()
    expect(moved(applications, 't3.new.natural', 'down')).toBe('t3.carried.natural')
    expect(moved(applications, 't3.new.natural', 'up')).toBeNull()
    expect(moved(applications, 't3.next.legal', 'up')).toBe('t3.result.total.legal')
  })
  it('Enter passes over sums, Tab goes on in the next row', () => {
    expect(moved(applications, 't3.result.other.other.legal', 'enter')).toBe('t3.next.legal')
    expect(moved(applications, 't3.next.legal', 'enter-up')).toBe('t3.result.other.other.legal')
    expect(moved(applications, 't3.next.legal', 'enter')).toBeNull()
    expect(moved(applications, 't3.new.other', 'next')).toBe('t3.carried.natural')
    expect(moved(applications, 't3.carried.natural', 'previous')).toBe('t3.new.other')
    expect(moved(applications, 't3.next.other', 'next')).toBeNull()
  })
  it('Home and End are the ends of the row', () => {
    expect(moved(applications, 't3.new.legal', 'row-start')).toBe('t3.new.natural')
    expect(moved(applications, 't3.new.legal', 'row-end')).toBe('t3.new.total')
  })
  it('go from rows with three values to rows with one and back', () => {
    expect(moved(disclosure, 't2.normative.in_force', 'down')).toBe('t2.permit')
    expect(moved(disclosure, 't2.permit', 'up')).toBe('t2.normative.issued')
  })
})
