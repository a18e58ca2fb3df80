/** A record being entered or changed: what is typed, what is wrong with it, and saving it. */
import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import { asFailure, call } from '@/backend/client'
import type { Ledger, LedgerRecord, Value, Values } from '@/backend/generated'
import { useFrame } from '@/frame/store'
import { clearDraft, keepDraft, readDraft, type Draft } from './drafts'
import { differs, toSave } from './form-values'

/** What the form is opened on: a record, a new one, or a copy of one. */
export interface Target {
  id: number | null
  copyOf: number | null
}

export function useRecordForm(ledger: Ref<Ledger>) {
  const frame = useFrame()
  const target = ref<Target>({ id: null, copyOf: null })
  // Never changed in place, so that a value is always a plain one.
  const values = shallowRef<Values>({})
  const original = shallowRef<Values>({})
  const errors = ref<Record<string, string>>({})
  const problems = ref<Record<string, string>>({})
  const message = ref('')
  const record = shallowRef<LedgerRecord | null>(null)
  const loading = ref(false)
  const saving = ref(false)
  const offered = shallowRef<Draft | null>(null)

  const isNew = computed(() => target.value.id === null)
  // A copy differs from everything that is kept, even before it is touched.
  const dirty = computed(
    () =>
      !loading.value &&
      (target.value.copyOf !== null ||
        Object.keys(problems.value).length > 0 ||
        differs(ledger.value, values.value, original.value)),
  )

  let turn = 0
  let timer = 0

  /** Once the form shows something else, a refused save is no longer 「没有保存」. */
  function forgetRefusal(): void {
    if (frame.saveState === 'failed') frame.setIdle()
  }
  onBeforeUnmount(forgetRefusal)

  async function open(next: Target): Promise<void> {
    const mine = (turn += 1)
    window.clearTimeout(timer)
    loading.value = true
    errors.value = {}
    problems.value = {}
    message.value = ''
    try {
      const kept = next.id === null ? null : await call('records.get', { ledger: ledger.value.id, id: next.id })
      const start = kept
        ? kept.values
        : await call('records.draft', { ledger: ledger.value.id, year: frame.year, copy_of: next.copyOf })
      if (mine !== turn) return
      forgetRefusal()
      target.value = next
      record.value = kept
      original.value = structuredClone(start)
      values.value = structuredClone(start)
      offered.value = next.id === null && next.copyOf === null ? readDraft(ledger.value) : null
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  function set(field: string, value: Value): void {
    values.value = { ...values.value, [field]: value }
    if (field in errors.value) errors.value = without(errors.value, field)
    message.value = ''
  }

  function setProblem(field: string, what: string | null): void {
    problems.value = what === null ? without(problems.value, field) : { ...problems.value, [field]: what }
    if (what === null && field in errors.value) errors.value = without(errors.value, field)
  }

  /** The clerk has left a field: what is unreadable there is said now, not while it is being typed. */
  function leftField(field: string): void {
    const problem = problems.value[field]
    if (problem) errors.value = { ...errors.value, [field]: problem }
  }

  function takeDraft(): void {
    if (offered.value) values.value = { ...values.value, ...offered.value.values }
    offered.value = null
  }

  function dropDraft(): void {
    clearDraft(ledger.value.id)
    offered.value = null
  }

  watch(values, () => {
    window.clearTimeout(timer)
    if (loading.value || !isNew.value || offered.value) return
    timer = window.setTimeout(() => {
      if (dirty.value) keepDraft(ledger.value, values.value)
    }, 300)
  })

  /** Saves. Null when something is wrong; the fields then say what. */
  async function save(): Promise<LedgerRecord | null> {
    if (saving.value || loading.value) return null
    if (Object.keys(problems.value).length > 0) {
      errors.value = { ...problems.value }
      message.value = '有一处没有填对，没有保存'
      return null
    }
    saving.value = true
    frame.setSaving()
    const sent = values.value
    try {
      const saved = await call('records.save', {
        ledger: ledger.value.id,
        id: target.value.id,
        values: toSave(ledger.value, sent),
      })
      window.clearTimeout(timer)
      if (isNew.value && !offered.value) clearDraft(ledger.value.id)
      target.value = { id: saved.id, copyOf: null }
      record.value = saved
      original.value = structuredClone(saved.values)
      // What was typed while it was being saved stays.
      if (values.value === sent) values.value = structuredClone(saved.values)
      errors.value = {}
      message.value = ''
      frame.setSaved(saved.updated_at)
      return saved
    } catch (reason) {
      const failure = asFailure(reason)
      errors.value = failure.fields
      message.value = failure.message
      frame.setFailed(failure.message)
      if (Object.keys(failure.fields).length === 0) throw reason
      return null
    } finally {
      saving.value = false
    }
  }

  /** Forgets what was typed. */
  function discard(): void {
    window.clearTimeout(timer)
    if (isNew.value && !offered.value) clearDraft(ledger.value.id)
    values.value = { ...original.value }
    target.value = { id: target.value.id, copyOf: null }
    problems.value = {}
    errors.value = {}
    message.value = ''
  }

  return {
    target,
    values,
    errors,
    message,
    record,
    loading,
    saving,
    offered,
    isNew,
    dirty,
    open,
    set,
    setProblem,
    leftField,
    takeDraft,
    dropDraft,
    save,
    discard,
  }
}

function without(all: Record<string, string>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => id !== key))
}
