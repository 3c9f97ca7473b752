//! What a person types into the table of indicators.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use domain::programme::{Baseline, Indicator, IndicatorId, IndicatorTarget, Observation, Part, Slot, Stage, TargetId};
use domain::value::figure::{Figure, ValueKind};
use domain::value::fiscal_year::{FiscalYear, ReadYear, YearStyle};
use domain::value::quantity::Unit;
use domain::value::target::Target;
use domain::value::written::Written;
use domain::value::written_date::AsOf;
use serde::{Deserialize, Serialize};
use store::{Outcome, Read, Table};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::fiscal::{FigureEdit, put_figure, read, read_target};
use crate::op::Op;
use crate::settings::indicator::{IndicatorEdit, apply, line};
use crate::{By, Result, Workbench, WorkbenchError, words};

/// One cell of the table of indicators with its new text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorCell {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Which of its values, from 0.
    pub part: u8,
    /// What the cell gets.
    pub value: IndicatorValue,
}

/// What a cell of the table of indicators gets; every text is kept to the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum IndicatorValue {
    /// Name as printed.
    Name {
        /// The name.
        text: String,
    },
    /// Markers (健康指標, 重点).
    Markers {
        /// Parted by blanks, commas or line breaks.
        text: String,
    },
    /// Name of one value of several.
    PartName {
        /// The name.
        text: String,
    },
    /// Unit of a value.
    Unit {
        /// The unit as printed.
        text: String,
    },
    /// 目指す方向.
    Good {
        /// ↗, ↘, →(↗), or other words of the plan.
        text: String,
    },
    /// Year of the baseline, which all values share.
    BaselineYear {
        /// The year in words.
        text: String,
    },
    /// Baseline of a value.
    Baseline {
        /// The figure as typed.
        text: String,
    },
    /// Target for one year; "" takes it away.
    Target {
        /// The year.
        year: FiscalYear,
        /// 95.0%以下
        text: String,
    },
    /// Whether the target of a year is one on the way (中間目標) or that of the year itself.
    Interim {
        /// The year.
        year: FiscalYear,
        /// One on the way.
        interim: bool,
    },
    /// Final target.
    Final {
        /// 95.0%以下
        text: String,
    },
    /// Year of the final target.
    FinalYear {
        /// The year in words; "" for the whole period.
        text: String,
    },
    /// As-of of the final target.
    FinalAsOf {
        /// 27年度末
        text: String,
    },
    /// Figure of a year.
    Figure {
        /// The fiscal year.
        year: FiscalYear,
        /// Row of actual or of planned figures.
        slot: Slot,
        /// The figure as typed.
        text: String,
    },
    /// Analysis of a year.
    Comment {
        /// The fiscal year.
        year: FiscalYear,
        /// The words.
        text: String,
    },
    /// Note.
    Note {
        /// As printed.
        text: String,
    },
}

/// Fills the cells, as one step. What is not understood is kept as written, without a meaning.
pub fn set(workbench: &mut Workbench, by: &By, edits: &[IndicatorCell]) -> Result<Outcome<()>> {
    let first = edits.first().ok_or(WorkbenchError::NothingToShow)?;
    let op = if edits.len() > 1 {
        Op::SetIndicators { count: edits.len() }
    } else {
        let indicator = read(&workbench.read(), first.indicator)?.name;
        let reckoning = store::plan::reckoning(&workbench.read(), Table::Indicator, first.indicator.0)?;
        match first.value {
            IndicatorValue::Figure { year, .. } => Op::SetFigure { indicator, year: reckoning.of(year) },
            IndicatorValue::Target { year, .. } | IndicatorValue::Interim { year, .. } => {
                Op::SetTarget { indicator, year: reckoning.of(year) }
            }
            _ => Op::EditIndicator { indicator },
        }
    };
    workbench.transact(by, &op, |w| {
        let mut touched: BTreeMap<IndicatorId, Indicator> = BTreeMap::new();
        let mut next_target = store::next_id(w, Table::Target)?;
        for edit in edits {
            let indicator = match touched.entry(edit.indicator) {
                Entry::Occupied(entry) => entry.into_mut(),
                Entry::Vacant(entry) => entry.insert(read(w, edit.indicator)?),
            };
            put(w, indicator, edit, &mut next_target)?;
        }
        for indicator in touched.values_mut() {
            tidy(indicator);
            store::indicator::save(w, indicator)?;
        }
        Ok(())
    })
}

