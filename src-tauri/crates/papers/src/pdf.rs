//! The pages: the paper set by typst, as a tagged PDF and as the same pages in
//! SVG for the screen.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDateTime, Timelike};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_svg::SvgOptions;

use crate::model::Block;
use crate::plan::{figure_path, plan};
use crate::{Fonts, Paper, PaperError, preflight};

const MAIN: &str = "/paper.typ";
const TEMPLATES: [(&str, &str); 2] = [
    (MAIN, include_str!("../../../../assets/templates/paper.typ")),
    ("/table.typ", include_str!("../../../../assets/templates/table.typ")),
];
const DATA: &str = "/paper.json";

/// A paper set on its pages, from which the PDF and the pages for the screen
/// are both taken, so that what is seen is what is printed.
pub struct Layout {
    document: PagedDocument,
}

impl Layout {
    /// Sets a paper.
    ///
    /// # Errors
    /// [`PaperError::MissingGlyphs`], [`PaperError::Table`] and
    /// [`PaperError::Figure`] for what the paper holds,
    /// [`PaperError::Typesetting`] when the typesetter refuses it.
    pub fn new(paper: &Paper, fonts: &Fonts) -> Result<Self, PaperError> {
        preflight(paper, fonts)?;
        let plan = plan(paper, &fonts.metrics)?;
        let data =
            serde_json::to_vec(&plan).map_err(|error| PaperError::Typesetting { reasons: vec![error.to_string()] })?;
        let desk = Desk::new(paper, fonts, data)?;
        let document = typst::compile::<PagedDocument>(&desk).output.map_err(refused)?;
        Ok(Self { document })
    }

    /// Number of pages.
    pub fn page_count(&self) -> usize {
        self.document.pages().len()
    }

    /// The paper as a tagged PDF that keeps PDF/UA-1 and PDF/A-2a.
    ///
    /// `created` is the time of making in Japanese standard time; PDF/A wants
    /// one in every file, and a clock has no place here.
    ///
    /// # Errors
    /// [`PaperError::Typesetting`] when a standard cannot be kept.
    pub fn pdf(&self, created: NaiveDateTime) -> Result<Vec<u8>, PaperError> {
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|error| PaperError::Typesetting { reasons: vec![error.message().to_string()] })?;
        let options = PdfOptions { standards, timestamp: timestamp(created), ..PdfOptions::default() };
        typst_pdf::pdf(&self.document, &options).map_err(refused)
    }

    /// The pages as SVG drawings with their text as outlines.
    pub fn pages_svg(&self) -> Vec<String> {
        let options = SvgOptions::default();
        self.document.pages().iter().map(|page| typst_svg::svg(page, &options)).collect()
    }
}

/// Writes a paper as a tagged PDF (PDF/UA-1, PDF/A-2a), made at `created`
/// (Japanese standard time).
///
/// # Errors
/// As [`Layout::new`] and [`Layout::pdf`].
pub fn pdf(paper: &Paper, fonts: &Fonts, created: NaiveDateTime) -> Result<Vec<u8>, PaperError> {
    Layout::new(paper, fonts)?.pdf(created)
}

fn timestamp(created: NaiveDateTime) -> Option<Timestamp> {
    const JAPAN_MINUTES: i32 = 9 * 60;
    let part = |value: u32| u8::try_from(value).ok();
    let time = Datetime::from_ymd_hms(
        created.year(),
        part(created.month())?,
        part(created.day())?,
        part(created.hour())?,
        part(created.minute())?,
        part(created.second())?,
    )?;
    Timestamp::new_local(time, JAPAN_MINUTES)
}

/// Draws the pages of a paper for the screen, one SVG for each.
///
/// # Errors
/// As [`Layout::new`].
pub fn pages_svg(paper: &Paper, fonts: &Fonts) -> Result<Vec<String>, PaperError> {
    Ok(Layout::new(paper, fonts)?.pages_svg())
}

/// Empties the typesetter's memory of the papers set so far, tens of megabytes for each. A program
/// that lives on calls it when a paper is done; one that ends has no need to.
pub fn forget() {
    typst::comemo::evict(0);
}

fn refused(diagnostics: impl IntoIterator<Item = SourceDiagnostic>) -> PaperError {
    let reason = |one: SourceDiagnostic| {
        let hints = one.hints.iter().map(|hint| format!(" ({})", hint.v));
        one.message.to_string() + &hints.collect::<String>()
    };
    PaperError::Typesetting { reasons: diagnostics.into_iter().map(reason).collect() }
}

/// Everything the typesetter may read: the templates, the paper, the fonts.
struct Desk<'f> {
    fonts: &'f Fonts,
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

impl<'f> Desk<'f> {
    fn new(paper: &Paper, fonts: &'f Fonts, data: Vec<u8>) -> Result<Self, PaperError> {
        let mut sources = HashMap::new();
        for (path, text) in TEMPLATES {
            let id = file_id(path)?;
            sources.insert(id, Source::new(id, text.to_owned()));
        }
        let mut files = HashMap::from([(file_id(DATA)?, Bytes::new(data))]);
        let figures = paper.blocks.iter().filter_map(|block| match block {
            Block::Figure { drawing, width_mm, height_mm, .. } => Some((drawing, width_mm, height_mm)),
            _ => None,
        });
        for (at, (drawing, width, height)) in figures.enumerate() {
            let figure = at + 1;
            if *width == 0 || *height == 0 {
                return Err(PaperError::Figure { figure, reason: "size 0".to_owned() });
            }
            let svg = drawing.svg(&fonts.bytes).map_err(|reason| PaperError::Figure { figure, reason })?;
            files.insert(file_id(&figure_path(figure))?, Bytes::from_string(svg));
        }
        Ok(Self { fonts, main: file_id(MAIN)?, sources, files })
    }
}

/// The identity of a virtual path. The typesetter keeps each for ever, so the
/// paths are few and always the same.
fn file_id(path: &str) -> Result<FileId, PaperError> {
    let path = VirtualPath::new(path).map_err(|_| PaperError::Typesetting { reasons: vec![path.to_owned()] })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.fonts.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.faces.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests;
