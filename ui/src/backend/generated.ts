// Written from the program's own types by `cargo test --test client`; do not edit.
/* eslint-disable */

export type About = { 
/**
 * The program's version.
 */
version: string, 
/**
 * The operating system.
 */
system: string, 
/**
 * What draws the window, with its version.
 */
webview: string, 
/**
 * Where the log lies; `None` where none is kept.
 */
log_dir: string | null, 
/**
 * The licences of all parts in full; `None` where the program was not installed from a package.
 */
licence_texts: string | null, };

export type ApplicationId = { 
/**
 * Record id.
 */
id: number, };

export type Attachment = { 
/**
 * SHA-256, lower-case hex.
 */
hash: string, 
/**
 * The name the clerk knows it by.
 */
name: string, 
/**
 * Bytes.
 */
size: number, };

export type Basis = { "by": "applications", 
/**
 * Filed earlier in the month.
 */
before: number, 
/**
 * Of this one.
 */
count: number, } | { "by": "pages", 
/**
 * How many.
 */
pages: number, };

export type BinRow = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Ledger name.
 */
ledger_label: string, 
/**
 * Record id.
 */
id: number, 
/**
 * What names it.
 */
title: string, 
/**
 * Its date.
 */
date: string | null, 
/**
 * When it was deleted.
 */
deleted_at: string, 
/**
 * When it goes for good.
 */
purged_on: string, };

export type Block = { 
/**
 * 0 paragraph; 2 （一）, 3 1., 4 （1）. Numbers are made, never typed. A heading whose text goes on
 * after its first 「。」, 「？」 or 「！」 runs into its paragraph.
 */
level: number, 
/**
 * Its pieces in order.
 */
inlines: Array<Inline>, };

export type CalendarChange = { 
/**
 * The calendar now.
 */
settings: CalendarSettings, 
/**
 * What is due on another day now.
 */
moved: Array<Moved>, };

export type CalendarSettings = { 
/**
 * The newest first.
 */
years: Array<CalendarYear>, 
/**
 * Holidays of the place.
 */
local: Array<Holiday>, };

export type CalendarYear = { 
/**
 * Year.
 */
year: number, 
/**
 * Where its days come from.
 */
known: Known, 
/**
 * When the office added it.
 */
saved_at: string | null, 
/**
 * Its days; none where nobody knows.
 */
notice: Notice | null, };

export type CaseEvent = { 
/**
 * Stable; none while it is only read out of the record.
 */
id: number | null, 
/**
 * What happened.
 */
event: Event, 
/**
 * 要求补正
 */
label: string, 
/**
 * What else there is to say of it.
 */
detail: string, 
/**
 * When it was entered; none while it is only read out of the record.
 */
entered_at: string | null, };

export type CaseLetters = { 
/**
 * Oldest first.
 */
letters: Array<LetterRow>, 
/**
 * What can be begun.
 */
kinds: Array<LetterKind>, };

export type CaseView = { 
/**
 * Record id.
 */
id: number, 
/**
 * 登记号; may be empty.
 */
number: string, 
/**
 * What is asked for.
 */
content: string, 
/**
 * The record's values without personal data.
 */
values: { [key in string]: Value }, 
/**
 * In their order.
 */
events: Array<CaseEvent>, 
/**
 * Whether the events are kept; else they are read out of the record, and the first one added keeps them.
 */
kept: boolean, 
/**
 * Where it stands today; none where the events cannot be read.
 */
state: State | null, 
/**
 * Why they cannot be read.
 */
problem: Failure | null, 
/**
 * What can be done next, and what cannot with the reason.
 */
possible: Array<Possible>, 
/**
 * What was put right or taken back, the latest first.
 */
past: Array<PastCaseEvent>, };

export type Catalogue = { 
/**
 * Which list.
 */
id: CatalogueId, 
/**
 * Its name.
 */
label: string, 
/**
 * What it is for.
 */
help: string, 
/**
 * Kinds an entry may have.
 */
kinds: Array<Choice>, 
/**
 * In the office's order.
 */
entries: Array<Entry>, };

export type CatalogueId = "category" | "channel" | "department" | "village";

export type CellEntry = { 
/**
 * Figure id.
 */
cell: string, 
/**
 * The value; `None`: back to what is counted.
 */
value: Quantity | null, };

export type CellPlace = { 
/**
 * Table id.
 */
table: string, 
/**
 * Row id.
 */
row: string, 
/**
 * Column id; may be empty.
 */
column: string, 
/**
 * The row's whole name.
 */
row_label: string, 
/**
 * The column's name; may be empty.
 */
column_label: string, };

export type CellValue = { 
/**
 * Figure id.
 */
cell: string, 
/**
 * The value.
 */
value: Quantity, 
/**
 * As it is printed.
 */
text: string, };

export type CellsDraft = { 
/**
 * Year.
 */
year: number, 
/**
 * The cells.
 */
entries: Array<CellEntry>, 
/**
 * Why; may be empty, which the rules then speak of where a count is overruled.
 */
reason: string, };

export type CellsSaved = { 
/**
 * All figures of the year.
 */
figures: Array<Figure>, 
/**
 * What the rules find.
 */
sheet: CheckSheet, };

export type ChangedEvent = { 
/**
 * Record id.
 */
id: number, 
/**
 * Which, from 0.
 */
position: number, 
/**
 * As it should be.
 */
event: Event, };

export type CheckSheet = { 
/**
 * Year.
 */
year: number, 
/**
 * Errors first.
 */
findings: Array<Checked>, 
/**
 * How many errors.
 */
errors: number, 
/**
 * Errors without a 情况说明.
 */
open_errors: number, 
/**
 * How many warnings.
 */
warnings: number, 
/**
 * How many hints.
 */
hints: number, 
/**
 * A mark a part, in order.
 */
parts: Array<PartMark>, 
/**
 * Sentences for the part on problems.
 */
offers: Array<Offer>, };

export type Checked = { 
/**
 * The finding.
 */
finding: Finding, 
/**
 * The part it is in, where it is in one.
 */
part: string | null, 
/**
 * 情况说明
 */
waiver: Waiver | null, };

export type Choice = { 
/**
 * Stable, on the wire and in the database.
 */
id: string, 
/**
 * On screen and paper.
 */
label: string, };

export type Consulted = "third_party" | "office";

export type Correction = { 
/**
 * Year.
 */
year: number, 
/**
 * Why.
 */
reason: string, };

export type Dashboard = { 
/**
 * Year.
 */
year: number, 
/**
 * By ledger.
 */
counts: Array<LedgerCount>, 
/**
 * By ledger and month.
 */
months: Array<LedgerMonths>, 
/**
 * Unfinished.
 */
todos: Array<Todo>, 
/**
 * Filing date.
 */
filing: Filing, };

export type DataFolder = { 
/**
 * The folder; empty where the system names none.
 */
path: string, 
/**
 * Why there, in words.
 */
why: string, 
/**
 * What speaks against this place.
 */
warning: string | null, 
/**
 * Whether it can be moved from the settings.
 */
movable: boolean, 
/**
 * The folder used before, which still stands.
 */
before: string | null, };

export type DayKind = { "kind": "working" } | { "kind": "adjusted" } | { "kind": "weekend" } | { "kind": "holiday", "name": string } | { "kind": "local", "name": string };

export type Deadline = { 
/**
 * The last day.
 */
due: string, 
/**
 * Why.
 */
explanation: Explanation, };

export type Decree = "of2007" | "of2019";

export type Delivery = "direct" | "entrusted" | "posted" | "electronic" | "unrecorded";

export type Departure = { 
/**
 * The field of [`Style`].
 */
field: string, 
/**
 * What people call it: 「左边距」.
 */
label: string, 
/**
 * As GB/T 9704 has it: 「28毫米」.
 */
standard: string, 
/**
 * As this style has it.
 */
here: string, };

export type DisputeKind = "reconsideration" | "litigation";

export type DraftRequest = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * The year worked on.
 */
year: number, 
/**
 * Copy this record instead of an empty one.
 */
copy_of: number | null, };

export type Edition = "report" | "filing" | "public";

