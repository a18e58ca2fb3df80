/** The fake program's letters and looks at personal data: settings and log are there, letters need the program. */
import type { Commands, LetterSettings, LetterSettingsView } from '@/backend/generated'
import { fail } from './office'

type Command = Extract<keyof Commands, `letter.${string}` | `letters.${string}` | `privacy.${string}`>
type Handlers = { [N in Command]: (request: Commands[N]['request']) => Commands[N]['response'] }

const notHere = (): never => fail('fake', '浏览器里的示例没有这项功能', '请在程序窗口里看')

function settings(kept: LetterSettings): LetterSettingsView {
  return { kept, completed: kept, groups: [], templates: [], remedies: [] }
}

const NONE: LetterSettings = {
  code: '',
  reviewing: '',
  court: '',
  address: '',
  contact: '',
  phone: '',
  patterns: {},
  words: {},
  remedies: {},
}

export function letterHandlers(): Handlers {
  let kept = NONE
  let years = 5
  return {
    'letters.of_case': () => ({ letters: [], kinds: [] }),
    'letters.settings': () => settings(kept),
    'letters.settings.save': (sent) => settings((kept = sent)),
    'letter.begin': notHere,
    'letter.show': notHere,
    'letter.save': notHere,
    'letter.drop': notHere,
    'letter.issue': notHere,
    'letter.void': notHere,
    'letter.preview': notHere,
    'letter.export': notHere,
    'letter.export_as': notHere,
    'letter.print': notHere,
    'privacy.show': () => '示例',
    'privacy.doubt': ({ number }) =>
      /^\d{17}0$/.test(number) ? '身份证号码的最后一位（校验码）与前 17 位对不上' : null,
    'privacy.log': () => ({ lines: [], count: 0, page_size: 100 }),
    'privacy.retention': () => ({ years, expired: [] }),
    'privacy.retention.save': (sent) => ({ years: (years = sent.years), expired: [] }),
    'privacy.erase': () => ({ years, expired: [] }),
  }
}
