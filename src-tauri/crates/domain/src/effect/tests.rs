#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::programme::{
    Basis, BracketMeaning, EffectCell, EffectRow, EffectRowId, EffectSide, EffectSpan, EffectTable, EffectTableId,
    PlanId, SavingSign,
};
use crate::value::figure::FigureError;
use crate::value::fiscal_year::FiscalYear;
use crate::value::quantity::{NegativeMark, Quantity, QuantityError, Unit};
use crate::value::written::Written;

fn year(western: i32) -> FiscalYear {
    FiscalYear::new(western).unwrap()
}

fn table(unit: &str) -> EffectTable {
    EffectTable {
        id: EffectTableId(1),
        plan: PlanId(1),
        name: "財政効果".into(),
        unit: unit.into(),
        saving: SavingSign::Positive,
        brackets: BracketMeaning::Unused,
        note: String::new(),
        rows: Vec::new(),
    }
}

/// A row with actual amounts from 2021 on, as typed.
fn add(table: &mut EffectTable, title: &str, typed: &[&str]) {
    let cells = (2021..).zip(typed).map(|(western, text)| cell(table, western, Basis::Actual, text)).collect();
    table.rows.push(EffectRow {
        id: EffectRowId(table.rows.len() as i64 + 1),
        title: title.into(),
        node: None,
        side: EffectSide::Unsaid,
        account: String::new(),
        span: EffectSpan::SingleYear,
        total: false,
        cells,
    });
}

fn add_total(table: &mut EffectTable, typed: &[&str]) {
    add(table, "合計", typed);
    table.rows.last_mut().unwrap().total = true;
}

fn cell(table: &EffectTable, western: i32, basis: Basis, text: &str) -> EffectCell {
    EffectCell { year: year(western), basis, amount: read(table, year(western), text) }
}

fn entry_of(table: &EffectTable, text: &str) -> Result<Entry, Doubt> {
    entry(table, &cell(table, 2021, Basis::Actual, text))
}

fn amounts(table: &EffectTable, text: &str) -> (Option<String>, Option<String>) {
    match entry_of(table, text) {
        Ok(Entry::Amount(amount)) => (amount.counted.map(|a| a.to_string()), amount.bracket.map(|a| a.to_string())),
        other => panic!("{text}: {other:?}"),
    }
}

const YEARS: [i32; 4] = [2021, 2022, 2023, 2024];

fn years_shown() -> Vec<FiscalYear> {
    YEARS.map(year).to_vec()
}

fn amount(sum: &Sum) -> Option<String> {
    sum.amount.map(|amount| amount.to_string())
}

/// The published table of a city: four categories, four closed years, one open.
fn published() -> EffectTable {
    let mut table = table("百万円");
    add(&mut table, "歳入確保策の実施", &["179", "58", "61", "23", ""]);
    add(&mut table, "人件費等の削減", &["47", "53", "36", "26", ""]);
    add(&mut table, "事務費等の削減", &["23", "43", "35", "31", ""]);
    add(&mut table, "施策等の見直し", &["36", "20", "206", "7", ""]);
    add_total(&mut table, &["285", "174", "338", "87", ""]);
    table
}

#[test]
fn a_published_table_adds_up_and_says_which_year_is_open() {
    let table = published();
    let years: Vec<FiscalYear> = (2021..=2025).map(year).collect();
    let totals = totals(&table, &years);
    assert_eq!(totals.len(), 1, "one span, no sides, no accounts: one total");
    let actual: Vec<_> = totals[0].of_years.iter().map(|sums| amount(&sums[1])).collect();
    assert_eq!(actual, [Some("285".into()), Some("174".into()), Some("338".into()), Some("87".into()), None]);
    let over = &totals[0].over_years[1];
    assert_eq!(amount(over).as_deref(), Some("884"));
    assert_eq!((over.years.len(), over.open.as_slice(), over.gaps.len()), (4, &[year(2025)][..], 0));
    let rows: Vec<_> = table.rows[..4]
        .iter()
        .map(|row| amount(&row_over_years(&table, row, &years, Column::Actual)).unwrap())
        .collect();
    assert_eq!(rows, ["321", "162", "132", "269"]);
    assert_eq!(totals[0].over_years[0].amount, None, "nothing was expected in it");
    assert!(comparisons(&table).iter().all(|one| one.agreement == Agreement::Exact));
    assert_eq!(comparisons(&table).len(), 4);
}

