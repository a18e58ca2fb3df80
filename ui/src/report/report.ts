/**
 * The report of the year as this page holds it: read once, its figures read again after a hand
 * entry, its parts brought up to date as they are saved. Years do not share anything.
 */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { asFailure, call } from '@/backend/client'
import type { Failure, Figure, Narrative, Part, RecordsBehind, Report } from '@/backend/generated'
import { FigureSource } from './editor/figure-source'

export interface OpenReport {
  report: ShallowRef<Report | null>
  failure: Ref<Failure | null>
  figures: FigureSource
  parts: ComputedRef<Part[]>
  /** Reads the report; with a version, as it was frozen then. */
  load(year: number, version?: number | null): Promise<void>
  /** Counts again without touching the texts. */
  recount(): Promise<void>
  saved(part: string, narrative: Narrative, at: string): void
  replace(report: Report): void
  /** Takes figures that were counted anew. */
  took(figures: Figure[]): void
}

export function useReport(): OpenReport {
  const report = shallowRef<Report | null>(null)
  const failure = ref<Failure | null>(null)
  const figures = new FigureSource()
  let asked = ''

  function replace(next: Report): void {
    report.value = next
    figures.replace(next.figures)
  }

  async function load(year: number, version: number | null = null): Promise<void> {
    const mine = `${year}/${version ?? ''}`
    asked = mine
    failure.value = null
    try {
      const answer =
        version === null ? await call('report.show', { year }) : await call('report.version', { year, version })
      // The year may have been switched while this one was being counted.
      if (asked === mine) replace(answer)
    } catch (reason) {
      if (asked === mine) failure.value = asFailure(reason)
    }
  }

  function took(next: Figure[]): void {
    if (report.value) replace({ ...report.value, figures: next })
  }

  async function recount(): Promise<void> {
    const open = report.value
    if (!open) return
    const answer = await call('report.show', { year: open.year })
    if (report.value?.year !== answer.year) return
    const lists = new Map(answer.parts.map((part) => [part.id, part.figures]))
    replace({
      ...report.value,
      figures: answer.figures,
      parts: report.value.parts.map((part) => ({ ...part, figures: lists.get(part.id) ?? part.figures })),
    })
  }

  function saved(id: string, narrative: Narrative, at: string): void {
    const open = report.value
    if (!open) return
    const parts = open.parts.map((part) =>
      part.id === id ? { ...part, narrative, written: true, saved_at: at } : part,
    )
    report.value = { ...open, parts }
  }

  const parts = computed(() => report.value?.parts ?? [])
  return { report, failure, figures, parts, load, recount, saved, replace, took }
}

/** Where the records behind a figure are listed. */
export function recordsRoute(behind: RecordsBehind): { path: string; query: Record<string, string> } {
  return {
    path: `/ledger/${behind.ledger}`,
    query: { filter: JSON.stringify(behind.filter), year: String(behind.year) },
  }
}

/** Where one record stands open. */
export function recordRoute(ledger: string, id: number): { path: string; query: Record<string, string> } {
  return { path: `/ledger/${ledger}`, query: { record: String(id) } }
}

/** A heading as the form names it: 「一、概述」; the text before the first is called 引言. */
export function partName(part: Part): string {
  return part.heading === '' ? '引言' : `${part.number}${part.heading}`
}

/** A figure that the records contradict: both numbers are shown wherever it appears. */
export function isEntered(figure: Figure): boolean {
  return figure.entered !== null
}
