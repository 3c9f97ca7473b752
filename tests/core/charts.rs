//! The six charts of the sample: every number on them is the number of the file.

use std::collections::BTreeMap;

use charts::{Chart, FontFaces, Fonts, Mark, Placed, Point, Side, TargetBound, TextKind, Theme};
use domain::programme::{Axis, ChartDefinition, ChartId, ChartSeries, IndicatorId, SecondLine, Slot};
use rust_decimal::Decimal;
use workbench::export::{ChartFormat, ChartOrder, composed};
use workbench::{Workbench, WorkbenchError, chart, fiscal};

use crate::support::{bench, by, history, indicator, press, refused, texts, top, year};

const TITLES: [&str; 6] = [
    "経常収支比率の推移",
    "市債残高の推移",
    "財政調整基金残高と経常収支比率",
    "定員の推移",
    "基金残高の推移",
    "将来負担比率の推移",
];

fn all(bench: &Workbench, mono: bool, width_mm: Option<u32>) -> Vec<Chart> {
    let charts = chart::named(bench, None).unwrap().into_iter().map(|chart| chart.id).collect();
    composed(bench, texts(), &ChartOrder { charts, formats: vec![], mono, width_mm }).unwrap()
}

/// What a cell of the file must look like on a chart, worked out from its words alone: remarks in
/// brackets and the unit go, except the percent sign.
fn printed(text: &str) -> String {
    let bare: &str = text.split(['(', '（', ' ']).next().unwrap_or_default();
    bare.trim_end_matches(['億', '円', '人']).to_owned()
}

#[test]
fn every_point_is_the_figure_of_the_file() {
    let bench = bench();
    let definitions = chart::named(&bench, None).unwrap();
    let charts = all(&bench, false, None);
    assert_eq!(charts.iter().map(|chart| chart.title.as_str()).collect::<Vec<_>>(), TITLES);
    let (mut values, mut dashes, mut hollow) = (0, 0, 0);
    for (chart, definition) in charts.iter().zip(&definitions) {
        let (first, last) = (definition.first.unwrap().year(), definition.last.unwrap().year());
        assert_eq!(chart.categories.len(), usize::try_from(last - first + 1).unwrap());
        for (series, defined) in chart.series.iter().zip(&definition.series) {
            let indicator = indicator(&bench, defined.indicator.0);
            assert_eq!(series.points.len(), chart.categories.len());
            for (western, point) in (first..=last).zip(&series.points) {
                let text = &indicator.observation(year(western), defined.part, Slot::Actual).unwrap().figure.text;
                let place = format!("{} {} {western} {text}", chart.title, series.name);
                match point {
                    Point::Gap => assert_eq!(text, "", "{place}"),
                    Point::Dash(mark) => {
                        assert_eq!((mark.as_str(), text.as_str()), ("—", "—"), "{place}");
                        dashes += 1;
                    }
                    Point::Value { value, label, firm } => {
                        assert_eq!(label, &printed(text), "{place}");
                        assert_eq!(*value, label.trim_end_matches('%').parse::<Decimal>().unwrap(), "{place}");
                        assert_eq!(*firm, !text.contains("見込"), "{place}");
                        values += 1;
                        hollow += usize::from(!firm);
                    }
                }
            }
        }
    }
    assert_eq!((values, dashes, hollow), (14 + 28 + 20 + 14 + 28 + 5, 8, 1 + 2 + 2 + 1 + 2));
}

