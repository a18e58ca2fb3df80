/** Locking a year's report, opening a correction of a locked one, and looking at an old version. */
import { ref, type Ref } from 'vue'
import { call } from '@/backend/client'
import type { Report } from '@/backend/generated'
import { askReason, say, showFailure } from '@/shared/notices'

export interface Locking {
  /** The list of versions is open. */
  listing: Ref<boolean>
  lock(): Promise<boolean>
  reopen(): Promise<void>
}

/** `settled` saves what is not saved yet; `took` shows the answer. */
export function useLocking(
  year: () => number,
  settled: () => Promise<boolean>,
  took: (report: Report) => void,
): Locking {
  const listing = ref(false)

  async function lock(): Promise<boolean> {
    try {
      if (!(await settled())) return false
      const locked = await call('report.lock', { year: year() })
      took(locked)
      say(`${locked.year} 年度已锁定（第 ${locked.version.number} 版）`)
      return true
    } catch (reason) {
      showFailure(reason)
      return false
    }
  }

  async function reopen(): Promise<void> {
    const of = year()
    const reason = await askReason(
      `更正 ${of} 年度报告`,
      '写明为什么要更正。锁定过的一版照样留着，改好后另存为新的一版。',
      '',
      '例如：县里核对后，申请表第一行少计 1 件',
    )
    if (reason === null) return
    try {
      const opened = await call('report.reopen', { year: of, reason })
      if (year() === of) took(opened)
      say(`已打开更正，改好后再锁定为第 ${opened.version.number} 版`)
    } catch (cause) {
      showFailure(cause)
    }
  }

  return { listing, lock, reopen }
}
