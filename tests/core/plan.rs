//! The plan's tree: fields of nodes, adding, moving, removing, new plans.

use domain::programme::{
    IndicatorScope, LifeCycleKind, NodeId, Numbering, OfficeKind, PlanId, Responsibility, YearRecord, broken_references,
};
use domain::value::label::LabelStyle;
use workbench::plan::{
    self, NewNode, NewPlan, NewRows, NodeEdit, NodeText, add, add_plan, add_rows, edit, place, removal, remove,
};
use workbench::{Field, Workbench, WorkbenchError, sample, view};

use crate::support::{PROGRAMME, bench, by, history, node, plan_of, refused, texts, undo_all};

/// ① 多様な手法による市民参加の推進, under 方向性1.
const ITEM: i64 = 15;

fn cell(id: i64, field: Field, text: &str) -> NodeEdit {
    NodeEdit { node: NodeId(id), field, section: None, text: text.into() }
}

fn set(bench: &mut Workbench, id: i64, field: Field, text: &str) {
    edit(bench, &by(), texts(), &[cell(id, field, text)]).unwrap();
}

fn offices(bench: &Workbench, id: i64) -> Vec<(String, Responsibility)> {
    let all = bench.programme().unwrap().offices;
    let name = |id| all.iter().find(|office| office.id == id).unwrap().name.clone();
    node(bench, id).offices.iter().map(|a| (name(a.office), a.responsibility)).collect()
}

#[test]
fn number_name_and_words_are_texts_as_typed() {
    let mut bench = bench();
    set(&mut bench, ITEM, Field::Label, "R1-1");
    set(&mut bench, ITEM, Field::LifeCycleWords, "※令和5年度拡充");
    set(&mut bench, ITEM, Field::Title, "髙﨑地区の市民参加");
    let found = node(&bench, ITEM);
    assert_eq!(
        (found.label.as_str(), found.title.as_str(), found.life_cycle.words()),
        ("R1-1", "髙﨑地区の市民参加", "※令和5年度拡充".into())
    );
    assert_eq!(
        history(&bench),
        [
            "「多様な手法による市民参加の推進」名称の変更",
            "「多様な手法による市民参加の推進」区分の表示の変更",
            "「多様な手法による市民参加の推進」番号の変更",
        ]
    );
    let error = refused(&mut bench, |b| edit(b, &by(), texts(), &[cell(ITEM, Field::Title, " 　")]));
    assert!(matches!(error, WorkbenchError::EmptyName));
}

#[test]
fn offices_are_typed_by_name_in_their_order() {
    let mut bench = bench();
    let before = bench.programme().unwrap().offices.len();
    set(&mut bench, ITEM, Field::Offices, "関係課、市民課\n企画政策課，市民課");
    assert_eq!(
        offices(&bench, ITEM),
        [
            ("関係課".into(), Responsibility::Related),
            ("市民課".into(), Responsibility::Responsible),
            ("企画政策課".into(), Responsibility::Responsible),
        ],
        "each once, in the order typed; an office that was 関連課 stays so"
    );
    assert_eq!(bench.programme().unwrap().offices.len(), before, "known names make no new office");
    set(&mut bench, ITEM, Field::Offices, "未来戦略課");
    let after = bench.programme().unwrap().offices;
    assert_eq!(after.len(), before + 1);
    assert_eq!((after[before].name.as_str(), after[before].kind), ("未来戦略課", OfficeKind::Office));
    bench.undo().unwrap().unwrap();
    assert_eq!(bench.programme().unwrap().offices.len(), before, "the new office goes with its step");
    set(&mut bench, ITEM, Field::Offices, "");
    assert!(offices(&bench, ITEM).is_empty());
}

