//! The sample cities, and the plan a person starts from.

use domain::programme::{
    Evaluator, EvaluatorId, Level, Plan, PlanId, Programme, Schedule, ScheduleId, Term, TermId, Vocabulary,
    VocabularyId,
};
use domain::value::fiscal_year::FiscalYear;
use domain::value::quantity::Unit;
use domain::value::written::Written;
use serde::{Deserialize, Serialize};
use store::{Read, Table};
use ts_rs::TS;

use crate::plan::NewPlan;
use crate::texts::{Key, Texts, keys};
use crate::{Result, WorkbenchError, interchange, words};

/// How a city sets out its programme. Every shape has a sample of a fictional city of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// 進捗状況: yearly planning and results, schedule bars, evaluations.
    #[default]
    Progress,
    /// 基本計画: long texts for every policy, indicators of surveys.
    Outline,
    /// 基本計画: chapters with aims, data charts, indicators of several values and major projects.
    Chapters,
    /// 改革プラン: plans that follow each other, effects, numeric targets.
    Targets,
    /// 自治体経営: 51 items on three levels, indicators with directions, projects with budgets.
    Strategy,
}

impl Shape {
    /// Every shape, the usual one first.
    pub const ALL: [Self; 5] = [Self::Progress, Self::Outline, Self::Chapters, Self::Targets, Self::Strategy];

    /// The word it is asked for on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::Outline => "outline",
            Self::Chapters => "chapters",
            Self::Targets => "targets",
            Self::Strategy => "strategy",
        }
    }

    /// The shape with the word given.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.word() == word)
    }

    /// Its name for a person.
    pub const fn key(self) -> Key {
        match self {
            Self::Progress => keys::SAMPLE_PROGRESS,
            Self::Outline => keys::SAMPLE_OUTLINE,
            Self::Chapters => keys::SAMPLE_CHAPTERS,
            Self::Targets => keys::SAMPLE_TARGETS,
            Self::Strategy => keys::SAMPLE_STRATEGY,
        }
    }

    const fn json(self) -> &'static [u8] {
        match self {
            Self::Progress => include_bytes!("../../../../assets/samples/midorino.programme.json"),
            Self::Outline => include_bytes!("../../../../assets/samples/outline.programme.json"),
            Self::Chapters => include_bytes!("../../../../assets/samples/chapters.programme.json"),
            Self::Targets => include_bytes!("../../../../assets/samples/targets.programme.json"),
            Self::Strategy => include_bytes!("../../../../assets/samples/strategy.programme.json"),
        }
    }
}

/// The reform programme of the fictional みどり野市: the sample of the usual shape.
pub fn programme() -> Result<Programme> {
    programme_of(Shape::default())
}

/// The sample of the shape given.
pub fn programme_of(shape: Shape) -> Result<Programme> {
    interchange::from_json(shape.json())
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
    // Without a name the usual ones are taken; a single one is no tree.
    if !levels.is_empty() && !Plan::LEVELS.contains(&levels.len()) {
        return Err(WorkbenchError::LevelCount { count: levels.len() });
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
            from_percent: None,
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
        demands: Vec::new(),
        life_words: Vec::new(),
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
            unit: Unit::none(),
        }],
        nodes: Vec::new(),
    })
}
