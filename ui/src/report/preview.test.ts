import { describe, expect, it } from 'vitest'
import { fitWidth, pageAt, pictureDpi, stepZoom } from './preview'

describe('zoom', () => {
  it('goes in steps from anywhere and stops at the ends', () => {
    expect(stepZoom(1, 1)).toBe(1.1)
    expect(stepZoom(0.73, -1)).toBe(0.67)
    expect(stepZoom(3, 1)).toBe(3)
    expect(stepZoom(0.3, -1)).toBe(0.3)
  })
  it('fits a page into the pane', () => {
    expect(fitWidth(56 + 793.7)).toBeCloseTo(1)
    expect(fitWidth(4000)).toBe(2)
  })
})

describe('pictures', () => {
  it('have a dot for each dot of the screen', () => {
    expect(pictureDpi(1, 1)).toBe(96)
    expect(pictureDpi(1, 1.5)).toBe(144)
    expect(pictureDpi(1.03, 1)).toBe(108)
    expect(pictureDpi(3, 2)).toBe(288)
  })
})

describe('the page in sight', () => {
  it('is the one at the middle', () => {
    expect(pageAt(0, 600, 1140, 5)).toBe(0)
    expect(pageAt(900, 600, 1140, 5)).toBe(1)
    expect(pageAt(99999, 600, 1140, 5)).toBe(4)
  })
})
