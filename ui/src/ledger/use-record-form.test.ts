import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h, ref } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Ledger } from '@/backend/generated'
import { useFrame } from '@/frame/store'
import { useRecordForm } from './use-record-form'

vi.mock('@/backend/client', () => ({
  asFailure: (reason: unknown) => reason,
  call: (name: string) =>
    name === 'records.draft'
      ? Promise.resolve({ title: null })
      : Promise.reject({ code: 'record.incomplete', message: '请填写标题', hint: '', fields: { title: '请填写标题' } }),
}))

let wrapper: VueWrapper
function form(): ReturnType<typeof useRecordForm> {
  let made: ReturnType<typeof useRecordForm> | undefined
  const field = { id: 'title', label: '标题', kind: { type: 'text', max: 200 }, personal: false }
  const ledger = ref({ id: 'disclosure', fields: [field] } as unknown as Ledger)
  wrapper = mount(defineComponent({ setup: () => ((made = useRecordForm(ledger)), () => h('div')) }))
  if (!made) throw new Error('not made')
  return made
}

describe('a refused save', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    localStorage.clear()
  })

  it('is said as long as the form stands there, and no longer', async () => {
    const open = form()
    await open.open({ id: null, copyOf: null })
    expect(await open.save()).toBeNull()
    expect(open.errors.value).toEqual({ title: '请填写标题' })
    expect(useFrame().saveState).toBe('failed')
    wrapper.unmount()
    await flushPromises()
    expect(useFrame().saveState).toBe('idle')
  })

  it('is forgotten when another record is opened', async () => {
    const open = form()
    await open.open({ id: null, copyOf: null })
    await open.save()
    await open.open({ id: null, copyOf: null })
    expect(useFrame().saveState).toBe('idle')
  })
})
