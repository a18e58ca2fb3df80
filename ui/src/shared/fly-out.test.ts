import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent, h, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import DateEntry from './DateEntry.vue'
import FlyOut from './FlyOut.vue'
import { useOver } from './over'
import { press, seeEverything } from './testing'

beforeEach(seeEverything)
afterEach(() => {
  document.body.innerHTML = ''
  vi.restoreAllMocks()
})

const soon = async (): Promise<void> => {
  await flushPromises()
  await new Promise((done) => setTimeout(done, 5))
}

describe('what hangs from a button', () => {
  async function opened() {
    const shown = mount(FlyOut, {
      props: { width: 200, placement: 'bottom-end', open: false },
      slots: {
        reference: '<button id="from">起草</button>',
        default: '<button id="one">甲</button><button id="two">乙</button>',
      },
      attachTo: document.body,
    })
    document.getElementById('from')?.focus()
    await shown.setProps({ open: true, 'onUpdate:open': (open: boolean) => void shown.setProps({ open }) })
    await soon()
    return shown
  }

  it('has the keyboard at once and is walked with the arrows', async () => {
    await opened()
    expect(document.activeElement?.id).toBe('one')
    press('ArrowDown')
    expect(document.activeElement?.id).toBe('two')
    press('ArrowDown')
    expect(document.activeElement?.id).toBe('one')
  })

  it('closes on Esc, back to its button, and the page behind does not hear it', async () => {
    const shown = await opened()
    const heard = vi.fn()
    window.addEventListener('keydown', heard)
    press('Escape')
    await soon()
    window.removeEventListener('keydown', heard)
    expect(heard).not.toHaveBeenCalled()
    expect(shown.props('open')).toBe(false)
    expect(document.activeElement?.id).toBe('from')
  })
})

describe('the calendar of a date', () => {
  it('in a dialog closes on the first Esc, the dialog on the second', async () => {
    const leave = vi.fn()
    const over = mount(
      defineComponent({
        setup() {
          const box = ref<HTMLElement>()
          useOver(box, leave)
          return () => h('div', { ref: box }, h(DateEntry, { modelValue: '2018-03-08', year: 2018, id: 'on' }))
        },
      }),
      { attachTo: document.body },
    )
    document.getElementById('on')?.focus()
    press('ArrowDown', { altKey: true })
    await soon()
    press('Escape')
    await soon()
    expect(leave).not.toHaveBeenCalled()
    expect(document.activeElement?.id).toBe('on')
    // What was a list is gone once it has faded; nothing fades here.
    document.querySelectorAll('.el-popper').forEach((one) => one.setAttribute('aria-hidden', 'true'))
    press('Escape')
    expect(leave).toHaveBeenCalledOnce()
    over.unmount()
  })

  it('opens with Alt+↓ and takes nothing until Enter', async () => {
    const shown = mount(DateEntry, {
      props: { modelValue: '2018-03-08', year: 2018, 'data-testid': 'on' },
      attachTo: document.body,
    })
    shown.find('input').element.focus()
    press('ArrowDown', { altKey: true })
    await soon()
    expect(document.activeElement?.tagName).toBe('TD')
    press('ArrowRight')
    await soon()
    expect(shown.emitted('update:modelValue')).toBeUndefined()
    press('Enter')
    await soon()
    expect(shown.emitted('update:modelValue')).toEqual([['2018-03-09']])
    expect(document.activeElement).toBe(shown.find('input').element)
  })
})
