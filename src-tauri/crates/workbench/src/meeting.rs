//! Meetings (会議) and the list of their papers.

use chrono::NaiveDate;
use domain::programme::{Meeting, MeetingId, MeetingPaper, PaperId};
use domain::value::written::Written;
use serde::{Deserialize, Serialize};
use store::{Outcome, Table, Write};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::texts::keys;
use crate::{By, Op, Result, Workbench, WorkbenchError, lead, words};

/// The meetings of the file, oldest first.
pub fn all(workbench: &Workbench) -> Result<Vec<Meeting>> {
    Ok(store::meeting::all(&workbench.read())?)
}

/// What a person says of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingForm {
    /// The meeting; none makes a new one.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<MeetingId>,
    /// 第3回.
    pub number: String,
    /// Name as printed.
    pub name: String,
    /// Date in words: 令和6年2月2日; "" while it is not fixed.
    pub date: String,
    /// Place.
    pub place: String,
    /// Papers in order; an identity of 0 makes a new one.
    pub papers: Vec<MeetingPaper>,
}

/// Saves a meeting with its papers as one step.
pub fn save(workbench: &mut Workbench, by: &By, form: &MeetingForm) -> Result<Outcome<MeetingId>> {
    let name = words::name(&form.name)?;
    let number = words::text(&form.number)?;
    let date = words::text(&form.date)?;
    let date = (!date.is_empty()).then(|| Written::<NaiveDate>::read(date));
    if let Some(written) = date.as_ref().filter(|date| date.meaning.is_none()) {
        return Err(WorkbenchError::NotUnderstood { text: written.text.clone(), expected: keys::EXPECTED_DATE });
    }
    let op = Op::SaveMeeting { meeting: [number.as_str(), name.as_str()].join(" ").trim().to_owned() };
    workbench.transact(by, &op, |w| {
        let id = match form.id {
            Some(id) => store::meeting::read(w, id)?.found(Thing::Meeting, id.0)?.id,
            None => MeetingId(store::next_id(w, Table::Meeting)?),
        };
        let meeting = Meeting {
            id,
            number: number.clone(),
            name: name.clone(),
            date: date.clone(),
            place: words::text(&form.place)?,
            papers: papers(w, &form.papers)?,
        };
        store::meeting::save(w, &meeting)?;
        Ok(id)
    })
}

fn papers(w: &Write<'_>, given: &[MeetingPaper]) -> Result<Vec<MeetingPaper>> {
    let mut next = store::next_id(w, Table::Paper)?;
    given
        .iter()
        .map(|paper| {
            let mut paper = paper.clone();
            if paper.id.0 == 0 {
                paper.id = PaperId(next);
                next += 1;
            }
            store::plan::header(w, paper.plan)?.found(Thing::Plan, paper.plan.0)?;
            paper.doc_no = words::text(&paper.doc_no)?;
            paper.title = words::text(&paper.title)?;
            paper.lead = lead::taken(&paper.lead)?;
            Ok(paper)
        })
        .collect()
}

/// Removes a meeting with its papers.
pub fn remove(workbench: &mut Workbench, by: &By, id: MeetingId) -> Result<Outcome<()>> {
    let meeting = store::meeting::read(&workbench.read(), id)?.found(Thing::Meeting, id.0)?;
    let op =
        Op::RemoveMeeting { meeting: [meeting.number.as_str(), meeting.name.as_str()].join(" ").trim().to_owned() };
    workbench.transact(by, &op, |w| Ok(store::meeting::remove(w, id)?))
}
