import { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { afterEach, describe, expect, it } from 'vitest'
import type { Figure, Narrative } from '@/backend/generated'
import { blocksFromText } from '../text/paste'
import { toDocument, toNarrative } from '../text/document'
import { textExtensions } from './extensions'
import { FigureSource } from './figure-source'
import { marksOf } from './heading-marks'
import { insertBlocks, insertFigure, replaceAll } from './insert'
import { setLevel } from './levels'
import type { Slash } from './slash'

const board: Figure = {
  id: 'board',
  part: 'p',
  label: '政务公开栏发布',
  unit: '条',
  counted: { kind: 'exact', value: '103' },
  entered: null,
  value: { kind: 'exact', value: '103' },
  text: '103',
  about: '100余',
  how: '',
  behind: null,
  custom: false,
  kind: 'counted',
  place: null,
  sum: [],
  carried: null,
  last: null,
  decimals: 0,
}
let editor: Editor
let slash: Slash | null = null
let source: FigureSource
let taken: string[] = []

/** One block a line; 「2 组织领导。」 is a level-2 block, `*` a figure. */
function narrative(...lines: string[]): Narrative {
  return {
    blocks: lines.map((line) => ({
      level: Number(line[0]),
      inlines: line
        .slice(2)
        .split(/(\*)/)
        .filter(Boolean)
        .map((piece) =>
          piece === '*'
            ? { type: 'figure' as const, id: 'board', shown: 'exact' as const }
            : { type: 'text' as const, text: piece },
        ),
    })),
  }
}
function lines(): string[] {
  return toNarrative(editor.getJSON()).blocks.map(
    (block) => `${block.level} ${block.inlines.map((inline) => (inline.type === 'text' ? inline.text : '*')).join('')}`,
  )
}
function open(...text: string[]): void {
  source = new FigureSource()
  source.replace([board])
  slash = null
  taken = []
  const element = document.createElement('div')
  document.body.append(element)
  editor = new Editor({
    element,
    extensions: textExtensions(source, '概述', {
      onChange: (next) => (slash = next),
      onKey: (key) => taken.push(key) > 0,
    }),
    content: toDocument(narrative(...text)),
  })
  editor.commands.setTextSelection(editor.state.doc.content.size - 1)
}
function press(key: string, options: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options })
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event))
}
/** Types through the input rules, as the view does. */
function type(text: string): void {
  for (const character of text) {
    const { from, to } = editor.state.selection
    const insert = () => editor.state.tr.insertText(character, from, to)
    const taken = editor.view.someProp('handleTextInput', (handle) => handle(editor.view, from, to, character, insert))
    if (!taken) editor.view.dispatch(insert())
  }
}
afterEach(() => {
  editor.destroy()
  document.body.innerHTML = ''
})

describe('levels', () => {
  it.each([
    ['（一）', '2'],
    ['(二)', '2'],
    ['1.', '3'],
    ['２．', '3'],
    ['（1）', '4'],
  ])('%s typed at the start makes level %s', (typed, level) => {
    open('0 ')
    type(`${typed}宣传`)
    expect(lines()).toEqual([`${level} 宣传`])
  })
  it('a number within a line stays text', () => {
    open('0 共')
    type('1.')
    expect(lines()).toEqual(['0 共1.'])
  })
  it('Backspace gives a number back that was meant as text', () => {
    open('0 ')
    type('1.')
    press('Backspace')
    expect(lines()).toEqual(['0 1.'])
  })
  it('Enter after a heading alone goes on as text, after a heading with text as the next heading', () => {
    open('2 宣传')
    press('Enter')
    type('内容')
    expect(lines()).toEqual(['2 宣传', '0 内容'])
    editor.destroy()
    open('2 宣传。发放材料。')
    press('Enter')
    type('监督')
    expect(lines()).toEqual(['2 宣传。发放材料。', '2 监督'])
  })
  it('Enter in an empty heading makes it text', () => {
    open('2 宣传。有。', '2 ')
    press('Enter')
    type('完')
    expect(lines()).toEqual(['2 宣传。有。', '0 完'])
  })
  it('Backspace at the start of a heading takes the heading away first', () => {
    open('0 甲', '3 乙')
    editor.commands.setTextSelection(4)
    press('Backspace')
    expect(lines()).toEqual(['0 甲', '0 乙'])
  })
  it('are set for every selected block and taken back by one undo', () => {
    open('0 甲', '0 乙')
    editor.commands.selectAll()
    setLevel(4)(editor.state, editor.view.dispatch)
    expect(lines()).toEqual(['4 甲', '4 乙'])
    editor.commands.undo()
    expect(lines()).toEqual(['0 甲', '0 乙'])
  })
})

