/** An issued letter as a file and on the printer. */
import { shallowRef } from 'vue'
import { call } from '@/backend/client'
import type { Message, Printers, PrintSetup } from '@/backend/generated'
import { offer, say } from '@/shared/notices'

/** `act` runs one thing at a time and says what failed. */
export function useLetterOutput(id: () => number, act: (what: string, work: () => Promise<void>) => Promise<void>) {
  /** The print dialog's matter while it is open. */
  const printers = shallowRef<Printers | null>(null)
  const send = (setup: PrintSetup): Promise<Message | null> => call('letter.print', { id: id(), setup })

  const print = (): Promise<void> =>
    act('print', async () => {
      const found = await call('report.printers')
      if (!found.system_dialog) {
        printers.value = found
        return
      }
      const answer = await send({ printer: null, copies: 1, pages: '', single_sided: false })
      if (answer) say(answer.message)
    })

  function exported(path: string): void {
    offer(`已导出到 ${path}`, '打开所在文件夹', async () => {
      await call('shell.reveal', { path })
    })
  }

  const exportPdf = (): Promise<void> =>
    act('export', async () => exported((await call('letter.export', { id: id() })).path))

  const exportAs = (): Promise<void> =>
    act('export', async () => {
      const answer = await call('letter.export_as', { id: id() })
      if (answer) exported(answer.path)
    })

  /** Without a printer the file is the way out. */
  function printToPdf(): void {
    printers.value = null
    void exportPdf()
  }

  return { printers, send, print, exportPdf, exportAs, printToPdf }
}
