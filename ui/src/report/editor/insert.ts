/** Putting figures and pasted blocks into the text, each as one step that undo takes back whole. */
import { Fragment, type Node as TextNode, type Schema } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Block, Figure, Shown } from '@/backend/generated'
import { asLevel, toBlockNode } from '../text/document'

/**
 * Puts a figure in place of a range. Its unit follows as ordinary text unless it is already there,
 * because 「200」 alone is seldom what a sentence needs.
 */
export function insertFigure(state: EditorState, figure: Figure, from: number, to: number, shown: Shown): Transaction {
  const type = state.schema.nodes.figure
  if (!type) return state.tr
  const end = state.doc.resolve(to)
  const following = end.parent.textBetween(end.parentOffset, end.parent.content.size, undefined, '\ufffc')
  const unit = figure.unit !== '' && !following.startsWith(figure.unit) ? [state.schema.text(figure.unit)] : []
  const content = Fragment.fromArray([type.create({ id: figure.id, shown }), ...unit])
  const tr = state.tr.replaceWith(from, to, content)
  tr.setSelection(TextSelection.create(tr.doc, from + content.size))
  return tr.scrollIntoView()
}

function asNodes(schema: Schema, blocks: Block[]): TextNode[] {
  return blocks.map((block) => schema.nodeFromJSON(toBlockNode(block)))
}

/**
 * Puts blocks in place of the selection. The first joins the words before the cursor unless it is a
 * heading, the last takes on the words after it.
 */
export function insertBlocks(state: EditorState, blocks: Block[]): Transaction {
  const { $from, $to } = state.selection
  const nodes = asNodes(state.schema, blocks)
  const [first] = nodes
  if (!first || !$from.parent.isTextblock || !$to.parent.isTextblock) return state.tr
  if (nodes.length === 1 && asLevel(first.attrs.level) === 0) {
    return state.tr.replaceWith($from.pos, $to.pos, first.content).scrollIntoView()
  }
  const head = $from.parent.content.cut(0, $from.parentOffset)
  const tail = $to.parent.content.cut($to.parentOffset)
  const placed = [...nodes]
  const firstLevel = asLevel(first.attrs.level)
  if (head.size === 0) {
    if (firstLevel === 0) placed[0] = $from.parent.type.create($from.parent.attrs, first.content)
  } else if (firstLevel > 0) {
    placed.unshift($from.parent.copy(head))
  } else {
    placed[0] = $from.parent.copy(head.append(first.content))
  }
  const last = placed[placed.length - 1]
  if (last) placed[placed.length - 1] = last.copy(last.content.append(tail))
  const start = $from.before()
  const tr = state.tr.replaceWith(start, $to.after(), placed)
  const end = start + placed.reduce((sum, node) => sum + node.nodeSize, 0) - 1 - tail.size
  tr.setSelection(TextSelection.create(tr.doc, end))
  return tr.scrollIntoView()
}

/** Replaces the whole text, as one step of the history. */
export function replaceAll(state: EditorState, blocks: Block[]): Transaction {
  const nodes = asNodes(state.schema, blocks.length > 0 ? blocks : [{ level: 0, inlines: [] }])
  const tr = state.tr.replaceWith(0, state.doc.content.size, nodes)
  return tr.setSelection(TextSelection.atEnd(tr.doc))
}

/** Adds a sentence at the end of the text, as a paragraph of its own. */
export function insertSentence(state: EditorState, sentence: string): Transaction {
  const { paragraph } = state.schema.nodes
  const { lastChild, content } = state.doc
  if (!paragraph || !lastChild) return state.tr
  const words = state.schema.text(sentence)
  const tr =
    lastChild.content.size === 0
      ? state.tr.insert(content.size - 1, words)
      : state.tr.insert(content.size, paragraph.create({ level: 0 }, words))
  return tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView()
}
