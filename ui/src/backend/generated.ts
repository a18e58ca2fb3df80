// THE CONTRACT between ui and office. The Rust side generates ui/src/backend/generated.ts from its own types (same names, same shapes as here).
// Until that file lands, copy this into ui/src/backend/generated.ts; do not deviate; small changes will be announced there.
// Dates are 'YYYY-MM-DD', moments 'YYYY-MM-DDTHH:MM:SS' local time, decimals are strings.

// ---- numbers: four kinds, never mixed. 0 is never blank.
export type Quantity = { kind: 'exact'; value: string } | { kind: 'at_least'; value: string } /* 「100余」 */ | { kind: 'blank' } | { kind: 'not_applicable' } /* 不适用 */

// ---- ledgers (described once in Rust; list columns, form, filters all come from here)
export type CatalogueId = 'category' | 'channel' | 'department' | 'village'
export interface Choice { id: string; label: string }
export type FieldKind =
  | { type: 'text'; max: number } | { type: 'long_text'; max: number } | { type: 'date' } | { type: 'integer'; min: number }
  | { type: 'money' } /* 元, two decimals, as string */ | { type: 'flag' } | { type: 'choice'; choices: Choice[] }
  | { type: 'entry'; catalogue: CatalogueId } | { type: 'entries'; catalogue: CatalogueId }
  | { type: 'publications' } /* channels, each with its own date */ | { type: 'link' } | { type: 'attachment' }
export interface Field {
  id: string; label: string; kind: FieldKind; required: boolean
  listed: boolean        // a column of the list
  filtered: boolean      // offered as a filter (choice/flag/entry/entries/publications)
  personal: boolean      // personal data: masked in lists, own table
  width: number          // list column width, px
  span: number           // form width in halves: 1 = half a row, 2 = a whole row
  help: string | null
}
export interface Section { label: string; fields: string[] }
export interface Ledger { id: string; label: string; short: string /* rail */; unit: string /* 条/件/人次 */; help: string; title_field: string; date_label: string; sections: Section[]; fields: Field[] }

export interface Publication { channel: string /* entry name */; on: string | null /* null: same as published_on */ }
export interface Attachment { hash: string; name: string; size: number }
export type Value = null | string | number | boolean | string[] | Publication[] | Attachment
export type Values = Record<string, Value>            // by field id; choices by choice id, catalogue entries by entry name
export interface LedgerRecord { id: number; ledger: string; values: Values; created_at: string; updated_at: string; deleted_at: string | null }

export interface RecordQuery {
  ledger: string; year: number | null; month: number | null
  filter: Record<string, string[]>   // field id -> accepted values (choice ids, entry names, 'true'/'false'; '' = not filled)
  search: string; sort: { field: string; descending: boolean } | null   // null: newest first
  page: number /* from 0 */; page_size: number
}
export interface Total { label: string; value: string; unit: string; filter: Record<string, string[]> | null /* click: apply */ }
export interface RecordPage { rows: LedgerRecord[]; count: number; totals: Total[] }
export interface BinRow { ledger: string; ledger_label: string; id: number; title: string; date: string | null; deleted_at: string; purged_on: string /* 30 days later */ }

export interface Entry { id: number; catalogue: CatalogueId; key: string; name: string; code: string; kind: string; position: number; retired: boolean; used: number }
export interface Catalogue { id: CatalogueId; label: string; help: string; kinds: Choice[] /* may be empty */; entries: Entry[] }

// ---- the report of a year
export type Shown = 'exact' | 'about' /* rounded down: 103 -> 100余 */
export type Inline = { type: 'text'; text: string } | { type: 'figure'; id: string; shown: Shown }
export interface Block { level: number /* 0 paragraph, 2 （一）, 3 1., 4 （1）; numbers are automatic, never typed */; inlines: Inline[] }
// A heading block whose text goes on after its first 「。」 is a run-in heading: first sentence in the heading's font, the rest as body.
export interface Narrative { blocks: Block[] }
export interface Entered { value: Quantity; reason: string; at: string }
export interface RecordsBehind { ledger: string; year: number; filter: Record<string, string[]> }
export interface Figure {
  id: string; part: string; label: string; unit: string
  counted: Quantity | null      // null: cannot be counted, only entered
  entered: Entered | null       // by hand, with a reason; wins over counted; both are shown
  value: Quantity               // the one in force
  text: string                  // e.g. 200, 100余, '' , 不适用
  about: string                 // rounded down: 100余 (equal to text when nothing to round)
  how: string                   // one sentence: how it was counted
  behind: RecordsBehind | null  // click: the records
  custom: boolean               // defined by the office
}
export interface Part { id: string; number: string /* 一、 or '' */; heading: string /* '' for the preamble */; help: string; narrative: Narrative; written: boolean /* false: still the starter sentences */; saved_at: string | null; figures: string[] }
export interface Report { year: number; format: string; format_label: string; title: string; signature_office: string; signed_on: string /* date */; period_from: string; period_to: string; parts: Part[]; figures: Figure[]; locked: boolean }
export interface YearSummary { year: number; format_label: string; locked: boolean; parts_written: number; parts: number; edited_at: string | null; figures: { id: string; label: string; unit: string; text: string }[] }

