//! The paper as a workbook that is ready to be printed: the widths of the page,
//! heights computed from the text, heads repeated, bars as merged cells with an
//! arrow drawn around their words.
//!
//! The words of a bar stand in the cell and the arrow is an outline above it,
//! so the table can be searched, copied and corrected like any other.

mod figure;
mod finish;
mod format;
mod number;
mod sheet;
mod split;
mod table;

use chrono::{NaiveDateTime, TimeDelta};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::model::{Block, Table, Words};
use crate::{Fonts, Paper, PaperError};

use sheet::SheetWriter;

impl From<XlsxError> for PaperError {
    fn from(error: XlsxError) -> Self {
        Self::Workbook { reason: error.to_string() }
    }
}

/// Writes a paper as an Excel workbook, made at `created` (Japanese standard
/// time).
///
/// A paper with several tables gets a worksheet for each that has columns of
/// its own. Text stays text, whatever sign it begins with. Fonts are
/// named, not embedded; `fonts` measure the text, because Excel never fits the
/// height of merged cells, and draw the figures.
///
/// # Errors
/// [`PaperError::Table`] and [`PaperError::Figure`] for what the paper holds,
/// [`PaperError::Workbook`] when a limit of the format is passed.
pub fn xlsx(paper: &Paper, fonts: &Fonts, created: NaiveDateTime) -> Result<Vec<u8>, PaperError> {
    let mut workbook = Workbook::new();
    // Widths of columns are counted in digits of this format: 6 px each.
    workbook.set_default_format(&format::default(), sheet::DEFAULT_ROW, 56)?;
    // The properties of a workbook are in universal time.
    let universal = created.checked_sub_signed(TimeDelta::hours(9)).unwrap_or(created);
    let seconds = universal.and_utc().timestamp();
    let properties = DocProperties::new()
        .set_title(&paper.title)
        .set_author(&paper.city)
        .set_company(&paper.city)
        .set_creation_datetime(&ExcelDateTime::from_timestamp(seconds)?);
    workbook.set_properties(&properties);

    let mut tables = 0;
    let mut figures = 0;
    for (at, blocks) in worksheets(&paper.blocks).into_iter().enumerate() {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(sheet_name(&paper.words, at + 1))?;
        let mut sheet = SheetWriter::new(worksheet, paper, blocks, fonts, tables)?;
        if at == 0 {
            sheet.masthead()?;
        }
        for block in blocks {
            match block {
                Block::Heading { level, text } => sheet.heading(*level, text)?,
                Block::Paragraph(lines) => sheet.paragraph(lines)?,
                Block::Note(text) => sheet.note(text)?,
                // The worksheet itself is the new page.
                Block::PageBreak => {}
                Block::Table(table) => {
                    tables += 1;
                    sheet.table(table, tables)?;
                }
                Block::Figure { drawing, width_mm, height_mm, alt, .. } => {
                    figures += 1;
                    let image = figure::image(drawing, *width_mm, *height_mm, alt, figures, fonts)?;
                    sheet.figure(block, &image)?;
                }
            }
        }
        sheet.finish()?;
    }
    finish::finish(&workbook.save_to_buffer()?)
}

/// Parts the blocks so that all tables of a worksheet have the same columns and no head that would
/// have to be repeated, and none goes over a page break. Headings before a table go with it.
fn worksheets(blocks: &[Block]) -> Vec<&[Block]> {
    let mut parts = Vec::new();
    let mut begin = 0;
    let mut before: Option<&Table> = None;
    // Where the words that lead to the next table begin.
    let mut lead = None;
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Table(table) => {
                let joins =
                    |one: &Table| one.columns == table.columns && one.header.is_empty() && table.header.is_empty();
                if before.is_some_and(|one| !joins(one)) {
                    let cut = lead.unwrap_or(at);
                    parts.push(&blocks[begin..cut]);
                    begin = cut;
                }
                before = Some(table);
                lead = None;
            }
            Block::PageBreak => {
                if at > begin {
                    parts.push(&blocks[begin..at]);
                }
                begin = at + 1;
                before = None;
                lead = None;
            }
            Block::Heading { .. } => {
                lead.get_or_insert(at);
            }
            Block::Paragraph(_) | Block::Note(_) | Block::Figure { .. } => {}
        }
    }
    parts.push(&blocks[begin..]);
    parts
}

/// A name Excel takes: at most 31 characters, none of `[]:*?/\`, not empty, no
/// apostrophe at either end, and no two alike.
fn sheet_name(words: &Words, number: usize) -> String {
    let forbidden = |c: char| "[]:*?/\\".contains(c) || c.is_control();
    let name: String = words.sheet_name.chars().filter(|&c| !forbidden(c)).take(26).collect();
    let name = name.trim().trim_matches('\'');
    match (name.is_empty(), number) {
        (true, number) => format!("{number}"),
        (false, 1) => name.to_owned(),
        (false, number) => format!("{name} ({number})"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn words(sheet_name: &str) -> Words {
        Words { page_number: String::new(), sheet_name: sheet_name.to_owned(), continued: String::new() }
    }

    #[test]
    fn names_of_worksheets_are_made_to_fit() {
        assert_eq!(sheet_name(&words("進捗状況"), 1), "進捗状況");
        assert_eq!(sheet_name(&words("進捗状況"), 2), "進捗状況 (2)");
        assert_eq!(sheet_name(&words("R5/4:[案]"), 1), "R54案");
        assert_eq!(sheet_name(&words("'"), 3), "3");
        assert_eq!(sheet_name(&words(&"あ".repeat(60)), 2).chars().count(), 30);
    }

    #[test]
    fn each_worksheet_has_tables_of_one_kind_and_their_headings() {
        let table = |columns: usize| {
            Block::Table(Table {
                columns: vec![crate::Column::share(1.0); columns],
                header: Vec::new(),
                body: Vec::new(),
                caption: None,
                summary: String::new(),
                unit: None,
                notes: Vec::new(),
            })
        };
        let heading = || Block::Heading { level: 1, text: "1".to_owned() };
        let note = || Block::Note("※".to_owned());
        let blocks = [heading(), table(1), note(), heading(), table(2), note(), table(3)];
        let lengths: Vec<_> = worksheets(&blocks).iter().map(|part| part.len()).collect();
        assert_eq!(lengths, [3, 3, 1]);
        let alike = [heading(), table(2), heading(), note(), table(2), heading(), table(1)];
        let lengths: Vec<_> = worksheets(&alike).iter().map(|part| part.len()).collect();
        assert_eq!(lengths, [5, 2], "tables of the same columns stand on one worksheet");
        let forms = [heading(), table(1), Block::PageBreak, heading(), table(1)];
        let lengths: Vec<_> = worksheets(&forms).iter().map(|part| part.len()).collect();
        assert_eq!(lengths, [2, 2], "a page of its own is a worksheet of its own");
        assert_eq!(worksheets(&[]).len(), 1, "an empty paper is still a workbook");
    }
}
