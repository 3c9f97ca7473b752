//! 効果額: the tables of financial effects of a plan. Figures, sums and notes are those of the screen.

use std::str::FromStr;

use domain::programme::{EffectSide, EffectSpan, EffectTable, Meeting, MeetingPaper, Programme};
use domain::value::fiscal_year::YearStyle;
use papers::{Align, Block, Cell, Column, Paper, Row, Sheet, SheetSize, Table, Vertical};
use rust_decimal::Decimal;

use super::frame::{Frame, head, lines, span};
use crate::texts::{Key, Texts, args, keys};
use crate::view::{self, EffectFigure, EffectFigures, EffectLine, EffectSheet};
use crate::{Result, WorkbenchError};

/// Least width of a year, about as much as all years take, and least width of what they come to, mm.
const YEAR: f32 = 18.0;
const YEARS: f32 = 230.0;
const OVER: f32 = 20.0;

/// As much as columns beside the names may take of a sheet, mm: A4 upright, A4 across; more takes A3.
const UPRIGHT: f32 = 126.0;
const ACROSS: f32 = 200.0;

/// Composes the tables of effects of a plan.
pub(super) fn compose(texts: &Texts, programme: &Programme, meeting: &Meeting, paper: &MeetingPaper) -> Result<Paper> {
    let frame = Frame::new(texts, programme, meeting, paper)?;
    let tables: Vec<&EffectTable> =
        programme.effects.iter().filter(|table| table.plan == frame.plan.id && !table.rows.is_empty()).collect();
    if tables.is_empty() {
        return Err(WorkbenchError::NothingToShow);
    }
    let mut blocks: Vec<Block> = frame.lead()?.into_iter().collect();
    let mut widest = 0.0_f32;
    for table in tables {
        let sheet = view::effect_sheet(texts, &programme.city, frame.plan, table);
        let shown = Shown::new(&frame, &sheet);
        widest = widest.max(shown.width());
        blocks.push(Block::Table(shown.table()));
    }
    let size = if widest > ACROSS { SheetSize::A3 } else { SheetSize::A4 };
    let sheet = Sheet { size, landscape: widest > UPRIGHT };
    Ok(frame.paper(keys::PAPER_EFFECTS_TITLE, keys::PAPER_SHEET_EFFECTS, sheet, blocks))
}

/// One of 見込, 実績, 差額: its word and where it stands.
type Basis = (Key, fn(&EffectFigures) -> &EffectFigure);

const BASES: [Basis; 3] = [
    (keys::EFFECT_EXPECTED, |figures| &figures.expected),
    (keys::EFFECT_ACTUAL, |figures| &figures.actual),
    (keys::EFFECT_DIFFERENCE, |figures| &figures.difference),
];

struct Shown<'a> {
    frame: &'a Frame<'a>,
    sheet: &'a EffectSheet,
    /// Those of 見込, 実績, 差額 that the table has.
    bases: Vec<Basis>,
    sides: bool,
    accounts: bool,
    spans: bool,
}

impl<'a> Shown<'a> {
    fn new(frame: &'a Frame<'a>, sheet: &'a EffectSheet) -> Self {
        let told = |of: fn(&EffectFigures) -> &EffectFigure| {
            sheet.rows.iter().any(|row| row.years.iter().any(|year| !of(year).text.is_empty()))
        };
        let mut bases: Vec<Basis> = BASES.into_iter().filter(|(_, of)| told(*of)).collect();
        if bases.is_empty() {
            bases.push(BASES[0]);
        }
        let first = sheet.rows.first().map(|row| row.span);
        let account = sheet.rows.first().map(|row| row.account.as_str()).unwrap_or_default();
        Self {
            frame,
            sheet,
            bases,
            sides: sheet.rows.iter().any(|row| row.side != EffectSide::Unsaid),
            accounts: sheet.rows.iter().any(|row| !row.total && row.account != account),
            spans: sheet.rows.iter().any(|row| Some(row.span) != first),
        }
    }

    /// How many columns say what a row is.
    fn names(&self) -> usize {
        1 + [self.sides, self.accounts, self.spans].into_iter().filter(|shown| *shown).count()
    }

