/** What the frame around every page knows: the office, the year in hand, and whether work is saved. */
import { defineStore } from 'pinia'
import { call } from '@/backend/client'
import type { Profile, Start } from '@/backend/generated'
import { clock } from '@/shared/moment'

export type SaveState = 'idle' | 'saving' | 'saved' | 'failed'

interface FrameState {
  start: Start | null
  year: number
  years: number[]
  saveState: SaveState
  /** `10:32` of the last save. */
  savedAt: string
  saveProblem: string
  /** The version the year in hand is locked in; 0: it is not. */
  locked: number
}

export const useFrame = defineStore('frame', {
  state: (): FrameState => ({
    start: null,
    year: 0,
    years: [],
    saveState: 'idle',
    savedAt: '',
    saveProblem: '',
    locked: 0,
  }),
  getters: {
    profile: (state): Profile | null => state.start?.profile ?? null,
    /** Today as the program counts it, `YYYY-MM-DD`. */
    today: (state): string => state.start?.today ?? '',
    firstRun: (state): boolean => state.start?.first_run ?? false,
  },
  actions: {
    /** Reads the office and the years. The year in hand stays when it still exists. */
    async load(): Promise<void> {
      this.take(await call('app.start'))
    },
    /** Takes a fresh answer about the office, e.g. after the profile was saved. */
    take(start: Start): void {
      this.start = start
      this.years = [...start.years].sort((a, b) => b - a)
      if (!this.years.includes(this.year)) this.year = start.year
      this.announce()
    },
    setYear(year: number): void {
      if (year === this.year || year < 1949 || year > 2999) return
      this.year = year
      this.saveState = 'idle'
      this.announce()
    },
    /** Opens a year that has no report yet and goes there. */
    async openYear(year: number): Promise<void> {
      await call('years.open', { year })
      await this.load()
      this.setYear(year)
    },
    /** The window's title carries the office and the year; a locked year is marked on every page. */
    announce(): void {
      if (this.year === 0 || this.firstRun) return
      call('shell.title', { year: this.year }).catch(() => undefined)
      void this.lookLocked()
    },
    /** Whether the year in hand is locked. The mark is an extra: what is locked is guarded where it lies. */
    async lookLocked(): Promise<void> {
      const { year } = this
      this.locked = 0
      try {
        const versions = await call('report.versions', { year })
        const present = versions[versions.length - 1]
        if (year === this.year && present?.locked_at) this.locked = present.number
      } catch {
        // The page itself says what cannot be read.
      }
    },
    /** Nothing is waiting to be saved. */
    setIdle(): void {
      this.saveState = 'idle'
      this.saveProblem = ''
    },
    setSaving(): void {
      this.saveState = 'saving'
      this.saveProblem = ''
    },
    /** `moment`: when it was saved, `YYYY-MM-DDTHH:MM:SS`; without one, now. */
    setSaved(moment?: string): void {
      this.saveState = 'saved'
      this.savedAt = clock(moment ?? new Date())
      this.saveProblem = ''
    },
    setFailed(problem: string): void {
      this.saveState = 'failed'
      this.saveProblem = problem
    },
  },
})
