/** The fake program's letters and looks at personal data: some to look at, none that can be issued. */
import type {
  Commands,
  ExpiredRecord,
  LetterSettings,
  LetterSettingsView,
  LetterView,
  LookLine,
} from '@/backend/generated'
import { fail } from './office'

type Command = Extract<keyof Commands, `letter.${string}` | `letters.${string}` | `privacy.${string}`>
type Handlers = { [N in Command]: (request: Commands[N]['request']) => Commands[N]['response'] }

const notHere = (): never => fail('fake', '浏览器里的示例没有这项功能', '请在程序窗口里看')

const KINDS = [
  { id: 'receipt', label: '登记回执', group: '受理', next: false },
  { id: 'correction', label: '补正告知书', group: '受理', next: false },
  { id: 'extension', label: '延期答复告知书', group: '办理', next: true },
  { id: 'consultation', label: '第三方意见征询书', group: '办理', next: true },
  { id: 'granted', label: '政府信息公开告知书（予以公开）', group: '答复', next: true },
  { id: 'refused', label: '不予公开告知书', group: '答复', next: true },
  { id: 'service', label: '送达回证', group: '送达', next: false },
]

const TEXT =
  '{申请人}：\n本机关于{收到日期}收到你（单位）提交的政府信息公开申请。经审查，[[{所需信息}]]属于本机关主动公开的信息。\n特此告知。'

function letter(id: number): LetterView {
  const draft = id !== 2
  return {
    id,
    application: 101,
    template: 'extension',
    label: '延期答复告知书',
    stage: draft ? 'draft' : 'issued',
    on: '2019-01-10',
    number: '下政公开〔2019〕3号',
    own_number: false,
    title: '延期答复告知书',
    own_title: false,
    addressee: '张三',
    text: TEXT.replace('{申请人}', '张三').replace('{收到日期}', '2018年12月28日'),
    own_text: false,
    places: [
      { name: '申请人', help: '', kind: 'text', value: '张三', optional: false },
      { name: '延期到', help: '从答复期限起算', kind: 'date', value: '', optional: false },
      { name: '延长天数', help: '不超过 20', kind: 'number', value: '15', optional: false },
      { name: '延期的理由', help: '为什么不能按期答复', kind: 'long', value: '', optional: true },
    ],
    missing: draft ? '还没有填写：延期到' : '',
    remarks: [],
    step: '延期',
    with_step: true,
    step_problem: null,
    issued_at: draft ? null : '2019-01-10T10:32:00',
    void_reason: null,
    erased: false,
  }
}

function settings(kept: LetterSettings): LetterSettingsView {
  const completed = {
    ...kept,
    code: kept.code || '下政公开',
    reviewing: kept.reviewing || '清河县人民政府',
    court: kept.court || '清河县人民法院',
    contact: kept.contact || '李文静',
    phone: kept.phone || '024-55510012',
  }
  const standard = '{代字}〔{年}〕{序号}号'
  return {
    kept,
    completed,
    groups: ['答复', '办理', '受理'].map((label) => ({
      id: label,
      label,
      pattern: kept.patterns[label] ?? standard,
      standard,
      next: '下政公开〔2019〕4号',
    })),
    templates: KINDS.map(({ id, label, group }) => ({
      id,
      label,
      group,
      words: { title: label, text: TEXT },
      standard: { title: label, text: TEXT },
      own: false,
      basis: '《中华人民共和国政府信息公开条例》第三十三条',
      fields: [],
    })),
    remedies: [{ id: 'either', label: '第一款：可以复议，也可以起诉', say: TEXT, standard: '如对本告知不服，可以……' }],
  }
}

const NONE: LetterSettings = {
  code: '',
  reviewing: '',
  court: '',
  address: '',
  contact: '',
  phone: '',
  payment: '',
  patterns: {},
  words: {},
  remedies: {},
}

const EXPIRED: ExpiredRecord[] = [1, 2, 3].map((id) => ({
  ledger: 'application',
  ledger_label: '依申请公开',
  id,
  title: '关于公开 2013 年度各村集体土地流转合同备案情况的申请',
  ended_on: '2013-06-03',
  kept_until: '2018-06-03',
  files: id - 1,
  letters: id,
}))

const LOOKS: LookLine[] = [1, 2, 3, 4].map((record) => ({
  at: '2019-01-10T10:32:00',
  what: record % 2 ? '显示' : '打开文书',
  ledger: 'application',
  ledger_label: '依申请公开',
  record,
  title: '2016 年石门村土地流转合同备案情况',
  field: record % 2 ? '证件号码' : '',
}))

export function letterHandlers(): Handlers {
  let kept = NONE
  let years = 5
  const retention = (): Commands['privacy.retention']['response'] => ({ years, expired: EXPIRED })
  return {
    'letters.of_case': () => ({
      kinds: KINDS,
      letters: [1, 2].map((id) => ({ ...letter(id), void_reason: '' })),
    }),
    'letters.settings': () => settings(kept),
    'letters.settings.save': (sent) => settings((kept = sent)),
    'letter.begin': () => letter(3),
    'letter.show': ({ id }) => letter(id),
    'letter.save': ({ id }) => letter(id),
    'letter.drop': () => null,
    'letter.issue': notHere,
    'letter.void': notHere,
    'letter.preview': () => ({ key: 'letter', pages: 1, bytes: 90000 }),
    'letter.export': notHere,
    'letter.export_as': notHere,
    'letter.print': notHere,
    'privacy.show': () => '示例',
    'privacy.doubt': ({ number }) =>
      /^\d{17}0$/.test(number) ? '身份证号码的最后一位（校验码）与前 17 位对不上' : null,
    'privacy.log': () => ({ lines: LOOKS, count: LOOKS.length, page_size: 100 }),
    'privacy.retention': retention,
    'privacy.retention.save': (sent) => {
      years = sent.years
      return retention()
    },
    'privacy.erase': () => ({ years, expired: [] }),
  }
}
