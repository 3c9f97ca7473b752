//! What can go wrong: a kind and its parameters. The sentences stand in the locale files.

use charts::ChartError;
use domain::programme::Reference;
use domain::programme::uses::{Use, Uses};
use domain::value::fiscal_year::{ReadYear, YearStyle};
use exchange::ExchangeError;
use papers::PaperError;
use store::StoreError;

use crate::texts::{Args, Key, Texts, args, keys};

/// Things a request can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A plan.
    Plan,
    /// A node of the plan tree.
    Node,
    /// A lane.
    Lane,
    /// A bar.
    Bar,
    /// An event in the life of an item.
    LifeEvent,
    /// A text section.
    Section,
    /// A project.
    Project,
    /// A schedule.
    Schedule,
    /// An axis of evaluation.
    Vocabulary,
    /// An evaluator.
    Evaluator,
    /// An indicator.
    Indicator,
    /// A table of effects.
    EffectTable,
    /// A row of a table of effects.
    EffectRow,
    /// A chart.
    Chart,
    /// A meeting.
    Meeting,
    /// A paper.
    Paper,
    /// A step of the history.
    Step,
    /// A level of a plan's tree.
    Level,
    /// A group beside the hierarchy.
    Group,
    /// A term of a vocabulary.
    Term,
    /// A formula of 達成率.
    Rate,
    /// An office.
    Office,
    /// A reorganisation.
    Reorganisation,
    /// An accepted finding.
    Acceptance,
}

impl Thing {
    /// The word for it.
    pub fn key(self) -> Key {
        match self {
            Self::Plan => keys::MEANT_PLAN,
            Self::Node => keys::MEANT_NODE,
            Self::Lane => keys::MEANT_LANE,
            Self::Bar => keys::MEANT_BAR,
            Self::LifeEvent => keys::MEANT_LIFE_EVENT,
            Self::Section => keys::MEANT_SECTION,
            Self::Schedule => keys::MEANT_SCHEDULE,
            Self::Vocabulary => keys::MEANT_VOCABULARY,
            Self::Evaluator => keys::MEANT_EVALUATOR,
            Self::Indicator => keys::MEANT_INDICATOR,
            Self::Chart => keys::MEANT_CHART,
            Self::Meeting => keys::MEANT_MEETING,
            Self::Paper => keys::MEANT_PAPER,
            Self::EffectTable => keys::MEANT_EFFECT_TABLE,
            Self::EffectRow => keys::MEANT_EFFECT_ROW,
            Self::Step => keys::MEANT_STEP,
            Self::Project => keys::MEANT_PROJECT,
            Self::Level => keys::MEANT_LEVEL,
            Self::Group => keys::MEANT_GROUP,
            Self::Term => keys::MEANT_TERM,
            Self::Rate => keys::MEANT_RATE,
            Self::Office => keys::MEANT_OFFICE,
            Self::Reorganisation => keys::MEANT_REORGANISATION,
            Self::Acceptance => keys::MEANT_ACCEPTANCE,
        }
    }
}

/// The uses of something in words: 項目3件、事業1件.
pub fn use_words(texts: &Texts, uses: &Uses) -> String {
    let key = |used| match used {
        Use::Items => keys::USE_ITEMS,
        Use::Projects => keys::USE_PROJECTS,
        Use::Records => keys::USE_RECORDS,
        Use::Evaluations => keys::USE_EVALUATIONS,
        Use::Rates => keys::USE_RATES,
        Use::Lanes => keys::USE_LANES,
        Use::Bars => keys::USE_BARS,
        Use::Vocabularies => keys::USE_VOCABULARIES,
        Use::Schedules => keys::USE_SCHEDULES,
        Use::Reorganisations => keys::USE_REORGANISATIONS,
        Use::Indicators => keys::USE_INDICATORS,
        Use::Effects => keys::USE_EFFECTS,
        Use::Papers => keys::USE_PAPERS,
        Use::Successors => keys::USE_SUCCESSORS,
    };
    let told = uses.iter().map(|(used, count)| texts.with(key(used), &args([("count", count.to_string())])));
    told.collect::<Vec<_>>().join(&texts.get(keys::USE_JOINT))
}

