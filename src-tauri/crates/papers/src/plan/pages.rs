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

/// An item that ends above this part of a page cannot reach its end, however far the estimate is
/// off, and need not be told to stay whole: the typesetter sets what it must keep whole twice.
const SURE: f32 = 0.8;

/// Heads that together take more than this part of a page are not repeated:
/// they would leave no room for what they head.
const HEADS: f32 = 0.5;

/// What becomes of an item.
pub(crate) struct Place {
    /// Kept on one page.
    pub whole: bool,
    /// The typesetter must see to it.
    pub kept: bool,
    /// Height that is left on the page where it would begin.
    pub rest: f32,
}

/// Follows the rows of a table down its pages; mm.
pub(crate) struct Pages {
    height: f32,
    y: f32,
    header: f32,
    /// Height of the section of each level that repeats now.
    sections: [f32; 4],
    /// Height of the sections that wait for their first row.
    waiting: f32,
}

impl Pages {
    pub(crate) fn new(flow: &Flow, header: f32) -> Self {
        let height = flow.style.content_height();
        if header > height * HEADS {
            let y = (flow.y + header) % height;
            return Self { height, y, header: 0.0, sections: [0.0; 4], waiting: 0.0 };
        }
        let mut y = flow.y + header;
        if y > height * 0.9 {
            y = header;
        }
        Self { height, y, header, sections: [0.0; 4], waiting: 0.0 }
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
            self.y = (self.y + height) % self.height;
            return false;
        }
        self.sections[at] = height;
        self.waiting += height;
        true
    }

    /// An item of a height follows.
    pub(crate) fn item(&mut self, height: f32) -> Place {
        let waiting = std::mem::take(&mut self.waiting);
        let repeated = self.header + self.sections.iter().sum::<f32>();
        let page = (self.height - repeated).max(1.0);
        let rest = self.height - self.y - waiting;
        if height <= rest && height <= page * TALLEST_WHOLE {
            self.y += waiting + height;
            return Place { whole: true, kept: self.y > self.height * SURE, rest };
        }
        let whole = height <= page * WHOLE || (height <= page * TALLEST_WHOLE && rest < page * BEGIN);
        if whole {
            self.y = repeated + height;
        } else {
            self.y = repeated + (height - rest).max(0.0) % page;
        }
        Place { whole, kept: whole, rest }
    }

    /// Tells the flow where the table ends.
    pub(crate) fn finish(&self, flow: &mut Flow) {
        flow.y = self.y.min(self.height);
        flow.advance(4.0);
    }
}
