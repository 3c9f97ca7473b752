//! 設定: the city, one plan's own data, the offices, each with where it is used.

use std::collections::BTreeMap;

use domain::programme::uses::{self, Uses};
use domain::programme::{City, Office, OfficeChange, Plan, PlanId};
use domain::value::written_date::format_date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PlanHead, YearHead, plans};
use crate::error::use_words;
use crate::texts::Texts;
use crate::{Result, Workbench};

/// Where something is used.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct UseCount {
    /// In how many places.
    pub count: u32,
    /// In words: 項目3件、事業1件; "" when it is free.
    pub words: String,
}

/// An office in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfficeRow {
    /// The office.
    pub office: Office,
    /// First day in words; "" when it has none.
    pub since: String,
    /// Last day in words.
    pub until: String,
    /// Where it stands.
    pub uses: UseCount,
}

/// A reorganisation in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeRow {
    /// The reorganisation.
    pub change: OfficeChange,
    /// The day in words.
    pub on: String,
    /// Names of the offices before.
    pub before: Vec<String>,
    /// Names of the offices after.
    pub after: Vec<String>,
}

/// A plan's own data with where each part of it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanSettings {
    /// The plan without its nodes.
    pub plan: Plan,
    /// Its years with their words.
    pub years: Vec<YearHead>,
    /// What stands on each level, from the top.
    pub levels: Vec<UseCount>,
    /// By group.
    #[ts(type = "Record<number, UseCount>")]
    pub groups: BTreeMap<i64, UseCount>,
    /// By vocabulary.
    #[ts(type = "Record<number, UseCount>")]
    pub vocabularies: BTreeMap<i64, UseCount>,
    /// By term.
    #[ts(type = "Record<number, UseCount>")]
    pub terms: BTreeMap<i64, UseCount>,
    /// By evaluator.
    #[ts(type = "Record<number, UseCount>")]
    pub evaluators: BTreeMap<i64, UseCount>,
    /// By schedule.
    #[ts(type = "Record<number, UseCount>")]
    pub schedules: BTreeMap<i64, UseCount>,
}

/// Everything 設定 shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SettingsView {
    /// The city.
    pub city: City,
    /// The plans, oldest first.
    pub plans: Vec<PlanHead>,
    /// The plan asked for; none when there is none.
    #[serde(default)]
    #[ts(optional)]
    pub plan: Option<PlanSettings>,
    /// The offices in their order.
    pub offices: Vec<OfficeRow>,
    /// The reorganisations, the newest first.
    pub changes: Vec<ChangeRow>,
}

/// The settings of the file and of one plan.
pub fn settings(workbench: &Workbench, texts: &Texts, plan: Option<PlanId>) -> Result<SettingsView> {
    let read = workbench.read();
    let whole = crate::settings::office::whole_plans(&read)?;
    let offices = store::office::all(&read)?;
    let changes = store::office_change::all(&read)?;
    let day = |day: Option<chrono::NaiveDate>| day.map(format_date).unwrap_or_default();
    let name = |id| offices.iter().find(|office| office.id == id).map(|office| office.name.clone());
    let mut rows: Vec<ChangeRow> = changes
        .iter()
        .map(|change| ChangeRow {
            on: format_date(change.on),
            before: change.before.iter().filter_map(|id| name(*id)).collect(),
            after: change.after.iter().filter_map(|id| name(*id)).collect(),
            change: change.clone(),
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.change.on));
    Ok(SettingsView {
        city: workbench.city()?,
        plans: plans(workbench)?,
        offices: offices
            .iter()
            .map(|office| OfficeRow {
                since: day(office.since),
                until: day(office.until),
                uses: told(texts, &uses::office_uses(&whole, &changes, office.id)),
                office: office.clone(),
            })
            .collect(),
        changes: rows,
        plan: whole.into_iter().find(|one| Some(one.id) == plan).map(|plan| plan_settings(texts, plan)),
    })
}

fn told(texts: &Texts, uses: &Uses) -> UseCount {
    UseCount { count: u32::try_from(uses.total()).unwrap_or(u32::MAX), words: use_words(texts, uses) }
}

fn plan_settings(texts: &Texts, mut plan: Plan) -> PlanSettings {
    let levels = (0..plan.levels.len()).map(|at| u8::try_from(at).unwrap_or(u8::MAX));
    let terms = plan.vocabularies.iter().flat_map(|vocabulary| &vocabulary.terms);
    PlanSettings {
        years: YearHead::all(plan.reckoning(), plan.years()),
        levels: levels.map(|level| told(texts, &uses::level_uses(&plan, level))).collect(),
        groups: counted(&plan.groups, |one| (one.id.0, told(texts, &uses::group_uses(&plan, one.id)))),
        vocabularies: counted(&plan.vocabularies, |one| (one.id.0, told(texts, &uses::vocabulary_uses(&plan, one)))),
        terms: terms.map(|one| (one.id.0, told(texts, &uses::term_uses(&plan, one.id)))).collect(),
        evaluators: counted(&plan.evaluators, |one| (one.id.0, told(texts, &uses::evaluator_uses(&plan, one.id)))),
        schedules: counted(&plan.schedules, |one| (one.id.0, told(texts, &uses::schedule_uses(&plan, one.id)))),
        plan: {
            plan.nodes.clear();
            plan
        },
    }
}

fn counted<T>(all: &[T], count: impl Fn(&T) -> (i64, UseCount)) -> BTreeMap<i64, UseCount> {
    all.iter().map(count).collect()
}
