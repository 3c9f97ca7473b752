//! Findings that are left as they are, with a reason: two steps that can be undone.

use domain::programme::{Acceptance, AcceptanceId};
use serde::{Deserialize, Serialize};
use store::{Outcome, Table};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::{By, Op, Result, Workbench, WorkbenchError, words};

/// A finding that a person leaves as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AcceptForm {
    /// Key of the finding.
    pub finding: String,
    /// Name of the thing concerned, for the name of the step.
    pub title: String,
    /// Why it is left as it is; not empty.
    pub reason: String,
}

/// Accepts a finding with a reason. Accepted again, the new reason takes the place of the old.
pub fn accept(workbench: &mut Workbench, by: &By, form: &AcceptForm) -> Result<Outcome<AcceptanceId>> {
    let reason = words::text(&form.reason)?;
    if reason.trim().is_empty() || form.finding.is_empty() {
        return Err(WorkbenchError::NoReason);
    }
    let op = Op::AcceptFinding { title: words::text(&form.title)? };
    workbench.transact(by, &op, |w| {
        let known = store::acceptance::all(w)?.into_iter().find(|one| one.finding == form.finding);
        let id = match known {
            Some(known) => known.id,
            None => AcceptanceId(store::next_id(w, Table::Acceptance)?),
        };
        let acceptance =
            Acceptance { id, finding: form.finding.clone(), reason: reason.clone(), who: by.who.clone(), at: by.at };
        store::acceptance::save(w, &acceptance)?;
        Ok(id)
    })
}

/// Withdraws an acceptance: the finding is open again. `title` names the step.
pub fn withdraw(workbench: &mut Workbench, by: &By, id: AcceptanceId, title: &str) -> Result<Outcome<()>> {
    let known = store::acceptance::all(&workbench.read())?.iter().any(|one| one.id == id);
    known.then_some(()).found(Thing::Acceptance, id.0)?;
    let op = Op::WithdrawAcceptance { title: words::text(title)? };
    workbench.transact(by, &op, |w| Ok(store::acceptance::remove(w, id)?))
}
