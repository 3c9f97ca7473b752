//! SVG, with text as text or as outlines.

use std::fmt::Write;

use crate::drawing::{Drawing, LANGUAGE};
use crate::error::ChartError;
use crate::fonts::{FAMILY, Fonts};
use crate::geometry::Xy;
use crate::recording::{Align, Ink, Shape, Words};

/// Escapes text for XML; characters XML cannot hold are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if u32::from(c) < 0x20 || matches!(u32::from(c), 0xfffe | 0xffff) => {}
            c => out.push(c),
        }
    }
    out
}

fn hex((r, g, b): Ink) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn points(points: &[Xy]) -> String {
    points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

fn dashes(dash: &[i32]) -> String {
    if dash.is_empty() {
        return String::new();
    }
    let lengths: Vec<String> = dash.iter().map(i32::to_string).collect();
    format!(" stroke-dasharray=\"{}\"", lengths.join(" "))
}

fn shape(out: &mut String, shape: &Shape) -> std::fmt::Result {
    match shape {
        Shape::Path { points: p, width, ink, dash } => {
            let (ink, dash) = (hex(*ink), dashes(dash));
            if let [(x1, y1), (x2, y2)] = p.as_slice() {
                writeln!(
                    out,
                    "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{ink}\" stroke-width=\"{width}\"{dash}/>"
                )
            } else {
                writeln!(
                    out,
                    "<polyline points=\"{}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"{dash}/>",
                    points(p)
                )
            }
        }
        Shape::Polygon { points: p, ink } => {
            writeln!(out, "<polygon points=\"{}\" fill=\"{}\"/>", points(p), hex(*ink))
        }
        Shape::Filled { area, ink } => writeln!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
            area.x0,
            area.y0,
            area.width(),
            area.height(),
            hex(*ink)
        ),
        Shape::Outlined { area, width, ink, dash } => writeln!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"{}/>",
            area.x0,
            area.y0,
            area.width(),
            area.height(),
            hex(*ink),
            dashes(dash)
        ),
        Shape::Disc { centre: (x, y), radius, ink } => {
            writeln!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{}\"/>", hex(*ink))
        }
        Shape::Ring { centre: (x, y), radius, width, ink } => writeln!(
            out,
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"/>",
            hex(*ink)
        ),
        Shape::Text(Words { text, at: (x, y), size, align, bold, ink, .. }) => {
            let anchor = match align {
                Align::Start => "",
                Align::Middle => " text-anchor=\"middle\"",
                Align::End => " text-anchor=\"end\"",
            };
            let weight = if *bold { " font-weight=\"bold\"" } else { "" };
            writeln!(
                out,
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{anchor}{weight} fill=\"{}\">{}</text>",
                hex(*ink),
                escape(text)
            )
        }
    }
}

/// The start tag, title and description of a picture whose user units are given.
fn head(drawing: &Drawing, view_box: &str, more: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" viewBox=\"{view_box}\" \
         lang=\"{LANGUAGE}\" xml:lang=\"{LANGUAGE}\" role=\"img\"{more}>\n<title>{}</title>\n<desc>{}</desc>\n",
        drawing.width_mm,
        drawing.height_mm,
        escape(&drawing.title),
        escape(&drawing.alt),
    )
}

pub(crate) fn write(drawing: &Drawing) -> String {
    let view_box = format!("0 0 {} {}", drawing.width_mm * 100, drawing.height_mm * 100);
    // Kerning is off, because labels were placed with plain advances.
    let more = format!(" font-family=\"'{FAMILY}', 'BIZ UDPゴシック', sans-serif\" font-kerning=\"none\"");
    let mut out = head(drawing, &view_box, &more);
    for item in &drawing.items {
        // Writing to a String does not fail.
        let _ = shape(&mut out, &item.shape);
    }
    out.push_str("</svg>\n");
    out
}

/// Parses the drawing with the bundled fonts and no others.
pub(crate) fn tree(drawing: &Drawing, fonts: &Fonts) -> Result<usvg::Tree, ChartError> {
    usvg::Tree::from_str(&write(drawing), &fonts.usvg_options()).map_err(|error| ChartError::Render(error.to_string()))
}

pub(crate) fn write_outlined(drawing: &Drawing, fonts: &Fonts) -> Result<String, ChartError> {
    let tree = tree(drawing, fonts)?;
    let options = usvg::WriteOptions {
        preserve_text: false,
        coordinates_precision: 3,
        indent: usvg::Indent::None,
        ..usvg::WriteOptions::default()
    };
    let plain = tree.to_string(&options);
    // usvg writes sizes in px and drops title and description: put ours in place of its start tag.
    let body = plain
        .find("<svg")
        .and_then(|start| plain[start..].find('>').map(|end| &plain[start + end + 1..]))
        .ok_or_else(|| ChartError::Render("outlined picture has no start tag".into()))?;
    let view_box = format!("0 0 {} {}", tree.size().width(), tree.size().height());
    Ok(format!("{}{body}\n", head(drawing, &view_box, "")))
}
