//! Financial effects: what a person types into their tables, and what the tables say of it.

use domain::programme::{
    Basis, BracketMeaning, EffectRow, EffectRowId, EffectSide, EffectSpan, EffectTable, EffectTableId, NodeId, PlanId,
    Programme, SavingSign, broken_references,
};
use workbench::effect::{
    EffectEdit, EffectTableForm, EffectValue, NewEffectRow, NewEffectRows, add_rows, add_table, edit, edit_table,
    place_row, place_table, remove_rows, remove_table,
};
use workbench::view::{self, EffectSheet, EffectsRequest};
use workbench::{Workbench, WorkbenchError, interchange, show};

use crate::support::{PROGRAMME, bench, by, history, redo_all, refused, texts, undo_all, year};

fn form(name: &str, unit: &str) -> EffectTableForm {
    EffectTableForm {
        name: name.into(),
        unit: unit.into(),
        saving: SavingSign::Positive,
        brackets: BracketMeaning::Unused,
        note: String::new(),
    }
}

fn row(title: &str) -> NewEffectRow {
    NewEffectRow { title: title.into(), node: None, total: false }
}

fn amount(row: EffectRowId, western: i32, basis: Basis, text: &str) -> EffectEdit {
    EffectEdit { row, value: EffectValue::Amount { year: year(western), basis, text: text.into() } }
}

/// A sample without tables of effects, then one table with the rows given.
fn table_of(titles: &[&str]) -> (Workbench, EffectTableId, Vec<EffectRowId>) {
    let mut bench = bench();
    let mut programme = bench.programme().unwrap();
    programme.effects.clear();
    interchange::load(&mut bench, &by(), &programme).unwrap();
    let table = add_table(&mut bench, &by(), PROGRAMME, &form("財政効果", "百万円")).unwrap().value;
    let rows = titles.iter().map(|title| row(title)).collect();
    let made = add_rows(&mut bench, &by(), &NewEffectRows { table, position: 99, rows }).unwrap().value;
    (bench, table, made)
}

fn stored(bench: &Workbench, table: EffectTableId) -> EffectTable {
    bench.programme().unwrap().effects.into_iter().find(|one| one.id == table).unwrap()
}

fn stored_row(bench: &Workbench, table: EffectTableId, row: EffectRowId) -> EffectRow {
    stored(bench, table).rows.into_iter().find(|one| one.id == row).unwrap()
}

fn sheet(bench: &Workbench, table: EffectTableId, unit: Option<&str>) -> EffectSheet {
    let asked =
        EffectsRequest { plan: PROGRAMME, table: Some(table), unit: unit.map(Into::into), first: None, last: None };
    view::effects(bench, texts(), &asked).unwrap().sheet.unwrap()
}

/// The published form: four categories over the years, the last one open.
fn published() -> (Workbench, EffectTableId, Vec<EffectRowId>) {
    let (mut bench, table, rows) =
        table_of(&["歳入確保策の実施", "人件費等の削減", "事務費等の削減", "施策等の見直し"]);
    let typed = [["179", "58", "61"], ["47", "53", "36"], ["23", "43", "35"], ["36", "20", "206"]];
    let edits: Vec<EffectEdit> = rows
        .iter()
        .zip(typed)
        .flat_map(|(row, of_row)| {
            (2021..).zip(of_row).map(|(western, text)| amount(*row, western, Basis::Actual, text))
        })
        .collect();
    edit(&mut bench, &by(), &edits).unwrap();
    (bench, table, rows)
}

