/**
 * Ties a part's text to its autosave: what is committed, where the state is shown, and what happens
 * to a text that could not be saved. One instance belongs to one part of one year.
 */
import { onBeforeUnmount, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Editor } from '@tiptap/vue-3'
import { asFailure, call, onBeforeClose } from '@/backend/client'
import type { Narrative, Part } from '@/backend/generated'
import { useFrame } from '@/frame/store'
import { Autosave } from '../text/autosave'
import { sameNarrative, tidyNarrative, toNarrative } from '../text/document'
import { forgetText, keepText, keptText, type KeptText } from '../text/kept'

/** Now as `YYYY-MM-DDTHH:MM:SS`, local time, as the program writes moments. */
function localMoment(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}

export interface Saving {
  /** What the editor opens with. */
  opening: Narrative
  /** A text left unsaved that no longer fits what is stored; the clerk decides. */
  conflict: Ref<KeptText | null>
  failed: Ref<string>
  /** The text as committed, for whoever looks at it between saves. */
  text: ShallowRef<Narrative>
  attach(editor: Editor): void
  flush(): Promise<boolean>
  dropConflict(): void
}

/** `locked`: the text is only looked at; a text left unsaved waits until it can be saved again. */
export function useSaving(
  year: number,
  part: Part,
  onSaved: (narrative: Narrative, at: string) => void,
  locked = false,
): Saving {
  const frame = useFrame()
  const stored = tidyNarrative(part.narrative)
  const kept = locked ? null : keptText(year, part.id)
  const conflict = ref<KeptText | null>(null)
  const failed = ref('')
  let base = stored
  let opening = stored

  if (kept && sameNarrative(kept.narrative, stored)) forgetText(year, part.id)
  else if (kept && sameNarrative(kept.base, stored)) opening = kept.narrative
  else if (kept) conflict.value = kept

  const text = shallowRef<Narrative>(opening)

  const autosave = new Autosave(
    {
      current: () => text.value,
      save: async (narrative) => (await call('report.narrative.save', { year, part: part.id, narrative })).saved_at,
      onSaving: () => frame.setSaving(),
      onSaved: (at, narrative) => {
        base = narrative
        failed.value = ''
        if (conflict.value === null) forgetText(year, part.id)
        frame.setSaved(at)
        onSaved(narrative, at)
      },
      onFailed: (reason, narrative) => {
        failed.value = asFailure(reason).message
        keepText(year, part.id, { narrative, base, at: localMoment() })
        frame.setFailed(failed.value)
      },
    },
    stored,
  )

  function attach(editor: Editor): void {
    const take = () => {
      const now = toNarrative(editor.getJSON())
      if (sameNarrative(now, text.value)) return
      text.value = now
      autosave.touched()
    }
    editor.on('update', () => {
      // Half-typed pinyin is not text yet. What stood before the composition is saved meanwhile,
      // and the word itself as soon as the input method commits it.
      if (!editor.view.composing) take()
    })
    editor.on('blur', () => void flush())
    editor.view.dom.addEventListener('compositionend', () => {
      setTimeout(() => {
        if (!editor.isDestroyed && !editor.view.composing) take()
      }, 0)
    })
  }

  const flush = () => autosave.flush()
  const release = onBeforeClose(async () => {
    await flush()
  })

  if (!sameNarrative(opening, stored)) autosave.touched()

  onBeforeUnmount(() => {
    release()
    void flush().finally(() => autosave.end())
  })

  return {
    opening,
    conflict,
    failed,
    text,
    attach,
    flush,
    dropConflict: () => {
      conflict.value = null
      forgetText(year, part.id)
    },
  }
}
