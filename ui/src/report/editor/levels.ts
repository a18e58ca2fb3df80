/**
 * Making a block a heading and back: buttons, Ctrl+Alt+0/2/3/4, and typing the number as one would
 * in Word, which is taken as the level because the numbers themselves are automatic.
 */
import { Extension, InputRule } from '@tiptap/core'
import type { Command, EditorState } from '@tiptap/pm/state'
import { splitBlock } from '@tiptap/pm/commands'
import { asLevel } from '../text/document'

/** The level of the block the cursor is in. */
export function currentLevel(state: EditorState): number {
  return asLevel(state.selection.$from.parent.attrs.level)
}

export function setLevel(level: number): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection
    const { tr } = state
    state.doc.nodesBetween(from, to, (node, position) => {
      if (!node.isTextblock) return true
      if (asLevel(node.attrs.level) !== level) tr.setNodeMarkup(position, undefined, { level })
      return false
    })
    if (!tr.docChanged) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Backspace before a heading's first character takes the heading away, not the line break. */
const headingToText: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || currentLevel(state) === 0) return false
  return setLevel(0)(state, dispatch)
}

/**
 * Enter: an empty heading becomes body text; after a heading that runs on as text comes the next
 * heading of its level, after a heading alone comes body text.
 */
const nextBlock: Command = (state, dispatch) => {
  const { $from, $to, empty } = state.selection
  const level = currentLevel(state)
  if (empty && level > 0 && $from.parent.content.size === 0) return setLevel(0)(state, dispatch)
  const atEnd = $to.parentOffset === $to.parent.content.size
  const runsOn = /。./.test($from.parent.textContent)
  return splitBlock(state, (tr) => {
    if (level > 0 && atEnd) {
      const { $from: start } = tr.selection
      tr.setNodeMarkup(start.before(), undefined, { level: runsOn ? level : 0 })
    }
    dispatch?.(tr.scrollIntoView())
  })
}

const rules: { level: number; find: RegExp }[] = [
  { level: 2, find: /^[（(][一二三四五六七八九十]{1,3}[)）]$/ },
  { level: 3, find: /^[0-9０-９]{1,2}[.．]$/ },
  { level: 4, find: /^[（(][0-9０-９]{1,2}[)）]$/ },
]

export const Levels = Extension.create({
  name: 'levels',
  priority: 200,
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    return {
      'Ctrl-Alt-0': run(setLevel(0)),
      'Ctrl-Alt-2': run(setLevel(2)),
      'Ctrl-Alt-3': run(setLevel(3)),
      'Ctrl-Alt-4': run(setLevel(4)),
      // First chance: give back a number that was meant as text, 「1.5」 for one.
      Backspace: () => this.editor.commands.undoInputRule() || run(headingToText)(),
      Enter: run(nextBlock),
      'Shift-Enter': run(nextBlock),
    }
  },
  addInputRules() {
    return rules.map(
      ({ level, find }) =>
        new InputRule({
          find,
          handler: ({ state, range }) => {
            const block = state.doc.resolve(range.from).before()
            state.tr.delete(range.from, range.to).setNodeMarkup(block, undefined, { level })
          },
        }),
    )
  },
})