#[test]
fn blank_dash_zero_and_misprint_are_four_different_things() {
    let table = table("千円");
    assert_eq!(entry_of(&table, ""), Ok(Entry::NotYet));
    assert_eq!(entry_of(&table, "(6決算)"), Ok(Entry::NotYet));
    assert_eq!(entry_of(&table, "—"), Ok(Entry::NotApplicable));
    assert_eq!(amounts(&table, "0"), (Some("0".into()), None));
    let unit = QuantityError::SuspiciousUnit { unit: "憶".into() };
    assert_eq!(entry_of(&table, "4憶"), Err(Doubt::Amount(FigureError::Amount { reason: unit })));
    let bracket = QuantityError::Bracketed { inner: Quantity::parse("9500").unwrap() };
    assert_eq!(entry_of(&table, "(9500)"), Err(Doubt::Amount(FigureError::Amount { reason: bracket })));
    assert!(matches!(
        entry_of(&table, "1,234 (56)"),
        Err(Doubt::Amount(FigureError::Amount { reason: QuantityError::Bracketed { .. } }))
    ));
    assert_eq!(entry_of(&table, "5人"), Err(Doubt::OtherUnit(Unit::new("人"))));
    assert_eq!(read(&table, year(2021), "5人"), Written { text: "5人".into(), meaning: None });
    assert_eq!(amounts(&table, "△10,500"), (Some("-10500".into()), None));
    assert_eq!(amounts(&table, "1.5億円"), (Some("150000".into()), None), "a cell may have a unit of its own");
    assert_eq!(amounts(&table, "1,200 (見込)"), (Some("1200".into()), None), "a remark is no amount");
}

#[test]
fn an_amount_outside_is_not_in_the_total_and_one_inside_is() {
    let mut table = table("千円");
    for (brackets, lone, sum) in [(BracketMeaning::Outside, None, "300"), (BracketMeaning::Inside, Some("40"), "340")] {
        table.brackets = brackets;
        table.rows.clear();
        assert_eq!(amounts(&table, "（40）"), (lone.map(Into::into), Some("40".into())));
        assert_eq!(amounts(&table, "200\n（56）"), (Some("200".into()), Some("56".into())));
        assert_eq!(amounts(&table, "200 (見込) (56)"), (Some("200".into()), Some("56".into())));
        assert!(entry_of(&table, "200 (56) (7)").is_err(), "which of the two is it?");
        add(&mut table, "A", &["100"]);
        add(&mut table, "B", &["200 (56)"]);
        add(&mut table, "C", &["(40)"]);
        let total = &totals(&table, &[year(2021)])[0].over_years[1];
        assert_eq!((amount(total).as_deref(), total.bracket), (Some(sum), Some(96.into())));
        assert!(total.is_whole(), "an amount outside is not missing");
        assert_eq!(read(&table, year(2021), "(40)").meaning.unwrap().to_string(), "40千円");
    }
}

#[test]
fn a_meaning_that_another_program_stored_counts() {
    let mut table = table("百万円");
    add(&mut table, "A", &[""]);
    table.rows[0].cells[0].amount =
        Written::with_meaning("約２億円の見込み", Some(Quantity::parse("200百万円").unwrap()));
    table.rows[0].cells.push(EffectCell {
        year: year(2022),
        basis: Basis::Actual,
        amount: Written::with_meaning("23", Some(Quantity::parse("23").unwrap())),
    });
    assert_eq!(amount(&row_over_years(&table, &table.rows[0], &years_shown(), Column::Actual)).as_deref(), Some("223"));
    assert!(doubts(&table).is_empty());
}

#[test]
fn a_difference_needs_both_sides() {
    let mut table = table("千円");
    add(&mut table, "A", &["120", "90", "", "—"]);
    for (western, text) in [(2021, "100"), (2022, "100"), (2023, "100"), (2024, "100")] {
        let expected = cell(&table, western, Basis::Expected, text);
        table.rows[0].cells.push(expected);
    }
    let found: Vec<Value> =
        YEARS.iter().map(|western| value(&table, &table.rows[0], year(*western), Column::Difference)).collect();
    let known = |amount: i64| Value::Known { amount: amount.into(), bracket: None };
    assert_eq!(found, [known(20), known(-10), Value::NotYet, Value::Nothing { bracket: None }]);
    let over = row_over_years(&table, &table.rows[0], &years_shown(), Column::Difference);
    assert_eq!((amount(&over).as_deref(), over.years.len(), over.open.as_slice()), (Some("10"), 2, &[year(2023)][..]));
    let row = table.rows[0].clone();
    let (up, down) = (Decimal::from(20), Decimal::from(-10));
    assert_eq!((standing(&table, &row, up), standing(&table, &row, down)), (Standing::Above, Standing::Below));
    table.saving = SavingSign::Negative;
    assert_eq!((standing(&table, &row, up), standing(&table, &row, down)), (Standing::Below, Standing::Above));
    let revenue = EffectRow { side: EffectSide::Revenue, ..row };
    assert_eq!(standing(&table, &revenue, up), Standing::Above, "revenue is good when it grows");
}

