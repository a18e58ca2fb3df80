/** The years 2024 and 2025 in the form of 2021, for looking at tables, the check and locking: `?fake=tables`. */
import type {
  CellEntry,
  CheckSheet,
  Commands,
  Figure,
  FigureChange,
  LedgerRecord,
  Quantity,
  Report,
  Version,
  Waiver,
} from '@/backend/generated'
import { sameQuantity } from '@/report/grid/quantities'
import { checkSheet } from './check'
import { fail, NOW, type Office } from './office'
import { block, sampleReport } from './report'
import { addUp, cellsOf, FORMAT, settle, viewOf } from './statutory'

const TEXTS: Record<string, string[]> = {
  preamble: ['0本报告依照《中华人民共和国政府信息公开条例》编制，数据统计期限为2025年1月1日至12月31日。'],
  overview: [
    '2主动公开。全年主动公开政府信息{disclosed.total}条。',
    '2依申请公开。全年收到申请12件，办结{t3.result.total.total}件。',
    '2政府信息管理。公开前逐件审查，失效的及时清理。',
    '2政府信息公开平台建设。政务公开栏和微信专人维护。',
    '2监督保障。全年组织考核一次，没有被追究责任的情形。',
  ],
  problems: ['2存在的问题。个别科室送来的信息要素不全。', '2改进措施。每季度核对一次台账。'],
  others: ['0本年度没有收取信息处理费。'],
}

/** received, kind of applicant, outcome, decided. */
const APPLICATIONS: [string, string, string | null, string | null][] = [
  ['2024-03-04', 'natural', 'granted', '2024-03-20'],
  ['2024-06-11', 'natural', 'refused.third_party', '2024-07-02'],
  ['2024-09-02', 'commercial', 'granted', '2024-09-13'],
  ['2024-12-20', 'natural', 'granted', '2025-01-10'],
  ['2025-01-15', 'natural', 'granted', '2025-02-05'],
  ['2025-02-18', 'natural', 'granted', '2025-03-04'],
  ['2025-03-10', 'natural', 'partly', '2025-03-28'],
  ['2025-04-02', 'natural', 'granted', '2025-04-18'],
  ['2025-05-20', 'natural', 'unable.not_held', '2025-06-06'],
  ['2025-06-24', 'natural', 'granted', '2025-07-10'],
  ['2025-08-05', 'commercial', 'granted', '2025-08-22'],
  ['2025-09-09', 'commercial', 'rejected.publication', '2025-09-16'],
  ['2025-10-14', 'legal', 'partly', '2025-11-03'],
  ['2025-11-06', 'natural', 'granted', '2025-11-26'],
  ['2025-12-22', 'natural', null, null],
]

const SUBJECTS = [
  '土地流转合同备案',
  '危房改造补助发放名册',
  '村级公益事业项目预算',
  '低保评议记录',
  '道路硬化工程验收资料',
]

export function annualRecords(): LedgerRecord[] {
  const made = (ledger: string, id: number, values: LedgerRecord['values']): LedgerRecord => ({
    id,
    ledger,
    values,
    created_at: NOW,
    updated_at: NOW,
    deleted_at: null,
  })
  const applications = APPLICATIONS.map(([received_on, applicant_kind, outcome, decided_on], index) =>
    made('application', 700 + index, {
      number: `${received_on.slice(0, 4)}-${String(index + 1).padStart(3, '0')}`,
      received_on,
      received_by: 'letter',
      applicant_kind,
      name: '王*',
      content: `${received_on.slice(0, 4)} 年${SUBJECTS[index % SUBJECTS.length]}`,
      outcome,
      decided_on,
      extended: false,
      fee: null,
    }),
  )
  const normative = [
    ['2023-05-10', null],
    ['2024-04-16', null],
    ['2024-08-20', '2025-09-01'],
    ['2025-03-12', null],
  ].map(([issued_on, repealed_on], index) =>
    made('normative', 800 + index, {
      title: `下达河乡${SUBJECTS[index]}管理办法`,
      document_number: `下乡政发〔${issued_on?.slice(0, 4)}〕${index + 3}号`,
      department: '党政办',
      issued_on: issued_on ?? null,
      repealed_on: repealed_on ?? null,
      disclosed: true,
    }),
  )
  return [...applications, ...normative]
}