export type Entered = { 
/**
 * The value.
 */
value: Quantity, 
/**
 * Why the office knows better.
 */
reason: string, 
/**
 * When.
 */
at: string, };

export type Entry = { 
/**
 * Row id.
 */
id: number, 
/**
 * The list it stands in.
 */
catalogue: CatalogueId, 
/**
 * Stable name for formats and figures; never shown, never changed.
 */
key: string, 
/**
 * The name on screen and paper.
 */
name: string, 
/**
 * Code in the 索引号; may be empty.
 */
code: string, 
/**
 * One of the list's kinds; may be empty.
 */
kind: string, 
/**
 * Place in the list, from 0.
 */
position: number, 
/**
 * Not offered for new records any more.
 */
retired: boolean, 
/**
 * How many records (bin included) point at it.
 */
used: number, };

export type EntryDraft = { 
/**
 * `None`: a new one.
 */
id: number | null, 
/**
 * Its list.
 */
catalogue: CatalogueId, 
/**
 * Name.
 */
name: string, 
/**
 * Code; may be empty.
 */
code: string, 
/**
 * Kind; may be empty.
 */
kind: string, };

export type EntryId = { 
/**
 * Entry id.
 */
id: number, };

export type EntryOrder = { 
/**
 * The list.
 */
catalogue: CatalogueId, 
/**
 * All its ids in order.
 */
ids: Array<number>, };

export type ErasureRequest = { 
/**
 * Ledger and record id of each, as they were listed.
 */
records: Array<RecordId>, };

export type Event = { 
/**
 * The day that counts.
 */
on: string, 
/**
 * Taken over from a record that was kept without events: what came before it is not on record, so it is
 * not asked for.
 */
taken_over: boolean, } & ({ "what": "received", 
/**
 * How it came.
 */
way: Way, 
/**
 * The day it arrived.
 */
arrived_on: string, 
/**
 * The day it was confirmed with the applicant.
 */
confirmed_on: string | null, } | { "what": "correction_asked", 
/**
 * Last day for the correction.
 */
until: string, } | { "what": "correction_received", 
/**
 * Why it came late, where the reason is good (正当理由).
 */
excuse: string | null, } | { "what": "consultation_asked", 
/**
 * Who is asked.
 */
whom: Consulted, 
/**
 * Which of several, from 1.
 */
party: number, } | { "what": "consultation_served", 
/**
 * Who was asked.
 */
whom: Consulted, 
/**
 * Which of several.
 */
party: number, } | { "what": "consultation_answered", 
/**
 * Who was asked.
 */
whom: Consulted, 
/**
 * Which of several.
 */
party: number, 
/**
 * Whether they agree to publication.
 */
agrees: boolean, } | { "what": "extended", 
/**
 * By how many working days.
 */
days: number, 
/**
 * The day the head of the disclosure office agreed.
 */
approved_on: string, } | { "what": "reasons_asked" } | { "what": "reasons_given", 
/**
 * Whether the office finds them reasonable.
 */
reasonable: boolean, } | { "what": "deferred", 
/**
 * Last day for the answer.
 */
until: string, } | { "what": "fee_notice", 
/**
 * To be paid, in 元.
 */
yuan: number, 
/**
 * What it was charged by; none where the office reckoned it elsewhere.
 */
basis: Basis | null, 
/**
 * 减免, in 元, already taken off.
 */
reduction: number, 
/**
 * Why it was reduced.
 */
reason: string, } | { "what": "fee_served" } | { "what": "fee_paid" } | { "what": "decided", 
/**
 * One of the outcomes of the 2021 table.
 */
outcome: string, } | { "what": "delivered", 
/**
 * How.
 */
by: Delivery, } | { "what": "withdrawn" } | { "what": "corrected", 
/**
 * One of the outcomes of the 2021 table.
 */
outcome: string, 
/**
 * Why.
 */
reason: string, } | { "what": "disputed", 
/**
 * Which.
 */
kind: DisputeKind, 
/**
 * Its 案号 in the ledger of disputes.
 */
case_number: string, });

export type EventPlace = { 
/**
 * Record id.
 */
id: number, 
/**
 * Which, from 0.
 */
position: number, };

export type ExpiredRecord = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Its name.
 */
ledger_label: string, 
/**
 * Record id.
 */
id: number, 
/**
 * What names it; no personal data.
 */
title: string, 
/**
 * When its case ended.
 */
ended_on: string, 
/**
 * Until when it was to be kept.
 */
kept_until: string, 
/**
 * Files attached to it, erased with it.
 */
files: number, 
/**
 * Letters whose words are erased with it.
 */
letters: number, };

export type Explanation = { 
/**
 * Day by day, the day of the beginning left out.
 */
steps: Array<Step>, 
/**
 * In one sentence.
 */
text: string, 
/**
 * 「2027 年安排未入库，按周末推算」, where it is so.
 */
note: string | null, };

export type Failure = { 
/**
 * Stable, dotted, never shown alone: `record.incomplete`, `database.newer`.
 */
code: string, 
/**
 * What happened.
 */
message: string, 
/**
 * What to do next; empty where nothing helps.
 */
hint: string, 
/**
 * Field id to what is wrong with that field, for a form.
 */
fields: { [key in string]: string }, };

export type Fee = { 
/**
 * What it was charged by.
 */
basis: Basis, 
/**
 * 元.
 */
amount: number, 
/**
 * Tier by tier, the free one too.
 */
steps: Array<FeeStep>, 
/**
 * In one sentence.
 */
text: string, };

export type FeeAsked = { 
/**
 * When the application was received.
 */
received_on: string, 
/**
 * 按件 or 按量.
 */
basis: Basis, 
/**
 * 减免, in 元.
 */
reduction: number, 
/**
 * Why.
 */
reason: string, };

export type FeeStep = { 
/**
 * First of the tier that is charged here.
 */
from: number, 
/**
 * Last of it.
 */
to: number, 
/**
 * 元 for each.
 */
price: number, 
/**
 * 元.
 */
amount: number, };

export type Field = { 
/**
 * Stable; the column's name in the database.
 */
id: string, 
/**
 * On the form and over the column.
 */
label: string, 
/**
 * What it holds.
 */
kind: FieldKind, 
/**
 * A record without it is not kept.
 */
required: boolean, 
/**
 * A column of the list.
 */
listed: boolean, 
/**
 * Offered as a filter.
 */
filtered: boolean, 
/**
 * Personal data: in a table of its own, masked in lists.
 */
personal: boolean, 
/**
 * Column width in the list, px.
 */
width: number, 
/**
 * Form width: 1 half a row, 2 a row.
 */
span: number, 
/**
 * A line under the field.
 */
help: string | null, };

export type FieldKind = { "type": "text", 
/**
 * Characters.
 */
max: number, } | { "type": "long_text", 
/**
 * Characters.
 */
max: number, } | { "type": "date" } | { "type": "integer", 
/**
 * Smallest allowed.
 */
min: number, } | { "type": "money" } | { "type": "flag" } | { "type": "choice", 
/**
 * In the order of the form.
 */
choices: Array<Choice>, } | { "type": "entry", 
/**
 * Which.
 */
catalogue: CatalogueId, } | { "type": "entries", 
/**
 * Which.
 */
catalogue: CatalogueId, } | { "type": "publications" } | { "type": "link" } | { "type": "attachment" };

export type Figure = { 
/**
 * Stable id.
 */
id: string, 
/**
 * Part id.
 */
part: string, 
/**
 * Name.
 */
label: string, 
/**
 * Unit.
 */
unit: string, 
/**
 * From the records; `None` where no ledger holds it.
 */
counted: Quantity | null, 
/**
 * By hand; wins over the count, both stay visible.
 */
entered: Entered | null, 
/**
 * The one in force.
 */
value: Quantity, 
/**
 * In a sentence, exactly.
 */
text: string, 
/**
 * In a sentence, rounded down.
 */
about: string, 
/**
 * How it is counted.
 */
how: string, 
/**
 * The records.
 */
behind: RecordsBehind | null, 
/**
 * Defined by the office.
 */
custom: boolean, 
/**
 * What kind of value is in force.
 */
kind: FigureKind, 
/**
 * Where it stands in a table; `None` for a figure of the text.
 */
place: CellPlace | null, 
/**
 * Ids of what it adds up; a cell that adds up is never an input.
 */
sum: Array<string>, 
/**
 * What last year's locked report makes of it.
 */
carried: Quantity | null, 
/**
 * Last year's value.
 */
last: Quantity | null, 
/**
 * Decimals allowed.
 */
decimals: number, };

