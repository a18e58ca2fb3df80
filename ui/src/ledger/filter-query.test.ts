import { describe, expect, it } from 'vitest'
import { LEDGERS } from '@/dev/office'
import {
  EVERYTHING,
  filterWords,
  isRestricted,
  parseFilter,
  readView,
  sameFilter,
  withField,
  writeView,
} from './filter-query'

const disclosure = LEDGERS.find((ledger) => ledger.id === 'disclosure')
if (!disclosure) throw new Error('the sample has no disclosure ledger')

describe('a view in the address', () => {
  it('comes back as it was written', () => {
    const view = {
      month: 3,
      filter: { channels: ['微信', ''], category: ['政策性信息'] },
      search: '补贴 2018',
      sort: { field: 'formed_on', descending: true },
      page: 2,
    }
    expect(readView(writeView(view) as Record<string, string>)).toEqual(view)
  })

  it('leaves out what restricts nothing', () => {
    expect(writeView(EVERYTHING)).toEqual({})
    expect(isRestricted(readView({}))).toBe(false)
  })

  it.each(['', 'x', '[]', 'null', '"a"', '{"a":1}', '{"a":[1]}'])('reads %s as no filter', (text) => {
    expect(parseFilter(text)).toEqual({})
  })

  it('keeps an empty list, which accepts nothing', () => {
    expect(parseFilter('{"a":[]}')).toEqual({ a: [] })
  })

  it('ignores months and pages that do not exist', () => {
    expect(readView({ month: '13', page: '-1', sort: 'drop table' })).toEqual(EVERYTHING)
  })
})

describe('filters', () => {
  it('are changed field by field', () => {
    expect(withField({ a: ['1'], b: ['2'] }, 'a', [])).toEqual({ b: ['2'] })
    expect(withField({ a: ['1'] }, 'b', ['2', '3'])).toEqual({ a: ['1'], b: ['2', '3'] })
  })

  it('are the same whatever their order', () => {
    expect(sameFilter({ a: ['1', '2'], b: ['3'] }, { b: ['3'], a: ['2', '1'] })).toBe(true)
    expect(sameFilter({ a: ['1'] }, { a: ['1', '2'] })).toBe(false)
  })

  it('say in words what they accept', () => {
    expect(
      filterWords(disclosure, { timing: ['regular', ''], published_on: ['@year'] }).map((one) => one.words),
    ).toEqual(['时限类型：常规性（定期公开）、未填', '公开日期：本年度内'])
  })
})
