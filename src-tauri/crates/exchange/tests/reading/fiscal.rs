//! Fiscal series of みどり野市, right and wrong.

use domain::programme::Slot;
use domain::value::{Absence, Figure, Target, Value, ValueKind};
use exchange::{FindingKind, Form, IndicatorDraft, Outcome, Reading, Understood, read_csv, read_fiscal, recognise};

use super::{bytes, kinds, table};

fn amount(figure: &Figure) -> Option<String> {
    figure.quantity().map(ToString::to_string)
}

fn observation(indicator: &IndicatorDraft, year: i32) -> &Figure {
    let found = indicator.observations.iter().find(|observation| observation.year.year() == year);
    &found.unwrap().figure
}

#[test]
fn a_clean_table_gives_a_draft_and_no_findings() {
    let table = table("fiscal-utf8-bom.csv");
    assert_eq!(recognise(&table), Ok(Form::FiscalSeries));
    let reading = read_fiscal(&table).unwrap();
    assert_eq!(reading.findings, []);
    let shape: Vec<(&str, &str, u8, usize, usize)> = reading
        .draft
        .indicators
        .iter()
        .map(|indicator| {
            (
                indicator.name.as_str(),
                indicator.unit.as_str(),
                indicator.decimals,
                indicator.observations.len(),
                indicator.targets.len(),
            )
        })
        .collect();
    assert_eq!(
        shape,
        [
            ("職員数", "人", 0, 3, 1),
            ("経常収支比率", "%", 1, 4, 1),
            ("将来負担比率", "%", 1, 3, 0),
            ("実質単年度収支", "千円", 0, 2, 0),
            ("市債残高（一般会計）", "億円", 1, 3, 0),
        ]
    );
    assert_eq!(reading.cells.len(), 18 * 6, "every cell is shown, the blank one too");
}

#[test]
fn kinds_moments_and_absences_are_told_apart() {
    let reading = read_fiscal(&table("fiscal-utf8-bom.csv")).unwrap();
    let [staff, balance, burden, single, bonds] = reading.draft.indicators.as_slice() else {
        panic!("five indicators");
    };
    let Some(Value::Known { kind, as_of, .. }) = &observation(staff, 2021).value else {
        panic!("known");
    };
    assert_eq!(*kind, ValueKind::Actual);
    assert_eq!(as_of.as_ref().unwrap().text, "R4.4.1");
    assert_eq!(observation(balance, 2022).text, "94.0% (4決算)");
    assert_eq!(amount(observation(balance, 2022)).unwrap(), "94.0%");
    assert_eq!(observation(balance, 2023).value.as_ref().unwrap().kind(), Some(ValueKind::Provisional));
    let awaited = Value::absent(Absence::NotYet);
    assert_eq!(observation(balance, 2024).value, Some(awaited));
    let none = Value::absent(Absence::NotApplicable);
    assert_eq!(observation(burden, 2022).value, Some(none));
    assert_eq!(amount(observation(burden, 2023)).unwrap(), "0%");
    assert_eq!(amount(observation(single, 2021)).unwrap(), "△10,500千円");
    assert_eq!(bonds.observations[2].slot, Slot::Plan);
}

#[test]
fn a_target_is_parted_from_its_moment() {
    let reading = read_fiscal(&table("fiscal-utf8-bom.csv")).unwrap();
    let target = &reading.draft.indicators[1].targets[0];
    assert_eq!(target.target.text, "94.0%以下");
    assert!(matches!(target.target.meaning, Some(Target::AtMost { strict: false, .. })));
    assert_eq!(target.as_of.as_ref().unwrap().text, "6年度末");
    assert_eq!(target.year.text, "R6");
    assert_eq!(target.year.meaning.map(i32::from), Some(2024));
}

#[test]
fn titles_and_notes_around_a_cp932_table_do_not_matter() {
    let reading = read_fiscal(&table("fiscal-cp932.csv")).unwrap();
    assert_eq!(kinds(&reading.findings), [(23, FindingKind::Note)]);
    let title = &reading.cells[0];
    assert_eq!(title.source, "みどり野市　主な財政指標の推移");
    assert_eq!(title.understood, Understood::Heading);
    let clean = read_fiscal(&table("fiscal-utf8-bom.csv")).unwrap();
    assert_eq!(reading.draft.indicators.len(), clean.draft.indicators.len());
    for (windows, clean) in reading.draft.indicators.iter().zip(&clean.draft.indicators) {
        assert_eq!(windows.name, clean.name);
        for (left, right) in windows.observations.iter().zip(&clean.observations) {
            assert_eq!(left.figure.value, right.figure.value);
        }
    }
}

