import { describe, expect, it } from 'vitest'
import { LEDGERS } from '@/dev/office'
import type { Field } from '@/backend/generated'
import { cellText } from './cells'

function field(ledger: string, id: string): Field {
  const found = LEDGERS.find((one) => one.id === ledger)?.fields.find((one) => one.id === id)
  if (!found) throw new Error(`no field ${ledger}.${id}`)
  return found
}

describe('a cell', () => {
  it('names channels once each', () => {
    expect(
      cellText(field('disclosure', 'channels'), [
        { channel: '政务公开栏', on: null },
        { channel: '微信', on: '2018-03-08' },
        { channel: '微信', on: null },
      ]),
    ).toBe('政务公开栏、微信')
  })
  it('shows labels, not ids', () => {
    expect(cellText(field('inquiry', 'way'), 'phone')).toBe('电话')
    expect(cellText(field('hotline', 'on_time'), false)).toBe('否')
  })
  it('tells nothing from zero', () => {
    expect(cellText(field('inquiry', 'persons'), 0)).toBe('0')
    expect(cellText(field('inquiry', 'persons'), null)).toBe('')
    expect(cellText(field('disclosure', 'villages'), [])).toBe('')
  })
})
