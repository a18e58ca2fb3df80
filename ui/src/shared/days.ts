/** Days as a page of terms says them. */

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

function parts(day: string): [number, number, number] {
  const [year, month, date] = day.split('-').map(Number)
  return [year ?? 0, month ?? 1, date ?? 1]
}

/** `2025-10-29` → `周三`. */
export function weekday(day: string): string {
  const [year, month, date] = parts(day)
  return WEEKDAYS[new Date(year, month - 1, date).getDay()] ?? ''
}

/** `2025-10-29` → `10月29日`; the year is said where it is not `year`. */
export function shortDay(day: string, year: number): string {
  const [of, month, date] = parts(day)
  return `${of === year ? '' : `${of}年`}${month}月${date}日`
}

/** Working days left in words: 还有 3 个工作日, 今天到期, 已过 2 个工作日. */
export function left(days: number, due: string, today: string): string {
  if (due < today) return days === 0 ? '已过期' : `已过 ${-days} 个工作日`
  return days === 0 ? '今天到期' : `还有 ${days} 个工作日`
}