export type FigureChange = { 
/**
 * `YYYY-MM-DDTHH:MM:SS`
 */
at: string, 
/**
 * Who kept the records at the time; may be empty.
 */
by: string, 
/**
 * Before; `None`: as counted.
 */
old: Quantity | null, 
/**
 * After; `None`: as counted again.
 */
new: Quantity | null, 
/**
 * Why.
 */
reason: string, };

export type FigureDefinition = { 
/**
 * Part it is shown in.
 */
part: string, 
/**
 * Name.
 */
label: string, 
/**
 * Unit.
 */
unit: string, 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Which records.
 */
filter: { [key in string]: Array<string> }, };

export type FigureEntry = { 
/**
 * Year.
 */
year: number, 
/**
 * Figure id.
 */
figure: string, 
/**
 * The value.
 */
value: Quantity, 
/**
 * Why the office knows better; required.
 */
reason: string, };

export type FigureId = { 
/**
 * Figure id.
 */
id: string, };

export type FigureKind = "counted" | "computed" | "carried" | "entered" | "blank";

export type FigureOfYear = { 
/**
 * Year.
 */
year: number, 
/**
 * Figure id.
 */
figure: string, };

export type FileKind = "pdf" | "docx" | "html" | "xlsx";

export type FilePath = { 
/**
 * Its full path.
 */
path: string, };

export type FileRequest = { 
/**
 * Which.
 */
paper: Paper, 
/**
 * As what.
 */
kind: FileKind, };

export type FileSet = { 
/**
 * Its full path.
 */
path: string, 
/**
 * Its name in the export folder.
 */
folder: string, 
/**
 * In order.
 */
files: Array<SetFile>, };

export type Filing = { 
/**
 * The day.
 */
due: string, 
/**
 * Days from today; negative when past.
 */
days_left: number, };

export type FilingDraft = { 
/**
 * Year.
 */
year: number, 
/**
 * The settings.
 */
settings: FilingSettings, };

export type FilingSettings = { 
/**
 * 发文机关标志; empty: the office's name.
 */
issuer: string, 
/**
 * 发文字号, as 「下政发〔2026〕3号」.
 */
number: string, 
/**
 * 签发人, several parted by 「、」.
 */
signers: string, 
/**
 * 份号; 0: none.
 */
copy_number: number, 
/**
 * 密级和保密期限; empty: none.
 */
secrecy: string, 
/**
 * 紧急程度; empty: none.
 */
urgency: string, 
/**
 * 主送机关; empty: the county's office.
 */
addressee: string, 
/**
 * The report is the document's body instead of its annex.
 */
as_body: boolean, 
/**
 * 联系人 and telephone in 附注; empty: the office's.
 */
note: string, 
/**
 * 抄送机关, parted by 「、」; empty: none.
 */
copies: string, 
/**
 * 印发机关; empty: the office's own 党政办.
 */
printer: string, 
/**
 * 印发日期, `YYYY-MM-DD`; empty: the day it is signed.
 */
printed_on: string, };

export type Finding = { 
/**
 * Rule id.
 */
rule: string, 
/**
 * How grave.
 */
severity: Severity, 
/**
 * Which group the rule belongs to.
 */
group: Group, 
/**
 * What is wrong, in a sentence with its numbers.
 */
message: string, 
/**
 * The two sides, where two things are compared.
 */
sides: [Side, Side] | null, 
/**
 * Where; the first is where a click leads.
 */
places: Array<Place>, 
/**
 * On what basis.
 */
basis: string, 
/**
 * What to do.
 */
advice: string, 
/**
 * The same as long as rule, place and values are the same; a 情况说明 belongs to it.
 */
key: string, };

export type FindingOfYear = { 
/**
 * Year.
 */
year: number, 
/**
 * The finding's key.
 */
key: string, };

export type FolderPlan = { 
/**
 * Where the data would lie.
 */
path: string, 
/**
 * There are records in it already, which would be used as they are.
 */
has_data: boolean, 
/**
 * Files to copy.
 */
files: number, 
/**
 * Their size.
 */
bytes: number, 
/**
 * What speaks against this place.
 */
warning: string | null, };

export type FontRole = "fang_song" | "xiao_biao_song" | "hei_ti" | "kai_ti" | "song";

export type FormatChoice = { 
/**
 * Every form there is.
 */
options: Array<FormatOption>, 
/**
 * Id of the form that the year calls for.
 */
due: string, 
/**
 * Why another was chosen; empty where it was not.
 */
reason: string, 
/**
 * What to think of where another was chosen.
 */
warning: string | null, };

export type FormatDraft = { 
/**
 * Year.
 */
year: number, 
/**
 * Format id.
 */
format: string, 
/**
 * Why; needed for another form than the year calls for.
 */
reason: string, };

export type FormatOption = { 
/**
 * `2021`
 */
id: string, 
/**
 * Name.
 */
label: string, 
/**
 * The document that prescribes it; may be empty.
 */
basis: string, 
/**
 * First year it is for.
 */
from_year: number, };

export type GridCell = { 
/**
 * The label; empty for a value.
 */
text: string, 
/**
 * Figure id of the value; `None` for a label.
 */
cell: string | null, 
/**
 * Columns covered.
 */
cols: number, 
/**
 * Rows covered.
 */
rows: number, 
/**
 * At the left.
 */
left: boolean, };

export type Group = "identities" | "records" | "dimensions" | "text" | "completeness" | "likeness";

export type GroupView = { 
/**
 * `reply`
 */
id: string, 
/**
 * 答复、告知
 */
label: string, 
/**
 * The pattern that holds.
 */
pattern: string, 
/**
 * The program's own.
 */
standard: string, 
/**
 * The number that the next letter will have; empty where it will have none.
 */
next: string, };

export type Holiday = { 
/**
 * 元旦, 春节, …
 */
name: string, 
/**
 * The days off.
 */
days: Array<string>, };

export type Inline = { "type": "text", 
/**
 * The words.
 */
text: string, } | { "type": "figure", 
/**
 * Figure id.
 */
id: string, 
/**
 * Exactly or rounded down.
 */
shown: Shown, };

export type Known = "program" | "office" | "unknown";

export type Ledger = { 
/**
 * Stable; the table's name in the database.
 */
id: string, 
/**
 * 主动公开信息
 */
label: string, 
/**
 * For the rail: 主动公开
 */
short: string, 
/**
 * 条, 件, 次
 */
unit: string, 
/**
 * What the ledger is for, for its empty page.
 */
help: string, 
/**
 * The field that names a record.
 */
title_field: string, 
/**
 * What the list's date is: 公开日期
 */
date_label: string, 
/**
 * The form, block by block.
 */
sections: Array<Section>, 
/**
 * Every field.
 */
fields: Array<Field>, };

export type LedgerCount = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Ledger name.
 */
label: string, 
/**
 * Unit.
 */
unit: string, 
/**
 * This year.
 */
count: number, 
/**
 * Last year.
 */
previous: number, };

export type LedgerExport = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Year.
 */
year: number, 
/**
 * With the fields that hold personal data, unmasked.
 */
personal: boolean, };

export type LedgerMonths = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Ledger name.
 */
label: string, 
/**
 * January to December.
 */
counts: Array<number>, };

export type LedgerRecord = { 
/**
 * Row id within its ledger.
 */
id: number, 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Every field of the ledger; empty ones are null.
 */
values: { [key in string]: Value }, 
/**
 * `YYYY-MM-DDTHH:MM:SS`, local time.
 */
created_at: string, 
/**
 * Likewise.
 */
updated_at: string, 
/**
 * When it went into the recycle bin.
 */
deleted_at: string | null, };

