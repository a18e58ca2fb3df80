/** Choosing another data folder: what is asked before it, and what is asked after. */
import { call } from '@/backend/client'
import type { DataFolder, FolderPlan } from '@/backend/generated'
import { confirm, say } from '@/shared/notices'
import { size } from '@/shared/moment'

/** What the clerk has to know before the data go to the planned folder. */
export function question(plan: FolderPlan): string {
  const what = plan.has_data
    ? `「${plan.path}」里已经有数据。改用那里的数据？现在的数据留在原来的文件夹，不复制、不合并。`
    : plan.files === 0
      ? `在「${plan.path}」从空白开始？`
      : `把全部数据（${plan.files} 个文件，${size(plan.bytes)}）复制到「${plan.path}」，逐个核对无误后改用新文件夹。原来的文件夹先留着。`
  return plan.warning ? `注意：${plan.warning}${what}` : what
}

/** What the button under that question says. */
export function action(plan: FolderPlan): string {
  if (plan.warning) return plan.has_data ? '仍然改用' : '仍然放在那里'
  return plan.has_data ? '改用那里的数据' : plan.files === 0 ? '从空白开始' : '复制并改用'
}

/**
 * Asks for a folder and moves there. Answers with where the data lie then, or null when the clerk steps back.
 * `working` is told when the copying begins.
 */
export async function chooseFolder(working: () => void): Promise<DataFolder | null> {
  const plan = await call('folder.plan')
  if (!plan || !(await confirm(question(plan), action(plan), '换数据文件夹'))) return null
  working()
  const moved = await call('folder.move')
  say('已改用新的数据文件夹')
  return moved
}
