/** The check of the year as the report's page holds it: read after every save, tried on every key. */
import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { call } from '@/backend/client'
import type { CheckSheet, Severity } from '@/backend/generated'
import { showFailure } from '@/shared/notices'
import { worstByFigure } from './findings'

export interface Check {
  /** As shown: of what is stored, or of what is being typed. */
  sheet: ShallowRef<CheckSheet | null>
  /** The gravest finding of each cell and figure. */
  marks: ComputedRef<Map<string, Severity>>
  open(year: number): void
  /** Reads it anew, soon; several reasons in a row make one reading. */
  refresh(): void
  take(sheet: CheckSheet): void
  /** Null: what is typed is gone again. */
  tryOut(sheet: CheckSheet | null): void
  waive(key: string, note: string): Promise<void>
  unwaive(key: string): Promise<void>
}

const soonMs = 120

export function useCheck(): Check {
  const sheet = shallowRef<CheckSheet | null>(null)
  let stored: CheckSheet | null = null
  let year = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function take(next: CheckSheet): void {
    if (next.year !== year) return
    stored = next
    sheet.value = next
  }

  function refresh(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (year > 0) call('report.check', { year }).then(take, showFailure)
    }, soonMs)
  }

  function open(next: number): void {
    if (next !== year) {
      stored = null
      sheet.value = null
    }
    year = next
    refresh()
  }

  return {
    sheet,
    marks: computed(() => worstByFigure(sheet.value?.findings ?? [])),
    open,
    refresh,
    take,
    tryOut: (tried) => {
      const next = tried ?? stored
      if (next !== null && next.year === year && sheet.value !== next) sheet.value = next
    },
    waive: async (key, note) => take(await call('check.waive', { year, key, note })),
    unwaive: async (key) => take(await call('check.unwaive', { year, key })),
  }
}
