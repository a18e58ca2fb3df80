/** Esc on a page that stands in place of the text: out of what is being typed first, then back to the report. */
import { onBeforeUnmount, onMounted } from 'vue'
import { isComposing } from '@/shared/composing'
import { isAsking } from '@/shared/notices'
import { hasOpenList } from '@/shared/over'
import { isTyping } from './preview'

export function useLeaving(leave: () => void): void {
  function onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event) || isAsking() || hasOpenList()) return
    event.preventDefault()
    if (isTyping(event) && event.target instanceof HTMLElement) event.target.blur()
    else leave()
  }
  onMounted(() => window.addEventListener('keydown', onKeydown))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKeydown))
}