// ---- office, start, workbench
export interface Profile {
  name: string /* 下达河乡人民政府 */; short: string /* 下达河乡 */; self_name: string /* 我乡 */; county: string /* 报送机关 e.g. ××县人民政府办公室 */
  code: string /* office code in 索引号 */; index_pattern: string /* {office}-{category}-{year}-{number:5} */
  filing_day: string /* 'MM-DD' of the following year, default 01-31 */
  drafter: string; reviewer: string; approver: string; contact: string; phone: string
}
export interface Start { first_run: boolean; profile: Profile | null; year: number /* the year to work on */; years: number[]; today: string; data_dir: string; export_dir: string; version: string }
export interface Todo { id: string; text: string; severity: 'error' | 'warning' | 'hint'; ledger: string | null; filter: Record<string, string[]> | null; part: string | null }
export interface Dashboard {
  year: number
  counts: { ledger: string; label: string; unit: string; count: number; previous: number }[]
  months: { ledger: string; label: string; counts: number[] /* 12 */ }[]
  todos: Todo[]
  filing: { due: string; days_left: number }
}

// ---- errors: every rejected call is this
export interface Failure { code: string; message: string; hint: string; fields: Record<string, string> /* field id -> what is wrong there */ }

// ---- commands: invoke('call', { name, request }) -> response or Failure
export interface Commands {
  'app.start': { request: null; response: Start }
  'app.setup': { request: { profile: Profile; sample: boolean }; response: Start }   // sample: fill with the sample office instead of profile
  'profile.save': { request: Profile; response: Start }
  'ledgers.describe': { request: null; response: Ledger[] }
  'catalogues.list': { request: null; response: Catalogue[] }
  'catalogue.save': { request: { id: number | null; catalogue: CatalogueId; name: string; code: string; kind: string }; response: Entry }
  'catalogue.retire': { request: { id: number; retired: boolean }; response: Entry }
  'catalogue.remove': { request: { id: number }; response: null }           // refused with a hint when records use it
  'catalogue.order': { request: { catalogue: CatalogueId; ids: number[] }; response: null }
  'records.list': { request: RecordQuery; response: RecordPage }
  'records.get': { request: { ledger: string; id: number }; response: LedgerRecord }
  'records.draft': { request: { ledger: string; year: number; copy_of: number | null }; response: Values }  // defaults, or a copy to edit
  'records.save': { request: { ledger: string; id: number | null; values: Values }; response: LedgerRecord }
  'records.delete': { request: { ledger: string; ids: number[] }; response: null }     // into the bin
  'records.restore': { request: { ledger: string; ids: number[] }; response: null }
  'bin.list': { request: null; response: BinRow[] }
  'bin.empty': { request: null; response: null }
  'dashboard.show': { request: { year: number }; response: Dashboard }
  'report.show': { request: { year: number }; response: Report }
  'report.narrative.save': { request: { year: number; part: string; narrative: Narrative }; response: { saved_at: string } }
  'report.narrative.starter': { request: { year: number; part: string }; response: Narrative }      // offered; the UI puts it in and saves
  'report.narrative.of_year': { request: { year: number; part: string }; response: Narrative }      // another year's text; its figures then count this year
  'report.settings.save': { request: { year: number; title: string; signed_on: string }; response: Report }
  'figure.enter': { request: { year: number; figure: string; value: Quantity; reason: string }; response: Figure }
  'figure.clear': { request: { year: number; figure: string }; response: Figure }
  'figure.define': { request: { part: string; label: string; unit: string; ledger: string; filter: Record<string, string[]> }; response: { id: string } }
  'figure.undefine': { request: { id: string }; response: null }
  'years.list': { request: null; response: YearSummary[] }
  'years.open': { request: { year: number }; response: null }                // begins a year's report
  // --- desktop shell
  'preview.make': { request: { year: number }; response: { key: string; pages: number; bytes: number } }  // pictures: convertFileSrc(`${key}/${page}/${dpi}`, 'page'), page from 0
  'report.export': { request: { year: number }; response: { path: string } }           // straight into the export folder, sensible name
  'report.export_as': { request: { year: number }; response: { path: string } | null } // asks with a save dialog; null: cancelled
  'report.print': { request: { year: number }; response: { message: string } }
  'shell.reveal': { request: { path: string }; response: null }
  'shell.attach': { request: null; response: Attachment | null }              // open dialog; the file is kept in the data folder
  'shell.open_attachment': { request: Attachment; response: null }
  'shell.open_link': { request: { url: string }; response: null }
  'shell.title': { request: { year: number }; response: null }              // window title: office and year
}
// events from the shell (listen): none yet; before closing the window the shell waits: ui registers onCloseRequested to flush unsaved text.
