/**
 * What stays of a text pasted from Word, WPS or a web page: the words and the level of each line.
 * Fonts, spans, tables and list marks go; a number typed before a heading becomes the heading's
 * level, because numbers are automatic here and would otherwise be printed twice.
 */
import type { Block } from '@/backend/generated'
import { typedNumber } from './numbering'

const dropped = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'META', 'LINK', 'TEMPLATE', 'IMG', 'OBJECT', 'SVG'])
const breaking = new Set([
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'DL',
  'DT',
  'DD',
  'TABLE',
  'THEAD',
  'TBODY',
  'TFOOT',
  'TR',
  'CAPTION',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'BLOCKQUOTE',
  'PRE',
  'SECTION',
  'ARTICLE',
  'HEADER',
  'FOOTER',
  'BODY',
  'HR',
])
const headingLevels: Record<string, number> = { H1: 2, H2: 2, H3: 3, H4: 4, H5: 4, H6: 4 }

interface Line {
  text: string
  level: number
}

/** Stands between two cells of a table row until the blanks are tidied. */
const cellEnd = '\u0001'
const chinese = '[\\u2e80-\\u9fff\\uff00-\\uffef“”‘’]'
const blankBetweenChinese = new RegExp(`(${chinese}) (?=${chinese})`, 'g')

/** Blanks inside a line shrink to one; between Chinese characters they are layout and go. */
function squeeze(text: string): string {
  const cells = text.split(cellEnd).map((cell) =>
    cell
      .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
      .replace(/[\s\u3000]+/g, ' ')
      .replace(blankBetweenChinese, '$1')
      .trim(),
  )
  return cells.filter((cell) => cell !== '').join('　')
}

function toBlock(line: Line): Block | null {
  const text = squeeze(line.text)
  if (text === '') return null
  const number = typedNumber(text)
  if (number && number.length < text.length) {
    return { level: number.level, inlines: [{ type: 'text', text: text.slice(number.length) }] }
  }
  return { level: line.level, inlines: [{ type: 'text', text }] }
}

/** Plain text: one block a line; 「（一）」, 「1.」, 「（1）」 at its start give the level. */
export function blocksFromText(text: string): Block[] {
  return text.split(/\r\n|[\n\r\v\f\u2028\u2029]/).flatMap((line) => toBlock({ text: line, level: 0 }) ?? [])
}

class Lines {
  readonly done: Line[] = []
  private text = ''
  private level = 0

  add(text: string): void {
    this.text += text
  }
  end(nextLevel = this.level): void {
    if (this.text.trim() !== '') this.done.push({ text: this.text, level: this.level })
    this.text = ''
    this.level = nextLevel
  }
}

function collect(node: Node, lines: Lines, level: number, inRow: boolean): void {
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeType === Node.TEXT_NODE) {
      // A line break in the source is only where the writer's program wrapped it.
      lines.add((child.textContent ?? '').replace(/\s*\n\s*/g, ' '))
      continue
    }
    if (child.nodeType !== Node.ELEMENT_NODE) continue
    const element = child as Element
    const name = element.tagName.toUpperCase()
    if (dropped.has(name)) continue
    if (name === 'BR') {
      if (inRow) lines.add(' ')
      else lines.end(level)
    } else if (name === 'TD' || name === 'TH') {
      collect(element, lines, level, true)
      lines.add(cellEnd)
    } else if (name === 'TR') {
      lines.end(0)
      collect(element, lines, 0, true)
      lines.end(level)
    } else if (breaking.has(name) && !inRow) {
      const own = headingLevels[name] ?? level
      lines.end(own)
      collect(element, lines, own, false)
      lines.end(level)
    } else {
      collect(element, lines, level, inRow)
    }
  }
}

/** Formatted text from the clipboard (HTML); a table gives one line a row, cells set apart. */
export function blocksFromHtml(html: string): Block[] {
  const source = new DOMParser().parseFromString(html, 'text/html')
  const lines = new Lines()
  collect(source.body, lines, 0, false)
  lines.end()
  return lines.done.flatMap((line) => toBlock(line) ?? [])
}

/** Leaves out a first line that only repeats the part's own heading, which the form prints itself. */
export function withoutPartHeading(blocks: Block[], heading: string): Block[] {
  const first = blocks[0]?.inlines[0]
  if (heading === '' || blocks.length < 2 || first?.type !== 'text') return blocks
  const plain = first.text.replace(/^[一二三四五六七八九十]{1,3}、\s*/, '').replace(/[。：:]$/, '')
  return plain === heading ? blocks.slice(1) : blocks
}
