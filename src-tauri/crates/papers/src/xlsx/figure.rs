//! Figures as pictures, since no worksheet of every Excel shows SVG.

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use rust_xlsxwriter::Image;
use usvg::fontdb::Source;

use crate::{Drawing, Fonts, PaperError};

const DOTS_PER_MM: f32 = 300.0 / 25.4;

/// Pixels of a worksheet in a millimetre.
pub(super) const PX_PER_MM: f32 = 96.0 / 25.4;

/// Draws the `number`th figure of a paper at 300 dpi.
pub(super) fn image(
    drawing: &Drawing,
    width_mm: u32,
    height_mm: u32,
    alt: &str,
    number: usize,
    fonts: &Fonts,
) -> Result<Image, PaperError> {
    let fault = |reason: String| PaperError::Figure { figure: number, reason };
    let mut options = usvg::Options { font_family: "BIZ UDPGothic".to_owned(), ..usvg::Options::default() };
    let faces = Arc::make_mut(&mut options.fontdb);
    for face in &fonts.faces {
        faces.load_font_source(Source::Binary(Arc::new(face.data().clone())));
    }
    let svg = drawing.svg(&fonts.bytes).map_err(fault)?;
    let tree = usvg::Tree::from_str(&svg, &options).map_err(|error| fault(error.to_string()))?;
    let (width, height) = (width_mm as f32 * DOTS_PER_MM, height_mm as f32 * DOTS_PER_MM);
    let mut picture = Pixmap::new(width.round() as u32, height.round() as u32)
        .ok_or_else(|| fault(format!("size {width_mm} mm × {height_mm} mm")))?;
    picture.fill(Color::WHITE);
    let size = tree.size();
    let scale = (width / size.width()).min(height / size.height());
    let place = Transform::from_scale(scale, scale)
        .post_translate((width - size.width() * scale) / 2.0, (height - size.height() * scale) / 2.0);
    resvg::render(&tree, place, &mut picture.as_mut());
    let image = Image::new_from_buffer(&png(&picture).map_err(|e| fault(e.to_string()))?)?;
    let (shown_width, shown_height) = (width_mm as f32 * PX_PER_MM, height_mm as f32 * PX_PER_MM);
    Ok(image.set_scale_to_size(f64::from(shown_width), f64::from(shown_height), false).set_alt_text(alt))
}

fn png(picture: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header()?;
    // The picture is opaque, so its premultiplied colours are the colours.
    let rgb: Vec<u8> = picture.data().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(bytes)
}
