import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Narrative } from '@/backend/generated'
import { Autosave } from './autosave'

const say = (text: string): Narrative => ({
  blocks: text === '' ? [] : [{ level: 0, inlines: [{ type: 'text', text }] }],
})

function desk(opened = '') {
  const state = { text: opened, saved: [] as string[], failed: 0, refuse: false }
  const autosave = new Autosave(
    {
      current: () => say(state.text),
      save: (narrative) => {
        if (state.refuse) return Promise.reject(new Error('磁盘已满'))
        const first = narrative.blocks[0]?.inlines[0]
        state.saved.push(first?.type === 'text' ? first.text : '')
        return Promise.resolve('2018-12-30T10:32:00')
      },
      onSaving: () => undefined,
      onSaved: () => undefined,
      onFailed: () => {
        state.failed += 1
      },
    },
    say(opened),
  )
  const type = (text: string) => {
    state.text = text
    autosave.touched()
  }
  return { state, autosave, type }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('saving while writing', () => {
  it('waits for a pause of 400 ms', async () => {
    const { state, type } = desk()
    type('公')
    await vi.advanceTimersByTimeAsync(399)
    expect(state.saved).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(state.saved).toEqual(['公'])
  })

  it('saves within a second while the typing never pauses', async () => {
    const { state, type } = desk()
    for (let key = 1; key <= 30; key += 1) {
      type('字'.repeat(key))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(state.saved.length).toBeGreaterThanOrEqual(2)
    expect(state.saved[0]?.length).toBeGreaterThanOrEqual(9)
  })

  it('writes nothing when a text was only opened or changed back', async () => {
    const { state, autosave, type } = desk('原文')
    await autosave.flush()
    type('原文改')
    type('原文')
    await vi.advanceTimersByTimeAsync(2000)
    expect(state.saved).toEqual([])
  })

  it('tries again after a failure, with the newest text', async () => {
    const { state, type } = desk()
    state.refuse = true
    type('一')
    await vi.advanceTimersByTimeAsync(500)
    expect(state.failed).toBe(1)
    state.refuse = false
    state.text = '一二'
    await vi.advanceTimersByTimeAsync(2000)
    expect(state.saved).toEqual(['一二'])
  })

  it('saves what was typed while a save was under way', async () => {
    const state = { text: '甲', saved: [] as Narrative[] }
    const autosave = new Autosave(
      {
        current: () => say(state.text),
        save: (narrative) =>
          new Promise((resolve) =>
            setTimeout(() => {
              state.saved.push(narrative)
              resolve('')
            }, 300),
          ),
        onSaving: () => undefined,
        onSaved: () => undefined,
        onFailed: () => undefined,
      },
      say(''),
    )
    autosave.touched()
    await vi.advanceTimersByTimeAsync(450)
    state.text = '甲乙'
    const flushed = autosave.flush()
    await vi.advanceTimersByTimeAsync(1000)
    expect(await flushed).toBe(true)
    expect(state.saved).toEqual([say('甲'), say('甲乙')])
  })

  it('says that a flush failed', async () => {
    const { state, autosave, type } = desk()
    state.refuse = true
    type('一')
    expect(await autosave.flush()).toBe(false)
  })
})
