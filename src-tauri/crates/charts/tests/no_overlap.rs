//! Whatever the figures: texts keep clear of each other, of lines, markers, bar edges and the edge of the paper.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::sync::OnceLock;

use charts::*;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(common::fonts)
}

/// Says what collides, or nothing.
fn collisions(chart: &Chart, drawing: &Drawing) -> Vec<String> {
    let marks = drawing.marks();
    let paper = Rect::at(0, 0, chart.width_mm as i32 * 100, chart.height_mm as i32 * 100);
    let texts: Vec<(&TextKind, &str, Rect)> = marks
        .iter()
        .filter_map(|mark| match mark {
            Placed::Text { kind, text, area } => Some((kind, text.as_str(), *area)),
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for (index, (kind, text, area)) in texts.iter().enumerate() {
        if !paper.contains(area) {
            found.push(format!("{kind:?} {text} leaves the paper: {area:?}"));
        }
        for (other_kind, other, other_area) in &texts[index + 1..] {
            if area.overlaps(other_area) {
                found.push(format!("{kind:?} {text} {area:?} overlaps {other_kind:?} {other} {other_area:?}"));
            }
        }
        for mark in &marks {
            match mark {
                Placed::Line { kind: line, points, width } => {
                    let half = (*width as i32).div_euclid(2);
                    if points.windows(2).any(|w| area.grown(half).crossed_by(w[0], w[1])) {
                        found.push(format!("{kind:?} {text} {area:?} is crossed by {line:?} {points:?}"));
                    }
                }
                Placed::Marker { series, category, area: marker } if area.overlaps(marker) => {
                    found.push(format!("{kind:?} {text} {area:?} lies on marker {series}/{category} {marker:?}"));
                }
                Placed::Bar { series, category, area: bar }
                    if bar.edges().iter().any(|(a, b)| area.crossed_by(*a, *b)) =>
                {
                    found.push(format!("{kind:?} {text} {area:?} lies on the edge of bar {series}/{category} {bar:?}"));
                }
                _ => {}
            }
        }
    }
    found
}

#[test]
fn the_real_cases_are_clean_at_every_width() {
    for (name, chart) in common::cases() {
        for (width, height) in [(80, 65), (100, 70), (120, 75), (160, 90), (200, 100), (240, 120), (260, 150)] {
            for theme in [Theme::Colour, Theme::Mono] {
                let mut chart = chart.clone();
                (chart.width_mm, chart.height_mm, chart.theme) = (width, height, theme);
                let drawing = draw(&chart, fonts()).unwrap();
                let found = collisions(&chart, &drawing);
                assert!(found.is_empty(), "{name} at {width} mm:\n{}", found.join("\n"));
            }
        }
    }
}

#[test]
fn a_dense_chart_keeps_its_years() {
    for width in [80, 120, 160] {
        let chart = Chart { width_mm: width, ..common::dense() };
        let marks = draw(&chart, fonts()).unwrap().marks();
        let years = marks
            .iter()
            .filter(|m| matches!(m, Placed::Text { kind: TextKind::Category, text, .. } if text.contains("年度")));
        assert!(years.count() >= 5, "{width} mm");
    }
}

#[test]
fn every_value_of_the_prototype_charts_is_labelled() {
    for (name, chart) in [
        ("keijo", common::keijo()),
        ("combo", common::combo()),
        ("effects", common::effects()),
        ("bonds", common::bonds()),
        ("full-combo", common::full_combo()),
    ] {
        let drawing = draw(&chart, fonts()).unwrap();
        let printed: Vec<String> = drawing
            .marks()
            .into_iter()
            .filter_map(|mark| match mark {
                Placed::Text { kind: TextKind::Value { .. } | TextKind::Total { .. }, text, .. } => Some(text),
                _ => None,
            })
            .collect();
        let wanted = chart.series.iter().flat_map(|s| &s.points).filter_map(|p| match p {
            Point::Value { label, .. } => Some(label),
            _ => None,
        });
        for label in wanted.chain(chart.totals.iter().flatten()) {
            assert!(printed.contains(label), "{name}: {label} is not printed");
        }
    }
}

fn point(magnitude: i64, flat: bool) -> impl Strategy<Value = Point> {
    prop_oneof![
        1 => Just(Point::Gap),
        1 => Just(Point::Dash("—".into())),
        12 => (-magnitude..=magnitude * 3, 0u32..4, any::<bool>()).prop_map(move |(number, scale, firm)| {
            let value = if flat { Decimal::new(magnitude, 1) } else { Decimal::new(number, scale) };
            Point::Value { value, label: format!("{value}%").replace('-', "▲"), firm }
        }),
    ]
}

fn mark() -> impl Strategy<Value = Mark> {
    prop_oneof![Just(Mark::Line), Just(Mark::Bar), Just(Mark::StackedBar)]
}

fn side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Left), Just(Side::Right)]
}

