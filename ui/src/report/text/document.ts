/**
 * A part's text in its two shapes: the stored narrative (blocks of text and figures) and the
 * document the editor works on. Both directions are pure so that a round trip can be tested:
 * what the clerk sees is what is stored, character for character.
 */
import type { Block, Inline, Narrative, Shown } from '@/backend/generated'

export interface TextNode {
  type: 'text'
  text: string
}
export interface FigureNode {
  type: 'figure'
  attrs: { id: string; shown: Shown }
}
export type InlineNode = TextNode | FigureNode
export interface BlockNode {
  type: 'paragraph'
  attrs: { level: number }
  content?: InlineNode[]
}
export interface DocumentNode {
  type: 'doc'
  content: BlockNode[]
}

/** The shape the editor library hands out: anything may be missing. */
export interface LooseNode {
  type?: string
  text?: string
  attrs?: Record<string, unknown>
  content?: LooseNode[]
}

/** 0 正文, 2 （一）, 3 1., 4 （1）; the part's own heading is level 1 and never in its text. */
export const levels = [0, 2, 3, 4] as const

export function asLevel(value: unknown): number {
  return value === 2 || value === 3 || value === 4 ? value : 0
}

export function asShown(value: unknown): Shown {
  return value === 'about' ? 'about' : 'exact'
}

/** Control characters that a key or another program left behind: no font has them. */
const unprintable = /\p{Cc}/gu

/** Joins neighbouring texts and drops empty ones, so that equal texts compare equal. */
function tidyInlines(inlines: Inline[]): Inline[] {
  const tidy: Inline[] = []
  for (const inline of inlines) {
    if (inline.type === 'figure') {
      tidy.push({ ...inline })
      continue
    }
    const text = inline.text.replace(unprintable, '')
    if (text === '') continue
    const last = tidy[tidy.length - 1]
    if (last?.type === 'text') tidy[tidy.length - 1] = { type: 'text', text: last.text + text }
    else tidy.push({ type: 'text', text })
  }
  return tidy
}

/** The form in which narratives are compared and stored: no empty tail, texts joined. */
export function tidyNarrative(narrative: Narrative): Narrative {
  const blocks = narrative.blocks.map((block) => ({
    level: asLevel(block.level),
    inlines: tidyInlines(block.inlines),
  }))
  while (blocks.length > 0 && blocks[blocks.length - 1]?.inlines.length === 0) blocks.pop()
  return { blocks }
}

export function sameNarrative(one: Narrative, other: Narrative): boolean {
  return JSON.stringify(tidyNarrative(one)) === JSON.stringify(tidyNarrative(other))
}

function toInlineNode(inline: Inline): InlineNode {
  return inline.type === 'text'
    ? { type: 'text', text: inline.text }
    : { type: 'figure', attrs: { id: inline.id, shown: asShown(inline.shown) } }
}

export function toBlockNode(block: Block): BlockNode {
  const content = tidyInlines(block.inlines).map(toInlineNode)
  const node: BlockNode = { type: 'paragraph', attrs: { level: asLevel(block.level) } }
  // An empty text node is an error in the editor's schema, a missing content is not.
  return content.length > 0 ? { ...node, content } : node
}

export function toDocument(narrative: Narrative): DocumentNode {
  const content = narrative.blocks.map(toBlockNode)
  return {
    type: 'doc',
    content: content.length > 0 ? content : [{ type: 'paragraph', attrs: { level: 0 } }],
  }
}

function fromInlineNode(node: LooseNode): Inline | null {
  if (node.type === 'text') return { type: 'text', text: node.text ?? '' }
  if (node.type === 'figure' && typeof node.attrs?.id === 'string') {
    return { type: 'figure', id: node.attrs.id, shown: asShown(node.attrs.shown) }
  }
  return null
}

export function toNarrative(document: LooseNode): Narrative {
  const blocks = (document.content ?? []).map((node) => ({
    level: asLevel(node.attrs?.level),
    inlines: (node.content ?? []).flatMap((child) => fromInlineNode(child) ?? []),
  }))
  return tidyNarrative({ blocks })
}

/** The ids of the figures a text uses, each once, in order. */
export function figuresIn(narrative: Narrative): string[] {
  const ids = new Set<string>()
  for (const block of narrative.blocks) {
    for (const inline of block.inlines) if (inline.type === 'figure') ids.add(inline.id)
  }
  return [...ids]
}
