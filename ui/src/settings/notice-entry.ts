/** A yearly notice as rows of a form: a holiday with its first and last day, and the weekends that are worked. */
import type { Holiday, Notice } from '@/backend/generated'

export interface HolidayRow {
  name: string
  from: string | null
  to: string | null
}

export interface NoticeEntry {
  year: number
  rows: HolidayRow[]
  workdays: (string | null)[]
}

/** The holidays of every notice since 2008. */
export const STATUTORY = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

function next(day: string, by = 1): string {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (date ?? 1) + by)).toISOString().slice(0, 10)
}

/** Days in a row as one row; a gap begins another. */
export function rowsOf(holidays: Holiday[]): HolidayRow[] {
  return holidays.flatMap((holiday) => {
    const rows: HolidayRow[] = []
    for (const day of [...holiday.days].sort()) {
      const last = rows[rows.length - 1]
      if (last?.to && next(last.to) === day) last.to = day
      else rows.push({ name: holiday.name, from: day, to: day })
    }
    return rows
  })
}

/** The holidays of rows; what is half filled in is said. */
export function holidaysOf(rows: HolidayRow[]): { holidays: Holiday[] } | { missing: string } {
  const holidays: Holiday[] = []
  for (const row of rows) {
    const name = row.name.trim()
    if (!row.from && !row.to) {
      if (name && !STATUTORY.includes(name)) return { missing: `请填${name}的放假日期` }
      continue
    }
    if (!name) return { missing: '有一行没有填节日名称' }
    const from = row.from ?? row.to ?? ''
    const to = row.to ?? from
    if (to < from) return { missing: `${name}的最后一天早于第一天` }
    const days = [from]
    while (days.length < 31 && (days[days.length - 1] ?? to) < to) days.push(next(days[days.length - 1] ?? to))
    const held = holidays.find((one) => one.name === name)
    if (held) held.days.push(...days.filter((day) => !held.days.includes(day)))
    else holidays.push({ name, days })
  }
  return { holidays }
}

export function entryOf(notice: Notice): NoticeEntry {
  return { year: notice.year, rows: rowsOf(notice.holidays), workdays: [...notice.workdays] }
}

export function emptyEntry(year: number): NoticeEntry {
  return { year, rows: STATUTORY.map((name) => ({ name, from: null, to: null })), workdays: [null] }
}

export function noticeOf(entry: NoticeEntry): { notice: Notice } | { missing: string } {
  const made = holidaysOf(entry.rows)
  if ('missing' in made) return made
  const workdays = entry.workdays.filter((day): day is string => day !== null).sort()
  return { notice: { year: entry.year, holidays: made.holidays, workdays } }
}
