//! The table of indicators of a plan: every sample whole in it, and what a person types into it.

use std::collections::BTreeSet;

use domain::attainment::Verdict;
use domain::programme::{
    Indicator, IndicatorId, IndicatorScope, NodeId, PlanId, Programme, Slot, Stage, broken_references,
};
use domain::value::{Absence, Target, ValueKind};
use workbench::fiscal::{FigureEdit, NewIndicator, add};
use workbench::history::PlaceHistory;
use workbench::indicator::{IndicatorCell, IndicatorValue, place, set};
use workbench::sample::{Shape, programme_of};
use workbench::settings::indicator::{IndicatorEdit, edit};
use workbench::view::{self, IndicatorRow, IndicatorsView};
use workbench::{Place, Table, Workbench, WorkbenchError, check, search};

use crate::support::{
    PROGRAMME, bench, by, history, indicator, moment, press, redo_all, refused, texts, undo_all, year,
};

/// 電子決裁率: interim R4, yearly R5, final R6.
const APPROVAL: i64 = 13;
/// 市民活動支援センター: three values.
const CENTRE: i64 = 9;

fn shown(bench: &Workbench, plan: PlanId) -> IndicatorsView {
    view::indicators(bench, texts(), plan, year(2024), None).unwrap()
}

fn rows(view: &IndicatorsView) -> impl Iterator<Item = &IndicatorRow> {
    view.groups.iter().flat_map(|group| &group.rows)
}

fn row(bench: &Workbench, id: i64, part: u8) -> IndicatorRow {
    let view = shown(bench, PROGRAMME);
    rows(&view).find(|row| row.indicator == IndicatorId(id) && row.part == part).unwrap().clone()
}

fn cell(id: i64, part: u8, value: IndicatorValue) -> IndicatorCell {
    IndicatorCell { indicator: IndicatorId(id), part, value }
}

fn one(bench: &mut Workbench, id: i64, value: IndicatorValue) {
    set(bench, &by(), &[cell(id, 0, value)]).unwrap();
}

fn text(text: &str) -> String {
    text.to_owned()
}

/// Verdict and sentence of a year.
fn proposed(bench: &Workbench, id: i64, part: u8, western: i32) -> Option<(Verdict, String)> {
    let view = shown(bench, PROGRAMME);
    let at = view.years.iter().position(|head| head.year == year(western))?;
    let row = rows(&view).find(|row| row.indicator == IndicatorId(id) && row.part == part)?;
    row.years[at].proposal.clone().map(|proposal| (proposal.verdict, proposal.reason))
}

