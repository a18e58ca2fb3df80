/** The report as a file and on the printer, and what is said about it afterwards. */
import { ref, type Ref } from 'vue'
import { call } from '@/backend/client'
import { offer, say, showFailure } from '@/shared/notices'

export type Output = 'export' | 'print' | null

export interface Outputs {
  /** What is under way; nothing else starts meanwhile. */
  busy: Ref<Output>
  exportPdf(): Promise<void>
  exportAs(): Promise<void>
  print(): Promise<void>
}

/**
 * `settled` saves what is not saved yet: a file never lacks the last sentence. `version` is the
 * frozen version wanted; null: the report as it is.
 */
export function useOutput(
  year: () => number,
  settled: () => Promise<boolean>,
  version: () => number | null = () => null,
): Outputs {
  const asked = () => ({ year: year(), version: version() })

  const busy = ref<Output>(null)

  async function run(kind: Output, act: () => Promise<void>): Promise<void> {
    if (busy.value !== null) return
    busy.value = kind
    try {
      if (await settled()) await act()
    } catch (reason) {
      showFailure(reason)
    } finally {
      busy.value = null
    }
  }

  function exported(path: string): void {
    offer(`已导出到 ${path}`, '打开所在文件夹', async () => {
      await call('shell.reveal', { path })
    })
  }

  return {
    busy,
    exportPdf: () => run('export', async () => exported((await call('report.export', asked())).path)),
    exportAs: () =>
      run('export', async () => {
        const answer = await call('report.export_as', asked())
        if (answer) exported(answer.path)
      }),
    print: () =>
      run('print', async () => {
        const setup = { printer: null, copies: 1, pages: '', single_sided: false }
        const answer = await call('report.print', { paper: asked(), setup })
        if (answer) say(answer.message)
      }),
  }
}