/// 放課後・子ども課 and the like carry a middle dot in their name.
#[test]
fn an_office_whose_name_holds_a_separator_is_found_whole() {
    let mut bench = bench();
    let mut programme = bench.programme().unwrap();
    let id = domain::programme::OfficeId(100);
    programme.offices.push(domain::programme::Office {
        id,
        name: "スポーツ・文化課".into(),
        kind: OfficeKind::Office,
        since: None,
        until: None,
    });
    workbench::interchange::load(&mut bench, &by(), &programme).unwrap();
    set(&mut bench, ITEM, Field::Offices, "企画政策課、スポーツ・文化課");
    let names: Vec<String> = offices(&bench, ITEM).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["企画政策課", "スポーツ・文化課"]);
}

#[test]
fn every_word_of_the_life_cycle_is_understood_and_no_other() {
    let mut bench = bench();
    let words = [
        ("新規", LifeCycleKind::New),
        ("修正", LifeCycleKind::Revised),
        ("拡充", LifeCycleKind::Expanded),
        ("統合", LifeCycleKind::Merged),
        ("終了", LifeCycleKind::Ended),
        ("再掲", LifeCycleKind::Relisted),
        ("継続", LifeCycleKind::Continuing),
        ("新規", LifeCycleKind::New),
    ];
    for (word, kind) in words {
        set(&mut bench, ITEM, Field::LifeCycle, word);
        assert_eq!(node(&bench, ITEM).life_cycle.last_kind(), kind, "{word}");
    }
    // What was told before an end stays told; each clearing takes the last away.
    let kinds = |bench: &Workbench| -> Vec<LifeCycleKind> {
        node(bench, ITEM).life_cycle.events.iter().map(|event| event.kind).collect()
    };
    assert_eq!(kinds(&bench), [LifeCycleKind::Expanded, LifeCycleKind::New]);
    set(&mut bench, ITEM, Field::LifeCycle, "");
    assert_eq!(kinds(&bench), [LifeCycleKind::Expanded]);
    set(&mut bench, ITEM, Field::LifeCycle, "");
    set(&mut bench, ITEM, Field::LifeCycle, "継続");
    assert_eq!(kinds(&bench), [], "an item of which nothing is told goes on");
    // Both cells are cleared at once: the words of what stood before are not touched.
    for (word, words) in [("新規", "（新規）"), ("終了", "※終了")] {
        set(&mut bench, ITEM, Field::LifeCycle, word);
        set(&mut bench, ITEM, Field::LifeCycleWords, words);
    }
    let both = [cell(ITEM, Field::LifeCycle, ""), cell(ITEM, Field::LifeCycleWords, "")];
    edit(&mut bench, &by(), texts(), &both).unwrap();
    assert_eq!((kinds(&bench), node(&bench, ITEM).life_cycle.words()), (vec![LifeCycleKind::New], "（新規）".into()));
    edit(&mut bench, &by(), texts(), &both).unwrap();
    assert_eq!(kinds(&bench), []);
    set(&mut bench, ITEM, Field::LifeCycleWords, "※見直し中");
    set(&mut bench, ITEM, Field::LifeCycle, "");
    assert_eq!(node(&bench, ITEM).life_cycle.words(), "※見直し中", "words that no kind was said of stay");
    edit(&mut bench, &by(), texts(), &both).unwrap();
    assert!(node(&bench, ITEM).life_cycle.events.is_empty(), "until they are cleared themselves");
    let error = refused(&mut bench, |b| edit(b, &by(), texts(), &[cell(ITEM, Field::LifeCycle, "休止")]));
    assert!(matches!(&error, WorkbenchError::NotUnderstood { text, .. } if text == "休止"));
}

