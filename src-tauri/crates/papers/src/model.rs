//! The paper: what stands on it, in reading order, and nothing about how a
//! format writes it.

use std::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::FontFaces;

/// One paper as it is handed out in a meeting (会議資料).
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// The city that hands it out; the author in the properties of the file.
    pub city: String,
    /// Title at the head of the first page; also the title of the file.
    pub title: String,
    /// Number of the paper, meeting and date at the upper right.
    pub masthead: Masthead,
    /// Size and orientation of the pages.
    pub sheet: Sheet,
    /// Content in reading order.
    pub blocks: Vec<Block>,
    /// Every fixed word that the writers add of their own.
    pub words: Words,
}

/// Upper right corner of the first page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    /// Number of the paper (資料番号), set in a box: 資料1.
    pub doc_no: Option<String>,
    /// Name of the meeting: 第3回 行財政改革推進委員会.
    pub meeting: Option<String>,
    /// Date of the meeting as it is printed: 令和6年2月2日.
    pub date: Option<String>,
}

/// Size of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetSize {
    /// 420 mm × 297 mm.
    A3,
    /// 297 mm × 210 mm.
    A4,
}

/// The sheet that is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Size of the paper.
    pub size: SheetSize,
    /// Long side at the foot (横置き).
    pub landscape: bool,
}

/// The words the writers print of their own; given by the caller because every
/// text a person reads stands in the locale files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Page number; `{page}` and `{pages}` are replaced: `{page} / {pages}`.
    pub page_number: String,
    /// Name of the worksheet; characters Excel forbids in it are left out.
    pub sheet_name: String,
    /// Head of the rest of an item that broke over a page; `{name}` is
    /// replaced by the name of [`Row::ItemStart`]: `{name}（続き）`.
    pub continued: String,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Heading, level 1 being the highest below the title.
    Heading {
        /// 1 to 5.
        level: u8,
        /// Words of the heading, with their number (第1, 1, (1), ア).
        text: String,
    },
    /// Running text; each line is a paragraph or a bullet of its own.
    Paragraph(Vec<Line>),
    /// A table.
    Table(Table),
    /// A drawing.
    Figure {
        /// What is drawn.
        drawing: Drawing,
        /// Printed width, mm.
        width_mm: u32,
        /// Printed height, mm.
        height_mm: u32,
        /// What the figure says, for those who cannot see it (代替テキスト).
        alt: String,
        /// Words below it (図1 …).
        caption: Option<String>,
    },
    /// A remark in small print: ※ …, （注）….
    Note(String),
    /// What follows begins on a new page, and on a worksheet of its own.
    PageBreak,
}

/// What is drawn in a figure. It is asked for its lines only when the paper is written.
#[derive(Clone)]
pub struct Drawing(Arc<dyn Draw>);

/// Something that can be drawn once the faces are there.
pub trait Draw: Send + Sync {
    /// The drawing as SVG; its texts use the proportional faces given.
    ///
    /// # Errors
    /// Why it cannot be drawn, in words.
    fn svg(&self, faces: &FontFaces) -> Result<String, String>;
}

impl Drawing {
    /// A drawing to be made when the paper is written.
    pub fn new(draw: impl Draw + 'static) -> Self {
        Self(Arc::new(draw))
    }

    pub(crate) fn svg(&self, faces: &FontFaces) -> Result<String, String> {
        self.0.svg(faces)
    }
}

/// Two drawings are the same when they are one; what a figure says stands in its words.
impl PartialEq for Drawing {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Drawing")
    }
}

impl Draw for String {
    fn svg(&self, _: &FontFaces) -> Result<String, String> {
        Ok(self.clone())
    }
}

impl From<String> for Drawing {
    fn from(svg: String) -> Self {
        Self::new(svg)
    }
}

/// A line of text as it was typed: a paragraph, with or without its bullet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The mark before it (・, ①, －); the text hangs behind it.
    pub bullet: Option<String>,
    /// The text. A line feed in it begins a new line without a new bullet.
    pub text: String,
}

impl Line {
    /// A line without a bullet.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { bullet: None, text: text.into() }
    }

    /// A line behind a bullet.
    pub fn bulleted(bullet: impl Into<String>, text: impl Into<String>) -> Self {
        Self { bullet: Some(bullet.into()), text: text.into() }
    }
}

/// A table with spanning cells.
///
/// Rows are written like HTML: a row lists the cells that *begin* in it, from
/// left to right, and leaves out the places a span from above already takes.
/// A row that lists too few cells is filled with empty ones; one that lists too
/// many is an error ([`crate::PaperError::Table`]).
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Head rows, repeated on every page.
    pub header: Vec<Vec<Cell>>,
    /// Sections, items and rows in order.
    pub body: Vec<Row>,
    /// Title above the table, at the left.
    pub caption: Option<String>,
    /// What the table holds and how it is read, for those who cannot see it.
    pub summary: String,
    /// Unit of all amounts, above the table at the right: （単位：百万円）.
    pub unit: Option<String>,
    /// Remarks below the table: ※ …, （注）….
    pub notes: Vec<String>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Its width.
    pub width: Width,
}

impl Column {
    /// A column of a fixed width in mm.
    pub fn mm(width: f32) -> Self {
        Self { width: Width::Mm(width) }
    }

    /// A column that takes a share of the width the fixed columns leave.
    pub fn share(share: f32) -> Self {
        Self { width: Width::Share(share) }
    }

