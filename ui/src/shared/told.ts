/** Ties an entry to what is said about it. */
import { nextTick, type Directive } from 'vue'

interface Told {
  /** The id of what stands under the entry. */
  by: string | undefined
  wrong: boolean
}

/** For an entry of its own: `id` is that of the words under it, which stand there while something is `wrong`. */
export function told(id: string, wrong: string | undefined | null): Record<string, string | boolean | undefined> {
  return { 'aria-invalid': Boolean(wrong), 'aria-describedby': wrong ? id : undefined }
}

function tie(box: HTMLElement, { by, wrong }: Told): void {
  const entry = box.querySelector('[role="combobox"]') ?? box.querySelector('input')
  if (!entry) return
  entry.setAttribute('aria-invalid', String(wrong))
  if (by) entry.setAttribute('aria-describedby', by)
  else entry.removeAttribute('aria-describedby')
}

/** For an entry inside a component that hands nothing through. */
export const vTold: Directive<HTMLElement, Told> = {
  mounted: (box, { value }) => tie(box, value),
  updated: (box, { value }) => tie(box, value),
}

const name = (box: HTMLElement, words: string): void =>
  box.querySelector('[role="combobox"]')?.setAttribute('aria-label', words)

/** Names the list inside a component that hands no name through. */
export const vNamed: Directive<HTMLElement, string> = {
  mounted: (box, { value }) => name(box, value),
  updated: (box, { value }) => name(box, value),
}

/** To the first entry that is wrong, once the page says which it is. */
export function focusWrong(): void {
  void nextTick(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus())
}
