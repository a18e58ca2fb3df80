import { describe, expect, it } from 'vitest'
import type { Quantity } from '@/backend/generated'
import { cellText, changeWords, fromMillionths, millionths, sameQuantity, sumOf } from './quantities'

const exact = (value: string): Quantity => ({ kind: 'exact', value })
const atLeast = (value: string): Quantity => ({ kind: 'at_least', value })
const blank: Quantity = { kind: 'blank' }
const none: Quantity = { kind: 'not_applicable' }

describe('decimals', () => {
  it('survive their text, six places and more digits than a float has', () => {
    for (const text of ['0', '0.1', '59237.2449', '999999999999.999999', '-3.5']) {
      expect(fromMillionths(millionths(text) ?? 0n)).toBe(text)
    }
  })
  it('are none beyond six places or twelve digits', () => {
    for (const text of ['1.', '.5', '1.2345678', '1234567890123', '1e5', '', '余']) expect(millionths(text)).toBeNull()
  })
})

describe('sums', () => {
  it('are exact', () => {
    expect(sumOf([exact('0.1'), exact('0.2')])).toEqual(exact('0.3'))
    expect(sumOf([exact('59237.2449'), exact('0.000001')])).toEqual(exact('59237.244901'))
  })
  it('are a lower bound as soon as one term is', () => {
    expect(sumOf([exact('5'), atLeast('100')])).toEqual(atLeast('105'))
  })
  it('count a blank beside numbers as nothing, and blanks alone as blank', () => {
    expect(sumOf([exact('5'), blank])).toEqual(exact('5'))
    expect(sumOf([blank, blank])).toEqual(blank)
    expect(sumOf([blank, none])).toEqual(blank)
    expect(sumOf([none, none])).toEqual(none)
    expect(sumOf([])).toEqual(blank)
  })
})

describe('numbers on screen', () => {
  it('0 is a number, blank is nothing', () => {
    expect([exact('0'), atLeast('100'), blank, none].map(cellText)).toEqual(['0', '100余', '', '不适用'])
  })
  it('are the same however they are written', () => {
    expect(sameQuantity(exact('1.50'), exact('1.5'))).toBe(true)
    expect(sameQuantity(exact('0'), blank)).toBe(false)
    expect(sameQuantity(exact('100'), atLeast('100'))).toBe(false)
    expect(sameQuantity(null, blank)).toBe(false)
  })
  it.each([
    ['12', '8', '增加 4（+50 %）'],
    ['8', '3', '增加 5（+166.7 %）'],
    ['2', '3', '减少 1（−33.3 %）'],
    ['3', '3', '与上年相同'],
    ['3', '0', '增加 3'],
  ])('%s after %s: %s', (now, last, words) => expect(changeWords(exact(now), exact(last))).toBe(words))
  it('says nothing of a change it does not know', () => {
    expect(changeWords(atLeast('100'), exact('3'))).toBe('')
    expect(changeWords(exact('3'), blank)).toBe('')
  })
})