function valuesOf(report: Report): Map<string, Quantity> {
  return new Map(report.figures.map((figure) => [figure.id, figure.value]))
}

const byHand: Record<string, string> = { 't2.permit': '31', 't2.penalty': '2', 't2.coercion': '0', 't2.fee': '0' }

function annualReport(office: Office, year: number): Report {
  const base = sampleReport(year, (ledger, filter) => office.count(year, ledger, filter))
  const before = year === 2025 ? office.report(2024) : null
  const last = before ? valuesOf(before) : new Map<string, Quantity>()
  const cells = cellsOf({
    year,
    count: (ledger, filter) => office.countAll(year, ledger, filter),
    locked: before ? last : null,
    last,
  })
  for (const figure of cells) {
    const value = byHand[figure.id]
    if (value === undefined || (year === 2025 && figure.id === 't2.coercion')) continue
    figure.entered = { value: { kind: 'exact', value }, reason: '综合执法队年报', at: NOW }
    settle(figure)
  }
  const moved = { overview: 'overview', disclosure: 'overview', application: 'application', dispute: 'dispute' }
  const words = base.figures
    .filter((figure) => figure.part in moved)
    .map((figure) => ({ ...figure, part: moved[figure.part as keyof typeof moved] }))
  const numerals = ['', '一、', '二、', '三、', '四、', '五、', '六、']
  return {
    ...base,
    format: FORMAT.id,
    format_label: FORMAT.label,
    figures: [...words, ...cells],
    tables: FORMAT.tables.map(viewOf),
    format_choice: { ...base.format_choice, due: year >= 2021 ? '2021' : '2008' },
    parts: FORMAT.parts.map((part, index) => ({
      id: part.id,
      number: numerals[index] ?? '',
      heading: part.heading,
      help: part.help,
      narrative: { blocks: (TEXTS[part.id] ?? []).map((line) => block(Number(line[0]), line.slice(1))) },
      written: part.id === 'overview' || part.id === 'preamble',
      saved_at: null,
      figures: [...words, ...cells].filter((figure) => figure.part === part.id).map((figure) => figure.id),
      tables: FORMAT.tables.filter((table) => table.part === part.id).map((table) => table.id),
      tables_only: part.tables_only ?? false,
      annex: part.annex ?? false,
    })),
  }
}

export function reportOfYear(office: Office, year: number): Report {
  if (year < 2021) return sampleReport(year, (ledger, filter) => office.count(year, ledger, filter))
  const report = annualReport(office, year)
  return year === 2024 ? frozen(report, '2025-01-20T15:08:00') : report
}

const sha = (report: Report): string =>
  Array.from({ length: 8 }, (_, index) =>
    ((report.year * 2654435761 + index * 40503 + report.version.number) >>> 0).toString(16).padStart(8, '0'),
  ).join('')

function frozen(report: Report, at: string): Report {
  const locked = { ...structuredClone(report), locked: true }
  locked.version = { ...report.version, locked_at: at, sha256: sha(report) }
  return locked
}

/** What a year has besides its report: its history, its 情况说明 and its versions. */
export interface Annals {
  changes: Map<string, FigureChange[]>
  waivers: Map<string, Waiver>
  versions: Report[]
}

type Annual = Pick<
  Commands,
  | 'report.check'
  | 'report.try'
  | 'cells.enter'
  | 'figure.changes'
  | 'check.waive'
  | 'check.unwaive'
  | 'report.lock'
  | 'report.reopen'
  | 'report.versions'
  | 'report.version'
  | 'report.format'
>
type Handlers = { [N in keyof Annual]: (request: Annual[N]['request']) => Annual[N]['response'] }

