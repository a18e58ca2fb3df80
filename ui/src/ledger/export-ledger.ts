/** A ledger of the year as an Excel file; personal data only where the clerk asks for it and says so twice. */
import { call } from '@/backend/client'
import type { Ledger } from '@/backend/generated'
import { confirm, showFailure } from '@/shared/notices'
import { exported } from '@/shared/output'

export async function exportLedger(ledger: Ledger, year: number, personal: boolean): Promise<void> {
  const fields = ledger.fields.filter((field) => field.personal).map((field) => field.label)
  const question = `导出的文件里会有${fields.join('、')}，不打码。只在办理需要时导出，用完删除，不要外传。`
  if (personal && !(await confirm(question, '导出含个人信息的台账'))) return
  try {
    const { path } = await call('ledger.export', { ledger: ledger.id, year, personal })
    exported(path)
  } catch (reason) {
    showFailure(reason)
  }
}