/// Everything a use-case can fail with.
#[derive(Debug, thiserror::Error)]
pub enum WorkbenchError {
    /// The file.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A chart.
    #[error(transparent)]
    Chart(#[from] ChartError),
    /// A paper.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// Somebody else's file.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// What the request names is not in the file (any more).
    #[error("no such {thing:?}: {id}")]
    NoSuch {
        /// What kind of thing.
        thing: Thing,
        /// Its identity.
        id: i64,
    },
    /// A name that must not be empty is.
    #[error("a name is empty")]
    EmptyName,
    /// A finding is to be left as it is without a reason.
    #[error("a reason is empty")]
    NoReason,
    /// A text holds characters that no document can show.
    #[error("control character U+{code:04X}")]
    ControlCharacter {
        /// The character.
        code: u32,
    },
    /// A text that must be understood was not: a fiscal year, a life cycle, a date.
    #[error("not understood: {text}")]
    NotUnderstood {
        /// The text.
        text: String,
        /// What was expected, as a key of the texts.
        expected: Key,
    },
    /// Years the wrong way round, or outside what can be written.
    #[error("years out of range: {first} to {last}")]
    YearsOutOfRange {
        /// First year.
        first: i32,
        /// Last year.
        last: i32,
    },
    /// Bars that would lie outside the years of their schedule.
    #[error("{count} bars beyond {} to {}", first.year, last.year)]
    BarsBeyondSchedule {
        /// How many.
        count: usize,
        /// First year of the schedule.
        first: ReadYear,
        /// Last year of the schedule.
        last: ReadYear,
    },
    /// A bar drawn beyond the years of its schedule.
    #[error("a bar of {} beyond {} to {}", year.year, first.year, last.year)]
    BarOutsideSchedule {
        /// The year that lies beyond.
        year: ReadYear,
        /// First year of the schedule.
        first: ReadYear,
        /// Last year of the schedule.
        last: ReadYear,
    },
    /// A lane or bar of an earlier schedule, which stays as it was at its moment.
    #[error("an earlier schedule: {name}")]
    EarlierSchedule {
        /// The schedule with its moment as printed.
        name: String,
    },
    /// The year of a life cycle or of a budget far from the plan.
    #[error("{year} is far from the plan")]
    YearFarFromPlan {
        /// The year as written.
        year: String,
        /// The years of the plan in its own words.
        period: String,
    },
    /// Nothing of what was chosen is concerned by what is asked for.
    #[error("nothing to do")]
    NothingToDo,
    /// Planning cannot be as in the year before, which has none.
    #[error("no planning before {year:?}")]
    NoPlanningBefore {
        /// The year that was to be the same as the one before.
        year: ReadYear,
    },
    /// Another part of the same thing has this name already.
    #[error("name taken: {name}")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// The item named is not one of a former plan.
    #[error("not an item of a former plan")]
    NotOfFormerPlan,
    /// The other item of a merger or of a second listing is the item itself, or one of another plan.
    #[error("not another item of the plan")]
    NotOfSamePlan,
    /// A plan cannot continue itself, nor one plan twice.
    #[error("a plan that continues itself")]
    PlanInCircle,
    /// An indicator with no value, or with more than there is room for.
    #[error("{count} parts")]
    PartCount {
        /// How many there would be.
        count: usize,
        /// The most there can be.
        most: usize,
    },
    /// The last value of an indicator holds figures or targets.
    #[error("{count} figures of {name}")]
    PartFilled {
        /// Its name.
        name: String,
        /// How many.
        count: usize,
    },
    /// A node cannot stand there: under itself, or deeper than the plan's levels.
    #[error("a node cannot be moved there")]
    BadPlace,
    /// Something is used, and cannot be changed or taken away as long as it is.
    #[error("{thing:?} {name} is in use")]
    InUse {
        /// What kind of thing.
        thing: Thing,
        /// Its name.
        name: String,
        /// By what.
        uses: Uses,
        /// What to do instead, as a key of the texts.
        way: Key,
    },
    /// Something would be lost: the person is asked first, and can say yes.
    #[error("{thing:?} {name} would take something along")]
    Asks {
        /// What kind of thing.
        thing: Thing,
        /// Its name.
        name: String,
        /// What is concerned.
        uses: Uses,
        /// What becomes of it, as a key of the texts.
        way: Key,
    },
    /// A fiscal year outside of the plan.
    #[error("{year} is outside of the plan")]
    YearOutsidePlan {
        /// The year in words.
        year: String,
        /// The years of the plan in its own words.
        period: String,
    },
    /// Two vocabularies of one axis would judge the same year.
    #[error("two vocabularies of {axis} in one year")]
    YearsOverlap {
        /// The axis.
        axis: String,
    },
    /// A plan has 2 to 5 levels.
    #[error("{count} levels")]
    LevelCount {
        /// How many there would be.
        count: usize,
    },
    /// A code of a local government whose check digit is wrong.
    #[error("not a city code: {text}")]
    BadCityCode {
        /// The text.
        text: String,
    },
    /// A text longer than its place.
    #[error("{count} characters, {limit} at most")]
    TextTooLong {
        /// How many characters it has.
        count: usize,
        /// How many it may have.
        limit: usize,
    },
    /// The file is not a programme in the interchange format.
    #[error("not programme.json: {detail}")]
    NotProgrammeJson {
        /// Line of the fault, from 1.
        line: usize,
        /// What the reader said, for the log.
        detail: String,
    },
    /// A text of an interchange file holds a character that no document can show.
    #[error("control character U+{code:04X} at {place}")]
    UnfitText {
        /// Where it stands: `plans[0].nodes[3].title`.
        place: String,
        /// The character.
        code: u32,
    },
    /// The interchange file is of a newer version.
    #[error("format version {found}, known {known}")]
    FormatTooNew {
        /// Version found.
        found: u32,
        /// Newest version known.
        known: u32,
    },
    /// A programme whose references do not hold together.
    #[error("{} broken references, first: {first:?}", count)]
    BrokenReferences {
        /// How many.
        count: usize,
        /// The first one.
        first: Reference,
    },
    /// Two charts of one name, or no chart of the name asked for.
    #[error("no chart named {name}")]
    NoChartNamed {
        /// The name.
        name: String,
    },
    /// No plan of the name asked for.
    #[error("no plan named {name}")]
    NoPlanNamed {
        /// The name.
        name: String,
    },
    /// The programme holds nothing that the paper or chart could show.
    #[error("nothing to show")]
    NothingToShow,
    /// A file beside the programme could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The path.
        path: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The person stopped it.
    #[error("stopped")]
    Stopped,
}

impl WorkbenchError {
    /// A fault of a file beside the programme.
    pub fn io(path: &std::path::Path, source: std::io::Error) -> Self {
        Self::Io { path: path.display().to_string(), source }
    }

