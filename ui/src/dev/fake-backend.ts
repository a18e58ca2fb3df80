/**
 * A program behind the window that lives in memory, for looking at screens in a browser and for tests.
 * It answers the same commands in the same shapes; it keeps nothing. Never part of the built program.
 *
 * In the address: `?fake` sample office, `?fake=first` first run, `none` / `one` / `many` records,
 * `long` names of twenty-eight characters, `tables` the years in the form with tables, `broken` data
 * that cannot be opened.
 */
import type { Commands, Figure, LedgerRecord, Report, Todo, Value, Values } from '@/backend/generated'
import { annualHandlers } from './annual'
import { caseHandlers } from './cases'
import { letterHandlers } from './letters'
import { fail, ledgerOf, LEDGERS, NOW, Office } from './office'
import { placeHandlers } from './places'
import { paperHandlers } from './papers'
import { dateOf, page } from './records'
import { about, starter } from './report'
import type { SampleSize } from './sample'

type Handlers = { [N in keyof Commands]: (request: Commands[N]['request']) => Commands[N]['response'] }

const TODOS: Todo[] = [
  {
    id: 't1',
    text: '1 件热线办件已过办理期限，还没有办结',
    severity: 'error',
    ledger: 'hotline',
    filter: { done_on: [''] },
    part: null,
  },
  {
    id: 't2',
    text: '4 条信息还没有填公开日期，不计入公开条数',
    severity: 'warning',
    ledger: 'disclosure',
    filter: { published_on: [''] },
    part: null,
  },
  {
    id: 't3',
    text: '「主要问题和改进措施」还是起始文字',
    severity: 'hint',
    ledger: null,
    filter: null,
    part: 'improvement',
  },
]

function figureOf(report: Report, id: string): Figure {
  return report.figures.find((one) => one.id === id) ?? fail('figure.unknown', '没有这个数据项', '')
}

