import { describe, expect, it } from 'vitest'
import type { Figure, Quantity } from '@/backend/generated'
import { cellsOf, FORMAT, viewOf } from '@/dev/statutory'
import { blockFrom, blockFromHtml, blockFromText, compared, placed, withoutLabels } from './block'
import { worker } from './cells'
import { gridOfAll } from './layout'

const exact = (value: string): Quantity => ({ kind: 'exact', value })
const cells = cellsOf({ year: 2025, count: () => 0, locked: null, last: new Map() })
const byId = new Map(cells.map((figure) => [figure.id, figure]))
const figure = (id: string): Figure | undefined => byId.get(id)
const value = (id: string): Quantity => figure(id)?.value ?? { kind: 'blank' }
const grid = gridOfAll(FORMAT.tables.filter((table) => table.id === 't3').map(viewOf), figure)

describe('a block from the clipboard', () => {
  it('is rows and columns as Excel copies them', () => {
    expect(blockFromText('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(blockFromText('"一、\n新收"\t5\n"他说""好"""\t6')).toEqual([
      ['一、\n新收', '5'],
      ['他说"好"', '6'],
    ])
  })
  it('is no block when it is one value', () => {
    expect(blockFrom('12', '')).toBeNull()
    expect(blockFrom('12\r\n', '')).toBeNull()
  })
  it('comes from a table on a page too, spans and all', () => {
    const html =
      '<table><tr><td rowspan="2">甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td colspan="2">3</td></tr></table>'
    expect(blockFromHtml(html)).toEqual([
      ['甲', '1'],
      ['', '2'],
      ['3', ''],
    ])
    expect(blockFrom('', html)).toHaveLength(3)
  })
  it('leaves out heads and row names that were copied along', () => {
    const block = blockFromText('\t自然人\t商业企业\n一、本年新收\t8\t2\n二、上年结转\t/\t3余')
    expect(withoutLabels(block)).toEqual([
      ['8', '2'],
      ['/', '3余'],
    ])
  })
  it('keeps a wrong value among numbers, so that it is seen', () => {
    expect(
      withoutLabels([
        ['8', '二'],
        ['1', '2'],
      ]),
    ).toEqual([
      ['8', '二'],
      ['1', '2'],
    ])
  })
})

describe('where a block goes', () => {
  it('row by row from the cell in hand, sums only compared, nothing else touched', () => {
    const block = blockFromText('8\t2\t0\t\t零\t0\t10\n1\t0\t0\t0\t0\t0\t5')
    const { cells: landed, outside } = placed(block, grid, 't3.new.natural', figure, value)
    expect(outside).toBe(0)
    const rows = compared(landed, (cell, entries) => worker(figure, entries)(cell))
    const of = (cell: string) => rows.find((row) => row.cell === cell)
    expect(of('t3.new.natural')).toMatchObject({
      landing: 'changes',
      entry: { cell: 't3.new.natural', value: exact('8') },
    })
    expect(of('t3.new.research')?.landing).toBe('same')
    expect(of('t3.new.public_benefit')?.landing).toBe('empty')
    expect(of('t3.new.legal')).toMatchObject({ landing: 'wrong', entry: null })
    expect(of('t3.new.total')).toMatchObject({ landing: 'agrees', entry: null })
    expect(of('t3.carried.total')).toMatchObject({ landing: 'differs', why: '填入后合计为 1' })
  })
  it('says what found no cell', () => {
    const { cells: landed, outside } = placed([['1', '2', '3']], grid, 't3.next.other', figure, value)
    expect(landed.map((each) => each.cell)).toEqual(['t3.next.other', 't3.next.total'])
    expect(outside).toBe(1)
  })
  it('goes back to the count where the count is what was pasted', () => {
    const entered = { ...(byId.get('t3.new.natural') as Figure), entered: { value: exact('9'), reason: '', at: '' } }
    const own = (id: string) => (id === 't3.new.natural' ? { ...entered, value: exact('9') } : figure(id))
    const { cells: landed } = placed(
      [['0', '1']],
      grid,
      't3.new.natural',
      own,
      (id) => own(id)?.value ?? { kind: 'blank' },
    )
    expect(landed[0]?.entry).toEqual({ cell: 't3.new.natural', value: null })
  })
})