export type LetterDraft = { 
/**
 * Its id.
 */
id: number, 
/**
 * What was typed into its places, dates as `2026-10-15`.
 */
values: { [key in string]: string }, 
/**
 * Own title; none: the template's.
 */
title: string | null, 
/**
 * Own body, a paragraph a line; none: the template's.
 */
text: string | null, 
/**
 * The day it bears.
 */
on: string, 
/**
 * Own number; none: the next one.
 */
number: string | null, 
/**
 * Whether issuing it is entered as a step of the case.
 */
step: boolean, };

export type LetterField = { 
/**
 * As it stands between braces.
 */
name: string, 
/**
 * What belongs there.
 */
help: string, 
/**
 * How it is filled in.
 */
kind: PlaceKind, 
/**
 * What it starts with.
 */
given: string, };

export type LetterId = { 
/**
 * Its id.
 */
id: number, };

export type LetterKind = { 
/**
 * Which letter: `reply.granted`.
 */
id: string, 
/**
 * 答复书：予以公开（提供）
 */
label: string, 
/**
 * What it belongs to: 答复、告知.
 */
group: string, 
/**
 * Where the case stands, it is one of those that come next.
 */
next: boolean, };

export type LetterPlace = { 
/**
 * 理由
 */
name: string, 
/**
 * What belongs there.
 */
help: string, 
/**
 * How it is filled in.
 */
kind: PlaceKind, 
/**
 * What is in it, dates as `2026-10-15`.
 */
value: string, 
/**
 * Where it is empty, its words are left out.
 */
optional: boolean, };

export type LetterPrint = { 
/**
 * Which.
 */
id: number, 
/**
 * How.
 */
setup: PrintSetup, };

export type LetterRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * 延期告知书
 */
label: string, 
/**
 * How far it is.
 */
stage: LetterStage, 
/**
 * 文号, once issued; may be empty.
 */
number: string, 
/**
 * The day it bears, once issued; the day it was begun before.
 */
on: string, 
/**
 * Why it was voided; empty where it was not.
 */
void_reason: string, 
/**
 * Its words were erased with the personal data of the case.
 */
erased: boolean, };

export type LetterSettings = { 
/**
 * 机关代字: 下政.
 */
code: string, 
/**
 * 行政复议机关: for a township the county's government (行政复议法第二十四条).
 */
reviewing: string, 
/**
 * 管辖法院.
 */
court: string, 
/**
 * Where papers are handed in.
 */
address: string, 
/**
 * 联系人; empty: the office's.
 */
contact: string, 
/**
 * Telephone; empty: the office's.
 */
phone: string, 
/**
 * Where fees are paid: an account, or a counter. A fee notice starts with it.
 */
payment: string, 
/**
 * Pattern of 文号 by group.
 */
patterns: { [key in string]: string }, 
/**
 * Own words by letter.
 */
words: { [key in string]: OwnWords }, 
/**
 * Own words of the clauses on what can be done.
 */
remedies: { [key in string]: string }, };

export type LetterSettingsView = { 
/**
 * As they are kept: empty where the office has set nothing.
 */
kept: LetterSettings, 
/**
 * With what the office's profile suggests in the place of what is empty.
 */
completed: LetterSettings, 
/**
 * How letters are numbered.
 */
groups: Array<GroupView>, 
/**
 * Every letter.
 */
templates: Array<TemplateView>, 
/**
 * Clauses on what can be done.
 */
remedies: Array<RemedyView>, };

export type LetterStage = "draft" | "issued" | "void";

export type LetterView = { 
/**
 * Its id.
 */
id: number, 
/**
 * Record id of its application.
 */
application: number, 
/**
 * Which letter: `reply.granted`.
 */
template: string, 
/**
 * 答复书：予以公开（提供）
 */
label: string, 
/**
 * How far it is.
 */
stage: LetterStage, 
/**
 * The day it bears.
 */
on: string, 
/**
 * Its number, or the one it will have; empty where such letters have none.
 */
number: string, 
/**
 * The number was chosen by the clerk.
 */
own_number: boolean, 
/**
 * Its title.
 */
title: string, 
/**
 * The title was changed by the clerk.
 */
own_title: boolean, 
/**
 * To whom, without the colon.
 */
addressee: string, 
/**
 * Its body, a paragraph a line; what is not filled in stands as `{理由}`.
 */
text: string, 
/**
 * The body was changed by the clerk, and no longer follows the template.
 */
own_text: boolean, 
/**
 * The clerk's places.
 */
places: Array<LetterPlace>, 
/**
 * What is still to be filled in, in a sentence; empty where nothing is.
 */
missing: string, 
/**
 * What to look at before it leaves, a sentence each; nothing that keeps it from leaving.
 */
remarks: Array<string>, 
/**
 * The step of the case that issuing it enters: 要求补正; none where it enters none.
 */
step: string | null, 
/**
 * Whether it is to be entered.
 */
with_step: boolean, 
/**
 * Why it cannot be entered now.
 */
step_problem: Failure | null, 
/**
 * When it was issued.
 */
issued_at: string | null, 
/**
 * Why it was voided.
 */
void_reason: string | null, 
/**
 * Its words were erased with the personal data of the case.
 */
erased: boolean, };

export type Limit = { 
/**
 * What has to happen: 告知补正, 第三方提出意见, 缴费.
 */
what: string, 
/**
 * By when.
 */
due: string, 
/**
 * Why.
 */
explanation: Explanation | null, 
/**
 * Whether the day has passed.
 */
passed: boolean, };

export type LocalHolidays = { 
/**
 * All of them, in place of those before.
 */
holidays: Array<Holiday>, };

export type LogPage = { 
/**
 * From 1.
 */
page: number, };

export type LookLine = { 
/**
 * `YYYY-MM-DDTHH:MM:SS`
 */
at: string, 
/**
 * 查看, 打开文书, 到期删除.
 */
what: string, 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Its name.
 */
ledger_label: string, 
/**
 * Record id.
 */
record: number, 
/**
 * What names the record, never a person; empty where it is gone.
 */
title: string, 
/**
 * 证件号码; or the letter; empty for everything.
 */
field: string, };

export type LookLog = { 
/**
 * Newest first.
 */
lines: Array<LookLine>, 
/**
 * In all.
 */
count: number, 
/**
 * Lines a page.
 */
page_size: number, };

export type MainFigure = { 
/**
 * Figure id.
 */
id: string, 
/**
 * Name.
 */
label: string, 
/**
 * Unit.
 */
unit: string, 
/**
 * As text.
 */
text: string, };

export type Message = { 
/**
 * The sentence.
 */
message: string, };

export type Month = { 
/**
 * Year.
 */
year: number, 
/**
 * 1–12.
 */
month: number, };

export type MonthDay = { 
/**
 * The day.
 */
day: string, 
/**
 * What kind of day.
 */
kind: DayKind, };

export type MonthView = { 
/**
 * From the first to the last.
 */
days: Array<MonthDay>, 
/**
 * Whether the year's notice is known.
 */
known: boolean, };

export type Moved = { 
/**
 * Ledger of the record.
 */
ledger: string | null, 
/**
 * The record, or the year of the report.
 */
id: number, 
/**
 * 登记号 and what it is about.
 */
title: string, 
/**
 * 答复, 公开, …
 */
what: string, 
/**
 * The last day before.
 */
before: string, 
/**
 * The last day now.
 */
after: string, };

export type Narrative = { 
/**
 * In order.
 */
blocks: Array<Block>, };

export type NarrativeDraft = { 
/**
 * Year.
 */
year: number, 
/**
 * Part id.
 */
part: string, 
/**
 * The text.
 */
narrative: Narrative, };

export type Nearness = "overdue" | "today" | "soon" | "later";

export type NewEvent = { 
/**
 * Record id.
 */
id: number, 
/**
 * What happened.
 */
event: Event, 
/**
 * Put it where its day belongs, not at the end: something was forgotten.
 */
by_date: boolean, };

export type NewLetter = { 
/**
 * Record id of the application.
 */
application: number, 
/**
 * Which letter: `reply.granted`.
 */
template: string, };

