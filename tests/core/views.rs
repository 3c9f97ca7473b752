//! What the screens show of the sample: each number traced back to the file.

use domain::programme::{LifeCycleKind, NodeId, PlanId, Programme};
use workbench::meeting::MeetingForm;
use workbench::record::RecordEdit;
use workbench::{Field, Workbench, WorkbenchError, meeting, record, view};

use crate::support::{PROGRAMME, bench, by, moment, node, plan_of, texts, year};

#[test]
fn home_tallies_the_items_that_count_in_the_year() {
    let bench = bench();
    let home = view::home(&bench, texts(), None, Some(year(2023)), moment().date()).unwrap();
    assert_eq!((home.city.as_str(), home.plans.len()), ("みどり野市", 2));
    assert_eq!(home.year.as_ref().map(|year| year.long.as_str()), Some("令和5年度"));
    let plan = plan_of(&bench);
    let counted = plan.items().filter(|item| item.life_cycle.last_kind() != LifeCycleKind::Ended).count();
    let base = |home: &view::HomeView| {
        home.tally.iter().filter(|line| line.counted).map(|line| line.items.len()).sum::<usize>()
    };
    assert_eq!(base(&home), counted, "28 less the three ended");
    for line in home.tally.iter().filter(|line| line.counted) {
        for id in &line.items {
            let item = plan.node(*id).unwrap();
            let judged = item.record(year(2023)).and_then(|record| record.evaluations.last());
            assert_eq!(judged.map_or("", |evaluation| evaluation.text.as_str()), line.label, "{}", item.title);
        }
    }
    assert_eq!((home.tally[1].label.as_str(), home.tally[1].items.len()), ("予定どおり", 21));
    let ended = home.tally.iter().find(|line| line.standing == view::Standing::Ended).unwrap();
    assert_eq!(ended.items.len(), 3, "what does not count is told beside it");
    assert_eq!(home.meeting.unwrap().number, "第3回");
    assert!(home.without_actual.is_empty(), "令和5年度 is told");
    let now = view::home(&bench, texts(), None, None, moment().date()).unwrap();
    assert_eq!((now.year.as_ref().unwrap().short.as_str(), now.without_actual.len()), ("R6", 25));
    let former = view::home(&bench, texts(), Some(PlanId(1)), None, moment().date()).unwrap();
    assert_eq!(former.year.as_ref().unwrap().short, "H32");
    assert_eq!(base(&former), 10, "the plan chosen, not the newest");
    let empty = Workbench::memory(&Programme::new("みどり野市")).unwrap();
    let home = view::home(&empty, texts(), None, None, moment().date()).unwrap();
    assert!(home.plans.is_empty() && home.tally.is_empty() && home.year.is_none() && home.meeting.is_none());
}

#[test]
fn home_shows_the_next_meeting_and_says_when_there_is_none_ahead() {
    let mut bench = bench();
    let home = |bench: &Workbench| view::home(bench, texts(), None, None, moment().date()).unwrap();
    let held = home(&bench);
    assert_eq!((held.meeting.unwrap().number.as_str(), held.meeting_ahead), ("第3回", false), "all were held");
    let form = |number: &str, date: &str| MeetingForm {
        id: None,
        number: number.into(),
        name: "経営改革推進委員会".into(),
        date: date.into(),
        place: String::new(),
        papers: Vec::new(),
    };
    for (number, date) in [("第5回", "令和6年11月8日"), ("第4回", "令和6年7月5日"), ("昔の会", "令和2年7月5日")]
    {
        meeting::save(&mut bench, &by(), &form(number, date)).unwrap();
    }
    let next = home(&bench);
    assert_eq!((next.meeting.unwrap().number.as_str(), next.meeting_ahead), ("第4回", true));
}

#[test]
fn an_actual_typed_in_leaves_the_list_of_those_to_do() {
    let mut bench = bench();
    let edit =
        RecordEdit { node: NodeId(15), year: year(2024), field: Field::Actual, judge: None, text: "実施".into() };
    record::set(&mut bench, &by(), &[edit]).unwrap();
    let home = view::home(&bench, texts(), None, Some(year(2024)), moment().date()).unwrap();
    assert_eq!(home.without_actual.len(), 24);
    assert!(!home.without_actual.contains(&NodeId(15)));
    assert_eq!(home.latest[0].label, "「多様な手法による市民参加の推進」令和6年度 実績の入力");
}

