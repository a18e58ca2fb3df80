import { describe, expect, it } from 'vitest'
import { exampleNumber, suggestNames } from './index-number'

describe('the example of the 索引号', () => {
  it('follows the pattern', () => {
    expect(exampleNumber('{office}-{category}-{year}-{number:5}', 'XDH', 2018)).toEqual({ number: 'XDH-02-2018-00007' })
    expect(exampleNumber('{year}年第{number}号', '', 2018)).toEqual({ number: '2018年第7号' })
  })
  it('says what is wrong with a pattern', () => {
    expect(exampleNumber('{office}-{year}', 'X', 2018)).toEqual({ wrong: '要有流水号 {number:5}，否则会重号' })
    expect(exampleNumber('{month}{number}', 'X', 2018)).toEqual({ wrong: '不认识 {month}' })
    expect(exampleNumber('{number:99}', 'X', 2018)).toHaveProperty('wrong')
    expect(exampleNumber('{number}{', 'X', 2018)).toEqual({ wrong: '大括号没有成对' })
  })
})

describe('names from the full name', () => {
  it.each([
    ['下达河乡人民政府', '下达河乡', '我乡'],
    ['石城镇人民政府', '石城镇', '我镇'],
    ['振华路街道办事处', '振华路街道', '我街道'],
    ['清河县财政局', '清河县财政局', '我局'],
  ])('%s', (name, short, self_name) => expect(suggestNames(name)).toEqual({ short, self_name }))
})
