//! Charts with real figures (小平市 第3次行財政再構築プラン), shared by the tests.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use std::borrow::Cow;
use std::path::PathBuf;

use charts::*;
use rust_decimal::Decimal;

/// The bundled fonts.
pub fn fonts() -> Fonts {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts");
    let read = |name: &str| -> Cow<'static, [u8]> { std::fs::read(folder.join(name)).unwrap().into() };
    Fonts::new(FontFaces { regular: read("BIZUDPGothic-Regular.ttf"), bold: read("BIZUDPGothic-Bold.ttf") }).unwrap()
}

pub fn dec(text: &str) -> Decimal {
    text.parse().or_else(|_| Decimal::from_scientific(text)).unwrap()
}

/// Settled values with a unit after each number.
pub fn firm(values: &[&str], unit: &str) -> Vec<Point> {
    values
        .iter()
        .map(|v| match *v {
            "" => Point::Gap,
            "—" => Point::Dash("—".into()),
            v => Point::Value { value: dec(v), label: format!("{v}{unit}"), firm: true },
        })
        .collect()
}

/// Makes the points from an index on expected ones.
pub fn expected(mut points: Vec<Point>, from: usize) -> Vec<Point> {
    for point in points.iter_mut().skip(from) {
        if let Point::Value { firm, .. } = point {
            *firm = false;
        }
    }
    points
}

pub fn years(range: std::ops::RangeInclusive<u32>, second: impl Fn(u32) -> Option<String>) -> Vec<Category> {
    range.map(|y| Category { label: format!("平成{y}年度"), second: second(y) }).collect()
}

pub fn axis(unit: &str) -> Axis {
    Axis { unit: unit.into(), ..Axis::default() }
}

pub fn series(name: &str, mark: Mark, side: Side, points: Vec<Point>) -> Series {
    Series { name: name.into(), mark, axis: side, points }
}

pub fn target(bound: TargetBound, label: &str) -> Target {
    Target { axis: Side::Left, from: None, to: None, bound, label: label.into() }
}

fn base(title: &str) -> Chart {
    Chart {
        title: title.into(),
        width_mm: 160,
        height_mm: 90,
        left: axis("（%）"),
        source: Some("出典：小平市 第3次行財政再構築プラン".into()),
        alt: format!("{title}のグラフ"),
        ..Chart::default()
    }
}

/// 経常収支比率 with the two expected years of the prototype picture.
pub fn keijo() -> Chart {
    let kind = |y: u32| Some(if y <= 26 { "決算" } else { "見込" }.to_owned());
    let values = firm(&["92.7", "91.2", "91.4", "93.9", "94.6", "95.8"], "%");
    Chart {
        categories: years(23..=28, kind),
        series: vec![series("経常収支比率", Mark::Line, Side::Left, expected(values, 4))],
        targets: vec![target(TargetBound::AtMost(dec("95.0")), "目標値\n95.0%以下")],
        notes: vec!["※平成26年度までは決算値、平成27年度以降は見込値".into()],
        ..base("経常収支比率の推移")
    }
}

/// 職員定数: bars that do not begin at zero would mislead, so they do; target 910.
pub fn staff() -> Chart {
    Chart {
        categories: years(23..=27, |y| Some(format!("(H{}.4.1)", y + 1))),
        series: vec![series("定員", Mark::Bar, Side::Left, firm(&["911", "907", "911", "919", "932"], "人"))],
        targets: vec![Target { from: Some(4), ..target(TargetBound::Line(dec("910")), "目標値\n910人") }],
        left: axis("（人）"),
        ..base("職員定員の推移")
    }
}

/// The same as a line on an axis that does not begin at zero.
pub fn staff_line() -> Chart {
    let mut chart = staff();
    chart.series[0].mark = Mark::Line;
    chart.targets[0].from = None;
    chart.targets[0].bound = TargetBound::AtMost(dec("910"));
    chart.targets[0].label = "目標値\n910人以下".into();
    chart
}

