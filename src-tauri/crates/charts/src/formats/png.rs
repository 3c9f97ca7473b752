//! PNG with its physical resolution.

use resvg::tiny_skia::{Color, Pixmap, Transform};

use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::fonts::Fonts;
use crate::formats::svg;

const LEAST_DPI: u32 = 36;
const MOST_DPI: u32 = 1200;
const MM_PER_INCH: f64 = 25.4;

fn failed(error: impl std::fmt::Display) -> ChartError {
    ChartError::Render(error.to_string())
}

fn pixels(mm: u32, dpi: u32) -> u32 {
    (f64::from(mm) / MM_PER_INCH * f64::from(dpi)).round().max(1.0) as u32
}

pub(crate) fn write(drawing: &Drawing, fonts: &Fonts, dpi: u32) -> Result<Vec<u8>, ChartError> {
    if !(LEAST_DPI..=MOST_DPI).contains(&dpi) {
        return Err(ChartError::DpiOutOfRange { dpi, min: LEAST_DPI, max: MOST_DPI });
    }
    let tree = svg::tree(drawing, fonts)?;
    let (width, height) = (pixels(drawing.width_mm, dpi), pixels(drawing.height_mm, dpi));
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| failed("picture is too large"))?;
    pixmap.fill(Color::WHITE);
    let size = tree.size();
    let transform = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    resvg::render(&tree, transform, &mut pixmap.as_mut());

    // The paper is opaque white, so the alpha channel carries nothing.
    let rgb: Vec<u8> = pixmap.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let per_metre = (f64::from(dpi) * 1000.0 / MM_PER_INCH).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    encoder.add_itxt_chunk("Title".into(), drawing.title.clone()).map_err(failed)?;
    if !drawing.alt.is_empty() {
        encoder.add_itxt_chunk("Description".into(), drawing.alt.clone()).map_err(failed)?;
    }
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&rgb).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}
