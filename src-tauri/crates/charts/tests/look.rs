//! Renders every case for looking at: `CHARTS_LOOK=folder cargo test -p charts --test look`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use charts::{Theme, draw};

#[test]
fn every_case_can_be_drawn_at_every_width() {
    let fonts = common::fonts();
    let folder = std::env::var_os("CHARTS_LOOK").map(std::path::PathBuf::from);
    for (name, chart) in common::cases() {
        for (width, height) in [(80, 65), (120, 75), (160, 90), (240, 120)] {
            for theme in [Theme::Colour, Theme::Mono] {
                let mut chart = chart.clone();
                (chart.width_mm, chart.height_mm, chart.theme) = (width, height, theme);
                let drawing = draw(&chart, &fonts).unwrap_or_else(|error| panic!("{name} {width}: {error}"));
                if let Some(folder) = &folder {
                    let look = if theme == Theme::Colour { "colour" } else { "mono" };
                    let png = drawing.png(&fonts, 200).unwrap();
                    let file = |end: &str| folder.join(format!("{name}-{width}-{look}.{end}"));
                    std::fs::write(file("png"), png).unwrap();
                    if width == 160 {
                        std::fs::write(file("pdf"), drawing.pdf(&fonts).unwrap()).unwrap();
                        std::fs::write(file("emf"), drawing.emf()).unwrap();
                    }
                }
            }
        }
    }
}