#[test]
fn continuing_and_cumulated_effects_are_never_added_over_the_years() {
    let mut table = table("千円");
    for span in [EffectSpan::SingleYear, EffectSpan::Continuing, EffectSpan::Cumulative] {
        add(&mut table, "行", &["100", "150", "150", ""]);
        table.rows.last_mut().unwrap().span = span;
    }
    let over: Vec<Sum> =
        table.rows.iter().map(|row| row_over_years(&table, row, &years_shown(), Column::Actual)).collect();
    assert_eq!(over.iter().map(|sum| amount(sum).unwrap()).collect::<Vec<_>>(), ["400", "150", "150"]);
    assert_eq!(over.iter().map(|sum| sum.taken).collect::<Vec<_>>(), [Taken::Summed, Taken::Newest, Taken::Newest]);
    assert_eq!(over[1].years, [year(2023)], "the newest year stands for all");
    assert!(over.iter().all(|sum| sum.open == [year(2024)]));
    let totals = totals(&table, &years_shown());
    assert_eq!(
        totals.iter().map(|total| total.span).collect::<Vec<_>>(),
        [EffectSpan::SingleYear, EffectSpan::Continuing, EffectSpan::Cumulative]
    );
    assert_eq!(
        totals.iter().map(|total| amount(&total.over_years[1]).unwrap()).collect::<Vec<_>>(),
        ["400", "150", "150"]
    );
}

#[test]
fn a_total_names_the_rows_it_lacks() {
    let mut table = table("千円");
    add(&mut table, "A", &["100", "100", "", ""]);
    add(&mut table, "B", &["50", "", "", ""]);
    add(&mut table, "C", &["—", "4憶", "", ""]);
    let over = &totals(&table, &years_shown())[0].over_years[1];
    assert_eq!(amount(over).as_deref(), Some("250"));
    assert_eq!(
        (over.years.as_slice(), over.open.as_slice()),
        (&[year(2021), year(2022)][..], &[year(2023), year(2024)][..])
    );
    let gap = |row, written| Gap { row: EffectRowId(row), year: year(2022), written };
    assert_eq!(over.gaps, [gap(2, false), gap(3, true)]);
}

#[test]
fn sides_and_accounts_have_totals_where_there_are_several() {
    let mut table = table("千円");
    for (side, account) in [
        (EffectSide::Revenue, "一般会計"),
        (EffectSide::Expenditure, "一般会計"),
        (EffectSide::Expenditure, "国民健康保険事業特別会計"),
    ] {
        add(&mut table, "行", &["100"]);
        let row = table.rows.last_mut().unwrap();
        (row.side, row.account) = (side, account.into());
    }
    let told: Vec<(Scope, String)> =
        totals(&table, &[year(2021)]).into_iter().map(|t| (t.scope, amount(&t.over_years[1]).unwrap())).collect();
    assert_eq!(
        told,
        [
            (Scope::All, "300".to_owned()),
            (Scope::Side(EffectSide::Revenue), "100".into()),
            (Scope::Side(EffectSide::Expenditure), "200".into()),
            (Scope::Account("一般会計".into()), "200".into()),
            (Scope::Account("国民健康保険事業特別会計".into()), "100".into()),
        ]
    );
}

#[test]
fn savings_printed_with_a_triangle_and_revenue_come_together_as_effect() {
    let mut table = EffectTable { saving: SavingSign::Negative, ..table("千円") };
    add(&mut table, "使用料", &["100"]);
    table.rows[0].side = EffectSide::Revenue;
    add(&mut table, "人件費", &["△50"]);
    table.rows[1].side = EffectSide::Expenditure;
    let all = totals(&table, &[year(2021)]);
    assert_eq!((all[0].as_effect, amount(&all[0].over_years[1]).as_deref()), (true, Some("150")));
    assert_eq!((all[2].as_effect, amount(&all[2].over_years[1]).as_deref()), (false, Some("-50")));
    for (printed, agreement) in
        [("150", Agreement::Exact), ("50", Agreement::Exact), ("△50", Agreement::Wrong), ("151", Agreement::Rounded)]
    {
        table.rows.truncate(2);
        add_total(&mut table, &[printed]);
        assert_eq!(comparisons(&table)[0].agreement, agreement, "{printed}");
    }
}

