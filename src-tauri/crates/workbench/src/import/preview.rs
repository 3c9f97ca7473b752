//! What an import understood and what not, for a person to look at before anything is taken over.

use domain::value::figure::Absence;
use domain::value::fiscal_year::YearStyle;
use domain::value::quantity::NegativeMark;
use exchange::{Finding, FindingKind, Outcome, ReadCell, Understood};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Content, Import};
use crate::texts::{Args, Key, Texts, args, keys};

/// An import as a person sees it before it is taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Preview {
    /// Name of the file.
    pub source: String,
    /// What kind of table it is.
    pub form: String,
    /// What it holds: 6つの指標、36行.
    pub summary: String,
    /// Every source cell beside what was understood of it.
    pub cells: Vec<PreviewCell>,
    /// What was not understood, or seems wrong.
    pub findings: Vec<PreviewFinding>,
}

/// One source cell and what was understood of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewCell {
    /// Line in the file, as Excel numbers it.
    pub line: u32,
    /// Heading of the column.
    pub column: String,
    /// Text of the cell.
    pub source: String,
    /// What was understood.
    pub understood: String,
}

/// One thing a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewFinding {
    /// Line in the file.
    pub line: u32,
    /// Heading of the column; none for the whole row.
    #[serde(default)]
    #[ts(optional)]
    pub column: Option<String>,
    /// Text of the cell.
    pub source: String,
    /// What seems wrong.
    pub text: String,
    /// What the import does with it.
    pub outcome: String,
}

/// The preview of a table that was read, with amounts as the city prints negative ones.
pub fn preview(texts: &Texts, negative: NegativeMark, import: &Import) -> Preview {
    let (form, summary, cells, findings) = match &import.reading {
        Content::Fiscal(reading) => {
            let rows: usize = reading.draft.indicators.iter().map(|i| i.observations.len() + i.targets.len()).sum();
            let counts = [("indicators", reading.draft.indicators.len().to_string()), ("rows", rows.to_string())];
            let summary = texts.with(keys::IMPORT_SUMMARY_FISCAL, &args(counts));
            (keys::IMPORT_FORM_FISCAL, summary, &reading.cells, &reading.findings)
        }
        Content::Progress(reading) => {
            let lanes: usize = reading.draft.items.iter().map(|item| item.lanes.len()).sum();
            let counts = [("items", reading.draft.items.len().to_string()), ("lanes", lanes.to_string())];
            let summary = texts.with(keys::IMPORT_SUMMARY_PROGRESS, &args(counts));
            (keys::IMPORT_FORM_PROGRESS, summary, &reading.cells, &reading.findings)
        }
        Content::Items(reading) => {
            let mut above: Vec<&[exchange::Named]> = reading.draft.rows.iter().map(|row| row.path.as_slice()).collect();
            above.dedup();
            let counts = [("items", reading.draft.rows.len().to_string()), ("above", above.len().to_string())];
            let summary = texts.with(keys::IMPORT_SUMMARY_ITEMS, &args(counts));
            (keys::IMPORT_FORM_ITEMS, summary, &reading.cells, &reading.findings)
        }
    };
    Preview {
        source: import.source.clone(),
        form: texts.get(form),
        summary,
        cells: cells.iter().map(|cell| cell_of(texts, negative, cell)).collect(),
        findings: findings.iter().map(|finding| finding_of(texts, negative, finding)).collect(),
    }
}

fn cell_of(texts: &Texts, negative: NegativeMark, cell: &ReadCell) -> PreviewCell {
    let understood = match &cell.understood {
        Understood::Blank => texts.get(keys::UNDERSTOOD_BLANK),
        Understood::Words => texts.get(keys::UNDERSTOOD_WORDS),
        Understood::AsAbove => texts.get(keys::UNDERSTOOD_AS_ABOVE),
        Understood::Heading => texts.get(keys::UNDERSTOOD_HEADING),
        Understood::Number { quantity } => quantity.format(negative),
        Understood::Absent { reason } => texts.get(absence_key(*reason)),
        Understood::Year { year } => year.format(YearStyle::Both),
        Understood::Kind { value_kind } => texts.get(crate::chart::kind_key(*value_kind)),
        Understood::TargetRow => texts.get(keys::UNDERSTOOD_TARGET_ROW),
        Understood::Target { .. } => texts.get(keys::UNDERSTOOD_TARGET),
        Understood::Figure { as_of } => match as_of {
            Some(as_of) => texts.with(keys::UNDERSTOOD_FIGURE_AS_OF, &args([("asof", as_of.text.clone())])),
            None => texts.get(keys::UNDERSTOOD_FIGURE),
        },
        Understood::Place { place } => place.to_string(),
        Understood::Bars { bars } => {
            let told = bars.iter().map(|bar| {
                let years = if bar.first == bar.last {
                    bar.first.format(YearStyle::Short)
                } else {
                    format!("{}～{}", bar.first.format(YearStyle::Short), bar.last.format(YearStyle::Short))
                };
                format!("{years} {}", bar.words)
            });
            told.collect::<Vec<_>>().join(" / ")
        }
        Understood::SameAsBefore => texts.get(keys::UNDERSTOOD_SAME_AS_BEFORE),
        Understood::AsBars => texts.get(keys::UNDERSTOOD_AS_BARS),
        Understood::LifeCycle { word, year } => {
            let word = word.clone();
            match year {
                Some(year) => {
                    let told = args([("year", year.format(YearStyle::Long)), ("word", word)]);
                    texts.with(keys::UNDERSTOOD_LIFE_CYCLE, &told)
                }
                None => word,
            }
        }
        Understood::NotUnderstood => texts.get(keys::UNDERSTOOD_NOT),
        Understood::LeftOut => texts.get(keys::UNDERSTOOD_LEFT_OUT),
    };
    PreviewCell { line: cell.line, column: cell.column.clone(), source: cell.source.clone(), understood }
}