#[test]
fn misprints_are_told_and_never_mended() {
    let reading = read_fiscal(&table("fiscal-misprints.csv")).unwrap();
    let told: Vec<(u32, Option<&str>, Outcome, String)> = reading
        .findings
        .iter()
        .map(|finding| {
            let kind = format!("{:?}", finding.kind);
            let name = kind.split([' ', '{']).next().unwrap_or_default().to_owned();
            (finding.line, finding.column.as_deref(), finding.outcome, name)
        })
        .collect();
    use Outcome::{Cleaned, LeftOut, TakenOver, WordsOnly};
    let expected = [
        (1, Some("備考欄"), LeftOut, "UnknownColumn"),
        (2, Some("指標"), TakenOver, "Misspelt"),
        (4, Some("値"), WordsOnly, "SuspiciousUnit"),
        (4, Some("原文"), WordsOnly, "SuspiciousUnit"),
        (5, Some("値"), WordsOnly, "Bracketed"),
        (5, Some("原文"), WordsOnly, "Bracketed"),
        (6, Some("原文"), WordsOnly, "AmountsDiffer"),
        (7, Some("年度"), LeftOut, "YearOutOfRange"),
        (8, Some("年度"), LeftOut, "YearOutOfRange"),
        (9, Some("年度"), LeftOut, "YearNotUnderstood"),
        (10, Some("区分"), LeftOut, "UnknownKind"),
        (11, None, LeftOut, "DuplicateRow"),
        (12, None, LeftOut, "MissingName"),
        (13, Some("値"), TakenOver, "FormulaLike"),
        (13, Some("原文"), TakenOver, "FormulaLike"),
        (13, Some("値"), WordsOnly, "NotANumber"),
        (13, Some("原文"), WordsOnly, "NotANumber"),
        (14, Some("値"), WordsOnly, "NotANumber"),
        (14, Some("原文"), WordsOnly, "NotANumber"),
        (15, Some("単位"), TakenOver, "UnitDiffers"),
        (16, None, TakenOver, "RaggedRow"),
        (17, None, LeftOut, "RaggedRow"),
        (18, Some("原文"), Cleaned, "ControlCharacter"),
        (19, Some("年度"), WordsOnly, "YearNotUnderstood"),
        (20, Some("原文"), WordsOnly, "SuspiciousUnit"),
        (21, Some("原文"), TakenOver, "KindDiffers"),
    ]
    .map(|(line, column, outcome, name)| (line, column, outcome, name.to_owned()));
    assert_eq!(told, expected);
}

#[test]
fn words_without_a_trusted_value_stay_as_they_are() {
    let reading = read_fiscal(&table("fiscal-misprints.csv")).unwrap();
    let [misspelt, fund, sinking] = reading.draft.indicators.as_slice() else {
        panic!("three indicators");
    };
    assert_eq!(misspelt.name, "経営収支比率", "the name is kept as written");
    let figures: Vec<(&str, bool)> = fund
        .observations
        .iter()
        .map(|observation| {
            let figure = &observation.figure;
            (figure.text.as_str(), figure.is_understood())
        })
        .collect();
    assert_eq!(figures, [("4憶円", false), ("(9500)", false), ("21.8億円", false)]);
    let formula = observation(sinking, 2021);
    assert_eq!((formula.text.as_str(), &formula.value), ("=1+1", &None));
    let other_unit = observation(sinking, 2023);
    assert_eq!(amount(other_unit).unwrap(), "940百万円", "no unit is converted");
    let [unclear, misprinted] = sinking.targets.as_slice() else {
        panic!("two targets");
    };
    assert_eq!(unclear.year.text, "来年度");
    assert_eq!(unclear.year.meaning, None);
    assert_eq!(misprinted.target.text, "10憶円以上");
    assert_eq!(misprinted.target.meaning, None);
    let extra = reading.cells.iter().find(|cell| cell.source == "はみ出し").unwrap();
    assert_eq!(extra.understood, Understood::LeftOut);
}

fn with_row(row: &str) -> Reading<exchange::FiscalDraft> {
    let text = format!("指標,単位,年度,区分,値,原文\n{row}\n");
    read_fiscal(&read_csv(text.as_bytes()).unwrap()).unwrap()
}

#[test]
fn a_value_beside_prose_is_taken_and_told() {
    let reading = with_row("人件費比率,%,R5,決算,18.2,18.2%で横ばい");
    assert_eq!(kinds(&reading.findings), [(2, FindingKind::NotANumber)]);
    assert_eq!(reading.findings[0].outcome, Outcome::TakenOver);
    let figure = &reading.draft.indicators[0].observations[0].figure;
    assert_eq!(figure.text, "18.2%で横ばい");
    assert_eq!(amount(figure).unwrap(), "18.2%");
}

#[test]
fn words_with_a_value_beside_a_blank_are_not_trusted() {
    let reading = with_row("人件費比率,%,R5,決算,,18.2%");
    let doubt = FindingKind::AmountsDiffer { in_words: "18.2%".to_owned() };
    assert_eq!(kinds(&reading.findings), [(2, doubt)]);
    let figure = &reading.draft.indicators[0].observations[0].figure;
    assert_eq!(figure.value, None);
}

#[test]
fn a_huge_cell_is_kept_and_told() {
    let huge = "長".repeat(40_000);
    let reading = with_row(&format!("人件費比率,%,R5,決算,18.2,{huge}"));
    let told = kinds(&reading.findings);
    assert!(told.contains(&(2, FindingKind::LongText { characters: 40_000 })));
    let figure = &reading.draft.indicators[0].observations[0].figure;
    assert_eq!(figure.text, huge);
}

#[test]
fn a_private_character_is_told() {
    let reading = with_row("\u{e000}基金,億円,R5,決算,1,1億円");
    let doubt = FindingKind::PrivateCharacter { code: 0xe000 };
    assert_eq!(kinds(&reading.findings), [(2, doubt)]);
    assert_eq!(reading.draft.indicators[0].name, "\u{e000}基金");
    // In CP932 it is one of the user's own characters, F040 to F9FC.
    let mut windows = b"\xf0\x40".to_vec();
    windows.extend(bytes("fiscal-cp932.csv"));
    assert_eq!(read_csv(&windows).unwrap().preamble[0].cells[0].chars().next(), Some('\u{e000}'));
}
