/** A township's records for looking at screens: the same shape and order of size as a real office's, every word made up. */
import type { Catalogue, CatalogueId, Entry, LedgerRecord, Profile, Values } from '@/backend/generated'

export const PROFILE: Profile = {
  name: '下达河乡人民政府',
  short: '下达河乡',
  self_name: '我乡',
  county: '清河县人民政府办公室',
  code: 'XDH',
  index_pattern: '{office}-{category}-{year}-{number:5}',
  filing_day: '01-31',
  drafter: '李文静',
  reviewer: '王德山',
  approver: '赵国栋',
  contact: '李文静',
  phone: '024-55510012',
}

const LISTS: Record<CatalogueId, { label: string; help: string; names: [string, string, string][] }> = {
  category: {
    label: '类别',
    help: '每条主动公开信息归入一个类别；代码用于生成索引号。',
    names: [
      ['乡镇动态', '01', ''],
      ['政策性信息', '02', ''],
      ['公告公示', '03', ''],
      ['宣传信息', '04', ''],
      ['财政资金', '05', ''],
      ['机构人事', '06', ''],
      ['土地与宅基地', '07', ''],
      ['社会救助', '08', ''],
    ],
  },
  channel: {
    label: '渠道',
    help: '一条信息可以在几个渠道发布；停用的渠道不再出现在新记录里，旧记录照常显示。',
    names: [
      ['政务公开栏', '', 'board'],
      ['村务公开栏', '', 'board'],
      ['微信', '', 'new_media'],
      ['短信', '', 'new_media'],
      ['微博', '', 'new_media'],
      ['政府网站', '', 'website'],
      ['村村响广播', '', 'press'],
      ['宣传手册', '', 'other'],
    ],
  },
  department: {
    label: '科室',
    help: '提供信息或承办事项的科室。',
    names: [
      ['党政办', '', ''],
      ['扶贫办', '', ''],
      ['民政办', '', ''],
      ['财政所', '', ''],
      ['农业站', '', ''],
      ['国土所', '', ''],
      ['司法所', '', ''],
      ['信访办', '', ''],
    ],
  },
  village: {
    label: '村（社区）',
    help: '信息和活动涉及的村、社区。',
    names: [
      ['下达河村', '', ''],
      ['上达河村', '', ''],
      ['石门村', '', ''],
      ['东沟村', '', ''],
      ['柳条村', '', ''],
    ],
  },
}

const CHANNEL_KINDS = [
  { id: 'board', label: '公开栏' },
  { id: 'website', label: '政府网站' },
  { id: 'new_media', label: '新媒体' },
  { id: 'gazette', label: '政府公报' },
  { id: 'press', label: '报刊广播电视' },
  { id: 'other', label: '其他' },
]

export function sampleCatalogues(): Catalogue[] {
  let id = 0
  return (Object.keys(LISTS) as CatalogueId[]).map((catalogue) => {
    const list = LISTS[catalogue]
    const entries: Entry[] = list.names.map(([name, code, kind], position) => {
      id += 1
      return { id, catalogue, key: `${catalogue}${id}`, name, code, kind, position, retired: name === '微博', used: 0 }
    })
    return {
      id: catalogue,
      label: list.label,
      help: list.help,
      kinds: catalogue === 'channel' ? CHANNEL_KINDS : [],
      entries,
    }
  })
}

const TITLES: Record<string, string[]> = {
  乡镇动态: ['召开防汛抗旱工作部署会', '组织干部到石门村开展秸秆还田指导', '完成春季植树任务验收'],
  政策性信息: [
    '关于落实城乡居民基本养老保险缴费档次调整的通知',
    '耕地地力保护补贴发放办法',
    '农村危房改造申请条件与补助标准',
  ],
  公告公示: ['低保对象动态调整结果公示', '村级公益事业项目招标公告'],
  宣传信息: ['防范电信网络诈骗宣传', '秋季森林防火宣传', '合作医疗参保宣传'],
  财政资金: ['扶贫专项资金使用情况'],
  社会救助: ['临时救助对象名单'],
}

const two = (n: number): string => String(n).padStart(2, '0')

function record(ledger: string, id: number, year: number, values: Values): LedgerRecord {
  const at = `${year}-12-28T09:${two(id % 60)}:00`
  return { id, ledger, values, created_at: at, updated_at: at, deleted_at: null }
}

