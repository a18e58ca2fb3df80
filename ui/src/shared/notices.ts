/** What the program says to the clerk in passing: done, failed, and 「撤销」. */
import { ElMessage, ElMessageBox } from 'element-plus'
import { h } from 'vue'
import { asFailure } from '@/backend/client'

/** Below the top bar, so that a notice never lies over the year switch. */
const offset = 56

/** A short word that something is done: 「已保存」. */
export function say(message: string): void {
  ElMessage({ message, type: 'success', duration: 2500, grouping: true, offset })
}

/** A warning that needs no answer. */
export function warn(message: string): void {
  ElMessage({ message, type: 'warning', duration: 4000, grouping: true, offset })
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    say('已复制')
  } catch {
    warn(`请手工记下：${text}`)
  }
}

/** Whether a question is waiting for its answer; the keys of the page behind it then rest. */
export function isAsking(): boolean {
  return [...document.querySelectorAll<HTMLElement>('.el-message-box')].some((box) => box.getClientRects().length > 0)
}

/** Failures on screen: the same one said again takes the place of the first. */
const shown = new Map<string, { close: () => void }>()

/** Shows what went wrong and what to do; the code can be copied for whoever is asked for help. */
export function showFailure(reason: unknown): void {
  const failure = asFailure(reason)
  const same = `${failure.code} ${failure.message}`
  shown.get(same)?.close()
  const handle = ElMessage({
    type: 'error',
    duration: 12000,
    offset,
    showClose: true,
    customClass: 'failure-notice',
    onClose: () => {
      if (shown.get(same) === handle) shown.delete(same)
    },
    message: h('div', { 'data-testid': 'failure' }, [
      h('div', { class: 'failure-message' }, failure.message),
      failure.hint ? h('div', { class: 'failure-hint' }, failure.hint) : null,
      h(
        'button',
        {
          class: 'link-button failure-code',
          type: 'button',
          title: failure.code,
          onClick: () => {
            void copy(`${failure.code}：${failure.message}`)
            handle.close()
          },
        },
        '复制错误编号',
      ),
    ]),
  })
  shown.set(same, handle)
}

/** A notice with one action that can be taken for ten seconds: 「已移到回收站 · 撤销」. */
export function offer(message: string, action: string, act: () => void | Promise<void>): void {
  const handle = ElMessage({
    type: 'success',
    duration: 10000,
    offset,
    showClose: true,
    message: h('span', { 'data-testid': 'toast' }, [
      message,
      h('span', { style: 'margin: 0 8px; color: var(--text-disabled)' }, '·'),
      h(
        'button',
        {
          class: 'link-button',
          type: 'button',
          'data-testid': 'toast-action',
          onClick: () => {
            handle.close()
            Promise.resolve(act()).catch(showFailure)
          },
        },
        action,
      ),
    ]),
  })
}

/** 「撤销」 for ten seconds. */
export function offerUndo(message: string, undo: () => void | Promise<void>): void {
  offer(message, '撤销', undo)
}

/** Asks before something that cannot be taken back. `action` names what the button does. */
export async function confirm(question: string, action: string, title = '请确认'): Promise<boolean> {
  try {
    await ElMessageBox.confirm(question, title, {
      confirmButtonText: action,
      cancelButtonText: '取消',
      type: 'warning',
      closeOnClickModal: false,
    })
    return true
  } catch {
    return false
  }
}

/**
 * Asks for a reason in words. Returns it trimmed, or null when the clerk steps back. It may not be empty:
 * a number that differs from the count has to explain itself.
 */
export async function askReason(
  title: string,
  question: string,
  given = '',
  example = '例如：与县里核对后的数字',
): Promise<string | null> {
  try {
    const answer = (await ElMessageBox.prompt(question, title, {
      confirmButtonText: '确定',
      cancelButtonText: '取消',
      inputType: 'textarea',
      inputValue: given,
      inputPlaceholder: example,
      closeOnClickModal: false,
      inputValidator: (text: string) => (text && text.trim() !== '' ? true : '请写明原因'),
    })) as unknown as { value: string }
    return answer.value.trim()
  } catch {
    return null
  }
}
