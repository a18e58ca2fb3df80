/** The keyboard and the page of tests that look at where the keyboard is. */
import { vi } from 'vitest'

/** Presses a key on `target`, or on what has the keyboard. */
export function press(key: string, init: KeyboardEventInit = {}, target: Element | null = document.activeElement) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  target?.dispatchEvent(event)
  return event
}

/** Nothing is laid out in tests: everything that stands in the page is taken as seen. */
export function seeEverything(): void {
  vi.spyOn(HTMLElement.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList)
}
