/**
 * Numbers typed into the text that a figure already knows. Such a number does not follow the
 * records; the form points at it quietly and changes nothing by itself.
 */
import type { Figure, Narrative, Shown } from '@/backend/generated'

export interface TypedFigure {
  /** Index of the block, and of the first character within it (a figure counts as one). */
  block: number
  from: number
  /** One past the last character. */
  to: number
  /** The number as typed, with the unit after it when it is the figure's: 「200条」. */
  typed: string
  figure: string
  label: string
  shown: Shown
}

const number = /[0-9]+(?:\.[0-9]+)?(余)?/g
/** What follows a number that is a year, a day, a document number or part of a longer token. */
const otherAfter = /^[年月日号〕\].:：/—-]|^[0-9A-Za-z%％]/
const otherBefore = /[0-9A-Za-z.〔[/:：—-]$/

/** Small numbers are everywhere; they count only with the figure's own unit after them. */
const smallest = 10

function match(
  figures: Figure[],
  typed: string,
  rounded: boolean,
  after: string,
): { figure: Figure; shown: Shown } | null {
  for (const figure of figures) {
    const { kind } = figure.value
    if (kind !== 'exact' && kind !== 'at_least') continue
    const unitFollows = figure.unit !== '' && after.startsWith(figure.unit)
    if (!unitFollows && !rounded && Number(typed) < smallest) continue
    if (typed === figure.text) return { figure, shown: 'exact' }
    if (rounded && typed === figure.about) return { figure, shown: 'about' }
  }
  return null
}

/** Figures whose unit follows the number come first: 「200条」 is not the 200 of 人次. */
function byUnit(figures: Figure[], after: string): Figure[] {
  const fits = (figure: Figure) => (figure.unit !== '' && after.startsWith(figure.unit) ? 0 : 1)
  return [...figures].sort((one, other) => fits(one) - fits(other))
}

export function typedFigures(narrative: Narrative, figures: Figure[]): TypedFigure[] {
  const found: TypedFigure[] = []
  narrative.blocks.forEach((block, index) => {
    let offset = 0
    for (const inline of block.inlines) {
      if (inline.type !== 'text') {
        offset += 1
        continue
      }
      for (const hit of inline.text.matchAll(number)) {
        const typed = hit[0]
        const before = inline.text.slice(0, hit.index)
        const after = inline.text.slice(hit.index + typed.length)
        if (otherAfter.test(after) || otherBefore.test(before)) continue
        const known = match(byUnit(figures, after), typed, hit[1] !== undefined, after)
        if (!known) continue
        const { figure, shown } = known
        found.push({
          block: index,
          from: offset + hit.index,
          to: offset + hit.index + typed.length,
          typed: after.startsWith(figure.unit) ? typed + figure.unit : typed,
          figure: figure.id,
          label: figure.label,
          shown,
        })
      }
      offset += inline.text.length
    }
  })
  return found
}
