//! The display list and the plotters backend that records it.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use crate::fonts::{ASCENT, Fonts};
use crate::geometry::{Rect, Xy};
use crate::marks::Role;
use crate::text::Typesetter;

/// A solid colour; there is no transparency, because EMF has none.
pub(crate) type Ink = (u8, u8, u8);

/// Horizontal anchor of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Start,
    Middle,
    End,
}

/// One shape of the display list, in 1/100 mm.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// A polyline with round joins and butt ends; `dash` is on, off, … or empty.
    Path {
        points: Vec<Xy>,
        width: u32,
        ink: Ink,
        dash: &'static [i32],
    },
    Polygon {
        points: Vec<Xy>,
        ink: Ink,
    },
    Filled {
        area: Rect,
        ink: Ink,
    },
    Outlined {
        area: Rect,
        width: u32,
        ink: Ink,
        dash: &'static [i32],
    },
    Disc {
        centre: Xy,
        radius: u32,
        ink: Ink,
    },
    Ring {
        centre: Xy,
        radius: u32,
        width: u32,
        ink: Ink,
    },
    /// One horizontal line of text.
    Text(Words),
}

/// One horizontal line of text, in 1/100 mm.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Words {
    pub text: String,
    /// The anchor on the baseline.
    pub at: Xy,
    /// The em.
    pub size: i32,
    pub align: Align,
    pub bold: bool,
    pub ink: Ink,
    pub width: i32,
    /// Reach of the letters above and below the baseline.
    pub reach: (i32, i32),
    /// The way from each character to the next.
    pub advances: Vec<i32>,
}

/// A shape and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    pub role: Role,
    pub shape: Shape,
}

#[derive(Debug)]
struct State {
    items: Vec<Item>,
    role: Role,
    dash: &'static [i32],
}

/// Says what the next shapes stand for and how their lines are dashed, while the backend is with plotters.
#[derive(Clone, Debug)]
pub(crate) struct Pen(Rc<RefCell<State>>);

impl Pen {
    pub(crate) fn new() -> Self {
        Self(Rc::new(RefCell::new(State { items: Vec::new(), role: Role::Paper, dash: &[] })))
    }

    /// The next shapes have this role and solid lines.
    pub(crate) fn role(&self, role: Role) {
        self.dashed(role, &[]);
    }

    /// The next shapes have this role and dashed lines.
    pub(crate) fn dashed(&self, role: Role, dash: &'static [i32]) {
        let mut state = self.0.borrow_mut();
        state.role = role;
        state.dash = dash;
    }

    /// Takes the recorded list.
    pub(crate) fn take(&self) -> Vec<Item> {
        std::mem::take(&mut self.0.borrow_mut().items)
    }

    fn push(&self, make: impl FnOnce(&'static [i32]) -> Shape) {
        let mut state = self.0.borrow_mut();
        let shape = make(state.dash);
        let role = state.role;
        state.items.push(Item { role, shape });
    }
}

/// A plotters backend that draws nothing and remembers everything, with text measured in our fonts.
pub(crate) struct Recorder {
    size: (u32, u32),
    fonts: Fonts,
    pen: Pen,
}

impl Recorder {
    /// A recorder for a canvas in 1/100 mm.
    pub(crate) fn new(size: (u32, u32), fonts: &Fonts, pen: &Pen) -> Self {
        Self { size, fonts: fonts.clone(), pen: pen.clone() }
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The colour on white paper.
fn ink_of(color: BackendColor) -> Ink {
    let blend = |c: u8| (f64::from(c) * color.alpha + 255.0 * (1.0 - color.alpha)).round() as u8;
    (blend(color.rgb.0), blend(color.rgb.1), blend(color.rgb.2))
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        let ink = ink_of(color);
        self.pen.push(|_| Shape::Filled { area: Rect::at(point.0, point.1, 1, 1), ink });
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn {
        let (area, ink, width) = (Rect::new(a, b), ink_of(style.color()), style.stroke_width());
        self.pen.push(
            |dash| {
                if fill { Shape::Filled { area, ink } } else { Shape::Outlined { area, width, ink, dash } }
            },
        );
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points: Vec<Xy> = path.into_iter().collect();
        let (ink, width) = (ink_of(style.color()), style.stroke_width());
        if points.len() > 1 {
            self.pen.push(|dash| Shape::Path { points, width, ink, dash });
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let (ink, width) = (ink_of(style.color()), style.stroke_width());
        self.pen.push(|_| {
            if fill { Shape::Disc { centre, radius, ink } } else { Shape::Ring { centre, radius, width, ink } }
        });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Drawn {
        let points: Vec<Xy> = vert.into_iter().collect();
        let ink = ink_of(style.color());
        self.pen.push(|_| Shape::Polygon { points, ink });
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Drawn {
        let size = style.size();
        let bold = matches!(style.style(), FontStyle::Bold);
        let anchor = style.anchor();
        let down = match anchor.v_pos {
            VPos::Top => ASCENT,
            VPos::Center => ASCENT - 0.5,
            VPos::Bottom => ASCENT - 1.0,
        };
        let align = match anchor.h_pos {
            HPos::Left => Align::Start,
            HPos::Center => Align::Middle,
            HPos::Right => Align::End,
        };
        let typesetter = Typesetter::new(&self.fonts);
        let em = size.round() as i32;
        let (width, reach) = (typesetter.width(text, em, bold), typesetter.reach(text, em, bold));
        let at = (pos.0, pos.1 + (down * size).round() as i32);
        let ink = ink_of(style.color());
        let advances = self.fonts.advances(text, bold, size);
        let text = text.to_owned();
        self.pen.push(|_| Shape::Text(Words { text, at, size: em, align, bold, ink, width, reach, advances }));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        Ok(((self.fonts.width(text, bold) * style.size()).ceil() as u32, style.size().ceil() as u32))
    }
}
