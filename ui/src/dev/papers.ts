/** The fake program's papers: editions, personal data, style, fonts, printers. */
import type { Commands, FilingSettings, PersonalFinding, Style } from '@/backend/generated'
import { NOW, type Office } from './office'

type Handlers = { [N in keyof Commands]: (request: Commands[N]['request']) => Commands[N]['response'] }

const STANDARD: Style = {
  paper_width: 210,
  paper_height: 297,
  margin_top: 37,
  margin_right: 26,
  margin_bottom: 35,
  margin_left: 28,
  chars_per_line: 28,
  lines_per_page: 22,
  line_pitch_pt: null,
  body_pt: 16,
  first_indent: 2,
  latin_gap: 0.125,
  title_font: 'xiao_biao_song',
  title_pt: 22,
  title_rows_above: 2,
  title_rows_below: 1,
  heading3_bold: false,
  issuer_pt: 42,
  issuer_drop: 35,
  imprint_on_even_page: true,
  imprint_pt: 14,
  table_pt: 12,
  caption_pt: 14,
  page_number: 'outside',
  page_number_pt: 14,
  page_number_drop: 7,
}

const FINDINGS: PersonalFinding[] = [
  {
    key: 'a',
    part: 'overview',
    place: '一、概述',
    kind: 'id_number',
    kind_label: '身份证号码',
    quote: '申请人王某（2101**********1237）要求公开',
    masked: '2101**********1237',
    times: 1,
    decision: null,
  },
  {
    key: 'b',
    part: null,
    place: '附注',
    kind: 'mobile',
    kind_label: '手机号码',
    quote: '联系人：王敏，139******00',
    masked: '139******00',
    times: 2,
    decision: null,
  },
]

export function paperHandlers(office: Office) {
  let filing: FilingSettings = {
    issuer: '',
    number: '',
    signers: '',
    copy_number: 0,
    secrecy: '',
    urgency: '',
    addressee: '',
    as_body: false,
    note: '',
    copies: '',
    printer: '',
    printed_on: '',
  }
  let style = STANDARD
  let shippedOnly = false
  const findings = structuredClone(FINDINGS)
  const folder = 'D:\\文档\\政府信息公开年报'
  const fonts = (year: number): Commands['fonts.show']['response'] => ({
    fonts: [
      ['小标宋', '标题、发文机关标志', '方正小标宋简体', false, '本机装有这种字体，并且允许嵌入文件'],
      ['仿宋', '正文、三四级标题、主送、署名、版记', 'Fandol 仿宋', true, '本机没有“仿宋_GB2312”'],
      ['黑体', '一级标题、表头、密级、紧急程度', 'Noto Sans SC Medium', true, '本机没有“黑体”'],
      ['楷体', '二级标题、签发人姓名', 'Gongkai Kai', true, '本机没有“楷体_GB2312”'],
      ['宋体', '页码', 'Noto Serif SC Light', true, '本机没有“宋体”'],
    ].map(([role, used_for, family, shipped, why]) => ({
      role: String(role),
      used_for: String(used_for),
      family: String(family),
      path: 'D:\\字体\\a.ttf',
      shipped: shippedOnly || shipped === true,
      why: String(why),
    })),
    shipped_only: shippedOnly,
    year,
    rare: [{ character: '𬭚', code: 'U+2CB5A', wanted: '仿宋', used: 'Noto Serif SC Light', page: 2 }],
    problem: null,
  })
  return {
    'preview.make': () => ({ key: 'fake', pages: 5, bytes: 182000 }),
    'preview.style': () => ({ preview: { key: 'fake', pages: 5, bytes: 182000 }, departures: [] }),
    'report.export': ({ paper, kind }) => ({
      path: `${folder}\\${paper.year}\\下达河乡${paper.year}年政府信息公开工作年度报告.${kind}`,
    }),
    'report.export_as': () => null,
    'ledger.export': ({ year }) => ({ path: `${folder}\\${year}\\下达河乡${year}年主动公开台账.xlsx` }),
    'report.files.plan': ({ year }) => ({
      path: `${folder}\\下达河乡人民政府${year}年度政府信息公开年报`,
      folder: `下达河乡人民政府${year}年度政府信息公开年报`,
      files: [
        { label: '报告正文 PDF', edition: 'report', kind: 'pdf' },
        { label: '报送稿 Word', edition: 'filing', kind: 'docx' },
        { label: '公开稿网页', edition: 'public', kind: 'html' },
      ],
    }),
    'report.files.write': () => null,
    'report.printers': () => ({
      printers: [
        { name: 'HP-LaserJet', default: true },
        { name: '三楼复印机', default: false },
      ],
      system_dialog: false,
      unavailable: null,
    }),
    'report.print': () => ({ message: '已送到打印机' }),
    'personal.list': ({ edition }) =>
      structuredClone(edition === 'filing' ? findings : edition === 'public' ? findings.slice(0, 1) : []),
    'personal.decide': ({ key, choice, reason }) => {
      const found = findings.find((one) => one.key === key)
      if (found) found.decision = choice ? { choice, reason, at: NOW, by: office.profile.drafter } : null
      return structuredClone(findings)
    },
    'filing.show': () => ({ ...filing }),
    'filing.save': ({ settings }) => (filing = { ...settings }),
    'style.show': () => ({ style, standard: STANDARD, departures: [] }),
    'style.save': (next) => {
      style = next
      return { style, standard: STANDARD, departures: [] }
    },
    'fonts.show': ({ year }) => fonts(year),
    'fonts.save': ({ year, shipped_only }) => {
      shippedOnly = shipped_only
      return fonts(year)
    },
  } satisfies Partial<Handlers>
}
