import { describe, expect, it } from 'vitest'
import { readInteger, readMoney } from './number-entry'

describe('numbers as they are typed', () => {
  it('reads whole numbers, full-width and with commas', () => {
    expect(readInteger('150', 0)).toEqual({ value: 150 })
    expect(readInteger('１，５００', 0)).toEqual({ value: 1500 })
    expect(readInteger('', 1)).toEqual({ value: null })
    expect(readInteger('0', 0)).toEqual({ value: 0 })
  })

  it('says what is wrong', () => {
    expect(readInteger('0', 1)).toEqual({ wrong: '不能小于 1' })
    expect(readInteger('1.5', 0)).toHaveProperty('wrong')
    expect(readInteger('-3', 0)).toHaveProperty('wrong')
    expect(readInteger('三', 0)).toHaveProperty('wrong')
  })

  it('keeps money as text with two decimals', () => {
    expect(readMoney('12.5')).toEqual({ value: '12.50' })
    expect(readMoney('１２．５元')).toEqual({ value: '12.50' })
    expect(readMoney('1,200')).toEqual({ value: '1200.00' })
    expect(readMoney('007')).toEqual({ value: '7.00' })
    expect(readMoney('0.1')).toEqual({ value: '0.10' })
    expect(readMoney('1.005')).toHaveProperty('wrong')
  })
})
