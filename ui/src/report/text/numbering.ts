/**
 * The automatic numbers before headings: （一） 1. （1） (GB/T 9704—2012 7.3.3). They are never part
 * of the text; the editor draws them and the paper sets them by the same rules: a level starts
 * again below a heading of a higher level, and body paragraphs in between do not disturb it.
 */
import { asLevel } from './document'

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 → 一, 10 → 十, 23 → 二十三, 101 → 一百零一; for 1 to 999, which no report exceeds. */
export function chineseNumeral(value: number): string {
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor((value % 100) / 10)
  const ones = value % 10
  let text = hundreds > 0 ? `${digits[hundreds]}百` : ''
  if (tens > 0) text += tens === 1 && hundreds === 0 ? '十' : `${digits[tens]}十`
  else if (hundreds > 0 && ones > 0) text += '零'
  return text + digits[ones]
}

export function headingNumber(level: number, count: number): string {
  switch (level) {
    case 2:
      return `（${chineseNumeral(count)}）`
    case 3:
      return `${count}.`
    case 4:
      return `（${count}）`
    default:
      return ''
  }
}

/** The number drawn before each block, '' for body paragraphs. */
export function numbersOf(blockLevels: number[]): string[] {
  const counts = [0, 0, 0, 0, 0]
  return blockLevels.map((raw) => {
    const level = asLevel(raw)
    if (level === 0) return ''
    counts[level] = (counts[level] ?? 0) + 1
    counts.fill(0, level + 1)
    return headingNumber(level, counts[level] ?? 1)
  })
}

export interface TypedNumber {
  level: number
  /** How many characters of the line the number and the blanks after it take. */
  length: number
}

const typedNumbers: { level: number; pattern: RegExp }[] = [
  { level: 2, pattern: /^\s*[（(]\s*[一二三四五六七八九十百零〇]{1,4}\s*[)）][、.．]?\s*/ },
  { level: 4, pattern: /^\s*[（(]\s*[0-9０-９]{1,2}\s*[)）][、.．]?\s*/ },
  // 「1.5万元」 is an amount and 「5.15」 a day, not the first heading of its level.
  { level: 3, pattern: /^\s*[0-9０-９]{1,2}[.．、](?![0-9０-９])\s*/ },
]

/** A number that somebody typed at the start of a line, as Word and WPS texts have it. */
export function typedNumber(line: string): TypedNumber | null {
  for (const { level, pattern } of typedNumbers) {
    const found = pattern.exec(line)
    if (found) return { level, length: found[0].length }
  }
  return null
}