describe('what is drawn on headings', () => {
  const drawn = () => marksOf(editor.state.doc).map((mark) => [mark.from, mark.to, mark.spec as unknown].slice(0, 2))
  it('is the number, and the first sentence when the text runs on', () => {
    open('2 组织*领导。成员齐。', '0 正文。', '2 宣传')
    // Block 1 holds 10 characters (figure = 1): node 0–12, sentence 1–7; block 3 starts at 17.
    expect(drawn()).toEqual([
      [0, 12],
      [1, 7],
      [17, 21],
    ])
    expect([...editor.view.dom.querySelectorAll('p')].map((p) => p.dataset.number)).toEqual([
      '（一）',
      undefined,
      '（二）',
    ])
  })
})

describe('figures', () => {
  it('show the report’s number and follow it', () => {
    open('0 共*条')
    const chip = () => editor.view.dom.querySelector('.figure-chip')?.textContent
    expect(chip()).toBe('103')
    source.replace([{ ...board, text: '104', value: { kind: 'exact', value: '104' } }])
    expect(chip()).toBe('104')
    source.replace([])
    expect(chip()).toBe('数据项已不存在')
  })
  it('bring their unit unless it is already there', () => {
    open('0 共')
    const { state } = editor
    editor.view.dispatch(insertFigure(state, board, 2, 2, 'exact'))
    expect(lines()).toEqual(['0 共*条'])
    editor.destroy()
    open('0 共条')
    editor.view.dispatch(insertFigure(editor.state, board, 2, 2, 'about'))
    expect(lines()).toEqual(['0 共*条'])
    expect(editor.view.dom.querySelector('.figure-chip')?.textContent).toBe('100余')
  })
  it('are selected whole and removed by Backspace', () => {
    open('0 共*条')
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 2)))
    press('Backspace')
    expect(lines()).toEqual(['0 共条'])
  })
  it('become their number in copied text and stay figures in copied HTML', () => {
    open('0 共*条')
    editor.commands.selectAll()
    const { dom, text } = editor.view.serializeForClipboard(editor.state.selection.content())
    expect(text).toBe('共103条')
    expect(dom.querySelector('span[data-figure="board"]')?.textContent).toBe('103')
  })
})

describe('pasted blocks', () => {
  const paste = (text: string) => editor.view.dispatch(insertBlocks(editor.state, blocksFromText(text)))
  it('one line joins the sentence', () => {
    open('0 我乡公开。')
    editor.commands.setTextSelection(3)
    paste('全年')
    expect(lines()).toEqual(['0 我乡全年公开。'])
  })
  it('several lines keep their levels; the words after the cursor follow the last', () => {
    open('0 甲乙')
    editor.commands.setTextSelection(2)
    paste('（一）组织\n正文')
    expect(lines()).toEqual(['0 甲', '2 组织', '0 正文乙'])
  })
  it('into an empty block take its place and undo in one step', () => {
    open('0 甲', '0 ')
    paste('1.第一\n2.第二')
    expect(lines()).toEqual(['0 甲', '3 第一', '3 第二'])
    editor.commands.undo()
    expect(lines()).toEqual(['0 甲'])
  })
  it('replace what is selected, also over several blocks', () => {
    open('0 甲乙', '2 丙丁')
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, 2, 6)))
    paste('一\n二')
    expect(lines()).toEqual(['0 甲一', '0 二丁'])
  })
  it('a whole text is replaced and brought back by undo', () => {
    open('2 旧。文字。')
    editor.view.dispatch(replaceAll(editor.state, narrative('0 新*').blocks))
    expect(lines()).toEqual(['0 新*'])
    editor.commands.undo()
    expect(lines()).toEqual(['2 旧。文字。'])
  })
})

describe('the slash', () => {
  it('opens on a typed slash, follows what is typed and closes on punctuation', () => {
    open('0 公开')
    type('/')
    expect(slash).toMatchObject({ query: '' })
    type('公开栏')
    expect(slash).toMatchObject({ query: '公开栏' })
    type('，')
    expect(slash).toBeNull()
  })
  it('opens on the full-width slash, not on 、 and not within a date', () => {
    open('0 公开')
    type('／')
    expect(slash).not.toBeNull()
    press('Escape')
    expect(slash).toBeNull()
    type('甲、')
    expect(slash).toBeNull()
    type('2018/3')
    expect(slash).toBeNull()
  })
  it('leaves the list’s keys to the input method while it composes', () => {
    open('0 公开')
    type('/')
    press('ArrowDown', { isComposing: true })
    press('Tab', { keyCode: 229 })
    expect(taken).toEqual([])
    press('Enter')
    expect(taken).toEqual(['Enter'])
  })
})
