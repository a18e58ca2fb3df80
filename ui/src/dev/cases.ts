/**
 * A case, terms and a calendar for looking at: they stand still, whatever is asked. The program's own
 * clock reckons none of them, so nothing can be registered behind this window.
 */
import type {
  CalendarSettings,
  CaseView,
  Commands,
  DayKind,
  Event,
  MonthView,
  Possible,
  Term,
} from '@/backend/generated'
import { fail } from './office'

type CaseCommand = Extract<
  keyof Commands,
  `application.${string}` | `calendar.${string}` | `terms.${string}` | `fees.${string}`
>

type CaseHandlers = { [N in CaseCommand]: (request: Commands[N]['request']) => Commands[N]['response'] }

const notHere = (): never => fail('fake', '浏览器里的示例没有这项功能', '请在程序窗口里看')

const on = (day: string): { on: string; taken_over: boolean } => ({ on: day, taken_over: false })
const step = (event: Event, label: string, refused: string | null = null, by: string | null = null): Possible => ({
  event,
  label,
  refused,
  outcomes: [],
  by,
})

const DUE = '2019-01-29'

function theCase(id: number): CaseView {
  const received: Event = {
    ...on('2018-12-28'),
    what: 'received',
    way: 'letter',
    arrived_on: '2018-12-27',
    confirmed_on: '2018-12-28',
  }
  const asked: Event = { ...on('2019-01-03'), what: 'correction_asked', until: '2019-01-17' }
  const mended: Event = { ...on('2019-01-07'), what: 'correction_received', excuse: null }
  const entered = { id: 1, entered_at: '2019-01-07T09:12:00' }
  return {
    id,
    number: '2018年第3号',
    content: '2016 年石门村土地流转合同备案情况',
    values: {},
    kept: true,
    events: [
      { ...entered, event: received, label: '收到申请', detail: '平常信函，12月27日到达，12月28日与申请人确认' },
      { ...entered, event: asked, label: '要求补正', detail: '补正期限 2019年1月17日' },
      { ...entered, event: mended, label: '收到补正', detail: '' },
    ],
    state: {
      decree: 'of2007',
      received_on: '2018-12-28',
      status: 'handling',
      status_label: '办理中',
      first_due: '2019-01-21',
      due: DUE,
      days_left: 13,
      overdue: false,
      on_time: null,
      outcome: null,
      decided_on: null,
      delivered_on: null,
      extended_by: 0,
      pauses: [{ from: '2019-01-03', to: '2019-01-07', why: '补正' }],
      limits: [{ what: '决定延期答复', due: DUE, explanation: null, passed: false }],
      faults: [],
      explanation: {
        text: '2019年1月7日收到补正，次日起 15 个工作日，到 2019年1月29日。',
        note: '春节安排以国务院办公厅通知为准。',
        steps: Array.from({ length: 12 }, (_, at) => ({
          day: `2019-01-${String(at + 8).padStart(2, '0')}`,
          kind: { kind: [4, 5].includes(at) ? 'weekend' : 'working' } as DayKind,
          number: [4, 5].includes(at) ? null : at < 4 ? at + 1 : at - 1,
          label: [4, 5].includes(at) ? '周末' : `第 ${at < 4 ? at + 1 : at - 1} 个工作日`,
        })),
      },
      remedy: null,
    },
    problem: null,
    possible: [
      step({ ...on('2019-01-10'), what: 'extended', days: 15, approved_on: '2019-01-10' }, '延期', null, DUE),
      step({ ...on('2019-01-10'), what: 'consultation_asked', whom: 'third_party', party: 1 }, '征求第三方意见'),
      step({ ...on('2019-01-10'), what: 'fee_notice', yuan: 0, basis: null, reduction: 0, reason: '' }, '收费通知'),
      step({ ...on('2019-01-10'), what: 'decided', outcome: 'granted' }, '作出答复', null, DUE),
      step({ ...on('2019-01-10'), what: 'withdrawn' }, '申请人撤回'),
      step({ ...on('2019-01-10'), what: 'delivered', by: 'posted' }, '送达', '还没有作出答复'),
      step(
        { ...on('2019-01-10'), what: 'disputed', kind: 'reconsideration', case_number: '' },
        '行政复议',
        '还没有答复',
      ),
    ],
    past: [{ text: '收到申请，2018年12月27日', replaced_at: '2019-01-03T15:20:00' }],
  }
}

const term = (id: number, over: Partial<Term>): Term => ({
  kind: 'answer',
  ledger: 'application',
  id,
  year: 2017,
  number: `2018年第${id}号`,
  title: '2016 年石门村土地流转合同备案情况',
  what: '答复',
  status: '办理中',
  due: DUE,
  days_left: 13,
  nearness: 'later',
  why: '次日起 15 个工作日',
  note: null,
  ...over,
})

const TERMS: Term[] = [
  term(101, { due: '2019-01-08', days_left: -2, nearness: 'overdue', note: '已过期，请尽快答复并说明原因。' }),
  term(102, { kind: 'hotline', ledger: 'hotline', due: '2019-01-10', days_left: 0, nearness: 'today', what: '办结' }),
  term(103, {
    kind: 'publication',
    ledger: 'disclosure',
    due: '2019-01-14',
    days_left: 2,
    nearness: 'soon',
    what: '公开',
  }),
  term(104, {}),
  term(2018, { kind: 'report', ledger: null, number: '', title: '2018 年度报告', what: '报送', due: '2019-01-31' }),
]

function month(year: number, of: number): MonthView {
  const days = new Date(year, of, 0).getDate()
  return {
    known: year < 2027,
    days: Array.from({ length: days }, (_, at) => {
      const weekday = new Date(year, of - 1, at + 1).getDay()
      const newYear = of === 1 && at === 0
      const kind: DayKind = newYear
        ? { kind: 'holiday', name: '元旦' }
        : of === 2 && at === 1
          ? { kind: 'adjusted' }
          : { kind: weekday === 0 || weekday === 6 ? 'weekend' : 'working' }
      return { day: `${year}-${String(of).padStart(2, '0')}-${String(at + 1).padStart(2, '0')}`, kind }
    }),
  }
}

const CALENDAR: CalendarSettings = {
  years: [2027, 2026, 2019].map((year) => ({
    year,
    known: year === 2027 ? 'unknown' : year === 2019 ? 'office' : 'program',
    saved_at: year === 2019 ? '2018-12-07T10:00:00' : null,
    notice:
      year === 2027
        ? null
        : {
            year,
            holidays: [
              { name: '元旦', days: [`${year}-01-01`] },
              { name: '春节', days: [4, 5, 6, 7, 8, 9, 10].map((day) => `${year}-02-${String(day).padStart(2, '0')}`) },
              { name: '清明节', days: [`${year}-04-05`] },
            ],
            workdays: [`${year}-02-02`, `${year}-02-03`],
          },
  })),
  local: [{ name: '颁金节', days: ['2019-11-08'] }],
}

export function caseHandlers(): CaseHandlers {
  return {
    'application.case': ({ id }) => theCase(id),
    'application.event.add': notHere,
    'application.event.change': notHere,
    'application.event.remove': notHere,
    'terms.show': () => ({ today: '2019-01-10', terms: TERMS, left_out: [], unlisted: [2027] }),
    'calendar.show': () => CALENDAR,
    'calendar.month': ({ year, month: of }) => month(year, of),
    'calendar.read': notHere,
    'calendar.notice.save': notHere,
    'calendar.notice.remove': notHere,
    'calendar.local.save': notHere,
    'calendar.deadline': notHere,
    'fees.reckon': notHere,
    'fees.before': () => 0,
  }
}
