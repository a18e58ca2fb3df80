/** 报送稿: what its form asks, and the document number as the standard writes it. */
import type { FilingSettings, Profile } from '@/backend/generated'

export type FilingText = Exclude<
  { [K in keyof FilingSettings]: FilingSettings[K] extends string ? K : never }[keyof FilingSettings],
  never
>

export interface FilingField {
  id: FilingText
  label: string
  /** What is printed while nothing is entered, or an example. */
  placeholder: (profile: Profile, signedOn: string) => string
  help?: string
}

const contact = ({ contact: name, phone }: Profile): string =>
  [name && `联系人：${name}`, phone && `联系电话：${phone}`].filter(Boolean).join('，')

/** Asked for every year. */
export const MAIN: FilingField[] = [
  {
    id: 'number',
    label: '发文字号',
    placeholder: () => '例如 下政发〔2026〕3号',
    help: '年份的括号用六角括号，写成 [2026] 会自动改好；序号不写「第」，不补 0。',
  },
  { id: 'signers', label: '签发人', placeholder: () => '主要负责人姓名，几个人用顿号隔开' },
  { id: 'addressee', label: '主送机关', placeholder: (profile) => profile.county || '例如 某县人民政府办公室' },
  { id: 'note', label: '附注', placeholder: (profile) => contact(profile) || '联系人和联系电话' },
]

/** Asked where the office wants them. */
export const MORE: FilingField[] = [
  { id: 'issuer', label: '发文机关', placeholder: (profile) => profile.name, help: '红头上的名称，后面加「文件」。' },
  { id: 'secrecy', label: '密级', placeholder: () => '不涉密的不填' },
  { id: 'copies', label: '抄送', placeholder: () => '没有就不填，几个单位用顿号隔开' },
  { id: 'printer', label: '印发机关', placeholder: (profile) => `${profile.short}党政办公室` },
  { id: 'printed_on', label: '印发日期', placeholder: (_, signedOn) => signedOn },
]

/** 「下政发[2026]第03号」 → 「下政发〔2026〕3号」 (GB/T 9704—2012 7.2.5). */
export function documentNumber(typed: string): string {
  const narrow = typed.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  return narrow
    .replace(/[[（(【［〔]\s*(\d{4})\s*[\]）)】］〕]/g, '〔$1〕')
    .replace(/〕\s*第?\s*0*(\d+)\s*号/, '〕$1号')
    .trim()
}
