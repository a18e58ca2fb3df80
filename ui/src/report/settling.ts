/** Before anything is printed, previewed or locked: everything typed is in the database, or it is said what is not. */
import type { ComputedRef } from 'vue'
import type { Part } from '@/backend/generated'
import { warn } from '@/shared/notices'
import type { Cells } from './grid/cells'
import { partName } from './report'
import { keptParts } from './text/kept'

export interface SettlingWiring {
  year(): number
  /** Nothing can be typed, so nothing is unsaved. */
  locked(): boolean
  parts: ComputedRef<Part[]>
  cells: Cells
  /** Stores the text on screen; false when it could not be. */
  flushText(): Promise<boolean>
  showCell(cell: string): void
  goPart(id: string): void
}

/** How long a page waits for what is typed to be stored before it is left. */
const PATIENCE = 1500

export function useSettling(wiring: SettlingWiring) {
  const { cells, parts } = wiring

  async function settled(): Promise<boolean> {
    if (wiring.locked()) return true
    if (!(await cells.flush())) {
      const [first] = cells.wrong.value
      warn(first ? '表里有填得不对的格，请先改好。' : '表里填的数还没有存上，请看表上方的提示。')
      if (first) wiring.showCell(first.cell)
      return false
    }
    if (!(await wiring.flushText())) {
      warn('正文还没有存上，请先看正文上方的提示。')
      return false
    }
    const ids = parts.value.map((each) => each.id)
    const unsaved = parts.value.find((each) => each.id === keptParts(wiring.year(), ids)[0])
    if (!unsaved) return true
    warn(`「${partName(unsaved)}」有文字还没有存上，请先看一看。`)
    wiring.goPart(unsaved.id)
    return false
  }

  /** Stores the text and the cells; true when both are. */
  async function flush(): Promise<boolean> {
    const done = await Promise.all([wiring.flushText(), cells.flush()])
    return done.every(Boolean)
  }

  /** Saves before anything else is shown; a store that does not answer keeps nobody here. */
  async function leave(): Promise<true> {
    await Promise.race([flush(), new Promise((done) => setTimeout(done, PATIENCE))])
    return true
  }

  return { settled, flush, leave }
}