function handlers(office: Office): Handlers {
  const find = (ledger: string, id: number): LedgerRecord =>
    office.records.find((one) => one.ledger === ledger && one.id === id) ??
    fail('record.missing', '这条记录已经不在了', '刷新列表再看')
  const mark = (ledger: string, ids: number[], at: string | null): null => {
    for (const record of office.records) if (record.ledger === ledger && ids.includes(record.id)) record.deleted_at = at
    return null
  }
  const enter = (year: number, id: string, change: (figure: Figure) => void): Figure => {
    const figure = figureOf(office.report(year), id)
    change(figure)
    figure.value = figure.entered?.value ?? figure.counted ?? { kind: 'blank' }
    figure.text =
      figure.value.kind === 'exact'
        ? figure.value.value
        : figure.value.kind === 'at_least'
          ? `${figure.value.value}余`
          : figure.value.kind === 'blank'
            ? ''
            : '不适用'
    figure.about = figure.value.kind === 'exact' ? about(Number(figure.value.value)) : figure.text
    return figure
  }
  return {
    ...annualHandlers(office),
    ...caseHandlers(),
    ...letterHandlers(),
    'app.start': () => office.start(),
    'app.setup': ({ profile, sample }) => {
      office.first = false
      if (!sample) {
        office.profile = profile
        office.records = []
      }
      return office.start()
    },
    'profile.save': (profile) => {
      if (!profile.name.trim())
        fail('profile.incomplete', '单位名称没有填', '年度报告要落款，请填机关全称', { name: '请填写机关全称' })
      office.profile = profile
      return office.start()
    },
    'ledgers.describe': () => LEDGERS,
    'catalogues.list': () => office.counted(),
    'catalogue.save': ({ id, catalogue, name, code, kind }) => {
      const list =
        office.catalogues.find((one) => one.id === catalogue) ?? fail('catalogue.unknown', '没有这个目录', '')
      if (list.entries.some((one) => one.name === name && one.id !== id))
        fail('catalogue.taken', `「${name}」已经有了`, '换一个名称', { name: '已有同名的项' })
      if (id === null) {
        office.next += 1
        list.entries.push({
          id: office.next,
          catalogue,
          key: `u${office.next}`,
          name,
          code,
          kind,
          position: list.entries.length,
          retired: false,
          used: 0,
        })
        return list.entries[list.entries.length - 1] ?? fail('catalogue.unknown', '没有保存', '')
      }
      return Object.assign(office.entry(id), { name, code, kind })
    },
    'catalogue.retire': ({ id, retired }) => Object.assign(office.entry(id), { retired }),
    'catalogue.remove': ({ id }) => {
      const entry = office
        .counted()
        .flatMap((list) => list.entries)
        .find((one) => one.id === id)
      if (entry && entry.used > 0)
        fail(
          'catalogue.used',
          `有 ${entry.used} 条记录用着「${entry.name}」，不能删除`,
          '可以停用：新记录里不再出现，旧记录照常显示',
        )
      for (const list of office.catalogues) list.entries = list.entries.filter((one) => one.id !== id)
      return null
    },
    'catalogue.order': ({ ids }) => {
      ids.forEach((id, position) => Object.assign(office.entry(id), { position }))
      return null
    },
    'records.list': (query) => page(ledgerOf(query.ledger), office.records, query),
    'records.get': ({ ledger, id }) => find(ledger, id),
    'records.draft': ({ ledger, year, copy_of }) => {
      const day = `${year}-12-31`
      if (copy_of !== null) return { ...find(ledger, copy_of).values, index_number: null }
      const values: Values = Object.fromEntries(
        ledgerOf(ledger).fields.map((field): [string, Value] => [
          field.id,
          field.kind.type === 'entries' || field.kind.type === 'publications' ? [] : null,
        ]),
      )
      if (ledger === 'disclosure')
        Object.assign(values, {
          formed_on: day,
          openness: 'open',
          drafter: office.profile.drafter,
          reviewer: office.profile.reviewer,
          approver: office.profile.approver,
        })
      return values
    },
    'records.save': ({ ledger, id, values }) => {
      office.check(ledgerOf(ledger), values)
      if (id !== null) return Object.assign(find(ledger, id), { values, updated_at: NOW })
      office.next += 1
      const made: LedgerRecord = { id: office.next, ledger, values, created_at: NOW, updated_at: NOW, deleted_at: null }
      office.records.push(made)
      office.reports.clear()
      return made
    },
    'records.delete': ({ ledger, ids }) => mark(ledger, ids, NOW),
    'records.restore': ({ ledger, ids }) => mark(ledger, ids, null),
    'bin.list': () =>
      office.records
        .filter((one) => one.deleted_at)
        .map((one) => {
          const ledger = ledgerOf(one.ledger)
          return {
            ledger: one.ledger,
            ledger_label: ledger.label,
            id: one.id,
            title: String(one.values[ledger.title_field] ?? ''),
            date: dateOf(ledger, one) || null,
            deleted_at: one.deleted_at ?? '',
            purged_on: '2019-02-09',
          }
        }),
    'bin.empty': () => {
      office.records = office.records.filter((one) => !one.deleted_at)
      return null
    },
    'dashboard.show': ({ year }) => ({
      year,
      counts: LEDGERS.map((one) => ({
        ledger: one.id,
        label: one.label,
        unit: one.id === 'inquiry' ? '人次' : one.unit,
        count: office.count(year, one.id, {}),
        previous: office.count(year - 1, one.id, {}),
      })),
      months: LEDGERS.filter((one) =>
        ['disclosure', 'inquiry', 'hotline', 'application', 'activity'].includes(one.id),
      ).map((one) => ({
        ledger: one.id,
        label: one.short,
        counts: Array.from(
          { length: 12 },
          (_, month) =>
            page(one, office.records, {
              ledger: one.id,
              year,
              month: month + 1,
              filter: {},
              search: '',
              sort: null,
              page: 0,
              page_size: 1,
            }).count,
        ),
      })),
      todos: office.records.length < 2 ? [] : TODOS,
      filing: { due: `${year + 1}-01-31`, days_left: year === 2018 ? 21 : year === 2017 ? -344 : 386 },
    }),
    'report.show': ({ year }) => structuredClone(office.report(year)),
    'report.narrative.save': ({ year, part, narrative }) => {
      const found = office.report(year).parts.find((one) => one.id === part)
      if (found) Object.assign(found, { narrative, written: true, saved_at: NOW })
      return { saved_at: NOW }
    },
    'report.narrative.starter': ({ part }) => starter(part),
    'report.narrative.of_year': ({ from: year, part }) =>
      office.report(year).parts.find((one) => one.id === part)?.narrative ?? { blocks: [] },
    'report.settings.save': ({ year, title, signed_on, categories_complete }) => {
      const title_lines = title.split('\n').filter((line) => line.trim() !== '')
      const changed = { title: title_lines.join(''), title_lines, signed_on, categories_complete }
      return structuredClone(Object.assign(office.report(year), changed))
    },
    'figure.enter': ({ year, figure, value, reason }) =>
      enter(year, figure, (one) => {
        one.entered = { value, reason, at: NOW }
      }),
    'figure.clear': ({ year, figure }) =>
      enter(year, figure, (one) => {
        one.entered = null
      }),
    'figure.define': ({ part, label, unit, ledger, filter }) => {
      office.next += 1
      const id = `custom.${office.next}`
      for (const [year, report] of office.reports) {
        const n = office.count(year, ledger, filter)
        report.figures.push({
          id,
          part,
          label,
          unit,
          counted: { kind: 'exact', value: String(n) },
          entered: null,
          value: { kind: 'exact', value: String(n) },
          text: String(n),
          about: about(n),
          how: '按保存的筛选条件统计',
          behind: { ledger, year, filter },
          custom: true,
          kind: 'counted',
          place: null,
          sum: [],
          carried: null,
          last: null,
          decimals: 0,
        })
        report.parts.find((one) => one.id === part)?.figures.push(id)
      }
      return { id }
    },
    'figure.undefine': ({ id }) => {
      for (const report of office.reports.values()) {
        report.figures = report.figures.filter((one) => one.id !== id)
        for (const part of report.parts) part.figures = part.figures.filter((one) => one !== id)
      }
      return null
    },
    'years.list': () =>
      office.years.map((year) => ({
        year,
        format_label: office.report(year).format_label,
        locked: office.report(year).locked,
        version: office.report(year).version.number,
        locked_at: office.report(year).version.locked_at,
        parts_written: office.report(year).parts.filter((one) => one.written).length,
        parts: 7,
        edited_at: year === 2019 ? null : NOW,
        figures: office
          .report(year)
          .figures.filter((one) =>
            ['disclosed.total', 'applications.total', 'inquiries.total', 'complaints.total', 'disputes.total'].includes(
              one.id,
            ),
          )
          .map(({ id, label, unit, text }) => ({ id, label, unit, text })),
      })),
    'years.open': ({ year }) => {
      if (!office.years.includes(year)) office.years.push(year)
      return null
    },
    ...paperHandlers(office),
    'shell.reveal': () => null,
    'shell.attach': () => ({ hash: 'ab'.repeat(32), name: '下乡政发〔2018〕5号.pdf', size: 327680 }),
    'shell.open_attachment': () => null,
    'shell.open_link': () => null,
    'shell.title': () => null,
    ...placeHandlers(),
  }
}