#[test]
fn sections_are_made_changed_and_taken_away_by_their_title() {
    let mut bench = bench();
    let section =
        |title: &str, text: &str| NodeEdit { section: Some(title.into()), ..cell(ITEM, Field::Section, text) };
    let before = node(&bench, ITEM).sections;
    let title = before[0].title.clone();
    edit(&mut bench, &by(), texts(), &[section(&title, "・新しい方向\n・もう一つ")]).unwrap();
    let changed = node(&bench, ITEM).sections;
    assert_eq!((changed[0].id, changed[0].text.as_str()), (before[0].id, "・新しい方向\n・もう一つ"));
    edit(&mut bench, &by(), texts(), &[section("課題", "担い手が足りない。")]).unwrap();
    assert_eq!(node(&bench, ITEM).sections.len(), before.len() + 1);
    edit(&mut bench, &by(), texts(), &[section("課題", "")]).unwrap();
    assert_eq!(node(&bench, ITEM).sections, changed);
    let nothing = edit(&mut bench, &by(), texts(), &[section("ない見出し", "")]).unwrap();
    assert_eq!(nothing.step, None);
    let error = refused(&mut bench, |b| edit(b, &by(), texts(), &[cell(ITEM, Field::Section, "本文")]));
    assert!(matches!(error, WorkbenchError::EmptyName), "a text without a title");
}

#[test]
fn groups_are_typed_by_name() {
    let mut bench = bench();
    set(&mut bench, ITEM, Field::Group, "検討プログラム");
    assert_eq!(node(&bench, ITEM).group.unwrap().0, 2);
    set(&mut bench, ITEM, Field::Group, "重点プログラム");
    let plan = plan_of(&bench);
    assert_eq!(plan.groups.len(), 3);
    assert_eq!(node(&bench, ITEM).group, Some(plan.groups[2].id));
    assert_eq!(plan.groups[2].name, "重点プログラム");
    assert_eq!(plan.nodes.len(), 32, "a new group costs no node");
    set(&mut bench, ITEM, Field::Group, "");
    assert_eq!(node(&bench, ITEM).group, None);
    undo_all(&mut bench);
    assert_eq!(plan_of(&bench).groups.len(), 2);
}

#[test]
fn markers_are_typed_into_one_cell() {
    let mut bench = bench();
    set(&mut bench, ITEM, Field::Markers, "健康指標、重点　健康指標,SDGs");
    let view = view::plan(&bench, texts(), PROGRAMME).unwrap();
    let row = view.rows.iter().find(|row| row.id == NodeId(ITEM)).unwrap();
    assert_eq!(row.markers, "健康指標、重点、SDGs");
    set(&mut bench, ITEM, Field::Markers, " ");
    assert!(node(&bench, ITEM).markers.is_empty());
}

#[test]
fn a_paste_over_several_nodes_is_one_step_or_none() {
    let mut bench = bench();
    let edits: Vec<NodeEdit> = (15..=17).map(|id| cell(id, Field::Label, &format!("A-{id}"))).collect();
    edit(&mut bench, &by(), texts(), &edits).unwrap();
    assert_eq!(history(&bench), ["計画の3か所の入力"]);
    let mut wrong = edits.clone();
    wrong.push(cell(18, Field::LifeCycle, "わからない"));
    let error = refused(&mut bench, |b| edit(b, &by(), texts(), &wrong));
    assert!(matches!(error, WorkbenchError::NotUnderstood { .. }));
    wrong[3] = cell(999, Field::Label, "1");
    let error = refused(&mut bench, |b| edit(b, &by(), texts(), &wrong));
    assert!(matches!(error, WorkbenchError::NoSuch { id: 999, .. }));
    let error = refused(&mut bench, |b| edit(b, &by(), texts(), &[]));
    assert!(matches!(error, WorkbenchError::NothingToShow));
    let error = refused(&mut bench, |b| edit(b, &by(), texts(), &[cell(ITEM, Field::Actual, "実績")]));
    assert!(matches!(error, WorkbenchError::NoSuch { .. }), "a node has no result of its own");
}

fn new(parent: Option<i64>, position: u32, title: &str) -> NewNode {
    NewNode { plan: PROGRAMME, parent: parent.map(NodeId), position, title: title.into() }
}

fn children(bench: &Workbench, parent: Option<i64>) -> Vec<i64> {
    let plan = plan_of(bench);
    plan.nodes.iter().filter(|n| n.parent == parent.map(NodeId)).map(|n| n.id.0).collect()
}