export type Notice = { 
/**
 * The year it is for.
 */
year: number, 
/**
 * The holidays with their days off.
 */
holidays: Array<Holiday>, 
/**
 * Saturdays and Sundays that are worked (调休上班).
 */
workdays: Array<string>, };

export type NoticeText = { 
/**
 * What was pasted or read.
 */
text: string, 
/**
 * Which year it is for, where the clerk has said so.
 */
year: number | null, };

export type NumberToCheck = { 
/**
 * The kind of document, as the ledger of applications names it; none where none was chosen.
 */
identity: string | null, 
/**
 * The number.
 */
number: string, };

export type OfYear = { 
/**
 * Year.
 */
year: number, };

export type Offer = { 
/**
 * Key of the finding it explains.
 */
key: string, 
/**
 * Part it is offered for.
 */
part: string, 
/**
 * The sentence.
 */
sentence: string, };

export type OwnWords = { 
/**
 * Over the letter.
 */
title: string, 
/**
 * The body with its places, a paragraph a line; for applications under the present decree.
 */
text: string, };

export type PageNumberPlace = "outside" | "center" | "none";

export type Paper = { 
/**
 * Year.
 */
year: number, 
/**
 * A locked version; `None`: the report as it stands.
 */
version?: number | null, 
/**
 * Which edition; without: the report itself.
 */
edition?: Edition, };

export type Part = { 
/**
 * Stable id.
 */
id: string, 
/**
 * 「一、」; empty for the preamble.
 */
number: string, 
/**
 * Heading; empty for the preamble.
 */
heading: string, 
/**
 * What belongs here.
 */
help: string, 
/**
 * The text.
 */
narrative: Narrative, 
/**
 * Edited by the office; else still the starter.
 */
written: boolean, 
/**
 * Last saved.
 */
saved_at: string | null, 
/**
 * Ids of the figures shown beside it.
 */
figures: Array<string>, 
/**
 * Ids of its tables.
 */
tables: Array<string>, 
/**
 * Has tables and, unless the office writes one, no text.
 */
tables_only: boolean, 
/**
 * Behind the signature, on a page of its own.
 */
annex: boolean, };

export type PartMark = { 
/**
 * Part id.
 */
part: string, 
/**
 * How it stands.
 */
state: PartState, 
/**
 * Errors in it that nobody has explained.
 */
errors: number, 
/**
 * Warnings in it that nobody has explained.
 */
warnings: number, 
/**
 * What is missing, a sentence each.
 */
missing: Array<string>, };

export type PartOfYear = { 
/**
 * Year.
 */
year: number, 
/**
 * Part id.
 */
part: string, };

export type PartState = "empty" | "errors" | "warnings" | "done";

export type PastCaseEvent = { 
/**
 * 要求补正 2025年9月28日
 */
text: string, 
/**
 * When it was put right or taken back.
 */
replaced_at: string, };

export type Pause = { 
/**
 * The day it begins; itself still counted.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * What for, as the explanation says it: 征求第三方意见.
 */
why: string, };

export type Payable = { 
/**
 * By the measure.
 */
fee: Fee, 
/**
 * 减免, in 元.
 */
reduction: number, 
/**
 * Why; empty without one.
 */
reason: string, 
/**
 * To be paid, in 元.
 */
amount: number, };

export type PersonalChoice = "mask" | "keep";

export type PersonalDecision = { 
/**
 * What.
 */
choice: PersonalChoice, 
/**
 * Why it is kept; empty where it is masked.
 */
reason: string, 
/**
 * `YYYY-MM-DDTHH:MM:SS`.
 */
at: string, 
/**
 * The office's 拟稿人 at the time; may be empty.
 */
by: string, };

export type PersonalDraft = { 
/**
 * Which edition of which report.
 */
paper: Paper, 
/**
 * The finding's key.
 */
key: string, 
/**
 * What; `None` takes the decision back.
 */
choice: PersonalChoice | null, 
/**
 * Why it is kept.
 */
reason: string, };

export type PersonalFinding = { 
/**
 * Names what was found and where, without saying it.
 */
key: string, 
/**
 * Part id; `None` where it is no part's text: the title, 附注.
 */
part: string | null, 
/**
 * Where, in words.
 */
place: string, 
/**
 * What it is.
 */
kind: PersonalKind, 
/**
 * What it is, in words.
 */
kind_label: string, 
/**
 * The words around it, masked.
 */
quote: string, 
/**
 * Itself, masked.
 */
masked: string, 
/**
 * How often it stands there.
 */
times: number, 
/**
 * What was decided; `None`: nothing yet.
 */
decision: PersonalDecision | null, };

export type PersonalKind = "id_number" | "mobile" | "bank_card" | "dwelling" | "email";

export type Place = { "type": "figure", 
/**
 * Figure id.
 */
id: string, } | { "type": "text", 
/**
 * Part id.
 */
part: string, 
/**
 * The words, as they stand there.
 */
quote: string, } | { "type": "records", 
/**
 * Which.
 */
behind: RecordsBehind, } | { "type": "record", 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Record id.
 */
id: number, 
/**
 * Its title.
 */
title: string, } | { "type": "setting", 
/**
 * Which.
 */
name: string, };

export type PlaceKind = "text" | "long" | "date" | "number";

export type Possible = { 
/**
 * The event with what a form starts from.
 */
event: Event, 
/**
 * On the button: 要求补正, 延期.
 */
label: string, 
/**
 * Why it cannot be, in a sentence; none where it can.
 */
refused: string | null, 
/**
 * For a decision, the outcomes that can be taken; empty for other steps.
 */
outcomes: Array<string>, 
/**
 * Last day for the step, where the law sets one.
 */
by: string | null, };

export type Preview = { 
/**
 * Names the pages; changes with every change of the report.
 */
key: string, 
/**
 * How many.
 */
pages: number, 
/**
 * Size of the PDF.
 */
bytes: number, };

export type PrintRequest = { 
/**
 * Which report.
 */
paper: Paper, 
/**
 * How.
 */
setup: PrintSetup, };

export type PrintSetup = { 
/**
 * Printer; `None`: the default one. Windows asks in its own dialog.
 */
printer: string | null, 
/**
 * How many times; 0 counts as 1.
 */
copies: number, 
/**
 * 「1-3,5」; empty: all pages.
 */
pages: string, 
/**
 * On one side only, instead of both by the long edge.
 */
single_sided: boolean, };

export type Printer = { 
/**
 * Its name in the system.
 */
name: string, 
/**
 * The system's default.
 */
default: boolean, };

export type Printers = { 
/**
 * What there is to choose from; empty where the system asks by itself.
 */
printers: Array<Printer>, 
/**
 * The system shows its own dialog.
 */
system_dialog: boolean, 
/**
 * Why nothing can be printed; `None` where it can.
 */
unavailable: string | null, };

export type Profile = { 
/**
 * 机关全称, signs the report: 下达河乡人民政府.
 */
name: string, 
/**
 * 规范简称, heads the title: 下达河乡.
 */
short: string, 
/**
 * How the report speaks of the office: 我乡, 我镇, 本街道.
 */
self_name: string, 
/**
 * The office it files with: ××县人民政府办公室.
 */
county: string, 
/**
 * Office code in the 索引号.
 */
code: string, 
/**
 * Pattern of the 索引号, see [`crate::index_number`].
 */
index_pattern: string, 
/**
 * `MM-DD` of the following year by which the county wants the report. 条例第四十九条 names no day
 * for a township; the county's notice does.
 */
filing_day: string, 
/**
 * 拟稿人, offered for new records.
 */
drafter: string, 
/**
 * 审核人, likewise.
 */
reviewer: string, 
/**
 * 签发人, likewise.
 */
approver: string, 
/**
 * Contact for the county.
 */
contact: string, 
/**
 * The contact's office telephone.
 */
phone: string, };

export type Publication = { 
/**
 * The channel's name in the catalogue.
 */
channel: string, 
/**
 * Its own date; `None`: the item's publication date.
 */
on: string | null, };