fn target_of(magnitude: i64) -> impl Strategy<Value = Target> {
    let value = (-magnitude * 30..=magnitude * 60).prop_map(|v| Decimal::new(v, 1));
    (side(), proptest::option::of(0usize..20), proptest::option::of(0usize..20), value, 0i64..3000, 0u8..4).prop_map(
        |(axis, from, to, value, more, kind)| Target {
            axis,
            from,
            to,
            bound: match kind {
                0 => TargetBound::Line(value),
                1 => TargetBound::AtMost(value),
                2 => TargetBound::AtLeast(value),
                _ => TargetBound::Between(value, value + Decimal::new(more, 1)),
            },
            label: format!("目標値\n{value}%以下"),
        },
    )
}

/// Number of cases; `PROPTEST_CASES` asks for more.
fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

prop_compose! {
    fn any_chart()(magnitude in prop_oneof![Just(1i64), Just(90), Just(950), Just(30_000), Just(9_000_000_000)], count in 1usize..=20, lines in any::<bool>())(
        rows in proptest::collection::vec((mark(), side(), proptest::collection::vec(point(magnitude, false), count)), 1..=4),
        same in proptest::option::weighted(0.1, proptest::collection::vec(point(magnitude, true), count)),
        targets in proptest::collection::vec(target_of(magnitude), 0..=2),
        right in any::<bool>(), mono in any::<bool>(),
        width in 80u32..=260, stretch in 55u32..=80, second in any::<bool>(), zero in proptest::option::of(any::<bool>()),
        count in Just(count), lines in Just(lines),
    ) -> Chart {
        let names = ["経常収支比率", "財政調整基金残高", "類似団体平均", "公共施設整備基金残高"];
        let totals = vec![Some("計 123".to_owned()); if second { count } else { 0 }];
        Chart {
            title: "財政指標の推移".into(),
            width_mm: width,
            height_mm: (width * stretch / 100).max(70),
            theme: if mono { Theme::Mono } else { Theme::Colour },
            categories: (0..count).map(|i| Category { label: format!("平成{}年度", i + 9), second: second.then(|| "決算".into()) }).collect(),
            series: rows.into_iter().enumerate().map(|(i, (mark, axis, points))| Series {
                name: names[i].into(),
                mark: if lines { Mark::Line } else { mark },
                axis,
                points: if i == 0 { same.clone().unwrap_or(points) } else { points },
            }).collect(),
            totals,
            targets,
            left: Axis { unit: "（%）".into(), zero_based: zero, ..Axis::default() },
            right: right.then(|| Axis { unit: "（億円）".into(), ..Axis::default() }),
            source: Some("出典：みどり野市".into()),
            notes: vec!["※見込を含む".into()],
            alt: "推移".into(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(160), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_ever_overlaps(chart in any_chart()) {
        match draw(&chart, fonts()) {
            Ok(drawing) => {
                let found = collisions(&chart, &drawing);
                prop_assert!(found.is_empty(), "{}", found.join("\n"));
                prop_assert!(drawing.svg().ends_with("</svg>\n"));
                prop_assert!(drawing.emf().len() > 1000);
            }
            Err(ChartError::NoData) => {}
            // Two axes with numbers of 14 characters leave no room on the narrowest paper: then the size
            // named is enough.
            Err(ChartError::SizeTooSmall { needed_width_mm, needed_height_mm, .. }) => {
                prop_assert!(chart.width_mm < 100);
                let larger = Chart { width_mm: needed_width_mm, height_mm: needed_height_mm, ..chart };
                prop_assert!(draw(&larger, fonts()).is_ok());
            }
            Err(error) => prop_assert!(false, "{error}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(8), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_format_comes_out(chart in any_chart()) {
        if let Ok(drawing) = draw(&chart, fonts()) {
            prop_assert!(drawing.svg().contains("<text"));
            prop_assert!(!drawing.svg_outlined(fonts()).unwrap().contains("<text"));
            prop_assert_eq!(&drawing.png(fonts(), 72).unwrap()[..4], b"\x89PNG");
            prop_assert_eq!(&drawing.pdf(fonts()).unwrap()[..5], b"%PDF-");
            prop_assert_eq!(&drawing.emf()[40..44], b" EMF");
        }
    }
}