#[test]
fn years_kinds_units_and_axes_are_those_of_the_definition() {
    let charts = all(&bench(), false, None);
    let labels = |chart: &Chart| chart.categories.iter().map(|c| c.label.clone()).collect::<Vec<_>>();
    let seconds = |chart: &Chart| chart.categories.iter().map(|c| c.second.clone()).collect::<Vec<_>>();
    assert_eq!(labels(&charts[0])[0], "平成23年度");
    assert_eq!(labels(&charts[0])[7..9], ["平成30年度", "令和元年度"]);
    assert_eq!(seconds(&charts[0])[12..], [Some("決算".to_owned()), Some("見込".to_owned())]);
    assert_eq!(seconds(&charts[2])[9], Some("(2024)".into()), "western years where they are asked for");
    assert!(seconds(&charts[3]).iter().all(Option::is_none));
    let axes: Vec<_> =
        charts.iter().map(|c| (c.left.unit.as_str(), c.right.as_ref().map(|r| r.unit.as_str()))).collect();
    assert_eq!(
        axes,
        [
            ("（%）", None),
            ("（億円）", None),
            ("（億円）", Some("（%）")),
            ("（人）", None),
            ("（億円）", None),
            ("（%）", None)
        ]
    );
    let combined: Vec<_> = charts[2].series.iter().map(|s| (s.name.as_str(), s.mark, s.axis)).collect();
    assert_eq!(
        combined,
        [("財政調整基金残高（左軸）", Mark::Bar, Side::Left), ("経常収支比率（右軸）", Mark::Line, Side::Right)]
    );
    assert_eq!(charts[1].series.iter().map(|s| s.mark).collect::<Vec<_>>(), [Mark::StackedBar; 2]);
}

#[test]
fn targets_carry_the_words_of_the_plan_and_their_bound() {
    let charts = all(&bench(), false, None);
    let told: BTreeMap<&str, Vec<(&str, TargetBound)>> = charts
        .iter()
        .map(|c| (c.title.as_str(), c.targets.iter().map(|t| (t.label.as_str(), t.bound)).collect()))
        .collect();
    assert_eq!(told["経常収支比率の推移"], [("目標値\n95.0%以下", TargetBound::AtMost(Decimal::new(950, 1)))]);
    assert_eq!(told["定員の推移"], [("目標値\n955人以内", TargetBound::AtMost(955.into()))]);
    for title in ["市債残高の推移", "財政調整基金残高と経常収支比率", "基金残高の推移", "将来負担比率の推移"]
    {
        assert!(told[title].is_empty(), "{title}: the definition asks for no target");
    }
}

#[test]
fn totals_of_piles_add_up_to_the_digit_and_only_where_all_parts_are_there() {
    let mut bench = bench();
    for chart in [&all(&bench, false, None)[1], &all(&bench, false, None)[4]] {
        for (at, total) in chart.totals.iter().enumerate() {
            let sum: Decimal = chart
                .series
                .iter()
                .map(|series| match &series.points[at] {
                    Point::Value { label, .. } => label.parse::<Decimal>().unwrap(),
                    other => panic!("{other:?}"),
                })
                .sum();
            assert_eq!(total.as_deref(), Some(sum.to_string().as_str()), "{} {at}", chart.title);
        }
    }
    assert_eq!(all(&bench, false, None)[1].totals[0].as_deref(), Some("456.4"));
    let gone = fiscal::FigureEdit {
        indicator: IndicatorId(6),
        part: 0,
        year: year(2023),
        slot: Slot::Actual,
        text: String::new(),
        kind: None,
    };
    fiscal::set(&mut bench, &by(), &[gone]).unwrap();
    let chart = &all(&bench, false, None)[1];
    assert_eq!(chart.totals[12], None, "a year in which a part is missing has no total");
    assert_eq!(chart.series[1].points[12], Point::Gap);
}

#[test]
fn source_and_notes_are_printed_once_as_the_city_wrote_them() {
    let bench = bench();
    for (chart, definition) in all(&bench, false, None).iter().zip(chart::named(&bench, None).unwrap()) {
        let source = chart.source.as_deref().unwrap();
        assert_eq!(source.matches("資料：").count(), 1, "{source}");
        assert!(source.starts_with("資料：みどり野市"), "{source}");
        assert_eq!(chart.notes.len(), definition.note.lines().count());
        for note in &chart.notes {
            assert!(note.starts_with('※') && note.matches('※').count() == 1, "{note}");
        }
    }
}