export type Quantity = { "kind": "exact", "value": string } | { "kind": "at_least", "value": string } | { "kind": "blank" } | { "kind": "not_applicable" };

export type RareCharacter = { 
/**
 * The character.
 */
character: string, 
/**
 * `U+9555`
 */
code: string, 
/**
 * The font it should be in.
 */
wanted: string, 
/**
 * The font that draws it.
 */
used: string, 
/**
 * The first page with it, from 1.
 */
page: number, };

export type Recognised = { 
/**
 * The days.
 */
notice: Notice, 
/**
 * What did not agree or was not found, in sentences.
 */
doubts: Array<string>, };

export type RecordDraft = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * `None`: a new one.
 */
id: number | null, 
/**
 * As the form holds them; personal data that still shows its mask stays as it was.
 */
values: { [key in string]: Value }, 
/**
 * A number that cannot be right by its check character is kept all the same.
 */
confirmed?: boolean, };

export type RecordField = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Record id.
 */
id: number, 
/**
 * Field id.
 */
field: string, };

export type RecordId = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Record id.
 */
id: number, };

export type RecordIds = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Record ids.
 */
ids: Array<number>, };

export type RecordPage = { 
/**
 * This page's records.
 */
rows: Array<LedgerRecord>, 
/**
 * Of all pages.
 */
count: number, 
/**
 * Over all pages.
 */
totals: Array<Total>, };

export type RecordQuery = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * `None`: all years.
 */
year: number | null, 
/**
 * 1–12, within `year`.
 */
month: number | null, 
/**
 * See [`Filter`].
 */
filter: { [key in string]: Array<string> }, 
/**
 * Words to be found in the record's texts; blanks separate words, all must be there.
 */
search: string, 
/**
 * `None`: newest first.
 */
sort: Sort | null, 
/**
 * From 0.
 */
page: number, 
/**
 * 1–500.
 */
page_size: number, };

export type RecordsBehind = { 
/**
 * Ledger id.
 */
ledger: string, 
/**
 * Year.
 */
year: number, 
/**
 * Filter.
 */
filter: { [key in string]: Array<string> }, };

export type Remedy = { 
/**
 * 行政复议: 60 days.
 */
reconsideration_until: string, 
/**
 * 行政诉讼: six months.
 */
litigation_until: string, };

export type RemedyView = { 
/**
 * `choice`
 */
id: string, 
/**
 * 可以复议，也可以直接起诉
 */
label: string, 
/**
 * The words that hold.
 */
say: string, 
/**
 * The program's own.
 */
standard: string, };

export type Report = { 
/**
 * Year.
 */
year: number, 
/**
 * Format id.
 */
format: string, 
/**
 * Format name.
 */
format_label: string, 
/**
 * Title on paper, in one line.
 */
title: string, 
/**
 * Its lines where the office breaks it by hand; else one line, broken on paper.
 */
title_lines: Array<string>, 
/**
 * Who signs.
 */
signature_office: string, 
/**
 * 成文日期
 */
signed_on: string, 
/**
 * First day of the period.
 */
period_from: string, 
/**
 * Last day of the period.
 */
period_to: string, 
/**
 * In order.
 */
parts: Array<Part>, 
/**
 * All figures.
 */
figures: Array<Figure>, 
/**
 * The statutory tables, in order.
 */
tables: Array<TableView>, 
/**
 * How the form was chosen.
 */
format_choice: FormatChoice, 
/**
 * Which version this is.
 */
version: VersionInfo, 
/**
 * The office says that every disclosed item has its category.
 */
categories_complete: boolean, 
/**
 * Locked years are read-only.
 */
locked: boolean, };

export type Retention = { 
/**
 * Years after a case has ended; 0: for ever.
 */
years: number, };

export type RetentionView = { 
/**
 * Years after a case has ended; 0: for ever.
 */
years: number, 
/**
 * What can be erased today, the oldest first.
 */
expired: Array<ExpiredRecord>, };

export type Retirement = { 
/**
 * Entry id.
 */
id: number, 
/**
 * Retired from now on.
 */
retired: boolean, };

export type RowView = { 
/**
 * Repeated on every page.
 */
head: boolean, 
/**
 * From the left.
 */
cells: Array<GridCell>, };

export type Saved = { 
/**
 * `YYYY-MM-DDTHH:MM:SS`
 */
saved_at: string, };

export type Section = { 
/**
 * Its heading.
 */
label: string, 
/**
 * Field ids, in order.
 */
fields: Array<string>, };

export type SetFile = { 
/**
 * What it is, on screen: 「报送稿 Word」.
 */
label: string, 
/**
 * Which edition.
 */
edition: Edition, 
/**
 * As what.
 */
kind: FileKind, };

export type SetFileRequest = { 
/**
 * The folder's name, as [`plan`] answered it.
 */
folder: string, 
/**
 * Which report.
 */
paper: Paper, 
/**
 * As what.
 */
kind: FileKind, };

export type SettingsDraft = { 
/**
 * Year.
 */
year: number, 
/**
 * Title on paper; a new line breaks it there.
 */
title: string, 
/**
 * 成文日期, `YYYY-MM-DD`.
 */
signed_on: string, 
/**
 * Every disclosed item has its category.
 */
categories_complete: boolean, };

export type Setup = { 
/**
 * The office; not used with the sample.
 */
profile: Profile, 
/**
 * Fill with the sample office.
 */
sample: boolean, };

export type Severity = "error" | "warning" | "hint";

export type Shown = "exact" | "about";

export type Side = { 
/**
 * 新收与上年结转之和
 */
label: string, 
/**
 * 12
 */
value: string, };

export type Sort = { 
/**
 * Field id.
 */
field: string, 
/**
 * Largest first.
 */
descending: boolean, };

export type Start = { 
/**
 * No office has been set up in this folder yet.
 */
first_run: boolean, 
/**
 * The office.
 */
profile: Profile | null, 
/**
 * The year to work on.
 */
year: number, 
/**
 * Years that have records or a report, newest first.
 */
years: Array<number>, 
/**
 * Today.
 */
today: string, 
/**
 * Where the records lie.
 */
data_dir: string, 
/**
 * Where exported files go.
 */
export_dir: string, 
/**
 * The program's version.
 */
version: string, };

export type State = { 
/**
 * Which decree it is under.
 */
decree: Decree, 
/**
 * The day of receipt.
 */
received_on: string, 
/**
 * Where it stands.
 */
status: Status, 
/**
 * The same in words.
 */
status_label: string, 
/**
 * Last day without the extension.
 */
first_due: string | null, 
/**
 * Last day for the answer; none while the clock stands still with no end in sight.
 */
due: string | null, 
/**
 * Working days left; 0 on the last day, negative after it. None once the case is over.
 */
days_left: number | null, 
/**
 * Whether the answer is, or was, late.
 */
overdue: boolean, 
/**
 * Whether the answer was delivered in time; none before that.
 */
on_time: boolean | null, 
/**
 * One of the outcomes of the 2021 table.
 */
outcome: string | null, 
/**
 * The day of the decision or of the withdrawal.
 */
decided_on: string | null, 
/**
 * The day that counts as its delivery.
 */
delivered_on: string | null, 
/**
 * Working days it was put off by.
 */
extended_by: number, 
/**
 * Time that was taken out.
 */
pauses: Array<Pause>, 
/**
 * Other terms that run now.
 */
limits: Array<Limit>, 
/**
 * What was done late or left out.
 */
faults: Array<string>, 
/**
 * Why it is due when it is.
 */
explanation: Explanation, 
/**
 * Where the delivery was signed for.
 */
remedy: Remedy | null, };

export type Status = "handling" | "awaiting_correction" | "correction_lapsed" | "consulting" | "awaiting_reasons" | "awaiting_payment" | "payment_lapsed" | "decided" | "closed" | "withdrawn";

export type Step = { 
/**
 * The day.
 */
day: string, 
/**
 * What kind of day it is.
 */
kind: DayKind, 
/**
 * Which working day it is; none where it is not counted.
 */
number: number | null, 
/**
 * In words: 第3个工作日, 国庆节放假, 征求第三方意见，不计.
 */
label: string, };

