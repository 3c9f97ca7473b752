//! Items taller than a page, parted so that no line of text is cut where the
//! page ends.

use crate::grid::{Placed, Rows};
use crate::measure::{Metrics, Setting};
use crate::model::{Cell, Content, Line};

/// Cells that own their content; `None` fills a gap.
pub(super) struct Piece {
    pub count: usize,
    cells: Vec<(Position, Option<Cell>)>,
}

#[derive(Clone, Copy)]
struct Position {
    row: usize,
    column: usize,
    rowspan: usize,
    colspan: usize,
}

impl Piece {
    /// The piece as rows of a grid.
    pub(super) fn rows(&self) -> Rows<'_> {
        let cells = self.cells.iter().map(|(at, cell)| Placed {
            row: at.row,
            column: at.column,
            rowspan: at.rowspan,
            colspan: at.colspan,
            cell: cell.as_ref(),
        });
        Rows { count: self.count, cells: cells.collect() }
    }
}

/// How many printed lines the pieces hold.
pub(super) struct Room<'m> {
    pub metrics: &'m Metrics,
    /// The first piece, on what is left of its page.
    pub first: usize,
    /// Each of the others, on a page of its own.
    pub next: usize,
}

/// Takes the lines that fit in `most` printed lines of `em`; the rest stays.
pub(super) fn take(metrics: &Metrics, lines: &mut Vec<Line>, em: f32, most: usize, bold: bool) -> Vec<Line> {
    let mut left = most.max(1);
    let mut taken = Vec::new();
    while let Some(line) = lines.first() {
        let text = joined(line);
        let wrapped = metrics.wrap(&text, em, Setting::Worksheet, bold);
        if wrapped.len() <= left {
            left -= wrapped.len();
            taken.push(lines.remove(0));
            continue;
        }
        // Only a line that no piece could hold is parted itself.
        if taken.is_empty() {
            let bullet = line.bullet.as_ref().map_or(0, String::len);
            let length: usize = wrapped[..left].iter().map(|part| part.len()).sum();
            let feeds = fed(&text, length, &wrapped[..left]);
            let cut = (length + feeds).saturating_sub(bullet).min(line.text.len());
            let (head, tail) = line.text.split_at(cut);
            let head = Line { bullet: line.bullet.clone(), text: head.to_owned() };
            let tail = Line::plain(tail.trim_start_matches('\n'));
            taken.push(head);
            lines[0] = tail;
        }
        break;
    }
    taken
}

/// How many line feeds part the first wrapped lines of a text.
fn fed(text: &str, length: usize, wrapped: &[&str]) -> usize {
    let mut at = 0;
    let mut feeds = 0;
    for line in wrapped {
        at += line.len();
        if text[at..].starts_with('\n') && at < length + feeds {
            at += 1;
            feeds += 1;
        }
    }
    feeds
}

/// A line with its bullet, as it stands in a cell.
pub(super) fn joined(line: &Line) -> String {
    format!("{}{}", line.bullet.as_deref().unwrap_or_default(), line.text)
}

/// Parts an item. `em` gives the width of a cell in em; the rest of its texts
/// goes to rows of their own, whose heading cells say `continued`.
pub(super) fn pieces(
    rows: &Rows,
    room: &Room,
    em: impl Fn(&Placed) -> f32,
    continued: impl Fn(&str) -> String,
) -> Vec<Piece> {
    let top: Vec<_> = rows.cells.iter().filter(|placed| placed.row == 0).collect();
    let mut rest: Vec<Vec<Line>> = vec![Vec::new(); top.len()];
    let mut first = Piece { count: rows.count, cells: Vec::new() };
    for placed in &rows.cells {
        let mut cell = placed.cell.cloned();
        if let Some(Cell { content: Content::Text(lines), strong, .. }) = &mut cell {
            let taken = take(room.metrics, lines, em(placed), room.first, *strong);
            let left = std::mem::replace(lines, taken);
            let above = top.iter().position(|top| (top.column..top.column + top.colspan).contains(&placed.column));
            if let Some(above) = above {
                rest[above].extend(left);
            }
        }
        first.cells.push((position(placed), cell));
    }
    let mut pieces = vec![first];
    while rest.iter().any(|lines| !lines.is_empty()) {
        let naming = top.iter().rposition(|placed| placed.cell.is_some_and(|cell| cell.header));
        let cells = top.iter().enumerate().map(|(at, placed)| {
            let place = Position { row: 0, rowspan: 1, ..position(placed) };
            let mut cell = placed.cell.cloned().unwrap_or_else(Cell::empty);
            cell.rowspan = 1;
            cell.content = if rest[at].is_empty() {
                match &cell.content {
                    Content::Text(lines) if cell.header => again(lines, at, naming, &continued),
                    _ => Content::Empty,
                }
            } else {
                let taken = take(room.metrics, &mut rest[at], em(placed), room.next, cell.strong);
                Content::Text(taken)
            };
            (place, Some(cell))
        });
        pieces.push(Piece { count: 1, cells: cells.collect() });
    }
    pieces
}

fn again(lines: &[Line], at: usize, naming: Option<usize>, continued: &impl Fn(&str) -> String) -> Content {
    let Some(line) = lines.first() else { return Content::Empty };
    let mut line = line.clone();
    if Some(at) == naming {
        line.text = continued(&line.text);
    }
    Content::Text(vec![line])
}

fn position(placed: &Placed) -> Position {
    Position { row: placed.row, column: placed.column, rowspan: placed.rowspan, colspan: placed.colspan }
}
