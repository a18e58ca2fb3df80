import { describe, expect, it } from 'vitest'
import type { Narrative } from '@/backend/generated'
import { figuresIn, sameNarrative, tidyNarrative, toDocument, toNarrative } from './document'

const sample: Narrative = {
  blocks: [
    { level: 0, inlines: [{ type: 'text', text: '现将本年度情况报告如下。' }] },
    {
      level: 2,
      inlines: [
        { type: 'text', text: '组织领导。召开会议' },
        { type: 'figure', id: 'meetings', shown: 'exact' },
        { type: 'text', text: '次。' },
      ],
    },
    { level: 0, inlines: [] },
    {
      level: 4,
      inlines: [
        { type: 'figure', id: 'board', shown: 'about' },
        { type: 'figure', id: 'board', shown: 'exact' },
      ],
    },
  ],
}

/** Small fixed generator: the same texts on every run. */
function* texts(count: number): Generator<Narrative> {
  let seed = 20180308
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed % below
  }
  const words = ['公开', '（一）', '1.', ' ', '“”', '𬭚', '。', 'GB/T 9704', '']
  for (let made = 0; made < count; made += 1) {
    yield {
      blocks: Array.from({ length: next(5) }, () => ({
        level: [0, 2, 3, 4][next(4)] ?? 0,
        inlines: Array.from({ length: next(6) }, () =>
          next(3) === 0
            ? {
                type: 'figure' as const,
                id: `f${next(4)}`,
                shown: next(2) === 0 ? ('exact' as const) : ('about' as const),
              }
            : { type: 'text' as const, text: words[next(words.length)] ?? '' },
        ),
      })),
    }
  }
}

describe('a narrative and its document', () => {
  it('come back unchanged', () => {
    expect(toNarrative(toDocument(sample))).toEqual(sample)
  })

  it('come back unchanged for any text', () => {
    for (const narrative of texts(300)) {
      expect(toNarrative(toDocument(narrative))).toEqual(tidyNarrative(narrative))
    }
  })

  it('never hold an empty text node, which the editor refuses', () => {
    for (const narrative of texts(300)) {
      const empty = toDocument(narrative).content.flatMap((block) =>
        (block.content ?? []).filter((node) => node.type === 'text' && node.text === ''),
      )
      expect(empty).toEqual([])
    }
  })

  it('an empty narrative is one empty paragraph and back', () => {
    expect(toDocument({ blocks: [] }).content).toHaveLength(1)
    expect(toNarrative(toDocument({ blocks: [] }))).toEqual({ blocks: [] })
  })

  it('control characters do not get into a narrative', () => {
    const loose = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '公\u001b开\u0007' }] }],
    }
    expect(toNarrative(loose).blocks[0]?.inlines).toEqual([{ type: 'text', text: '公开' }])
  })

  it('unknown nodes and levels do not get into a narrative', () => {
    const loose = {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { level: 7 }, content: [{ type: 'image' }, { type: 'text', text: '文' }] }],
    }
    expect(toNarrative(loose)).toEqual({ blocks: [{ level: 0, inlines: [{ type: 'text', text: '文' }] }] })
  })
})

describe('comparing narratives', () => {
  it('sees split texts as the same text', () => {
    const split: Narrative = {
      blocks: [
        {
          level: 0,
          inlines: [
            { type: 'text', text: '公' },
            { type: 'text', text: '开' },
          ],
        },
      ],
    }
    expect(sameNarrative(split, { blocks: [{ level: 0, inlines: [{ type: 'text', text: '公开' }] }] })).toBe(true)
  })

  it('sees another level or another way of showing as a change', () => {
    const about = structuredClone(sample)
    const figure = about.blocks[1]?.inlines[1]
    if (figure?.type === 'figure') figure.shown = 'about'
    expect(sameNarrative(about, sample)).toBe(false)
  })

  it('lists the figures used once each', () => {
    expect(figuresIn(sample)).toEqual(['meetings', 'board'])
  })
})
