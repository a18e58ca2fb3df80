/** The rows a ledger page shows: which restrictions hold (they stand in the address), and what the program answers. */
import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { call } from '@/backend/client'
import type { Ledger, RecordPage } from '@/backend/generated'
import { useFrame } from '@/frame/store'
import { showFailure } from '@/shared/notices'
import { readView, writeView, type View } from './filter-query'

const SIZE_KEY = 'list.page_size'
const SIZES = [20, 50, 100]
const NOTHING: RecordPage = { rows: [], count: 0, totals: [] }

export function useList(ledger: Ref<Ledger | null>) {
  const frame = useFrame()
  const route = useRoute()
  const router = useRouter()

  const stored = Number(localStorage.getItem(SIZE_KEY))
  const pageSize = ref(SIZES.includes(stored) ? stored : 50)
  const answer = shallowRef<RecordPage>(NOTHING)
  const failed = ref(false)
  const loading = ref(true)
  const view = computed(() => readView(route.query))

  /** Changes restrictions; anything but turning the page goes back to the first one. */
  async function change(part: Partial<View>): Promise<void> {
    const next: View = { ...view.value, page: 0, ...part }
    await router.replace({
      query: { ...(route.query.year === undefined ? {} : { year: route.query.year }), ...writeView(next) },
    })
  }

  function setPageSize(size: number): void {
    pageSize.value = size
    localStorage.setItem(SIZE_KEY, String(size))
    void change({ page: 0 })
  }

  let turn = 0
  async function load(): Promise<void> {
    if (!ledger.value || frame.year === 0) return
    const mine = (turn += 1)
    loading.value = true
    const { month, filter, search, sort, page } = view.value
    try {
      const found = await call('records.list', {
        ledger: ledger.value.id,
        year: frame.year,
        month,
        filter,
        search: search.trim(),
        sort,
        page,
        page_size: pageSize.value,
      })
      if (mine !== turn) return
      // The last record of the last page is gone: show the page before.
      if (found.rows.length === 0 && found.count > 0 && page > 0) {
        await change({ page: Math.max(Math.ceil(found.count / pageSize.value) - 1, 0) })
        return
      }
      answer.value = found
      failed.value = false
    } catch (reason) {
      if (mine !== turn) return
      // Rows and totals of another question must not stand under this one.
      answer.value = NOTHING
      failed.value = true
      showFailure(reason)
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  // Only what changes the question asks again; opening a record through the address does not.
  watch(
    () => JSON.stringify([ledger.value?.id, frame.year, view.value, pageSize.value]),
    () => void load(),
    { immediate: true },
  )

  return { SIZES, view, answer, loading, failed, pageSize, change, setPageSize, load }
}
