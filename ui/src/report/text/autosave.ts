/**
 * Saving while writing: 400 ms after the last key, and at the latest one second after the first
 * unsaved one, so that a crash costs no more than the last second. A save that fails keeps the text
 * in the browser's own storage as well and is tried again; nothing is written when nothing changed.
 */
import type { Narrative } from '@/backend/generated'
import { sameNarrative, tidyNarrative } from './document'

export const quietMs = 400
export const longestMs = 1000
const retryMs = [2000, 5000, 15000, 30000]

export interface AutosaveWiring {
  /** The text as it stands now, without what the input method has not committed yet. */
  current(): Narrative
  /** Writes it; gives the moment it was saved. */
  save(narrative: Narrative): Promise<string>
  onSaving(): void
  onSaved(at: string, narrative: Narrative): void
  onFailed(reason: unknown, narrative: Narrative): void
}

export class Autosave {
  private saved: Narrative
  private quiet: ReturnType<typeof setTimeout> | null = null
  private latest: ReturnType<typeof setTimeout> | null = null
  private retry: ReturnType<typeof setTimeout> | null = null
  private running: Promise<boolean> | null = null
  private failures = 0
  private ended = false

  constructor(
    private readonly wiring: AutosaveWiring,
    opened: Narrative,
  ) {
    this.saved = tidyNarrative(opened)
  }

  /** The text changed. */
  touched(): void {
    if (this.ended) return
    if (this.quiet !== null) clearTimeout(this.quiet)
    this.quiet = setTimeout(() => void this.flush(), quietMs)
    this.latest ??= setTimeout(() => void this.flush(), longestMs)
  }

  /** Whether there is something that is not in the database yet. */
  unsaved(): boolean {
    return !sameNarrative(this.wiring.current(), this.saved)
  }

  /** Saves at once what is not saved; true when everything is in the database afterwards. */
  async flush(): Promise<boolean> {
    this.stopTimers()
    while (this.running !== null) await this.running
    if (!this.unsaved()) return true
    this.running = this.write(tidyNarrative(this.wiring.current()))
    const done = await this.running
    return done && !this.unsaved()
  }

  /** After a last flush: no more timers, no more retries. */
  end(): void {
    this.ended = true
    this.stopTimers()
  }

  private async write(narrative: Narrative): Promise<boolean> {
    this.wiring.onSaving()
    try {
      const at = await this.wiring.save(narrative)
      this.saved = narrative
      this.failures = 0
      this.running = null
      this.wiring.onSaved(at, narrative)
      return true
    } catch (reason) {
      this.running = null
      this.wiring.onFailed(reason, narrative)
      this.tryAgain()
      return false
    }
  }

  private tryAgain(): void {
    if (this.ended) return
    const wait = retryMs[Math.min(this.failures, retryMs.length - 1)] ?? 30000
    this.failures += 1
    if (this.retry !== null) clearTimeout(this.retry)
    this.retry = setTimeout(() => void this.flush(), wait)
  }

  private stopTimers(): void {
    for (const timer of [this.quiet, this.latest, this.retry]) if (timer !== null) clearTimeout(timer)
    this.quiet = null
    this.latest = null
    this.retry = null
  }
}