/// Every figure and target of an indicator stands in a cell of its rows, to the letter.
fn stands_whole(shape: Shape, view: &IndicatorsView, indicator: &Indicator) {
    let of_part = |part: u8| {
        let mut found = rows(view).filter(|row| row.indicator == indicator.id && row.part == part);
        let row = found.next().unwrap_or_else(|| panic!("{shape:?}: {} {part} has no row", indicator.name));
        assert!(found.next().is_none(), "{shape:?}: {} stands once", indicator.name);
        row
    };
    for (part, described) in (0u8..).zip(&indicator.parts) {
        let row = of_part(part);
        assert_eq!((&row.name, &row.part_name, &row.unit), (&indicator.name, &described.name, &described.unit));
        assert_eq!(
            Some(row.good.as_str()).filter(|good| !good.is_empty()),
            indicator.good.as_ref().map(|g| g.text.as_str())
        );
        let baseline = indicator.baseline.as_ref();
        assert_eq!(row.baseline_year, baseline.map(|one| one.year.text.clone()).unwrap_or_default());
        assert_eq!(
            row.baseline.text,
            baseline.map(|one| one.figures[usize::from(part)].text.clone()).unwrap_or_default()
        );
        assert_eq!((&row.note, &row.markers), (&indicator.note, &indicator.markers.join("、")));
    }
    let column = |western| {
        let at = view.years.iter().position(|head| head.year == western);
        assert!(at.is_some() || indicator.scope == IndicatorScope::Fiscal, "{shape:?}: {western} has its column");
        at
    };
    for observation in &indicator.observations {
        let Some(at) = column(observation.year) else { continue };
        let cells = &of_part(observation.part).years[at];
        let cell = if observation.slot == Slot::Actual { &cells.actual } else { &cells.planned };
        assert_eq!(cell.text, observation.figure.text, "{shape:?}: {}", indicator.name);
        assert!(observation.slot == Slot::Actual || view.years[at].planned);
        assert!(cell.understood, "{shape:?}: {}", cell.text);
        if observation.slot == Slot::Actual {
            assert_eq!(cells.comment, observation.comment);
        }
    }
    for target in &indicator.targets {
        let row = of_part(target.part);
        if target.stage == Stage::Final {
            assert_eq!(row.last.text, target.target.text, "{shape:?}: {}", indicator.name);
            assert_eq!(row.last_year, target.year.as_ref().map(|year| year.text.clone()).unwrap_or_default());
            assert_eq!(row.last_as_of, target.as_of.as_ref().map(|as_of| as_of.text.clone()).unwrap_or_default());
        } else {
            let Some(at) = column(target.year.as_ref().unwrap().meaning.unwrap()) else { continue };
            assert_eq!(row.years[at].target.text, target.target.text, "{shape:?}: {}", indicator.name);
            assert!(view.years[at].targets);
        }
    }
}

#[test]
fn every_indicator_of_every_sample_has_its_rows_and_every_figure_its_cell() {
    for shape in Shape::ALL {
        let programme: Programme = programme_of(shape).unwrap();
        let bench = Workbench::memory(&programme).unwrap();
        let views: Vec<(PlanId, IndicatorsView)> =
            programme.plans.iter().map(|plan| (plan.id, shown(&bench, plan.id))).collect();
        let mut seen = BTreeSet::new();
        for indicator in &programme.indicators {
            let plan = match indicator.scope {
                IndicatorScope::Plan { plan } => plan,
                IndicatorScope::Node { node } => {
                    programme.plans.iter().find(|plan| plan.node(node).is_some()).unwrap().id
                }
                IndicatorScope::Fiscal => continue,
            };
            let view = &views.iter().find(|(id, _)| *id == plan).unwrap().1;
            stands_whole(shape, view, indicator);
            seen.insert(indicator.id.0);
        }
        // Headings stand in the order of the tree, each indicator below its own node.
        for (plan, view) in &views {
            let plan = programme.plans.iter().find(|one| one.id == *plan).unwrap();
            let nodes: Vec<NodeId> = view
                .groups
                .iter()
                .filter_map(|group| match group.scope {
                    IndicatorScope::Node { node } => Some(node),
                    _ => None,
                })
                .collect();
            let order = plan.nodes.iter().map(|node| node.id).filter(|id| nodes.contains(id)).collect::<Vec<_>>();
            assert_eq!(nodes, order, "{shape:?}");
            let of_years = view.years.iter().map(|head| head.year).collect::<BTreeSet<_>>();
            assert!(plan.years().iter().all(|year| of_years.contains(year)), "{shape:?}: the plan's years");
        }
        let wanted = programme.indicators.iter().filter(|one| one.scope != IndicatorScope::Fiscal).count();
        assert_eq!(seen.len(), wanted);
    }
}

