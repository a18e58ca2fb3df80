/** The editor of a part: words, levels, figures, undo, and nothing that the paper could not print. */
import type { Extensions } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { Clipboard } from './clipboard'
import type { FigureSource } from './figure-source'
import { HeadingMarks } from './heading-marks'
import { Levels } from './levels'
import { FigureNode, ParagraphNode } from './nodes'
import { SlashFigures, type SlashOptions } from './slash'

/** Only the document, its text, undo and the drop cursor are taken from the kit. */
const kit = StarterKit.configure({
  blockquote: false,
  bold: false,
  bulletList: false,
  code: false,
  codeBlock: false,
  dropcursor: { color: '#1f5fae', width: 2 },
  gapcursor: false,
  hardBreak: false,
  heading: false,
  horizontalRule: false,
  italic: false,
  link: false,
  listItem: false,
  listKeymap: false,
  orderedList: false,
  paragraph: false,
  strike: false,
  trailingNode: false,
  underline: false,
  undoRedo: { depth: 500, newGroupDelay: 600 },
})

export function textExtensions(source: FigureSource, partHeading: string, slash: SlashOptions): Extensions {
  return [
    kit,
    ParagraphNode,
    FigureNode.configure({ source }),
    Levels,
    HeadingMarks,
    Clipboard.configure({ source, partHeading }),
    SlashFigures.configure(slash),
  ]
}
