//! Where an item stands among the pages, as far as can be told before
//! typesetting, and whether it stays whole.

use super::Flow;

/// An item up to this part of a page moves to the next page as a whole rather
/// than break.
const WHOLE: f32 = 0.36;

/// A taller item breaks when at least this part of the page is left for its
/// beginning.
const BEGIN: f32 = 0.25;

/// An item above this part of a page is never kept whole: the estimate may be
/// short of the truth, and a whole item taller than a page would be cut off.
const TALLEST_WHOLE: f32 = 0.85;

/// An item whose rows stand for themselves parts between them when it is higher than this part of
/// a page, and its first rows fit on what is left of the page.
const SMALL: f32 = 0.14;

/// How many rows such an item begins with at least.
const FIRST_ROWS: usize = 2;

/// A row of it higher than this part of a page is parted itself.
const TALLEST_ROW: f32 = 0.25;

/// How far the height of an item may be off its estimate, as a part of it: lines are broken here
/// one by one, by the typesetter with an eye on the whole paragraph.
const DOUBT: f32 = 0.04;

/// The same for rows of one line, which leave nothing to the typesetter.
const LINE_DOUBT: f32 = 0.01;

/// Where the doubt about a page is below this part of it, an item that may or may not fit begins
/// the next page: the white that may be left is not worth the typesetter's trying.
const NARROW: f32 = 0.1;

/// Heads that together take more than this part of a page are not repeated:
/// they would leave no room for what they head.
const HEADS: f32 = 0.5;

/// What becomes of an item.
pub(crate) struct Place {
    /// Kept on one page.
    pub whole: bool,
    /// The typesetter must see to it.
    pub kept: bool,
    /// It begins a new page.
    pub turns: bool,
    /// It parts between its rows: those up to this height stay whole.
    pub rows_up_to: Option<f32>,
    /// Height that is left on the page where it would begin.
    pub rest: f32,
}

/// Follows the rows of a table down its pages; mm. Used height is known between two bounds.
///
/// Where it is certain that an item does not fit, the page is turned here: pages that are parted
/// beforehand are set side by side, and nothing has to be tried twice.
pub(crate) struct Pages {
    height: f32,
    /// Height of a row of one line.
    line: f32,
    /// Used height of the page, at least and at most.
    low: f32,
    high: f32,
    /// Something stands on the page already.
    begun: bool,
    /// Other tables stand before this one, so that the head of the page is guessed from afar.
    after_others: bool,
    header: f32,
    /// Height of the section of each level that repeats now.
    sections: [f32; 4],
    /// Height of the sections that wait for their first row.
    waiting: f32,
}

impl Pages {
    pub(crate) fn new(flow: &Flow, header: f32) -> Self {
        let height = flow.style.content_height();
        let repeated = if header > height * HEADS { 0.0 } else { header };
        let mut y = flow.y + header;
        if repeated == 0.0 {
            y %= height;
        } else if y > height * 0.9 {
            y = header;
        }
        Self {
            height,
            line: flow.style.line_row(),
            low: (y - flow.doubt).max(0.0),
            high: y + flow.doubt,
            begun: false,
            after_others: flow.items > 0,
            header: repeated,
            sections: [0.0; 4],
            waiting: 0.0,
        }
    }

    /// Whether the header of the table is repeated.
    pub(crate) fn repeats(&self) -> bool {
        self.header > 0.0
    }

    /// A section of a level (1 to 4) begins; gives whether it is repeated.
    pub(crate) fn section(&mut self, level: u8, height: f32, empty: bool) -> bool {
        let at = usize::from(level.clamp(1, 4)) - 1;
        self.sections[at..].fill(0.0);
        let heads = self.header + self.sections.iter().sum::<f32>() + self.waiting + height;
        if empty || heads > self.height * HEADS {
            self.goes_on(height, 0.0);
            return false;
        }
        self.sections[at] = height;
        self.waiting += height;
        true
    }