#[test]
fn the_aims_of_a_plan_among_the_fiscal_indicators_stand_with_it_and_are_judged() {
    let bench = Workbench::memory(&programme_of(Shape::Targets).unwrap()).unwrap();
    let programme = bench.programme().unwrap();
    let view = shown(&bench, PlanId(7));
    let group = view.groups.last().unwrap();
    assert_eq!((group.scope, group.rows.len()), (IndicatorScope::Fiscal, 6));
    programme.indicators.iter().for_each(|indicator| stands_whole(Shape::Targets, &view, indicator));
    let told = |name: &str| {
        let row = group.rows.iter().find(|row| row.name == name).unwrap();
        let proposals = row.years.iter().filter_map(|cells| cells.proposal.clone());
        proposals.map(|one| (one.verdict, one.waiting, one.reason)).collect::<Vec<_>>()
    };
    assert_eq!(
        told("定員"),
        [(Verdict::Missed, false, text("目指す方向が「↘」なので、実績 932人 は目標「910人」を満たしていません。"))]
    );
    assert_eq!(
        told("経常収支比率"),
        [(Verdict::Open, true, text("目標「95.0%以下」に対する実績が、まだありません。"))]
    );
    let other = shown(&bench, PlanId(9));
    assert!(other.groups.is_empty(), "no target is for a year of this plan");
}

#[test]
fn the_proposal_says_why_and_writes_nothing() {
    let bench = bench();
    let before = bench.programme().unwrap();
    assert_eq!(
        proposed(&bench, APPROVAL, 0, 2022),
        Some((Verdict::Missed, text("実績 73.2% は、目標「75%以上」を満たしていません。")))
    );
    assert_eq!(
        proposed(&bench, APPROVAL, 0, 2023),
        Some((Verdict::Met, text("実績 86.3% は、目標「85%以上」を満たしています。")))
    );
    assert_eq!(proposed(&bench, APPROVAL, 0, 2021), None, "nothing was to be met");
    assert_eq!(
        proposed(&bench, 14, 0, 2023),
        Some((
            Verdict::Met,
            text("前年度の 31,455件 と比べて、実績 44,208件 は目標「前年度実績以上」を満たしています。")
        ))
    );
    assert_eq!(
        proposed(&bench, 8, 0, 2024),
        Some((Verdict::Open, text("実績が「該当なし」なので、目標「↗」と比べられません。")))
    );
    assert_eq!(
        proposed(&bench, CENTRE, 1, 2024),
        Some((Verdict::Open, text("目標「7,500人以上」に対する実績が、まだありません。")))
    );
    assert!(bench.programme().unwrap() == before);
    assert!(history(&bench).is_empty());
}

#[test]
fn a_final_target_without_a_year_is_judged_in_every_year_of_the_plan() {
    let bench = Workbench::memory(&programme_of(Shape::Strategy).unwrap()).unwrap();
    let view = shown(&bench, PlanId(1));
    let row = rows(&view).find(|row| row.name == "実質公債費比率" && row.last.text == "2.5%以内").unwrap();
    let told: Vec<(i32, Verdict)> = view
        .years
        .iter()
        .zip(&row.years)
        .filter_map(|(head, cells)| Some((head.year.year(), cells.proposal.as_ref()?.verdict)))
        .collect();
    assert_eq!(told[0], (2023, Verdict::Met));
    assert!(told.iter().skip(1).all(|(_, verdict)| *verdict == Verdict::Open), "{told:?}");
    assert_eq!(told.len(), 4, "R5 to R8, and not the years before the plan");
    assert_eq!(row.good, "2.5%以内");
}

