/** Statutory tables out of the program's own format files, drawn and filled the way the program does it. */
import type { Figure, Filter, GridCell, Quantity, TableView } from '@/backend/generated'
import { fromMillionths, numberOf, sumOf } from '@/report/grid/quantities'
import format2021 from '../../../src-tauri/crates/domain/formats/2021.json'
import { about, textOf } from './report'

interface Source {
  count?: { ledger: string; filter?: Filter }
  always?: { value: string; why: string }
}
interface Balance {
  from: string[]
  plus?: string[]
  minus?: string[]
}
interface ValueFormat {
  column?: string
  label?: string
  cols?: number
  source?: Source
  carried?: Balance
  sum?: string[]
  unit?: string
  decimals?: number
}
interface RowFormat extends Omit<ValueFormat, 'column' | 'cols'> {
  id?: string
  head?: boolean
  labels?: { text: string; cols?: number; rows?: number; left?: boolean }[]
  values?: ValueFormat[]
}
interface ColumnFormat {
  id: string
  label: string
  filter?: Filter
  sum?: string[]
}
interface TableFormat {
  id: string
  part: string
  name: string
  unit?: string
  widths: number[]
  columns?: ColumnFormat[]
  rows: RowFormat[]
  own_page?: boolean
  footer?: string[]
}
export interface RelationFormat {
  rule: string
  left: string[]
  right: string[]
  left_label: string
  right_label: string
  basis?: string
  each_column_of?: string
  must: string
}
export interface FormatFile {
  id: string
  label: string
  basis: string
  from_year: number
  parts: { id: string; heading: string; help: string; tables_only?: boolean; annex?: boolean }[]
  tables: TableFormat[]
  relations: RelationFormat[]
}

export const FORMAT = format2021 as unknown as FormatFile

const cellId = (...names: string[]): string => names.filter((name) => name !== '').join('.')
const holds = (row: RowFormat): boolean => !!row.id || (row.values?.length ?? 0) > 0
const columnsOf = (table: TableFormat): ColumnFormat[] => table.columns ?? []

export function viewOf(table: TableFormat): TableView {
  return {
    id: table.id,
    part: table.part,
    name: table.name,
    widths: table.widths,
    own_page: table.own_page ?? false,
    footer: table.footer ?? [],
    rows: table.rows.map((row) => {
      const labels: GridCell[] = (row.labels ?? []).map((label) => ({
        text: label.text,
        cell: null,
        cols: label.cols ?? 1,
        rows: label.rows ?? 1,
        left: label.left ?? false,
      }))
      const value = (id: string, cols: number): GridCell => ({ text: '', cell: id, cols, rows: 1, left: false })
      const id = row.id ?? ''
      const values = !holds(row)
        ? []
        : row.values?.length
          ? row.values.map((each) => value(cellId(table.id, id, each.column ?? ''), each.cols ?? 1))
          : columnsOf(table).map((column) => value(cellId(table.id, id, column.id), 1))
      return { head: row.head ?? false, cells: [...labels, ...values] }
    }),
  }
}

export interface Counting {
  year: number
  count(ledger: string, filter: Filter): number
  /** What last year's locked report says; null: it is not locked. */
  locked: Map<string, Quantity> | null
  last: Map<string, Quantity>
}

interface Spec {
  column: { id: string; label: string }
  value: ValueFormat
  filter: Filter
  sum: string[]
}

function specsOf(table: TableFormat, row: RowFormat): Spec[] {
  const id = row.id ?? ''
  if (row.values?.length) {
    return row.values.map((value) => ({
      column: { id: value.column ?? '', label: value.label ?? '' },
      value: { ...row, ...value },
      filter: {},
      sum: value.sum ?? [],
    }))
  }
  return columnsOf(table).map((column) => ({
    column,
    value: row,
    filter: column.filter ?? {},
    sum: column.sum?.length
      ? column.sum.map((other) => cellId(table.id, id, other))
      : (row.sum ?? []).map((other) => cellId(table.id, other, column.id)),
  }))
}

/** The value in force: by hand before carried over before counted. */
export function settle(figure: Figure): void {
  figure.value = figure.entered?.value ?? figure.carried ?? figure.counted ?? { kind: 'blank' }
  figure.kind = figure.entered ? 'entered' : figure.carried ? 'carried' : figure.counted ? 'counted' : 'blank'
  figure.text = textOf(figure.value)
  figure.about = figure.value.kind === 'exact' ? about(Number(figure.value.value)) : figure.text
}

/** Fills in every sum. */
export function addUp(figures: Figure[]): void {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const work = (id: string): Quantity => {
    const figure = byId.get(id)
    if (!figure) return { kind: 'blank' }
    if (figure.sum.length === 0) return figure.value
    figure.value = sumOf(figure.sum.map(work))
    figure.kind = 'computed'
    figure.text = figure.about = textOf(figure.value)
    return figure.value
  }
  for (const figure of figures) work(figure.id)
}

function balanced(balance: Balance | undefined, column: string, locked: Map<string, Quantity> | null): Quantity | null {
  const from = balance?.from.map((id) => locked?.get(id.replace('{column}', column)) ?? null).find(Boolean)
  const number = from ? numberOf(from) : null
  return number === null ? null : { kind: 'exact', value: fromMillionths(number) }
}

function cell(table: TableFormat, row: RowFormat, spec: Spec, counting: Counting): Figure {
  const id = cellId(table.id, row.id ?? '', spec.column.id)
  const { count, always } = spec.value.source ?? {}
  const computed = spec.sum.length > 0
  const filter = { ...count?.filter, ...spec.filter }
  const counted: Quantity | null = computed
    ? null
    : count
      ? { kind: 'exact', value: String(counting.count(count.ledger, filter)) }
      : always
        ? { kind: 'exact', value: always.value }
        : null
  const rowLabel = row.label ?? ''
  const words =
    spec.column.label === '' || rowLabel === '' ? rowLabel + spec.column.label : `${rowLabel}（${spec.column.label}）`
  const figure: Figure = {
    id,
    part: table.part,
    label: words,
    unit: spec.value.unit ?? table.unit ?? '件',
    counted,
    entered: null,
    value: { kind: 'blank' },
    text: '',
    about: '',
    how: computed
      ? '由其他数据项相加得出'
      : (always?.why ?? (count ? '按台账里的记录统计' : '没有对应的台账，由人工填写')),
    behind: count && !computed ? { ledger: count.ledger, year: counting.year, filter } : null,
    custom: false,
    kind: 'blank',
    place: {
      table: table.id,
      row: row.id ?? '',
      column: spec.column.id,
      row_label: rowLabel,
      column_label: spec.column.label,
    },
    sum: spec.sum,
    carried: computed ? null : balanced(spec.value.carried, spec.column.id, counting.locked),
    last: counting.last.get(id) ?? null,
    decimals: spec.value.decimals ?? 0,
  }
  settle(figure)
  return figure
}

/** Every cell of the form's tables, counted. */
export function cellsOf(counting: Counting): Figure[] {
  const figures = FORMAT.tables.flatMap((table) =>
    table.rows.filter(holds).flatMap((row) => specsOf(table, row).map((spec) => cell(table, row, spec, counting))),
  )
  addUp(figures)
  return figures
}