#[test]
fn a_total_off_by_rounding_makes_a_note_and_one_off_by_more_a_finding() {
    for (unit, parts, printed, agreement) in [
        ("百万円", ["179", "47", "23", "36"], "285", Agreement::Exact),
        ("百万円", ["179", "47", "23", "36"], "286", Agreement::Rounded),
        ("百万円", ["179", "47", "23", "36"], "287", Agreement::Rounded),
        ("百万円", ["179", "47", "23", "36"], "288", Agreement::Wrong),
        ("億円", ["1.2", "0.3", "0.5", "2.0"], "4.2", Agreement::Rounded),
        ("億円", ["1.2", "0.3", "0.5", "2.0"], "4.3", Agreement::Wrong),
        ("円", ["179", "47", "23", "36"], "286", Agreement::Wrong),
        ("人", ["1", "2", "3", "4"], "11", Agreement::Wrong),
        ("千円", ["1億円", "2億円", "300千円", "0"], "300,000", Agreement::Rounded),
    ] {
        let mut table = table(unit);
        for part in parts {
            add(&mut table, "部分", &[part]);
        }
        add_total(&mut table, &[printed]);
        let found = comparisons(&table);
        assert_eq!((found.len(), found[0].agreement), (1, agreement), "{unit} {parts:?} = {printed}");
        assert_eq!(has_rounding(&table), agreement == Agreement::Rounded);
        assert_eq!(disagreements(&table).len(), usize::from(agreement == Agreement::Wrong));
    }
}

#[test]
fn a_total_is_of_the_rows_up_to_the_former_one_or_of_all() {
    let mut table = table("円");
    add(&mut table, "A", &["10"]);
    add(&mut table, "B", &["20", "5"]);
    add_total(&mut table, &["30"]);
    add(&mut table, "C", &["40"]);
    add_total(&mut table, &["40"]);
    add_total(&mut table, &["70"]);
    assert!(comparisons(&table).iter().all(|one| one.agreement == Agreement::Exact), "{:?}", comparisons(&table));
    assert_eq!(comparisons(&table).len(), 3);
    table.rows.remove(4);
    assert!(disagreements(&table).is_empty(), "小計, C, 合計: the grand total is of all rows");
    table.rows[4].cells[0] = cell(&table, 2021, Basis::Actual, "71");
    let wrong = disagreements(&table);
    assert_eq!((wrong.len(), wrong[0].printed, wrong[0].sum), (1, 71.into(), 40.into()));
    let second_year = cell(&table, 2022, Basis::Actual, "9");
    table.rows[2].cells.push(second_year);
    let wrong = disagreements(&table);
    assert_eq!(wrong[0].missing, [EffectRowId(1)], "the part without an amount may be the reason");
}

#[test]
fn another_unit_only_moves_the_point() {
    let table = table("千円");
    let shown = |amount: &str, unit| {
        let amount = Quantity::parse(amount).unwrap().amount;
        shown_in(&table, amount, &Unit::new(unit), NegativeMark::WhiteTriangle)
    };
    assert_eq!(shown("1234", "円").as_deref(), Some("1,234,000"));
    assert_eq!(shown("△1234", "億円").as_deref(), Some("△0.01234"));
    assert_eq!(shown("1234", "人"), None);
    assert_eq!(units(&table).len(), 4);
    assert_eq!(units(&EffectTable { unit: "万円".into(), ..table.clone() }).len(), 5);
    assert_eq!(units(&EffectTable { unit: "人".into(), ..table }), [Unit::new("人")]);
}

fn any_rows() -> impl Strategy<Value = Vec<(EffectSide, u8, Vec<Option<i32>>)>> {
    let side = proptest::sample::select(&[EffectSide::Revenue, EffectSide::Expenditure, EffectSide::Unsaid][..]);
    let cells = proptest::collection::vec(proptest::option::of(-100_000_i32..100_000), 4);
    proptest::collection::vec((side, 0_u8..3, cells), 1..8)
}

fn table_of(rows: &[(EffectSide, u8, Vec<Option<i32>>)]) -> EffectTable {
    let mut table = table("千円");
    for (side, account, cells) in rows {
        let typed: Vec<String> = cells.iter().map(|cell| cell.map_or(String::new(), |n| n.to_string())).collect();
        add(&mut table, "行", &typed.iter().map(String::as_str).collect::<Vec<_>>());
        let row = table.rows.last_mut().unwrap();
        (row.side, row.account) = (*side, account.to_string());
    }
    table
}

