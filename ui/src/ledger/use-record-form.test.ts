import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h, ref } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Ledger } from '@/backend/generated'
import { useFrame } from '@/frame/store'
import { useRecordForm } from './use-record-form'

const refusing = (name: string): Promise<unknown> =>
  name === 'records.draft'
    ? Promise.resolve({ title: null })
    : Promise.reject({ code: 'record.incomplete', message: '请填写标题', hint: '', fields: { title: '请填写标题' } })
const doors = vi.hoisted(() => ({
  call: undefined as ((name: string, request: unknown) => Promise<unknown>) | undefined,
}))

vi.mock('@/backend/client', () => ({
  asFailure: (reason: unknown) => reason,
  call: (name: string, request: unknown) => doors.call?.(name, request),
}))

let wrapper: VueWrapper
function mounted(id: string, fields: { id: string; personal: boolean }[]): ReturnType<typeof useRecordForm> {
  let made: ReturnType<typeof useRecordForm> | undefined
  const described = fields.map((field) => ({ ...field, label: field.id, kind: { type: 'text', max: 200 } }))
  const ledger = ref({ id, fields: described } as unknown as Ledger)
  wrapper = mount(defineComponent({ setup: () => ((made = useRecordForm(ledger)), () => h('div')) }))
  if (!made) throw new Error('not made')
  return made
}

function form(): ReturnType<typeof useRecordForm> {
  return mounted('disclosure', [{ id: 'title', personal: false }])
}

describe('a refused save', () => {
  beforeEach(() => {
    doors.call = refusing
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

const answers = vi.hoisted(() => ({ sent: [] as [string, boolean | undefined][], sure: true }))
vi.mock('@/shared/notices', () => ({ confirm: () => Promise.resolve(answers.sure) }))

describe('personal data', () => {
  const kept = { id: 7, ledger: 'application', values: { name: '张*', identity_number: null }, updated_at: '' }
  function application(call: (name: string, request: { confirmed?: boolean }) => unknown) {
    answers.sent = []
    doors.call = (name: string, request: unknown) => {
      answers.sent.push([name, (request as { confirmed?: boolean }).confirmed])
      return new Promise((resolve) => resolve(call(name, request as { confirmed?: boolean })))
    }
    return mounted('application', [
      { id: 'name', personal: true },
      { id: 'identity_number', personal: true },
    ])
  }

  beforeEach(() => setActivePinia(createPinia()))

  it('shows its mask until it is asked for, and is not changed by that', async () => {
    const form = application((name) => (name === 'privacy.show' ? '张三' : structuredClone(kept)))
    await form.open({ id: 7, copyOf: null })
    expect([...form.hidden.value]).toEqual(['name'])
    await form.reveal('name')
    await form.reveal('name')
    expect([form.values.value.name, form.hidden.value.size, form.dirty.value]).toEqual(['张三', 0, false])
    expect(answers.sent.filter(([name]) => name === 'privacy.show')).toHaveLength(1)
  })

  it('with a doubtful number is kept only when the clerk says so', async () => {
    const form = application((name, { confirmed }) => {
      if (name !== 'records.save') return structuredClone(kept)
      if (!confirmed)
        throw { code: 'record.doubtful', message: '对不上', hint: '', fields: { identity_number: '对不上' } }
      return structuredClone(kept)
    })
    await form.open({ id: 7, copyOf: null })
    form.set('identity_number', '110105194912310021')
    answers.sure = false
    expect(await form.save()).toBeNull()
    expect(form.warnings.value).toEqual({ identity_number: '对不上' })
    answers.sure = true
    expect((await form.save())?.id).toBe(7)
    expect(answers.sent.slice(-2)).toEqual([
      ['records.save', false],
      ['records.save', true],
    ])
  })
})
