import { Editor } from '@tiptap/vue-3'
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Narrative, Part } from '@/backend/generated'
import { useFrame } from '@/frame/store'
import { keepText, keptText } from '../text/kept'
import { toDocument } from '../text/document'
import { textExtensions } from './extensions'
import { FigureSource } from './figure-source'
import { useSaving, type Saving } from './saving'

const backend = vi.hoisted(() => ({
  saved: [] as { year: number; part: string; narrative: { blocks: unknown[] } }[],
  refuse: false,
  closing: new Set<() => Promise<void>>(),
}))
vi.mock('@/backend/client', () => ({
  asFailure: (reason: unknown) => reason,
  call: (name: string, request: { year: number; part: string; narrative: { blocks: unknown[] } }) => {
    if (name !== 'report.narrative.save') return Promise.resolve(null)
    if (backend.refuse) return Promise.reject({ code: 'store.full', message: '磁盘已满。', hint: '', fields: {} })
    backend.saved.push(request)
    return Promise.resolve({ saved_at: '2019-01-10T10:32:00' })
  },
  onBeforeClose: (flush: () => Promise<void>) => {
    backend.closing.add(flush)
    return () => backend.closing.delete(flush)
  },
}))

const say = (text: string): Narrative => ({ blocks: [{ level: 0, inlines: [{ type: 'text', text }] }] })
const part = (text: string): Part => ({
  id: 'overview',
  number: '一、',
  heading: '概述',
  help: '',
  narrative: say(text),
  written: false,
  saved_at: null,
  figures: [],
  tables: [],
  tables_only: false,
  annex: false,
})

let editor: Editor
let saving: Saving
let wrapper: VueWrapper
const told: string[] = []

function open(text: string): void {
  const Host = defineComponent({
    setup() {
      saving = useSaving(2018, part(text), (_, at) => told.push(at))
      editor = new Editor({
        extensions: textExtensions(new FigureSource(), '', { onChange: () => undefined, onKey: () => false }),
        content: toDocument(saving.opening),
      })
      saving.attach(editor)
      return () => h('div')
    },
  })
  wrapper = mount(Host)
}
const type = (text: string) => editor.commands.insertContentAt(editor.state.doc.content.size - 1, text)
const texts = () =>
  backend.saved.map((request) => JSON.stringify(request.narrative.blocks).match(/"text":"([^"]*)"/)?.[1])

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  localStorage.clear()
  backend.saved.length = 0
  backend.refuse = false
  told.length = 0
})
afterEach(() => {
  wrapper.unmount()
  editor.destroy()
  vi.useRealTimers()
})

describe('a part being written', () => {
  it('is not written by being opened and left', async () => {
    open('起始文字')
    await vi.advanceTimersByTimeAsync(2000)
    wrapper.unmount()
    await vi.advanceTimersByTimeAsync(100)
    expect(backend.saved).toEqual([])
  })

  it('is saved while typing and says so', async () => {
    open('起始')
    type('文字')
    await vi.advanceTimersByTimeAsync(450)
    expect(texts()).toEqual(['起始文字'])
    expect(told).toEqual(['2019-01-10T10:32:00'])
    expect(useFrame().savedAt).toBe('10:32')
  })

  it('is saved when the window closes, without waiting', async () => {
    open('起始')
    type('文字')
    await Promise.all([...backend.closing].map((flush) => flush()))
    expect(texts()).toEqual(['起始文字'])
  })

  it('is saved without the pinyin still being composed', async () => {
    open('起始')
    type('文字')
    Object.defineProperty(editor.view, 'composing', { value: true, configurable: true })
    type("gong'kai")
    await vi.advanceTimersByTimeAsync(1100)
    expect(texts()).toEqual(['起始文字'])
  })

  it('stays in the editor and in the browser’s storage when it cannot be saved, and is tried again', async () => {
    open('起始')
    backend.refuse = true
    type('文字')
    await vi.advanceTimersByTimeAsync(450)
    expect(saving.failed.value).toBe('磁盘已满。')
    expect(useFrame().saveState).toBe('failed')
    expect(keptText(2018, 'overview')?.narrative).toEqual(say('起始文字'))
    backend.refuse = false
    await vi.advanceTimersByTimeAsync(2100)
    expect(texts()).toEqual(['起始文字'])
    expect(keptText(2018, 'overview')).toBeNull()
    expect(saving.failed.value).toBe('')
  })

  it('takes up a text left unsaved when nothing was stored since', async () => {
    keepText(2018, 'overview', { narrative: say('没存上的'), base: say('起始'), at: '' })
    open('起始')
    expect(saving.opening).toEqual(say('没存上的'))
    await vi.advanceTimersByTimeAsync(450)
    expect(texts()).toEqual(['没存上的'])
  })

  it('asks when something else was stored since', async () => {
    keepText(2018, 'overview', { narrative: say('没存上的'), base: say('起始'), at: '' })
    open('别的文字')
    expect(saving.opening).toEqual(say('别的文字'))
    expect(saving.conflict.value?.narrative).toEqual(say('没存上的'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(backend.saved).toEqual([])
  })
})
