//! Home, search.

use domain::programme::PlanId;
use domain::value::fiscal_year::FiscalYear;
use serde::Deserialize;
use ts_rs::TS;
use workbench::search::{self, FoundIn};
use workbench::view::{self, HomeView};

use super::Result;
use crate::desk::Desk;
use crate::journal;

/// The plan and year chosen in the window.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct HomeRequest {
    /// The plan; none takes the newest.
    #[ts(optional)]
    pub plan: Option<PlanId>,
    /// The year; none takes the last of the plan.
    #[ts(optional)]
    pub year: Option<FiscalYear>,
}

/// Words to look for.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Words {
    /// The words.
    pub words: String,
    /// How many hits of each part of the programme are wanted.
    pub most: u32,
}

/// The first screen.
pub fn home(desk: &Desk, request: HomeRequest) -> Result<HomeView> {
    let today = journal::now().date();
    desk.with(|workbench| view::home(workbench, &desk.texts, request.plan, request.year, today))
}

/// Where words stand.
pub fn search(desk: &Desk, request: Words) -> Result<Vec<FoundIn>> {
    desk.with(|workbench| search::find(workbench, &desk.texts, &request.words, request.most as usize))
}
