/** A record being entered or changed: what is typed, what is wrong with it, and saving it. */
import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import { asFailure, call } from '@/backend/client'
import type { Ledger, LedgerRecord, Value, Values } from '@/backend/generated'
import { useFrame } from '@/frame/store'
import { confirm } from '@/shared/notices'
import { clearDraft, keepDraft, readDraft, type Draft } from './drafts'
import { differs, hiddenFields, toSave } from './form-values'

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
  /** Doubts that keep nobody from saving. */
  const warnings = ref<Record<string, string>>({})
  /** Personal data that shows its mask. */
  const hidden = shallowRef<Set<string>>(new Set())
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
    warnings.value = {}
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
      hidden.value = kept ? hiddenFields(ledger.value, kept.values) : new Set()
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
    if (field === 'identity' || field === 'identity_number') void doubt()
  }

  /** Shows what stands behind a mask; the program writes a line in its log. */
  async function reveal(field: string): Promise<void> {
    const id = target.value.id
    if (id === null || !hidden.value.has(field)) return
    const shown = await call('privacy.show', { ledger: ledger.value.id, id, field })
    if (id !== target.value.id) return
    hidden.value = new Set([...hidden.value].filter((one) => one !== field))
    original.value = { ...original.value, [field]: shown }
    values.value = { ...values.value, [field]: shown }
  }

  /** A number with a wrong check character is pointed out where it is typed. */
  async function doubt(): Promise<void> {
    const number = values.value.identity_number
    if (typeof number !== 'string' || hidden.value.has('identity_number')) return
    const identity = typeof values.value.identity === 'string' ? values.value.identity : null
    const said = await call('privacy.doubt', { identity, number }).catch(() => null)
    warnings.value = said ? { ...warnings.value, identity_number: said } : without(warnings.value, 'identity_number')
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

  /** Saves. Null when something is wrong; the fields then say what. A doubtful number is asked about first. */
  async function save(): Promise<LedgerRecord | null> {
    const saved = await keep(false)
    if (saved !== 'doubtful') return saved
    const doubts = Object.values(warnings.value).join('；')
    if (
      !(await confirm(`${doubts}。请与申请人核对；申请表上就是这样写的，可以照样保存。`, '照样保存', '请核对证件号码'))
    )
      return null
    const again = await keep(true)
    return again === 'doubtful' ? null : again
  }

  async function keep(confirmed: boolean): Promise<LedgerRecord | 'doubtful' | null> {
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
        confirmed,
      })
      window.clearTimeout(timer)
      if (isNew.value && !offered.value) clearDraft(ledger.value.id)
      target.value = { id: saved.id, copyOf: null }
      record.value = saved
      original.value = structuredClone(saved.values)
      // What was typed while it was being saved stays.
      if (values.value === sent) values.value = structuredClone(saved.values)
      hidden.value = hiddenFields(ledger.value, saved.values)
      warnings.value = {}
      errors.value = {}
      message.value = ''
      frame.setSaved(saved.updated_at)
      return saved
    } catch (reason) {
      const failure = asFailure(reason)
      if (failure.code === 'record.doubtful') {
        frame.setIdle()
        warnings.value = { ...warnings.value, ...failure.fields }
        return 'doubtful'
      }
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
    warnings,
    hidden,
    record,
    loading,
    saving,
    offered,
    isNew,
    dirty,
    open,
    reveal,
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
