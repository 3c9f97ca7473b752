//! Papers (会議資料) of the meetings.

use domain::programme::{MeetingId, MeetingPaper, PaperId, PlanId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::sql::{Word, Year};

pub(crate) fn list(r: &Read<'_>, meeting: Option<i64>) -> Result<ByOwner<MeetingPaper>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": meeting }, |row| {
        Ok(MeetingPaper {
            id: PaperId(row.get("id")?),
            kind: row.get::<Word<_>>("kind")?.0,
            doc_no: row.get("doc_no")?,
            title: row.get("title")?,
            plan: PlanId(row.get("plan_id")?),
            year: row.get::<Year>("year")?.0,
            lead: row.get("lead")?,
        })
    })
}

pub(crate) fn save(w: &Write<'_>, meeting: MeetingId, papers: &[MeetingPaper]) -> Result<()> {
    for (position, paper) in list::positions(papers) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": paper.id.0,
                ":meeting_id": meeting.0,
                ":position": position,
                ":kind": Word(paper.kind),
                ":doc_no": paper.doc_no,
                ":title": paper.title,
                ":plan_id": paper.plan.0,
                ":year": Year(paper.year),
                ":lead": paper.lead,
            },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), meeting.0, papers.iter().map(|paper| paper.id))
}
