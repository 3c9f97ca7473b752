//! When a paper (会議資料) was handed out last, and what it said then.
//!
//! Not under undo: taking an edit back does not take back a paper that left the house.

use chrono::NaiveDateTime;
use domain::programme::PaperId;
use rusqlite::named_params;

use crate::error::Result;
use crate::file::File;
use crate::handles::{Read, Write};
use crate::sql::Word;

/// The last time a paper was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandingOut {
    /// The paper.
    pub paper: PaperId,
    /// When, local time of the office.
    pub at: NaiveDateTime,
    /// Digest of what it said; another digest now means that the paper is out of date.
    pub digest: String,
}

/// The last handing out of every paper that was handed out.
pub fn all(r: &Read<'_>) -> Result<Vec<HandingOut>> {
    r.list(include_str!("list.sql"), [], |row| {
        Ok(HandingOut {
            paper: PaperId(row.get("paper_id")?),
            at: row.get::<Word<_>>("at")?.0,
            digest: row.get("digest")?,
        })
    })
}

/// Remembers that a paper was handed out. It is no step of undo and no entry of the history.
pub fn remember(file: &mut File, given: &HandingOut) -> Result<()> {
    file.aside(|w: &Write<'_>| {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":paper_id": given.paper.0,
                ":at": Word(given.at),
                ":digest": given.digest,
            },
        )
        .map(drop)
    })
}
