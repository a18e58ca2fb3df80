/** The report as a file and on the printer, and what is said about it afterwards. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { call } from '@/backend/client'
import type { Edition, FileKind, Paper, Printers } from '@/backend/generated'
import { showFailure } from '@/shared/notices'
import { exported, print } from '@/shared/output'

export type Output = 'export' | 'print' | null

/** A printer is being chosen for an edition. */
export interface Printing {
  paper: Paper
  printers: Printers
}

export interface Outputs {
  /** What is under way; nothing else starts meanwhile. */
  busy: Ref<Output>
  /** The print dialog's matter while it is open. */
  printing: ShallowRef<Printing | null>
  /** Everything is being exported into one folder. */
  exportingAll: Ref<boolean>
  exportFile(edition?: Edition, kind?: FileKind): Promise<void>
  exportAs(edition?: Edition, kind?: FileKind): Promise<void>
  exportAll(): Promise<void>
  print(edition?: Edition): Promise<void>
  closePrinting(): void
  closeExportAll(): void
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
  const busy = ref<Output>(null)
  const printing = shallowRef<Printing | null>(null)
  const exportingAll = ref(false)
  const paper = (edition: Edition): Paper => ({ year: year(), version: version(), edition })

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

  return {
    busy,
    printing,
    exportingAll,
    exportFile: (edition = 'report', kind = 'pdf') =>
      run('export', async () => exported((await call('report.export', { paper: paper(edition), kind })).path)),
    exportAs: (edition = 'report', kind = 'pdf') =>
      run('export', async () => {
        const answer = await call('report.export_as', { paper: paper(edition), kind })
        if (answer) exported(answer.path)
      }),
    exportAll: () =>
      run('export', async () => {
        exportingAll.value = true
      }),
    closePrinting: () => (printing.value = null),
    closeExportAll: () => (exportingAll.value = false),
    print: (edition = 'report') =>
      run('print', () =>
        print(
          (setup) => call('report.print', { paper: paper(edition), setup }),
          (printers) => (printing.value = { paper: paper(edition), printers }),
        ),
      ),
  }
}
