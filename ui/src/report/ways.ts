/** The ways between the report, its pages and its check sheet; what leaves the text is stored first. */
import { nextTick, type Ref } from 'vue'
import { chosenEdition } from './paper/editions'

export interface WaysWiring {
  go(part: string | null, show?: 'preview' | 'check' | ''): Promise<void>
  goVersion(number: number | null): Promise<void>
  settled(): Promise<boolean>
  /** Checks once more. */
  check(): void
  /** Locks the year; false when it was not. */
  lock(): Promise<boolean>
  listing: Ref<boolean>
  selectWords(quote: string): void
}

export function useWays(wiring: WaysWiring) {
  const { go } = wiring

  async function preview(): Promise<void> {
    if (await wiring.settled()) await go(null, 'preview')
  }
  /** From the pages to the words that are to be mended. */
  async function fix(id: string | null, words = ''): Promise<void> {
    await go(id)
    if (words === '') return
    await nextTick()
    // The editor opens with the part; its text is there a moment later.
    setTimeout(() => wiring.selectWords(words), 200)
  }
  /** To the list of what has to be decided before anything leaves. */
  async function goPersonal(): Promise<void> {
    chosenEdition.value = 'filing'
    await go(null, 'preview')
  }
  async function openSheet(): Promise<void> {
    if (!(await wiring.settled())) return
    wiring.check()
    await go(null, 'check')
  }
  async function lock(): Promise<void> {
    if (await wiring.lock()) await go(null)
  }
  function openVersion(number: number | null): void {
    wiring.listing.value = false
    void wiring.goVersion(number)
  }

  return { preview, fix, goPersonal, openSheet, lock, openVersion }
}
