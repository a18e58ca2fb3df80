/** What of a page an office may want otherwise than the standard, in the words it is spoken of. */
import type { FontRole, Style } from '@/backend/generated'

export type StyleNumber =
  | 'margin_top'
  | 'margin_bottom'
  | 'margin_left'
  | 'margin_right'
  | 'lines_per_page'
  | 'chars_per_line'
  | 'body_pt'
  | 'title_pt'
  | 'table_pt'

interface NumberField {
  id: StyleNumber
  label: string
  unit: string
}

export const MARGINS: NumberField[] = [
  { id: 'margin_top', label: '上边距', unit: '毫米（天头）' },
  { id: 'margin_bottom', label: '下边距', unit: '毫米' },
  { id: 'margin_left', label: '左边距', unit: '毫米（订口）' },
  { id: 'margin_right', label: '右边距', unit: '毫米' },
]

export const NUMBERS: NumberField[] = [
  { id: 'lines_per_page', label: '每页', unit: '行' },
  { id: 'chars_per_line', label: '每行', unit: '字' },
]

/** The sizes of type by their Chinese numbers. */
const NAMED = [
  { pt: 26, label: '一号（26 磅）' },
  { pt: 24, label: '小一（24 磅）' },
  { pt: 22, label: '二号（22 磅）' },
  { pt: 18, label: '小二（18 磅）' },
  { pt: 16, label: '三号（16 磅）' },
  { pt: 15, label: '小三（15 磅）' },
  { pt: 14, label: '四号（14 磅）' },
  { pt: 12, label: '小四（12 磅）' },
  { pt: 10.5, label: '五号（10.5 磅）' },
]
const between = (least: number, most: number) => NAMED.filter(({ pt }) => pt >= least && pt <= most)

export const SIZES: { id: StyleNumber; label: string; sizes: { pt: number; label: string }[] }[] = [
  { id: 'title_pt', label: '标题字号', sizes: between(16, 26) },
  { id: 'body_pt', label: '正文字号', sizes: between(12, 18) },
]

export const FONTS: { id: FontRole; label: string }[] = [
  { id: 'xiao_biao_song', label: '小标宋' },
  { id: 'hei_ti', label: '黑体' },
  { id: 'song', label: '宋体' },
  { id: 'kai_ti', label: '楷体' },
  { id: 'fang_song', label: '仿宋' },
]

/** The pitch that lines have now, in points with one decimal. */
export function pitch(style: Style): string {
  const area = style.paper_height - style.margin_top - style.margin_bottom
  return (((area / style.lines_per_page) * 72) / 25.4).toFixed(1)
}

export function same(one: Style, other: Style): boolean {
  return (Object.keys(other) as (keyof Style)[]).every((key) => one[key] === other[key])
}
