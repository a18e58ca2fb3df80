/** The width of an element in CSS pixels, followed as the window changes; 0 before it is known. */
import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

export function useWidth(element: Ref<HTMLElement | undefined>): Ref<number> {
  const width = ref(0)
  const observer = new ResizeObserver((entries) => {
    width.value = entries[0]?.contentRect.width ?? width.value
  })
  watch(element, (now, before) => {
    if (before) observer.unobserve(before)
    if (!now) return
    width.value = now.clientWidth
    observer.observe(now)
  })
  onBeforeUnmount(() => observer.disconnect())
  return width
}
