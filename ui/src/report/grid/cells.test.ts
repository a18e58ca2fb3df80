import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CellEntry, CheckSheet, Figure } from '@/backend/generated'
import { addUp, cellsOf, settle } from '@/dev/statutory'
import { FigureSource } from '../editor/figure-source'
import { useCells, type Cells } from './cells'
import { keptCells } from './kept-cells'

const backend = vi.hoisted(() => ({ entered: [] as unknown[], tried: [] as unknown[], fails: null as unknown }))
vi.mock('@/backend/client', () => ({
  asFailure: (reason: unknown) => reason,
  onBeforeClose: () => () => undefined,
  call: (name: string, request: { entries: CellEntry[]; reason: string }) => {
    if (name === 'report.try') {
      backend.tried.push(request.entries)
      const values = request.entries.map(({ cell, value }) => ({ cell, value, text: '' }))
      return Promise.resolve({ year: 2025, values, sheet: { year: 2025, findings: [] } })
    }
    if (backend.fails) return Promise.reject(backend.fails as Error)
    backend.entered.push(request)
    for (const { cell, value } of request.entries) {
      const figure = figures.get(cell)
      if (!figure) continue
      figure.entered = value ? { value, reason: request.reason, at: '2026-01-12T10:00:00' } : null
      settle(figure)
    }
    const all = structuredClone(figures.all.value)
    addUp(all)
    return Promise.resolve({ figures: all, sheet: { year: 2025, findings: [] } as unknown as CheckSheet })
  },
}))

let figures: FigureSource
let cells: Cells
let trials: (CheckSheet | null)[]
let host: { unmount: () => void } | null = null

function open(adjust: (figure: Figure) => void = () => undefined): void {
  figures = new FigureSource()
  const all = cellsOf({ year: 2025, count: () => 1, locked: null, last: new Map() })
  all.forEach((figure) => {
    adjust(figure)
    if (figure.sum.length === 0) settle(figure)
  })
  addUp(all)
  figures.replace(all)
  trials = []
  const Host = defineComponent({
    setup() {
      cells = useCells({
        figures,
        onSaved: (saved) => figures.replace(saved.figures),
        onTrial: (sheet) => trials.push(sheet),
      })
      return () => null
    },
  })
  host?.unmount()
  host = mount(Host)
  cells.open(2025, true)
}

beforeEach(() => {
  setActivePinia(createPinia())
  localStorage.clear()
  Object.assign(backend, { entered: [], tried: [], fails: null })
})
afterEach(() => {
  host?.unmount()
  host = null
  vi.useRealTimers()
})

describe('cells while typing', () => {
  it('add up at once, without the program behind', () => {
    open()
    cells.type('t3.new.natural', '9')
    expect(cells.text('t3.new.total')).toBe('14')
    expect(backend.entered).toEqual([])
    cells.type('t3.new.natural', '9余')
    expect(cells.text('t3.new.total')).toBe('14余')
    cells.undo('t3.new.natural')
    expect(cells.text('t3.new.total')).toBe('6')
  })
  it('try the latest only, and go back to what is stored', async () => {
    open()
    cells.type('t3.new.natural', '1')
    cells.type('t3.new.natural', '12')
    await vi.waitFor(() => expect(trials).toHaveLength(1))
    expect(backend.tried).toEqual([[{ cell: 't3.new.natural', value: { kind: 'exact', value: '12' } }]])
    cells.type('t3.new.natural', '1')
    expect(cells.text('t3.new.total')).toBe('6')
    await vi.waitFor(() => expect(trials[trials.length - 1]).toBeNull())
  })
  it('leave half-typed pinyin alone', () => {
    open()
    cells.type('t3.new.natural', '9yu', true)
    expect(cells.text('t3.new.natural')).toBe('9yu')
    expect(cells.text('t3.new.total')).toBe('6')
    cells.type('t3.new.natural', '9余')
    expect(cells.text('t3.new.total')).toBe('14余')
  })
  it('never take a sum', () => {
    open()
    cells.type('t3.new.total', '99')
    expect(cells.text('t3.new.total')).toBe('6')
  })
})

