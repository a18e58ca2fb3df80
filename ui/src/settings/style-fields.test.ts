import { describe, expect, it } from 'vitest'
import type { Style } from '@/backend/generated'
import { pitch, same } from './style-fields'

const standard = { paper_height: 297, margin_top: 37, margin_bottom: 35, lines_per_page: 22 } as Style

describe('a style', () => {
  it('says its pitch as offices count it', () => {
    expect(pitch(standard)).toBe('29.0')
    expect(pitch({ ...standard, lines_per_page: 25 })).toBe('25.5')
  })
  it('is the same only where every measure is', () => {
    expect(same({ ...standard }, standard)).toBe(true)
    expect(same({ ...standard, margin_top: 30 }, standard)).toBe(false)
  })
})