function applied(report: Report, entries: CellEntry[], reason: string): Figure[] {
  const figures = structuredClone(report.figures)
  for (const { cell, value } of entries) {
    const figure = figures.find((each) => each.id === cell)
    if (!figure || figure.sum.length > 0) fail('cell.refused', '没有保存：这一格不能填', '', { [cell]: '这一格不能填' })
    else {
      figure.entered = value ? { value, reason, at: NOW } : null
      settle(figure)
    }
  }
  addUp(figures.filter((figure) => figure.place))
  return figures
}

function sheetOf(office: Office, report: Report): CheckSheet {
  return checkSheet(report, office.annals(report.year).waivers)
}

function writable(report: Report): void {
  if (report.locked) fail('report.locked', `${report.year} 年度已锁定，没有保存`, '要改先点「更正」，写明原因')
}

export function annualHandlers(office: Office): Handlers {
  const enter = (year: number, entries: CellEntry[], reason: string): void => {
    const report = office.report(year)
    writable(report)
    const before = report.figures
    report.figures = applied(report, entries, reason)
    const history = office.annals(year).changes
    for (const { cell, value } of entries) {
      const old = before.find((each) => each.id === cell)?.entered?.value ?? null
      const change = { at: NOW, by: office.profile.drafter, old, new: value, reason }
      history.set(cell, [...(history.get(cell) ?? []), change])
    }
  }
  return {
    'report.check': ({ year }) => sheetOf(office, office.report(year)),
    'report.try': ({ year, entries }) => {
      const report = office.report(year)
      const figures = applied(report, entries, '')
      const values = figures
        .filter((figure, index) => !sameQuantity(figure.value, report.figures[index]?.value ?? null))
        .map(({ id, value, text }) => ({ cell: id, value, text }))
      return { year, values, sheet: sheetOf(office, { ...report, figures }) }
    },
    'cells.enter': ({ year, entries, reason }) => {
      enter(year, entries, reason)
      const report = office.report(year)
      return { figures: report.figures, sheet: sheetOf(office, report) }
    },
    'figure.changes': ({ year, figure }) => office.annals(year).changes.get(figure) ?? [],
    'check.waive': ({ year, key, note }) => {
      writable(office.report(year))
      office.annals(year).waivers.set(key, { note, at: NOW, by: office.profile.drafter })
      return sheetOf(office, office.report(year))
    },
    'check.unwaive': ({ year, key }) => {
      office.annals(year).waivers.delete(key)
      return sheetOf(office, office.report(year))
    },
    'report.lock': ({ year }) => {
      const report = office.report(year)
      if (sheetOf(office, report).open_errors > 0)
        fail('report.errors', '还有错误没有改正，没有锁定', '改正或写情况说明后再锁定')
      const locked = frozen(report, '2026-01-12T10:40:00')
      office.reports.set(year, locked)
      office.annals(year).versions.push(structuredClone(locked))
      return locked
    },
    'report.reopen': ({ year, reason }) => {
      const report = office.report(year)
      const version = { number: report.version.number + 1, locked_at: null, sha256: null, reason }
      const opened = { ...structuredClone(report), locked: false, version }
      office.reports.set(year, opened)
      return opened
    },
    'report.versions': ({ year }) => {
      const report = office.report(year)
      const listed = (each: Report): Version => ({ ...each.version, opened_at: null })
      const kept = office.annals(year).versions.map(listed)
      return report.locked ? (kept.length > 0 ? kept : [listed(report)]) : [...kept, listed(report)]
    },
    'report.version': ({ year, version }) =>
      office.annals(year).versions.find((each) => each.version.number === version) ??
      fail('report.version', `没有第 ${version} 版`, ''),
    'report.format': ({ year, format, reason }) => {
      const report = office.report(year)
      report.format_choice.reason = reason
      report.format_choice.warning = format === report.format_choice.due ? null : `${year} 年应当用别的格式`
      report.format = format
      return report
    },
  }
}