#[test]
fn many_amounts_are_one_step_and_the_totals_say_over_which_years_they_run() {
    let (mut bench, table, rows) = published();
    assert_eq!(
        history(&bench)[..3],
        ["効果額12か所の入力", "「財政効果」に効果額の行4行の追加", "効果額の表「財政効果」の追加"]
    );
    let shown = sheet(&bench, table, None);
    assert_eq!(shown.years.iter().map(|head| head.short.as_str()).collect::<Vec<_>>(), ["R3", "R4", "R5", "R6"]);
    assert_eq!(shown.totals.len(), 1);
    assert_eq!((shown.totals[0].title.as_str(), shown.totals[0].over.actual.text.as_str()), ("合計", "797"));
    assert_eq!(shown.totals[0].over.actual.note, "令和3～5年度の計、令和6年度は未確定");
    assert_eq!(
        shown.totals[0].years.iter().map(|y| y.actual.text.as_str()).collect::<Vec<_>>(),
        ["285", "174", "338", ""]
    );
    assert_eq!(shown.rows[0].over.actual.number.as_deref(), Some("298"));
    assert_eq!(shown.notes, ["合計（実績）は令和3～5年度の計、令和6年度は未確定。"]);
    edit(&mut bench, &by(), &[amount(rows[1], 2022, Basis::Actual, "")]).unwrap();
    assert_eq!(history(&bench)[0], "「人件費等の削減」令和4年度 効果額（実績）の入力");
    assert_eq!(
        sheet(&bench, table, None).notes,
        ["合計（実績）は令和3～5年度の計、令和6年度は未確定、「人件費等の削減」は令和4年度が未入力。"]
    );
}

#[test]
fn an_amount_that_is_not_understood_is_kept_as_written_and_counts_for_nothing() {
    let (mut bench, table, rows) = published();
    edit(&mut bench, &by(), &[amount(rows[3], 2023, Basis::Actual, "4憶")]).unwrap();
    let cell = stored_row(&bench, table, rows[3]).cell(year(2023), Basis::Actual).unwrap().clone();
    assert_eq!((cell.amount.text.as_str(), cell.amount.meaning), ("4憶", None));
    let shown = sheet(&bench, table, None);
    let figure = &shown.rows[3].years[2].actual;
    assert_eq!(figure.doubt, Some(view::Doubt::Unit { unit: "憶".into() }));
    assert_eq!(shown.totals[0].over.actual.text, "591");
    assert!(shown.totals[0].over.actual.note.contains("「施策等の見直し」は令和5年度が読み取れず計に入っていません"));
    edit(&mut bench, &by(), &[amount(rows[3], 2023, Basis::Actual, "—")]).unwrap();
    let shown = sheet(&bench, table, None);
    assert!(shown.rows[3].years[2].actual.absent);
    assert_eq!(shown.totals[0].over.actual.note, "令和3～5年度の計、令和6年度は未確定", "a dash is not missing");
    edit(&mut bench, &by(), &[amount(rows[3], 2023, Basis::Actual, "5人")]).unwrap();
    let doubt = sheet(&bench, table, None).rows[3].years[2].actual.doubt.clone();
    assert_eq!(doubt, Some(view::Doubt::OtherUnit { unit: "人".into() }));
}

#[test]
fn differences_stand_beside_and_say_how_they_stand() {
    let (mut bench, table, rows) = published();
    let edits: Vec<EffectEdit> = rows.iter().map(|row| amount(*row, 2021, Basis::Expected, "50")).collect();
    edit(&mut bench, &by(), &edits).unwrap();
    let shown = sheet(&bench, table, None);
    let told: Vec<(&str, &str)> = shown
        .rows
        .iter()
        .map(|row| (row.years[0].difference.text.as_str(), row.years[0].difference.note.as_str()))
        .collect();
    let below = "見込に届いていません。";
    assert_eq!(told, [("129", "見込を上回る効果です。"), ("△3", below), ("△27", below), ("△14", below)]);
    assert_eq!(shown.totals[0].over.difference.text, "85", "285 less 200: only where both are known");
    assert!(shown.notes.contains(&"差額の計は、見込と実績の両方がある欄だけの計です。".to_owned()));
    let saved = EffectTableForm { saving: SavingSign::Negative, ..form("財政効果", "百万円") };
    edit_table(&mut bench, &by(), table, &saved).unwrap();
    assert_eq!(sheet(&bench, table, None).rows[1].years[0].difference.note, "見込を上回る効果です。");
}

#[test]
fn rows_of_several_spans_are_never_added_together() {
    let (mut bench, table, rows) = published();
    let span = |row, span| EffectEdit { row, value: EffectValue::Span { span } };
    edit(&mut bench, &by(), &[span(rows[0], EffectSpan::Cumulative), span(rows[1], EffectSpan::Continuing)]).unwrap();
    let shown = sheet(&bench, table, None);
    let told: Vec<(&str, &str)> =
        shown.totals.iter().map(|t| (t.title.as_str(), t.over.actual.text.as_str())).collect();
    assert_eq!(told, [("合計（単年度効果）", "363"), ("合計（継続効果）", "36"), ("合計（累計効果）", "61")]);
    assert_eq!(shown.totals[2].over.actual.note, "令和5年度の額（年度を合計しません）、令和6年度は未確定");
    assert!(shown.notes.contains(&"単年度効果・継続効果・累計効果は、分けて合計しています。".to_owned()));
}

