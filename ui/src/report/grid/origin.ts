/** Where a cell's value comes from, in a few words. */
import type { Figure } from '@/backend/generated'
import { cellText } from './quantities'

export const kindNames: Record<Figure['kind'], string> = {
  counted: '台账统计',
  computed: '自动合计',
  carried: '上年结转',
  entered: '人工填写',
  blank: '还没有填',
}

export function originWords(figure: Figure | undefined): string {
  if (!figure) return ''
  if (figure.kind !== 'entered') return kindNames[figure.kind]
  const why = figure.entered?.reason ? `（${figure.entered.reason}）` : ''
  const own = figure.counted ? `，台账统计为 ${cellText(figure.counted) || '空'}` : ''
  return `${kindNames.entered}${why}${own}`
}
