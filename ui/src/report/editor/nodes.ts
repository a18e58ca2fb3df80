/**
 * The two things a text is made of: blocks with a level, and figures among the words. A figure is
 * one indivisible piece: it is selected with the arrow keys, removed with Backspace, stays a figure
 * when copied within the program and becomes its number when pasted elsewhere.
 */
import { Node, mergeAttributes } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import type { Node as TextNode } from '@tiptap/pm/model'
import { asLevel, asShown } from '../text/document'
import { canRound, figureText } from '../text/quantity'
import type { FigureSource } from './figure-source'

export const missingFigure = '数据项已不存在'

export const ParagraphNode = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  priority: 1000,

  addAttributes() {
    return {
      level: {
        default: 0,
        parseHTML: (element: HTMLElement) => asLevel(Number(element.dataset.level ?? 0)),
        renderHTML: (attributes: Record<string, unknown>) => ({ 'data-level': String(asLevel(attributes.level)) }),
      },
    }
  },
  parseHTML() {
    return [{ tag: 'p' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['p', mergeAttributes(HTMLAttributes), 0]
  },
})

/** The words of a figure node as they stand in the text, also for the clipboard. */
export function nodeText(node: TextNode, source: FigureSource): string {
  const figure = source.get(String(node.attrs.id))
  return figure ? figureText(figure, asShown(node.attrs.shown)) : ''
}

class FigureChip implements NodeView {
  readonly dom: HTMLElement
  private readonly unsubscribe: () => void

  constructor(
    private node: TextNode,
    private readonly source: FigureSource,
  ) {
    this.dom = document.createElement('span')
    this.unsubscribe = source.subscribe(() => this.draw())
    this.draw()
  }

  private draw(): void {
    const figure = this.source.get(String(this.node.attrs.id))
    const shown = asShown(this.node.attrs.shown)
    const text = figure ? figureText(figure, shown) : missingFigure
    this.dom.className = 'figure-chip'
    this.dom.classList.toggle('is-missing', figure === undefined)
    this.dom.classList.toggle('is-entered', figure?.entered != null)
    this.dom.classList.toggle('is-empty', text === '')
    this.dom.classList.toggle('is-about', figure !== undefined && shown === 'about' && canRound(figure))
    this.dom.dataset.figure = String(this.node.attrs.id)
    this.dom.dataset.shown = shown
    this.dom.dataset.testid = `chip-${String(this.node.attrs.id)}`
    this.dom.setAttribute('aria-label', figure ? `数据项 ${figure.label}：${text}` : missingFigure)
    this.dom.textContent = text === '' ? '空' : text
  }

  update(node: TextNode): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.draw()
    return true
  }
  ignoreMutation(): boolean {
    return true
  }
  destroy(): void {
    this.unsubscribe()
  }
}

export interface FigureOptions {
  source: FigureSource | null
}

export const FigureNode = Node.create<FigureOptions>({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,

  addOptions() {
    return { source: null }
  },
  addAttributes() {
    return {
      id: { default: '', parseHTML: (element: HTMLElement) => element.dataset.figure ?? '', renderHTML: () => ({}) },
      shown: {
        default: 'exact',
        parseHTML: (element: HTMLElement) => asShown(element.dataset.shown),
        renderHTML: () => ({}),
      },
    }
  },
  parseHTML() {
    return [{ tag: 'span[data-figure]' }]
  },
  renderHTML({ node }) {
    const text = this.options.source ? nodeText(node, this.options.source) : ''
    return ['span', { 'data-figure': String(node.attrs.id), 'data-shown': asShown(node.attrs.shown) }, text]
  },
  renderText({ node }) {
    return this.options.source ? nodeText(node, this.options.source) : ''
  },
  addNodeView() {
    const { source } = this.options
    return source ? ({ node }) => new FigureChip(node, source) : null
  },
})
