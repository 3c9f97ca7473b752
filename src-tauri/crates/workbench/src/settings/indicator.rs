//! What an indicator is: unit, digits, account, definition, direction, source, baseline.

use domain::programme::{Baseline, Indicator, IndicatorId, IndicatorScope, Part};
use domain::value::figure::{Figure, ValueKind};
use domain::value::quantity::Unit;
use domain::value::written::Written;
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use super::fiscal_year;
use crate::error::Thing;
use crate::file::Found;
use crate::fiscal::{check_scope, kind_of, read_figure, read_target};
use crate::texts::keys;
use crate::{By, Op, Result, Workbench, WorkbenchError, words};

/// As many values an indicator can have (72団体 7,306人 1,266回 has three).
const MOST_PARTS: usize = 20;

/// As many digits behind the point as a figure can have.
const MOST_DECIMALS: u8 = 10;

/// One change to an indicator's own data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum IndicatorEdit {
    /// Its name.
    Name {
        /// As printed.
        text: String,
    },
    /// Its markers (健康指標, 重点).
    Markers {
        /// Parted by blanks, commas or line breaks.
        text: String,
    },
    /// Its account (会計).
    Account {
        /// As printed; "" where it does not matter.
        text: String,
    },
    /// Its definition or formula.
    Definition {
        /// As printed.
        text: String,
    },
    /// 目指す方向: ↗, ↘, →(↗); "" where the plan does not say.
    Good {
        /// As printed.
        text: String,
    },
    /// Its source.
    Source {
        /// As printed.
        text: String,
    },
    /// Its note.
    Note {
        /// As printed.
        text: String,
    },
    /// Measured by a survey, in some years only.
    Survey {
        /// Whether it is.
        on: bool,
    },
    /// Counts from a first year on.
    Cumulative {
        /// Whether it does.
        on: bool,
    },
    /// One of its values; figures written without a unit are read anew in the unit given.
    Part {
        /// Which, from 0.
        part: u8,
        /// Name where there are several.
        name: String,
        /// Unit as printed.
        unit: String,
        /// Digits behind the point.
        decimals: u8,
    },
    /// A further value, last.
    AddPart {
        /// Its name.
        name: String,
        /// Its unit.
        unit: String,
    },
    /// The last value away; refused when it has figures or targets.
    RemovePart,
    /// The value a plan starts from; no year and no figures take it away.
    Baseline {
        /// Its year in words.
        year: String,
        /// One figure per part, as typed.
        figures: Vec<String>,
    },
    /// Whose it is.
    Scope {
        /// The city's finances, a plan or a node.
        scope: IndicatorScope,
    },
}

/// The indicator as it stands.
pub fn read(workbench: &Workbench, id: IndicatorId) -> Result<Indicator> {
    store::indicator::read(&workbench.read(), id)?.found(Thing::Indicator, id.0)
}

/// Changes an indicator's own data as one step.
pub fn edit(workbench: &mut Workbench, by: &By, id: IndicatorId, edit: &IndicatorEdit) -> Result<Outcome<()>> {
    let mut indicator = read(workbench, id)?;
    let op = Op::EditIndicator { indicator: indicator.name.clone() };
    if let IndicatorEdit::Scope { scope } = edit {
        check_scope(&workbench.read(), *scope)?;
    }
    apply(&mut indicator, edit)?;
    workbench.transact(by, &op, |w| Ok(store::indicator::save(w, &indicator)?))
}

