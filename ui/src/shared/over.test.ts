import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h, nextTick, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import AskDialog from './AskDialog.vue'
import { firstEntry, useOver } from './over'
import { press, seeEverything } from './testing'

beforeEach(seeEverything)
let mounted: VueWrapper[] = []
afterEach(() => {
  mounted.forEach((one) => one.unmount())
  mounted = []
  document.body.innerHTML = ''
  vi.restoreAllMocks()
})

/** A button of the page that has the keyboard, and over it a box with two entries. */
function overPage(): { button: HTMLButtonElement; box: VueWrapper; left: () => number } {
  const button = document.createElement('button')
  document.body.append(button)
  button.focus()
  const leave = vi.fn()
  const box = mount(
    defineComponent({
      setup() {
        const root = ref<HTMLElement>()
        useOver(root, leave)
        return () => h('div', { ref: root }, [h('input', { id: 'one' }), h('button', { id: 'two' }, '好')])
      },
    }),
    { attachTo: document.body },
  )
  mounted.push(box)
  return { button, box, left: () => leave.mock.calls.length }
}

describe('what lies over the page', () => {
  it('keeps Tab inside, both ways', () => {
    overPage()
    const [one, two] = [document.getElementById('one'), document.getElementById('two')]
    two?.focus()
    press('Tab', {}, two)
    expect(document.activeElement).toBe(one)
    press('Tab', { shiftKey: true }, one)
    expect(document.activeElement).toBe(two)
  })

  it('keeps its keys from the page behind', () => {
    const { button } = overPage()
    const heard = vi.fn()
    window.addEventListener('keydown', heard)
    document.getElementById('one')?.focus()
    press('k', { ctrlKey: true }, document.getElementById('one'))
    press('n', { ctrlKey: true }, button)
    window.removeEventListener('keydown', heard)
    expect(heard).not.toHaveBeenCalled()
  })

  it('is left with Esc, but not while the input method composes', () => {
    const { left } = overPage()
    const one = document.getElementById('one') as Element
    press('Escape', { isComposing: true }, one)
    expect(left()).toBe(0)
    press('Escape', {}, one)
    expect(left()).toBe(1)
  })

  it('gives the keyboard back to what had it', async () => {
    const { button, box } = overPage()
    document.getElementById('one')?.focus()
    box.unmount()
    await flushPromises()
    expect(document.activeElement).toBe(button)
  })

  it('begins with what is marked, then with an entry, then with the main button', () => {
    document.body.innerHTML =
      '<div id="a"><button class="el-button--primary">存</button><input id="b" /><p data-first><input id="c" /></p></div>'
    const box = document.getElementById('a') as HTMLElement
    expect(firstEntry(box)?.id).toBe('c')
    document.querySelector('[data-first]')?.remove()
    expect(firstEntry(box)?.id).toBe('b')
    document.getElementById('b')?.remove()
    expect(firstEntry(box)?.className).toBe('el-button--primary')
  })
})

describe('a dialog', () => {
  async function asked(typed = false): Promise<VueWrapper> {
    const dialog = mount(AskDialog, {
      props: { title: '报告设置', width: '400px', typed },
      slots: { default: '<input id="line" /><textarea id="lines"></textarea><button id="other">别的</button>' },
      attachTo: document.body,
    })
    mounted.push(dialog)
    await flushPromises()
    await new Promise((done) => setTimeout(done, 5))
    return dialog
  }
  const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement

  it('opens with the keyboard on its first entry', async () => {
    await asked()
    expect(document.activeElement?.id).toBe('line')
  })

  it('takes Enter in a line as its main button, in several lines Ctrl+Enter', async () => {
    const dialog = await asked()
    press('Enter', {}, at('line'))
    await nextTick()
    expect(dialog.emitted('enter')).toHaveLength(1)
    press('Enter', {}, at('lines'))
    press('Enter', {}, at('other'))
    press('Enter', { isComposing: true }, at('line'))
    await nextTick()
    expect(dialog.emitted('enter')).toHaveLength(1)
    press('Enter', { ctrlKey: true }, at('lines'))
    await nextTick()
    expect(dialog.emitted('enter')).toHaveLength(2)
  })

  it('asks before something typed is lost', async () => {
    const dialog = await asked(true)
    press('Escape', {}, at('line'))
    await flushPromises()
    expect(dialog.emitted('close')).toBeUndefined()
    expect(document.querySelector('.el-message-box')?.textContent).toContain('还没有保存')
  })

  it('closes at once when nothing was typed', async () => {
    const dialog = await asked()
    press('Escape', {}, at('line'))
    await flushPromises()
    expect(dialog.emitted('close')).toHaveLength(1)
  })
})
