/**
 * Finding a figure by typing: part of its Chinese label, or the pinyin initials of the label
 * (zdgk finds 主动公开…), which saves switching the input method while writing.
 */
import type { Figure, Part } from '@/backend/generated'

/** The first character of each pinyin initial in dictionary order; no character begins with I, U or V. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀'
const initials = 'abcdefghjklmnopqrstwxyz'
const dictionary = new Intl.Collator('zh-Hans-CN', { sensitivity: 'accent' })

export function pinyinInitials(text: string): string {
  let result = ''
  for (const character of text) {
    if (/[0-9a-z]/i.test(character)) {
      result += character.toLowerCase()
      continue
    }
    if (character < '\u4e00' || character > '\u9fff') continue
    let initial = ''
    for (let index = 0; index < firsts.length; index += 1) {
      if (dictionary.compare(character, firsts.charAt(index)) < 0) break
      initial = initials.charAt(index)
    }
    result += initial
  }
  return result
}

export function matches(figure: Figure, typed: string): boolean {
  // While composing, pinyin stands there with its syllable marks: zheng'wu.
  const wanted = typed.replace(/[\s'’]/g, '').toLowerCase()
  if (wanted === '') return true
  if (figure.label.toLowerCase().includes(wanted)) return true
  return /^[a-z0-9]+$/.test(wanted) && pinyinInitials(figure.label).includes(wanted)
}

export interface FigureGroup {
  label: string
  figures: Figure[]
}

/** The figures offered while writing a part: its own first, then the other parts' in their order. */
export function offered(figures: Figure[], parts: Part[], current: string, typed: string): FigureGroup[] {
  const known = new Map(figures.map((figure) => [figure.id, figure]))
  const ordered = [...parts].sort((one, other) => Number(other.id === current) - Number(one.id === current))
  const taken = new Set<string>()
  const groups: FigureGroup[] = []
  for (const part of ordered) {
    const own = part.figures.flatMap((id) => {
      const figure = known.get(id)
      if (!figure || taken.has(id) || !matches(figure, typed)) return []
      // Two hundred cells are looked for by name; before that, of another part's tables the sums are enough.
      if (typed === '' && part.id !== current && figure.place && figure.sum.length === 0) return []
      taken.add(id)
      return [figure]
    })
    if (own.length > 0) groups.push({ label: part.id === current ? '本部分' : part.heading || '引言', figures: own })
  }
  return groups
}