#[test]
fn every_cell_is_one_named_step_and_undo_brings_everything_back() {
    let mut bench = bench();
    let start = bench.programme().unwrap();
    one(&mut bench, APPROVAL, IndicatorValue::Figure { year: year(2024), slot: Slot::Actual, text: text("91.0%") });
    one(&mut bench, APPROVAL, IndicatorValue::Target { year: year(2021), text: text("60%以上") });
    one(&mut bench, APPROVAL, IndicatorValue::Target { year: year(2022), text: text("76%以上") });
    one(&mut bench, APPROVAL, IndicatorValue::Baseline { text: text("58.5%") });
    one(&mut bench, APPROVAL, IndicatorValue::Final { text: text("92%以上") });
    one(&mut bench, APPROVAL, IndicatorValue::Good { text: text("→(↗)") });
    one(&mut bench, APPROVAL, IndicatorValue::Comment { year: year(2024), text: text("全課で始めた。") });
    one(&mut bench, APPROVAL, IndicatorValue::Note { text: text("決裁の件数による。") });
    one(&mut bench, APPROVAL, IndicatorValue::Name { text: text("電子決裁の割合") });
    assert_eq!(
        history(&bench),
        [
            "「電子決裁率」の指標情報の変更",
            "「電子決裁率」の指標情報の変更",
            "「電子決裁率」の指標情報の変更",
            "「電子決裁率」の指標情報の変更",
            "「電子決裁率」の指標情報の変更",
            "「電子決裁率」の指標情報の変更",
            "「電子決裁率」令和4年度の目標の入力",
            "「電子決裁率」令和3年度の目標の入力",
            "「電子決裁率」令和6年度の値の入力",
        ]
    );
    let now = indicator(&bench, APPROVAL);
    let targets: Vec<_> = now
        .targets
        .iter()
        .map(|one| (one.year.as_ref().unwrap().text.as_str(), one.stage, one.target.text.as_str()))
        .collect();
    assert_eq!(
        targets,
        [
            ("令和3年度", Stage::Yearly, "60%以上"),
            ("令和4年度", Stage::Interim, "76%以上"),
            ("令和5年度", Stage::Yearly, "85%以上"),
            ("令和6年度", Stage::Final, "92%以上"),
        ],
        "an interim target stays one; a new year is written as its neighbours are"
    );
    let observed = now.observation(year(2024), 0, Slot::Actual).unwrap();
    assert_eq!(observed.figure.value.as_ref().unwrap().kind(), Some(ValueKind::Actual), "a count is no account");
    assert_eq!(observed.comment, "全課で始めた。");
    assert_eq!(proposed(&bench, APPROVAL, 0, 2024).unwrap().0, Verdict::Missed);
    let end = bench.programme().unwrap();
    assert_eq!(undo_all(&mut bench), 9);
    assert!(bench.programme().unwrap() == start);
    redo_all(&mut bench);
    assert!(bench.programme().unwrap() == end);
}

#[test]
fn the_markers_of_an_indicator_are_typed_into_one_cell_found_and_told() {
    let mut bench = bench();
    one(&mut bench, APPROVAL, IndicatorValue::Markers { text: text("健康指標、重点　健康指標,SDGs") });
    assert_eq!(indicator(&bench, APPROVAL).markers, ["健康指標", "重点", "SDGs"]);
    assert_eq!(row(&bench, APPROVAL, 0).markers, "健康指標、重点、SDGs");
    let here = Place::Indicator { indicator: IndicatorId(APPROVAL) };
    let found = search::find(&bench, texts(), "ＳＤＧｓ", 20).unwrap();
    let hit = found.iter().flat_map(|area| &area.hits).find(|hit| hit.place == here).unwrap();
    assert_eq!((hit.field.as_str(), hit.cell.column.as_deref()), ("印", Some("markers")));
    let told = workbench::history::of_place(&bench, texts(), &PlaceHistory { place: here, cell: None }, 10).unwrap();
    let line = &told[0].line;
    assert_eq!((line.field.as_str(), line.new.as_deref()), ("印", Some("健康指標、重点、SDGs")));
    let typed = |text: &str| IndicatorEdit::Markers { text: text.to_owned() };
    edit(&mut bench, &by(), IndicatorId(APPROVAL), &typed("重点\n健康指標")).unwrap();
    assert_eq!(indicator(&bench, APPROVAL).markers, ["重点", "健康指標"], "the dialog of the indicator takes the same");
    one(&mut bench, APPROVAL, IndicatorValue::Markers { text: text(" ") });
    assert!(indicator(&bench, APPROVAL).markers.is_empty());
    let bell = refused(&mut bench, |b| edit(b, &by(), IndicatorId(APPROVAL), &typed("重\u{7}点")));
    assert!(matches!(bell, WorkbenchError::ControlCharacter { code: 7 }), "{bell:?}");
    assert_eq!(undo_all(&mut bench), 3);
    assert!(bench.programme().unwrap() == workbench::sample::programme().unwrap());
}