export type Style = { 
/**
 * Width of the paper.
 */
paper_width: number, 
/**
 * Height of the paper.
 */
paper_height: number, 
/**
 * 天头, white above the type area.
 */
margin_top: number, 
/**
 * White right of the type area.
 */
margin_right: number, 
/**
 * White under the type area.
 */
margin_bottom: number, 
/**
 * 订口, white left of the type area.
 */
margin_left: number, 
/**
 * Characters a line. The pitch of the characters is the width of the type area over
 * this number.
 */
chars_per_line: number, 
/**
 * Lines a page, spread over the height of the type area.
 */
lines_per_page: number, 
/**
 * 固定行距: the pitch of the lines in points, where an office counts by it. A page then holds as many lines
 * as have room, whatever `lines_per_page` says.
 */
line_pitch_pt: number | null, 
/**
 * Size of body, headings, salutation and signature: 3 号.
 */
body_pt: number, 
/**
 * Indent of a paragraph's first line, in characters (7.3.3).
 */
first_indent: number, 
/**
 * White between a Chinese character and a Latin word or number, in characters; a quarter at the most.
 */
latin_gap: number, 
/**
 * Font of the title: 小标宋.
 */
title_font: FontRole, 
/**
 * Size of the title: 2 号.
 */
title_pt: number, 
/**
 * Empty lines above the title (7.3.1).
 */
title_rows_above: number, 
/**
 * Empty lines between title and text (7.3.2).
 */
title_rows_below: number, 
/**
 * Heading level 3 bold. The standard asks for none; some offices want it.
 */
heading3_bold: boolean, 
/**
 * Largest size of 发文机关标志; a long name is set smaller, so that it fits (7.2.4). The standard leaves
 * the size to the office.
 */
issuer_pt: number, 
/**
 * From the upper edge of the type area to that of 发文机关标志 (7.2.4).
 */
issuer_drop: number, 
/**
 * 版记 begins no odd page: the last page is the back of a leaf (7.4, 7.5).
 */
imprint_on_even_page: boolean, 
/**
 * Size of 版记: 4 号.
 */
imprint_pt: number, 
/**
 * Size of the text in tables: 小四.
 */
table_pt: number, 
/**
 * Size of a table's caption: 4 号.
 */
caption_pt: number, 
/**
 * Where the page number stands.
 */
page_number: PageNumberPlace, 
/**
 * Size of the page number: 4 号.
 */
page_number_pt: number, 
/**
 * From the foot of the type area to the top of the page number's dashes (7.5).
 */
page_number_drop: number, };

export type StyleShown = { 
/**
 * The style in use.
 */
style: Style, 
/**
 * What GB/T 9704—2012 says.
 */
standard: Style, 
/**
 * Where the one is not the other.
 */
departures: Array<Departure>, };

export type StyleTrial = { 
/**
 * The report it is tried on.
 */
year: number, 
/**
 * The style.
 */
style: Style, };

export type StyleTried = { 
/**
 * Its pages.
 */
preview: Preview, 
/**
 * Where the style is not the standard's.
 */
departures: Array<Departure>, };

export type TableView = { 
/**
 * Table id.
 */
id: string, 
/**
 * Part id.
 */
part: string, 
/**
 * Name.
 */
name: string, 
/**
 * Shares of the whole width.
 */
widths: Array<number>, 
/**
 * From the top.
 */
rows: Array<RowView>, 
/**
 * Begins on a page of its own on paper.
 */
own_page: boolean, 
/**
 * Lines under it, filled in by hand.
 */
footer: Array<string>, };

export type TakeOver = { 
/**
 * Into this year.
 */
year: number, 
/**
 * From this year.
 */
from: number, 
/**
 * Part id.
 */
part: string, };

export type TemplateView = { 
/**
 * `reply.granted`
 */
id: string, 
/**
 * 答复书：予以公开（提供）
 */
label: string, 
/**
 * What it belongs to.
 */
group: string, 
/**
 * The words that hold.
 */
words: OwnWords, 
/**
 * The program's own.
 */
standard: OwnWords, 
/**
 * The office has changed them.
 */
own: boolean, 
/**
 * Its articles.
 */
basis: string, 
/**
 * Places that the clerk fills in.
 */
fields: Array<LetterField>, };

export type Term = { 
/**
 * What kind.
 */
kind: TermKind, 
/**
 * Ledger of the record; none for the report.
 */
ledger: string | null, 
/**
 * The record, or the year of the report.
 */
id: number, 
/**
 * The year in whose list the record stands.
 */
year: number, 
/**
 * 登记号, 编号; may be empty.
 */
number: string, 
/**
 * What it is about; never personal data.
 */
title: string, 
/**
 * What has to happen: 答复, 第三方（1）提出意见, 公开.
 */
what: string, 
/**
 * Where it stands, for an application.
 */
status: string, 
/**
 * The last day.
 */
due: string, 
/**
 * Working days left; negative after the day.
 */
days_left: number, 
/**
 * How near that is.
 */
nearness: Nearness, 
/**
 * Why that day, in a sentence.
 */
why: string, 
/**
 * 「2027 年安排未入库，按周末推算」, where it is so.
 */
note: string | null, };

export type TermAsked = { 
/**
 * The day of the beginning; not counted.
 */
received: string, 
/**
 * Working days.
 */
days: number, };

export type TermKind = "answer" | "within" | "publication" | "hotline" | "report";

export type Terms = { 
/**
 * The day this was looked at.
 */
today: string, 
/**
 * Everything.
 */
terms: Array<Term>, 
/**
 * What could not be put on a day, in sentences.
 */
left_out: Array<string>, 
/**
 * Years that were counted by weekends.
 */
unlisted: Array<number>, };

export type Todo = { 
/**
 * Stable.
 */
id: string, 
/**
 * A sentence.
 */
text: string, 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * Go to this ledger…
 */
ledger: string | null, 
/**
 * …with this filter.
 */
filter: { [key in string]: Array<string> } | null, 
/**
 * Or to this part of the report.
 */
part: string | null, };

export type Total = { 
/**
 * 合计, 政务公开栏, 电话…
 */
label: string, 
/**
 * Decimal text.
 */
value: string, 
/**
 * 条, 人次, 元…
 */
unit: string, 
/**
 * The filter that shows just these records; `None` where there is none.
 */
filter: { [key in string]: Array<string> } | null, };

export type Trial = { 
/**
 * Year.
 */
year: number, 
/**
 * Cells that would change, sums among them.
 */
values: Array<CellValue>, 
/**
 * What the rules would find.
 */
sheet: CheckSheet, };

export type TrialDraft = { 
/**
 * Year.
 */
year: number, 
/**
 * The cells.
 */
entries: Array<CellEntry>, };

export type Typeface = { 
/**
 * 仿宋, 小标宋, …
 */
role: string, 
/**
 * What it is used for on paper.
 */
used_for: string, 
/**
 * Its name.
 */
family: string, 
/**
 * Its file.
 */
path: string, 
/**
 * Comes with the program.
 */
shipped: boolean, 
/**
 * Why it was taken.
 */
why: string, };

export type Typefaces = { 
/**
 * By their part on paper.
 */
fonts: Array<Typeface>, 
/**
 * The office's own fonts are left aside.
 */
shipped_only: boolean, 
/**
 * The report's year.
 */
year: number, 
/**
 * Its rare characters.
 */
rare: Array<RareCharacter>, 
/**
 * What keeps the report from paper: a character in no font, with its place.
 */
problem: Failure | null, };

export type TypefacesDraft = { 
/**
 * The report to look at.
 */
year: number, 
/**
 * Only fonts that come with the program.
 */
shipped_only: boolean, };

export type Value = null | boolean | number | string | Array<string> | Array<Publication> | Attachment;

export type Version = { 
/**
 * 1, 2, …
 */
number: number, 
/**
 * When it was locked; `None` while it is being written.
 */
locked_at: string | null, 
/**
 * Hash of what was frozen.
 */
sha256: string | null, 
/**
 * Why the correction was opened; empty for the first.
 */
reason: string, 
/**
 * When the correction was opened; `None` for the first.
 */
opened_at: string | null, };

