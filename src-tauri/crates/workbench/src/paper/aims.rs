//! Indicators as a plan prints them (目標値): what each starts from and aims at, as rows of a form.

use std::collections::BTreeSet;

use domain::programme::{Indicator, IndicatorTarget, Part, Plan, Schedule, Stage};
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use papers::{Align, Cell, Line, Vertical};

use super::form::{BOOK_NAMES, grid, wide};
use super::frame::{head, lines, marked, span, text};
use crate::texts::{Key, Texts, args, keys};

/// The rows right of the name of their block: a head, then one row for each value. Targets of single
/// years stand in the columns of the schedule; where no indicator has any, what it starts from and
/// what it aims at stand beside each other. Empty without indicators.
pub(super) fn rows(texts: &Texts, plan: &Plan, indicators: &[&Indicator]) -> Vec<Vec<Cell>> {
    if indicators.is_empty() {
        return Vec::new();
    }
    let columns = plan.schedule().map(Schedule::years).unwrap_or_default();
    let used: BTreeSet<FiscalYear> = indicators
        .iter()
        .flat_map(|indicator| indicator.targets.iter().filter(|target| target.stage != Stage::Final))
        .filter_map(year_of)
        .filter(|year| columns.contains(year))
        .collect();
    let table = Table { texts, plan, columns, wide: wide(plan), yearly: !used.is_empty() };
    let mut rows = vec![table.head()];
    for indicator in indicators {
        rows.extend((0u8..).zip(&indicator.parts).map(|(part, described)| table.row(indicator, part, described)));
    }
    rows
}

fn year_of(target: &IndicatorTarget) -> Option<FiscalYear> {
    target.year.as_ref().and_then(|year| year.meaning)
}

struct Table<'a> {
    texts: &'a Texts,
    plan: &'a Plan,
    columns: Vec<FiscalYear>,
    /// Columns right of the names.
    wide: u16,
    /// Targets stand in the columns of their years.
    yearly: bool,
}

impl Table<'_> {
    /// Columns of what an indicator starts from, where there are two such columns.
    fn start(&self) -> u16 {
        self.wide / 2
    }

    fn head(&self) -> Vec<Cell> {
        let name = head(self.texts.get(keys::SHEET_INDICATORS));
        let of = |key: Key, columns: u16| head(self.texts.get(key)).spanning(1, columns);
        if self.yearly {
            let years = self.columns.iter().map(|year| {
                let year = self.plan.reckoning().format(*year, YearStyle::Short);
                head(self.texts.with(keys::PAPER_PLAN_TARGET_OF, &args([("year", year)])))
            });
            return std::iter::once(name).chain(years).collect();
        }
        let target = of(keys::COLUMN_TARGET_VALUE, self.wide - self.start());
        match self.start() {
            0 => vec![name, target],
            start => vec![name, of(keys::COLUMN_BASELINE, start), target],
        }
    }

    fn row(&self, indicator: &Indicator, part: u8, described: &Part) -> Vec<Cell> {
        let targets: Vec<&IndicatorTarget> = indicator.targets.iter().filter(|target| target.part == part).collect();
        let mut name = lines(&marked(self.texts, &indicator.name, &indicator.markers));
        if indicator.parts.len() > 1 {
            name.extend(lines(&described.name));
        }
        // A target that is the direction itself (↗) says it already.
        let said = |good: &String| good.is_empty() || targets.iter().any(|target| target.target.text == *good);
        let good = indicator.good.as_ref().map(|good| good.text.clone()).filter(|good| !said(good));
        let good = good.map(|good| Line::plain(self.texts.with(keys::PAPER_PLAN_GOOD, &args([("good", good)]))));
        let centred = |lines: Vec<Line>| text(lines).aligned(Align::Center).at(Vertical::Middle);
        if !self.yearly {
            let aimed: Vec<Line> = targets.iter().flat_map(|target| self.aimed(target)).chain(good).collect();
            let aimed = centred(aimed).spanning(1, self.wide - self.start());
            return match self.start() {
                0 => {
                    name.extend(self.told(indicator, part));
                    vec![text(name), aimed]
                }
                start => {
                    let from = centred(self.from(indicator, part)).spanning(1, start);
                    vec![text(name), from, aimed]
                }
            };
        }
        name.extend(self.told(indicator, part));
        name.extend(good);
        let placed = |target: &&&IndicatorTarget| year_of(target).is_some_and(|year| self.columns.contains(&year));
        for target in targets.iter().filter(|target| !placed(target)) {
            let year = target.year.as_ref().map(|year| year.text.clone()).unwrap_or_default();
            name.extend(self.line(keys::SHEET_TARGET, year, &target.target.text));
        }
        let years = self.columns.iter().map(|year| {
            let own = targets.iter().filter(|target| year_of(target) == Some(*year));
            centred(own.flat_map(|target| lines(&target.target.text)).collect())
        });
        std::iter::once(text(name)).chain(years).collect()
    }

    /// What an indicator starts from, and below it of which year: 92.7%（平成27年度）.
    fn from(&self, indicator: &Indicator, part: u8) -> Vec<Line> {
        let Some(baseline) = &indicator.baseline else { return Vec::new() };
        let Some(figure) = baseline.figures.get(usize::from(part)) else { return Vec::new() };
        self.with_year(&figure.text, &baseline.year.text)
    }

    /// The same in a line of the name: 基準値 262 団体（令和4年度）.
    fn told(&self, indicator: &Indicator, part: u8) -> Vec<Line> {
        let told = self.from(indicator, part);
        if told.is_empty() {
            return told;
        }
        let told: Vec<String> = told.into_iter().map(|line| line.text).collect();
        lines(&self.texts.with(keys::PAPER_PLAN_FROM, &args([("text", told.join(""))])))
    }

    fn aimed(&self, target: &IndicatorTarget) -> Vec<Line> {
        let year = target.year.as_ref().map(|year| year.text.as_str());
        let as_of = target.as_of.as_ref().map(|as_of| as_of.text.as_str());
        self.with_year(&target.target.text, as_of.or(year).unwrap_or_default())
    }

    fn with_year(&self, words: &str, year: &str) -> Vec<Line> {
        let mut told = lines(words);
        if !told.is_empty() && !year.is_empty() && !words.contains(year) {
            told.push(Line::plain(self.texts.with(keys::PAPER_OF_YEAR, &args([("year", year.to_owned())]))));
        }
        told
    }

    fn line(&self, key: Key, year: String, words: &str) -> Vec<Line> {
        if words.is_empty() {
            return Vec::new();
        }
        lines(&self.texts.with(key, &args([("year", year), ("text", words.to_owned())])))
    }
}

/// The indicators of a plan as a whole, as a table with the columns of a form.
pub(super) fn table(texts: &Texts, plan: &Plan, indicators: &[&Indicator]) -> papers::Table {
    let rows = rows(texts, plan, indicators);
    let mut label = Some(
        Cell::text(texts.get(keys::SHEET_INDICATORS)).heading().at(Vertical::Middle).spanning(span(rows.len()), 1),
    );
    let rows = rows.into_iter().map(|row| papers::Row::Cells(label.take().into_iter().chain(row).collect()));
    let summary = texts.with(keys::PAPER_PLAN_AIMS_SUMMARY, &args([("plan", plan.name.clone())]));
    grid(BOOK_NAMES, wide(plan), rows.collect(), summary)
}
