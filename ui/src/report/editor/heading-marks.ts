/**
 * What is drawn on the text without being in it: the automatic number before a heading and the
 * heading's own type for its first sentence (GB/T 9704—2012 7.3.3: the text may run on after it).
 */
import { Extension } from '@tiptap/core'
import type { Node as TextNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { asLevel } from '../text/document'
import { numbersOf } from '../text/numbering'

/** Offset just past the first 「。」, 「？」 or 「！」 of a block, counting a figure as one; null when it has none. */
export function firstSentenceEnd(block: TextNode): number | null {
  let end: number | null = null
  block.forEach((child, offset) => {
    if (end !== null || !child.isText) return
    const stop = child.text?.search(/[。？！]/) ?? -1
    if (stop >= 0) end = offset + stop + 1
  })
  return end
}

export function marksOf(doc: TextNode): Decoration[] {
  const blockLevels: number[] = []
  doc.forEach((block) => blockLevels.push(asLevel(block.attrs.level)))
  const numbers = numbersOf(blockLevels)
  const marks: Decoration[] = []
  doc.forEach((block, position, index) => {
    const number = numbers[index]
    if (!number) return
    const end = firstSentenceEnd(block)
    const whole = end === null || end === block.content.size
    const attributes = { 'data-number': number, class: whole ? 'is-heading' : 'is-run-in' }
    marks.push(Decoration.node(position, position + block.nodeSize, attributes))
    if (!whole) {
      marks.push(Decoration.inline(position + 1, position + 1 + end, { class: 'heading-sentence' }))
    }
  })
  return marks
}

const key = new PluginKey<DecorationSet>('heading-marks')

export const HeadingMarks = Extension.create({
  name: 'headingMarks',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, state) => DecorationSet.create(state.doc, marksOf(state.doc)),
          apply(transaction: Transaction, marks: DecorationSet) {
            // Redrawing round the words being composed makes input methods lose them: move the
            // marks along and draw anew when the composition has ended.
            if (transaction.getMeta('composition') !== undefined) return marks.map(transaction.mapping, transaction.doc)
            if (!transaction.docChanged && transaction.getMeta(key) === undefined) return marks
            return DecorationSet.create(transaction.doc, marksOf(transaction.doc))
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handleDOMEvents: {
            compositionend(view) {
              setTimeout(() => {
                if (!view.isDestroyed && !view.composing) view.dispatch(view.state.tr.setMeta(key, 'redraw'))
              }, 60)
              return false
            },
          },
        },
      }),
    ]
  },
})