#[test]
fn a_paste_over_many_columns_is_one_step() {
    let mut bench = bench();
    let edits = [
        cell(CENTRE, 0, IndicatorValue::PartName { text: text("登録している団体") }),
        cell(CENTRE, 1, IndicatorValue::Figure { year: year(2024), slot: Slot::Actual, text: text("７，６１０人") }),
        cell(CENTRE, 2, IndicatorValue::Target { year: year(2023), text: text("1,250回") }),
        cell(CENTRE, 2, IndicatorValue::FinalYear { text: text("令和7年度") }),
        cell(APPROVAL, 0, IndicatorValue::BaselineYear { text: text("令和元年度") }),
    ];
    set(&mut bench, &by(), &edits).unwrap();
    assert_eq!(history(&bench), ["指標の表5か所の入力"]);
    assert_eq!(row(&bench, CENTRE, 0).part_name, "登録している団体");
    assert_eq!(row(&bench, CENTRE, 2).last_year, "令和7年度");
    assert_eq!(row(&bench, APPROVAL, 0).baseline_year, "令和元年度");
    let target = indicator(&bench, CENTRE).targets.into_iter().find(|one| one.stage == Stage::Yearly).unwrap();
    let Some(Target::Exactly { at }) = target.target.meaning else { panic!("a value") };
    assert_eq!((target.part, at.unit.as_str()), (2, "回"));
    assert_eq!(broken_references(&bench.programme().unwrap()), []);
}

#[test]
fn words_that_are_not_understood_are_kept_and_told() {
    let mut bench = bench();
    one(&mut bench, APPROVAL, IndicatorValue::BaselineYear { text: text("改訂の前の年") });
    one(&mut bench, APPROVAL, IndicatorValue::Good { text: text("できるだけ高く") });
    one(&mut bench, APPROVAL, IndicatorValue::Target { year: year(2023), text: text("4憶円以上") });
    let shown = row(&bench, APPROVAL, 0);
    assert_eq!((shown.baseline_year.as_str(), shown.good.as_str()), ("改訂の前の年", "できるだけ高く"));
    assert_eq!(shown.years[shown.years.len() - 2].target.text, "4憶円以上");
    assert!(!shown.years[shown.years.len() - 2].target.understood);
    assert_eq!(
        proposed(&bench, APPROVAL, 0, 2023),
        Some((Verdict::Open, text("目標「4憶円以上」の条件が読み取れません。")))
    );
    let findings = check::run(&bench, texts(), press(), moment().date()).unwrap();
    let told: Vec<&str> = findings.iter().map(|finding| finding.text.as_str()).collect();
    assert!(told.contains(&"年度として読み取れません：「改訂の前の年」"), "{told:?}");
    assert!(told.contains(&"目標の条件が読み取れません：「4憶円以上」"));
}

