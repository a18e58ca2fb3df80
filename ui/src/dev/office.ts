/** The office behind the in-memory backend: its profile, lists, records and reports, and what it refuses. */
import type {
  Catalogue,
  Failure,
  Ledger,
  LedgerRecord,
  Profile,
  Report,
  Start,
  Value,
  Values,
} from '@/backend/generated'
import { annualRecords, reportOfYear, type Annals } from './annual'
import described from './ledgers.json'
import { countOver, select } from './records'
import { PROFILE, sampleCatalogues, sampleRecords, type SampleSize } from './sample'

/** The last description of every ledger, as the program gives it. */
export const LEDGERS = described as unknown as Ledger[]

/** Nothing here reads the clock. */
export const NOW = '2019-01-10T10:32:00'

export function fail(code: string, message: string, hint: string, fields: Record<string, string> = {}): never {
  throw { code, message, hint, fields } satisfies Failure
}

export function ledgerOf(id: string): Ledger {
  return LEDGERS.find((one) => one.id === id) ?? fail('ledger.unknown', '没有这个台账', '')
}

/** One office with its records, in memory. */
export class Office {
  first: boolean
  profile: Profile = { ...PROFILE }
  years = [2019, 2018, 2017]
  catalogues: Catalogue[] = sampleCatalogues()
  records: LedgerRecord[]
  reports = new Map<number, Report>()
  private readonly kept = new Map<number, Annals>()
  private year = 2018
  private today = '2019-01-10'
  next = 900000

  constructor(size: SampleSize, first: boolean) {
    this.first = first
    this.records = sampleRecords(size)
  }

  /** Goes on to the years of the form with tables. */
  grow(): void {
    this.years = [2025, 2024, 2018, 2017]
    this.year = 2025
    this.today = '2026-01-12'
    this.records.push(...annualRecords())
    this.annals(2024).versions.push(structuredClone(this.report(2024)))
  }

  annals(year: number): Annals {
    const found = this.kept.get(year) ?? { changes: new Map(), waivers: new Map(), versions: [] }
    this.kept.set(year, found)
    return found
  }

  /** Records of all years that a cell counts. */
  countAll(year: number, ledger: string, filter: Record<string, string[]>): number {
    return countOver(this.records, year, ledger, filter)
  }

  /** The longest names an office has. */
  lengthen(): void {
    this.profile.name = '清河满族自治县下达河满族锡伯族乡人民政府政务公开领导小组'
    for (const list of this.catalogues) {
      for (const entry of list.entries.slice(0, 3)) {
        const name = `${entry.name}及其他需要向社会主动公开的各类惠民惠农政策信息`.slice(0, 28)
        for (const record of this.records)
          record.values = JSON.parse(JSON.stringify(record.values).replaceAll(`"${entry.name}"`, `"${name}"`)) as Values
        entry.name = name
      }
    }
  }

  start(): Start {
    return {
      first_run: this.first,
      profile: this.first ? null : this.profile,
      year: this.year,
      years: this.first ? [] : this.years,
      today: this.today,
      data_dir: 'C:\\Users\\办公室\\AppData\\Roaming\\gongkai',
      export_dir: 'D:\\文档\\政府信息公开年报',
      version: '0.1.0',
    }
  }

  /** How often each entry is named, as the catalogue page shows it. */
  counted(): Catalogue[] {
    const names = this.records.flatMap((record) =>
      Object.values(record.values).flatMap((value) =>
        Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : one.channel)) : [value],
      ),
    )
    const used = new Map<unknown, number>()
    for (const name of names) used.set(name, (used.get(name) ?? 0) + 1)
    return this.catalogues.map((list) => ({
      ...list,
      entries: list.entries.map((entry) => ({ ...entry, used: used.get(entry.name) ?? 0 })),
    }))
  }

  entry(id: number): Catalogue['entries'][number] {
    return (
      this.catalogues.flatMap((list) => list.entries).find((one) => one.id === id) ??
      fail('catalogue.unknown', '没有这一项', '')
    )
  }

  count(year: number, ledger: string, filter: Record<string, string[]>): number {
    const rows = select(ledgerOf(ledger), this.records, {
      ledger,
      year,
      month: null,
      filter,
      search: '',
      sort: null,
      page: 0,
      page_size: 1,
    })
    return ledger === 'inquiry' ? rows.reduce((sum, row) => sum + Number(row.values.persons ?? 0), 0) : rows.length
  }

  report(year: number): Report {
    const made = this.reports.get(year) ?? reportOfYear(this, year)
    this.reports.set(year, made)
    return made
  }

  check(ledger: Ledger, values: Values): void {
    const fields: Record<string, string> = {}
    for (const field of ledger.fields) {
      const value: Value | undefined = values[field.id]
      if (field.required && (value === null || value === undefined || value === ''))
        fields[field.id] = `请填写${field.label}`
    }
    const formed = values.formed_on
    const published = values.published_on
    if (typeof formed === 'string' && typeof published === 'string' && published && published < formed)
      fields.published_on = `公开日期（${published}）早于形成日期（${formed}）`
    if (Object.keys(fields).length)
      fail('record.incomplete', '有几处还没有填对，没有保存', '按提示改好再保存一次', fields)
  }
}
