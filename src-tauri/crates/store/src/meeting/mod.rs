//! Meetings (会議) with their papers.

use domain::programme::{Meeting, MeetingId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{Read, Write};
use crate::sql::{maybe_written, meaning, text};
use crate::{list, paper};

/// All meetings, oldest first.
pub fn all(r: &Read<'_>) -> Result<Vec<Meeting>> {
    some(r, None)
}

/// One meeting.
pub fn read(r: &Read<'_>, id: MeetingId) -> Result<Option<Meeting>> {
    some(r, Some(id.0)).map(list::first)
}

fn some(r: &Read<'_>, id: Option<i64>) -> Result<Vec<Meeting>> {
    let _steady = r.steady()?;
    let mut papers = paper::list(r, id)?;
    list::all_or_one(r, include_str!("list.sql"), id, |row| {
        let id = row.get("id")?;
        Ok(Meeting {
            id: MeetingId(id),
            number: row.get("number")?,
            name: row.get("name")?,
            date: maybe_written(row, "date_text", "date_meaning")?,
            place: row.get("place")?,
            papers: list::taken(&mut papers, id),
        })
    })
}

/// Writes one meeting with its papers; a new one comes last.
pub fn save(w: &Write<'_>, meeting: &Meeting) -> Result<()> {
    save_at(w, meeting, None)
}

pub(crate) fn save_at(w: &Write<'_>, meeting: &Meeting, position: Option<i64>) -> Result<()> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":id": meeting.id.0,
            ":position": position,
            ":number": meeting.number,
            ":name": meeting.name,
            ":date_text": text(meeting.date.as_ref()),
            ":date_meaning": meeting.date.as_ref().and_then(meaning),
            ":place": meeting.place,
        },
    )?;
    paper::save(w, meeting.id, &meeting.papers)
}

/// Removes a meeting with its papers.
pub fn remove(w: &Write<'_>, id: MeetingId) -> Result<()> {
    list::remove(w, include_str!("remove.sql"), id.0)
}

/// Puts the meetings named first, in the order given.
pub fn reorder(w: &Write<'_>, order: &[MeetingId]) -> Result<()> {
    list::reorder(w, include_str!("order.sql"), include_str!("place.sql"), order.iter().map(|id| id.0))
}

pub(crate) fn prune(w: &Write<'_>, keep: &[Meeting]) -> Result<()> {
    list::prune_all(w, include_str!("prune.sql"), keep.iter().map(|meeting| meeting.id.0))
}
