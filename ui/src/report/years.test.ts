import { describe, expect, it } from 'vitest'
import type { YearSummary } from '@/backend/generated'
import { changeBetween, figureRows, newestFirst, nextYear, yearStand, yearState } from './years'

const year = (value: number, figures: [string, string][], written = 0): YearSummary => ({
  year: value,
  format_label: '',
  locked: false,
  version: 1,
  locked_at: null,
  parts_written: written,
  parts: 7,
  edited_at: null,
  figures: figures.map(([id, text]) => ({ id, label: id, unit: '条', text })),
})

describe('change from year to year', () => {
  it.each([
    ['200', '180', '+20'],
    ['180', '200', '−20'],
    ['200', '200', ''],
    ['3.5', '3', '+0.5'],
    ['0.3', '0.1', '+0.2'],
  ])('%s after %s is %s', (now, before, change) => expect(changeBetween(now, before)).toBe(change))
  it.each([
    ['100余', '90'],
    ['不适用', '3'],
    ['', '3'],
    ['5', ''],
  ])('%s after %s cannot be said', (now, before) => expect(changeBetween(now, before)).toBe(''))
})

describe('years side by side', () => {
  it('stand newest first, each compared with the one before it', () => {
    const years = newestFirst([
      year(2017, [['total', '180']]),
      year(2018, [
        ['total', '200'],
        ['fee', '0'],
      ]),
    ])
    expect(years.map((each) => each.year)).toEqual([2018, 2017])
    expect(figureRows(years).map((row) => row.cells)).toEqual([
      [
        { text: '200', change: '+20' },
        { text: '180', change: '' },
      ],
      [{ text: '0', change: '' }, null],
    ])
  })
  it('are not compared over a gap', () => {
    expect(figureRows([year(2018, [['total', '200']]), year(2015, [['total', '100']])])[0]?.cells[0]?.change).toBe('')
  })
  it('work with one year and with twelve', () => {
    expect(figureRows([year(2018, [['total', '1']])])[0]?.cells).toHaveLength(1)
    const twelve = newestFirst(Array.from({ length: 12 }, (_, index) => year(2008 + index, [['total', String(index)]])))
    expect(figureRows(twelve)[0]?.cells.map((cell) => cell?.change)).toEqual([...Array<string>(11).fill('+1'), ''])
  })
  it('say what they are at', () => {
    expect(yearState(year(2018, [], 0)).label).toBe('未动笔')
    expect(yearState(year(2018, [], 3)).label).toBe('编写中')
    expect(yearState(year(2018, [], 7)).label).toBe('已写完')
    const locked = { ...year(2018, [], 7), locked: true, locked_at: '2019-01-12T10:40:00' }
    expect(yearState(locked).label).toBe('已锁定')
    expect(yearStand(locked)).toBe('第 1 版，2019-01-12 10:40 锁定')
    const reopened = { ...year(2018, [], 7), version: 2 }
    expect(yearState(reopened).label).toBe('更正中')
    expect(yearStand(reopened)).toContain('正在改第 2 版')
    expect(yearStand(year(2018, []))).toBe('还没有改动')
  })
})

describe('a new year', () => {
  it('is the last year first, then this one, then the next', () => {
    expect(nextYear([year(2017, [])], '2019-01-10')).toBe(2018)
    expect(nextYear([year(2018, [])], '2019-01-10')).toBe(2019)
    expect(nextYear([year(2018, []), year(2019, [])], '2019-01-10')).toBe(2020)
  })
})
