//! What the papers of a meeting have in common: plan and year, the head, the words above the tables.

use domain::programme::{Meeting, MeetingPaper, Plan, Programme};
use domain::value::era::Era;
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use domain::value::reckoning::Reckoning;
use papers::{Align, Block, Cell, Line, Masthead, Paper, Sheet, Vertical, Words};

use crate::error::Thing;
use crate::file::Found;
use crate::texts::{Key, Texts, args, keys};
use crate::{Result, lead};

/// A paper of a meeting before it has a content.
pub(super) struct Frame<'a> {
    pub texts: &'a Texts,
    pub programme: &'a Programme,
    pub plan: &'a Plan,
    /// The year the paper is of.
    pub year: FiscalYear,
    meeting: &'a Meeting,
    paper: &'a MeetingPaper,
    /// That of the day of the meeting: in February 2019 the coming year was 平成31年度.
    day: Reckoning,
}

impl<'a> Frame<'a> {
    pub fn new(
        texts: &'a Texts,
        programme: &'a Programme,
        meeting: &'a Meeting,
        paper: &'a MeetingPaper,
    ) -> Result<Self> {
        let plan = programme.plans.iter().find(|plan| plan.id == paper.plan).found(Thing::Plan, paper.plan.0)?;
        let day = meeting.date.as_ref().and_then(|date| date.meaning).and_then(Era::of_date);
        let day = day.map_or(Reckoning::USUAL, Reckoning::throughout);
        Ok(Self { texts, programme, plan, year: paper.year, meeting, paper, day })
    }

    /// A year as it was called on the day of the meeting.
    pub fn called(&self, year: FiscalYear) -> String {
        self.day.long(year)
    }

    /// A year above a column, as the plan calls it.
    pub fn column(&self, year: FiscalYear, style: YearStyle) -> String {
        self.plan.reckoning().format(year, style)
    }

    /// The words above the tables: those of a person, or the sentence on the tally. None when there
    /// are none.
    pub fn lead(&self) -> Result<Option<Block>> {
        let told = lines(&lead::of_plan(self.texts, &self.programme.city, self.plan, self.paper)?.text);
        Ok((!told.is_empty()).then_some(Block::Paragraph(told)))
    }

    /// A remark below a table, behind its mark: ※….
    pub fn note(&self, text: &str) -> String {
        self.texts.with(keys::PAPER_NOTE, &args([("text", text.to_owned())]))
    }

    /// The usual title of a paper of this plan and year.
    fn usual_title(&self, key: Key) -> String {
        let told = args([
            ("plan", self.plan.name.clone()),
            ("first", self.plan.first.text.clone()),
            ("last", self.plan.last.text.clone()),
            ("year", self.called(self.year)),
        ]);
        self.texts.with(key, &told)
    }

    /// The paper with its content.
    pub fn paper(&self, title: Key, sheet_name: Key, sheet: Sheet, blocks: Vec<Block>) -> Paper {
        let (meeting, paper) = (self.meeting, self.paper);
        Paper {
            city: self.programme.city.name.clone(),
            title: if paper.title.is_empty() { self.usual_title(title) } else { paper.title.clone() },
            masthead: Masthead {
                doc_no: (!paper.doc_no.is_empty()).then(|| paper.doc_no.clone()),
                meeting: Some([meeting.number.as_str(), meeting.name.as_str()].join(" ").trim().to_owned())
                    .filter(|meeting| !meeting.is_empty()),
                date: meeting.date.as_ref().map(|date| date.text.clone()),
            },
            sheet,
            blocks,
            words: words(self.texts, sheet_name),
        }
    }
}

/// The words that the writers of a paper add.
pub(super) fn words(texts: &Texts, sheet_name: Key) -> Words {
    let place = |name: &str| format!("{{{name}}}");
    Words {
        page_number: texts.with(keys::PAPER_PAGE, &args([("page", place("page")), ("pages", place("pages"))])),
        sheet_name: texts.get(sheet_name),
        continued: texts.with(keys::PAPER_CONTINUED, &args([("name", place("name"))])),
    }
}

/// A cell of the head of a table.
pub(super) fn head(text: impl Into<String>) -> Cell {
    Cell::text(text).heading().aligned(Align::Center).at(Vertical::Middle)
}

/// A cell with lines of text, or empty.
pub(super) fn text(lines: Vec<Line>) -> Cell {
    if lines.is_empty() { Cell::empty() } else { Cell::lines(lines) }
}

/// The lines of a text; a line that begins with 「・」 is a bullet.
pub(super) fn lines(text: &str) -> Vec<Line> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| match line.strip_prefix('・') {
            Some(rest) => Line::bulleted("・", rest),
            None => Line::plain(line),
        })
        .collect()
}

/// Number and name behind one another, without either where it is empty.
pub(super) fn labelled(label: &str, title: &str) -> String {
    [label, title].join("　").trim().to_owned()
}

/// A name with its markers behind it: 検診受診率【健康指標】.
pub(super) fn marked(texts: &Texts, name: &str, markers: &[String]) -> String {
    match markers {
        [] => name.to_owned(),
        _ => texts.with(keys::PAPER_MARKED, &args([("name", name.to_owned()), ("markers", markers.join("、"))])),
    }
}

/// A count of rows or columns as a span.
pub(super) fn span(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
