/** The example beside the pattern of the 索引号, and the names an office's full name suggests. */

export type Example = { number: string } | { wrong: string }

/** The number an item would get: the office's code, category 02, this year, number 7. */
export function exampleNumber(pattern: string, office: string, year: number): Example {
  let numbered = false
  let wrong = ''
  const number = pattern.replace(/\{([^{}]*)\}/g, (whole, word: string) => {
    if (word === 'office') return office
    if (word === 'category') return '02'
    if (word === 'year') return String(year)
    const found = /^number(?::(\d{1,2}))?$/.exec(word)
    if (found) {
      numbered = true
      const width = Number(found[1] ?? 1)
      if (width < 1 || width > 12) wrong ||= '流水号的位数要在 1 到 12 之间'
      return '7'.padStart(width, '0')
    }
    wrong ||= `不认识 ${whole}`
    return whole
  })
  if (!wrong && /[{}]/.test(number)) wrong = '大括号没有成对'
  if (!wrong && !numbered) wrong = '要有流水号 {number:5}，否则会重号'
  return wrong ? { wrong } : { number }
}

const ENDINGS: [RegExp, string][] = [
  [/街道(办事处)?$/, '我街道'],
  [/乡$/, '我乡'],
  [/镇$/, '我镇'],
  [/(局|委|委员会|办公室)$/, '我局'],
]

/** 下达河乡人民政府 → 下达河乡, 我乡. */
export function suggestNames(name: string): { short: string; self_name: string } {
  const short = name
    .trim()
    .replace(/(人民政府|政府)$/, '')
    .replace(/街道办事处$/, '街道')
  const found = ENDINGS.find(([ending]) => ending.test(short))
  return { short, self_name: found?.[1] ?? '本机关' }
}
