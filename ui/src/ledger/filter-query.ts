/** What a list is restricted to, as it stands in the address: a click on a figure lands on exactly its records. */
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Field, Ledger, RecordQuery } from '@/backend/generated'

export type Filter = Record<string, string[]>
export type Sort = RecordQuery['sort']

/** A list's restrictions; the year is the frame's. */
export interface View {
  month: number | null
  filter: Filter
  search: string
  sort: Sort
  page: number
}

export const EVERYTHING: View = { month: null, filter: {}, search: '', sort: null, page: 0 }

function one(value: LocationQuery[string] | undefined): string {
  const text = Array.isArray(value) ? value[0] : value
  return text ?? ''
}

/** Reads a filter from its JSON; anything that is not one counts as none. */
export function parseFilter(text: string): Filter {
  if (!text) return {}
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return {}
    const filter: Filter = {}
    for (const [field, values] of Object.entries(read)) {
      if (Array.isArray(values) && values.every((value) => typeof value === 'string')) filter[field] = values
    }
    return filter
  } catch {
    return {}
  }
}

export function readView(query: LocationQuery): View {
  const month = Number(one(query.month))
  const page = Number(one(query.page))
  const sort = /^(-?)([a-z_0-9]+)$/.exec(one(query.sort))
  return {
    month: Number.isInteger(month) && month >= 1 && month <= 12 ? month : null,
    filter: parseFilter(one(query.filter)),
    search: one(query.search),
    sort: sort?.[2] ? { field: sort[2], descending: sort[1] === '-' } : null,
    page: Number.isInteger(page) && page > 0 ? page : 0,
  }
}

/** The address of a view; parts that restrict nothing are left out. */
export function writeView(view: View): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  if (view.month !== null) query.month = String(view.month)
  if (Object.keys(view.filter).length > 0) query.filter = JSON.stringify(view.filter)
  if (view.search) query.search = view.search
  if (view.sort) query.sort = `${view.sort.descending ? '-' : ''}${view.sort.field}`
  if (view.page > 0) query.page = String(view.page)
  return query
}

/** The filter with one field's accepted values replaced; none takes the field off. */
export function withField(filter: Filter, field: string, values: string[]): Filter {
  const rest = Object.fromEntries(Object.entries(filter).filter(([id]) => id !== field))
  return values.length > 0 ? { ...rest, [field]: values } : rest
}

export function isRestricted(view: View): boolean {
  return view.month !== null || view.search.trim() !== '' || Object.keys(view.filter).length > 0
}

/** Whether two filters accept the same records, whatever the order they are written in. */
export function sameFilter(a: Filter, b: Filter): boolean {
  const norm = (filter: Filter): string =>
    JSON.stringify(
      Object.entries(filter)
        .map(([id, values]) => [id, [...values].sort()])
        .sort((x, y) => (String(x[0]) < String(y[0]) ? -1 : 1)),
    )
  return norm(a) === norm(b)
}

function valueLabel(field: Field | undefined, value: string): string {
  if (value === '') return '未填'
  if (value === '@year') return '本年度内'
  if (value === '@year_end') return '年底仍在'
  if (value === '@after_year') return '年底以前没有'
  if (field?.kind.type === 'choice') return field.kind.choices.find((choice) => choice.id === value)?.label ?? value
  if (field?.kind.type === 'flag') return value === 'true' ? '是' : '否'
  return value
}

/** What a filter says, field by field, in words. */
export function filterWords(ledger: Ledger, filter: Filter): { field: string; words: string }[] {
  return Object.entries(filter).map(([id, values]) => {
    const field = ledger.fields.find((candidate) => candidate.id === id)
    const accepted = values.map((value) => valueLabel(field, value)).join('、') || '（无）'
    return { field: id, words: `${field?.label ?? id}：${accepted}` }
  })
}
