/** Which bar of the months' chart an arrow key goes to. */

export interface Bar {
  /** Its ledger's place among those of the year. */
  series: number
  /** From 0. */
  month: number
}

/** `drawn`: the ledgers whose bars are shown, from the bottom up. Null: the key is none of the chart's. */
export function barAt(key: string, from: Bar | null, drawn: number[]): Bar | null {
  const first = drawn[0]
  if (first === undefined) return null
  const steps: Record<string, [months: number, up: number]> = {
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
    Home: [-12, 0],
    End: [12, 0],
  }
  const step = steps[key]
  if (!step) return null
  if (!from) return { series: first, month: key === 'End' ? 11 : 0 }
  const at = Math.max(0, drawn.indexOf(from.series))
  const up = Math.max(0, Math.min(drawn.length - 1, at + step[1]))
  return { series: drawn[up] ?? first, month: Math.max(0, Math.min(11, from.month + step[0])) }
}
