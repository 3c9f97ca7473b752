//! 評価の集計: how the items of a plan were judged in a year, by direction, office, life cycle and
//! group, with the rates. The figures are those of the screen.

use std::str::FromStr;

use domain::programme::{Meeting, MeetingPaper, Programme};
use papers::{Align, Block, Cell, Column, Line, Paper, Row, Sheet, SheetSize, Table, Vertical};
use rust_decimal::Decimal;

use super::counts;
use super::frame::{Frame, head, lines, span};
use crate::texts::{Texts, args, keys};
use crate::view::{self, Breakdown, Standing, TallyColumn, TallyPart, TallyRow, TallyTable, TallyView};
use crate::{Result, WorkbenchError};

/// Figures that take more of the width are set across the page, mm.
const UPRIGHT: f32 = 125.0;

/// As much as figures may take in any case, mm.
const WIDEST: f32 = 215.0;

/// Width of a character above a column, and of what is around it, mm; no column is narrower than
/// the least. A longer word stands in two lines.
const CHARACTER: f32 = 3.0;
const AROUND: f32 = 3.4;
const LEAST: f32 = 12.0;
const ONE_LINE: usize = 5;

/// Composes the tally of the year of a paper.
pub(super) fn compose(texts: &Texts, programme: &Programme, meeting: &Meeting, paper: &MeetingPaper) -> Result<Paper> {
    let frame = Frame::new(texts, programme, meeting, paper)?;
    let plan = frame.plan;
    let of_level = |level| view::tally_of(texts, &programme.city, plan, &programme.offices, frame.year, level);
    let levels: Vec<TallyView> = (0..plan.evaluation_level.max(1)).map(of_level).collect();
    let Some(first) = levels.first().filter(|view| !view.items.is_empty() && !view.tables.is_empty()) else {
        return Err(WorkbenchError::NothingToShow);
    };
    let mut blocks: Vec<Block> = frame.lead()?.into_iter().collect();
    if !first.rates.is_empty() {
        blocks.push(Block::Table(rates(&frame, first)));
    }
    let mut landscape = false;
    for (at, table) in first.tables.iter().enumerate() {
        // The judgement that stands comes first on each axis and is told whole, those of the
        // evaluators by the highest level only.
        let stands = at == 0 || first.tables[at - 1].axis != table.axis;
        let levels = levels.iter().take(if stands { levels.len() } else { 1 });
        let directions = levels.filter_map(|view| view.tables.get(at)).flat_map(|table| &table.parts);
        let mut parts: Vec<&TallyPart> = directions.filter(|part| part.by == Breakdown::Direction).collect();
        if stands {
            parts.extend(table.parts.iter().filter(|part| part.by != Breakdown::Direction));
        }
        let shown = Shown { frame: &frame, table, stands };
        landscape |= shown.widths().iter().sum::<f32>() > UPRIGHT;
        blocks.push(Block::Table(shown.table(&parts)));
        if stands {
            blocks.extend(counts::figure(&frame, table));
        }
    }
    let sheet = Sheet { size: SheetSize::A4, landscape };
    Ok(frame.paper(keys::PAPER_TALLY_TITLE, keys::PAPER_SHEET_TALLY, sheet, blocks))
}

/// A count as a cell.
fn count(count: usize) -> Cell {
    Cell::number(crate::tally::grouped(count), Some(count.into()))
}

/// One table: an axis by one judge.
struct Shown<'a> {
    frame: &'a Frame<'a>,
    table: &'a TallyTable,
    /// It is that of the judgement that stands.
    stands: bool,
}