#[test]
fn a_node_is_added_where_it_was_asked_for() {
    let mut bench = bench();
    let first = add(&mut bench, &by(), &new(Some(14), 0, "最初の項目")).unwrap().value;
    let last = add(&mut bench, &by(), &new(Some(14), u32::MAX, "最後の項目")).unwrap().value;
    let direction = add(&mut bench, &by(), &new(None, 1, "方向性の間")).unwrap().value;
    assert_eq!(children(&bench, Some(14)), [first.0, 15, 16, 17, 18, 19, 20, 21, last.0]);
    assert_eq!(children(&bench, None), [14, direction.0, 22, 30, 40]);
    assert_eq!((node(&bench, first.0).level, node(&bench, direction.0).level), (1, 0));
    assert_eq!(history(&bench)[0], "「方向性の間」の追加");
    assert_eq!(broken_references(&bench.programme().unwrap()), []);
}

#[test]
fn a_node_is_refused_where_the_plan_has_no_level_and_below_strangers() {
    let mut bench = bench();
    let error = refused(&mut bench, |b| add(b, &by(), &new(Some(ITEM), 0, "孫")));
    assert!(matches!(error, WorkbenchError::BadPlace), "two levels only: {error:?}");
    let error = refused(&mut bench, |b| add(b, &by(), &new(Some(1), 0, "よその子")));
    assert!(matches!(error, WorkbenchError::NoSuch { .. } | WorkbenchError::BadPlace), "{error:?}");
    let error = refused(&mut bench, |b| add(b, &by(), &new(Some(999), 0, "子")));
    assert!(matches!(error, WorkbenchError::NoSuch { id: 999, .. }));
    let nowhere = NewNode { plan: PlanId(9), ..new(None, 0, "項目") };
    assert!(matches!(refused(&mut bench, |b| add(b, &by(), &nowhere)), WorkbenchError::NoSuch { id: 9, .. }));
    assert!(matches!(refused(&mut bench, |b| add(b, &by(), &new(None, 0, ""))), WorkbenchError::EmptyName));
}

#[test]
fn an_item_that_ends_counts_up_to_the_year_its_words_name() {
    let mut bench = bench();
    set(&mut bench, ITEM, Field::LifeCycleWords, "※令和5年度までをもって終了");
    set(&mut bench, ITEM, Field::LifeCycle, "終了");
    let life = node(&bench, ITEM).life_cycle;
    assert_eq!(life.events[0].year.as_ref().map(|year| year.text.as_str()), Some("令和5年度"));
    let due = |western| {
        let home =
            view::home(&bench, texts(), None, Some(crate::support::year(western)), crate::support::moment().date())
                .unwrap();
        home.tally.iter().any(|line| line.counted && line.items.contains(&NodeId(ITEM)))
    };
    assert_eq!((due(2023), due(2024)), (true, false));
}

#[test]
fn a_node_moves_among_its_siblings_and_to_another_parent() {
    let mut bench = bench();
    place(&mut bench, &by(), NodeId(17), Some(NodeId(14)), 0).unwrap();
    assert_eq!(children(&bench, Some(14)), [17, 15, 16, 18, 19, 20, 21]);
    place(&mut bench, &by(), NodeId(17), Some(NodeId(40)), 2).unwrap();
    assert_eq!(children(&bench, Some(14)), [15, 16, 18, 19, 20, 21]);
    assert_eq!(children(&bench, Some(40)), [41, 42, 17, 43, 44, 45]);
    let moved = node(&bench, 17);
    assert_eq!((moved.lanes.len(), moved.records.len()), (6, 4), "everything goes along");
    assert_eq!(history(&bench)[0], "「髙﨑地区における地域交流拠点の整備」の移動");
    let plan = plan_of(&bench);
    let direction = plan.nodes.iter().position(|n| n.id == NodeId(40)).unwrap();
    assert!(plan.nodes[direction + 1..].iter().any(|n| n.id == NodeId(17)), "it prints below its new parent");
    assert_eq!(broken_references(&bench.programme().unwrap()), []);
}