    fn table(&self) -> Table {
        let (texts, sheet) = (self.frame.texts, self.sheet);
        let unit = args([("unit", sheet.unit.clone())]);
        let told = args([("table", sheet.form.name.clone()), ("unit", sheet.unit.clone())]);
        let mut notes: Vec<String> = sheet.notes.iter().map(|note| self.frame.note(note)).collect();
        let account = sheet.rows.first().map(|row| row.account.clone()).filter(|account| !account.is_empty());
        if let Some(account) = account.filter(|_| !self.accounts) {
            let told = args([("account", account)]);
            notes.push(self.frame.note(&texts.with(keys::PAPER_EFFECTS_ACCOUNT_NOTE, &told)));
        }
        notes.extend(sheet.form.note.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
        Table {
            columns: self.columns(),
            header: vec![self.header()],
            body: self.body(),
            caption: Some(sheet.form.name.clone()),
            summary: texts.with(keys::PAPER_EFFECTS_SUMMARY, &told),
            unit: (!sheet.unit.is_empty()).then(|| texts.with(keys::PAPER_UNIT, &unit)),
            notes,
        }
    }

    /// About how much of the width the columns beside the name take, mm: says which sheet it needs.
    fn width(&self) -> f32 {
        let told = self.told().iter().sum::<f32>();
        (YEAR * self.sheet.years.len() as f32).min(YEARS) + told + OVER
    }

    /// The least widths of the columns between the names and the years, mm.
    fn told(&self) -> Vec<f32> {
        let told = [(self.sides, 17.0), (self.accounts, 20.0), (self.spans, 14.0), (self.bases.len() > 1, 12.0)];
        told.into_iter().filter(|(shown, _)| *shown).map(|(_, width)| width).collect()
    }

    fn columns(&self) -> Vec<Column> {
        let mut columns = vec![Column::share(1.0)];
        columns.extend(self.told().into_iter().map(|least| Column::fit(least, 2.0 * least)));
        columns.extend(self.sheet.years.iter().map(|_| Column::alike(YEAR, 2.0 * YEAR)));
        columns.push(Column::fit(OVER, 2.0 * OVER));
        columns
    }

    fn header(&self) -> Vec<Cell> {
        let texts = self.frame.texts;
        let named = |key| head(texts.get(key));
        let mut cells = vec![named(keys::PAPER_EFFECTS_ROW)];
        let told = [
            (self.sides, keys::PAPER_EFFECTS_SIDE),
            (self.accounts, keys::COLUMN_ACCOUNT),
            (self.spans, keys::COLUMN_SPAN),
        ];
        cells.extend(told.into_iter().filter(|(shown, _)| *shown).map(|(_, key)| named(key)));
        // One basis alone stands in the heads of the years.
        let alone = match self.bases.as_slice() {
            [(key, _)] => format!("\n{}", texts.get(*key)),
            _ => {
                cells.push(head(String::new()));
                String::new()
            }
        };
        cells.extend(
            self.sheet
                .years
                .iter()
                .map(|year| head(format!("{}{alone}", self.frame.column(year.year, YearStyle::Long)))),
        );
        cells.push(named(keys::PAPER_EFFECTS_OVER));
        cells
    }

    fn body(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for line in &self.sheet.rows {
            self.rows(&line.title, self.named(line), &line.years, &line.over, line.total, &mut rows);
        }
        for total in self.sheet.totals.iter().skip(usize::from(self.has_printed_total())) {
            let name = Cell::text(total.title.clone()).spanning(span(self.bases.len()), span(self.names()));
            self.rows(&total.title, vec![name], &total.years, &total.over, true, &mut rows);
        }
        rows
    }

    /// Whether the last row is the one total of all rows as the city prints it, so that the one the
    /// program adds up would only repeat it.
    fn has_printed_total(&self) -> bool {
        !self.spans
            && self.sheet.rows.last().is_some_and(|row| row.total)
            && self.sheet.rows.iter().filter(|row| row.total).count() == 1
    }

    /// What a row is: its name, side, account, span.
    fn named(&self, line: &EffectLine) -> Vec<Cell> {
        let texts = self.frame.texts;
        let high = span(self.bases.len());
        if line.total {
            return vec![Cell::text(line.title.clone()).spanning(high, span(self.names()))];
        }
        let mut cells = vec![Cell::lines(lines(&line.title)).spanning(high, 1)];
        let mut say = |shown: bool, words: String| {
            if shown {
                cells.push(Cell::text(words).aligned(Align::Center).spanning(high, 1));
            }
        };
        say(
            self.sides,
            match line.side {
                EffectSide::Unsaid => String::new(),
                EffectSide::Revenue => texts.get(keys::WORD_SIDE_REVENUE),
                EffectSide::Expenditure => texts.get(keys::WORD_SIDE_EXPENDITURE),
            },
        );
        say(self.accounts, line.account.clone());
        say(
            self.spans,
            texts.get(match line.span {
                EffectSpan::SingleYear => keys::WORD_SPAN_SINGLE_YEAR,
                EffectSpan::Continuing => keys::WORD_SPAN_CONTINUING,
                EffectSpan::Cumulative => keys::WORD_SPAN_CUMULATIVE,
            }),
        );
        cells
    }

    fn rows(
        &self,
        title: &str,
        names: Vec<Cell>,
        years: &[EffectFigures],
        over: &EffectFigures,
        bold: bool,
        rows: &mut Vec<Row>,
    ) {
        rows.push(Row::ItemStart { name: title.to_owned() });
        let mut names = Some(names);
        for (key, of) in &self.bases {
            let mut cells: Vec<Cell> =
                names.take().into_iter().flatten().map(|cell| cell.heading().at(Vertical::Middle)).collect();
            if self.bases.len() > 1 {
                cells.push(Cell::text(self.frame.texts.get(*key)).aligned(Align::Center).at(Vertical::Middle));
            }
            cells.extend(years.iter().map(|year| figure(of(year))));
            cells.push(figure(of(over)).bold());
            rows.push(Row::Cells(if bold { cells.into_iter().map(Cell::bold).collect() } else { cells }));
        }
    }
}

/// A figure as it stands on the screen. One with an amount in brackets has two lines.
fn figure(figure: &EffectFigure) -> Cell {
    if figure.text.is_empty() {
        return Cell::empty();
    }
    if figure.text.contains('\n') {
        return Cell::text(figure.text.clone()).aligned(Align::End).at(Vertical::Middle);
    }
    let number = figure.number.as_deref().and_then(|number| Decimal::from_str(number).ok());
    Cell::number(figure.text.clone(), number)
}