    /// The kind, in kebab case: the name of its message without `error-`.
    pub fn kind(&self) -> &'static str {
        self.key().name().trim_start_matches("error-")
    }

    /// The message of this kind.
    pub fn key(&self) -> Key {
        match self {
            Self::Store(error) => store_key(error),
            Self::Chart(error) => chart_key(error),
            Self::Paper(error) => paper_key(error),
            Self::Exchange(error) => exchange_key(error),
            Self::NoSuch { .. } => keys::ERROR_NO_SUCH,
            Self::EmptyName => keys::ERROR_EMPTY_NAME,
            Self::NoReason => keys::ERROR_NO_REASON,
            Self::ControlCharacter { .. } => keys::ERROR_CONTROL_CHARACTER,
            Self::NotUnderstood { .. } => keys::ERROR_NOT_UNDERSTOOD,
            Self::YearsOutOfRange { .. } => keys::ERROR_YEARS_OUT_OF_RANGE,
            Self::BarsBeyondSchedule { .. } => keys::ERROR_BARS_BEYOND_SCHEDULE,
            Self::BarOutsideSchedule { .. } => keys::ERROR_BAR_OUTSIDE_SCHEDULE,
            Self::EarlierSchedule { .. } => keys::ERROR_EARLIER_SCHEDULE,
            Self::YearFarFromPlan { .. } => keys::ERROR_YEAR_FAR_FROM_PLAN,
            Self::NotOfSamePlan => keys::ERROR_NOT_OF_SAME_PLAN,
            Self::PlanInCircle => keys::ERROR_PLAN_IN_CIRCLE,
            Self::PartCount { .. } => keys::ERROR_PART_COUNT,
            Self::PartFilled { .. } => keys::ERROR_PART_FILLED,
            Self::UnfitText { .. } => keys::ERROR_UNFIT_TEXT,
            Self::NothingToDo => keys::ERROR_NOTHING_TO_DO,
            Self::NoPlanningBefore { .. } => keys::ERROR_NO_PLANNING_BEFORE,
            Self::NameTaken { .. } => keys::ERROR_NAME_TAKEN,
            Self::NotOfFormerPlan => keys::ERROR_NOT_OF_FORMER_PLAN,
            Self::BadPlace => keys::ERROR_BAD_PLACE,
            Self::InUse { .. } => keys::ERROR_IN_USE,
            Self::Asks { .. } => keys::ERROR_ASKS,
            Self::YearOutsidePlan { .. } => keys::ERROR_YEAR_OUTSIDE_PLAN,
            Self::YearsOverlap { .. } => keys::ERROR_YEARS_OVERLAP,
            Self::LevelCount { .. } => keys::ERROR_LEVEL_COUNT,
            Self::BadCityCode { .. } => keys::ERROR_BAD_CITY_CODE,
            Self::TextTooLong { .. } => keys::ERROR_TEXT_TOO_LONG,
            Self::NotProgrammeJson { .. } => keys::ERROR_NOT_PROGRAMME_JSON,
            Self::FormatTooNew { .. } => keys::ERROR_FORMAT_TOO_NEW,
            Self::BrokenReferences { .. } => keys::ERROR_BROKEN_REFERENCES,
            Self::NoChartNamed { .. } => keys::ERROR_NO_CHART_NAMED,
            Self::NoPlanNamed { .. } => keys::ERROR_NO_PLAN_NAMED,
            Self::NothingToShow => keys::ERROR_NOTHING_TO_SHOW,
            Self::Io { source, .. } => io_key(source),
            Self::Stopped => keys::ERROR_STOPPED,
        }
    }