#[test]
fn a_printed_total_is_compared_and_never_added() {
    let (mut bench, table, _) = published();
    let total = NewEffectRow { total: true, ..row("計") };
    let new = NewEffectRows { table, position: 99, rows: vec![total] };
    let id = add_rows(&mut bench, &by(), &new).unwrap().value[0];
    let printed = [
        amount(id, 2021, Basis::Actual, "285"),
        amount(id, 2022, Basis::Actual, "175"),
        amount(id, 2023, Basis::Actual, "388"),
    ];
    edit(&mut bench, &by(), &printed).unwrap();
    let shown = sheet(&bench, table, None);
    assert_eq!(shown.totals[0].over.actual.text, "797", "the printed row is not added");
    let of_total = &shown.rows[4].years;
    assert_eq!((of_total[0].actual.wrong, of_total[0].actual.note.as_str()), (false, ""));
    assert_eq!(of_total[1].actual.note, "内訳の計は 174 です（差 1）。端数処理のためと考えられます。");
    assert!(!of_total[1].actual.wrong && of_total[2].actual.wrong);
    assert_eq!(of_total[2].actual.note, "内訳の計は 338 です（差 50）。端数処理では生じない差です。");
    assert!(shown.notes.contains(&"端数処理のため、合計が一致しない場合があります。".to_owned()));
}

#[test]
fn another_unit_is_only_looked_at_and_a_changed_unit_is_read_anew() {
    let (mut bench, table, rows) = published();
    edit(&mut bench, &by(), &[amount(rows[0], 2021, Basis::Actual, "1億円")]).unwrap();
    let before = stored(&bench, table);
    let shown = sheet(&bench, table, Some("億円"));
    assert_eq!((shown.unit.as_str(), shown.form.unit.as_str()), ("億円", "百万円"));
    assert_eq!(shown.rows[0].years[0].actual.text, "1.00");
    assert_eq!(shown.rows[0].years[1].actual.text, "0.58");
    assert_eq!(shown.totals[0].over.actual.text, "7.18");
    assert_eq!(sheet(&bench, table, Some("人")).unit, "百万円", "a unit that is none of its own is not taken");
    assert_eq!(stored(&bench, table), before, "looking changes nothing");
    edit_table(&mut bench, &by(), table, &form("財政効果", "千円")).unwrap();
    let after = stored(&bench, table);
    let cell = |table: &EffectTable, western| table.rows[0].cell(year(western), Basis::Actual).unwrap().amount.clone();
    assert_eq!(cell(&after, 2022).text, "58", "the words stay");
    assert_eq!(cell(&after, 2022).meaning.unwrap().to_string(), "58千円");
    assert_eq!(cell(&after, 2021).meaning.unwrap().to_string(), "1億円", "an amount with a unit of its own keeps it");
    assert_eq!(sheet(&bench, table, None).rows[0].years[0].actual.number.as_deref(), Some("100000"));
    bench.undo().unwrap().unwrap();
    assert_eq!(stored(&bench, table), before);
}

#[test]
fn brackets_mean_what_the_table_says() {
    let (mut bench, table, rows) = published();
    edit(&mut bench, &by(), &[amount(rows[0], 2021, Basis::Actual, "179\n(56)")]).unwrap();
    assert_eq!(sheet(&bench, table, None).rows[0].years[0].actual.doubt, Some(view::Doubt::Bracketed));
    let outside = EffectTableForm { brackets: BracketMeaning::Outside, ..form("財政効果", "百万円") };
    edit_table(&mut bench, &by(), table, &outside).unwrap();
    let shown = sheet(&bench, table, None);
    assert_eq!(shown.rows[0].years[0].actual.number.as_deref(), Some("179"));
    assert_eq!(shown.totals[0].years[0].actual.text, "285\n(56)");
    assert!(shown.notes.contains(&"かっこの中の額は外数で、合計に含みません。".to_owned()));
}

