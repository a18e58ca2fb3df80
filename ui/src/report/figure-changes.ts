/** Figures entered by hand and taken away: afterwards everything that depends on them is counted again. */
import { ref } from 'vue'
import { call } from '@/backend/client'
import type { Figure } from '@/backend/generated'
import { confirm, say, showFailure } from '@/shared/notices'

/** `recount` counts again. */
export function useFigureChanges(recount: () => Promise<void>) {
  /** The figure of the text whose dialog is open. */
  const entering = ref<Figure | null>(null)

  async function counted(done: string): Promise<void> {
    say(done)
    try {
      await recount()
    } catch (reason) {
      showFailure(reason)
    }
  }

  async function undefine(figure: Figure): Promise<void> {
    if (!(await confirm(`移除数据项「${figure.label}」？正文里用到它的地方会标红，要另行改写。`, '移除'))) return
    try {
      await call('figure.undefine', { id: figure.id })
      await counted('已移除')
    } catch (reason) {
      showFailure(reason)
    }
  }

  function entered(figure: Figure): void {
    entering.value = null
    void counted(figure.entered ? '已保存' : '已恢复统计值')
  }

  return { entering, entered, undefine }
}