    /// The parameters of its sentences.
    pub fn args(&self, texts: &Texts) -> Args {
        match self {
            Self::Store(error) => store_args(error),
            Self::Chart(error) => chart_args(error),
            Self::Paper(PaperError::MissingGlyphs { chars, text }) => glyph_args(chars, text),
            Self::Paper(error) => args([("detail", error.to_string())]),
            Self::Exchange(error) => exchange_args(error),
            Self::ControlCharacter { code } => args([("code", format!("{code:04X}"))]),
            Self::NotUnderstood { text, expected } => {
                args([("text", text.clone()), ("expected", texts.get(*expected))])
            }
            Self::YearsOutOfRange { first, last } => args([("first", first.to_string()), ("last", last.to_string())]),
            Self::BarsBeyondSchedule { count, first, last } => {
                let named = |year: &ReadYear| year.format(YearStyle::Long);
                args([("count", count.to_string()), ("first", named(first)), ("last", named(last))])
            }
            Self::BarOutsideSchedule { year, first, last } => {
                let named = |year: &ReadYear| year.format(YearStyle::Long);
                args([("year", named(year)), ("first", named(first)), ("last", named(last))])
            }
            Self::PartCount { count, most } => args([("count", count.to_string()), ("most", most.to_string())]),
            Self::PartFilled { name, count } => args([("name", name.clone()), ("count", count.to_string())]),
            Self::UnfitText { place, code } => args([("place", place.clone()), ("code", format!("{code:04X}"))]),
            Self::NoPlanningBefore { year } => {
                let before = ReadYear { year: year.year.previous().unwrap_or(year.year), ..*year };
                args([("year", before.format(YearStyle::Long))])
            }
            Self::InUse { thing, name, uses, way } | Self::Asks { thing, name, uses, way } => args([
                ("thing", texts.get(thing.key())),
                ("name", name.clone()),
                ("uses", use_words(texts, uses)),
                ("way", texts.get(*way)),
            ]),
            Self::NameTaken { name } | Self::EarlierSchedule { name } | Self::YearsOverlap { axis: name } => {
                args([("name", name.clone())])
            }
            Self::YearOutsidePlan { year, period } | Self::YearFarFromPlan { year, period } => {
                args([("year", year.clone()), ("period", period.clone())])
            }
            Self::LevelCount { count } => args([("count", count.to_string())]),
            Self::BadCityCode { text } => args([("text", text.clone())]),
            Self::TextTooLong { count, limit } => args([("count", count.to_string()), ("limit", limit.to_string())]),
            Self::NotProgrammeJson { line, detail } => args([("line", line.to_string()), ("detail", detail.clone())]),
            Self::FormatTooNew { found, known } => args([("found", found.to_string()), ("known", known.to_string())]),
            Self::BrokenReferences { count, first } => {
                let place = match first {
                    Reference::Twice { place, .. }
                    | Reference::Missing { place, .. }
                    | Reference::OutOfPlace { place, .. } => place.clone(),
                };
                args([("count", count.to_string()), ("place", place)])
            }
            Self::NoChartNamed { name } | Self::NoPlanNamed { name } => args([("name", name.clone())]),
            Self::Io { path, source } => args([("path", path.clone()), ("detail", source.to_string())]),
            Self::NoSuch { .. }
            | Self::EmptyName
            | Self::NoReason
            | Self::BadPlace
            | Self::NothingToDo
            | Self::NotOfFormerPlan
            | Self::NotOfSamePlan
            | Self::PlanInCircle
            | Self::NothingToShow
            | Self::Stopped => Args::new(),
        }
    }
}

