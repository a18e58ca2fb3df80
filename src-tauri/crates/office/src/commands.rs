//! The one list of commands. The window, the terminal and the front end's client come from it.

use domain::calendar::{Deadline, Notice, Recognised};
use domain::fees::Payable;
use domain::figure::Figure;
use domain::letters::LetterSettings;
use domain::narrative::Narrative;
use domain::{Catalogue, Entry, Ledger, Profile, Record, RecordPage, RecordQuery, Values};

use crate::applications::{self, ApplicationId, CaseView, ChangedEvent, EventPlace, NewEvent};
use crate::calendars::{
    self, CalendarChange, CalendarSettings, LocalHolidays, Month, MonthView, NoticeText, OfYear, TermAsked,
};
use crate::catalogues::{self, EntryDraft, EntryId, EntryOrder, Retirement};
use crate::cells::{self, CellsDraft, CellsSaved, Trial, TrialDraft};
use crate::checks::{self, CheckSheet, FindingOfYear, WaiverDraft};
use crate::dashboard::{self, Dashboard};
use crate::editions::{self, FilingDraft, FilingSettings};
use crate::figures::{self, FigureChange, FigureDefinition, FigureEntry, FigureId, FigureOfYear};
use crate::file_set::{self, FileSet, SetFileRequest};
use crate::formats::{self, FormatDraft};
use crate::house_style::{self, StyleShown};
use crate::letters::settings::{self as letter_settings, LetterSettingsView};
use crate::letters::{self, CaseLetters, LetterDraft, LetterId, LetterView, NewLetter, VoidLetter};
use crate::looks::{self, LogPage, LookLog, NumberToCheck, RecordField};
use crate::narratives::{self, NarrativeDraft, PartOfYear, Saved, TakeOver};
use crate::privacy::{self, PersonalDraft, PersonalFinding};
use crate::reckoning::{self, FeeAsked};
use crate::records::{self, BinRow, DraftRequest, RecordDraft, RecordId, RecordIds};
use crate::report::{self, Report, SettingsDraft, Year};
use crate::report_file::Paper;
use crate::retention::{self, ErasureRequest, Retention, RetentionView};
use crate::start::{self, Setup, Start};
use crate::terms::{self, Terms};
use crate::typefaces::{self, Typefaces, TypefacesDraft};
use crate::versions::{self, Correction, Version, VersionOfYear};
use crate::years::{self, YearSummary};
use crate::{Office, ledgers};

