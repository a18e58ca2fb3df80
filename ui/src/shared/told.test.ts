import { mount } from '@vue/test-utils'
import { ElPagination } from 'element-plus'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref, withDirectives } from 'vue'
import { told, vNamed } from './told'

afterEach(() => (document.body.innerHTML = ''))

describe('an entry', () => {
  it('points at what is said about it while something is wrong, and else at nothing', () => {
    expect(told('why', '不是日期')).toEqual({ 'aria-invalid': true, 'aria-describedby': 'why' })
    expect(told('why', '')).toEqual({ 'aria-invalid': false, 'aria-describedby': undefined })
    expect(told('why', undefined)['aria-describedby']).toBeUndefined()
  })
})

describe('the list of page sizes', () => {
  it('has a name, also when it comes back', async () => {
    const sizes = ref(true)
    const pager = defineComponent({
      render: () =>
        withDirectives(h(ElPagination, { layout: sizes.value ? 'sizes, prev, next' : 'prev, next', total: 90 }), [
          [vNamed, '每页条数'],
        ]),
    })
    const box = mount(pager, { attachTo: document.body })
    const named = (): string | undefined => box.find('[role="combobox"]').attributes('aria-label')
    expect(named()).toBe('每页条数')
    sizes.value = false
    await nextTick()
    expect(box.find('[role="combobox"]').exists()).toBe(false)
    sizes.value = true
    await nextTick()
    expect(named()).toBe('每页条数')
    box.unmount()
  })
})
