/** Paste and drop: words from elsewhere are cleaned, our own keep their figures and levels. */
import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { blocksFromHtml, blocksFromText, withoutPartHeading } from '../text/paste'
import { insertBlocks, insertFigure } from './insert'
import type { FigureSource } from './figure-source'

/** What a figure carries while it is dragged from the panel into the text: its id. */
export const figureDragType = 'application/x-gongkai-figure'
/** The editor marks what it copies itself with this attribute. */
const ownMark = 'data-pm-slice'

export interface ClipboardOptions {
  source: FigureSource | null
  partHeading: string
}

function insertFrom(view: EditorView, data: DataTransfer, heading: string): boolean {
  const html = data.getData('text/html')
  if (html.includes(ownMark)) return false
  const text = data.getData('text/plain')
  const found = html.trim() !== '' ? blocksFromHtml(html) : []
  const blocks = withoutPartHeading(found.length > 0 ? found : blocksFromText(text), heading)
  // Also a picture ends here: the text takes words only.
  if (blocks.length > 0) view.dispatch(insertBlocks(view.state, blocks).setMeta('paste', true))
  return true
}

export const Clipboard = Extension.create<ClipboardOptions>({
  name: 'clipboard',
  addOptions() {
    return { source: null, partHeading: '' }
  },
  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin({
        props: {
          handlePaste(view, event) {
            return event.clipboardData ? insertFrom(view, event.clipboardData, options.partHeading) : false
          },
          handleDrop(view, event, _slice, moved) {
            const data = event.dataTransfer
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
            if (!data || !place || moved) return false
            const figure = options.source?.get(data.getData(figureDragType))
            if (figure) {
              event.preventDefault()
              view.dispatch(insertFigure(view.state, figure, place.pos, place.pos, 'exact'))
              view.focus()
              return true
            }
            if (data.getData('text/html').includes(ownMark)) return false
            event.preventDefault()
            view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))))
            return insertFrom(view, data, options.partHeading)
          },
        },
      }),
    ]
  },
})
