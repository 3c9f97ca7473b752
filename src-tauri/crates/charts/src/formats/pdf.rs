//! PDF: one page of the size of the chart.

use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla_svg::{SurfaceExt, SvgSettings};

use crate::drawing::{Drawing, LANGUAGE};
use crate::error::ChartError;
use crate::fonts::Fonts;
use crate::formats::svg;

const POINTS_PER_MM: f32 = 72.0 / 25.4;

fn failed(error: impl std::fmt::Debug) -> ChartError {
    ChartError::Render(format!("{error:?}"))
}

pub(crate) fn write(drawing: &Drawing, fonts: &Fonts) -> Result<Vec<u8>, ChartError> {
    let tree = svg::tree(drawing, fonts)?;
    let (width, height) = (drawing.width_mm as f32 * POINTS_PER_MM, drawing.height_mm as f32 * POINTS_PER_MM);
    let settings = PageSettings::from_wh(width, height).ok_or_else(|| failed("page size"))?;
    let size = Size::from_wh(width, height).ok_or_else(|| failed("picture size"))?;

    let mut document = krilla::Document::new();
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let content = surface.start_tagged(ContentTag::Other);
    surface
        .draw_svg(&tree, size, SvgSettings { embed_text: true, filter_scale: 4.0 })
        .ok_or_else(|| failed("picture"))?;
    surface.end_tagged();
    surface.finish();
    page.finish();

    let alt = if drawing.alt.is_empty() { drawing.title.clone() } else { drawing.alt.clone() };
    let mut figure = TagGroup::new(Tag::Figure(Some(alt)));
    figure.push(content);
    let mut tags = TagTree::new().with_lang(Some(LANGUAGE.into()));
    tags.push(figure);
    document.set_tag_tree(tags);
    document.set_metadata(Metadata::new().title(drawing.title.clone()).language(LANGUAGE.into()));
    document.finish().map_err(failed)
}
