import { describe, expect, it } from 'vitest'
import { isComposing, isCtrl, isEnter } from './composing'

const key = (init: KeyboardEventInit & { keyCode?: number }): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', init)
  if (init.keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: init.keyCode })
  return event
}

describe('keys while the input method composes', () => {
  it('Enter that takes a candidate is no Enter', () => {
    expect(isEnter(key({ key: 'Enter' }))).toBe(true)
    expect(isEnter(key({ key: 'Enter', isComposing: true }))).toBe(false)
    expect(isEnter(key({ key: 'Enter', keyCode: 229 }))).toBe(false)
    expect(isComposing(key({ key: 'Process', keyCode: 229 }))).toBe(true)
  })

  it('Ctrl+S is Ctrl+S alone', () => {
    expect(isCtrl(key({ key: 's', ctrlKey: true }), 's')).toBe(true)
    expect(isCtrl(key({ key: 'S', ctrlKey: true }), 's')).toBe(true)
    expect(isCtrl(key({ key: 's', ctrlKey: true, shiftKey: true }), 's')).toBe(false)
    expect(isCtrl(key({ key: 's', ctrlKey: true, isComposing: true }), 's')).toBe(false)
  })
})