#[test]
fn rows_are_added_of_items_moved_linked_and_removed() {
    let (mut bench, table, rows) = published();
    let side = EffectEdit { row: rows[3], value: EffectValue::Side { side: EffectSide::Expenditure } };
    let account = EffectEdit { row: rows[3], value: EffectValue::Account { text: "一般会計".into() } };
    edit(&mut bench, &by(), &[side, account]).unwrap();
    assert_eq!(history(&bench)[0], "効果額2か所の入力");
    let of_item = NewEffectRow { node: Some(NodeId(16)), ..row("") };
    let made =
        add_rows(&mut bench, &by(), &NewEffectRows { table, position: 4, rows: vec![of_item] }).unwrap().value[0];
    let found = stored_row(&bench, table, made);
    assert_eq!((found.title.as_str(), found.node), ("協働事業提案制度の充実", Some(NodeId(16))));
    assert_eq!((found.side, found.account.as_str()), (EffectSide::Expenditure, "一般会計"), "as the row above");
    edit(&mut bench, &by(), &[amount(made, 2021, Basis::Actual, "12")]).unwrap();
    let of_item = view::node_effects(&bench, texts(), NodeId(16)).unwrap();
    assert_eq!((of_item.len(), of_item[0].table, of_item[0].row), (1, table, made));
    assert_eq!(of_item[0].totals, ["実績 12百万円（令和3年度の計、令和4～6年度は未確定）"]);
    place_row(&mut bench, &by(), made, 0).unwrap();
    assert_eq!(stored(&bench, table).rows[0].id, made);
    assert_eq!(stored(&bench, table).rows[1].cells.len(), 3, "the amounts move with their rows");
    let title = EffectEdit { row: made, value: EffectValue::Title { text: "文書管理".into() } };
    edit(&mut bench, &by(), &[title]).unwrap();
    remove_rows(&mut bench, &by(), &[made]).unwrap();
    remove_rows(&mut bench, &by(), &rows[..2]).unwrap();
    assert_eq!(
        history(&bench)[..5],
        [
            "「財政効果」の効果額の行2行の削除",
            "効果額の行「文書管理」の削除",
            "効果額の行「協働事業提案制度の充実」の変更",
            "効果額の行「協働事業提案制度の充実」の移動",
            "「協働事業提案制度の充実」令和3年度 効果額（実績）の入力",
        ]
    );
    assert_eq!(stored(&bench, table).rows.len(), 2);
    assert_eq!(broken_references(&bench.programme().unwrap()), []);
    workbench::plan::remove(&mut bench, &by(), NodeId(16)).unwrap();
    bench.undo().unwrap().unwrap();
    let end = bench.programme().unwrap();
    let steps = undo_all(&mut bench);
    assert!(bench.programme().unwrap() == workbench::sample::programme().unwrap());
    // The removal of the item was undone before and is done again here.
    assert_eq!(redo_all(&mut bench), steps + 1);
    bench.undo().unwrap().unwrap();
    assert!(bench.programme().unwrap() == end);
}

#[test]
fn tables_are_added_changed_moved_and_removed() {
    let (mut bench, first, _) = published();
    let second = add_table(&mut bench, &by(), PROGRAMME, &form("項目別の効果額", "千円")).unwrap().value;
    let third = add_table(&mut bench, &by(), PlanId(1), &form("前計画の効果額", "千円")).unwrap().value;
    place_table(&mut bench, &by(), second, 0).unwrap();
    let order: Vec<EffectTableId> = bench.programme().unwrap().effects.iter().map(|one| one.id).collect();
    assert_eq!(order, [second, first, third], "the tables of another plan keep their places");
    let asked = EffectsRequest { plan: PROGRAMME, table: None, unit: None, first: None, last: None };
    let shown = view::effects(&bench, texts(), &asked).unwrap();
    assert_eq!(shown.tables.iter().map(|head| head.name.as_str()).collect::<Vec<_>>(), ["項目別の効果額", "財政効果"]);
    assert_eq!(shown.elsewhere.iter().map(|head| (head.id, head.plan)).collect::<Vec<_>>(), [(third, PlanId(1))]);
    assert_eq!(shown.sheet.unwrap().id, second, "the first one when none is asked for");
    let named = EffectTableForm { note: "※見込は計画策定時の額".into(), ..form("効果額", "千円") };
    edit_table(&mut bench, &by(), second, &named).unwrap();
    assert_eq!(stored(&bench, second).note, "※見込は計画策定時の額");
    remove_table(&mut bench, &by(), first).unwrap();
    assert_eq!(history(&bench)[0], "効果額の表「財政効果」の削除");
    bench.undo().unwrap().unwrap();
    assert_eq!(stored(&bench, first).rows.len(), 4, "all of it comes back");
    let empty = Workbench::memory(&Programme::new("市")).unwrap();
    assert!(matches!(view::effects(&empty, texts(), &asked), Err(WorkbenchError::NoSuch { .. })));
}