function disclosures(year: number, count: number, from: number): LedgerRecord[] {
  const shares: [string, number][] = [
    ['乡镇动态', 30],
    ['政策性信息', 50],
    ['公告公示', 5],
    ['宣传信息', 80],
    ['财政资金', 20],
    ['社会救助', 15],
  ]
  const kinds = shares.flatMap(([name, n]) => Array.from({ length: n }, () => name))
  return Array.from({ length: count }, (_, i) => {
    const category = kinds[(i * 37) % kinds.length] ?? '乡镇动态'
    const titles = TITLES[category] ?? ['信息']
    const date = `${year}-${two((i % 12) + 1)}-${two((i % 27) + 1)}`
    const channels =
      i % 10 < 5
        ? [{ channel: '政务公开栏', on: null }]
        : i % 10 < 8
          ? [{ channel: '微信', on: null }]
          : [
              { channel: '政务公开栏', on: null },
              { channel: '短信', on: date },
            ]
    return record('disclosure', from + i, year, {
      index_number: `XDH-${two((i % 8) + 1)}-${year}-${String(i + 1).padStart(5, '0')}`,
      title:
        i === 3
          ? '下达河乡人民政府关于印发二〇一八年政务公开工作要点的通知及其任务分工方案'
          : `${titles[i % titles.length]}${i > 20 ? `（${i + 1}）` : ''}`,
      document_number: i % 6 === 1 ? `下乡政发〔${year}〕${i + 1}号` : null,
      category,
      department: ['党政办', '扶贫办', '民政办', '扶贫办'][i % 4] ?? null,
      villages: i % 3 === 0 ? ['石门村', '东沟村'] : [],
      formed_on: date,
      published_on: i % 41 === 40 ? null : date,
      channels,
      timing: 'regular',
      openness: 'open',
      drafter: '李文静',
      drafted_on: date,
      reviewer: '王德山',
      reviewed_on: date,
      approver: '赵国栋',
      approved_on: date,
      secrecy: 'passed',
      secrecy_on: date,
      interpretation: 'none',
      summary: null,
      interpretation_link: null,
      link: null,
      attachment: null,
      note: null,
    })
  })
}

function inquiries(year: number, from: number): LedgerRecord[] {
  const rows: [string, number, string][] = [
    ['phone', 12, '养老保险怎样补缴'],
    ['on_site', 30, '危房改造补助标准'],
    ['wechat', 40, '玉米补贴什么时候发放'],
    ['phone', 38, '低保申请需要哪些材料'],
    ['on_site', 120, '宅基地确权登记进度'],
    ['wechat', 160, '合作医疗缴费截止日期'],
  ]
  return rows.map(([way, persons, subject], i) =>
    record('inquiry', from + i, year, {
      on: `${year}-${two(i * 2 + 1)}-15`,
      way,
      persons,
      subject,
      department: '党政办',
      handled_by: '李文静',
      reply: null,
      note: null,
    }),
  )
}

function others(year: number, from: number): LedgerRecord[] {
  const hotline = Array.from({ length: 26 }, (_, i) =>
    record('hotline', from + i, year, {
      source: i % 3 ? '12345' : 'minxin',
      number: `${year}${two((i % 12) + 1)}${String(i).padStart(4, '0')}`,
      received_on: `${year}-${two((i % 12) + 1)}-06`,
      due_on: `${year}-${two((i % 12) + 1)}-13`,
      subject: ['自来水夜间停水', '村路路灯不亮', '垃圾清运不及时'][i % 3] ?? '',
      department: '党政办',
      result: i === 25 ? 'pending' : 'done',
      done_on: i === 25 ? null : `${year}-${two((i % 12) + 1)}-11`,
      on_time: i === 25 ? null : true,
      handled_by: '李文静',
      reply: null,
      note: null,
    }),
  )
  const activity = Array.from({ length: 9 }, (_, i) =>
    record('activity', from + i, year, {
      on: `${year}-${two(i + 2)}-15`,
      kind: ['meeting', 'training', 'inspection', 'publicity'][i % 4] ?? 'meeting',
      form: null,
      title: ['政务公开工作例会', '信息公开业务培训', '村务公开督查', '「5·15」政务公开日宣传'][i % 4] ?? '',
      place: '乡政府',
      villages: ['石门村'],
      department: '党政办',
      participants: 20 + i * 5,
      materials: i % 4 === 3 ? 600 : null,
      note: null,
      attachment: null,
    }),
  )
  const application =
    year === 2018
      ? []
      : [
          record('application', from, year, {
            number: `${year}-001`,
            received_on: `${year}-06-01`,
            received_by: 'letter',
            applicant_kind: 'natural',
            name: '张*',
            identity: 'id_card',
            identity_number: '2106**********1234',
            content: '2016 年石门村土地流转合同备案情况',
            outcome: null,
            decided_on: null,
            extended: false,
            fee: null,
            reduction: null,
          }),
        ]
  return [...hotline, ...activity, ...application]
}

/** What the sample looks like: as an office has it, nothing, one line, or ten thousand. */
export type SampleSize = 'usual' | 'none' | 'one' | 'many'

export function sampleRecords(size: SampleSize): LedgerRecord[] {
  if (size === 'none') return []
  if (size === 'one') return disclosures(2018, 1, 1)
  const usual = [
    ...disclosures(2018, size === 'many' ? 10000 : 200, 1),
    ...disclosures(2017, 160, 20001),
    ...inquiries(2018, 1),
    ...inquiries(2017, 101).slice(1),
  ]
  return [...usual, ...others(2018, 1), ...others(2017, 101)]
}
