import { describe, expect, it } from 'vitest'
import { actOf } from './keys'

const key = (name: string, init: KeyboardEventInit & { keyCode?: number } = {}) => {
  const event = new KeyboardEvent('keydown', { key: name, ...init })
  if (init.keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: init.keyCode })
  return event
}

describe('keys on a cell', () => {
  it('do what they do in Excel', () => {
    expect(actOf(key('Enter'), false)).toEqual({ do: 'move', move: 'enter' })
    expect(actOf(key('Enter', { shiftKey: true }), false)).toEqual({ do: 'move', move: 'enter-up' })
    expect(actOf(key('Tab', { shiftKey: true }), true)).toEqual({ do: 'move', move: 'previous' })
    expect(actOf(key('d', { ctrlKey: true }), false)).toEqual({ do: 'copy-above' })
    expect(actOf(key('F2'), false)).toEqual({ do: 'edit' })
    expect(actOf(key('Escape'), true)).toEqual({ do: 'undo' })
    expect(actOf(key('7'), false)).toBeNull()
    expect(actOf(key('c', { ctrlKey: true }), false)).toBeNull()
  })
  it('left, right, Home and End belong to the text while it is edited', () => {
    for (const name of ['ArrowLeft', 'ArrowRight', 'Home', 'End']) {
      expect(actOf(key(name), false)?.do).toBe('move')
      expect(actOf(key(name), true)).toBeNull()
    }
    expect(actOf(key('ArrowDown'), true)).toEqual({ do: 'move', move: 'down' })
  })
  it('mean nothing while the input method composes', () => {
    for (const name of ['Enter', 'Tab', 'ArrowDown', 'Escape', 'F2']) {
      expect(actOf(key(name, { isComposing: true }), false)).toBeNull()
      expect(actOf(key(name, { keyCode: 229 }), false)).toBeNull()
    }
  })
})
