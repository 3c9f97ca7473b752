//! 指標一覧: the indicators of a plan in one table, what they start from, aim at and have come to. The
//! rows are those of the screen.

use domain::attainment::Verdict;
use domain::programme::{Indicator, IndicatorId, IndicatorScope, Meeting, MeetingPaper, Programme};
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use papers::{Align, Block, Cell, Column, Line, Paper, Row, Sheet, SheetSize, Table, Vertical};

use super::frame::{Frame, head, labelled, lines, marked, span, text};
use crate::texts::{Texts, args, keys};
use crate::view::{self, IndicatorGroup, IndicatorRow, IndicatorYearCells, IndicatorsView};
use crate::{Result, WorkbenchError};

/// Tables of more years are set on the larger sheet.
const SMALL: usize = 3;

/// How many years before the plan are shown at most: the one its indicators start from.
const BEFORE: i32 = 1;

/// Composes the list of the indicators of a plan, with actual figures up to the year of the paper.
pub(super) fn compose(texts: &Texts, programme: &Programme, meeting: &Meeting, paper: &MeetingPaper) -> Result<Paper> {
    let frame = Frame::new(texts, programme, meeting, paper)?;
    let view = view::indicators_of(texts, frame.plan, &programme.indicators, frame.year, None);
    if view.groups.iter().all(|group| group.rows.is_empty()) {
        return Err(WorkbenchError::NothingToShow);
    }
    let list = List::new(&frame, &view, &programme.indicators);
    let size = if list.years.len() > SMALL { SheetSize::A3 } else { SheetSize::A4 };
    let mut blocks: Vec<Block> = frame.lead()?.into_iter().collect();
    blocks.push(Block::Table(list.table()));
    let sheet = Sheet { size, landscape: true };
    Ok(frame.paper(keys::PAPER_INDICATORS_TITLE, keys::PAPER_SHEET_INDICATORS, sheet, blocks))
}

struct List<'a> {
    frame: &'a Frame<'a>,
    view: &'a IndicatorsView,
    indicators: &'a [Indicator],
    /// Years with a column, by their place in the view.
    years: Vec<(usize, FiscalYear)>,
    /// Some value has an actual figure in them.
    actuals: bool,
    /// Some value has a baseline; some says where good lies; some has a final target; something is
    /// noted of one.
    starts: bool,
    goods: bool,
    finals: bool,
    notes: bool,
}

impl<'a> List<'a> {
    fn new(frame: &'a Frame<'a>, view: &'a IndicatorsView, indicators: &'a [Indicator]) -> Self {
        let first = frame.plan.first.meaning;
        let shown = |(at, year): &(usize, FiscalYear)| {
            let of_year =
                |row: &IndicatorRow| row.years.get(*at).is_some_and(|cells| is_used(cells, *year <= frame.year));
            let near = first.is_none_or(|first| first.year() - BEFORE <= year.year());
            near && Self::rows(view).any(of_year)
        };
        let years: Vec<(usize, FiscalYear)> =
            view.years.iter().map(|head| head.year).enumerate().filter(shown).collect();
        let told = |(at, year): &(usize, FiscalYear)| {
            *year <= frame.year
                && Self::rows(view).any(|row| row.years.get(*at).is_some_and(|cells| !cells.actual.text.is_empty()))
        };
        let mut list = Self {
            frame,
            view,
            indicators,
            actuals: years.iter().any(told),
            starts: Self::rows(view).any(|row| !row.baseline.text.is_empty()),
            goods: Self::rows(view).any(|row| !row.good.is_empty()),
            finals: Self::rows(view).any(|row| !row.last.text.is_empty()),
            notes: false,
            years,
        };
        list.notes = Self::rows(view).any(|row| !list.note(std::slice::from_ref(row)).is_empty());
        list
    }

    fn rows(view: &IndicatorsView) -> impl Iterator<Item = &IndicatorRow> {
        view.groups.iter().flat_map(|group| &group.rows)
    }

