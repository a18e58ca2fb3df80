import { describe, expect, it } from 'vitest'
import { readDate } from './date-entry'

const date = (typed: string, year = 2018): unknown => readDate(typed, year)

describe('a date as it is typed', () => {
  it.each([
    '2018-3-8',
    '2018-03-08',
    '20180308',
    '2018.3.8',
    '2018/3/8',
    '2018年3月8日',
    '2018 年 3 月 8 号',
    '3-8',
    '3.8',
    '0308',
    '3月8日',
    ' 3-8 ',
  ])('%s is 8 March 2018', (typed) => {
    expect(date(typed)).toEqual({ date: '2018-03-08' })
  })

  it.each(['２０１８－３－８', '２０１８０３０８', '２０１８．３．８', '２０１８。３。８', '３－８', '2018—3—8'])(
    '%s with full-width figures too',
    (typed) => {
      expect(date(typed)).toEqual({ date: '2018-03-08' })
    },
  )

  it('takes the year in hand when none is typed', () => {
    expect(date('12-31', 2019)).toEqual({ date: '2019-12-31' })
  })

  it('is nothing when nothing is typed', () => {
    expect(date('  ')).toEqual({ date: null })
  })

  it('knows leap years', () => {
    expect(date('2-29', 2020)).toEqual({ date: '2020-02-29' })
    expect(date('2-29', 2018)).toEqual({ wrong: '2018 年 2 月没有 29 日' })
    expect(date('2-29', 2100)).toEqual({ wrong: '2100 年 2 月没有 29 日' })
  })

  it.each(['2018-13-1', '2018-4-31', '2018-0-1', '明天', '2018', '2018-3', '208-3-8', '3-8-', '18000101'])(
    '%s is no date',
    (typed) => {
      expect(date(typed)).toHaveProperty('wrong')
    },
  )
})
