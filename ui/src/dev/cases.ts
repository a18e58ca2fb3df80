/** Cases and calendars need the program's own clock: behind this window they answer that they are not here. */
import type { Commands } from '@/backend/generated'
import { fail } from './office'

type CaseCommand = Extract<
  keyof Commands,
  `application.${string}` | `calendar.${string}` | `terms.${string}` | `fees.${string}`
>

type CaseHandlers = { [N in CaseCommand]: (request: Commands[N]['request']) => Commands[N]['response'] }

const notHere = (): never => fail('fake', '浏览器里的示例没有这项功能', '请在程序窗口里看')

export function caseHandlers(): CaseHandlers {
  return {
    'application.case': notHere,
    'application.event.add': notHere,
    'application.event.change': notHere,
    'application.event.remove': notHere,
    'terms.show': () => ({ today: '2019-01-10', terms: [], left_out: [], unlisted: [] }),
    'calendar.show': () => ({ years: [], local: [] }),
    'calendar.month': () => ({ days: [], known: true }),
    'calendar.read': notHere,
    'calendar.notice.save': notHere,
    'calendar.notice.remove': notHere,
    'calendar.local.save': notHere,
    'calendar.deadline': notHere,
    'fees.reckon': notHere,
    'fees.before': () => 0,
  }
}
