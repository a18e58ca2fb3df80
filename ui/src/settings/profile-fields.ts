/** The lines of the office's profile, as first run and settings both ask for them. */
import type { Profile } from '@/backend/generated'

export interface ProfileField {
  id: keyof Profile
  label: string
  placeholder: string
  help?: string
}

export const OFFICE: ProfileField[] = [
  { id: 'name', label: '单位全称', placeholder: '××乡人民政府', help: '报告的落款' },
  { id: 'short', label: '规范简称', placeholder: '××乡', help: '报告标题里的名称' },
  { id: 'self_name', label: '正文自称', placeholder: '我乡', help: '起始文字里的称呼' },
  { id: 'county', label: '报送机关', placeholder: '××县人民政府办公室' },
]

export const PEOPLE: ProfileField[] = [
  { id: 'drafter', label: '拟稿人', placeholder: '登记信息的人' },
  { id: 'reviewer', label: '审核人', placeholder: '分管领导' },
  { id: 'approver', label: '签发人', placeholder: '主要领导' },
  { id: 'contact', label: '联系人', placeholder: '县里找谁' },
  { id: 'phone', label: '联系电话', placeholder: '办公电话' },
]

export function emptyProfile(): Profile {
  return {
    name: '',
    short: '',
    self_name: '我乡',
    county: '',
    code: '',
    index_pattern: '{office}-{category}-{year}-{number:5}',
    filing_day: '01-31',
    drafter: '',
    reviewer: '',
    approver: '',
    contact: '',
    phone: '',
  }
}
