/** Whole numbers and amounts of money as typed, with half- or full-width figures and thousands commas. */
import { toHalfWidth } from '@/shared/half-width'

export type EnteredInteger = { value: number | null } | { wrong: string }
export type EnteredMoney = { value: string | null } | { wrong: string }

function plain(typed: string): string {
  return toHalfWidth(typed).replace(/[\s,，]/g, '')
}

/** A whole number of at least `min`. */
export function readInteger(typed: string, min: number): EnteredInteger {
  const text = plain(typed)
  if (text === '') return { value: null }
  if (!/^\d{1,9}$/.test(text)) return { wrong: '请填整数' }
  const value = Number(text)
  return value < min ? { wrong: `不能小于 ${min}` } : { value }
}

/** An amount in 元, kept as text with two decimals: `12.50`. */
export function readMoney(typed: string): EnteredMoney {
  const text = plain(typed).replace(/元$/, '')
  if (text === '') return { value: null }
  const found = /^(\d{1,10})(?:\.(\d{0,2}))?$/.exec(text)
  if (!found) return { wrong: '请填金额，最多两位小数，例如 12.50' }
  return { value: `${Number(found[1])}.${(found[2] ?? '').padEnd(2, '0')}` }
}