    /// An item of a height follows; `rows` are the heights of its rows where they stand for
    /// themselves. The `last` of a table gets no page of its own before it is known not to fit.
    pub(crate) fn item(&mut self, height: f32, rows: Option<&[f32]>, last: bool) -> Place {
        let waiting = std::mem::take(&mut self.waiting);
        let repeated = self.header + self.sections.iter().sum::<f32>();
        let page = (self.height - repeated).max(1.0);
        let rest = self.height - f32::midpoint(self.low, self.high) - waiting;
        let begun = std::mem::replace(&mut self.begun, true);
        let doubt = if height <= self.line * (1.0 + LINE_DOUBT) { LINE_DOUBT } else { DOUBT };
        let (least, most) = (height * (1.0 - doubt), height * (1.0 + doubt));
        let place = Place { whole: true, kept: false, turns: false, rows_up_to: None, rest };
        if self.high + waiting + most <= self.height && height <= page * TALLEST_WHOLE {
            self.low += waiting + least;
            self.high += waiting + most;
            // Behind other tables and texts even that is no certainty.
            return Place { kept: self.after_others && height <= page * WHOLE, ..place };
        }
        let rows = rows.filter(|rows| rows.len() > 1);
        let rows_up_to = rows.map(|_| page * TALLEST_ROW);
        if let Some(rows) = rows.filter(|rows| height > page * SMALL && self.begins(waiting, rows)) {
            self.goes_on_by_rows(waiting, rows, repeated);
            return Place { whole: false, rows_up_to, ..place };
        }
        let low = height <= page * WHOLE;
        let whole = low || (height <= page * TALLEST_WHOLE && (rest < page * BEGIN || height <= rest));
        if !whole {
            match rows {
                Some(rows) => self.goes_on_by_rows(waiting, rows, repeated),
                None => self.goes_on(waiting + height, repeated),
            }
            return Place { whole, rows_up_to, ..place };
        }
        let over = self.low + waiting + least > self.height;
        let narrow = low && !last && self.high - self.low <= self.height * NARROW;
        if begun && (over || narrow) {
            (self.low, self.high) = (repeated + least, repeated + most);
            return Place { turns: true, rest: page, ..place };
        }
        // Here or at the head of the next page: the typesetter finds out.
        (self.low, self.high) = ((self.low + waiting + least).min(repeated + least), self.height);
        Place { kept: true, ..place }
    }

    /// Whether rows that stand for themselves can begin on this page.
    fn begins(&self, waiting: f32, rows: &[f32]) -> bool {
        let first: f32 = rows.iter().take(FIRST_ROWS).sum();
        rows.len() > FIRST_ROWS && self.high + waiting + first * (1.0 + DOUBT) <= self.height
    }

    /// Goes on by rows of which only tall ones part.
    fn goes_on_by_rows(&mut self, waiting: f32, rows: &[f32], repeated: f32) {
        let page = (self.height - repeated).max(1.0);
        let below = |from: f32, part: f32| {
            rows.iter().fold((0, from + waiting * part), |(pages, y), row| {
                let row = row * part;
                let end = y + row;
                if end <= self.height {
                    (pages, end)
                } else if row <= page * TALLEST_ROW {
                    (pages + 1, repeated + row)
                } else {
                    (pages + 1, repeated + (end - self.height) % page)
                }
            })
        };
        let ((fewer, low), (more, high)) = (below(self.low, 1.0 - DOUBT), below(self.high, 1.0 + DOUBT));
        (self.low, self.high) = if fewer == more { (low.min(high), low.max(high)) } else { (repeated, self.height) };
    }

    /// Goes on by a height that breaks over pages, below heads that are repeated.
    fn goes_on(&mut self, height: f32, repeated: f32) {
        let page = (self.height - repeated).max(1.0);
        let below = |end: f32| if end <= self.height { end } else { repeated + (end - self.height) % page };
        let low = below(self.low + height * (1.0 - DOUBT));
        let high = below(self.high + height * (1.0 + DOUBT));
        // A page end between the two leaves everything open.
        (self.low, self.high) = if low <= high { (low, high) } else { (repeated, self.height) };
    }

    /// Tells the flow where the table ends.
    pub(crate) fn finish(&self, flow: &mut Flow) {
        flow.y = f32::midpoint(self.low, self.high).min(self.height);
        flow.doubt = (self.high - self.low) / 2.0;
        flow.advance(4.0);
    }
}