#[test]
fn what_is_emptied_is_gone_and_a_comment_outlives_its_figure() {
    let mut bench = bench();
    one(&mut bench, APPROVAL, IndicatorValue::Figure { year: year(2023), slot: Slot::Actual, text: text("") });
    let left = indicator(&bench, APPROVAL).observation(year(2023), 0, Slot::Actual).cloned().unwrap();
    assert_eq!((left.figure.text.as_str(), left.comment.is_empty()), ("", false));
    assert_eq!(left.figure.value, Some(domain::value::Value::Absent { reason: Absence::NotYet }));
    one(&mut bench, APPROVAL, IndicatorValue::Target { year: year(2023), text: text("") });
    one(&mut bench, APPROVAL, IndicatorValue::Final { text: text("") });
    assert_eq!(row(&bench, APPROVAL, 0).last_year, "令和6年度", "its year stays until it is emptied too");
    one(&mut bench, APPROVAL, IndicatorValue::FinalYear { text: text("") });
    let stages: Vec<Stage> = indicator(&bench, APPROVAL).targets.iter().map(|one| one.stage).collect();
    assert_eq!(stages, [Stage::Interim]);
    let emptied = [IndicatorValue::Baseline { text: text("") }, IndicatorValue::BaselineYear { text: text("") }];
    set(&mut bench, &by(), &emptied.map(|value| cell(APPROVAL, 0, value))).unwrap();
    assert_eq!(indicator(&bench, APPROVAL).baseline, None);
    one(&mut bench, APPROVAL, IndicatorValue::Baseline { text: text("60%") });
    let baseline = indicator(&bench, APPROVAL).baseline.unwrap();
    assert_eq!((baseline.year.text.as_str(), baseline.figures[0].text.as_str()), ("", "60%"));
}

#[test]
fn a_new_indicator_stands_where_it_was_put_and_moves_among_its_own() {
    let mut bench = bench();
    let new =
        |scope, name: &str| NewIndicator { scope, name: text(name), unit: text("件"), decimals: 0, good: text("↗") };
    let node = NodeId(32);
    let of_node = add(&mut bench, &by(), &[new(IndicatorScope::Node { node }, "決裁の件数")]).unwrap().value[0];
    let of_plan = IndicatorScope::Plan { plan: PROGRAMME };
    let of_plan = add(&mut bench, &by(), &[new(of_plan, "計画の指標")]).unwrap().value[0];
    let order = |bench: &Workbench, scope: IndicatorScope| -> Vec<i64> {
        let view = shown(bench, PROGRAMME);
        let group = view.groups.iter().find(|group| group.scope == scope).unwrap();
        group.rows.iter().map(|row| row.indicator.0).collect()
    };
    assert_eq!(order(&bench, IndicatorScope::Node { node }), [APPROVAL, of_node.0]);
    assert_eq!(order(&bench, IndicatorScope::Plan { plan: PROGRAMME }), [17, of_plan.0]);
    let fiscal = |bench: &Workbench| {
        let view = view::fiscal(bench, year(2024), None).unwrap();
        view.rows.iter().map(|row| row.indicator.0).collect::<Vec<_>>()
    };
    let before = fiscal(&bench);
    place(&mut bench, &by(), of_node, 0).unwrap();
    assert_eq!(order(&bench, IndicatorScope::Node { node }), [of_node.0, APPROVAL]);
    assert_eq!(order(&bench, IndicatorScope::Plan { plan: PROGRAMME }), [17, of_plan.0]);
    assert_eq!(fiscal(&bench), before, "the others stay where they are");
    assert_eq!(history(&bench)[0], "指標「決裁の件数」の移動");
    let gone = |scope| move |b: &mut Workbench| add(b, &by(), &[new(scope, "x")]);
    for scope in [IndicatorScope::Node { node: NodeId(999) }, IndicatorScope::Plan { plan: PlanId(999) }] {
        assert!(matches!(refused(&mut bench, gone(scope)), WorkbenchError::NoSuch { id: 999, .. }));
    }
    undo_all(&mut bench);
    assert!(bench.programme().unwrap() == workbench::sample::programme().unwrap());
}

