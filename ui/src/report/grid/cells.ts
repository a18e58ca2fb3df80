/**
 * The cells of a year as they stand on the screen: what is stored, what is typed over it, and what
 * follows from that. Sums and the trial check follow every key; a cell is saved when it is left.
 */
import {
  computed,
  onBeforeUnmount,
  ref,
  shallowReactive,
  shallowRef,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue'
import { asFailure, call, onBeforeClose } from '@/backend/client'
import type { CellEntry, CellsSaved, CellValue, CheckSheet, Figure, Quantity } from '@/backend/generated'
import { useFrame } from '@/frame/store'
import { showFailure } from '@/shared/notices'
import type { FigureSource } from '../editor/figure-source'
import { rangeOf, readCell } from './cell-entry'
import { keepCells, keptCells, type KeptCell } from './kept-cells'
import { cellText, sameQuantity, sumOf } from './quantities'

export interface Typed extends KeptCell {
  /** What is wrong with it; said once the cell has been left. */
  problem: string
  /** The input method is still at it: not text yet. */
  composing: boolean
}

export interface CellsWiring {
  figures: FigureSource
  /** Everything was saved and counted anew. */
  onSaved(saved: CellsSaved): void
  /** What the check says of what is typed; null: nothing is, the stored one holds. */
  onTrial(sheet: CheckSheet | null): void
}

export interface Cells {
  /** The cell in hand; stays when the keyboard goes elsewhere. */
  active: Readonly<Ref<string | null>>
  activate(cell: string): void
  typed: Map<string, Typed>
  /** Cells whose text cannot be saved as it is. */
  wrong: ComputedRef<{ cell: string; problem: string }[]>
  failed: Ref<string>
  /** Left over from last time, while the cells were changed elsewhere: the clerk decides. */
  leftOver: ShallowRef<Map<string, KeptCell>>
  text(cell: string): string
  value(cell: string): Quantity
  type(cell: string, text: string, composing?: boolean): void
  /** The cell is left: what was typed is saved. */
  leave(cell: string): Promise<void>
  undo(cell: string): boolean
  /** Several at once, all or none; throws the failure. */
  enter(entries: CellEntry[], reason: string, of?: number): Promise<CellsSaved>
  /** The year whose cells these are. */
  year(): number
  flush(): Promise<boolean>
  /** Shows a year; what was left unsaved comes back where it can be saved. */
  open(year: number, writable: boolean): void
  takeLeftOver(): void
  dropLeftOver(): void
}

const retryMs = 5000

/** What the cell says when nobody has entered anything by hand. */
export function ownValue(figure: Figure): Quantity {
  return figure.carried ?? figure.counted ?? { kind: 'blank' }
}

/**
 * What each cell comes to when some are given: sums are added up from their terms, in whatever order
 * they are asked for, everything else is as stored.
 */
export function worker(figure: (id: string) => Figure | undefined, given: Map<string, Quantity>) {
  const known = new Map(given)
  const work = (cell: string): Quantity => {
    const had = known.get(cell)
    if (had) return had
    const found = figure(cell)
    const now: Quantity = !found ? { kind: 'blank' } : found.sum.length > 0 ? sumOf(found.sum.map(work)) : found.value
    known.set(cell, now)
    return now
  }
  return work
}

export function useCells(wiring: CellsWiring): Cells {
  const frame = useFrame()
  const { figures } = wiring
  const active = ref<string | null>(null)
  const typed = shallowReactive(new Map<string, Typed>())
  /** Cells that differ from what is stored: typed over, or following from it. */
  const changed = shallowReactive(new Map<string, Quantity>())
  const failed = ref('')
  const leftOver = shallowRef(new Map<string, KeptCell>())
  let year = 0
  let opened = ''
  let tried: CellValue[] = []
  let turn = 0
  let asking = false
  let retry: ReturnType<typeof setTimeout> | undefined
  let running: Promise<unknown> = Promise.resolve()

  function stored(cell: string): Figure | undefined {
    // Read through the reactive list, so that every cell follows when the figures are replaced.
    return figures.all.value.length > 0 ? figures.get(cell) : undefined
  }
  function value(cell: string): Quantity {
    return changed.get(cell) ?? stored(cell)?.value ?? { kind: 'blank' }
  }
  function text(cell: string): string {
    return typed.get(cell)?.text ?? cellText(value(cell))
  }

  /** The entry a typed text stands for: undefined where it cannot be read or changes nothing. */
  function entryOf(cell: string): CellEntry | undefined {
    const draft = typed.get(cell)
    const figure = figures.get(cell)
    if (!draft || !figure || draft.composing) return undefined
    const reading = readCell(draft.text, rangeOf(figure))
    if (reading.is === 'wrong') return undefined
    if (reading.is === 'nothing') return figure.entered ? { cell, value: null } : undefined
    if (sameQuantity(reading.value, figure.value)) return undefined
    return { cell, value: sameQuantity(reading.value, ownValue(figure)) ? null : reading.value }
  }
  function entries(): CellEntry[] {
    return [...typed.keys()].flatMap((cell) => entryOf(cell) ?? [])
  }

  /** Works out anew every value that follows from what is typed. */
  function follow(): void {
    const given = new Map<string, Quantity>()
    for (const each of tried) if (figures.get(each.cell)?.sum.length === 0) given.set(each.cell, each.value)
    for (const entry of entries()) {
      const figure = figures.get(entry.cell)
      if (figure) given.set(entry.cell, entry.value ?? ownValue(figure))
    }
    const work = worker((cell) => figures.get(cell), given)
    for (const figure of figures.all.value) {
      if (figure.place === null) continue
      const now = work(figure.id)
      const had = changed.get(figure.id)
      if (sameQuantity(now, figure.value)) {
        if (had) changed.delete(figure.id)
      } else if (!had || !sameQuantity(had, now)) changed.set(figure.id, now)
    }
  }

  /**
   * Asks for the check of what is typed: at once, one question at a time, and of what came meanwhile
   * only the latest. Waiting for the next frame would show the findings a frame later than the sums.
   */
  function tryOut(): void {
    turn += 1
    if (asking) return
    asking = true
    void Promise.resolve().then(async () => {
      let answered = -1
      while (answered !== turn) answered = await ask(turn)
      asking = false
    })
  }

  async function ask(mine: number): Promise<number> {
    const of = year
    const list = entries()
    if (list.length === 0) {
      tried = []
      wiring.onTrial(null)
      follow()
      return mine
    }
    try {
      const trial = await call('report.try', { year: of, entries: list })
      if (mine === turn && of === year) {
        // What follows from the entries, not the entries: those are read from what is typed.
        tried = trial.values.filter((each) => !list.some((entry) => entry.cell === each.cell))
        wiring.onTrial(trial.sheet)
        follow()
      }
    } catch {
      // The sums stand; what is wrong is said when the cell is saved.
    }
    return mine
  }

  function keep(): void {
    keepCells(year, typed)
  }

  function type(cell: string, now: string, composing = false): void {
    const figure = figures.get(cell)
    if (!figure || figure.sum.length > 0) return
    const before = typed.get(cell)
    const reading = before?.problem ? readCell(now, rangeOf(figure)) : null
    typed.set(cell, {
      text: now,
      base: before?.base ?? cellText(figure.value),
      problem: reading?.is === 'wrong' ? reading.why : '',
      composing,
    })
    if (composing) return
    keep()
    follow()
    tryOut()
  }

  function forget(cell: string): void {
    typed.delete(cell)
    keep()
    follow()
    tryOut()
  }

  function undo(cell: string): boolean {
    const draft = typed.get(cell)
    if (!draft) return false
    forget(cell)
    return draft.text !== draft.base
  }

  async function send(list: CellEntry[], reason: string, asked = year): Promise<CellsSaved> {
    const saved = await call('cells.enter', { year: asked, entries: list, reason })
    if (asked === year) {
      tried = []
      turn += 1
      wiring.onSaved(saved)
    }
    return saved
  }

  /** One after the other, so that no answer overtakes another. */
  function queued<T>(act: () => Promise<T>): Promise<T> {
    const next = running.then(act, act)
    running = next.catch(() => undefined)
    return next
  }

  async function save(cell: string): Promise<void> {
    const entry = entryOf(cell)
    const draft = typed.get(cell)
    if (!entry || !draft) return
    frame.setSaving()
    try {
      await send([entry], figures.get(cell)?.entered?.reason ?? '')
      failed.value = ''
      frame.setSaved()
      if (typed.get(cell)?.text === draft.text) typed.delete(cell)
      keep()
      follow()
      if (typed.size > 0) tryOut()
    } catch (reason) {
      const failure = asFailure(reason)
      const said = failure.fields[cell]
      if (said) typed.set(cell, { ...draft, problem: said })
      else if (failure.code === 'report.locked') showFailure(reason)
      else {
        failed.value = failure.message
        clearTimeout(retry)
        retry = setTimeout(() => void flush(), retryMs)
      }
      frame.setFailed(said ?? failure.message)
    }
  }

  async function leave(cell: string): Promise<void> {
    const draft = typed.get(cell)
    const figure = figures.get(cell)
    if (!draft || !figure) return
    const reading = readCell(draft.text, rangeOf(figure))
    if (reading.is === 'wrong') {
      typed.set(cell, { ...draft, problem: reading.why, composing: false })
      return
    }
    if (draft.composing) typed.set(cell, { ...draft, composing: false })
    if (entryOf(cell)) return queued(() => save(cell))
    forget(cell)
  }

  async function flush(): Promise<boolean> {
    clearTimeout(retry)
    for (const cell of [...typed.keys()]) await leave(cell)
    await running
    return typed.size === 0
  }

  function open(next: number, writable: boolean): void {
    const shown = `${next} ${writable}`
    if (shown === opened) return follow()
    opened = shown
    year = next
    clearTimeout(retry)
    typed.clear()
    changed.clear()
    tried = []
    turn += 1
    active.value = null
    failed.value = ''
    const conflicting = new Map<string, KeptCell>()
    for (const [cell, kept] of writable ? keptCells(next) : []) {
      const figure = figures.get(cell)
      if (!figure || figure.sum.length > 0) continue
      if (cellText(figure.value) === kept.base) typed.set(cell, { ...kept, problem: '', composing: false })
      else if (cellText(figure.value) !== kept.text) conflicting.set(cell, kept)
    }
    leftOver.value = conflicting
    if (typed.size > 0) void flush()
  }

  function takeLeftOver(): void {
    for (const [cell, kept] of leftOver.value) type(cell, kept.text)
    leftOver.value = new Map()
    void flush()
  }
  function dropLeftOver(): void {
    leftOver.value = new Map()
    keep()
  }

  const release = onBeforeClose(async () => {
    await flush()
  })
  onBeforeUnmount(() => {
    release()
    void flush().finally(() => clearTimeout(retry))
  })

  return {
    active,
    activate: (cell) => {
      active.value = cell
    },
    typed,
    wrong: computed(() =>
      [...typed].flatMap(([cell, draft]) => (draft.problem === '' ? [] : [{ cell, problem: draft.problem }])),
    ),
    failed,
    leftOver,
    text,
    value,
    type,
    leave,
    undo,
    enter: (list, reason, of = year) => queued(() => send(list, reason, of)),
    year: () => year,
    flush,
    open,
    takeLeftOver,
    dropLeftOver,
  }
}
