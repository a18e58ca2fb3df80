/** From a finding to where it is: a cell, quoted words, records, one record, or a setting. */
import { nextTick } from 'vue'
import type { Router } from 'vue-router'
import type { Place } from '@/backend/generated'
import { warn } from '@/shared/notices'
import type { FigureSource } from './editor/figure-source'
import { recordRoute, recordsRoute } from './report'

export interface JumpWiring {
  router: Router
  figures: FigureSource
  /** Opens a part and has it drawn. */
  goPart(id: string): Promise<void>
  showCell(cell: string): boolean
  selectWords(quote: string): boolean
  showFigure(id: string): Promise<void>
  openSettings(): void
}

export function useJump(wiring: JumpWiring): (place: Place) => Promise<void> {
  async function toFigure(id: string): Promise<void> {
    const figure = wiring.figures.get(id)
    if (!figure) return warn('这个数据项已经不在报告里了。')
    await wiring.goPart(figure.part)
    await nextTick()
    if (figure.place === null || !wiring.showCell(id)) await wiring.showFigure(id)
  }

  async function toWords(part: string, quote: string): Promise<void> {
    await wiring.goPart(part)
    await nextTick()
    if (quote !== '' && !wiring.selectWords(quote)) warn(`没有找到「${quote}」，这段文字可能刚改过。`)
  }

  return async (place) => {
    switch (place.type) {
      case 'figure':
        return toFigure(place.id)
      case 'text':
        return toWords(place.part, place.quote)
      case 'records':
        await wiring.router.push(recordsRoute(place.behind))
        return
      case 'record':
        await wiring.router.push(recordRoute(place.ledger, place.id))
        return
      case 'setting':
        wiring.openSettings()
    }
  }
}