function picture(path: string): string {
  const number = Number(path.split('/')[1] ?? 0) + 1
  const lines = Array.from(
    { length: 22 },
    (_, i) => `<rect x="105" y="${250 + i * 36}" width="${i % 5 === 4 ? 300 : 590}" height="14" fill="#d0d4da"/>`,
  ).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="794" height="1123"><rect width="794" height="1123" fill="#fff"/><text x="397" y="170" font-size="30" text-anchor="middle">第 ${number} 页</text>${lines}</svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
}

/** One office in memory: answers a command by its name, or throws a failure. */
export function makeBackend(
  size: SampleSize = 'usual',
  first = false,
  long = false,
  tables = false,
): (name: string, request: unknown) => unknown {
  const office = new Office(size, first)
  if (long) office.lengthen()
  if (tables) office.grow()
  const table = handlers(office) as unknown as Record<string, (request: unknown) => unknown>
  return (name, request) => {
    const handler = table[name] ?? fail('command.unknown', `没有这个命令：${name}`, '')
    const answer = handler(request)
    return answer === undefined ? null : structuredClone(answer)
  }
}

declare global {
  interface Window {
    __TAURI_INTERNALS__?: Record<string, unknown>
  }
}

/** Stands in for the shell: `call` goes to the office in memory, everything else is swallowed. */
export function installFakeBackend(mode = new URLSearchParams(location.search).get('fake') ?? ''): void {
  const size: SampleSize = mode === 'none' || mode === 'one' || mode === 'many' ? mode : 'usual'
  const answer = makeBackend(size, mode === 'first', mode === 'long', mode === 'tables')
  let callbacks = 0
  window.__TAURI_INTERNALS__ = {
    metadata: { currentWindow: { label: 'main' }, currentWebview: { label: 'main', windowLabel: 'main' } },
    transformCallback: () => (callbacks += 1),
    unregisterCallback: () => undefined,
    convertFileSrc: (path: string) => picture(path),
    invoke: async (command: string, args: { name?: string; request?: unknown }) => {
      if (command !== 'call') return 1
      const request = args.request === undefined ? null : (JSON.parse(JSON.stringify(args.request)) as unknown)
      await new Promise((done) => setTimeout(done, 5))
      if (mode === 'broken')
        fail(
          'database.damaged',
          '数据文件已损坏，没有打开，文件原样保留。',
          '用备份恢复数据文件夹里的 gongkai.db，或把整个数据文件夹交给技术人员。',
        )
      return answer(args.name ?? '', request)
    },
  }
}
