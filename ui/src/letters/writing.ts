/** A letter being written: what is typed over what is kept, and keeping it a moment later. */
import { computed, onBeforeUnmount, ref, shallowRef, type Ref } from 'vue'
import { call } from '@/backend/client'
import type { LetterDraft, LetterView } from '@/backend/generated'
import { showFailure } from '@/shared/notices'
import { draftOf } from './letter-form'

/** Long enough not to draw the page at every stroke. */
const PAUSE = 500

export function useWriting(kept: () => void) {
  const view = shallowRef<LetterView | null>(null)
  const typed = ref<Partial<LetterDraft>>({})
  const errors: Ref<Record<string, string>> = ref({})

  const isDraft = computed(() => view.value?.stage === 'draft' && !view.value.erased)
  const values = computed(() => typed.value.values ?? {})
  const number = computed(() => typed.value.number ?? view.value?.number ?? '')
  const withStep = computed(() => typed.value.step ?? view.value?.with_step ?? true)
  const dirty = computed(() => Object.keys(typed.value).length > 0)

  let timer = 0
  let saving: Promise<boolean> | null = null

  /** Typed over what the view shows; kept a moment later, when the page is drawn anew. */
  function type(change: Partial<LetterDraft>): void {
    typed.value = { ...typed.value, ...change }
    errors.value = {}
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void save(), PAUSE)
  }

  function draft(): LetterDraft | null {
    if (!view.value) return null
    const whole = draftOf(view.value)
    return { ...whole, ...typed.value, values: { ...whole.values, ...values.value } }
  }

  async function save(): Promise<boolean> {
    window.clearTimeout(timer)
    if (saving) await saving
    const sent = typed.value
    const whole = draft()
    if (!whole || !isDraft.value || Object.keys(sent).length === 0) return true
    saving = call('letter.save', whole).then(
      (answer) => {
        view.value = answer
        // What was typed while it was being kept stays.
        if (typed.value === sent) typed.value = {}
        kept()
        return true
      },
      (reason: unknown) => {
        showFailure(reason)
        return false
      },
    )
    const done = await saving
    saving = null
    return done
  }

  onBeforeUnmount(() => window.clearTimeout(timer))

  return { view, typed, errors, isDraft, number, withStep, dirty, type, draft, save }
}
