/** Lists, filters and totals in memory, by the same rules as the real program's. */
import type { Ledger, LedgerRecord, RecordPage, RecordQuery, Total, Value } from '@/backend/generated'

function texts(value: Value | undefined): string[] {
  if (value === null || value === undefined || value === '') return ['']
  if (Array.isArray(value))
    return value.length ? value.map((one) => (typeof one === 'string' ? one : one.channel)) : ['']
  if (typeof value === 'object') return [value.name]
  return [String(value)]
}

export function dateField(ledger: Ledger): string[] {
  const known: Record<string, string[]> = {
    disclosure: ['published_on', 'formed_on'],
    normative: ['issued_on'],
    post: ['from_on'],
  }
  return known[ledger.id] ?? ledger.fields.filter((field) => field.kind.type === 'date').map((field) => field.id)
}

/** The date a record is counted by, or ''. */
export function dateOf(ledger: Ledger, record: LedgerRecord): string {
  for (const id of dateField(ledger)) {
    const value = record.values[id]
    if (typeof value === 'string' && value) return value
  }
  return ''
}

function accepted(record: LedgerRecord, filter: Record<string, string[]>, year: number | null): boolean {
  return Object.entries(filter).every(([field, wanted]) => {
    const held = texts(record.values[field])
    return wanted.some((one) => {
      const of = (held[0] ?? '').slice(0, 4)
      if (one === '@year') return of === String(year)
      if (one === '@before_year') return of !== '' && of < String(year)
      if (one === '@after_year') return of === '' || of > String(year)
      return held.includes(one)
    })
  })
}

/** The dates by which a record is of a year at all, rather than still to come or long done. */
const BEGINS: Record<string, string> = { application: 'received_on', normative: 'issued_on', dispute: 'filed_on' }
const ENDS: Record<string, string> = { application: 'decided_on', normative: 'repealed_on', dispute: 'closed_on' }

/** How many records of all years a cell of a table counts. */
export function countOver(
  records: LedgerRecord[],
  year: number,
  ledger: string,
  filter: Record<string, string[]>,
): number {
  return records.filter((record) => {
    if (record.ledger !== ledger || record.deleted_at || !accepted(record, filter, year)) return false
    const begun = texts(record.values[BEGINS[ledger] ?? ''])[0] ?? ''
    const ended = texts(record.values[ENDS[ledger] ?? ''])[0] ?? ''
    return begun.slice(0, 4) <= String(year) && (ended === '' || ended.slice(0, 4) >= String(year))
  }).length
}

export function select(ledger: Ledger, records: LedgerRecord[], query: RecordQuery): LedgerRecord[] {
  const words = query.search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const found = records.filter((record) => {
    if (record.ledger !== ledger.id || record.deleted_at) return false
    const date = dateOf(ledger, record)
    if (query.year !== null && !date.startsWith(String(query.year))) return false
    if (query.month !== null && Number(date.slice(5, 7)) !== query.month) return false
    if (!accepted(record, query.filter, query.year)) return false
    const all = Object.values(record.values).flatMap(texts).join(' ').toLowerCase()
    return words.every((word) => all.includes(word))
  })
  const sort = query.sort
  const key = (record: LedgerRecord): string =>
    sort ? (texts(record.values[sort.field])[0] ?? '') : dateOf(ledger, record)
  const sign = !sort || sort.descending ? -1 : 1
  return found.sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id))
}

function by(
  ledger: Ledger,
  rows: LedgerRecord[],
  field: string,
  sum: string | null,
  unit: string,
  filter: Record<string, string[]>,
): Total[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const one of texts(row.values[field]))
      counts.set(one, (counts.get(one) ?? 0) + (sum ? Number(row.values[sum] ?? 0) : 1))
  }
  const kind = ledger.fields.find((one) => one.id === field)?.kind
  const label = (id: string): string =>
    kind?.type === 'choice' ? (kind.choices.find((choice) => choice.id === id)?.label ?? id) : id
  return [...counts]
    .filter(([id]) => id !== '')
    .map(([id, n]) => ({ label: label(id), value: String(n), unit, filter: { ...filter, [field]: [id] } }))
}

export function page(ledger: Ledger, records: LedgerRecord[], query: RecordQuery): RecordPage {
  const rows = select(ledger, records, query)
  const totals: Total[] = [{ label: '合计', value: String(rows.length), unit: ledger.unit, filter: null }]
  if (ledger.id === 'disclosure')
    totals.push(
      ...by(ledger, rows, 'channels', null, '条', query.filter),
      ...by(ledger, rows, 'category', null, '条', query.filter),
    )
  if (ledger.id === 'inquiry') {
    totals.push({
      label: '人次',
      value: String(rows.reduce((sum, row) => sum + Number(row.values.persons ?? 0), 0)),
      unit: '人次',
      filter: null,
    })
    totals.push(...by(ledger, rows, 'way', 'persons', '人次', query.filter))
  }
  const from = query.page * query.page_size
  return { rows: rows.slice(from, from + query.page_size), count: rows.length, totals }
}
