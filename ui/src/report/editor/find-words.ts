/** Where quoted words stand in the text on screen: the quote has a figure's number where the text has the figure. */
import type { Node as TextNode } from '@tiptap/pm/model'
import type { FigureSource } from './figure-source'
import { nodeText } from './nodes'

interface Line {
  text: string
  /** Position in the document of each character, and of the end. */
  at: number[]
}

function linesOf(doc: TextNode, source: FigureSource): Line[] {
  const lines: Line[] = []
  doc.forEach((block, position) => {
    const line: Line = { text: '', at: [] }
    block.forEach((child, offset) => {
      const start = position + 1 + offset
      const words = child.isText ? (child.text ?? '') : nodeText(child, source)
      for (let index = 0; index < words.length; index += 1) {
        if (/\s/.test(words[index] ?? '')) continue
        line.text += words[index]
        line.at.push(child.isText ? start + index : start)
      }
    })
    line.at.push(position + 1 + block.content.size)
    lines.push(line)
  })
  return lines
}

/** The range of the words, blanks set aside; null when they are not there any more. */
export function findWords(doc: TextNode, source: FigureSource, quote: string): { from: number; to: number } | null {
  const wanted = quote.replace(/\s/g, '')
  if (wanted === '') return null
  for (const line of linesOf(doc, source)) {
    const begin = line.text.indexOf(wanted)
    if (begin < 0) continue
    const from = line.at[begin]
    const last = line.at[begin + wanted.length - 1]
    if (from !== undefined && last !== undefined) return { from, to: last + 1 }
  }
  return null
}
