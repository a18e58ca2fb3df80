import { describe, expect, it } from 'vitest'
import { readCell } from './cell-entry'

const whole = { decimals: 0, negative: false }
const money = { decimals: 6, negative: false }

describe('what is typed into a cell', () => {
  it.each([
    ['7', '7'],
    ['０７', '7'],
    ['１２３', '123'],
    ['1，234', '1234'],
    ['12,345', '12345'],
    [' 8 ', '8'],
    ['-0', '0'],
  ])('「%s」 is %s', (typed, value) =>
    expect(readCell(typed, { ...whole, negative: true })).toEqual({ is: 'value', value: { kind: 'exact', value } }),
  )
  it('reads 万元 with its places', () => {
    expect(readCell('59237．2449', money)).toEqual({ is: 'value', value: { kind: 'exact', value: '59237.2449' } })
    expect(readCell('3.50', money)).toEqual({ is: 'value', value: { kind: 'exact', value: '3.5' } })
  })
  it.each(['100余', '１００余', '100 余', '100多'])('「%s」 is a lower bound', (typed) =>
    expect(readCell(typed, whole)).toEqual({ is: 'value', value: { kind: 'at_least', value: '100' } }),
  )
  it.each(['/', '／', '不适用', '—', '-'])('「%s」 is 不适用', (typed) =>
    expect(readCell(typed, whole)).toEqual({ is: 'value', value: { kind: 'not_applicable' } }),
  )
  it('is nothing when it is empty, which is not 0', () => {
    expect(readCell('', whole)).toEqual({ is: 'nothing' })
    expect(readCell('　', whole)).toEqual({ is: 'nothing' })
  })
  it.each([
    ['-3', '不能填负数'],
    ['－3', '不能填负数'],
    ['三', '「三」不是数字；没有的填 0，不涉及的填「不适用」'],
    ['12件', '「12件」不是数字；没有的填 0，不涉及的填「不适用」'],
    ['1,2', '「1,2」读不成一个数字，请检查小数点和逗号'],
    ['1.2.3', '「1.2.3」读不成一个数字，请检查小数点和逗号'],
    ['3.5', '这一格填整数'],
    ['3.1234567', '这一格填整数'],
    ['1234567890123', '这个数太大，请检查是不是多输了数字'],
    ['0余', '「余」前面的数字要大于 0'],
  ])('「%s」: %s', (typed, why) => expect(readCell(typed, whole)).toEqual({ is: 'wrong', why }))
  it('says how many places there may be', () => {
    expect(readCell('0.12345', { decimals: 4, negative: false })).toEqual({ is: 'wrong', why: '这一格最多 4 位小数' })
    expect(readCell('0.1234567', { decimals: 6, negative: false })).toEqual({ is: 'wrong', why: '这一格最多 6 位小数' })
  })
  it('takes a minus where the form has one', () => {
    expect(readCell('－3', { decimals: 0, negative: true })).toEqual({
      is: 'value',
      value: { kind: 'exact', value: '-3' },
    })
  })
})
