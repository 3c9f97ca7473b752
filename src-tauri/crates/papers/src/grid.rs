//! A table with every cell in its place: spans resolved, gaps filled, rows
//! that belong together collected.

use crate::model::{Cell, Content, Row, Table};
use crate::{PaperError, TableFault};

/// A table whose spans are known to fit.
pub(crate) struct Grid<'p> {
    pub header: Rows<'p>,
    pub parts: Vec<Part<'p>>,
}

/// A part of the body.
pub(crate) enum Part<'p> {
    Section { text: &'p str, level: u8 },
    Item { name: Option<&'p str>, rows: Rows<'p> },
}

/// Rows that belong together.
pub(crate) struct Rows<'p> {
    pub count: usize,
    /// By row, then by column; together they cover every place exactly once.
    pub cells: Vec<Placed<'p>>,
}

/// A cell and where it stands, counted from 0 within its rows.
#[derive(Clone, Copy)]
pub(crate) struct Placed<'p> {
    pub row: usize,
    pub column: usize,
    pub rowspan: usize,
    pub colspan: usize,
    /// `None` fills a gap.
    pub cell: Option<&'p Cell>,
}

impl<'p> Grid<'p> {
    /// Resolves the spans of the `number`th table of a paper (from 1).
    pub(crate) fn new(table: &'p Table, number: usize) -> Result<Self, PaperError> {
        let fault = |row, fault| PaperError::Table { table: number, row, fault };
        let columns = table.columns.len();
        if columns == 0 {
            return Err(fault(0, TableFault::Columns));
        }
        let head: Vec<&[Cell]> = table.header.iter().map(Vec::as_slice).collect();
        let header = Rows::place(&head, columns).map_err(|(row, kind)| fault(row + 1, kind))?;

        let mut parts = Vec::new();
        let mut pending = Pending::default();
        for (at, row) in table.body.iter().enumerate() {
            match row {
                Row::Cells(cells) => pending.rows.push((at, cells)),
                Row::Section { text, level } => {
                    pending.flush(columns, &mut parts).map_err(|(row, k)| fault(row + 1, k))?;
                    parts.push(Part::Section { text, level: (*level).clamp(1, 4) });
                }
                Row::ItemStart { name } => {
                    pending.flush(columns, &mut parts).map_err(|(row, k)| fault(row + 1, k))?;
                    pending.name = Some(name);
                }
            }
        }
        pending.flush(columns, &mut parts).map_err(|(row, k)| fault(row + 1, k))?;
        Ok(Self { header, parts })
    }
}

/// Rows read since the last section or beginning of an item, each with its
/// place in the body.
#[derive(Default)]
struct Pending<'p> {
    name: Option<&'p str>,
    rows: Vec<(usize, &'p [Cell])>,
}

impl<'p> Pending<'p> {
    fn flush(&mut self, columns: usize, parts: &mut Vec<Part<'p>>) -> Result<(), (usize, TableFault)> {
        let rows = std::mem::take(&mut self.rows);
        let name = self.name.take();
        if rows.is_empty() {
            return Ok(());
        }
        let cells: Vec<&[Cell]> = rows.iter().map(|(_, cells)| *cells).collect();
        let placed = Rows::place(&cells, columns).map_err(|(row, kind)| (rows[row].0, kind))?;
        if name.is_some() {
            parts.push(Part::Item { name, rows: placed });
        } else {
            parts.extend(placed.untie().into_iter().map(|rows| Part::Item { name: None, rows }));
        }
        Ok(())
    }
}

impl<'p> Rows<'p> {
    fn place(rows: &[&'p [Cell]], columns: usize) -> Result<Self, (usize, TableFault)> {
        let mut taken = vec![false; rows.len() * columns];
        let mut placed = Vec::new();
        for (row, cells) in rows.iter().enumerate() {
            let mut column = 0;
            for cell in *cells {
                let (rowspan, colspan) = (usize::from(cell.rowspan), usize::from(cell.colspan));
                if rowspan == 0 || colspan == 0 {
                    return Err((row, TableFault::SpanZero));
                }
                while column < columns && taken[row * columns + column] {
                    column += 1;
                }
                let free = (column..column + colspan).all(|c| c < columns && !taken[row * columns + c]);
                if !free {
                    return Err((row, TableFault::NoRoom));
                }
                if row + rowspan > rows.len() {
                    return Err((row, TableFault::SpanTooLong));
                }
                for r in row..row + rowspan {
                    taken[r * columns + column..r * columns + column + colspan].fill(true);
                }
                placed.push(Placed { row, column, rowspan, colspan, cell: Some(cell) });
                column += colspan;
            }
            for column in 0..columns {
                if !taken[row * columns + column] {
                    taken[row * columns + column] = true;
                    placed.push(Placed { row, column, rowspan: 1, colspan: 1, cell: None });
                }
            }
        }
        placed.sort_by_key(|cell| (cell.row, cell.column));
        Ok(Self { count: rows.len(), cells: placed }.without_hollow_rows())
    }

    /// Whether a number stands in the rows, which are then set in the middle.
    pub(crate) fn has_numbers(&self) -> bool {
        let cells = self.cells.iter().filter_map(|placed| placed.cell);
        cells.into_iter().any(|cell| matches!(cell.content, Content::Number { .. }))
    }

    /// Whether each row stands for itself: only names of the whole item span rows.
    pub(crate) fn are_apart(&self) -> bool {
        self.cells.iter().all(|placed| {
            let names = placed.rowspan == self.count && placed.cell.is_some_and(|cell| cell.header);
            placed.rowspan == 1 || names
        })
    }

    /// Leaves out rows no cell begins in: spans from above cover them whole, so
    /// they part nothing from anything and would have no height of their own.
    fn without_hollow_rows(mut self) -> Self {
        let mut begins = vec![false; self.count];
        self.cells.iter().for_each(|cell| begins[cell.row] = true);
        if begins.iter().all(|begins| *begins) {
            return self;
        }
        // How many rows are left above each row.
        let mut above = Vec::with_capacity(self.count + 1);
        let mut left = 0;
        for begins in begins {
            above.push(left);
            left += usize::from(begins);
        }
        above.push(left);
        for cell in &mut self.cells {
            let end = above[cell.row + cell.rowspan];
            cell.row = above[cell.row];
            cell.rowspan = end - cell.row;
        }
        self.count = left;
        self
    }

    /// Parts rows that no span ties to one another.
    fn untie(self) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        let mut cells = self.cells.into_iter().peekable();
        let mut begin = 0;
        let mut reach = 0;
        for row in 0..self.count {
            if row == reach {
                begin = row;
                groups.push(Self { count: 0, cells: Vec::new() });
            }
            let Some(group) = groups.last_mut() else { continue };
            group.count += 1;
            reach = reach.max(row + 1);
            while let Some(cell) = cells.next_if(|cell| cell.row == row) {
                reach = reach.max(row + cell.rowspan);
                group.cells.push(Placed { row: row - begin, ..cell });
            }
        }
        groups
    }
}