export type VersionInfo = { 
/**
 * 1, 2, …
 */
number: number, 
/**
 * When it was locked; `None` while it is being written.
 */
locked_at: string | null, 
/**
 * Hash of what was frozen.
 */
sha256: string | null, 
/**
 * Why the correction was opened; empty for the first.
 */
reason: string, };

export type VersionOfYear = { 
/**
 * Year.
 */
year: number, 
/**
 * Number.
 */
version: number, };

export type VoidLetter = { 
/**
 * Its id.
 */
id: number, 
/**
 * Why.
 */
reason: string, };

export type Waiver = { 
/**
 * The words.
 */
note: string, 
/**
 * `YYYY-MM-DDTHH:MM:SS`
 */
at: string, 
/**
 * Who kept the records at the time; may be empty.
 */
by: string, };

export type WaiverDraft = { 
/**
 * Year.
 */
year: number, 
/**
 * The finding's key.
 */
key: string, 
/**
 * The words.
 */
note: string, };

export type Way = "in_person" | "oral" | "registered" | "letter" | "online" | "fax";

export type WebAddress = { 
/**
 * `http://` or `https://`
 */
url: string, };

export type Year = { 
/**
 * Year.
 */
year: number, };

export type YearSummary = { 
/**
 * Year.
 */
year: number, 
/**
 * Format name.
 */
format_label: string, 
/**
 * Locked.
 */
locked: boolean, 
/**
 * Which version the report is.
 */
version: number, 
/**
 * When it was locked.
 */
locked_at: string | null, 
/**
 * Parts with a text of their own.
 */
parts_written: number, 
/**
 * Parts in all.
 */
parts: number, 
/**
 * Last edit of the report.
 */
edited_at: string | null, 
/**
 * The main figures, the same for every year.
 */
figures: Array<MainFigure>, };

export type Values = LedgerRecord['values']

export type Filter = RecordQuery['filter']

export interface Commands {
  'app.start': { request: null; response: Start }
  'app.setup': { request: Setup; response: Start }
  'profile.save': { request: Profile; response: Start }
  'ledgers.describe': { request: null; response: Array<Ledger> }
  'catalogues.list': { request: null; response: Array<Catalogue> }
  'catalogue.save': { request: EntryDraft; response: Entry }
  'catalogue.retire': { request: Retirement; response: Entry }
  'catalogue.remove': { request: EntryId; response: null }
  'catalogue.order': { request: EntryOrder; response: null }
  'records.list': { request: RecordQuery; response: RecordPage }
  'records.get': { request: RecordId; response: LedgerRecord }
  'records.draft': { request: DraftRequest; response: { [key in string]: Value } }
  'records.save': { request: RecordDraft; response: LedgerRecord }
  'records.delete': { request: RecordIds; response: null }
  'records.restore': { request: RecordIds; response: null }
  'application.case': { request: ApplicationId; response: CaseView }
  'application.event.add': { request: NewEvent; response: CaseView }
  'application.event.change': { request: ChangedEvent; response: CaseView }
  'application.event.remove': { request: EventPlace; response: CaseView }
  'terms.show': { request: null; response: Terms }
  'calendar.show': { request: null; response: CalendarSettings }
  'calendar.month': { request: Month; response: MonthView }
  'calendar.read': { request: NoticeText; response: Recognised }
  'calendar.notice.save': { request: Notice; response: CalendarChange }
  'calendar.notice.remove': { request: OfYear; response: CalendarChange }
  'calendar.local.save': { request: LocalHolidays; response: CalendarChange }
  'calendar.deadline': { request: TermAsked; response: Deadline }
  'fees.reckon': { request: FeeAsked; response: Payable }
  'fees.before': { request: ApplicationId; response: number }
  'letters.of_case': { request: ApplicationId; response: CaseLetters }
  'letters.settings': { request: null; response: LetterSettingsView }
  'letters.settings.save': { request: LetterSettings; response: LetterSettingsView }
  'letter.begin': { request: NewLetter; response: LetterView }
  'letter.show': { request: LetterId; response: LetterView }
  'letter.save': { request: LetterDraft; response: LetterView }
  'letter.drop': { request: LetterId; response: null }
  'letter.issue': { request: LetterDraft; response: LetterView }
  'letter.void': { request: VoidLetter; response: LetterView }
  'privacy.show': { request: RecordField; response: string }
  'privacy.doubt': { request: NumberToCheck; response: string | null }
  'privacy.log': { request: LogPage; response: LookLog }
  'privacy.retention': { request: null; response: RetentionView }
  'privacy.retention.save': { request: Retention; response: RetentionView }
  'privacy.erase': { request: ErasureRequest; response: RetentionView }
  'bin.list': { request: null; response: Array<BinRow> }
  'bin.empty': { request: null; response: null }
  'dashboard.show': { request: Year; response: Dashboard }
  'report.show': { request: Year; response: Report }
  'report.narrative.save': { request: NarrativeDraft; response: Saved }
  'report.narrative.starter': { request: PartOfYear; response: Narrative }
  'report.narrative.of_year': { request: TakeOver; response: Narrative }
  'report.settings.save': { request: SettingsDraft; response: Report }
  'figure.enter': { request: FigureEntry; response: Figure }
  'figure.clear': { request: FigureOfYear; response: Figure }
  'figure.define': { request: FigureDefinition; response: FigureId }
  'figure.undefine': { request: FigureId; response: null }
  'figure.changes': { request: FigureOfYear; response: Array<FigureChange> }
  'cells.enter': { request: CellsDraft; response: CellsSaved }
  'report.try': { request: TrialDraft; response: Trial }
  'report.check': { request: Year; response: CheckSheet }
  'check.waive': { request: WaiverDraft; response: CheckSheet }
  'check.unwaive': { request: FindingOfYear; response: CheckSheet }
  'report.format': { request: FormatDraft; response: Report }
  'report.lock': { request: Year; response: Report }
  'report.reopen': { request: Correction; response: Report }
  'report.versions': { request: Year; response: Array<Version> }
  'report.version': { request: VersionOfYear; response: Report }
  'report.files.plan': { request: Paper; response: FileSet }
  'report.files.write': { request: SetFileRequest; response: null }
  'personal.list': { request: Paper; response: Array<PersonalFinding> }
  'personal.decide': { request: PersonalDraft; response: Array<PersonalFinding> }
  'style.show': { request: null; response: StyleShown }
  'style.save': { request: Style; response: StyleShown }
  'fonts.show': { request: Year; response: Typefaces }
  'fonts.save': { request: TypefacesDraft; response: Typefaces }
  'filing.show': { request: Year; response: FilingSettings }
  'filing.save': { request: FilingDraft; response: FilingSettings }
  'years.list': { request: null; response: Array<YearSummary> }
  'years.open': { request: Year; response: null }
  'preview.make': { request: Paper; response: Preview }
  'preview.style': { request: StyleTrial; response: StyleTried }
  'report.export': { request: FileRequest; response: FilePath }
  'report.export_as': { request: FileRequest; response: FilePath | null }
  'ledger.export': { request: LedgerExport; response: FilePath }
  'letter.preview': { request: LetterId; response: Preview }
  'letter.export': { request: LetterId; response: FilePath }
  'letter.export_as': { request: LetterId; response: FilePath | null }
  'letter.print': { request: LetterPrint; response: Message | null }
  'report.printers': { request: null; response: Printers }
  'report.print': { request: PrintRequest; response: Message | null }
  'shell.reveal': { request: FilePath; response: null }
  'shell.attach': { request: null; response: Attachment | null }
  'shell.open_attachment': { request: Attachment; response: null }
  'shell.open_link': { request: WebAddress; response: null }
  'shell.title': { request: Year; response: null }
  'folder.show': { request: null; response: DataFolder }
  'folder.plan': { request: null; response: FolderPlan | null }
  'folder.move': { request: null; response: DataFolder }
  'folder.remove_before': { request: null; response: Message }
  'folder.keep_before': { request: null; response: null }
  'about.show': { request: null; response: About }
  'about.diagnostics': { request: null; response: Message }
}