#[test]
fn an_indicator_goes_to_another_node_with_everything_it_has() {
    let mut bench = bench();
    let before = indicator(&bench, APPROVAL);
    let to = |scope| IndicatorEdit::Scope { scope };
    edit(&mut bench, &by(), IndicatorId(APPROVAL), &to(IndicatorScope::Node { node: NodeId(33) })).unwrap();
    let now = indicator(&bench, APPROVAL);
    assert_eq!(now, Indicator { scope: IndicatorScope::Node { node: NodeId(33) }, ..before });
    assert_eq!(history(&bench), ["「電子決裁率」の指標情報の変更"]);
    let here = Place::Indicator { indicator: IndicatorId(APPROVAL) };
    let told = workbench::history::of_place(&bench, texts(), &PlaceHistory { place: here, cell: None }, 10).unwrap();
    assert_eq!(told.len(), 1, "its history says where it was: {told:?}");
    let gone = to(IndicatorScope::Node { node: NodeId(999) });
    let error = refused(&mut bench, |b| edit(b, &by(), IndicatorId(APPROVAL), &gone));
    assert!(matches!(error, WorkbenchError::NoSuch { id: 999, .. }), "{error:?}");
    undo_all(&mut bench);
    assert!(bench.programme().unwrap() == workbench::sample::programme().unwrap());
}

#[test]
fn what_does_not_exist_is_refused() {
    let mut bench = bench();
    assert!(matches!(refused(&mut bench, |b| set(b, &by(), &[])), WorkbenchError::NothingToShow));
    let note = || IndicatorValue::Note { text: text("x") };
    let wrong = [cell(999, 0, note()), cell(APPROVAL, 1, note())];
    for wrong in wrong {
        let error = refused(&mut bench, |b| set(b, &by(), &[cell(APPROVAL, 0, note()), wrong.clone()]));
        assert!(matches!(error, WorkbenchError::NoSuch { .. }), "{error:?}");
    }
    let nameless = cell(APPROVAL, 0, IndicatorValue::Name { text: text(" ") });
    assert!(matches!(
        refused(&mut bench, |b| set(b, &by(), std::slice::from_ref(&nameless))),
        WorkbenchError::EmptyName
    ));
    assert!(matches!(refused(&mut bench, |b| place(b, &by(), IndicatorId(999), 0)), WorkbenchError::NoSuch { .. }));
}

#[test]
fn targets_speak_in_the_unit_of_their_value() {
    let mut bench = bench();
    one(&mut bench, APPROVAL, IndicatorValue::Final { text: text("90以上") });
    one(&mut bench, APPROVAL, IndicatorValue::Figure { year: year(2024), slot: Slot::Actual, text: text("91") });
    assert_eq!(proposed(&bench, APPROVAL, 0, 2024).unwrap().0, Verdict::Met);
    let other = IndicatorEdit::Part { part: 0, name: text(""), unit: text("件"), decimals: 1 };
    edit(&mut bench, &by(), IndicatorId(APPROVAL), &other).unwrap();
    assert_eq!(proposed(&bench, APPROVAL, 0, 2024).unwrap().0, Verdict::Met, "both are read anew");
}

#[test]
fn search_history_and_findings_lead_to_the_indicator_itself() {
    let mut bench = bench();
    let here = Place::Indicator { indicator: IndicatorId(APPROVAL) };
    let found = search::find(&bench, texts(), "電子決裁率", 20).unwrap();
    assert!(found.iter().flat_map(|area| &area.hits).any(|hit| hit.place == here));
    let target = search::find(&bench, texts(), "85%以上", 20).unwrap();
    let hits: Vec<_> = target.iter().flat_map(|area| &area.hits).filter(|hit| hit.place == here).collect();
    assert_eq!(hits[0].field, "令和5年度 目標値", "its year is known");
    one(&mut bench, APPROVAL, IndicatorValue::Figure { year: year(2023), slot: Slot::Actual, text: text("4憶") });
    let findings = check::run(&bench, texts(), press(), moment().date()).unwrap();
    let finding = findings.iter().find(|finding| finding.text.contains("4憶")).unwrap();
    assert_eq!(finding.place, Some(here));
    let cell = finding.cell.as_ref().unwrap();
    assert_eq!((cell.table, cell.key.as_slice()), (Table::Observation, [APPROVAL, 2023, 0, 0].as_slice()));
}