/// The words for a reason of absence.
pub(crate) fn absence_key(reason: Absence) -> Key {
    match reason {
        Absence::NotYet => keys::ABSENCE_NOT_YET,
        Absence::NotApplicable => keys::ABSENCE_NOT_APPLICABLE,
        Absence::NotComputed => keys::ABSENCE_NOT_COMPUTED,
        Absence::NotPublished => keys::ABSENCE_NOT_PUBLISHED,
    }
}

fn finding_of(texts: &Texts, negative: NegativeMark, finding: &Finding) -> PreviewFinding {
    let (key, told) = sentence(texts, negative, &finding.kind);
    let outcome = match finding.outcome {
        Outcome::TakenOver => keys::FINDING_TAKEN_OVER,
        Outcome::Cleaned => keys::FINDING_CLEANED,
        Outcome::WordsOnly => keys::FINDING_WORDS_ONLY,
        Outcome::LeftOut => keys::FINDING_LEFT_OUT,
    };
    PreviewFinding {
        line: finding.line,
        column: finding.column.clone(),
        source: finding.source.clone(),
        text: texts.with(key, &told),
        outcome: texts.get(outcome),
    }
}

fn sentence(texts: &Texts, negative: NegativeMark, kind: &FindingKind) -> (Key, Args) {
    let none = Args::new;
    match kind {
        FindingKind::NotANumber => (keys::FINDING_NOT_A_NUMBER, none()),
        FindingKind::SuspiciousUnit { unit } => (keys::FINDING_SUSPICIOUS_UNIT, args([("unit", unit.clone())])),
        FindingKind::Bracketed { inner } => (keys::FINDING_BRACKETED, args([("inner", inner.format(negative))])),
        FindingKind::AmountsDiffer { in_words } => (keys::FINDING_AMOUNTS_DIFFER, args([("words", in_words.clone())])),
        FindingKind::UnitDiffers { expected } => (keys::FINDING_UNIT_DIFFERS, args([("expected", expected.clone())])),
        FindingKind::Misspelt { suggestion } => (keys::FINDING_MISSPELT, args([("suggestion", suggestion.clone())])),
        FindingKind::YearOutOfRange { first, last } => {
            (keys::FINDING_YEAR_OUT_OF_RANGE, args([("first", first.to_string()), ("last", last.to_string())]))
        }
        FindingKind::KindDiffers { in_words } => {
            (keys::FINDING_KIND_DIFFERS, args([("words", texts.get(crate::chart::kind_key(*in_words)))]))
        }
        FindingKind::YearNotUnderstood => (keys::FINDING_YEAR_NOT_UNDERSTOOD, none()),
        FindingKind::UnknownKind => (keys::FINDING_UNKNOWN_KIND, none()),
        FindingKind::TargetNotUnderstood => (keys::FINDING_TARGET_NOT_UNDERSTOOD, none()),
        FindingKind::DuplicateRow { first_line } => {
            (keys::FINDING_DUPLICATE_ROW, args([("line", first_line.to_string())]))
        }
        FindingKind::TextDiffers { first_line } => {
            (keys::FINDING_TEXT_DIFFERS, args([("line", first_line.to_string())]))
        }
        FindingKind::MissingName => (keys::FINDING_MISSING_NAME, none()),
        FindingKind::RaggedRow { expected, found } => {
            (keys::FINDING_RAGGED_ROW, args([("expected", expected.to_string()), ("found", found.to_string())]))
        }
        FindingKind::UnknownColumn => (keys::FINDING_UNKNOWN_COLUMN, none()),
        FindingKind::RepeatedColumn => (keys::FINDING_REPEATED_COLUMN, none()),
        FindingKind::OutOfOrder { place } => (keys::FINDING_OUT_OF_ORDER, args([("place", place.to_string())])),
        FindingKind::BarNotUnderstood => (keys::FINDING_BAR_NOT_UNDERSTOOD, none()),
        FindingKind::BarOutsideYears => (keys::FINDING_BAR_OUTSIDE_YEARS, none()),
        FindingKind::YearDiffersFromBars { bars } => {
            (keys::FINDING_YEAR_DIFFERS_FROM_BARS, args([("bars", bars.clone())]))
        }
        FindingKind::LifeCycleNotUnderstood => (keys::FINDING_LIFE_CYCLE_NOT_UNDERSTOOD, none()),
        FindingKind::Note => (keys::FINDING_NOTE, none()),
        FindingKind::ControlCharacter { code } => {
            (keys::FINDING_CONTROL_CHARACTER, args([("code", format!("{code:04X}"))]))
        }
        FindingKind::PrivateCharacter { code } => {
            (keys::FINDING_PRIVATE_CHARACTER, args([("code", format!("{code:04X}"))]))
        }
        FindingKind::FormulaLike => (keys::FINDING_FORMULA_LIKE, none()),
        FindingKind::LongText { characters } => {
            (keys::FINDING_LONG_TEXT, args([("characters", characters.to_string())]))
        }
    }
}