fn io_key(source: &std::io::Error) -> Key {
    use std::io::ErrorKind;
    match source.kind() {
        ErrorKind::NotFound => keys::ERROR_NOT_FOUND,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => keys::ERROR_ACCESS,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => keys::ERROR_DISK_FULL,
        ErrorKind::AlreadyExists => keys::ERROR_ALREADY_EXISTS,
        _ => keys::ERROR_IO,
    }
}

fn store_key(error: &StoreError) -> Key {
    match error {
        StoreError::NotFound { .. } => keys::ERROR_NOT_FOUND,
        StoreError::FolderMissing { .. } => keys::ERROR_FOLDER_MISSING,
        StoreError::AlreadyExists { .. } => keys::ERROR_ALREADY_EXISTS,
        StoreError::NotOurs { .. } => keys::ERROR_NOT_OURS,
        StoreError::Damaged { .. } => keys::ERROR_DAMAGED,
        StoreError::FileTooNew { .. } => keys::ERROR_FILE_TOO_NEW,
        StoreError::ReadOnly { .. } => keys::ERROR_READ_ONLY,
        StoreError::Locked { .. } => keys::ERROR_LOCKED,
        StoreError::DiskFull { .. } => keys::ERROR_DISK_FULL,
        StoreError::Access { .. } => keys::ERROR_ACCESS,
        StoreError::Conflict => keys::ERROR_CONFLICT,
        StoreError::Sql { .. } => keys::ERROR_INTERNAL,
        StoreError::Io { .. } => keys::ERROR_IO,
    }
}

fn store_args(error: &StoreError) -> Args {
    let path_of = |path: &std::path::Path| ("path", path.display().to_string());
    match error {
        StoreError::NotFound { path }
        | StoreError::FolderMissing { path }
        | StoreError::AlreadyExists { path }
        | StoreError::NotOurs { path }
        | StoreError::ReadOnly { path }
        | StoreError::Locked { path }
        | StoreError::DiskFull { path }
        | StoreError::Access { path }
        | StoreError::Damaged { path, .. } => args([path_of(path)]),
        StoreError::FileTooNew { path, found, known } => {
            args([path_of(path), ("found", found.to_string()), ("known", known.to_string())])
        }
        StoreError::Io { path, detail } => args([path_of(path), ("detail", detail.clone())]),
        StoreError::Conflict => Args::new(),
        StoreError::Sql { detail } => args([("detail", detail.clone())]),
    }
}

