import { describe, expect, it } from 'vitest'
import type { Notice } from '@/backend/generated'
import { emptyEntry, entryOf, holidaysOf, noticeOf } from './notice-entry'

const NOTICE: Notice = {
  year: 2027,
  holidays: [
    { name: '元旦', days: ['2026-12-31', '2027-01-01', '2027-01-02'] },
    { name: '县庆', days: ['2027-06-01', '2027-06-03'] },
  ],
  workdays: ['2027-01-09'],
}

describe('a notice', () => {
  it('comes back out of its rows as it went in, over the end of a year and with a gap', () => {
    const entry = entryOf(NOTICE)
    expect(entry.rows).toEqual([
      { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
      { name: '县庆', from: '2027-06-01', to: '2027-06-01' },
      { name: '县庆', from: '2027-06-03', to: '2027-06-03' },
    ])
    expect(noticeOf(entry)).toEqual({ notice: NOTICE })
  })

  it('leaves out the holidays that were not filled in, and says what is half filled in', () => {
    expect(noticeOf(emptyEntry(2027))).toEqual({ notice: { year: 2027, holidays: [], workdays: [] } })
    expect(holidaysOf([{ name: '', from: '2027-01-01', to: null }])).toEqual({ missing: '有一行没有填节日名称' })
    expect(holidaysOf([{ name: '县庆', from: null, to: null }])).toEqual({ missing: '请填县庆的放假日期' })
    const turned = [{ name: '元旦', from: '2027-01-03', to: '2027-01-01' }]
    expect(holidaysOf(turned)).toEqual({ missing: '元旦的最后一天早于第一天' })
  })
})