#[test]
fn places_that_break_the_tree_are_refused() {
    let mut bench = bench();
    let below = |b: &mut Workbench, node: i64, parent: i64| place(b, &by(), NodeId(node), Some(NodeId(parent)), 0);
    for (moved, parent) in [(14, 14), (14, 15), (15, 15), (15, 16), (14, 22)] {
        let error = refused(&mut bench, |b| below(b, moved, parent));
        assert!(matches!(error, WorkbenchError::BadPlace), "{moved} below {parent}: {error:?}");
    }
    let error = refused(&mut bench, |b| below(b, 15, 1));
    assert!(matches!(error, WorkbenchError::NoSuch { id: 1, .. }), "another plan: {error:?}");
    assert!(matches!(refused(&mut bench, |b| below(b, 999, 14)), WorkbenchError::NoSuch { id: 999, .. }));
}

#[test]
fn removing_a_node_takes_all_that_hangs_on_it_and_undo_brings_all_back() {
    let mut bench = bench();
    let before = bench.programme().unwrap();
    for id in [23, 14, 2] {
        remove(&mut bench, &by(), NodeId(id)).unwrap();
        let now = bench.programme().unwrap();
        assert!(now.plans.iter().all(|plan| plan.node(NodeId(id)).is_none()));
        assert_eq!(broken_references(&now), [], "nothing dangles after {id}");
        assert_eq!(bench.integrity().unwrap(), Vec::<String>::new());
    }
    assert_eq!(history(&bench)[1], "「地域の力を生かした公共サービスの展開」の削除");
    assert_eq!(children(&bench, Some(14)), Vec::<i64>::new());
    undo_all(&mut bench);
    assert!(bench.programme().unwrap() == before, "back to the letter");
    assert!(matches!(refused(&mut bench, |b| remove(b, &by(), NodeId(999))), WorkbenchError::NoSuch { id: 999, .. }));
}

fn plan(first: &str, last: &str, levels: &[&str]) -> NewPlan {
    NewPlan {
        name: "第2期改革推進プログラム".into(),
        first: first.into(),
        last: last.into(),
        levels: levels.iter().map(|name| (*name).into()).collect(),
    }
}

#[test]
fn a_new_plan_can_be_worked_on_at_once() {
    let mut bench = bench();
    let made = add_plan(&mut bench, &by(), texts(), &plan("令和7年度", "R10", &["柱", "アクションプラン", "具体策"]));
    let id = made.unwrap().value;
    let head = view::plans(&bench).unwrap().pop().unwrap();
    assert_eq!((head.id, head.period.as_str(), head.years.len()), (id, "令和7年度～R10", 4));
    let new = |parent, title: &str| NewNode { plan: id, parent, position: 0, title: title.into() };
    let top = add(&mut bench, &by(), &new(None, "柱1")).unwrap().value;
    let middle = add(&mut bench, &by(), &new(Some(top), "プラン1")).unwrap().value;
    let item = add(&mut bench, &by(), &new(Some(middle), "具体策1")).unwrap().value;
    let view = view::progress(&bench, id, crate::support::year(2025)).unwrap();
    assert_eq!(view.item_name, "具体策");
    assert_eq!(view.rows.iter().filter(|row| row.item).map(|row| row.node).collect::<Vec<_>>(), [item]);
    assert_eq!(view.judges[0].terms.len(), 4, "the usual words of evaluation are there");
    assert_eq!(broken_references(&bench.programme().unwrap()), []);
    let usual = add_plan(&mut bench, &by(), texts(), &plan("2026年度", "2026年度", &[])).unwrap().value;
    assert_eq!(view::plan(&bench, texts(), usual).unwrap().levels, ["方向性", "実施項目"]);
}

