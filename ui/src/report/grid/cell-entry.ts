/** What was typed into a cell, read as the four kinds of number, or what is wrong with it in plain words. */
import type { Figure, Quantity } from '@/backend/generated'
import { toHalfWidth } from '@/shared/half-width'
import { fromMillionths, millionths } from './quantities'

export type CellReading =
  /** A number, or 不适用. */
  | { is: 'value'; value: Quantity }
  /** Nothing: back to the count, or blank where nothing is counted. */
  | { is: 'nothing' }
  | { is: 'wrong'; why: string }

const notApplicable = new Set(['/', '不适用', '-', '--'])

const wrong = (why: string): CellReading => ({ is: 'wrong', why })

/** What a cell takes. */
export interface CellRange {
  decimals: number
  /** Only 本年增/减 of the form of 2019 goes below zero. */
  negative: boolean
}

export function rangeOf(figure: Figure): CellRange {
  return { decimals: figure.decimals, negative: figure.place?.column === 'change' }
}

/** Anything that is a number at all. */
export const anyNumber: CellRange = { decimals: 6, negative: true }

export function readCell(typed: string, { decimals, negative }: CellRange): CellReading {
  const plain = toHalfWidth(typed).trim()
  if (plain === '') return { is: 'nothing' }
  if (notApplicable.has(plain)) return { is: 'value', value: { kind: 'not_applicable' } }
  const bound = /[余多]$/.test(plain)
  const signed = (bound ? plain.slice(0, -1) : plain).replace(/\s/g, '')
  const below = /^-[\d.,]+$/.test(signed)
  if (below && !negative) return wrong('不能填负数')
  const digits = below ? signed.slice(1) : signed
  if (!/^[\d,.]+$/.test(digits)) return wrong(`「${typed.trim()}」不是数字；没有的填 0，不涉及的填「不适用」`)
  const number = readDigits(digits)
  if (number === null) return wrong(whyNone(digits, typed.trim(), decimals))
  const places = number.split('.')[1]?.length ?? 0
  if (places > decimals) return wrong(tooFine(decimals))
  const value = below && millionths(number) !== 0n ? `-${number}` : number
  if (!bound) return { is: 'value', value: { kind: 'exact', value } }
  if (millionths(number) === 0n) return wrong('「余」前面的数字要大于 0')
  return { is: 'value', value: { kind: 'at_least', value } }
}

/** What keeps digits, points and commas from being a number. */
function whyNone(digits: string, typed: string, decimals: number): string {
  const [whole = '', fraction = '', ...rest] = digits.replace(/,/g, '').split('.')
  if (rest.length === 0 && whole.length > 12) return '这个数太大，请检查是不是多输了数字'
  if (rest.length === 0 && whole !== '' && fraction.length > 6) return tooFine(decimals)
  return `「${typed}」读不成一个数字，请检查小数点和逗号`
}

const tooFine = (decimals: number): string => (decimals === 0 ? '这一格填整数' : `这一格最多 ${decimals} 位小数`)

/** Digits with commas only where they part thousands; null: no number the report can hold. */
function readDigits(digits: string): string | null {
  const [whole = '', ...rest] = digits.split('.')
  if (rest.length > 1 || rest[0]?.includes(',')) return null
  if (whole.includes(',') && !/^\d{1,3}(,\d{3})+$/.test(whole)) return null
  const value = millionths([whole.replace(/,/g, ''), ...rest].join('.'))
  return value === null ? null : fromMillionths(value)
}
