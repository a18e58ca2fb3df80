import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h, reactive, ref } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Ledger } from '@/backend/generated'
import { useFrame } from '@/frame/store'
import { useList } from './use-list'

const backend = vi.hoisted(() => ({ refuse: false, said: [] as unknown[] }))
vi.mock('@/backend/client', () => ({
  call: () =>
    backend.refuse
      ? Promise.reject({ code: 'filter.value', message: '类别里没有「宣传信息」', hint: '', fields: {} })
      : Promise.resolve({
          rows: [{ id: 1 }],
          count: 200,
          totals: [{ label: '合计', value: '200', unit: '条', filter: null }],
        }),
}))
vi.mock('@/shared/notices', () => ({ showFailure: (reason: unknown) => backend.said.push(reason) }))

const route = reactive<{ query: Record<string, string> }>({ query: {} })
vi.mock('vue-router', () => ({ useRoute: () => route, useRouter: () => ({ replace: () => Promise.resolve() }) }))

function list(): ReturnType<typeof useList> {
  let made: ReturnType<typeof useList> | undefined
  const ledger = ref({ id: 'disclosure', fields: [] } as unknown as Ledger)
  mount(defineComponent({ setup: () => ((made = useList(ledger)), () => h('div')) }))
  if (!made) throw new Error('not made')
  return made
}

describe('a list', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    useFrame().year = 2018
    backend.refuse = false
    backend.said = []
    route.query = {}
  })

  it('keeps no rows and no totals of another question when one is refused', async () => {
    const { answer, failed, load } = list()
    await flushPromises()
    expect(answer.value.count).toBe(200)
    backend.refuse = true
    route.query = { filter: '{"category":["宣传信息"]}' }
    await flushPromises()
    expect(answer.value).toEqual({ rows: [], count: 0, totals: [] })
    expect(failed.value).toBe(true)
    expect(backend.said).toHaveLength(1)
    backend.refuse = false
    await load()
    expect(answer.value.count).toBe(200)
    expect(failed.value).toBe(false)
  })
})
