//! The sample city, and the plan a person starts from.

use domain::programme::{
    Evaluator, EvaluatorId, Level, Plan, PlanId, Programme, Schedule, ScheduleId, Term, TermId, Vocabulary,
    VocabularyId,
};
use domain::value::fiscal_year::FiscalYear;
use domain::value::written::Written;
use store::{Read, Table};

use crate::plan::NewPlan;
use crate::texts::{Texts, keys};
use crate::{Result, WorkbenchError, interchange, words};

/// How deep a plan can be: 大項目→中項目→小項目 and two more.
const MOST_LEVELS: usize = 5;

/// The reform programme of the fictional みどり野市.
pub fn programme() -> Result<Programme> {
    interchange::from_json(include_bytes!("../../../../assets/samples/midorino.programme.json"))
}

/// The programme of a city that has nothing yet but its name: what a new file begins with.
pub fn nothing_yet(city: &str) -> Result<Programme> {
    Ok(Programme::new(words::name(city)?))
}

/// A new plan as a person describes it: its levels, one schedule over its years, the usual
/// vocabulary of progress and one evaluator.
pub(crate) fn fresh_plan(r: &Read<'_>, texts: &Texts, new: &NewPlan) -> Result<Plan> {
    let (first, last) = (year(&new.first)?, year(&new.last)?);
    let levels: Vec<Level> = new
        .levels
        .iter()
        .filter(|name| !name.trim().is_empty())
        .map(|name| Ok(Level { name: words::name(name)? }))
        .collect::<Result<_>>()?;
    if levels.len() > MOST_LEVELS {
        return Err(WorkbenchError::BadPlace);
    }
    match (first.meaning, last.meaning) {
        (Some(from), Some(to)) if from <= to => {
            Ok(plan_over(r, texts, words::name(&new.name)?, (first, from), (last, to), levels)?)
        }
        (Some(from), Some(to)) => Err(WorkbenchError::YearsOutOfRange { first: from.year(), last: to.year() }),
        _ => Err(WorkbenchError::NotUnderstood { text: new.first.clone(), expected: keys::EXPECTED_FISCAL_YEAR }),
    }
}

fn year(text: &str) -> Result<Written<FiscalYear>> {
    let written = Written::<FiscalYear>::read(text.trim());
    match written.meaning {
        Some(_) => Ok(written),
        None => Err(WorkbenchError::NotUnderstood { text: text.to_owned(), expected: keys::EXPECTED_FISCAL_YEAR }),
    }
}

/// The plan itself; the items stand on the last level.
pub(crate) fn plan_over(
    r: &Read<'_>,
    texts: &Texts,
    name: String,
    first: (Written<FiscalYear>, FiscalYear),
    last: (Written<FiscalYear>, FiscalYear),
    levels: Vec<Level>,
) -> Result<Plan> {
    let levels = if levels.is_empty() {
        [keys::LEVEL_DIRECTION, keys::LEVEL_ITEM].map(|key| Level { name: texts.get(key) }).to_vec()
    } else {
        levels
    };
    let term = TermId(store::next_id(r, Table::Term)?);
    let usual = [
        (keys::TERM_AHEAD, "◎", true, true, false),
        (keys::TERM_ON_SCHEDULE, "○", true, true, false),
        (keys::TERM_LATE, "△", false, true, false),
        (keys::TERM_UNDECIDED, "－", false, false, true),
    ];
    let terms = usual
        .into_iter()
        .zip(term.0..)
        .map(|((label, symbol, achieved, counted, undecided), id)| Term {
            id: TermId(id),
            label: texts.get(label),
            symbol: symbol.to_owned(),
            definition: String::new(),
            achieved,
            counted,
            undecided,
        })
        .collect();
    Ok(Plan {
        id: PlanId(store::next_id(r, Table::Plan)?),
        name,
        first: first.0,
        last: last.0,
        evaluation_level: u8::try_from(levels.len().saturating_sub(1)).unwrap_or(0),
        levels,
        predecessors: Vec::new(),
        related: Vec::new(),
        note: String::new(),
        vocabularies: vec![Vocabulary {
            id: VocabularyId(store::next_id(r, Table::Vocabulary)?),
            axis: texts.get(keys::AXIS_PROGRESS),
            since: None,
            until: None,
            terms,
        }],
        evaluators: vec![Evaluator {
            id: EvaluatorId(store::next_id(r, Table::Evaluator)?),
            name: texts.get(keys::EVALUATOR_OFFICE),
        }],
        rates: Vec::new(),
        groups: Vec::new(),
        schedules: vec![Schedule {
            id: ScheduleId(store::next_id(r, Table::Schedule)?),
            name: texts.get(keys::SCHEDULE_NAME),
            as_of: None,
            first: first.1,
            last: last.1,
        }],
        nodes: Vec::new(),
    })
}
