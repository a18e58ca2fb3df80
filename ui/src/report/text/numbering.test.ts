import { describe, expect, it } from 'vitest'
import { chineseNumeral, numbersOf, typedNumber } from './numbering'

describe('Chinese numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [23, '二十三'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
  ])('%i is %s', (value, text) => expect(chineseNumeral(value)).toBe(text))
})

describe('automatic numbers', () => {
  it('count each level and start again below a higher one', () => {
    expect(numbersOf([2, 3, 4, 4, 3, 4, 2, 3])).toEqual([
      '（一）',
      '1.',
      '（1）',
      '（2）',
      '2.',
      '（1）',
      '（二）',
      '1.',
    ])
  })
  it('are not disturbed by body paragraphs', () => {
    expect(numbersOf([0, 2, 0, 0, 2, 0])).toEqual(['', '（一）', '', '', '（二）', ''])
  })
  it('work without the level above', () => {
    expect(numbersOf([3, 3, 2, 3])).toEqual(['1.', '2.', '（一）', '1.'])
  })
})

describe('numbers typed at the start of a line', () => {
  it.each([
    ['（一）加强领导', 2, 3],
    ['(十二) 加强领导', 2, 5],
    ['1.召开会议', 3, 2],
    ['2．召开会议', 3, 2],
    ['3、召开会议', 3, 2],
    ['（1）公开栏', 4, 3],
    ['(２)公开栏', 4, 3],
  ])('%s is level %i', (line, level, length) => expect(typedNumber(line)).toEqual({ level, length }))

  it.each(['1.5万元用于公开栏', '5.15政务公开日', '2018年共公开', '一、概述', '（以下简称）', '12345热线'])(
    '%s is ordinary text',
    (line) => expect(typedNumber(line)).toBeNull(),
  )
})
