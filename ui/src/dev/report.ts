/** A report of the 2008 form for looking at the report's screens. */
import type { Block, Figure, Inline, Narrative, Part, Quantity, RecordsBehind, Report } from '@/backend/generated'
import { cellText } from '@/report/grid/quantities'

const exact = (n: number): Quantity => ({ kind: 'exact', value: String(n) })

export function about(n: number): string {
  if (n < 10 || n % 10 === 0) return String(n)
  const step = n >= 100 ? 100 : 10
  return `${Math.floor(n / step) * step}余`
}

export function textOf(value: Quantity): string {
  return cellText(value)
}

/** What a figure of the text has besides its number. */
const plain = { kind: 'counted', place: null, sum: [], carried: null, last: null, decimals: 0 } as const

function figure(
  id: string,
  part: string,
  label: string,
  unit: string,
  n: number,
  ledger: string,
  filter: Record<string, string[]>,
  how: string,
  year: number,
): Figure {
  const behind: RecordsBehind = { ledger, year, filter }
  return {
    id,
    part,
    label,
    unit,
    counted: exact(n),
    entered: null,
    value: exact(n),
    text: String(n),
    about: about(n),
    how,
    behind,
    custom: false,
    ...plain,
    sum: [],
  }
}

/** `{id}` is a figure exactly, `{~id}` the same rounded down. */
export function block(level: number, source: string): Block {
  const inlines: Inline[] = source
    .split(/(\{~?[a-z_.0-9]+\})/)
    .filter(Boolean)
    .map((piece): Inline => {
      const found = /^\{(~?)([a-z_.0-9]+)\}$/.exec(piece)
      return found?.[2]
        ? { type: 'figure', id: found[2], shown: found[1] ? 'about' : 'exact' }
        : { type: 'text', text: piece }
    })
  return { level, inlines }
}

const TEXTS: Record<string, string[]> = {
  preamble: [
    '0本报告依照《中华人民共和国政府信息公开条例》编制，由概述、主动公开、依申请公开、咨询和投诉、复议诉讼、问题和改进六个部分组成。',
  ],
  overview: [
    '2组织领导。本年度信息公开领导小组有成员{posts.leading}人，工作组负责日常登记和发布。',
    '2业务培训。全年开展培训{activities.training}次。',
  ],
  disclosure: [
    '0全年主动公开政府信息{disclosed.total}条，其中政务公开栏{~disclosed.board}条，微信、短信等新媒体{~disclosed.media}条。',
    '0按类别分，乡镇动态{disclosed.news}条，政策性信息{disclosed.policy}条，公告公示{disclosed.notice}条，宣传信息{disclosed.publicity}条。',
  ],
  application: ['2申请情况。本年度收到申请{applications.total}件。', '2收费情况。没有收取费用。'],
  inquiry: [
    '0受理咨询{inquiries.total}人次，其中电话{inquiries.phone}人次、现场{inquiries.on_site}人次、微信{inquiries.wechat}人次。收到投诉{complaints.total}件。',
  ],
  dispute: ['0本年度行政复议、行政诉讼{disputes.total}件。'],
  improvement: ['2存在的问题。公开内容的更新还不够及时。', '2改进措施。每月核对一次台账，缺漏的当月补上。'],
}

const HEADINGS: [string, string, string, string][] = [
  ['preamble', '', '', '编制依据、组成部分和统计期限。'],
  ['overview', '一、', '概述', '一年工作的总体情况：组织、制度、培训、宣传。'],
  ['disclosure', '二、', '主动公开政府信息情况', '公开了多少条，在哪些渠道，是哪些类别。'],
  ['application', '三、', '依申请公开政府信息情况', '收到多少件申请，怎样答复，收费及减免。'],
  ['inquiry', '四、', '咨询和投诉情况', '咨询人次与投诉件数。'],
  ['dispute', '五、', '行政复议和行政诉讼情况', '因政府信息公开引起的复议、诉讼。'],
  ['improvement', '六、', '主要问题和改进措施', '存在的问题，下一步怎么做。'],
]

export function starter(part: string): Narrative {
  return { blocks: (TEXTS[part] ?? []).map((line) => block(Number(line[0]), line.slice(1))) }
}

