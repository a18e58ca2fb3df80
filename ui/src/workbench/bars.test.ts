import { describe, expect, it } from 'vitest'
import { barAt } from './bars'

describe('the arrow keys in the chart of the months', () => {
  it('begin at January and go from month to month and from ledger to ledger', () => {
    expect(barAt('ArrowRight', null, [0, 2])).toEqual({ series: 0, month: 0 })
    expect(barAt('ArrowRight', { series: 0, month: 0 }, [0, 2])).toEqual({ series: 0, month: 1 })
    expect(barAt('ArrowUp', { series: 0, month: 1 }, [0, 2])).toEqual({ series: 2, month: 1 })
    expect(barAt('End', { series: 2, month: 1 }, [0, 2])).toEqual({ series: 2, month: 11 })
  })
  it('stay inside, and leave every other key alone', () => {
    expect(barAt('ArrowRight', { series: 0, month: 11 }, [0])).toEqual({ series: 0, month: 11 })
    expect(barAt('ArrowUp', { series: 0, month: 3 }, [0])).toEqual({ series: 0, month: 3 })
    expect(barAt('Tab', null, [0])).toBeNull()
    expect(barAt('ArrowUp', null, [])).toBeNull()
  })
})