/// 財政調整基金 as bars with 経常収支比率 on the right axis.
pub fn combo() -> Chart {
    Chart {
        categories: years(23..=26, |y| Some(format!("({})", y + 1988))),
        series: vec![
            series("財政調整基金残高（左軸）", Mark::Bar, Side::Left, firm(&["23.6", "24.5", "30.9", "37.5"], "")),
            series("経常収支比率（右軸）", Mark::Line, Side::Right, firm(&["92.7", "91.2", "91.4", "93.9"], "%")),
        ],
        left: axis("（億円）"),
        right: Some(axis("（%）")),
        ..base("財政調整基金残高と経常収支比率")
    }
}

/// Both 基金 as bars side by side, the last year still open (blank in the source) and targets for it.
pub fn funds() -> Chart {
    let at_end = |value: &str, label: &str| Target { from: Some(4), ..target(TargetBound::Line(dec(value)), label) };
    Chart {
        categories: years(23..=27, |_| Some("決算".into())),
        series: vec![
            series("財政調整基金", Mark::Bar, Side::Left, firm(&["23.6", "24.5", "30.9", "37.5", ""], "")),
            series("公共施設整備基金", Mark::Bar, Side::Left, firm(&["14.8", "11.6", "16.0", "21.1", ""], "")),
        ],
        targets: vec![at_end("30", "財政調整基金\n目標 30億円"), at_end("20", "公共施設整備基金\n目標 20億円")],
        left: axis("（億円）"),
        notes: vec!["※平成27年度の決算値は未確定".into()],
        ..base("基金残高の推移")
    }
}

/// 市債残高 of both accounts as lines with a dash for the last year.
pub fn bonds() -> Chart {
    let at_end = |value: &str, label: &str| Target { from: Some(4), ..target(TargetBound::AtMost(dec(value)), label) };
    Chart {
        categories: years(23..=27, |_| Some("決算".into())),
        series: vec![
            series("一般会計", Mark::Line, Side::Left, firm(&["323.2", "319.2", "308.0", "299.4", "—"], "")),
            series("下水道事業会計", Mark::Line, Side::Left, firm(&["132.6", "118.7", "105.9", "95.3", "—"], "")),
        ],
        targets: vec![at_end("300", "目標値\n300億円以内"), at_end("90", "目標値\n90億円以内")],
        left: axis("（億円）"),
        ..base("市債残高の推移")
    }
}

/// Three indicators as lines with names at their ends.
pub fn three_lines() -> Chart {
    Chart {
        categories: years(21..=28, |_| None),
        series: vec![
            series(
                "みどり野市",
                Mark::Line,
                Side::Left,
                expected(firm(&["88.4", "90.1", "92.7", "91.2", "91.4", "93.9", "94.6", "95.8"], ""), 6),
            ),
            series(
                "類似団体平均",
                Mark::Line,
                Side::Left,
                firm(&["89.9", "88.2", "89.5", "90.1", "89.8", "90.7", "90.3", "91.1"], ""),
            ),
            series(
                "県内市平均",
                Mark::Line,
                Side::Left,
                firm(&["90.2", "89.6", "90.6", "90.9", "90.2", "91.3", "90.9", "91.6"], ""),
            ),
        ],
        source: Some("出典：市町村決算カード".into()),
        ..base("経常収支比率の比較")
    }
}

/// 財政効果 as piles with totals.
pub fn effects() -> Chart {
    let total = |text: &str| Some(text.to_owned());
    Chart {
        categories: years(23..=26, |_| Some("決算".into())),
        series: vec![
            series("歳入確保策の実施", Mark::StackedBar, Side::Left, firm(&["179", "58", "61", "23"], "")),
            series("人件費等の削減", Mark::StackedBar, Side::Left, firm(&["47", "53", "36", "26"], "")),
            series("事務費等の削減", Mark::StackedBar, Side::Left, firm(&["23", "43", "35", "31"], "")),
            series("施策等の見直し", Mark::StackedBar, Side::Left, firm(&["36", "20", "206", "7"], "")),
        ],
        totals: vec![total("285"), total("174"), total("338"), total("87")],
        left: axis("（百万円）"),
        ..base("行財政再構築の財政効果")
    }
}

