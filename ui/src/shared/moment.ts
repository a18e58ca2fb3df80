/** Dates and moments as this office writes them. All local; no time zones are involved. */

const two = (n: number): string => String(n).padStart(2, '0')

/** `2018-03-08T10:32:05` → `10:32`; anything unreadable → ''. */
export function clock(moment: string | Date): string {
  if (moment instanceof Date) return `${two(moment.getHours())}:${two(moment.getMinutes())}`
  const found = /T(\d{2}:\d{2})/.exec(moment)
  return found?.[1] ?? ''
}

/** `2018-03-08` → `2018年3月8日`; null or unreadable → ''. */
export function longDate(date: string | null): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '')
  return found ? `${found[1]}年${Number(found[2])}月${Number(found[3])}日` : ''
}

/** `2018-03-08T10:32:05` → `2018-03-08 10:32`. */
export function minute(moment: string): string {
  return moment.slice(0, 16).replace('T', ' ')
}

/** Bytes as 「320 KB」. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