describe('cells that are left', () => {
  it('are saved, one entry each, and are theirs no more', async () => {
    open()
    cells.type('t3.new.natural', '９')
    await cells.leave('t3.new.natural')
    expect(backend.entered).toEqual([
      { year: 2025, entries: [{ cell: 't3.new.natural', value: { kind: 'exact', value: '9' } }], reason: '' },
    ])
    expect(cells.typed.size).toBe(0)
    expect(cells.text('t3.new.natural')).toBe('9')
    expect(keptCells(2025).size).toBe(0)
  })
  it('are not saved when nothing changed', async () => {
    open()
    cells.type('t3.new.natural', '1')
    await cells.leave('t3.new.natural')
    expect(backend.entered).toEqual([])
    expect(cells.typed.size).toBe(0)
  })
  it('go back to the count when they are emptied or say what is counted', async () => {
    for (const typed of ['', '1']) {
      open((figure) => {
        if (figure.id === 't3.new.natural')
          figure.entered = { value: { kind: 'exact', value: '9' }, reason: '另有', at: '' }
      })
      backend.entered = []
      cells.type('t3.new.natural', typed)
      await cells.leave('t3.new.natural')
      expect(backend.entered).toMatchObject([{ entries: [{ cell: 't3.new.natural', value: null }] }])
      expect(cells.text('t3.new.natural')).toBe('1')
    }
  })
  it('keep the reason that was given', async () => {
    open((figure) => {
      if (figure.id === 't3.new.natural')
        figure.entered = { value: { kind: 'exact', value: '9' }, reason: '另有', at: '' }
    })
    cells.type('t3.new.natural', '8')
    await cells.leave('t3.new.natural')
    expect(backend.entered).toMatchObject([{ reason: '另有' }])
  })
  it('keep what cannot be read, and say what is wrong', async () => {
    open()
    cells.type('t3.new.natural', '三')
    expect(cells.wrong.value).toEqual([])
    await cells.leave('t3.new.natural')
    expect(cells.text('t3.new.natural')).toBe('三')
    expect(cells.wrong.value[0]?.problem).toContain('不是数字')
    expect(cells.text('t3.new.total')).toBe('6')
    expect(await cells.flush()).toBe(false)
    cells.type('t3.new.natural', '3')
    expect(cells.wrong.value).toEqual([])
    expect(await cells.flush()).toBe(true)
  })
  it('say what the program refuses, and lose nothing', async () => {
    open()
    backend.fails = {
      code: 'cell.refused',
      message: '没有保存',
      hint: '',
      fields: { 't3.new.natural': '不能填这个数' },
    }
    cells.type('t3.new.natural', '9')
    await cells.leave('t3.new.natural')
    expect(cells.wrong.value).toEqual([{ cell: 't3.new.natural', problem: '不能填这个数' }])
    expect(keptCells(2025).get('t3.new.natural')?.text).toBe('9')
  })
})

describe('a year that was locked meanwhile', () => {
  it('is said once and not tried again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    open()
    backend.fails = { code: 'report.locked', message: '2025 年度已锁定', hint: '', fields: {} }
    cells.type('t3.new.natural', '9')
    await cells.leave('t3.new.natural')
    backend.fails = null
    await vi.advanceTimersByTimeAsync(20000)
    expect(backend.entered).toEqual([])
    expect(cells.failed.value).toBe('')
    expect(cells.text('t3.new.natural')).toBe('9')
  })
})

describe('what could not be saved', () => {
  const broken = { code: 'database.busy', message: '数据文件正忙', hint: '', fields: {} }

  it('is tried again and kept beyond the window', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    open()
    backend.fails = broken
    cells.type('t3.new.natural', '9')
    await cells.leave('t3.new.natural')
    expect(cells.failed.value).toBe('数据文件正忙')
    expect(keptCells(2025).get('t3.new.natural')).toEqual({ text: '9', base: '1' })
    backend.fails = null
    await vi.advanceTimersByTimeAsync(6000)
    expect(backend.entered).toHaveLength(1)
    expect(cells.failed.value).toBe('')
  })
  it('comes back with the next opening and is saved', async () => {
    localStorage.setItem('report.cells.2025', JSON.stringify({ 't3.new.natural': { text: '9', base: '1' } }))
    open()
    await vi.waitFor(() => expect(backend.entered).toHaveLength(1))
    await nextTick()
    expect(cells.text('t3.new.natural')).toBe('9')
    expect(keptCells(2025).size).toBe(0)
  })
  it('is offered, not forced, where the cell was changed since', () => {
    localStorage.setItem('report.cells.2025', JSON.stringify({ 't3.new.natural': { text: '9', base: '5' } }))
    open()
    expect(cells.leftOver.value.size).toBe(1)
    expect(backend.entered).toEqual([])
    cells.dropLeftOver()
    expect(keptCells(2025).size).toBe(0)
  })
  it('waits where the year is locked', () => {
    localStorage.setItem('report.cells.2025', JSON.stringify({ 't3.new.natural': { text: '9', base: '1' } }))
    open()
    backend.entered = []
    cells.open(2024, false)
    expect(cells.typed.size).toBe(0)
  })
})
