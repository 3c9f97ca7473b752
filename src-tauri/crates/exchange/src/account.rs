//! Keeping account of every cell while a table is read.

use crate::progress::BarDraft;
use crate::reading::{Finding, FindingKind, Outcome, ReadCell, Understood};
use crate::table::{Row, Table};

/// What a cell of a workbook can hold.
const LONGEST_CELL: usize = 32_767;

/// The columns of a table with the role of each, and the account so far.
pub(crate) struct Account<'t, R> {
    headings: &'t [String],
    roles: Vec<Option<R>>,
    /// The number of columns a full row has: up to the last heading that is not blank.
    width: usize,
    cells: Vec<ReadCell>,
    findings: Vec<Finding>,
}

/// One row while it is read: its cells, and what has been understood of them.
pub(crate) struct OpenRow<'t> {
    /// The row as Excel counts.
    pub(crate) line: u32,
    /// The bars of a lane, where the table has them as merged cells.
    pub(crate) bars: Option<&'t [BarDraft]>,
    sources: &'t [String],
    understood: Vec<Option<Understood>>,
}

impl<'t, R: Copy + PartialEq> Account<'t, R> {
    /// Opens the account: titles and headings are entered, and columns that mean nothing or
    /// that were there before are told. Those have no role from here on.
    pub(crate) fn open(table: &'t Table, role: impl Fn(&str) -> Option<R>) -> Self {
        let mut account = Self {
            headings: &table.header,
            roles: Vec::with_capacity(table.header.len()),
            width: table.header.iter().rposition(|heading| !heading.trim().is_empty()).map_or(0, |last| last + 1),
            cells: Vec::new(),
            findings: Vec::new(),
        };
        for row in &table.preamble {
            account.enter_all(row.line, &row.cells, "", &Understood::Heading);
        }
        for (at, heading) in table.header.iter().enumerate() {
            let found = role(heading);
            let repeated = found.is_some() && account.roles.contains(&found);
            let filled = table.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.trim().is_empty()));
            let doubt = if repeated {
                Some(FindingKind::RepeatedColumn)
            } else if found.is_none() && filled {
                Some(FindingKind::UnknownColumn)
            } else {
                None
            };
            if let Some(kind) = doubt {
                account.findings.push(Finding {
                    line: table.header_line,
                    column: Some(heading.clone()),
                    source: heading.clone(),
                    kind,
                    outcome: Outcome::LeftOut,
                });
            }
            account.roles.push(found.filter(|_| !repeated));
            account.cells.push(ReadCell {
                line: table.header_line,
                column: heading.clone(),
                source: heading.clone(),
                understood: match (found, repeated) {
                    (Some(_), false) => Understood::Heading,
                    _ if heading.trim().is_empty() => Understood::Blank,
                    _ => Understood::LeftOut,
                },
            });
        }
        account
    }

    /// The columns with their roles and headings, from left to right.
    pub(crate) fn columns(&self) -> impl Iterator<Item = (R, &'t str)> + use<'_, 't, R> {
        self.roles.iter().zip(self.headings).filter_map(|(role, heading)| Some(((*role)?, heading.as_str())))
    }

    /// The heading of the column with this role, as written; "" when there is none.
    pub(crate) fn heading(&self, role: R) -> &'t str {
        self.columns().find(|(found, _)| *found == role).map_or("", |(_, heading)| heading)
    }

    /// Opens a row. `None` for a note below the table, which is entered and told.
    pub(crate) fn open_row(&mut self, row: &'t Row) -> Option<OpenRow<'t>> {
        if is_note(row) {
            let source = row.cells.first().cloned().unwrap_or_default();
            self.tell(row.line, None, source, FindingKind::Note, Outcome::LeftOut);
            self.enter_all(row.line, &row.cells, "", &Understood::Heading);
            return None;
        }
        self.check_width(row);
        let sources = row.cells.get(..self.headings.len()).unwrap_or(&row.cells);
        for (at, source) in sources.iter().enumerate() {
            if self.roles.get(at).is_some_and(Option::is_some) {
                self.check_characters(row, at, source);
            }
        }
        Some(OpenRow {
            line: row.line,
            bars: row.bars.as_deref(),
            sources,
            understood: vec![None; self.headings.len()],
        })
    }

    /// The words of a row in the column with this role; "" when there are none.
    pub(crate) fn words(&self, row: &OpenRow<'t>, role: R) -> &'t str {
        self.position(role).and_then(|at| row.sources.get(at)).map_or("", String::as_str)
    }

    /// Notes what was understood of a cell.
    pub(crate) fn understand(&self, row: &mut OpenRow<'t>, role: R, understood: Understood) {
        if let Some(slot) = self.position(role).and_then(|at| row.understood.get_mut(at)) {
            *slot = Some(understood);
        }
    }

    /// Tells of something odd in a cell.
    pub(crate) fn doubt(&mut self, row: &OpenRow<'t>, role: R, kind: FindingKind, outcome: Outcome) {
        let column = self.heading(role).to_owned();
        let source = self.words(row, role).to_owned();
        self.tell(row.line, Some(column), source, kind, outcome);
    }

    /// Tells of something odd about a row that goes by this name.
    pub(crate) fn doubt_row(&mut self, row: &OpenRow<'t>, name: &str, kind: FindingKind, outcome: Outcome) {
        self.tell(row.line, None, name.to_owned(), kind, outcome);
    }

    /// Enters the cells of a row. Filled cells of which nothing was noted are words.
    pub(crate) fn close_row(&mut self, row: OpenRow<'t>) {
        self.enter_row(row, &Understood::Words);
    }

    /// Enters the cells of a row that is not taken over.
    pub(crate) fn leave_row_out(&mut self, mut row: OpenRow<'t>) {
        row.understood.fill(None);
        self.enter_row(row, &Understood::LeftOut);
    }

    /// The account, closed: findings in the order of the rows.
    pub(crate) fn close(mut self) -> (Vec<ReadCell>, Vec<Finding>) {
        self.findings.sort_by_key(|finding| finding.line);
        (self.cells, self.findings)
    }

    fn position(&self, role: R) -> Option<usize> {
        self.roles.iter().position(|found| *found == Some(role))
    }

    fn tell(&mut self, line: u32, column: Option<String>, source: String, kind: FindingKind, outcome: Outcome) {
        self.findings.push(Finding { line, column, source, kind, outcome });
    }

    fn enter_all(&mut self, line: u32, cells: &[String], column: &str, understood: &Understood) {
        for source in cells.iter().filter(|cell| !cell.trim().is_empty()) {
            self.cells.push(ReadCell {
                line,
                column: column.to_owned(),
                source: source.clone(),
                understood: understood.clone(),
            });
        }
    }

    fn enter_row(&mut self, row: OpenRow<'t>, filled: &Understood) {
        for (at, understood) in row.understood.into_iter().enumerate() {
            let source = row.sources.get(at).map_or("", String::as_str);
            let has_role = self.roles.get(at).is_some_and(Option::is_some);
            let blank = source.trim().is_empty();
            if blank && !has_role {
                continue;
            }
            self.cells.push(ReadCell {
                line: row.line,
                column: self.headings.get(at).cloned().unwrap_or_default(),
                source: source.to_owned(),
                understood: match understood {
                    Some(understood) => understood,
                    None if blank => Understood::Blank,
                    None if has_role => filled.clone(),
                    None => Understood::LeftOut,
                },
            });
        }
    }

    fn check_width(&mut self, row: &Row) {
        let beyond = row.cells.get(self.headings.len()..).unwrap_or_default();
        let extra: Vec<&str> = beyond.iter().map(String::as_str).filter(|cell| !cell.trim().is_empty()).collect();
        let outcome = if !extra.is_empty() {
            Outcome::LeftOut
        } else if row.cells.len() < self.width {
            Outcome::TakenOver
        } else {
            return;
        };
        let source = match extra.as_slice() {
            [] => row.cells.first().cloned().unwrap_or_default(),
            cells => cells.join(" / "),
        };
        let kind = FindingKind::RaggedRow { expected: count(self.width), found: count(row.cells.len()) };
        self.tell(row.line, None, source, kind, outcome);
        self.enter_all(row.line, beyond, "", &Understood::LeftOut);
    }

    fn check_characters(&mut self, row: &Row, at: usize, source: &str) {
        let dropped = row.dropped.iter().find(|(place, _)| *place == at);
        let lost = |c: &char| *c == '\u{fffd}';
        let private = |c: &char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
        let characters = source.chars().count();
        let doubts = [
            source.chars().find(lost).map(|c| FindingKind::ControlCharacter { code: c.into() }),
            source.chars().find(private).map(|c| FindingKind::PrivateCharacter { code: c.into() }),
            source.starts_with(['=', '@']).then_some(FindingKind::FormulaLike),
            (characters > LONGEST_CELL).then(|| FindingKind::LongText { characters: count(characters) }),
        ];
        let column = self.headings.get(at).cloned();
        if let Some((_, bad)) = dropped {
            let kind = FindingKind::ControlCharacter { code: (*bad).into() };
            self.tell(row.line, column.clone(), source.to_owned(), kind, Outcome::Cleaned);
        }
        for kind in doubts.into_iter().flatten() {
            self.tell(row.line, column.clone(), source.to_owned(), kind, Outcome::TakenOver);
        }
    }
}

/// A note below or within a table: one cell alone that begins with the mark of a note.
pub(crate) fn is_note(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.trim().is_empty());
    let (Some(only), None) = (filled.next(), filled.next()) else {
        return false;
    };
    is_note_text(only.trim())
}

/// Whether words begin with the mark of a note.
pub(crate) fn is_note_text(words: &str) -> bool {
    ["※", "*", "＊", "(注", "（注", "注)", "注）", "注:", "注：", "資料:", "資料：", "出典"]
        .iter()
        .any(|mark| words.starts_with(mark))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
