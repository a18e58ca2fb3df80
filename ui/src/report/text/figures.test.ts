import { describe, expect, it } from 'vitest'
import type { Figure, Narrative, Part } from '@/backend/generated'
import { matches, offered, pinyinInitials } from './figure-search'
import { canRound, figureSays, figureText, isWords, parseNumber, quantityText, readByHand } from './quantity'
import { typedFigures } from './typed-figures'

function figure(id: string, label: string, value: string, unit: string, about = value): Figure {
  return {
    id,
    part: 'p',
    label,
    unit,
    counted: { kind: 'exact', value },
    entered: null,
    value: { kind: 'exact', value },
    text: value,
    about,
    how: '',
    behind: null,
    custom: false,
    kind: 'counted',
    place: null,
    sum: [],
    carried: null,
    last: null,
    decimals: 0,
  }
}
const total = figure('total', '主动公开信息', '200', '条', '200余')
const board = figure('board', '政务公开栏发布', '103', '条', '100余')
const wechat = figure('wechat', '微信咨询', '200', '人次', '200余')
const notices = figure('notices', '公告公示', '5', '条')
const figures = [total, board, wechat, notices]
const say = (text: string): Narrative => ({ blocks: [{ level: 0, inlines: [{ type: 'text', text }] }] })
const hits = (text: string) => typedFigures(say(text), figures).map((hit) => [hit.typed, hit.figure, hit.shown])

describe('numbers typed into the text', () => {
  it('are found with the figure whose unit follows', () => {
    expect(hits('共公开200条，微信答复200人次。')).toEqual([
      ['200条', 'total', 'exact'],
      ['200人次', 'wechat', 'exact'],
    ])
  })
  it('are found rounded down', () => {
    expect(hits('公开栏发布100余条')).toEqual([['100余条', 'board', 'about']])
  })
  it.each(['2018年5月5日', '开展5.15活动', '拨打12345', '辽政办发〔200〕27号', '200%', 'A200', '共5个村'])(
    'leave %s alone',
    (text) => expect(hits(text)).toEqual([]),
  )
  it('count a small number only with its unit', () => {
    expect(hits('公示5条')).toEqual([['5条', 'notices', 'exact']])
  })
  it('say where they stand, a figure counting as one character', () => {
    const narrative: Narrative = {
      blocks: [
        {
          level: 0,
          inlines: [
            { type: 'text', text: '共' },
            { type: 'figure', id: 'board', shown: 'exact' },
            { type: 'text', text: '和200条' },
          ],
        },
      ],
    }
    expect(typedFigures(narrative, figures)[0]).toMatchObject({ block: 0, from: 3, to: 6 })
  })
})

describe('finding a figure', () => {
  it('by part of its label or by pinyin initials', () => {
    expect(pinyinInitials('政务公开栏')).toBe('zwgkl')
    expect(matches(board, '公开栏')).toBe(true)
    expect(matches(board, 'zwgk')).toBe(true)
    expect(matches(board, '微信')).toBe(false)
  })
  it('offers the part’s own first and each once', () => {
    const part = (id: string, heading: string, ids: string[]): Part => ({
      id,
      number: '',
      heading,
      help: '',
      narrative: { blocks: [] },
      written: false,
      saved_at: null,
      figures: ids,
      tables: [],
      tables_only: false,
      annex: false,
    })
    const groups = offered(
      figures,
      [part('a', '概述', ['total', 'board']), part('b', '咨询', ['wechat', 'total'])],
      'b',
      '',
    )
    expect(groups.map((group) => [group.label, group.figures.map((each) => each.id)])).toEqual([
      ['本部分', ['wechat', 'total']],
      ['概述', ['board']],
    ])
  })
})

describe('numbers as words', () => {
  it('0 is not blank', () => {
    expect(quantityText({ kind: 'exact', value: '0' })).toBe('0')
    expect(quantityText({ kind: 'blank' })).toBe('（空）')
    expect(quantityText({ kind: 'at_least', value: '100' })).toBe('100余')
  })
  it('a figure is shown exactly or rounded down', () => {
    expect(figureText(board, 'about')).toBe('100余')
    expect(canRound(board)).toBe(true)
    expect(canRound(notices)).toBe(false)
  })
  it.each([
    ['２０５', '205'],
    ['1,200', '1200'],
    ['007', '7'],
    ['0', '0'],
    ['3.50', '3.50'],
  ])('%s is read as %s', (typed, value) => expect(parseNumber(typed)).toBe(value))
  it.each(['', '二百', '-3', '1.2.3', '12a'])('%s is no number', (typed) => expect(parseNumber(typed)).toBeNull())
})

describe('a figure made of words', () => {
  const heads = { ...figure('heads', '组长职务', '2', ''), text: '乡党委书记、乡长', about: '乡党委书记、乡长' }
  it('shows its words, not how many they are', () => {
    expect(isWords(heads)).toBe(true)
    expect(figureSays(heads)).toBe('乡党委书记、乡长')
    expect(figureSays({ ...heads, text: '', value: { kind: 'exact', value: '0' } })).toBe('（空）')
  })
  it('is none where a number is shown', () => {
    expect(isWords(total)).toBe(false)
    expect(figureSays(total)).toBe('200')
  })
})

describe('a number by hand', () => {
  it('of things counted one by one is whole', () => {
    expect(readByHand('１２３', 'exact', '条')).toEqual({ value: '123' })
    expect(readByHand('1.5', 'exact', '人次')).toEqual({ wrong: '按人次计的数字是整数' })
    expect(readByHand('1.5', 'exact', '元')).toEqual({ value: '1.5' })
    expect(readByHand('1.5', 'exact', '万元')).toEqual({ value: '1.5' })
  })
  it('with 「余」 is more than nothing', () => {
    expect(readByHand('0', 'exact', '条')).toEqual({ value: '0' })
    expect(readByHand('0', 'at_least', '条')).toEqual({ wrong: '「余」前面的数字要大于 0' })
    expect(readByHand('100', 'at_least', '条')).toEqual({ value: '100' })
  })
})
