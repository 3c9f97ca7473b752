//! Meetings and their papers.

use domain::programme::{Meeting, MeetingId, PaperId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench::export::{self, PaperFormat};
use workbench::lead::{self, Lead};
use workbench::meeting::{self, MeetingForm};
use workbench::paper;

use super::app::FileName;
use super::file::{Files, out_folder};
use super::{Result, change, write};
use crate::desk::Desk;
use crate::ipc::{Done, Nothing};
use crate::journal;

/// A meeting.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OfMeeting {
    /// Which.
    pub meeting: MeetingId,
}

/// A paper.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OfPaper {
    /// Which.
    pub paper: PaperId,
}

/// The pages of a paper as they will print.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Pages {
    /// Title as printed.
    pub title: String,
    /// One drawing per page.
    pub pages: Vec<String>,
}

/// The sentence above the table of a paper.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LeadWords {
    /// Which paper.
    pub paper: PaperId,
    /// The words; none leaves them to the tally, "" prints nothing.
    #[ts(optional)]
    pub text: Option<String>,
}

/// A paper to be written beside the file.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PaperExport {
    /// Which paper.
    pub paper: PaperId,
    /// In these formats.
    pub formats: Vec<PaperFormat>,
}

/// The meetings of the file.
pub fn meeting_list(desk: &Desk, _: Nothing) -> Result<Vec<Meeting>> {
    desk.with(|workbench| meeting::all(workbench))
}

/// A meeting with its papers.
pub fn meeting_save(desk: &Desk, request: MeetingForm) -> Result<Done<MeetingId>> {
    write(desk, |workbench, by| meeting::save(workbench, by, &request))
}

/// A meeting away.
pub fn meeting_remove(desk: &Desk, request: OfMeeting) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| meeting::remove(workbench, by, request.meeting))
}

/// The pages of a paper.
pub fn paper_preview(desk: &Desk, request: OfPaper) -> Result<Pages> {
    let paper = desk.with(|workbench| paper::of_file(workbench, &desk.texts, request.paper))?;
    Ok(Pages { pages: desk.press.paper_preview(&paper)?, title: paper.title })
}

/// The sentence above the table of a paper.
pub fn lead_view(desk: &Desk, request: OfPaper) -> Result<Lead> {
    desk.with(|workbench| lead::of_paper(workbench, &desk.texts, request.paper))
}

/// That sentence in other words.
pub fn lead_set(desk: &Desk, request: LeadWords) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| lead::set(workbench, by, &desk.texts, request.paper, request.text.as_deref()))
}

/// A paper as files, beside the programme. The file is free again while it is set.
pub fn paper_export(desk: &Desk, request: PaperExport) -> Result<Files> {
    let (paper, folder) = desk
        .with(|workbench| Ok((paper::of_file(workbench, &desk.texts, request.paper)?, out_folder(workbench.path()))))?;
    let mut files = Vec::new();
    for format in request.formats {
        let path = folder.join(paper::file_name(&paper, format));
        let bytes = desk.press.paper(&paper, format, journal::now())?;
        export::write_into(&path, &bytes)?;
        files.push(FileName::of(&path));
    }
    desk.with(|workbench| workbench::check::handed_out(workbench, request.paper, &paper, journal::now()))?;
    Ok(Files { files })
}