/// Negative and positive differences as bars, two of them expected.
pub fn differences() -> Chart {
    let points = ["120", "-45", "-210", "38", "260", "-30"]
        .iter()
        .enumerate()
        .map(|(i, v)| Point::Value { value: dec(v), label: v.replace('-', "▲"), firm: i < 4 })
        .collect();
    Chart {
        categories: years(24..=29, |y| Some(if y < 28 { "決算" } else { "見込" }.into())),
        series: vec![series("実質単年度収支", Mark::Bar, Side::Left, points)],
        left: axis("（百万円）"),
        ..base("実質単年度収支の推移")
    }
}

/// A threshold far above the values.
pub fn far_target() -> Chart {
    Chart {
        categories: years(21..=28, |_| None),
        series: vec![series(
            "将来負担比率",
            Mark::Line,
            Side::Left,
            firm(&["21.4", "18.0", "12.2", "9.7", "6.1", "—", "—", "1.3"], "%"),
        )],
        targets: vec![target(TargetBound::AtMost(dec("350")), "早期健全化基準\n350%")],
        ..base("将来負担比率の推移")
    }
}

/// Twenty years of four lines: too dense to label everything.
pub fn dense() -> Chart {
    let line = |start: i64, step: i64| -> Vec<Point> {
        (0..20)
            .map(|i| {
                let value = Decimal::new(start + step * i + (i * i * 7 + i * start) % 23, 1);
                Point::Value { value, label: format!("{value}%"), firm: i < 17 }
            })
            .collect()
    };
    Chart {
        categories: years(9..=28, |y| Some(if y < 26 { "決算" } else { "見込" }.into())),
        series: vec![
            series("経常収支比率", Mark::Line, Side::Left, line(860, 4)),
            series("類似団体平均", Mark::Line, Side::Left, line(875, 2)),
            series("県内市平均", Mark::Line, Side::Left, line(880, 3)),
            series("全国市平均", Mark::Line, Side::Left, line(890, 1)),
        ],
        targets: vec![target(TargetBound::Between(dec("85"), dec("90")), "望ましい範囲\n85～90%")],
        ..base("経常収支比率の長期推移")
    }
}

/// Bars and a line with a band, expected years, both on one axis, and a second line on the right axis.
pub fn full_combo() -> Chart {
    let kind = |y: u32| Some(if y <= 3 { "決算" } else { "見込" }.to_owned());
    Chart {
        categories: (1..=6)
            .map(|y| Category {
                label: format!("令和{}年度", if y == 1 { "元".into() } else { y.to_string() }),
                second: kind(y),
            })
            .collect(),
        series: vec![
            series(
                "市債残高（左軸）",
                Mark::Bar,
                Side::Left,
                expected(firm(&["418.2", "409.9", "397.1", "388.5", "371.0", "362.4"], ""), 3),
            ),
            series(
                "基金残高（左軸）",
                Mark::Bar,
                Side::Left,
                expected(firm(&["96.3", "88.1", "104.0", "112.8", "109.5", "101.2"], ""), 3),
            ),
            series(
                "実質公債費比率（右軸）",
                Mark::Line,
                Side::Right,
                expected(firm(&["4.1", "3.8", "3.9", "3.2", "2.7", "2.9"], "%"), 3),
            ),
        ],
        targets: vec![target(TargetBound::AtMost(dec("380")), "市債残高の目標値 380億円以下")],
        left: Axis { name: Some("残高".into()), ..axis("（億円）") },
        right: Some(Axis { name: Some("比率".into()), ..axis("（%）") }),
        source: Some("出典：みどり野市財政課".into()),
        notes: vec!["※令和4年度以降は当初予算時点の見込み".into()],
        ..base("市債残高・基金残高と実質公債費比率")
    }
}

/// All cases with their names.
pub fn cases() -> Vec<(&'static str, Chart)> {
    vec![
        ("keijo", keijo()),
        ("staff", staff()),
        ("staff-line", staff_line()),
        ("combo", combo()),
        ("funds", funds()),
        ("bonds", bonds()),
        ("three-lines", three_lines()),
        ("effects", effects()),
        ("differences", differences()),
        ("far-target", far_target()),
        ("dense", dense()),
        ("full-combo", full_combo()),
    ]
}
