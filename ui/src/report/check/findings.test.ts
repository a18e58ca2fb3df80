import { describe, expect, it } from 'vitest'
import type { Checked, Part, Place, Severity } from '@/backend/generated'
import { byPart, bySeverity, concerns, ofFigure, placeLabel, worstByFigure } from './findings'

function finding(severity: Severity, part: string | null, places: Place[] = [], note = ''): Checked {
  const message = `${severity} ${part} ${JSON.stringify(places)} ${note}`
  return {
    finding: { rule: 'r', severity, group: 'text', message, sides: null, places, basis: '', advice: '', key: message },
    part,
    waiver: note === '' ? null : { note, at: '', by: '' },
  }
}
const part = (id: string, heading: string): Part =>
  ({ id, number: '', heading, help: '', narrative: { blocks: [] }, figures: [], tables: [] }) as unknown as Part
const cell = (id: string): Place => ({ type: 'figure', id })

describe('findings', () => {
  const error = finding('error', 'a', [cell('x')])
  const waived = finding('error', 'a', [cell('y')], '核对过')
  const warning = finding('warning', 'b', [cell('x'), { type: 'text', part: 'a', quote: '收到申请12件' }])
  const hint = finding('hint', null, [cell('z')])
  const all = [hint, waived, warning, error]

  it('stand by gravity, the explained ones last, numbered through', () => {
    const groups = bySeverity(all, null)
    expect(groups.map((group) => [group.severity, group.items.map((item) => item.index)])).toEqual([
      ['error', [0, 1]],
      ['warning', [2]],
      ['hint', [3]],
    ])
    expect(groups[0]?.items.map((item) => item.checked)).toEqual([error, waived])
  })
  it('concern a part also where their words stand in it', () => {
    expect(all.filter((each) => concerns(each, 'a'))).toEqual([waived, warning, error])
    expect(bySeverity(all, 'b').flatMap((group) => group.items)).toHaveLength(1)
  })
  it('stand part by part on the sheet, the rest at the end', () => {
    const groups = byPart(all, [part('a', '概述'), part('b', '问题')])
    expect(groups.map((group) => [group.name, group.items.length])).toEqual([
      ['概述', 2],
      ['问题', 1],
      ['整篇报告', 1],
    ])
    expect(groups.flatMap((group) => group.items.map((item) => item.index))).toEqual([0, 1, 2, 3])
  })
  it('mark a cell by the gravest that is open', () => {
    const marks = worstByFigure([warning, error, waived, hint])
    expect([...marks]).toEqual([['x', 'error']])
    expect(ofFigure(all, 'x')).toEqual([warning, error])
  })
  it('say where they lead', () => {
    const say = (place: Place) =>
      placeLabel(
        place,
        (id) => `格 ${id}`,
        () => '依申请公开',
      )
    expect(say(cell('x'))).toBe('格 x')
    expect(say({ type: 'text', part: 'a', quote: '一二三四五六七八九十一二三四五六七八' })).toBe(
      '「一二三四五六七八九十一二三四五…」',
    )
    expect(say({ type: 'record', ledger: 'application', id: 3, title: '' })).toBe('依申请公开台账的这条记录')
    expect(say({ type: 'setting', name: 'signed_on' })).toBe('成文日期')
  })
})
