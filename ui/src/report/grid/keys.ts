/** What a key means on a cell, as in Excel; nothing while an input method composes. */
import { isComposing, isCtrl } from '@/shared/composing'
import type { Move } from './moves'

export type KeyAct = { do: 'move'; move: Move } | { do: 'edit' } | { do: 'undo' } | { do: 'copy-above' }

const move = (to: Move): KeyAct => ({ do: 'move', move: to })

/**
 * `editing`: the cell was entered with F2 or a second click, so the left and right keys, Home and
 * End belong to the text. Typing over a selected cell is not editing: an arrow then goes on.
 */
export function actOf(event: KeyboardEvent, editing: boolean): KeyAct | null {
  if (isComposing(event)) return null
  if (isCtrl(event, 'd')) return { do: 'copy-above' }
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'Enter') return move(event.shiftKey ? 'enter-up' : 'enter')
  if (event.key === 'Tab') return move(event.shiftKey ? 'previous' : 'next')
  if (event.shiftKey) return null
  switch (event.key) {
    case 'ArrowUp':
      return move('up')
    case 'ArrowDown':
      return move('down')
    case 'ArrowLeft':
      return editing ? null : move('left')
    case 'ArrowRight':
      return editing ? null : move('right')
    case 'Home':
      return editing ? null : move('row-start')
    case 'End':
      return editing ? null : move('row-end')
    case 'Escape':
      return { do: 'undo' }
    case 'F2':
      return { do: 'edit' }
    default:
      return null
  }
}
