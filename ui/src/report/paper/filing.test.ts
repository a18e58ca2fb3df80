import { describe, expect, it } from 'vitest'
import { findable } from './editions'
import { documentNumber } from './filing'

describe('the document number', () => {
  it('is written as the standard writes it', () => {
    expect(documentNumber('下政发[2026]第03号')).toBe('下政发〔2026〕3号')
    expect(documentNumber('下政发（2026）12号 ')).toBe('下政发〔2026〕12号')
    expect(documentNumber('下政发【２０２６】１号')).toBe('下政发〔2026〕1号')
  })
  it('is left alone where it is right or something else', () => {
    expect(documentNumber('下政发〔2026〕10号')).toBe('下政发〔2026〕10号')
    expect(documentNumber('')).toBe('')
    expect(documentNumber('没有文号')).toBe('没有文号')
  })
})

describe('words to find a masked finding by', () => {
  it('are the longest piece without masks and numbers', () => {
    expect(findable('住****，电话139******00，效果很好。')).toBe('，效果很好。')
    expect(findable('139******00')).toBe('')
  })
})
