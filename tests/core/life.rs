//! What becomes of items over the years: in the tallies of each year, in the plan that follows, and in
//! the offices that answer for them.

use domain::programme::{LifeCycleKind, LifeWord, NodeId, OfficeChangeKind, OfficeId, PlanId};
use domain::tally::tally;
use papers::{Block, Content, Row};
use workbench::plan::{self, NodeEdit};
use workbench::sample::{Shape, programme_of};
use workbench::settings::reorganisation::{self, Reorganisation};
use workbench::settings::succession::{self, Succession};
use workbench::{Field, Workbench, paper, view};

use crate::support::{bench, by, node, press, texts, undo_all, year};

const FORMER: PlanId = PlanId(1);
const PROGRAMME: PlanId = PlanId(2);

#[test]
fn a_plan_lists_more_items_than_a_year_counts() {
    let plan = bench().programme().unwrap().plans.remove(0);
    let of = |western| tally(&plan, year(western), 0);
    let counted = |western| (of(western).listed.len(), of(western).chief().unwrap().all.counted.len());
    assert_eq!([2017, 2018, 2019, 2020].map(counted), [(13, 11), (13, 12), (13, 11), (13, 10)]);
    let kinds = |western| -> Vec<(LifeCycleKind, usize)> {
        let tally = of(western);
        let rows = &tally.chief().unwrap().life_cycles;
        rows.iter().map(|row| (row.of, row.figures.listed.len())).collect()
    };
    use LifeCycleKind::{Continuing, Ended, Expanded, Merged, New, Relisted, Revised};
    assert_eq!(kinds(2018), [(New, 1), (Revised, 1), (Continuing, 9), (Merged, 1), (Relisted, 1)]);
    assert_eq!(kinds(2019), [(Expanded, 1), (Continuing, 9), (Merged, 1), (Ended, 1), (Relisted, 1)]);
    assert_eq!(kinds(2020), [(Continuing, 10), (Merged, 1), (Ended, 1), (Relisted, 1)]);
}

#[test]
fn two_former_items_became_one_and_the_links_lead_both_ways() {
    let bench = bench();
    let of = |id| view::links(&bench, NodeId(id)).unwrap();
    let ids = |nodes: Vec<view::NodeRef>| nodes.into_iter().map(|one| one.node.0).collect::<Vec<_>>();
    assert_eq!(ids(of(42).former), [13, 47]);
    assert_eq!(ids(of(47).later), [42]);
    assert_eq!((ids(of(47).others), ids(of(13).merged)), (vec![13], vec![47]));
    assert_eq!(ids(of(11).merged), [46], "its second listing");
}

#[test]
fn what_was_merged_is_continued_with_what_it_was_merged_into() {
    let mut bench = bench();
    let wanted = Succession {
        former: FORMER,
        name: "第4次行財政改革大綱".into(),
        first: "令和3年度".into(),
        last: "令和6年度".into(),
        items: true,
        texts: false,
        offices: true,
        lanes: false,
    };
    let made = succession::make(&mut bench, &by(), &wanted).unwrap().value;
    let programme = bench.programme().unwrap();
    assert_eq!(domain::programme::broken_references(&programme), []);
    let plan = programme.plans.iter().find(|plan| plan.id == made).unwrap();
    let continuing = |old| plan.nodes.iter().find(|node| node.continues.contains(&NodeId(old)));
    assert_eq!(continuing(13).unwrap().continues, [NodeId(13), NodeId(47)]);
    assert!(continuing(48).is_none(), "what ended is left behind");
    assert_eq!(plan.life_words, [LifeWord { kind: LifeCycleKind::Merged, word: "集約".into() }], "its words go on");
    let again = continuing(46).unwrap();
    assert_eq!(again.life_cycle.original(), continuing(11).map(|node| node.id), "listed again in the new plan");
    undo_all(&mut bench);
}

#[test]
fn every_axis_is_told_on_the_first_screen_and_in_the_sentence() {
    let bench = Workbench::memory(&programme_of(Shape::Outline).unwrap()).unwrap();
    let home = view::home(&bench, texts(), Some(FORMER), Some(year(2022)), crate::support::moment().date()).unwrap();
    let told: Vec<(&str, &str, usize)> =
        home.tally.iter().map(|line| (line.axis.as_str(), line.label.as_str(), line.items.len())).collect();
    let (state, result) = ("取組状況", "達成度");
    assert_eq!(
        told,
        [
            (state, "完了", 4),
            (state, "取組中", 4),
            (state, "未着手", 0),
            (state, "", 0),
            (result, "達成", 6),
            (result, "一部達成", 2),
            (result, "未達成", 0),
            (result, "", 0),
        ]
    );
    assert_eq!(view::progress(&bench, FORMER, year(2022)).unwrap().tally, home.tally, "the chips count the same");
    let programme = bench.programme().unwrap();
    let plan = &programme.plans[0];
    let sentence = workbench::tally::sentence(texts(), &programme.city, plan, &tally(plan, year(2022), 0));
    assert_eq!(
        sentence,
        "令和4年度の取組状況は、8項目のうち、完了が4項目、取組中が4項目となっています。\
         令和4年度の達成度は、8項目のうち、達成が6項目、一部達成が2項目となっています。"
    );
}