/// Makes one change to an indicator.
pub(crate) fn apply(indicator: &mut Indicator, edit: &IndicatorEdit) -> Result<()> {
    match edit {
        IndicatorEdit::Name { text } => indicator.name = words::name(text)?,
        IndicatorEdit::Markers { text } => indicator.markers = words::markers(text)?,
        IndicatorEdit::Account { text } => indicator.account = words::text(text)?,
        IndicatorEdit::Definition { text } => indicator.definition = words::text(text)?,
        IndicatorEdit::Good { text } => {
            let text = words::text(text)?;
            indicator.good = (!text.is_empty()).then(|| Written::read(text));
        }
        IndicatorEdit::Source { text } => indicator.source = words::text(text)?,
        IndicatorEdit::Note { text } => indicator.note = words::text(text)?,
        IndicatorEdit::Survey { on } => indicator.survey = *on,
        IndicatorEdit::Cumulative { on } => indicator.cumulative = *on,
        IndicatorEdit::Part { part, name, unit, decimals } => {
            let own = indicator.parts.get(usize::from(*part)).found(Thing::Indicator, indicator.id.0)?;
            if *decimals > MOST_DECIMALS {
                let text = decimals.to_string();
                return Err(WorkbenchError::NotUnderstood { text, expected: keys::EXPECTED_DECIMALS });
            }
            let new = Part { name: line(name)?, unit: line(unit)?, decimals: *decimals };
            let reread = own.unit != new.unit;
            indicator.parts[usize::from(*part)] = new;
            if reread {
                read_anew(indicator, *part);
            }
        }
        IndicatorEdit::AddPart { name, unit } => {
            if indicator.parts.len() >= MOST_PARTS {
                return Err(WorkbenchError::PartCount { count: indicator.parts.len() + 1, most: MOST_PARTS });
            }
            let decimals = indicator.parts.last().map_or(0, |part| part.decimals);
            indicator.parts.push(Part { name: line(name)?, unit: line(unit)?, decimals });
            if let Some(baseline) = &mut indicator.baseline {
                baseline.figures.push(Figure::read("", &Unit::new(""), ValueKind::Actual, None));
            }
        }
        IndicatorEdit::RemovePart => remove_part(indicator)?,
        IndicatorEdit::Baseline { year, figures } => set_baseline(indicator, year, figures)?,
        IndicatorEdit::Scope { scope } => indicator.scope = *scope,
    }
    Ok(())
}

/// A text on one line, which may be empty.
pub(crate) fn line(text: &str) -> Result<String> {
    Ok(words::text(text)?.replace('\n', " ").trim().to_owned())
}

/// Figures and targets without a unit of their own speak in the unit of their part.
fn read_anew(indicator: &mut Indicator, part: u8) {
    let own = indicator.parts[usize::from(part)].clone();
    for observation in indicator.observations.iter_mut().filter(|one| one.part == part) {
        let kind = kind_of(observation).unwrap_or(ValueKind::Actual);
        observation.figure = read_figure(&observation.figure.text, &own, kind, observation.year);
    }
    for target in indicator.targets.iter_mut().filter(|one| one.part == part) {
        target.target = read_target(&target.target.text, &own);
    }
    if let Some(baseline) = &mut indicator.baseline
        && let Some(figure) = baseline.figures.get_mut(usize::from(part))
    {
        *figure = Figure::read(&figure.text, &Unit::new(&own.unit), ValueKind::Actual, baseline.year.meaning);
    }
}

fn remove_part(indicator: &mut Indicator) -> Result<()> {
    let last = u8::try_from(indicator.parts.len() - 1).unwrap_or(u8::MAX);
    if last == 0 {
        return Err(WorkbenchError::PartCount { count: 0, most: MOST_PARTS });
    }
    let count = indicator.observations.iter().filter(|one| one.part == last).count()
        + indicator.targets.iter().filter(|target| target.part == last).count();
    if count > 0 {
        let name = indicator.parts.last().map(|part| part.name.clone()).unwrap_or_default();
        let name = if name.is_empty() { indicator.name.clone() } else { name };
        return Err(WorkbenchError::PartFilled { name, count });
    }
    indicator.parts.pop();
    if let Some(baseline) = &mut indicator.baseline {
        baseline.figures.truncate(usize::from(last));
    }
    Ok(())
}

fn set_baseline(indicator: &mut Indicator, year: &str, figures: &[String]) -> Result<()> {
    let figures: Vec<String> = figures.iter().map(|figure| line(figure)).collect::<Result<_>>()?;
    if year.trim().is_empty() && figures.iter().all(String::is_empty) {
        indicator.baseline = None;
        return Ok(());
    }
    let (year, meaning) = fiscal_year(year)?;
    let text = |at: usize| figures.get(at).map_or("", String::as_str);
    let read =
        |(at, part): (usize, &Part)| Figure::read(text(at), &Unit::new(&part.unit), ValueKind::Actual, Some(meaning));
    indicator.baseline = Some(Baseline { year, figures: indicator.parts.iter().enumerate().map(read).collect() });
    Ok(())
}
