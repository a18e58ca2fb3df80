/**
 * Whether a key press belongs to the input method: while Chinese is being composed, Enter takes the
 * candidate and must not save, add or close anything. WebKit reports the Enter that ends a
 * composition after `compositionend` with key code 229, so both are looked at.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** Enter pressed on its own, outside a composition. */
export function isEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !isComposing(event) && !event.ctrlKey && !event.altKey && !event.shiftKey
}

/** Ctrl (or ⌘) with one letter, outside a composition. */
export function isCtrl(event: KeyboardEvent, letter: string): boolean {
  return (
    (event.ctrlKey || event.metaKey) &&
    !event.altKey &&
    !event.shiftKey &&
    event.key.toLowerCase() === letter &&
    !isComposing(event)
  )
}

/** Keeps key presses of the input method from a component that would take Enter for itself; for `@keydown.capture`. */
export function guardComposing(event: KeyboardEvent): void {
  if (isComposing(event)) event.stopPropagation()
}
