/** Putting another text into the part on screen: last year's, or the one the report began with. */
import { call } from '@/backend/client'
import type { Narrative } from '@/backend/generated'
import { offerUndo, showFailure } from '@/shared/notices'

/** The part on screen. */
export interface Shown {
  year: number
  part: string
}

export interface TakingOverWiring {
  /** What is on screen and can be written; null: nothing is. */
  shown(): Shown | null
  current(): Narrative
  replace(narrative: Narrative): void
  saved(year: number, part: string, narrative: Narrative, at: string): void
}

const same = (one: Shown, other: Shown | null) => one.year === other?.year && one.part === other.part

/** The old text can be had back for a while, from any part. */
export function useTakingOver(wiring: TakingOverWiring) {
  async function take(read: (of: Shown) => Promise<Narrative>, done: string): Promise<void> {
    const of = wiring.shown()
    if (!of) return
    try {
      const narrative = await read(of)
      if (!same(of, wiring.shown())) return
      const before = wiring.current()
      wiring.replace(narrative)
      offerUndo(done, async () => {
        if (same(of, wiring.shown())) return wiring.replace(before)
        const { saved_at } = await call('report.narrative.save', { ...of, narrative: before })
        wiring.saved(of.year, of.part, before, saved_at)
      })
    } catch (reason) {
      showFailure(reason)
    }
  }

  return {
    starter: () => take((of) => call('report.narrative.starter', of), '已换成起始文字'),
    ofYear: (from: number) =>
      take((of) => call('report.narrative.of_year', { ...of, from }), `已换成 ${from} 年的文字，数据按今年统计`),
  }
}