#[test]
fn the_word_of_the_only_item_can_still_be_said_otherwise() {
    let mut bench = bench();
    let set = |bench: &mut Workbench, item: i64, word: &str| {
        let edit = NodeEdit { node: NodeId(item), field: Field::LifeCycle, section: None, text: word.into() };
        plan::edit(bench, &by(), texts(), &[edit]).unwrap();
        view::node(bench, texts(), NodeId(item)).unwrap().life_cycle
    };
    assert_eq!(set(&mut bench, 15, "修正"), "修正");
    assert_eq!(set(&mut bench, 15, "見直し"), "見直し");
    assert_eq!(set(&mut bench, 16, "修正"), "見直し");
    assert_eq!(set(&mut bench, 15, "変更"), "見直し");
    assert_eq!(undo_all(&mut bench), 3, "what changes nothing is no step");
}

#[test]
fn the_word_a_city_types_is_the_word_it_reads() {
    let mut bench = bench();
    let before = bench.programme().unwrap();
    let set = |bench: &mut Workbench, item: i64, word: &str| {
        let edit = NodeEdit { node: NodeId(item), field: Field::LifeCycle, section: None, text: word.into() };
        plan::edit(bench, &by(), texts(), &[edit]).unwrap()
    };
    let shown = |bench: &Workbench, item: i64| view::node(bench, texts(), NodeId(item)).unwrap().life_cycle;
    // 集約 is new to this plan; 充実 is not: one of its items is 拡充 already.
    let step = set(&mut bench, 15, "集約").step.unwrap();
    set(&mut bench, 16, "統合");
    set(&mut bench, 17, "充実");
    set(&mut bench, 18, "廃止");
    let own = bench.programme().unwrap().plans[1].life_words.clone();
    assert_eq!(own, [LifeWord { kind: LifeCycleKind::Merged, word: "集約".into() }]);
    let words = [15, 16, 17, 18, 28].map(|item| shown(&bench, item));
    assert_eq!(words, ["集約", "集約", "拡充", "終了", "拡充"]);
    assert_eq!(node(&bench, 16).life_cycle.last_kind(), LifeCycleKind::Merged);
    let rows = view::plan(&bench, texts(), PROGRAMME).unwrap();
    let row = rows.rows.iter().find(|row| row.id == NodeId(16)).unwrap();
    assert_eq!((row.life_cycle.as_str(), row.ended), ("集約", false));
    assert!(rows.rows.iter().find(|row| row.id == NodeId(18)).unwrap().ended);
    assert_eq!(rows.life_cycles_read, ["充実", "変更", "完了", "廃止", "拡大", "統合", "見直し"].map(String::from));
    assert_eq!(rows.life_cycles, ["継続", "新規", "修正", "拡充", "集約", "終了", "再掲"]);
    assert_eq!(view::progress(&bench, PROGRAMME, year(2024)).unwrap().life_words, own);
    let tally = view::tally(&bench, texts(), PROGRAMME, year(2024), 0).unwrap();
    let part = tally.tables[0].parts.iter().find(|part| part.by == view::Breakdown::LifeCycle).unwrap();
    let titles: Vec<&str> = part.rows.iter().map(|row| row.title.as_str()).collect();
    assert!(titles.contains(&"集約") && !titles.contains(&"統合"), "{titles:?}");
    let sheet = format!("{:?}", paper::sheets(&bench, texts(), &[NodeId(16)]).unwrap());
    assert!(sheet.contains("集約") && !sheet.contains("統合"));
    let told = workbench::history::step(&bench, texts(), step.0).unwrap();
    let lines: Vec<(&str, Option<&str>)> =
        told.lines.iter().map(|line| (line.field.as_str(), line.new.as_deref())).collect();
    assert!(lines.contains(&("区分の言葉", Some("統合：集約"))), "{lines:?}");
    assert!(lines.contains(&("区分", Some("集約"))), "{lines:?}");
    // The other plan of the file has its own words.
    set(&mut bench, 2, "充実");
    let words = view::plan(&bench, texts(), FORMER).unwrap().life_cycles;
    assert_eq!(words, ["継続", "新規", "修正", "拡充", "集約", "終了", "再掲"], "as its paper prints 3-4へ集約");
    assert_eq!(undo_all(&mut bench), 5, "the word and the item are one step");
    assert!(bench.programme().unwrap() == before);
}

