import { describe, expect, it } from 'vitest'
import { walkTabs } from './tabs'
import { press } from './testing'

function row(): HTMLElement[] {
  document.body.innerHTML =
    '<div role="tablist"><button role="tab">甲</button><button role="tab">乙</button><button role="tab">丙</button></div>'
  document.querySelector('div')?.addEventListener('keydown', walkTabs)
  return [...document.querySelectorAll<HTMLElement>('[role="tab"]')]
}

describe('tabs', () => {
  it('are walked with the arrows, round their ends, and taken at once', () => {
    const tabs = row()
    const taken: string[] = []
    tabs.forEach((tab) => tab.addEventListener('click', () => taken.push(tab.textContent ?? '')))
    tabs[0]?.focus()
    press('ArrowLeft')
    press('ArrowRight')
    press('End')
    expect(taken).toEqual(['丙', '甲', '丙'])
    expect(document.activeElement).toBe(tabs[2])
  })
  it('leave other keys, and arrows with Ctrl, alone', () => {
    row()[0]?.focus()
    expect(press('a').defaultPrevented).toBe(false)
    expect(press('ArrowRight', { ctrlKey: true }).defaultPrevented).toBe(false)
  })
})