fn put(r: &Read<'_>, indicator: &mut Indicator, edit: &IndicatorCell, next_target: &mut i64) -> Result<()> {
    let IndicatorCell { indicator: id, part, value } = edit;
    let own = indicator.parts.get(usize::from(*part)).found(Thing::Indicator, id.0)?.clone();
    let described =
        |name: String, unit: String| IndicatorEdit::Part { part: *part, name, unit, decimals: own.decimals };
    match value {
        IndicatorValue::Name { text } => apply(indicator, &IndicatorEdit::Name { text: text.clone() }),
        IndicatorValue::Markers { text } => apply(indicator, &IndicatorEdit::Markers { text: text.clone() }),
        IndicatorValue::PartName { text } => apply(indicator, &described(text.clone(), own.unit.clone())),
        IndicatorValue::Unit { text } => apply(indicator, &described(own.name.clone(), text.clone())),
        IndicatorValue::Good { text } => apply(indicator, &IndicatorEdit::Good { text: text.clone() }),
        IndicatorValue::Note { text } => apply(indicator, &IndicatorEdit::Note { text: text.clone() }),
        IndicatorValue::BaselineYear { text } => {
            let year = Written::read(line(text)?);
            let units: Vec<Unit> = indicator.parts.iter().map(|part| Unit::new(&part.unit)).collect();
            let baseline = baseline(indicator);
            // A bare (27決算) is understood near the year.
            for (figure, unit) in baseline.figures.iter_mut().zip(&units) {
                let kind = figure.value.as_ref().and_then(|value| value.kind()).unwrap_or(ValueKind::Actual);
                *figure = Figure::read(std::mem::take(&mut figure.text), unit, kind, year.meaning);
            }
            baseline.year = year;
            Ok(())
        }
        IndicatorValue::Baseline { text } => {
            let text = words::text(text)?;
            let baseline = baseline(indicator);
            let year = baseline.year.meaning;
            if let Some(figure) = baseline.figures.get_mut(usize::from(*part)) {
                *figure = Figure::read(text, &Unit::new(&own.unit), ValueKind::Actual, year);
            }
            Ok(())
        }
        IndicatorValue::Target { year, text } => {
            let year = store::plan::reckoning(r, Table::Indicator, id.0)?.of(*year);
            put_target(indicator, *part, &own, year, words::text(text)?, next_target);
            Ok(())
        }
        IndicatorValue::Interim { year, interim } => {
            set_stage(indicator, *part, *year, if *interim { Stage::Interim } else { Stage::Yearly });
            Ok(())
        }
        IndicatorValue::Final { text } => {
            let target = read_target(&words::text(text)?, &own);
            final_target(indicator, *part, next_target).target = target;
            Ok(())
        }
        IndicatorValue::FinalYear { text } => {
            let text = line(text)?;
            final_target(indicator, *part, next_target).year = (!text.is_empty()).then(|| Written::read(text));
            Ok(())
        }
        IndicatorValue::FinalAsOf { text } => {
            let text = line(text)?;
            let target = final_target(indicator, *part, next_target);
            let year = target.year.as_ref().and_then(|year| year.meaning);
            let near = year.and_then(|year| AsOf::parse_near(&text, year));
            let meaning = AsOf::parse(&text).or(near);
            target.as_of = (!text.is_empty()).then(|| Written::with_meaning(text, meaning));
            Ok(())
        }
        IndicatorValue::Figure { year, slot, text } => {
            let figure =
                FigureEdit { indicator: *id, part: *part, year: *year, slot: *slot, text: text.clone(), kind: None };
            put_figure(indicator, &figure)
        }
        IndicatorValue::Comment { year, text } => {
            put_comment(indicator, *part, *year, words::text(text)?);
            Ok(())
        }
    }
}

/// The baseline, or an empty one to write into.
fn baseline(indicator: &mut Indicator) -> &mut Baseline {
    let parts = indicator.parts.len();
    let empty = || Baseline { year: Written::with_meaning("", None), figures: Vec::new() };
    let baseline = indicator.baseline.get_or_insert_with(empty);
    baseline.figures.resize_with(parts.max(baseline.figures.len()), Figure::blank);
    baseline
}