fn office(bench: &Workbench, name: &str) -> OfficeId {
    bench.programme().unwrap().offices.iter().rev().find(|office| office.name == name).unwrap().id
}

/// The offices of an item in the table of a year.
fn offices(bench: &Workbench, item: i64, western: i32) -> String {
    let view = view::progress(bench, PROGRAMME, year(western)).unwrap();
    view.rows.into_iter().find(|row| row.node.0 == item).unwrap().offices
}

fn office_rows(bench: &Workbench, western: i32) -> Vec<String> {
    let view = view::tally(bench, texts(), PROGRAMME, year(western), 0).unwrap();
    let part = view.tables[0].parts.iter().find(|part| part.by == view::Breakdown::Office).unwrap();
    part.rows.iter().map(|row| row.title.clone()).collect()
}

/// An item of 下水道課 alone.
const ITEM: i64 = 27;

fn reorganise(bench: &mut Workbench, kind: OfficeChangeKind, before: &str, after: &[&str]) {
    let wanted = Reorganisation {
        on: "令和6年4月1日".into(),
        kind,
        before: vec![office(bench, before)],
        after: after.iter().map(|name| (*name).to_owned()).collect(),
        carry: true,
    };
    reorganisation::make(bench, &by(), &wanted).unwrap();
}

#[test]
fn the_years_before_a_reorganisation_keep_the_old_name() {
    let mut bench = bench();
    let before = bench.programme().unwrap();
    reorganise(&mut bench, OfficeChangeKind::Renamed, "下水道課", &["下水道経営課"]);
    assert_eq!(offices(&bench, ITEM, 2023), "下水道課");
    assert_eq!(offices(&bench, ITEM, 2024), "下水道経営課");
    let has = |western, name: &str| office_rows(&bench, western).iter().any(|row| row == name);
    assert_eq!([2023, 2024].map(|western| has(western, "下水道課")), [true, false]);
    assert_eq!([2023, 2024].map(|western| has(western, "下水道経営課")), [false, true]);
    let row = view::plan(&bench, texts(), PROGRAMME).unwrap().rows.into_iter().find(|row| row.id.0 == ITEM);
    assert_eq!(row.unwrap().offices, "下水道経営課", "the plan shows those of today");
    let sheet = paper::sheets(&bench, texts(), &[NodeId(ITEM)]).unwrap();
    let Some(Block::Table(table)) = sheet.blocks.last() else { panic!("a table") };
    let mut told = String::new();
    for row in &table.body {
        let Row::Cells(cells) = row else { continue };
        for cell in cells {
            if let Content::Text(lines) = &cell.content {
                told.extend(lines.iter().map(|line| format!("{}/", line.text)));
            }
        }
    }
    assert!(told.contains("下水道経営課/下水道課（令和5年度まで）/"), "{told}");
    let found = workbench::check::run(&bench, texts(), press(), chrono::NaiveDate::from_ymd_opt(2024, 5, 1).unwrap());
    let found = found.unwrap();
    let dead = found.iter().filter(|finding| finding.text.contains("下水道課"));
    assert_eq!(dead.count(), 0, "an office of the past is no fault");
    undo_all(&mut bench);
    assert!(bench.programme().unwrap() == before);
}

#[test]
fn who_takes_over_from_a_divided_office_is_written_and_the_past_stays() {
    let mut bench = bench();
    reorganise(&mut bench, OfficeChangeKind::Split, "下水道課", &["下水道管理課", "下水道整備課"]);
    assert_eq!(offices(&bench, ITEM, 2024), "下水道課", "nobody said yet who takes over");
    let write = |bench: &mut Workbench, text: &str| {
        let edit = NodeEdit { node: NodeId(ITEM), field: Field::Offices, section: None, text: text.into() };
        plan::edit(bench, &by(), texts(), &[edit]).unwrap();
    };
    write(&mut bench, "下水道整備課、財政課");
    assert_eq!(offices(&bench, ITEM, 2023), "財政課、下水道課");
    assert_eq!(offices(&bench, ITEM, 2024), "下水道整備課、財政課");
    write(&mut bench, "財政課");
    assert_eq!(offices(&bench, ITEM, 2024), "財政課", "an office that goes on is left out for good");
    assert_eq!(offices(&bench, ITEM, 2023), "財政課、下水道課");
    let parts = node(&bench, ITEM).offices.len();
    assert_eq!(parts, 2);
    assert_eq!(undo_all(&mut bench), 3);
}