#[test]
fn the_text_alternative_tells_every_value() {
    for chart in all(&bench(), false, None) {
        assert!(chart.alt.starts_with(&format!("{}。", chart.title)), "{}", chart.alt);
        for series in &chart.series {
            assert!(chart.alt.contains(&format!("{}：", series.name)), "{}", chart.alt);
            for (category, point) in chart.categories.iter().zip(&series.points) {
                let value = match point {
                    Point::Value { label, .. } => label,
                    Point::Dash(mark) => mark,
                    Point::Gap => continue,
                };
                let kind = category.second.as_ref().map(|kind| format!("({})", kind.trim_matches(['(', ')'])));
                let told = format!("{}{} {value}", category.label, kind.unwrap_or_default());
                assert!(chart.alt.contains(&told), "{told}: {}", chart.alt);
            }
        }
        for target in &chart.targets {
            let words = target.label.lines().last().unwrap();
            assert!(chart.alt.contains(&format!("目標値は{words}。")), "{}", chart.alt);
        }
        assert!(!chart.alt.contains("{$") && !chart.alt.contains("(("), "{}", chart.alt);
    }
}

#[test]
fn a_misprint_is_a_gap_and_a_rank_has_no_unit() {
    let mut bench = bench();
    let edit = |western, text: &str| fiscal::FigureEdit {
        indicator: IndicatorId(3),
        part: 0,
        year: year(western),
        slot: Slot::Actual,
        text: text.into(),
        kind: None,
    };
    fiscal::set(&mut bench, &by(), &[edit(2016, "4憶"), edit(2017, "—"), edit(2018, "3,470百万円")]).unwrap();
    let chart = &all(&bench, false, None)[2];
    let points = &chart.series[0].points;
    assert_eq!(points[1], Point::Gap, "words without a value are not drawn");
    assert_eq!(points[2], Point::Dash("—".into()));
    let converted = Point::Value { value: Decimal::new(3470, 2), label: "34.70".into(), firm: true };
    assert_eq!(points[3], converted, "百万円 on an axis of 億円: only the point moves");
}

fn fonts() -> Fonts {
    let face = |name: &str| std::fs::read(top().join("assets/fonts").join(name)).unwrap().into();
    Fonts::new(FontFaces { regular: face("BIZUDPGothic-Regular.ttf"), bold: face("BIZUDPGothic-Bold.ttf") }).unwrap()
}

/// The texts of one kind of a drawing.
fn drawn(chart: &Chart, fonts: &Fonts) -> Vec<(TextKind, String)> {
    let marks = charts::draw(chart, fonts).unwrap().marks();
    let texts = marks.into_iter().filter_map(|mark| match mark {
        Placed::Text { kind, text, .. } => Some((kind, text)),
        _ => None,
    });
    texts.collect()
}

/// Where labels have no room some are left out, but what is drawn is what the chart says, at its
/// own place; a chart of one series keeps every label.
#[test]
fn what_is_drawn_is_what_the_chart_says() {
    let (bench, fonts) = (bench(), fonts());
    for (mono, width) in [(false, None), (true, None), (false, Some(170)), (true, Some(255))] {
        for chart in all(&bench, mono, width) {
            assert_eq!(chart.theme, if mono { Theme::Mono } else { Theme::Colour });
            assert_eq!(chart.width_mm, width.unwrap_or(160));
            assert_eq!(chart.height_mm, (90 * chart.width_mm).div_ceil(160), "the height follows the width");
            let texts = drawn(&chart, &fonts);
            let whole = |wanted: fn(&TextKind) -> bool| -> String {
                texts.iter().filter(|(kind, _)| wanted(kind)).map(|(_, text)| text.as_str()).collect()
            };
            let place = format!("{} {width:?} mono {mono}", chart.title);
            let mut values = 0;
            for (kind, text) in &texts {
                match kind {
                    TextKind::Value { series, category } => {
                        let Point::Value { label, .. } = &chart.series[*series].points[*category] else {
                            panic!("{place}: {text} where there is no value");
                        };
                        assert_eq!(text, label, "{place}");
                        values += 1;
                    }
                    TextKind::Dash { series, category } => {
                        assert_eq!(chart.series[*series].points[*category], Point::Dash(text.clone()), "{place}");
                    }
                    TextKind::Total { category } => {
                        assert_eq!(chart.totals[*category].as_ref(), Some(text), "{place}");
                    }
                    _ => {}
                }
            }
            let known = |point: &&Point| matches!(point, Point::Value { .. });
            let wanted = chart.series.iter().flat_map(|series| &series.points).filter(known).count();
            if chart.series.len() == 1 {
                assert_eq!(values, wanted, "{place}: every label is drawn");
            } else {
                assert!(values > 0, "{place}");
            }
            let dashes = chart.series.iter().flat_map(|s| &s.points).filter(|p| matches!(p, Point::Dash(_))).count();
            assert_eq!(
                texts.iter().filter(|(kind, _)| matches!(kind, TextKind::Dash { .. })).count(),
                dashes,
                "{place}"
            );
            assert_eq!(whole(|kind| *kind == TextKind::Title), chart.title);
            assert_eq!(whole(|kind| *kind == TextKind::Source), chart.source.clone().unwrap());
            assert_eq!(whole(|kind| *kind == TextKind::Note), chart.notes.concat());
            let last = chart.categories.last().unwrap();
            assert!(whole(|kind| *kind == TextKind::Category).contains(&last.label), "{place}: the last year is named");
            for target in &chart.targets {
                let words = whole(|kind| matches!(kind, TextKind::Target { .. }));
                assert_eq!(words, target.label.replace('\n', ""), "{place}");
            }
        }
    }
}