    /// A column as wide as what stands in it, between two bounds in mm.
    pub fn fit(least: f32, most: f32) -> Self {
        Self { width: Width::Fit { least, most, alike: false } }
    }

    /// The same, as wide as its neighbours of this kind: the years of a table.
    pub fn alike(least: f32, most: f32) -> Self {
        Self { width: Width::Fit { least, most, alike: true } }
    }
}

/// Width of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// Fixed, in mm on the printed page.
    Mm(f32),
    /// Share of what the fixed columns leave of the width of the page.
    Share(f32),
    /// As its content asks for, measured in the faces the paper is set in: its longest line where
    /// there is room for it, else at least its longest figure with its unit. What such columns
    /// leave they share among themselves, unless a column of a share takes it.
    Fit {
        /// Never narrower, mm, as long as the page is wide enough.
        least: f32,
        /// No wider for what stands in it, mm.
        most: f32,
        /// Neighbouring columns that are alike have one width.
        alike: bool,
    },
}

/// A row of the body.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A heading across the whole width, repeated on the following pages until
    /// a section of the same or a higher level takes its place.
    Section {
        /// Words of the heading.
        text: String,
        /// 1 = group (◆◇…), 2 = direction (方向性), and so on down to 4.
        level: u8,
    },
    /// The rows from here to the next `ItemStart` or `Section` belong together
    /// and stay on one page when they can. Without it the rows that spans tie
    /// to one another belong together.
    ItemStart {
        /// Short name of the item, printed through [`Words::continued`] when
        /// the item has to break over pages: ⑥ 広報力の向上.
        name: String,
    },
    /// A row of cells.
    Cells(Vec<Cell>),
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Rows it covers, at least 1. It must not reach over a section or an item.
    pub rowspan: u16,
    /// Columns it covers, at least 1.
    pub colspan: u16,
    /// What stands in it.
    pub content: Content,
    /// Horizontal alignment.
    pub align: Align,
    /// Vertical alignment.
    pub vertical: Vertical,
    /// A cell of the body that names its row (見出しセル), for readers of
    /// tagged PDF. Cells of [`Table::header`] are headers without it.
    pub header: bool,
    /// Bold, as for totals (合計).
    pub strong: bool,
}

impl Cell {
    /// A cell of one row and one column, aligned at its start.
    pub fn new(content: Content) -> Self {
        let align = match &content {
            Content::Number { .. } => Align::End,
            Content::Arrow { .. } => Align::Center,
            Content::Empty | Content::Text(_) => Align::Start,
        };
        Self { rowspan: 1, colspan: 1, content, align, vertical: Vertical::Auto, header: false, strong: false }
    }

    /// An empty cell.
    pub fn empty() -> Self {
        Self::new(Content::Empty)
    }

    /// A cell with one unbulleted line, or one for each line feed in it.
    pub fn text(text: impl Into<String>) -> Self {
        Self::new(Content::Text(text.into().split('\n').map(Line::plain).collect()))
    }

    /// A cell with lines of text.
    pub fn lines(lines: Vec<Line>) -> Self {
        Self::new(Content::Text(lines))
    }

    /// A cell with a bar of a schedule.
    pub fn arrow(words: impl Into<String>, tone: Tone) -> Self {
        Self::new(Content::Arrow { words: words.into(), tone })
    }

    /// A cell with a number: the text that is printed and its value.
    pub fn number(text: impl Into<String>, value: Option<Decimal>) -> Self {
        Self::new(Content::Number { text: text.into(), value })
    }

    /// The same cell over several rows and columns.
    #[must_use]
    pub fn spanning(mut self, rows: u16, columns: u16) -> Self {
        self.rowspan = rows;
        self.colspan = columns;
        self
    }

    /// The same cell, aligned in another way.
    #[must_use]
    pub fn aligned(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// The same cell at another height.
    #[must_use]
    pub fn at(mut self, vertical: Vertical) -> Self {
        self.vertical = vertical;
        self
    }

    /// The same cell as the one that names its row.
    #[must_use]
    pub fn heading(mut self) -> Self {
        self.header = true;
        self
    }

    /// The same cell in bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.strong = true;
        self
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing.
    Empty,
    /// Lines of text.
    Text(Vec<Line>),
    /// A number.
    Number {
        /// As it is printed: △1,234, 95.0%, —.
        text: String,
        /// Its value in the unit of the text, so that Excel can calculate with
        /// it; `None` when the text is not a number.
        value: Option<Decimal>,
    },
    /// A bar of a schedule: an arrow over the year columns it spans.
    Arrow {
        /// Words on the bar; empty for a bar without words.
        words: String,
        /// How it is drawn.
        tone: Tone,
    },
}

/// How the bar of a schedule is drawn; told apart without colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Running in the year of the paper: grey.
    #[default]
    Current,
    /// Over before the year of the paper: white, thin outline.
    Past,
    /// Not yet begun: white, dashed outline.
    Planned,
}

/// Horizontal alignment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Left, running text justified.
    #[default]
    Start,
    /// Centre.
    Center,
    /// Right.
    End,
}

/// Vertical alignment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Vertical {
    /// Top for text; middle for the lanes of an item and for rows with numbers.
    #[default]
    Auto,
    /// Top.
    Top,
    /// Middle.
    Middle,
}
