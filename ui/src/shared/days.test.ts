import { describe, expect, it } from 'vitest'
import { left, shortDay, weekday } from './days'

describe('days', () => {
  it('are said with their weekday, and with the year where it changes', () => {
    expect(weekday('2025-10-29')).toBe('周三')
    expect(weekday('2025-09-28')).toBe('周日')
    expect(shortDay('2025-10-29', 2025)).toBe('10月29日')
    expect(shortDay('2026-01-05', 2025)).toBe('2026年1月5日')
  })

  it('count down and over', () => {
    expect(left(3, '2025-10-29', '2025-10-24')).toBe('还有 3 个工作日')
    expect(left(0, '2025-10-29', '2025-10-29')).toBe('今天到期')
    expect(left(-2, '2025-10-29', '2025-10-31')).toBe('已过 2 个工作日')
    expect(left(0, '2025-10-31', '2025-11-02')).toBe('已过期')
  })
})
