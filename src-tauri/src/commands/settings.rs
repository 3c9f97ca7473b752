//! 設定: the city, the plan's own data, the offices, what an indicator is.

use domain::programme::{Indicator, LifeWord, OfficeChangeId, PlanId};
use serde::Deserialize;
use ts_rs::TS;
use workbench::settings::baseline::{self, BaselineEdit};
use workbench::settings::city::{self, CityEdit};
use workbench::settings::evaluator::{self, EvaluatorEdit};
use workbench::settings::group::{self, GroupEdit};
use workbench::settings::indicator::{self, IndicatorEdit};
use workbench::settings::office::{self, OfficeEdit};
use workbench::settings::plan::{self, PlanEdit};
use workbench::settings::rate::{self, RateEdit};
use workbench::settings::reorganisation::{self, Reorganisation};
use workbench::settings::succession::{self, Succession};
use workbench::settings::vocabulary::{self, VocabularyEdit};
use workbench::view::{self, SettingsView};

use super::fiscal::OfIndicator;
use super::{Result, change, write};
use crate::desk::Desk;
use crate::ipc::{Done, Nothing};

/// Whose settings are shown.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct SettingsRequest {
    /// The plan; none when the file has none.
    #[serde(default)]
    #[ts(optional)]
    pub plan: Option<PlanId>,
}

/// A change to one plan's settings.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OfPlanEdit<T> {
    /// The plan.
    pub plan: PlanId,
    /// The change.
    pub edit: T,
    /// The person was asked and said yes.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub anyway: bool,
}

/// A plan's word for what becomes of an item.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OfLifeWord {
    /// The plan.
    pub plan: PlanId,
    /// The kind and its word; "" for the usual one.
    pub own: LifeWord,
}

/// A plan to another place in the list.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct PlanPlace {
    /// Which.
    pub plan: PlanId,
    /// Its place from 0.
    pub position: u32,
}

/// A plan away.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct PlanRemoval {
    /// Which.
    pub plan: PlanId,
    /// The person was asked and said yes.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub anyway: bool,
}

/// A reorganisation.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OfReorganisation {
    /// Which.
    pub change: OfficeChangeId,
}

/// A change to an indicator's own data.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IndicatorRequest {
    /// The indicator.
    pub indicator: domain::programme::IndicatorId,
    /// The change.
    pub edit: IndicatorEdit,
}

/// The settings of the file and of one plan.
pub fn settings_view(desk: &Desk, request: SettingsRequest) -> Result<SettingsView> {
    desk.with(|workbench| view::settings(workbench, &desk.texts, request.plan))
}

/// The city.
pub fn city_set(desk: &Desk, request: CityEdit) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| city::edit(workbench, by, &request))
}

/// A plan's own data and levels.
pub fn plan_set(desk: &Desk, request: OfPlanEdit<PlanEdit>) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| plan::edit(workbench, by, request.plan, &request.edit, request.anyway))
}

/// A plan's word for what becomes of an item.
pub fn life_word_set(desk: &Desk, request: OfLifeWord) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| plan::name_life(workbench, by, &desk.texts, request.plan, &request.own))
}

/// A plan to another place in the list.
pub fn plan_place(desk: &Desk, request: PlanPlace) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| plan::place(workbench, by, request.plan, request.position))
}

/// A plan away with everything of its own.
pub fn plan_remove(desk: &Desk, request: PlanRemoval) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| plan::remove(workbench, by, request.plan, request.anyway))
}

/// A plan that continues another.
pub fn plan_continue(desk: &Desk, request: Succession) -> Result<Done<PlanId>> {
    write(desk, |workbench, by| succession::make(workbench, by, &request))
}

/// Groups of a plan.
pub fn group_set(desk: &Desk, request: OfPlanEdit<GroupEdit>) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| group::edit(workbench, by, request.plan, &request.edit, request.anyway))
}

/// Words of evaluation of a plan.
pub fn vocabulary_set(desk: &Desk, request: OfPlanEdit<VocabularyEdit>) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| vocabulary::edit(workbench, by, request.plan, &request.edit, request.anyway))
}

/// Evaluators of a plan.
pub fn evaluator_set(desk: &Desk, request: OfPlanEdit<EvaluatorEdit>) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| evaluator::edit(workbench, by, request.plan, &request.edit))
}

/// Formulas of a plan.
pub fn rate_set(desk: &Desk, request: OfPlanEdit<RateEdit>) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| rate::edit(workbench, by, request.plan, &request.edit))
}

/// Schedules of a plan.
pub fn baseline_set(desk: &Desk, request: OfPlanEdit<BaselineEdit>) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| baseline::edit(workbench, by, request.plan, &request.edit, request.anyway))
}

/// The list of offices.
pub fn office_set(desk: &Desk, request: OfficeEdit) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| office::edit(workbench, by, &request))
}

/// A reorganisation.
pub fn office_reorganise(desk: &Desk, request: Reorganisation) -> Result<Done<OfficeChangeId>> {
    write(desk, |workbench, by| reorganisation::make(workbench, by, &request))
}

/// The record of a reorganisation away.
pub fn reorganisation_remove(desk: &Desk, request: OfReorganisation) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| reorganisation::remove(workbench, by, request.change))
}

/// What an indicator is.
pub fn indicator_read(desk: &Desk, request: OfIndicator) -> Result<Indicator> {
    desk.with(|workbench| indicator::read(workbench, request.indicator))
}

/// What an indicator is, changed.
pub fn indicator_set(desk: &Desk, request: IndicatorRequest) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| indicator::edit(workbench, by, request.indicator, &request.edit))
}
