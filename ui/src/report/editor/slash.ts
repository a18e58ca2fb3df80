/**
 * Typing 「/」 (or 「／」) offers the figures; what is typed after it narrows the list. The list's keys
 * are left to the input method while it composes: Enter then commits a word and nothing else.
 */
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isComposing } from '@/shared/composing'

export interface Slash {
  /** Position of the slash in the document. */
  from: number
  /** Position of the cursor: slash and typed words lie between. */
  to: number
  query: string
}

export interface SlashOptions {
  onChange: (slash: Slash | null) => void
  /** ↑ ↓ Enter Tab while the list is open; true when the list has used the key. */
  onKey: (key: string) => boolean
}

const key = new PluginKey<Slash | null>('slash')
const longestQuery = 20

export function closeSlash(view: EditorView): void {
  if (key.getState(view.state)) view.dispatch(view.state.tr.setMeta(key, 'close'))
}

/** A slash just typed, not one pasted, nor part of a date or an address. */
function opened(transaction: Transaction, before: EditorState, after: EditorState): Slash | null {
  const { $from, empty } = after.selection
  if (!empty || after.doc.content.size !== before.doc.content.size + 1) return null
  if (transaction.getMeta('paste') === true || transaction.getMeta('history$') !== undefined) return null
  const typed = $from.parent.textBetween(Math.max(0, $from.parentOffset - 2), $from.parentOffset, undefined, '\ufffc')
  if (!/[/／]$/.test(typed) || /^[0-9A-Za-z:/]/.test(typed.slice(0, -1))) return null
  return { from: $from.pos - 1, to: $from.pos, query: '' }
}

function continued(slash: Slash, transaction: Transaction, after: EditorState): Slash | null {
  const from = transaction.mapping.map(slash.from)
  const { $from, empty } = after.selection
  if (!empty || $from.pos <= from || after.doc.resolve(from).parent !== $from.parent) return null
  const typed = after.doc.textBetween(from, $from.pos, undefined, '\ufffc')
  if (!/^[/／]/.test(typed) || typed.length > longestQuery) return null
  // Input methods write their syllables with blanks between them until a word is chosen.
  const composing = transaction.getMeta('composition') !== undefined
  if (!composing && /[\s\ufffc，。；]/.test(typed)) return null
  return { from, to: $from.pos, query: typed.slice(1) }
}

export const SlashFigures = Extension.create<SlashOptions>({
  name: 'slashFigures',
  // Before the keymaps: an open list owns Enter and the arrows.
  priority: 300,
  addOptions() {
    return { onChange: () => undefined, onKey: () => false }
  },
  addProseMirrorPlugins() {
    const { onChange, onKey } = this.options
    return [
      new Plugin<Slash | null>({
        key,
        state: {
          init: () => null,
          apply(transaction, slash, before, after) {
            if (transaction.getMeta(key) === 'close') return null
            if (slash) return continued(slash, transaction, after)
            return transaction.docChanged ? opened(transaction, before, after) : null
          },
        },
        view: () => ({
          update(view, before) {
            const now = key.getState(view.state) ?? null
            if (now !== (key.getState(before) ?? null)) onChange(now)
          },
          destroy: () => onChange(null),
        }),
        props: {
          handleKeyDown(view, event) {
            if (!key.getState(view.state) || isComposing(event) || view.composing) return false
            if (event.key === 'Escape') {
              closeSlash(view)
              return true
            }
            if (!['ArrowUp', 'ArrowDown', 'Enter', 'Tab'].includes(event.key)) return false
            return onKey(event.key)
          },
          handleDOMEvents: {
            blur(view) {
              // A click into the list takes the focus for a moment; it closes the list itself.
              setTimeout(() => {
                if (!view.isDestroyed && !view.hasFocus()) closeSlash(view)
              }, 200)
              return false
            },
          },
        },
      }),
    ]
  },
})
