/**
 * When the card of a chip is shown: while the mouse rests on the chip or the card, and while the chip
 * is selected with the keyboard. It waits a moment both ways so that it does not flicker past.
 */
import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Shown } from '@/backend/generated'
import { asShown } from '../text/document'

export interface ChipAt {
  id: string
  shown: Shown
  /** Position of the figure in the document. */
  position: number
  place: { left: number; top: number; bottom: number }
}

const showAfter = 250
const hideAfter = 300

export interface Cards {
  open: ShallowRef<ChipAt | null>
  onMouseover(event: MouseEvent, view: EditorView): void
  onMouseout(): void
  /** The mouse is on the card itself. */
  stay(): void
  onSelection(view: EditorView): void
  close(): void
}

function chipAt(view: EditorView, position: number): ChipAt | null {
  const node = view.state.doc.nodeAt(position)
  const dom = view.nodeDOM(position)
  if (node?.type.name !== 'figure' || !(dom instanceof HTMLElement)) return null
  const { left, top, bottom } = dom.getBoundingClientRect()
  return { id: String(node.attrs.id), shown: asShown(node.attrs.shown), position, place: { left, top, bottom } }
}

export function useCards(): Cards {
  const open = shallowRef<ChipAt | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function later(wait: number, act: () => void): void {
    clearTimeout(timer)
    timer = setTimeout(act, wait)
  }
  function close(): void {
    clearTimeout(timer)
    open.value = null
  }
  onBeforeUnmount(close)

  return {
    open,
    onMouseover(event, view) {
      const chip = event.target instanceof Element ? event.target.closest('.figure-chip') : null
      if (!chip || event.buttons !== 0) return
      later(showAfter, () => {
        if (view.isDestroyed || !chip.isConnected) return
        open.value = chipAt(view, view.posAtDOM(chip, 0, -1))
      })
    },
    onMouseout: () => later(hideAfter, close),
    stay: () => clearTimeout(timer),
    onSelection(view) {
      const { selection } = view.state
      if (selection instanceof NodeSelection) open.value = chipAt(view, selection.from)
      else if (open.value) close()
    },
    close,
  }
}