/// The final target of a part, or an empty one to write into.
fn final_target<'a>(indicator: &'a mut Indicator, part: u8, next: &mut i64) -> &'a mut IndicatorTarget {
    let of_part = |one: &IndicatorTarget| one.part == part && one.stage == Stage::Final;
    let at = indicator.targets.iter().position(of_part).unwrap_or_else(|| {
        let at = indicator.targets.iter().position(|one| one.part > part).unwrap_or(indicator.targets.len());
        let target = Written::with_meaning("", Some(Target::Unset));
        let made = IndicatorTarget { id: TargetId(*next), part, year: None, stage: Stage::Final, target, as_of: None };
        *next += 1;
        indicator.targets.insert(at, made);
        at
    });
    &mut indicator.targets[at]
}

fn year_of(target: &IndicatorTarget) -> Option<FiscalYear> {
    target.year.as_ref().and_then(|written| written.meaning)
}

/// Where the target of a part for a year stands.
fn target_at(indicator: &Indicator, part: u8, year: FiscalYear, stage: Stage) -> Option<usize> {
    let fits = |one: &IndicatorTarget| one.part == part && one.stage == stage && year_of(one) == Some(year);
    indicator.targets.iter().position(fits)
}

/// Makes the target of a year one on the way (中間目標), or one of the year itself. Where both stand
/// there already, each stays what it is.
fn set_stage(indicator: &mut Indicator, part: u8, year: FiscalYear, stage: Stage) {
    let other = if stage == Stage::Interim { Stage::Yearly } else { Stage::Interim };
    if let (Some(at), None) = (target_at(indicator, part, year, other), target_at(indicator, part, year, stage)) {
        indicator.targets[at].stage = stage;
    }
}

/// Puts the target of a year: that of the year itself, else the one on the way (中間目標).
fn put_target(indicator: &mut Indicator, part: u8, own: &Part, called: ReadYear, text: String, next: &mut i64) {
    let year = called.year;
    let stands = |stage: Stage| target_at(indicator, part, year, stage);
    match stands(Stage::Yearly).or_else(|| stands(Stage::Interim)) {
        Some(at) if text.is_empty() => {
            indicator.targets.remove(at);
        }
        Some(at) => indicator.targets[at].target = read_target(&text, own),
        None if text.is_empty() => {}
        None => {
            // Written as the plan writes the years of its other targets: R6 or 令和6年度.
            let short = indicator.targets.iter().filter_map(|one| one.year.as_ref()).any(|y| !y.text.contains('年'));
            let words = called.format(if short { YearStyle::Short } else { YearStyle::Long });
            let later = |one: &IndicatorTarget| {
                one.part > part || (one.part == part && (one.stage == Stage::Final || year_of(one) > Some(year)))
            };
            let at = indicator.targets.iter().position(later).unwrap_or(indicator.targets.len());
            let made = IndicatorTarget {
                id: TargetId(*next),
                part,
                year: Some(Written::with_meaning(words, Some(year))),
                stage: Stage::Yearly,
                target: read_target(&text, own),
                as_of: None,
            };
            *next += 1;
            indicator.targets.insert(at, made);
        }
    }
}

/// Puts the analysis of a year beside its figure; a year without a figure gets an empty one.
fn put_comment(indicator: &mut Indicator, part: u8, year: FiscalYear, comment: String) {
    let of_year = |one: &&mut Observation| one.year == year && one.part == part && one.slot == Slot::Actual;
    match indicator.observations.iter_mut().find(of_year) {
        Some(observation) => observation.comment = comment,
        None if comment.is_empty() => {}
        None => {
            let figure = Figure::blank();
            indicator.observations.push(Observation { year, part, slot: Slot::Actual, figure, comment });
            indicator.observations.sort_by_key(|o| (o.year, o.part, o.slot));
        }
    }
}

/// What was emptied is gone.
fn tidy(indicator: &mut Indicator) {
    let baseline = indicator.baseline.as_ref();
    if baseline.is_some_and(|one| one.year.text.is_empty() && one.figures.iter().all(|figure| figure.text.is_empty())) {
        indicator.baseline = None;
    }
    let blank = |one: &IndicatorTarget| {
        one.stage == Stage::Final && one.target.text.is_empty() && one.year.is_none() && one.as_of.is_none()
    };
    indicator.targets.retain(|one| !blank(one));
}