export function sampleReport(
  year: number,
  count: (ledger: string, filter: Record<string, string[]>) => number,
): Report {
  const at = (
    id: string,
    part: string,
    label: string,
    unit: string,
    ledger: string,
    filter: Record<string, string[]>,
    how: string,
  ): Figure => figure(id, part, label, unit, count(ledger, filter), ledger, filter, how, year)
  const figures = [
    at(
      'posts.leading',
      'overview',
      '领导小组成员',
      '人',
      'post',
      { body: ['leading_group'] },
      '本年度在任的领导小组成员人数',
    ),
    at(
      'activities.training',
      'overview',
      '培训',
      '次',
      'activity',
      { kind: ['training'] },
      '会议活动台账里类型为「培训」的次数',
    ),
    at(
      'disclosed.total',
      'disclosure',
      '主动公开政府信息',
      '条',
      'disclosure',
      { published_on: ['@year'] },
      '公开日期在本年度的信息条数',
    ),
    at(
      'disclosed.board',
      'disclosure',
      '政务公开栏',
      '条',
      'disclosure',
      { channels: ['政务公开栏'] },
      '发布渠道里有政务公开栏的信息条数',
    ),
    at(
      'disclosed.media',
      'disclosure',
      '微信、短信等新媒体',
      '条',
      'disclosure',
      { channels: ['微信', '短信'] },
      '发布渠道里有新媒体的信息条数',
    ),
    at(
      'disclosed.news',
      'disclosure',
      '乡镇动态',
      '条',
      'disclosure',
      { category: ['乡镇动态'] },
      '类别为「乡镇动态」的信息条数',
    ),
    at(
      'disclosed.policy',
      'disclosure',
      '政策性信息',
      '条',
      'disclosure',
      { category: ['政策性信息'] },
      '类别为「政策性信息」的信息条数',
    ),
    at(
      'disclosed.notice',
      'disclosure',
      '公告公示',
      '条',
      'disclosure',
      { category: ['公告公示'] },
      '类别为「公告公示」的信息条数',
    ),
    at(
      'disclosed.publicity',
      'disclosure',
      '宣传信息',
      '条',
      'disclosure',
      { category: ['宣传信息'] },
      '类别为「宣传信息」的信息条数',
    ),
    at('applications.total', 'application', '收到申请', '件', 'application', {}, '收到日期在本年度的申请件数'),
    at('inquiries.total', 'inquiry', '咨询', '人次', 'inquiry', {}, '咨询台账本年度人次之和'),
    at('inquiries.phone', 'inquiry', '电话咨询', '人次', 'inquiry', { way: ['phone'] }, '方式为「电话」的人次之和'),
    at('inquiries.on_site', 'inquiry', '现场咨询', '人次', 'inquiry', { way: ['on_site'] }, '方式为「现场」的人次之和'),
    at('inquiries.wechat', 'inquiry', '微信咨询', '人次', 'inquiry', { way: ['wechat'] }, '方式为「微信」的人次之和'),
    at('complaints.total', 'inquiry', '投诉举报', '件', 'complaint', {}, '收到日期在本年度的投诉举报件数'),
    at('disputes.total', 'dispute', '复议和诉讼', '件', 'dispute', {}, '受理日期在本年度的件数'),
  ]
  const parts: Part[] = HEADINGS.map(([id, number, heading, help]) => ({
    id,
    number,
    heading,
    help,
    narrative: starter(id),
    written: false,
    saved_at: null,
    figures: figures.filter((one) => one.part === id).map((one) => one.id),
    tables: [],
    tables_only: false,
    annex: false,
  }))
  return {
    year,
    format: '2008',
    format_label: '2008 年格式（六部分）',
    title: `下达河乡${year}年政府信息公开工作年度报告`,
    title_lines: [`下达河乡${year}年政府信息公开工作年度报告`],
    signature_office: '下达河乡人民政府',
    signed_on: `${year + 1}-01-15`,
    period_from: `${year}-01-01`,
    period_to: `${year}-12-31`,
    parts,
    figures,
    locked: false,
    tables: [],
    format_choice: {
      options: [
        { id: '2008', label: '2008 年格式（六部分）', basis: '国务院令第492号第三十二条', from_year: 2008 },
        { id: '2021', label: '2021 年格式（六部分，三张表）', basis: '国办公开办函〔2021〕30号', from_year: 2021 },
      ],
      due: '2008',
      reason: '',
      warning: null,
    },
    version: { number: 1, locked_at: null, sha256: null, reason: '' },
    categories_complete: false,
  }
}
