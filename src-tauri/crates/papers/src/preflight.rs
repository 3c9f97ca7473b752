//! Looking for what the fonts cannot print, before anything is written.

use crate::model::{Block, Cell, Content, Line, Row, Table};
use crate::{Fonts, Paper, PaperError};

/// Checks that every character of the paper has a glyph.
///
/// PDF/UA and PDF/A refuse a text with a missing glyph as a whole, and a plain
/// PDF or a worksheet prints an empty box without a word; both are found here.
///
/// # Errors
/// [`PaperError::MissingGlyphs`] with all characters that are missing and the
/// first text that holds one.
pub fn preflight(paper: &Paper, fonts: &Fonts) -> Result<(), PaperError> {
    let mut missing = Vec::new();
    let mut place = None;
    for_each_text(paper, &mut |text| {
        for c in fonts.missing(text) {
            if !missing.contains(&c) {
                missing.push(c);
            }
            place.get_or_insert_with(|| text.to_owned());
        }
    });
    match place {
        Some(text) => Err(PaperError::MissingGlyphs { chars: missing, text }),
        None => Ok(()),
    }
}

/// Calls `visit` with every text that is printed, in reading order.
pub(crate) fn for_each_text<'p>(paper: &'p Paper, visit: &mut dyn FnMut(&'p str)) {
    let masthead = &paper.masthead;
    visit(&paper.title);
    for text in [&masthead.meeting, &masthead.date, &masthead.doc_no].into_iter().flatten() {
        visit(text);
    }
    for block in &paper.blocks {
        match block {
            Block::Heading { text, .. } | Block::Note(text) => visit(text),
            Block::Paragraph(lines) => lines.iter().for_each(|line| visit_line(line, visit)),
            Block::Table(table) => visit_table(table, visit),
            Block::PageBreak => {}
            Block::Figure { caption, .. } => caption.iter().for_each(|text| visit(text)),
        }
    }
    visit(&paper.words.page_number);
    visit(&paper.words.continued);
}

fn visit_table<'p>(table: &'p Table, visit: &mut dyn FnMut(&'p str)) {
    for text in [&table.caption, &table.unit].into_iter().flatten() {
        visit(text);
    }
    for cell in table.header.iter().flatten() {
        visit_cell(cell, visit);
    }
    for row in &table.body {
        match row {
            Row::Section { text, .. } | Row::ItemStart { name: text } => visit(text),
            Row::Cells(cells) => cells.iter().for_each(|cell| visit_cell(cell, visit)),
        }
    }
    table.notes.iter().for_each(|note| visit(note));
}

fn visit_cell<'p>(cell: &'p Cell, visit: &mut dyn FnMut(&'p str)) {
    match &cell.content {
        Content::Empty => {}
        Content::Text(lines) => lines.iter().for_each(|line| visit_line(line, visit)),
        Content::Number { text, .. } => visit(text),
        Content::Arrow { words, .. } => visit(words),
    }
}

fn visit_line<'p>(line: &'p Line, visit: &mut dyn FnMut(&'p str)) {
    line.bullet.iter().for_each(|bullet| visit(bullet));
    visit(&line.text);
}