#[test]
fn what_cannot_be_is_refused_and_leaves_no_trace() {
    let (mut bench, table, rows) = published();
    let gone = EffectRowId(999);
    let good = amount(rows[0], 2021, Basis::Actual, "1");
    let refusals = [
        amount(gone, 2021, Basis::Actual, "1"),
        EffectEdit { row: rows[0], value: EffectValue::Node { node: Some(NodeId(999)) } },
        // A node of the former plan.
        EffectEdit { row: rows[0], value: EffectValue::Node { node: Some(NodeId(1)) } },
    ];
    for wrong in refusals {
        let error = refused(&mut bench, |b| edit(b, &by(), &[good.clone(), wrong.clone()]));
        assert!(matches!(error, WorkbenchError::NoSuch { .. }), "{wrong:?}: {error:?}");
    }
    let title = |text: &str| EffectEdit { row: rows[0], value: EffectValue::Title { text: text.into() } };
    assert!(matches!(refused(&mut bench, |b| edit(b, &by(), &[title(" ")])), WorkbenchError::EmptyName));
    let control = amount(rows[0], 2021, Basis::Actual, "1\u{7}2");
    let error = refused(&mut bench, |b| edit(b, &by(), &[good.clone(), control]));
    assert!(matches!(error, WorkbenchError::ControlCharacter { code: 7 }));
    assert!(matches!(refused(&mut bench, |b| edit(b, &by(), &[])), WorkbenchError::NothingToShow));
    assert!(matches!(refused(&mut bench, |b| remove_rows(b, &by(), &[])), WorkbenchError::NothingToShow));
    let error = refused(&mut bench, |b| remove_rows(b, &by(), &[rows[0], gone]));
    assert!(matches!(error, WorkbenchError::NoSuch { id: 999, .. }));
    let new = |table, node| NewEffectRows { table, position: 0, rows: vec![NewEffectRow { node, ..row("") }] };
    let lost = EffectTableId(999);
    assert!(matches!(refused(&mut bench, |b| add_rows(b, &by(), &new(table, None))), WorkbenchError::EmptyName));
    let error = refused(&mut bench, |b| add_rows(b, &by(), &new(lost, Some(NodeId(16)))));
    assert!(matches!(error, WorkbenchError::NoSuch { id: 999, .. }));
    assert!(matches!(refused(&mut bench, |b| remove_table(b, &by(), lost)), WorkbenchError::NoSuch { .. }));
    assert!(matches!(refused(&mut bench, |b| place_table(b, &by(), lost, 0)), WorkbenchError::NoSuch { .. }));
    assert!(matches!(refused(&mut bench, |b| place_row(b, &by(), gone, 0)), WorkbenchError::NoSuch { .. }));
    let error = refused(&mut bench, |b| add_table(b, &by(), PlanId(99), &form("表", "千円")));
    assert!(matches!(error, WorkbenchError::NoSuch { id: 99, .. }));
    for (name, unit) in [("", "千円"), ("表", " ")] {
        let error = refused(&mut bench, |b| edit_table(b, &by(), table, &form(name, unit)));
        assert!(matches!(error, WorkbenchError::EmptyName), "{name:?} {unit:?}");
    }
}

#[test]
fn the_command_line_tells_the_tables_and_their_totals() {
    let (bench, ..) = published();
    let lines = show::lines(texts(), &bench.programme().unwrap());
    let at = lines.iter().position(|line| line.contains("財政効果")).unwrap();
    assert_eq!(lines[at], "  効果額：財政効果（単位：百万円、4行）");
    assert_eq!(lines[at + 1], "    合計（実績）797百万円：令和3～5年度の計、令和6年度は未確定");
}