#[test]
fn a_plan_that_cannot_be_is_refused() {
    let mut bench = bench();
    let mut ask = |new: NewPlan| refused(&mut bench, |b| add_plan(b, &by(), texts(), &new));
    assert!(matches!(
        ask(plan("令和10年度", "令和7年度", &[])),
        WorkbenchError::YearsOutOfRange { first: 2028, last: 2025 }
    ));
    assert!(matches!(
        ask(plan("来年度", "令和7年度", &[])),
        WorkbenchError::NotUnderstood { text, .. } if text == "来年度"
    ));
    assert!(matches!(
        ask(plan("令和7年度", "そのうち", &[])),
        WorkbenchError::NotUnderstood { text, .. } if text == "そのうち"
    ));
    assert!(matches!(ask(NewPlan { name: "\n".into(), ..plan("R7", "R8", &[]) }), WorkbenchError::EmptyName));
    let six = ["一", "二", "三", "四", "五", "六"];
    let error = ask(plan("R7", "R8", &six));
    assert!(matches!(error, WorkbenchError::LevelCount { count: 6 }), "five levels at most: {error:?}");
    let error = ask(plan("R7", "R8", &["項目", " "]));
    assert!(matches!(error, WorkbenchError::LevelCount { count: 1 }), "two levels at least: {error:?}");
}

#[test]
fn rows_of_a_table_become_nodes_in_one_step() {
    let mut bench = bench();
    let parent = node(&bench, ITEM).parent;
    let text = |field, text: &str| NodeText { field, section: None, text: text.into() };
    let row = |label: &str, title: &str, office: &str| {
        vec![text(Field::Title, title), text(Field::Label, label), text(Field::Offices, office)]
    };
    let section =
        NodeText { field: Field::Section, section: Some("目指す姿".into()), text: "・窓口を一つに".into() };
    let mut rows = vec![row("A", "窓口の統合", "市民課、新しい課"), row("", "手続の案内", "")];
    rows[1].push(section);
    let new = |position, rows| NewRows { plan: PROGRAMME, parent, position, rows };
    let before = bench.programme().unwrap();
    let added = add_rows(&mut bench, &by(), texts(), &new(1, rows.clone())).unwrap().value;
    let siblings: Vec<_> =
        plan_of(&bench).nodes.iter().filter(|one| one.parent == parent).map(|one| one.title.clone()).collect();
    assert_eq!(siblings[..3], ["多様な手法による市民参加の推進", "窓口の統合", "手続の案内"]);
    assert_eq!(node(&bench, added[0].0).label, "A");
    assert_eq!(offices(&bench, added[0].0).len(), 2, "an office the city does not have yet is made");
    assert_eq!(node(&bench, added[1].0).sections[0].text, "・窓口を一つに");
    assert_eq!(history(&bench), ["2項目の追加"]);
    let last = add_rows(&mut bench, &by(), texts(), &new(u32::MAX, rows)).unwrap().value;
    let plan = plan_of(&bench);
    let behind: Vec<_> = plan.nodes.iter().filter(|one| one.parent == parent).map(|one| one.id).collect();
    assert_eq!(behind[behind.len() - 2..], last[..], "in their order behind all others");
    undo_all(&mut bench);
    assert_eq!(bench.programme().unwrap(), before);
}

#[test]
fn rows_without_a_name_or_a_place_are_refused_whole() {
    let mut bench = bench();
    let named = |title: &str| vec![NodeText { field: Field::Title, section: None, text: title.into() }];
    let new = |parent, rows| NewRows { plan: PROGRAMME, parent, position: 0, rows };
    let mut ask = |new: NewRows| refused(&mut bench, |b| add_rows(b, &by(), texts(), &new));
    assert!(matches!(ask(new(None, vec![named("柱"), named(" ")])), WorkbenchError::EmptyName));
    assert!(matches!(ask(new(None, vec![named("柱"), Vec::new()])), WorkbenchError::EmptyName));
    assert!(matches!(ask(new(Some(NodeId(ITEM)), vec![named("項目")])), WorkbenchError::BadPlace));
    assert!(matches!(ask(new(None, Vec::new())), WorkbenchError::NothingToShow));
}

