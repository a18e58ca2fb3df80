/** Files that were written and papers that are printed, whatever is on them. */
import { call } from '@/backend/client'
import type { Message, Printers, PrintSetup } from '@/backend/generated'
import { offer, say } from './notices'

/** Says where a file is, and offers to show it. */
export function exported(path: string): void {
  offer(`已导出到 ${path}`, '打开所在文件夹', async () => {
    await call('shell.reveal', { path })
  })
}

/** Prints through the system's own dialog where there is one; else `choose` opens ours with the printers found. */
export async function print(
  send: (setup: PrintSetup) => Promise<Message | null>,
  choose: (printers: Printers) => void,
): Promise<void> {
  const printers = await call('report.printers')
  if (!printers.system_dialog) return choose(printers)
  const answer = await send({ printer: null, copies: 1, pages: '', single_sided: false })
  if (answer) say(answer.message)
}