    fn indicator(&self, id: IndicatorId) -> Option<&'a Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    fn table(&self) -> Table {
        let texts = self.frame.texts;
        let mut columns = vec![Column::fit(40.0, 110.0), Column::fit(14.0, 34.0)];
        columns.extend(self.starts.then(|| Column::fit(20.0, 40.0)));
        columns.extend(self.goods.then(|| Column::fit(14.0, 22.0)));
        columns.push(Column::fit(12.0, 16.0));
        columns.extend(self.years.iter().map(|_| Column::alike(16.0, 40.0)));
        columns.extend(self.finals.then(|| Column::fit(20.0, 40.0)));
        columns.extend(self.notes.then(|| Column::fit(24.0, 110.0)));
        let count = self.view.groups.iter().flat_map(|group| &group.rows).filter(|row| row.part == 0).count();
        let told = args([("plan", self.frame.plan.name.clone()), ("count", count.to_string())]);
        Table {
            columns,
            header: vec![self.header()],
            body: self.body(),
            caption: None,
            summary: texts.with(keys::PAPER_INDICATORS_SUMMARY, &told),
            unit: None,
            notes: self.notes(),
        }
    }

    fn header(&self) -> Vec<Cell> {
        let named = |key| head(self.frame.texts.get(key));
        let mut cells = vec![named(keys::THING_INDICATOR), named(keys::PAPER_INDICATORS_UNIT)];
        cells.extend(self.starts.then(|| named(keys::COLUMN_BASELINE)));
        cells.extend(self.goods.then(|| named(keys::COLUMN_GOOD)));
        cells.push(head(String::new()));
        cells.extend(self.years.iter().map(|(_, year)| head(self.frame.column(*year, YearStyle::Long))));
        cells.extend(self.finals.then(|| named(keys::WORD_STAGE_FINAL)));
        cells.extend(self.notes.then(|| named(keys::FIELD_NOTE)));
        cells
    }

    fn body(&self) -> Vec<Row> {
        let mut body = Vec::new();
        for group in &self.view.groups {
            body.push(Row::Section { text: self.titled(group), level: (group.level + 1).min(4) });
            let mut rest = group.rows.as_slice();
            while let Some(first) = rest.first() {
                let count = rest.iter().take_while(|row| row.indicator == first.indicator).count();
                let (own, others) = rest.split_at(count);
                self.item(own, &mut body);
                rest = others;
            }
        }
        body
    }

    fn titled(&self, group: &IndicatorGroup) -> String {
        match group.scope {
            IndicatorScope::Fiscal => self.frame.texts.get(keys::PAPER_INDICATORS_FISCAL),
            IndicatorScope::Node { node } => {
                let node = self.frame.plan.node(node);
                node.map_or_else(|| group.title.clone(), |node| labelled(&node.label, &node.title))
            }
            IndicatorScope::Plan { .. } => self.frame.texts.get(keys::PAPER_INDICATORS_PLAN),
        }
    }

    /// The rows of one indicator: for each of its values what is aimed at, what it came to, and
    /// whether that is what was aimed at.
    fn item(&self, values: &[IndicatorRow], body: &mut Vec<Row>) {
        let Some(first) = values.first() else { return };
        body.push(Row::ItemStart { name: first.name.clone() });
        let lines_of: Vec<Vec<(String, Vec<Cell>)>> = values.iter().map(|row| self.lines(row)).collect();
        let all: usize = lines_of.iter().map(Vec::len).sum();
        let mut name = Some(Cell::lines(self.name(first)).heading().at(Vertical::Middle).spanning(span(all), 1));
        let mut note = Some(text(self.note(values)).spanning(span(all), 1));
        for (row, told) in values.iter().zip(lines_of) {
            let high = span(told.len());
            let mut own = Some(row);
            for (word, years) in told {
                let mut cells: Vec<Cell> = name.take().into_iter().collect();
                let begins = own.take();
                if let Some(row) = begins {
                    let centred =
                        |lines: Vec<Line>| text(lines).aligned(Align::Center).at(Vertical::Middle).spanning(high, 1);
                    cells.push(centred(unit(row)));
                    cells.extend(self.starts.then(|| centred(self.of_year(&row.baseline.text, &row.baseline_year))));
                    cells.extend(self.goods.then(|| centred(lines(&row.good))));
                }
                cells.push(Cell::text(word).aligned(Align::Center).at(Vertical::Middle));
                cells.extend(years);
                if let Some(row) = begins.filter(|_| self.finals) {
                    let year = if row.last_as_of.is_empty() { &row.last_year } else { &row.last_as_of };
                    let last = self.of_year(&row.last.text, year);
                    cells.push(text(last).aligned(Align::Center).at(Vertical::Middle).spanning(high, 1));
                }
                cells.extend(note.take().filter(|_| self.notes));
                body.push(Row::Cells(cells));
            }
        }
    }

    fn name(&self, row: &IndicatorRow) -> Vec<Line> {
        let texts = self.frame.texts;
        let markers = self.indicator(row.indicator).map(|one| one.markers.as_slice()).unwrap_or_default();
        let mut name = row.name.clone();
        for (marked, key) in
            [(row.survey, keys::PAPER_INDICATORS_SURVEY), (row.cumulative, keys::PAPER_INDICATORS_CUMULATIVE)]
        {
            let mark = texts.get(key);
            // Many a name says so already.
            if marked && !name.contains(mark.trim_matches(['（', '）'])) {
                name.push_str(&mark);
            }
        }
        lines(&marked(texts, &name, markers))
    }

    /// 目標, 実績, 計画 and 達成 of one value, as far as there are any.
    fn lines(&self, row: &IndicatorRow) -> Vec<(String, Vec<Cell>)> {
        let texts = self.frame.texts;
        let cells = |of: &dyn Fn(&IndicatorYearCells, bool) -> String| -> Vec<Cell> {
            let told = self.years.iter().map(|(at, year)| {
                row.years.get(*at).map(|cells| of(cells, *year <= self.frame.year)).unwrap_or_default()
            });
            told.map(|told| text(lines(&told)).aligned(Align::Center).at(Vertical::Middle)).collect()
        };
        let target = cells(&|year, _| year.target.text.clone());
        let planned = cells(&|year, _| year.planned.text.clone());
        let actual = cells(&|year, over| if over { year.actual.text.clone() } else { String::new() });
        let verdict = cells(&|year, over| {
            let verdict = year.proposal.as_ref().filter(|_| over).map(|proposal| proposal.verdict);
            match verdict {
                Some(Verdict::Met) => texts.get(keys::PAPER_INDICATORS_MET),
                Some(Verdict::Missed) => texts.get(keys::PAPER_INDICATORS_MISSED),
                Some(Verdict::Open) | None => String::new(),
            }
        });
        let blank = |cells: &[Cell]| {
            cells.iter().all(|cell| *cell == text(Vec::new()).aligned(Align::Center).at(Vertical::Middle))
        };
        let mut told = Vec::new();
        for (key, cells, always) in [
            (keys::PAPER_INDICATORS_TARGET, target, !self.actuals),
            (keys::PAPER_INDICATORS_PLANNED, planned, false),
            (keys::PAPER_INDICATORS_ACTUAL, actual, self.actuals),
            (keys::PAPER_INDICATORS_VERDICT, verdict, false),
        ] {
            if always || !blank(&cells) {
                told.push((texts.get(key), cells));
            }
        }
        told
    }

    /// Words, and below them of which year they are.
    fn of_year(&self, words: &str, year: &str) -> Vec<Line> {
        let mut told = lines(words);
        if !told.is_empty() && !year.is_empty() && !words.contains(year) {
            told.push(Line::plain(self.frame.texts.with(keys::PAPER_OF_YEAR, &args([("year", year.to_owned())]))));
        }
        told
    }

    /// The note of an indicator, targets that stand in no column, and the analysis of the year.
    fn note(&self, values: &[IndicatorRow]) -> Vec<Line> {
        let mut told = values.first().map(|row| lines(&row.note)).unwrap_or_default();
        let stray = |text: &String| {
            lines(&self.frame.texts.with(keys::SHEET_TARGET, &args([("year", String::new()), ("text", text.clone())])))
        };
        for row in values {
            told.extend(row.stray.iter().flat_map(stray));
            let of_year = self.years.iter().find(|(_, year)| *year == self.frame.year);
            let comment = of_year.and_then(|(at, _)| row.years.get(*at)).map(|cells| cells.comment.as_str());
            told.extend(lines(comment.unwrap_or_default()));
        }
        told
    }

    fn notes(&self) -> Vec<String> {
        let texts = self.frame.texts;
        let mut notes = Vec::new();
        let decided = |row: &IndicatorRow| {
            let years = self.years.iter().filter(|(_, year)| *year <= self.frame.year);
            let mut proposals = years.filter_map(|(at, _)| row.years.get(*at)?.proposal.as_ref());
            proposals.any(|proposal| proposal.verdict != Verdict::Open)
        };
        if Self::rows(self.view).any(decided) {
            notes.push(self.frame.note(&texts.get(keys::PAPER_INDICATORS_NOTE_VERDICT)));
        }
        if let Some((_, first)) = self.years.first() {
            let older = |row: &IndicatorRow| {
                self.indicator(row.indicator).is_some_and(|one| one.observations.iter().any(|seen| seen.year < *first))
            };
            if Self::rows(self.view).any(older) {
                let year = args([("year", self.frame.column(*first, YearStyle::Long))]);
                notes.push(self.frame.note(&texts.with(keys::PAPER_INDICATORS_NOTE_OLDER, &year)));
            }
        }
        let defined = Self::rows(self.view).filter(|row| row.part == 0 && !row.definition.is_empty());
        notes.extend(defined.map(|row| {
            let told = row.definition.lines().map(str::trim).collect::<Vec<_>>().join("");
            self.frame.note(&format!("{}：{told}", row.name))
        }));
        notes
    }
}

/// Whether a year has anything to show: targets, or figures it may show.
fn is_used(cells: &IndicatorYearCells, over: bool) -> bool {
    !cells.target.text.is_empty() || !cells.planned.text.is_empty() || (over && !cells.actual.text.is_empty())
}

/// Name and unit of a value, below one another.
fn unit(row: &IndicatorRow) -> Vec<Line> {
    [row.part_name.as_str(), row.unit.as_str()].into_iter().filter(|part| !part.is_empty()).map(Line::plain).collect()
}