crate::declare_commands! { Office;
    "app.start" => start::start: () => Start,
    "app.setup" => start::setup: Setup => Start,
    "profile.save" => start::save_profile: Profile => Start,
    "ledgers.describe" => ledgers::describe: () => Vec<Ledger>,
    "catalogues.list" => catalogues::list: () => Vec<Catalogue>,
    "catalogue.save" => catalogues::save: EntryDraft => Entry,
    "catalogue.retire" => catalogues::retire: Retirement => Entry,
    "catalogue.remove" => catalogues::remove: EntryId => (),
    "catalogue.order" => catalogues::order: EntryOrder => (),
    "records.list" => records::list: RecordQuery => RecordPage,
    "records.get" => records::get: RecordId => Record,
    "records.draft" => records::draft: DraftRequest => Values,
    "records.save" => records::save: RecordDraft => Record,
    "records.delete" => records::delete: RecordIds => (),
    "records.restore" => records::restore: RecordIds => (),
    "application.case" => applications::case: ApplicationId => CaseView,
    "application.event.add" => applications::add_event: NewEvent => CaseView,
    "application.event.change" => applications::change_event: ChangedEvent => CaseView,
    "application.event.remove" => applications::remove_event: EventPlace => CaseView,
    "terms.show" => terms::show: () => Terms,
    "calendar.show" => calendars::show: () => CalendarSettings,
    "calendar.month" => calendars::month: Month => MonthView,
    "calendar.read" => calendars::read: NoticeText => Recognised,
    "calendar.notice.save" => calendars::save_notice: Notice => CalendarChange,
    "calendar.notice.remove" => calendars::remove_notice: OfYear => CalendarChange,
    "calendar.local.save" => calendars::save_local: LocalHolidays => CalendarChange,
    "calendar.deadline" => calendars::deadline: TermAsked => Deadline,
    "fees.reckon" => reckoning::reckon: FeeAsked => Payable,
    "fees.before" => reckoning::before: ApplicationId => u32,
    "letters.of_case" => letters::of_case: ApplicationId => CaseLetters,
    "letters.settings" => letter_settings::show: () => LetterSettingsView,
    "letters.settings.save" => letter_settings::save: LetterSettings => LetterSettingsView,
    "letter.begin" => letters::begin: NewLetter => LetterView,
    "letter.show" => letters::show: LetterId => LetterView,
    "letter.save" => letters::save: LetterDraft => LetterView,
    "letter.drop" => letters::drop: LetterId => (),
    "letter.issue" => letters::issue: LetterDraft => LetterView,
    "letter.void" => letters::void: VoidLetter => LetterView,
    "privacy.show" => looks::show: RecordField => String,
    "privacy.doubt" => looks::doubt: NumberToCheck => Option<String>,
    "privacy.log" => looks::log: LogPage => LookLog,
    "privacy.retention" => retention::show: () => RetentionView,
    "privacy.retention.save" => retention::save: Retention => RetentionView,
    "privacy.erase" => retention::erase: ErasureRequest => RetentionView,
    "bin.list" => records::bin: () => Vec<BinRow>,
    "bin.empty" => records::empty_bin: () => (),
    "dashboard.show" => dashboard::show: Year => Dashboard,
    "report.show" => report::show: Year => Report,
    "report.narrative.save" => narratives::save: NarrativeDraft => Saved,
    "report.narrative.starter" => narratives::starter_of: PartOfYear => Narrative,
    "report.narrative.of_year" => narratives::of_year: TakeOver => Narrative,
    "report.settings.save" => report::save_settings: SettingsDraft => Report,
    "figure.enter" => figures::enter: FigureEntry => Figure,
    "figure.clear" => figures::clear: FigureOfYear => Figure,
    "figure.define" => figures::define: FigureDefinition => FigureId,
    "figure.undefine" => figures::undefine: FigureId => (),
    "figure.changes" => figures::changes: FigureOfYear => Vec<FigureChange>,
    "cells.enter" => cells::enter: CellsDraft => CellsSaved,
    "report.try" => cells::attempt: TrialDraft => Trial,
    "report.check" => checks::run: Year => CheckSheet,
    "check.waive" => checks::waive: WaiverDraft => CheckSheet,
    "check.unwaive" => checks::unwaive: FindingOfYear => CheckSheet,
    "report.format" => formats::choose: FormatDraft => Report,
    "report.lock" => versions::lock: Year => Report,
    "report.reopen" => versions::reopen: Correction => Report,
    "report.versions" => versions::list: Year => Vec<Version>,
    "report.version" => versions::show: VersionOfYear => Report,
    "report.files.plan" => file_set::plan: Paper => FileSet,
    "report.files.write" => file_set::write: SetFileRequest => (),
    "personal.list" => privacy::list: Paper => Vec<PersonalFinding>,
    "personal.decide" => privacy::decide: PersonalDraft => Vec<PersonalFinding>,
    "style.show" => house_style::show: () => StyleShown,
    "style.save" => house_style::save: paper::Style => StyleShown,
    "fonts.show" => typefaces::show: Year => Typefaces,
    "fonts.save" => typefaces::save: TypefacesDraft => Typefaces,
    "filing.show" => editions::show: Year => FilingSettings,
    "filing.save" => editions::save: FilingDraft => FilingSettings,
    "years.list" => years::list: () => Vec<YearSummary>,
    "years.open" => years::open: Year => (),
}