#[test]
fn the_plan_is_rows_in_the_order_of_print() {
    let bench = bench();
    let view = view::plan(&bench, texts(), PROGRAMME).unwrap();
    assert_eq!(view.levels, ["方向性", "実施プログラム"]);
    let plan = plan_of(&bench);
    assert_eq!(
        view.rows.iter().map(|row| row.id).collect::<Vec<_>>(),
        plan.nodes.iter().map(|n| n.id).collect::<Vec<_>>()
    );
    let row = view.rows.iter().find(|row| row.id == NodeId(17)).unwrap();
    assert_eq!(row.offices, "公共施設マネジメント課、市民協働課、教育総務課");
    assert_eq!((row.label.as_str(), row.group.as_str(), row.life_cycle.as_str()), ("③", "実施プログラム", ""));
    assert_eq!(row.lanes, ["整備の考え方の整理", "校舎等複合施設の設計", "管理運営の体制づくり"]);
    let ended = view.rows.iter().find(|row| row.label == "26").unwrap();
    assert_eq!((ended.life_cycle.as_str(), ended.life_cycle_words.as_str()), ("終了", "※令和4年度までをもって終了"));
    assert!(matches!(view::plan(&bench, texts(), PlanId(9)), Err(WorkbenchError::NoSuch { id: 9, .. })));
}

#[test]
fn one_node_is_shown_whole_with_what_stands_above_it() {
    let bench = bench();
    let shown = view::node(&bench, texts(), NodeId(34)).unwrap();
    assert_eq!(shown.node, node(&bench, 34));
    assert_eq!(shown.above, ["方向性3 業務の進め方の刷新"]);
    assert_eq!((shown.level.as_str(), shown.life_cycle.as_str()), ("実施プログラム", "新規"));
    let offices: Vec<&str> = shown.offices.iter().map(|office| office.name.as_str()).collect();
    assert_eq!(offices.len(), 4);
    assert!(offices.contains(&"市民課") && offices.contains(&"子育て支援課"));
    assert!(matches!(view::node(&bench, texts(), NodeId(999)), Err(WorkbenchError::NoSuch { id: 999, .. })));
}

#[test]
fn the_form_of_a_node_knows_the_years_it_can_be_written_of() {
    let mut bench = bench();
    let shown = view::node(&bench, texts(), NodeId(15)).unwrap();
    let years = |shown: &view::NodeView| shown.record_years.iter().map(|y| y.year.short.clone()).collect::<Vec<_>>();
    assert_eq!(years(&shown), ["R3", "R4", "R5", "R6"], "also those without a record yet");
    let last = shown.record_years.last().unwrap();
    assert_eq!(last.planned_before, shown.node.planned_in(year(2023)));
    assert_eq!((last.ended, last.may_be_same), (false, shown.node.may_be_same(year(2024))));
    let progress = view::progress(&bench, PROGRAMME, year(2024)).unwrap();
    assert_eq!(last.judges, progress.judges, "the judges of the grid");
    assert_eq!(shown.schedule_years.first().map(|head| head.short.as_str()), Some("R3"));
    let direction = view::node(&bench, texts(), plan_of(&bench).nodes[0].id).unwrap();
    assert!(direction.record_years.is_empty(), "a direction carries none");
    assert_eq!(direction.item_name, "実施プログラム");
    let ended = plan_of(&bench).nodes.iter().find(|node| node.life_cycle.ended_before(year(2024))).unwrap().id;
    let ended = view::node(&bench, texts(), ended).unwrap();
    assert!(ended.record_years.last().unwrap().ended && ended.over && !shown.over);
    let judge = progress.judges[0].judge;
    let edits = [(Field::Evaluation, "遅れ"), (Field::Reason, "設計の見直し")].map(|(field, text)| RecordEdit {
        node: NodeId(15),
        year: year(2024),
        field,
        judge: Some(judge),
        text: text.into(),
    });
    record::set(&mut bench, &by(), &edits).unwrap();
    let written = view::node(&bench, texts(), NodeId(15)).unwrap();
    assert_eq!(written.record_years.last().unwrap().judges, progress.judges, "nobody is told twice");
}

#[test]
fn progress_shows_the_record_of_the_year_beside_the_result_of_the_year_before() {
    let bench = bench();
    let view = view::progress(&bench, PROGRAMME, year(2024)).unwrap();
    assert_eq!(
        view.judges.iter().map(|judge| judge.title.as_str()).collect::<Vec<_>>(),
        ["進捗（所管課（自己評価））", "進捗（改革推進本部（2次評価））"]
    );
    for row in view.rows.iter().filter(|row| row.item) {
        let node = node(&bench, row.node.0);
        for cell in &row.cells {
            assert_eq!(cell.text, record::field_text(&node, year(2024), cell.field));
        }
        assert_eq!(row.before, record::field_text(&node, year(2023), Field::Actual));
        assert_eq!(row.ended, node.life_cycle.last_kind() == LifeCycleKind::Ended);
    }
    assert_eq!(view.rows.iter().filter(|row| !row.item).count(), 4, "directions stand between the items");
    assert_eq!(view.rows.iter().filter(|row| row.ended).count(), 3);
}
