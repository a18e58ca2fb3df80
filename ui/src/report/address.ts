/** What the address of the report's page names: the part, a frozen version, and what stands in place of the text. */
import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Part } from '@/backend/generated'

export function useAddress(parts: ComputedRef<Part[]>) {
  const route = useRoute()
  const router = useRouter()

  /** The frozen version looked at; null: the report as it is. */
  const version = computed(() => Number(route.query.version) || null)
  const part = computed(() => parts.value.find((each) => each.id === route.params.part) ?? parts.value[0] ?? null)
  const view = computed(() => route.query.view ?? '')

  /** To a part, or the one in hand, in the version that is looked at. */
  async function go(id: string | null, show: 'preview' | 'check' | '' = ''): Promise<void> {
    const query = { ...(show ? { view: show } : {}), ...(version.value ? { version: String(version.value) } : {}) }
    await router.push({ name: 'report', params: { part: id ?? part.value?.id ?? '' }, query })
  }

  async function goVersion(number: number | null): Promise<void> {
    const query = number === null ? {} : { version: String(number) }
    await router.push({ name: 'report', params: { part: part.value?.id ?? '' }, query })
  }

  /** Away from a frozen version, which belongs to the year that was left. */
  async function leaveVersion(): Promise<void> {
    await router.replace({ name: 'report', params: route.params })
  }

  return { version, part, view, go, goVersion, leaveVersion }
}