#[test]
fn a_chart_becomes_what_its_format_says() {
    let bench = bench();
    let chart = &all(&bench, true, Some(120))[2];
    let svg = press().chart(chart, ChartFormat::Svg).unwrap();
    assert!(String::from_utf8(svg).unwrap().contains(&chart.alt[..30]), "the text alternative is inside");
    let png = press().chart(chart, ChartFormat::Png { dpi: 600 }).unwrap();
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let pixels = u32::from_be_bytes(png[16..20].try_into().unwrap());
    assert_eq!(pixels, 2835, "120 mm at 600 dpi");
    assert!(press().chart(chart, ChartFormat::Pdf).unwrap().starts_with(b"%PDF-"));
    let emf = press().chart(chart, ChartFormat::Emf).unwrap();
    assert_eq!((&emf[..4], &emf[40..44]), (&[1, 0, 0, 0][..], &b" EMF"[..]));
    assert!(press().chart_preview(chart).unwrap().starts_with("<svg"));
}

#[test]
fn a_chart_is_saved_renamed_and_removed() {
    let mut bench = bench();
    let mut definition = chart::named(&bench, Some("定員の推移")).unwrap().remove(0);
    definition.id = ChartId(0);
    definition.title = "定員の推移（再掲）".into();
    let id = chart::save(&mut bench, &by(), &definition).unwrap().value;
    assert_eq!(id, ChartId(7));
    let changed = ChartDefinition { id, targets: false, second_line: SecondLine::Western, ..definition };
    chart::save(&mut bench, &by(), &changed).unwrap();
    assert_eq!(chart::named(&bench, Some("定員の推移（再掲）")).unwrap(), std::slice::from_ref(&changed));
    chart::remove(&mut bench, &by(), id).unwrap();
    assert_eq!(
        history(&bench),
        ["図「定員の推移（再掲）」の削除", "図「定員の推移（再掲）」の変更", "図「定員の推移（再掲）」の変更"]
    );
    let error = refused(&mut bench, |b| chart::remove(b, &by(), id));
    assert!(matches!(error, WorkbenchError::NoSuch { id: 7, .. }));
    let series = |indicator, part| ChartSeries {
        indicator: IndicatorId(indicator),
        part,
        axis: Axis::Left,
        mark: domain::programme::Mark::Line,
    };
    for (indicator, part) in [(999, 0), (3, 9)] {
        let wrong = ChartDefinition { id: ChartId(0), series: vec![series(indicator, part)], ..changed.clone() };
        let error = refused(&mut bench, |b| chart::save(b, &by(), &wrong));
        assert!(matches!(error, WorkbenchError::NoSuch { .. }), "{error:?}");
    }
    let error = refused(&mut bench, |b| {
        chart::save(b, &by(), &ChartDefinition { id: ChartId(0), title: String::new(), ..changed.clone() })
    });
    assert!(matches!(error, WorkbenchError::EmptyName));
}
