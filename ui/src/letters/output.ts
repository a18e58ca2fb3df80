/** An issued letter as a file and on the printer. */
import { shallowRef } from 'vue'
import { call } from '@/backend/client'
import type { Message, Printers, PrintSetup } from '@/backend/generated'
import { exported, print as printPaper } from '@/shared/output'

/** `act` runs one thing at a time and says what failed. */
export function useLetterOutput(id: () => number, act: (what: string, work: () => Promise<void>) => Promise<void>) {
  /** The print dialog's matter while it is open. */
  const printers = shallowRef<Printers | null>(null)
  const send = (setup: PrintSetup): Promise<Message | null> => call('letter.print', { id: id(), setup })

  const print = (): Promise<void> => act('print', () => printPaper(send, (found) => (printers.value = found)))

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
