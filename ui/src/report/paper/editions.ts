/** The three editions of a report, and the kinds of file that each can be. */
import { ref } from 'vue'
import type { Edition, FileKind } from '@/backend/generated'

export interface EditionInfo {
  id: Edition
  label: string
  /** What it is for, beside its pages. */
  help: string
  kinds: FileKind[]
}

export const EDITIONS: EditionInfo[] = [
  { id: 'report', label: '报告正文', help: '盖章存档的报告。', kinds: ['pdf', 'docx', 'xlsx'] },
  {
    id: 'filing',
    label: '报送稿',
    help: '报县里的上行文：红头、文号、签发人、主送机关，末尾有附注和版记。',
    kinds: ['pdf', 'docx', 'xlsx'],
  },
  {
    id: 'public',
    label: '公开稿',
    help: '放到县政府网站上的报告：没有红头，不留盖章的位置，也没有写给县里的话。',
    kinds: ['pdf', 'docx', 'html', 'xlsx'],
  },
]

export const KINDS: Record<FileKind, string> = {
  pdf: 'PDF',
  docx: 'Word（WPS 也能打开）',
  html: '网页',
  xlsx: '统计表 Excel',
}

export function editionInfo(id: Edition): EditionInfo {
  const found = EDITIONS.find((one) => one.id === id)
  if (!found) throw new Error(`no edition ${id}`)
  return found
}

/** The edition last looked at: it is still chosen after a way back to the text. */
export const chosenEdition = ref<Edition>('report')

/**
 * Of words that quote masked data, the longest piece that stands in the text as it is: a mask and the numbers
 * around it do not.
 */
export function findable(quote: string): string {
  const pieces = quote.split(/[\d*＊@a-zA-Z]+/).map((piece) => piece.trim())
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
}
