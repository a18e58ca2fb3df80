/** Putting the years side by side: one row a figure, and how it changed from the year before. */
import type { YearSummary } from '@/backend/generated'
import { minute } from '@/shared/moment'

export interface YearCell {
  text: string
  /** Difference to the year before, with its sign; '' when there is none or it cannot be said. */
  change: string
}
export interface FigureRow {
  id: string
  label: string
  unit: string
  /** One for each year, in the order of the years; null: that year's format does not have the figure. */
  cells: (YearCell | null)[]
}

export function newestFirst(years: YearSummary[]): YearSummary[] {
  return [...years].sort((one, other) => other.year - one.year)
}

/** 「100余」 and 不适用 are no numbers to subtract. Decimals keep as many places as they have. */
export function changeBetween(now: string, before: string): string {
  const number = /^\d+(?:\.(\d+))?$/
  const [one, other] = [number.exec(now), number.exec(before)]
  if (!one || !other) return ''
  const places = Math.max(one[1]?.length ?? 0, other[1]?.length ?? 0)
  const difference = (Number(now) - Number(before)).toFixed(places)
  if (Number(difference) === 0) return ''
  return Number(difference) > 0 ? `+${difference}` : `−${difference.slice(1)}`
}

/** The rows for years given newest first. Only a directly preceding year is compared with. */
export function figureRows(years: YearSummary[]): FigureRow[] {
  const rows = new Map<string, FigureRow>()
  for (const year of years) {
    for (const { id, label, unit } of year.figures) {
      if (!rows.has(id)) rows.set(id, { id, label, unit, cells: years.map(() => null) })
    }
  }
  const textIn = (year: YearSummary | undefined, id: string) => year?.figures.find((figure) => figure.id === id)?.text
  for (const row of rows.values()) {
    row.cells = years.map((year, index) => {
      const text = textIn(year, row.id)
      if (text === undefined) return null
      const before = years[index + 1]
      const earlier = before?.year === year.year - 1 ? textIn(before, row.id) : undefined
      return { text, change: earlier === undefined ? '' : changeBetween(text, earlier) }
    })
  }
  return [...rows.values()]
}

/** What a year's report is at, in one word. */
export function yearState(year: YearSummary): { label: string; kind: 'done' | 'open' | 'empty' } {
  if (year.locked) return { label: '已锁定', kind: 'done' }
  if (year.version > 1) return { label: '更正中', kind: 'open' }
  if (year.parts_written === 0) return { label: '未动笔', kind: 'empty' }
  return year.parts_written >= year.parts ? { label: '已写完', kind: 'done' } : { label: '编写中', kind: 'open' }
}

/** When it was last touched: locked, or edited. */
export function yearStand(year: YearSummary): string {
  if (year.locked) return `第 ${year.version} 版${year.locked_at ? `，${minute(year.locked_at)} 锁定` : ''}`
  if (year.version > 1) return `第 ${year.version - 1} 版锁定过，正在改第 ${year.version} 版`
  return year.edited_at ? `${minute(year.edited_at)} 改` : '还没有改动'
}

/** The year offered first when beginning a new one. */
export function nextYear(years: YearSummary[], today: string): number {
  const known = new Set(years.map((year) => year.year))
  const current = Number(today.slice(0, 4))
  // In January one writes about the year before.
  for (const candidate of [current - 1, current]) if (candidate > 1949 && !known.has(candidate)) return candidate
  return Math.max(0, ...known) + 1
}