#[test]
fn numbers_are_written_anew_on_request_and_shown_before() {
    let mut bench = bench();
    let before = bench.programme().unwrap();
    let asked = Numbering {
        plan: PROGRAMME,
        under: None,
        level: 1,
        style: None,
        first: 1,
        restart: false,
        by_group: true,
        unlabelled: false,
    };
    let shown = plan::renumber_lines(&bench, &asked).unwrap();
    assert_eq!((shown.style, shown.lines.len()), (LabelStyle::CircledToTwenty, 0), "the sample is in order: {shown:?}");
    assert!(matches!(refused(&mut bench, |b| plan::renumber(b, &by(), &asked)), WorkbenchError::NothingToDo));

    let through = plan::renumber_lines(&bench, &Numbering { by_group: false, ..asked }).unwrap();
    assert_eq!(through.lines.len(), 22, "through the tree, the second group stands between the first");
    let circled = Numbering { style: Some(LabelStyle::Circled), ..asked };
    let shown = plan::renumber_lines(&bench, &circled).unwrap();
    let first = shown.lines.first().map(|line| (line.present.as_str(), line.label.as_str()));
    assert_eq!(first, Some(("21", "㉑")));
    let done = plan::renumber(&mut bench, &by(), &circled).unwrap();
    assert_eq!(done.value as usize, shown.lines.len());
    let label = |bench: &Workbench, id: NodeId| node(bench, id.0).label;
    assert!(shown.lines.iter().all(|line| label(&bench, line.node) == line.label), "as it was shown");
    let name = before.plans.iter().find(|plan| plan.id == PROGRAMME).unwrap().name.clone();
    assert_eq!(history(&bench)[0], format!("「{name}」の番号の付け直し（{}か所）", shown.lines.len()));
    bench.undo().unwrap().unwrap();
    assert_eq!(bench.programme().unwrap(), before, "one step back");

    let below = Numbering { under: Some(NodeId(ITEM)), ..asked };
    assert!(matches!(refused(&mut bench, |b| plan::renumber(b, &by(), &below)), WorkbenchError::NothingToDo));
    let anew = Numbering { restart: true, ..asked };
    plan::renumber(&mut bench, &by(), &anew).unwrap();
    let items = bench.programme().unwrap().plans.into_iter().find(|plan| plan.id == PROGRAMME).unwrap();
    let firsts = items.items().filter(|item| item.label == "①").count();
    assert!(firsts >= 4, "each direction begins with ①");
    for wrong in [Numbering { level: 9, ..asked }, Numbering { under: Some(NodeId(9999)), ..asked }] {
        let error = refused(&mut bench, |b| plan::renumber(b, &by(), &wrong));
        assert!(matches!(error, WorkbenchError::NoSuch { .. }), "{error:?}");
    }
}

