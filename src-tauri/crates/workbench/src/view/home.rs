//! ホーム: what to do before the next meeting.

use chrono::NaiveDate;
use domain::programme::{Meeting, NodeId, Plan, PlanId};
use domain::tally::tally;
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::plan::PlanHead;
use super::tally::{TallyLine, lines};
use super::{YearHead, plans};
use crate::tally::plan_of;
use crate::texts::Texts;
use crate::{Result, Step, Workbench};

/// What the first screen shows of an open file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HomeView {
    /// Name of the city.
    pub city: String,
    /// Plans, oldest first.
    pub plans: Vec<PlanHead>,
    /// The year the tally is of.
    #[serde(default)]
    #[ts(optional)]
    pub year: Option<YearHead>,
    /// Items of the plan by the judgement that stands on each axis, and those apart from all.
    pub tally: Vec<TallyLine>,
    /// Items of that year without an actual result.
    pub without_actual: Vec<NodeId>,
    /// The next meeting with its papers; without one ahead the latest one that was held.
    #[serde(default)]
    #[ts(optional)]
    pub meeting: Option<Meeting>,
    /// That meeting is still to come.
    pub meeting_ahead: bool,
    /// What was done last, newest first.
    pub latest: Vec<Step>,
}

/// The first screen on a day. `plan` and `year` are those chosen in the window; none takes the newest plan and its
/// last year.
pub fn home(
    workbench: &Workbench,
    texts: &Texts,
    plan: Option<PlanId>,
    year: Option<FiscalYear>,
    today: NaiveDate,
) -> Result<HomeView> {
    let read = workbench.read();
    let plans = plans(workbench)?;
    let shown = plan.or_else(|| plans.last().map(|head| head.id));
    let header = match shown {
        Some(id) => store::plan::header(&read, id)?,
        None => None,
    };
    let reckoning = header.as_ref().map(Plan::reckoning).unwrap_or_default();
    let year = year.or_else(|| header.as_ref().and_then(|plan| plan.last.meaning));
    let (lines, without_actual) = match (header, year) {
        (Some(header), Some(year)) => {
            let plan = plan_of(workbench, header.id, year)?;
            let told = store::record::told(&read, plan.id, year)?;
            let due = plan.items().filter(|item| item.life_cycle.counts_in(year));
            let without = due.map(|item| item.id).filter(|item| !told.contains(item)).collect();
            (lines(&plan, &tally(&plan, year, 0)), without)
        }
        _ => (Vec::new(), Vec::new()),
    };
    let meetings = store::meeting::all(&read)?;
    let (meeting, meeting_ahead) = Meeting::to_prepare(&meetings, today).unzip();
    Ok(HomeView {
        city: store::city::read(&read)?.name,
        plans,
        year: year.map(|year| YearHead::of(reckoning, year)),
        tally: lines,
        without_actual,
        meeting: meeting.cloned(),
        meeting_ahead: meeting_ahead.unwrap_or_default(),
        latest: workbench.history(texts, 8)?,
    })
}