impl Shown<'_> {
    /// Columns inside or outside the denominator; that of items not judged only where there are any.
    fn columns(&self, counted: bool) -> impl Iterator<Item = (usize, &TallyColumn)> {
        let told = move |(at, column): &(usize, &TallyColumn)| {
            let empty = self.table.all.cells.get(*at).is_none_or(Vec::is_empty);
            column.counted == counted && !(column.standing == Standing::Unjudged && empty)
        };
        self.table.columns.iter().enumerate().filter(told)
    }

    /// Whether anything stands outside the denominator.
    fn has_rest(&self) -> bool {
        self.columns(false).next().is_some()
    }

    /// Widths of the columns of figures, mm: by the words above them.
    fn widths(&self) -> Vec<f32> {
        let wide = |label: &str| {
            let count = label.chars().count();
            let line = if count > ONE_LINE { count.div_ceil(2) } else { count };
            (line as f32).mul_add(CHARACTER, AROUND).max(LEAST)
        };
        let of = |counted: bool| self.columns(counted).map(move |(_, column)| wide(&column.label));
        let mut widths: Vec<f32> = of(true).chain([LEAST]).collect();
        if self.has_rest() {
            widths.extend(of(false).chain([LEAST]));
        }
        // A vocabulary of very many words still leaves room for the names.
        let all: f32 = widths.iter().sum();
        if all > WIDEST { widths.iter().map(|width| width * WIDEST / all).collect() } else { widths }
    }

    fn table(&self, parts: &[&TallyPart]) -> Table {
        let texts = self.frame.texts;
        let columns = std::iter::once(Column::share(1.0)).chain(self.widths().into_iter().map(Column::mm)).collect();
        let mut body = vec![Row::Cells(self.row(&self.table.all, true))];
        for part in parts {
            let what = args([("what", part.title.clone())]);
            body.push(Row::Section { text: texts.with(keys::TALLY_BY, &what), level: 2 });
            body.extend(part.rows.iter().map(|row| Row::Cells(self.row(row, false))));
        }
        let named = args([("axis", self.table.axis.clone()), ("judge", self.table.judge.clone())]);
        let told = args([
            ("plan", self.frame.plan.name.clone()),
            ("year", self.frame.called(self.frame.year)),
            ("axis", self.table.axis.clone()),
            ("count", self.table.all.listed.len().to_string()),
        ]);
        Table {
            columns,
            header: self.header(),
            body,
            caption: Some(texts.with(keys::PAPER_TALLY_TABLE, &named)),
            summary: texts.with(keys::PAPER_TALLY_SUMMARY, &told),
            unit: Some(texts.with(keys::PAPER_UNIT, &args([("unit", texts.get(keys::PAPER_TALLY_UNIT))]))),
            notes: self.notes(parts),
        }
    }

    fn header(&self) -> Vec<Vec<Cell>> {
        let texts = self.frame.texts;
        let named = |column: &TallyColumn| {
            let parts = [column.symbol.as_str(), column.label.as_str()];
            head(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"))
        };
        let counted: Vec<Cell> = self.columns(true).map(|(_, column)| named(column)).collect();
        let rest: Vec<Cell> = self.columns(false).map(|(_, column)| named(column)).collect();
        let sum = head(texts.get(keys::PAPER_TALLY_SUM));
        if rest.is_empty() {
            let mut only = vec![head(String::new())];
            only.extend(counted);
            only.push(sum);
            return vec![only];
        }
        // What is not counted stands beside the group, without one of its own: a vocabulary calls such a
        // word 「対象外」 itself.
        let mut first = vec![
            head(String::new()).spanning(2, 1),
            head(texts.get(keys::TALLY_COUNTED)).spanning(1, span(counted.len() + 1)),
        ];
        first.extend(rest.into_iter().map(|column| column.spanning(2, 1)));
        first.push(head(texts.get(keys::TALLY_LISTED)).spanning(2, 1));
        let second = counted.into_iter().chain([sum]).collect();
        vec![first, second]
    }

    fn row(&self, row: &TallyRow, bold: bool) -> Vec<Cell> {
        let figure = |(at, _): (usize, &TallyColumn)| count(row.cells.get(at).map_or(0, Vec::len));
        let mut cells = vec![Cell::text(row.title.clone()).heading().at(Vertical::Middle)];
        cells.extend(self.columns(true).map(figure));
        cells.push(count(row.counted.len()).bold());
        if self.has_rest() {
            cells.extend(self.columns(false).map(figure));
            cells.push(count(row.listed.len()));
        }
        if bold { cells.into_iter().map(Cell::bold).collect() } else { cells }
    }

    fn notes(&self, parts: &[&TallyPart]) -> Vec<String> {
        let texts = self.frame.texts;
        let mut notes: Vec<String> = Vec::new();
        let rest: Vec<&str> = self.columns(false).map(|(_, column)| column.label.as_str()).collect();
        // What is said of the first table holds for the others of its axis.
        if self.stands && !rest.is_empty() {
            let rest = rest.join(&texts.get(keys::PAPER_JOINT));
            notes.push(self.frame.note(&texts.with(keys::PAPER_TALLY_NOTE_COUNTED, &args([("rest", rest)]))));
        }
        notes.extend(parts.iter().filter(|part| !part.note.is_empty()).map(|part| self.frame.note(&part.note)));
        notes
    }
}

/// The rates with their formulas.
fn rates(frame: &Frame<'_>, view: &TallyView) -> Table {
    let texts = frame.texts;
    let head = |key| head(texts.get(key));
    let mut notes = Vec::new();
    let mut body = Vec::new();
    for rate in &view.rates {
        let mut name = lines(&rate.name);
        if frame.plan.evaluators.len() > 1 {
            name.push(Line::plain(texts.with(keys::PAPER_OF_YEAR, &args([("year", rate.judge.clone())]))));
        }
        let value = match &rate.percent {
            Some(percent) => Cell::number(percent.clone(), Decimal::from_str(percent.trim_end_matches('%')).ok()),
            None => Cell::text(texts.get(keys::TALLY_RATE_NONE)).aligned(Align::End),
        };
        body.push(Row::Cells(vec![
            Cell::lines(name).heading().at(Vertical::Middle),
            value.bold(),
            count(rate.numerator.len()),
            count(rate.denominator.len()),
            Cell::text(rate.formula.clone()).at(Vertical::Middle),
        ]));
        if !rate.left_out.is_empty() {
            let told = texts.with(keys::TALLY_RATE_LEFT_OUT, &args([("count", rate.left_out.len().to_string())]));
            notes.push(frame.note(&format!("{}：{told}", rate.name)));
        }
    }
    Table {
        columns: vec![
            Column::fit(25.0, 70.0),
            Column::fit(18.0, 26.0),
            Column::fit(14.0, 20.0),
            Column::fit(14.0, 20.0),
            Column::fit(40.0, 120.0),
        ],
        header: vec![vec![
            head(keys::TALLY_RATE_NAME),
            head(keys::TALLY_RATE_VALUE),
            head(keys::TALLY_RATE_NUMERATOR),
            head(keys::TALLY_RATE_DENOMINATOR),
            head(keys::TALLY_RATE_FORMULA),
        ]],
        body,
        caption: Some(texts.get(keys::TALLY_RATES)),
        summary: texts.with(keys::PAPER_TALLY_RATES_SUMMARY, &args([("plan", frame.plan.name.clone())])),
        unit: Some(texts.with(keys::PAPER_UNIT, &args([("unit", texts.get(keys::PAPER_TALLY_UNIT))]))),
        notes,
    }
}
