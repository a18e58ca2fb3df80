import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it } from 'vitest'
import type { Figure, Narrative } from '@/backend/generated'
import { toDocument, toNarrative } from '../text/document'
import { textExtensions } from './extensions'
import { FigureSource } from './figure-source'
import { findWords } from './find-words'
import { insertSentence } from './insert'

let editor: Editor
afterEach(() => editor.destroy())

const source = new FigureSource()
source.replace([
  {
    id: 'total',
    label: '收到申请',
    text: '12',
    value: { kind: 'exact', value: '12' },
    entered: null,
  } as unknown as Figure,
])

function open(narrative: Narrative): void {
  const slash = { onChange: () => undefined, onKey: () => false }
  editor = new Editor({ extensions: textExtensions(source, '', slash), content: toDocument(narrative) })
}
const text: Narrative = {
  blocks: [
    { level: 2, inlines: [{ type: 'text', text: '依申请公开。' }] },
    {
      level: 0,
      inlines: [
        { type: 'text', text: '全年收到申请' },
        { type: 'figure', id: 'total', shown: 'exact' },
        { type: 'text', text: '件，办结 11 件。' },
      ],
    },
  ],
}
const selected = (quote: string): string | null => {
  const found = findWords(editor.state.doc, source, quote)
  return found && editor.state.doc.textBetween(found.from, found.to, '', () => '#')
}

describe('quoted words', () => {
  it('are found where a figure stands among them', () => {
    open(text)
    expect(selected('收到申请12件')).toBe('收到申请#件')
    expect(selected('12件')).toBe('#件')
    expect(selected('依申请公开。')).toBe('依申请公开。')
  })
  it('are found whatever the blanks', () => {
    open(text)
    expect(selected('办结11件')).toBe('办结 11 件')
  })
  it('are not found when they are gone', () => {
    open(text)
    expect(selected('收到申请13件')).toBeNull()
    expect(selected('')).toBeNull()
  })
})

describe('a sentence that is offered', () => {
  it('becomes a paragraph at the end, or fills an empty text', () => {
    open(text)
    editor.view.dispatch(insertSentence(editor.state, '增加较多。'))
    const written = toNarrative(editor.getJSON()).blocks
    expect(written).toHaveLength(3)
    expect(written[2]).toEqual({ level: 0, inlines: [{ type: 'text', text: '增加较多。' }] })
    editor.destroy()
    open({ blocks: [] })
    editor.view.dispatch(insertSentence(editor.state, '增加较多。'))
    expect(toNarrative(editor.getJSON()).blocks).toHaveLength(1)
  })
})