#[test]
fn several_indicators_are_added_as_one_step_or_none() {
    let mut bench = bench();
    let scope = IndicatorScope::Plan { plan: PROGRAMME };
    let new =
        |name: &str| NewIndicator { scope, name: text(name), unit: text("件"), decimals: 0, good: String::new() };
    let added = add(&mut bench, &by(), &["申請の件数", "相談の件数", "講座の数"].map(new)).unwrap().value;
    assert_eq!(history(&bench)[0], "指標3件の追加");
    let view = shown(&bench, PROGRAMME);
    let group = view.groups.iter().find(|group| group.scope == scope).unwrap();
    let last: Vec<IndicatorId> = group.rows.iter().rev().take(3).rev().map(|row| row.indicator).collect();
    assert_eq!(last, added, "in the order of the list");
    let error = refused(&mut bench, |b| add(b, &by(), &["講座の数", "　"].map(new)));
    assert!(matches!(error, WorkbenchError::EmptyName), "{error:?}");
    undo_all(&mut bench);
    assert!(bench.programme().unwrap() == workbench::sample::programme().unwrap());
}

#[test]
fn the_target_of_a_year_becomes_one_on_the_way_and_back() {
    let mut bench = bench();
    let scope = IndicatorScope::Plan { plan: PROGRAMME };
    let new =
        NewIndicator { scope, name: text("相談の件数"), unit: text("件"), decimals: 0, good: String::new() };
    let id = add(&mut bench, &by(), &[new]).unwrap().value[0].0;
    one(&mut bench, id, IndicatorValue::Target { year: year(2023), text: text("120件") });
    let target = |bench: &Workbench| {
        let at = shown(bench, PROGRAMME).years.iter().position(|head| head.year == year(2023)).unwrap();
        let target = row(bench, id, 0).years[at].target.clone();
        (target.text, target.interim)
    };
    let interim = |interim| IndicatorValue::Interim { year: year(2023), interim };
    one(&mut bench, id, interim(true));
    assert_eq!(target(&bench), (text("120件"), true));
    assert_eq!(history(&bench)[0], "「相談の件数」令和5年度の目標の入力");
    one(&mut bench, id, IndicatorValue::Target { year: year(2023), text: text("130件") });
    assert_eq!(target(&bench), (text("130件"), true), "new words leave it what it is");
    one(&mut bench, id, interim(false));
    assert_eq!(target(&bench), (text("130件"), false));
    let nothing = set(&mut bench, &by(), &[cell(id, 0, IndicatorValue::Interim { year: year(2022), interim: true })]);
    assert_eq!(nothing.unwrap().step, None, "a year without a target stays without");
}

#[test]
fn the_city_s_finances_stand_in_the_years_of_the_plan_and_the_rest_is_counted() {
    let mut bench = Workbench::memory(&programme_of(Shape::Targets).unwrap()).unwrap();
    let (plan, indicator) = (PlanId(7), IndicatorId(1));
    for (western, text) in [(2005, "980人"), (2019, "905人")] {
        let figure =
            FigureEdit { indicator, part: 0, year: year(western), slot: Slot::Actual, text: text.into(), kind: None };
        workbench::fiscal::set(&mut bench, &by(), &[figure]).unwrap();
    }
    let seen = |from: Option<i32>| {
        let view = view::indicators(&bench, texts(), plan, year(2024), from.map(year)).unwrap();
        let years: Vec<i32> = view.years.iter().map(|head| head.year.year()).collect();
        (years, view.groups.last().unwrap().elsewhere)
    };
    assert_eq!(seen(None), ((2011..=2015).collect(), 2), "the plan has no indicators of its own");
    assert_eq!(seen(Some(2004)), ((2004..=2015).collect(), 1), "earlier years are shown when asked for");
}