fn chart_key(error: &ChartError) -> Key {
    match error {
        ChartError::MissingGlyphs { .. } => keys::ERROR_MISSING_GLYPHS,
        ChartError::NoData => keys::ERROR_NOTHING_TO_SHOW,
        ChartError::SizeTooSmall { .. } => keys::ERROR_CHART_TOO_SMALL,
        ChartError::SizeTooLarge { .. } => keys::ERROR_CHART_TOO_LARGE,
        ChartError::TooManySeries { .. } => keys::ERROR_CHART_TOO_MANY_SERIES,
        ChartError::DpiOutOfRange { .. } => keys::ERROR_DPI_OUT_OF_RANGE,
        ChartError::ValueOutOfRange { .. } => keys::ERROR_VALUE_OUT_OF_RANGE,
        _ => keys::ERROR_DRAWING,
    }
}

fn chart_args(error: &ChartError) -> Args {
    match error {
        ChartError::MissingGlyphs { chars, text } => glyph_args(chars, text),
        ChartError::SizeTooSmall { needed_width_mm, needed_height_mm, .. } => {
            args([("width", needed_width_mm.to_string()), ("height", needed_height_mm.to_string())])
        }
        ChartError::SizeTooLarge { limit_mm, .. } => args([("limit", limit_mm.to_string())]),
        ChartError::TooManySeries { count, limit } => {
            args([("count", count.to_string()), ("limit", limit.to_string())])
        }
        ChartError::DpiOutOfRange { dpi, min, max } => {
            args([("dpi", dpi.to_string()), ("min", min.to_string()), ("max", max.to_string())])
        }
        ChartError::ValueOutOfRange { value } => args([("value", value.clone())]),
        _ => args([("detail", error.to_string())]),
    }
}

fn glyph_args(chars: &[char], text: &str) -> Args {
    // A control character would do something to the screen instead of being shown.
    let named = chars.iter().map(|c| match c {
        c if c.is_control() => format!("U+{:04X}", u32::from(*c)),
        c => format!("「{c}」(U+{:04X})", u32::from(*c)),
    });
    let shown = text.chars().take(60).map(|c| if c.is_control() { '□' } else { c }).collect();
    args([("chars", named.collect::<Vec<_>>().join("、")), ("text", shown)])
}

fn paper_key(error: &PaperError) -> Key {
    match error {
        PaperError::MissingGlyphs { .. } => keys::ERROR_MISSING_GLYPHS,
        _ => keys::ERROR_TYPESETTING,
    }
}

fn exchange_key(error: &ExchangeError) -> Key {
    match error {
        ExchangeError::TooLarge { .. } => keys::ERROR_IMPORT_TOO_LARGE,
        ExchangeError::Workbook => keys::ERROR_IMPORT_WORKBOOK,
        ExchangeError::UnknownEncoding { .. } => keys::ERROR_UNKNOWN_ENCODING,
        ExchangeError::UnclosedQuote { .. } => keys::ERROR_UNCLOSED_QUOTE,
        ExchangeError::Empty => keys::ERROR_IMPORT_EMPTY,
        ExchangeError::UnknownForm { .. } => keys::ERROR_UNKNOWN_FORM,
        ExchangeError::MissingColumns { .. } => keys::ERROR_MISSING_COLUMNS,
        ExchangeError::NoRows { .. } => keys::ERROR_IMPORT_NO_ROWS,
    }
}

fn exchange_args(error: &ExchangeError) -> Args {
    match error {
        ExchangeError::TooLarge { limit, .. } => args([("limit", limit.to_string())]),
        ExchangeError::UnknownEncoding { line } | ExchangeError::UnclosedQuote { line } => {
            args([("line", line.to_string())])
        }
        ExchangeError::UnknownForm { headings } => args([("found", headings.join("、"))]),
        ExchangeError::MissingColumns { found, missing, .. } => {
            args([("found", found.join("、")), ("missing", missing.join("、"))])
        }
        ExchangeError::Workbook | ExchangeError::Empty | ExchangeError::NoRows { .. } => Args::new(),
    }
}