#[test]
fn what_goes_with_a_node_is_counted_before_it_is_asked_for() {
    for shape in sample::Shape::ALL {
        let mut bench = Workbench::memory(&sample::programme_of(shape).unwrap()).unwrap();
        let programme = bench.programme().unwrap();
        for plan in &programme.plans {
            let Some(top) = plan.nodes.iter().find(|node| node.parent.is_none()) else { continue };
            let end =
                plan.nodes.iter().skip(1).position(|node| node.parent.is_none()).map_or(plan.nodes.len(), |at| at + 1);
            let gone = &plan.nodes[..end];
            let has = |id: NodeId| gone.iter().any(|node| node.id == id);
            let asked = removal(&bench, top.id).unwrap();
            let in_force = plan.schedule().map(|schedule| schedule.id);
            let lanes = gone.iter().flat_map(|node| &node.lanes);
            let (now, earlier): (Vec<_>, Vec<_>) = lanes.partition(|lane| Some(lane.schedule) == in_force);
            assert_eq!(asked.with.below as usize, gone.len() - 1, "{shape:?}");
            assert_eq!(
                (asked.with.lanes as usize, asked.with.earlier_lanes as usize),
                (now.len(), earlier.len()),
                "{shape:?}"
            );
            assert_eq!(
                asked.with.sections as usize,
                gone.iter().flat_map(|node| &node.sections).filter(|s| !s.text.is_empty()).count()
            );
            assert_eq!(asked.with.projects as usize, gone.iter().map(|node| node.projects.len()).sum::<usize>());
            let told =
                gone.iter().flat_map(|node| &node.records).filter(|record| **record != YearRecord::empty(record.year));
            assert_eq!(asked.with.records as usize, told.count(), "{shape:?}");
            let of_node = |scope: IndicatorScope| matches!(scope, IndicatorScope::Node { node } if has(node));
            let lost = programme.indicators.iter().filter(|indicator| of_node(indicator.scope)).count();
            assert_eq!(asked.with.indicators as usize, lost, "{shape:?}");
            let rows = programme.effects.iter().flat_map(|table| &table.rows);
            assert_eq!(
                asked.with.effect_rows as usize,
                rows.filter(|row| row.node.is_some_and(has)).count(),
                "{shape:?}"
            );
            let others = programme.plans.iter().flat_map(|plan| &plan.nodes).filter(|node| !has(node.id));
            let referring = others.filter(|node| {
                node.continues.iter().any(|former| has(*former))
                    || node.life_cycle.events.iter().any(|event| event.other.is_some_and(has))
            });
            assert_eq!(asked.with.referring as usize, referring.count(), "{shape:?}");
            assert_eq!(history(&bench).len(), 0, "asking changes nothing");
        }
        let first = programme.plans.last().and_then(|plan| plan.nodes.first()).unwrap().id;
        remove(&mut bench, &by(), first).unwrap();
        let left = bench.programme().unwrap();
        assert!(
            left.charts.iter().all(|chart| !chart.series.is_empty()),
            "{shape:?}: no chart is left without a series"
        );
        undo_all(&mut bench);
        assert!(bench.programme().unwrap() == programme, "{shape:?}: all of it comes back");
    }
    assert!(matches!(removal(&bench(), NodeId(999)), Err(WorkbenchError::NoSuch { id: 999, .. })));
}

#[test]
fn a_chart_of_the_indicators_of_a_node_goes_with_it_and_others_only_lose_them() {
    let mut programme = sample::programme().unwrap();
    let [alone, shared] = [0, 2].map(|at| programme.charts[at].clone());
    let lost = alone.series.iter().map(|series| series.indicator).collect::<Vec<_>>();
    assert!(shared.series.iter().any(|series| lost.contains(&series.indicator)), "one is drawn in both");
    for indicator in programme.indicators.iter_mut().filter(|indicator| lost.contains(&indicator.id)) {
        indicator.scope = IndicatorScope::Node { node: NodeId(ITEM) };
    }
    let mut bench = Workbench::memory(&programme).unwrap();
    let asked = removal(&bench, NodeId(ITEM)).unwrap();
    let alike = |chart: &&domain::programme::ChartDefinition| chart.series.iter().all(|s| lost.contains(&s.indicator));
    assert_eq!(
        (asked.with.indicators as usize, asked.with.charts as usize),
        (lost.len(), programme.charts.iter().filter(alike).count())
    );
    remove(&mut bench, &by(), NodeId(ITEM)).unwrap();
    let left = bench.programme().unwrap().charts;
    assert_eq!(left.len(), programme.charts.len() - asked.with.charts as usize);
    let kept = left.iter().find(|chart| chart.id == shared.id).unwrap();
    assert!(!kept.series.is_empty() && kept.series.len() < shared.series.len());
    assert_eq!(undo_all(&mut bench), 1, "one step");
    assert!(bench.programme().unwrap() == programme, "the charts come back too");
}
