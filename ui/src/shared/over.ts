/**
 * What lies over the page — a dialog, a letter, the search through everything — has the keyboard to
 * itself: the page behind hears no key, Tab stays inside, Esc leaves, and afterwards the keyboard is
 * where it was before.
 */
import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { isComposing } from './composing'
import { isAsking } from './notices'

interface Over {
  box: () => HTMLElement | null
}

/** From the bottom up; only the uppermost hears keys. */
const layers: Over[] = []

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled):not([type="hidden"]), select:not(:disabled), textarea:not(:disabled), summary, [contenteditable="true"], [tabindex="0"]'

function isSeen(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'
}

/** What Tab reaches inside `box`, in its order. A group of radio buttons is reached at the chosen one. */
export function tabStops(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) =>
      one.tabIndex >= 0 &&
      isSeen(one) &&
      !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked && hasChosen(box, one)),
  )
}

function hasChosen(box: HTMLElement, radio: HTMLInputElement): boolean {
  if (radio.name === '') return false
  return box.querySelector(`input[type="radio"][name="${CSS.escape(radio.name)}"]:checked`) !== null
}

/** The first thing to be typed or chosen, or what is marked `data-first`; where there is none, the main button. */
export function firstEntry(box: HTMLElement): HTMLElement | null {
  const stops = tabStops(box)
  return (
    stops.find((one) => one.closest('[data-first]')) ??
    stops.find((one) => one.matches('input, select, textarea')) ??
    stops.find((one) => one.matches('.el-button--primary')) ??
    stops.filter((one) => !one.matches('.el-dialog__headerbtn'))[0] ??
    null
  )
}

/** A button loses the keyboard while it is busy, and is yet where it was. */
let last: EventTarget | null = null
document.addEventListener('focusin', (event) => (last = event.target), true)

/** What has the keyboard now and should have it again; of an item in a menu, the button of the menu. */
export function holder(): HTMLElement | null {
  const now = document.activeElement === document.body ? last : document.activeElement
  if (!(now instanceof HTMLElement) || !now.isConnected) return null
  const trigger = now.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  return trigger ? document.getElementById(trigger) : now
}

/** Gives the keyboard back, unless something else has taken it meanwhile. */
export function giveBack(to: HTMLElement | null, box: HTMLElement | null): void {
  const now = document.activeElement
  const taken = now !== null && now !== document.body && !box?.contains(now)
  if (!taken && to?.isConnected) to.focus()
}

/** A list hanging open over the page closes on Esc by itself, before what it hangs from. */
export function hasOpenList(): boolean {
  return [...document.querySelectorAll<HTMLElement>('.el-popper')].some(
    // A word of explanation, in the dark, is no list.
    (one) => one.getAttribute('aria-hidden') === 'false' && !one.classList.contains('is-dark') && isSeen(one),
  )
}

/** Keeps Tab between the first and the last stop. */
export function keepTab(event: KeyboardEvent, box: HTMLElement): void {
  const stops = tabStops(box)
  const [first, last] = [stops[0], stops[stops.length - 1]]
  if (!first || !last) return event.preventDefault()
  const now = document.activeElement
  const out = event.shiftKey ? now === first || now === box : now === last
  if (!out && box.contains(now)) return
  event.preventDefault()
  ;(event.shiftKey ? last : first).focus()
}

/**
 * `leave` is what Esc does. `keys` hears every other key and answers whether it was meant; what nobody
 * means goes to what has the keyboard, and no further than the box.
 */
export function useOver(
  box: Ref<HTMLElement | null | undefined>,
  leave: () => void,
  keys: (event: KeyboardEvent) => boolean = () => false,
): void {
  const before = holder()
  const layer: Over = { box: () => box.value ?? null }

  function onKeydown(event: KeyboardEvent): void {
    const inside = layer.box()
    if (!inside || layers[layers.length - 1] !== layer || isAsking()) return
    const target = event.target instanceof HTMLElement ? event.target : null
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      if (hasOpenList()) return
      leave()
    } else if (event.key === 'Tab') {
      if (target?.closest('.el-popper')) return
      return keepTab(event, inside)
    } else if (!keys(event)) {
      // The page behind has nothing to do with what was pressed over it.
      if (target && (inside.contains(target) || target.closest('.el-popper'))) return
    }
    event.stopPropagation()
    event.preventDefault()
  }
  let held: HTMLElement | null = null
  /** A menu that closes behind the box would take the keyboard with it. */
  function onFocusin(event: FocusEvent): void {
    const inside = layer.box()
    const target = event.target
    if (!inside || !(target instanceof HTMLElement) || layers[layers.length - 1] !== layer || isAsking()) return
    if (inside.contains(target)) held = target
    else if (!target.closest('.el-popper, .el-message, .el-message-box'))
      (held?.isConnected ? held : firstEntry(inside))?.focus()
  }
  /** What the box has not used ends here. */
  function onBubble(event: KeyboardEvent): void {
    if (layers[layers.length - 1] === layer && !isAsking()) event.stopPropagation()
  }

  onMounted(() => {
    layers.push(layer)
    window.addEventListener('keydown', onKeydown, true)
    document.body.addEventListener('keydown', onBubble)
    document.addEventListener('focusin', onFocusin)
  })
  onBeforeUnmount(() => {
    const at = layers.indexOf(layer)
    if (at >= 0) layers.splice(at, 1)
    window.removeEventListener('keydown', onKeydown, true)
    document.body.removeEventListener('keydown', onBubble)
    document.removeEventListener('focusin', onFocusin)
    const inside = layer.box()
    // The box is still there; once it is gone, whatever was focused in it has lost the keyboard.
    queueMicrotask(() => giveBack(before, inside))
  })
}
