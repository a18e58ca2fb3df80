/**
 * Dates as a clerk types them: 2018-3-8, 2018.3.8, 2018/3/8, 2018年3月8日, 20180308, 3-8, 3月8日,
 * with half- or full-width figures. A date without a year is of the year in hand.
 */
import { toHalfWidth } from '@/shared/half-width'

/** What was typed: a date, nothing, or something that is no date (with what to say about it). */
export type Entered = { date: string } | { date: null } | { wrong: string }

const two = (n: number): string => String(n).padStart(2, '0')

/** Days in a month of the calendar. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function made(year: number, month: number, day: number): Entered {
  if (month < 1 || month > 12) return { wrong: `没有 ${month} 月` }
  if (year < 1949 || year > 2999) return { wrong: `年份 ${year} 不对` }
  const last = daysIn(year, month)
  if (day < 1 || day > last) return { wrong: `${year} 年 ${month} 月没有 ${day} 日` }
  return { date: `${year}-${two(month)}-${two(day)}` }
}

/** Reads what was typed. `year`: the year for dates typed without one. */
export function readDate(typed: string, year: number): Entered {
  const text = toHalfWidth(typed)
    .replace(/\s+/g, '')
    .replace(/[年月/.,、]/g, '-')
    .replace(/[日号]$/, '')
    .replace(/-+/g, '-')
  if (text === '') return { date: null }
  const whole = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (whole) return made(Number(whole[1]), Number(whole[2]), Number(whole[3]))
  const short = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text)
  if (short) return made(year, Number(short[1]), Number(short[2]))
  return { wrong: '不是日期，请写成 2018-3-8 或 3-8' }
}