proptest! {
    #[test]
    fn every_way_of_adding_comes_to_the_same(rows in any_rows()) {
        let table = table_of(&rows);
        let plain: i64 = rows.iter().flat_map(|(_, _, cells)| cells.iter().flatten()).map(|n| i64::from(*n)).sum();
        let totals = totals(&table, &years_shown());
        let over = |total: &Total| total.over_years[1].amount.unwrap_or_default();
        let sum = |of: &dyn Fn(&Scope) -> bool| -> Decimal { totals.iter().filter(|t| of(&t.scope)).map(over).sum() };
        prop_assert_eq!(over(&totals[0]), Decimal::from(plain));
        let sides = totals.iter().filter(|t| matches!(t.scope, Scope::Side(_))).count();
        if sides > 0 {
            prop_assert_eq!(sum(&|scope| matches!(scope, Scope::Side(_))), Decimal::from(plain));
        }
        let accounts = totals.iter().filter(|t| matches!(t.scope, Scope::Account(_))).count();
        if accounts > 0 {
            prop_assert_eq!(sum(&|scope| matches!(scope, Scope::Account(_))), Decimal::from(plain));
        }
        let by_rows: Decimal = table.rows.iter()
            .filter_map(|row| row_over_years(&table, row, &years_shown(), Column::Actual).amount)
            .sum();
        prop_assert_eq!(by_rows, Decimal::from(plain));
        let by_years: Decimal = totals[0].of_years.iter().filter_map(|sums| sums[1].amount).sum();
        prop_assert_eq!(by_years, Decimal::from(plain));
    }

    #[test]
    fn every_cell_is_counted_or_named_as_missing(rows in any_rows()) {
        let table = table_of(&rows);
        let over = &totals(&table, &years_shown())[0].over_years[1];
        let known = rows.iter().flat_map(|(_, _, cells)| cells).flatten().count();
        let open = over.open.len() * rows.len();
        prop_assert_eq!(known + open + over.gaps.len(), rows.len() * YEARS.len());
        prop_assert_eq!(over.years.len() + over.open.len(), YEARS.len());
    }

    #[test]
    fn a_total_row_with_the_true_sum_never_disagrees(rows in any_rows()) {
        let mut table = table_of(&rows);
        let of_years = &totals(&table, &years_shown())[0].of_years;
        let typed: Vec<String> =
            of_years.iter().map(|sums| sums[1].amount.map_or(String::new(), |sum| sum.to_string())).collect();
        let before = totals(&table, &years_shown());
        add_total(&mut table, &typed.iter().map(String::as_str).collect::<Vec<_>>());
        prop_assert!(comparisons(&table).iter().all(|one| one.agreement == Agreement::Exact));
        prop_assert_eq!(totals(&table, &years_shown()), before, "a printed total is never added");
    }

    #[test]
    fn rounding_every_part_never_makes_a_finding(yen in proptest::collection::vec(0_i64..10_000_000_000, 1..12)) {
        let mut table = table("百万円");
        let millions = |amount: i64| {
            Quantity::new(Decimal::new(amount, 6), Unit::none()).round_to(0).format_amount(NegativeMark::WhiteTriangle)
        };
        for part in &yen {
            add(&mut table, "部分", &[&millions(*part)]);
        }
        add_total(&mut table, &[&millions(yen.iter().sum())]);
        prop_assert_eq!(disagreements(&table), []);
    }

    #[test]
    fn looking_in_another_unit_loses_nothing(amount in any::<i64>(), scale in 0_u32..4, at in 0_usize..4) {
        let table = table("千円");
        let amount = Decimal::new(amount, scale);
        let unit = &units(&table)[at];
        let shown = shown_in(&table, amount, unit, NegativeMark::Hyphen).unwrap();
        let back = Quantity::parse(&shown).unwrap().or_unit(unit).convert_to(&Unit::new("千円")).unwrap();
        prop_assert_eq!(back.amount, amount);
    }

    #[test]
    fn whatever_is_typed_is_kept_and_never_panics(text in "\\PC{0,24}", amounts in "[(（△]{0,2}[0-9,.]{1,30}[)）]{0,2}(億円|千円|人)?") {
        for brackets in [BracketMeaning::Unused, BracketMeaning::Outside, BracketMeaning::Inside] {
            let mut table = EffectTable { brackets, ..table("千円") };
            for text in [&text, &amounts] {
                prop_assert_eq!(&read(&table, year(2021), text.as_str()).text, text);
                add(&mut table, "行", &[text]);
            }
            let all = totals(&table, &[year(2021)]);
            let over = &all[0].over_years[1];
            prop_assert!(over.amount.is_some() || over.years.is_empty() || over.bracket.is_some());
        }
    }
}
