//! 点検: what it finds in the sample after an edit, that the edit taken back leaves nothing, that
//! looking changes nothing, and that what was accepted stays apart until its data changes.

use std::collections::BTreeMap;
use std::fs;
use std::time::Instant;

use chrono::{NaiveDate, NaiveDateTime};
use domain::check::FindingKind;
use domain::programme::{
    Basis, EffectCell, EffectRow, EffectRowId, LifeCycleKind, LifeEvent, LifeEventId, NodeId, PaperId, PlanId,
    Programme, Project, ProjectId, ProjectKind, Slot,
};
use domain::value::fiscal_year::FiscalYear;
use domain::value::written::Written;
use domain::value::{Figure, Target};
use workbench::check::{AcceptForm, Finding, accept, gather, handed_out, run, states, withdraw};
use workbench::place::Place;
use workbench::plan::NodeEdit;
use workbench::record::RecordEdit;
use workbench::{By, Field, Table, Workbench, interchange, paper, plan, record};

use crate::support::{PROGRAMME, bench, by, moment, press, texts, undo_all, year};

/// The day of the tests: 令和5年度 is over, 令和6年度 has begun.
fn today() -> NaiveDate {
    moment().date()
}

fn found(bench: &Workbench) -> Vec<Finding> {
    run(bench, texts(), press(), today()).unwrap()
}

/// The one thing the sample leaves for a person to look after, as it stands on that day.
const OPEN: (&str, &str) = ("1-1 市民参加手続の充実", "評価の理由が書かれていません：平成29年度 「一部達成」");

#[test]
fn the_sample_leaves_one_thing_to_do_and_a_new_file_none() {
    let told: Vec<_> = found(&bench()).into_iter().map(|f| (f.title, f.text)).collect();
    assert_eq!(told, [(OPEN.0.to_owned(), OPEN.1.to_owned())]);
    let empty = Workbench::memory(&Programme::new("みどり野市")).unwrap();
    assert_eq!(found(&empty), []);
}

#[test]
fn a_year_after_its_last_the_sample_has_results_to_gather() {
    let later = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let told: Vec<_> =
        run(&bench(), texts(), press(), later).unwrap().into_iter().map(|f| (f.kind, f.title, f.text)).collect();
    let plan = "第1期改革推進プログラム".to_owned();
    assert_eq!(
        told,
        [
            (FindingKind::Reason, OPEN.0.to_owned(), OPEN.1.to_owned()),
            (
                FindingKind::Actual,
                plan.clone(),
                "令和6年度は終わりましたが、25項目のうち25項目の実績が空欄です".to_owned()
            ),
            (
                FindingKind::GoalPast,
                plan,
                "令和6年度は終わりましたが、目標のある10指標のうち9指標の実績値が空欄です".to_owned(),
            ),
        ]
    );
}

/// Loads the sample after an edit; what is found more than before. Taken back, it is gone.
fn after(edit: impl FnOnce(&mut Programme)) -> Vec<(FindingKind, Option<Place>, String)> {
    let mut bench = bench();
    let before = found(&bench);
    let mut programme = bench.programme().unwrap();
    edit(&mut programme);
    interchange::load(&mut bench, &by(), &programme).unwrap();
    let more = found(&bench);
    assert_eq!(found(&bench), more, "looking again finds the same");
    assert!(bench.programme().unwrap() == programme, "looking mends nothing");
    for finding in &more {
        let words = [&finding.text, &finding.why, &finding.todo];
        assert!(words.iter().all(|text| !text.is_empty() && !text.contains(['{', '$'])), "{finding:?}");
    }
    undo_all(&mut bench);
    assert_eq!(found(&bench), before, "mended, it is gone");
    let known: Vec<&String> = before.iter().map(|finding| &finding.key).collect();
    more.iter().filter(|f| !known.contains(&&f.key)).map(|f| (f.kind, f.place, f.text.clone())).collect()
}

const ITEM: NodeId = NodeId(15);

fn at(western: i32) -> Option<Place> {
    Some(Place::Record { node: ITEM, year: western })
}

fn one(kind: FindingKind, place: Option<Place>, text: &str) -> Vec<(FindingKind, Option<Place>, String)> {
    vec![(kind, place, text.to_owned())]
}

/// ① 多様な手法による市民参加の推進.
fn item(programme: &mut Programme) -> &mut domain::programme::Node {
    programme.plans[1].nodes.iter_mut().find(|node| node.id == ITEM).unwrap()
}

fn indicator(programme: &mut Programme, id: i64) -> &mut domain::programme::Indicator {
    programme.indicators.iter_mut().find(|indicator| indicator.id.0 == id).unwrap()
}

#[test]
fn records_are_found() {
    let late = |reason: &'static str| {
        move |programme: &mut Programme| {
            let term = programme.plans[1].vocabularies[0].terms[2].clone();
            let evaluation = &mut item(programme).records[2].evaluations[0];
            (evaluation.text, evaluation.term, evaluation.reason) = (term.label, Some(term.id), reason.into());
        }
    };
    assert_eq!(after(late("")), one(FindingKind::Reason, at(2023), "評価の理由が書かれていません：令和5年度 「遅れ」"));
    assert_eq!(after(late("準備が遅れたため。")), []);
    assert_eq!(
        after(|programme| {
            let evaluation = &mut item(programme).records[2].evaluations[0];
            (evaluation.text, evaluation.term) = ("順調".into(), None);
        }),
        one(FindingKind::Evaluation, at(2023), "評価の言葉が、「進捗」の一覧にありません：令和5年度 「順調」")
    );
    assert_eq!(
        after(|programme| item(programme).records[2].actual.clear()),
        one(FindingKind::Actual, at(2023), "令和5年度は終わりましたが、実績が空欄です")
    );
    assert_eq!(
        after(|programme| item(programme).records[2].evaluations.clear()),
        one(
            FindingKind::Unjudged,
            at(2023),
            "実績はありますが、評価が空欄です：令和5年度 所管課（自己評価）、改革推進本部（2次評価）"
        )
    );
    assert_eq!(
        after(|programme| item(programme).records[3].planned.clear()),
        one(FindingKind::Blank, at(2024), "当初予定が空欄です：令和6年度")
    );
    assert_eq!(
        after(|programme| item(programme).records[3].target.clear()),
        one(FindingKind::Blank, at(2024), "設定目標が空欄です：令和6年度")
    );
}

/// The cells of what is found after an edit: table, key, column.
fn cells_after(edit: impl FnOnce(&mut Programme)) -> Vec<(Table, Vec<i64>, String)> {
    let mut bench = bench();
    let known: Vec<String> = found(&bench).into_iter().map(|finding| finding.key).collect();
    let mut programme = bench.programme().unwrap();
    edit(&mut programme);
    interchange::load(&mut bench, &by(), &programme).unwrap();
    let more = found(&bench).into_iter().filter(|finding| !known.contains(&finding.key));
    more.filter_map(|finding| finding.cell).map(|c| (c.table, c.key, c.column.unwrap_or_default())).collect()
}

#[test]
fn a_finding_leads_to_the_very_cell() {
    let of_record = |column: &str| vec![(Table::Record, vec![15, 2023], column.to_owned())];
    assert_eq!(cells_after(|programme| item(programme).records[2].actual.clear()), of_record("actual"));
    assert_eq!(
        cells_after(|programme| item(programme).records[3].planned.clear()),
        [(Table::Record, vec![15, 2024], "planned".to_owned())]
    );
    let judged = |column: &str| (Table::Evaluation, vec![15, 2023, 1, 1], column.to_owned());
    let mut judge = (0, 0);
    let told = cells_after(|programme| {
        let term = programme.plans[1].vocabularies[0].terms[2].clone();
        let evaluation = &mut item(programme).records[2].evaluations[0];
        judge = (evaluation.vocabulary.0, evaluation.evaluator.0);
        (evaluation.text, evaluation.term, evaluation.reason) = (term.label, Some(term.id), String::new());
    });
    let (vocabulary, evaluator) = judge;
    assert_eq!(told, [(Table::Evaluation, vec![15, 2023, vocabulary, evaluator], judged("reason").2)]);
    assert_eq!(
        cells_after(|programme| {
            let lane = &mut item(programme).lanes[0];
            lane.bars[0].words.push('\u{e000}');
        }),
        [(Table::Bar, vec![item(&mut bench().programme().unwrap()).lanes[0].bars[0].id.0], "words".to_owned())]
    );
    let paper = PaperId(1);
    assert_eq!(
        cells_after(|programme| {
            let papers = programme.meetings.iter_mut().flat_map(|meeting| &mut meeting.papers);
            papers.filter(|one| one.id == paper).for_each(|one| one.title.push('\u{e000}'));
        }),
        [(Table::Paper, vec![paper.0], "title".to_owned())]
    );
}

#[test]
fn an_edit_of_the_grid_is_found_and_mended_there() {
    let mut bench = bench();
    let mut set = |text: &str| {
        let edit =
            RecordEdit { node: ITEM, year: year(2023), field: Field::Actual, judge: None, text: text.to_owned() };
        record::set(&mut bench, &by(), &[edit]).unwrap();
        found(&bench).len()
    };
    assert_eq!(set(""), 2);
    assert_eq!(set("・意見交換会を開催した。"), 1);
    assert_eq!(set("・髙﨑\u{e000}地区で開催した。"), 2, "外字 cannot be printed");
}

#[test]
fn numbers_and_totals_are_found() {
    let place = |node| Some(Place::Record { node: NodeId(node), year: 2023 });
    assert_eq!(
        after(|programme| {
            let node = programme.plans[1].nodes.iter_mut().find(|node| node.id == NodeId(32)).unwrap();
            node.records[2].actual = node.records[2].actual.replace("86.3%", "83.6%");
        }),
        one(
            FindingKind::Number,
            place(32),
            "実績の文章の数が指標の値と違います：令和5年度 「電子決裁率」は文章では 83.6%、指標では 86.3%"
        )
    );
    assert_eq!(
        after(|programme| {
            let node = programme.plans[1].nodes.iter_mut().find(|node| node.id == NodeId(23)).unwrap();
            node.records[2].previous_state = "98.9%".into();
        }),
        one(
            FindingKind::Number,
            place(23),
            "前年度末の状況の数が指標の値と違います：令和4年度 「市税の収納率」は文章では 98.9%、指標では 98.6%"
        )
    );
    let total = |printed: &'static str| {
        move |programme: &mut Programme| {
            let amount = Written::read(printed);
            let row = programme.effects[0].rows[0].clone();
            programme.effects[0].rows.push(EffectRow {
                id: EffectRowId(99),
                title: "合計".into(),
                total: true,
                cells: vec![EffectCell { year: year(2023), basis: Basis::Actual, amount }],
                ..row
            });
        }
    };
    let effect = Some(Place::Effect { effect: domain::programme::EffectTableId(1) });
    assert_eq!(after(total("210")), []);
    assert_eq!(
        after(total("200")),
        one(FindingKind::Total, effect, "合計が内訳と合いません：令和5年度 実績 書かれた額は 200、内訳の合計は 210")
    );
    assert_eq!(
        after(|programme| programme.effects[0].rows[0].cells[0].amount = Written::read("三十")),
        one(FindingKind::Amount, effect, "金額として読み取れません：令和3年度 見込 「三十」")
    );
}

#[test]
fn indicators_are_found() {
    let at = |id| Some(Place::Indicator { indicator: domain::programme::IndicatorId(id) });
    assert_eq!(
        after(|programme| indicator(programme, 3).observations[0].figure = Figure { text: "4憶円".into(), value: None }),
        one(FindingKind::Figure, at(3), "値として読み取れません：平成23年度 実績 「4憶円」")
    );
    assert_eq!(
        after(|programme| indicator(programme, 3).targets[0].target = Written::with_meaning("30憶円以上", None)),
        one(FindingKind::Target, at(3), "目標の条件が読み取れません：「30憶円以上」")
    );
    assert_eq!(
        after(|programme| {
            let target = &mut indicator(programme, 3).targets[1].target;
            *target = Written::with_meaning("30億円以下", Target::read_with("30億円以下", &"億円".into()));
        }),
        one(
            FindingKind::Direction,
            at(3),
            "目指す方向と目標値が食い違っています：目指す方向「↗」、目標値「30億円以下」"
        )
    );
    assert_eq!(
        after(|programme| {
            let target = &mut indicator(programme, 13).targets[1].target;
            *target = Written::with_meaning("87%以上", Target::read_with("87%以上", &"%".into()));
        })
        .into_iter()
        .map(|(kind, _, text)| (kind, text))
        .collect::<Vec<_>>(),
        [
            (
                FindingKind::Number,
                "設定目標の数が指標の目標値と違います：令和5年度 「電子決裁率」は文章では 85%、指標では 87%".to_owned()
            ),
            (
                FindingKind::Direction,
                "指標の目標に届いていないのに「予定どおり」と評価されています：令和5年度 「電子決裁率」は目標「87%以上」に対し 86.3%"
                    .to_owned()
            ),
        ]
    );
    assert_eq!(
        after(|programme| indicator(programme, 13).observations.retain(|o| o.year != year(2023))),
        one(FindingKind::GoalPast, at(13), "目標の年度（令和5年度）は終わりましたが、実績値が空欄です")
    );
    let twin = after(|programme| {
        let mut twin = indicator(programme, 13).clone();
        twin.id = domain::programme::IndicatorId(77);
        twin.name = "電子 決裁率".into();
        twin.targets.clear();
        twin.observations.retain(|observation| observation.slot == Slot::Plan);
        twin.baseline.as_mut().unwrap().figures[0] =
            Figure::read("60.0%", &"%".into(), domain::value::ValueKind::Actual, None);
        programme.indicators.push(twin);
    });
    assert_eq!(
        twin,
        one(
            FindingKind::Baseline,
            at(77),
            "同じ名称の指標と基準値が違います：「令和2年度 60.0%」と「令和2年度 58.4%」"
        )
    );
    assert_eq!(
        after(|programme| {
            let bonds = indicator(programme, 5).id;
            let mut series = programme.charts[2].series[0].clone();
            series.indicator = bonds;
            programme.charts[2].series.push(series);
        }),
        one(
            FindingKind::Account,
            Some(Place::Chart { chart: domain::programme::ChartId(3) }),
            "一般会計と普通会計の指標が一つの図に入っています：市債残高（一般会計）（一般会計）と 財政調整基金残高、経常収支比率（普通会計）"
        )
    );
}

#[test]
fn the_plan_is_found() {
    let node = Some(Place::Node { node: ITEM });
    assert_eq!(
        after(|programme| item(programme).offices.clear()),
        one(FindingKind::Office, node, "所管課がありません")
    );
    assert_eq!(
        after(|programme| item(programme).offices[0].office = domain::programme::OfficeId(3)),
        one(FindingKind::DeadOffice, node, "所管課が、今はない課です：行政経営課（現在は経営改革課）")
    );
    assert_eq!(
        after(|programme| item(programme).label = "②".into()),
        one(
            FindingKind::Label,
            Some(Place::Node { node: NodeId(16) }),
            "同じ番号が並びの中に二つあります：「②」（もう一つは「多様な手法による市民参加の推進」）"
        )
    );
    let schedule = Some(Place::Schedule { node: ITEM });
    assert_eq!(
        after(|programme| {
            for lane in item(programme).lanes.iter_mut().filter(|lane| lane.schedule.0 == 3) {
                lane.bars.retain(|bar| bar.first <= year(2022));
                lane.bars.iter_mut().for_each(|bar| bar.last = bar.last.min(year(2022)));
            }
        }),
        one(
            FindingKind::Bar,
            schedule,
            "年度スケジュールの矢印は令和4年度で終わっていますが、区分が「終了」ではありません"
        )
    );
    assert_eq!(
        after(|programme| item(programme).lanes[0].bars[0].last = year(2026)),
        one(
            FindingKind::Outside,
            schedule,
            "年度スケジュールの外に矢印が出ています：「市民参加手法の選択と実施」令和3年度～令和8年度"
        )
    );
    assert_eq!(
        after(|programme| {
            let year = Some(Written::<FiscalYear>::read("令和9年度"));
            let ended = LifeEvent { year, ..LifeEvent::new(LifeEventId(900), LifeCycleKind::Ended) };
            item(programme).life_cycle.events = vec![ended];
        }),
        one(FindingKind::Outside, node, "区分の年度が計画期間の外です：「令和9年度」")
    );
    assert_eq!(
        after(|programme| programme.plans[0].last = Written::with_meaning("令和の終わりまで", None)),
        one(FindingKind::Year, Some(Place::Plan { plan: PlanId(1) }), "年度として読み取れません：「令和の終わりまで」")
    );
    let project = |budget: &'static str| {
        move |programme: &mut Programme| {
            item(programme).projects.push(Project {
                id: ProjectId(90),
                name: "参加の場づくり".into(),
                kind: ProjectKind::New,
                year: None,
                budget: Some(Written::read(budget)),
                debt_burden: None,
                purpose: String::new(),
                outline: String::new(),
                offices: Vec::new(),
            });
        }
    };
    assert_eq!(after(project("5,454千円")), []);
    assert_eq!(after(project("4憶円")).len(), 1);
}

#[test]
fn every_finding_leads_to_the_first_item_where_a_whole_year_is_meant() {
    let later = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let findings = run(&bench(), texts(), press(), later).unwrap();
    let year = findings.iter().find(|finding| finding.kind == FindingKind::Actual).unwrap();
    assert_eq!(year.place, Some(Place::Record { node: ITEM, year: 2024 }));
}

#[test]
fn an_accepted_finding_stands_apart_until_its_data_changes() {
    let mut bench = bench();
    let open = found(&bench).remove(0);
    let form =
        |reason: &str| AcceptForm { finding: open.key.clone(), title: open.title.clone(), reason: reason.to_owned() };
    assert_eq!(accept(&mut bench, &by(), &form("　")).unwrap_err().kind(), "no-reason");
    let id = accept(&mut bench, &by(), &form("当時の記録が残っていないため。")).unwrap().value;
    assert_eq!(accept(&mut bench, &by(), &form("当時の記録が残っていない。")).unwrap().value, id, "accepted once");

    let view = gather(&bench).unwrap().view(texts(), press(), today(), &mut |_, _| true).unwrap();
    let accepted = view.findings[0].accepted.clone().unwrap();
    assert_eq!((accepted.id, accepted.reason.as_str()), (id, "当時の記録が残っていない。"));
    assert_eq!((accepted.who.as_str(), accepted.at.as_str()), ("経営改革課", "2024-05-17T09:30:05"));
    assert_eq!(view.kinds.iter().map(|kind| (kind.open, kind.accepted)).collect::<Vec<_>>(), [(0, 1)]);
    assert_eq!(gather(&bench).unwrap().open(texts(), press(), today(), &mut |_, _| true).unwrap(), 0);
    assert_eq!(
        bench.history(texts(), 1).unwrap()[0].label,
        "点検「1-1 市民参加手続の充実」をこのままにする",
        "it is a step with a name"
    );

    // Another title changes nothing; another word of evaluation is another finding.
    let rename = NodeEdit { node: NodeId(2), field: Field::Title, section: None, text: "市民参加の充実".into() };
    plan::edit(&mut bench, &by(), texts(), &[rename]).unwrap();
    assert!(found(&bench)[0].accepted.is_some());
    let judge =
        RecordEdit {
            node: NodeId(2), year: year(2017), field: Field::Evaluation, judge: None, text: "未達成".into()
        };
    record::set(&mut bench, &by(), &[judge]).unwrap();
    let changed = found(&bench);
    assert!(changed.iter().all(|finding| finding.accepted.is_none()), "{changed:#?}");
    bench.undo().unwrap();
    assert!(found(&bench)[0].accepted.is_some(), "the same again, the reason holds again");

    withdraw(&mut bench, &by(), id, &open.title).unwrap();
    assert!(found(&bench)[0].accepted.is_none());
    assert_eq!(withdraw(&mut bench, &by(), id, &open.title).unwrap_err().kind(), "no-such");
    bench.undo().unwrap();
    assert!(found(&bench)[0].accepted.is_some());
    undo_all(&mut bench);
    assert_eq!(found(&bench)[0], open);
}

#[test]
fn acceptances_travel_with_the_programme() {
    let mut bench = bench();
    let open = found(&bench).remove(0);
    let form = AcceptForm { finding: open.key, title: open.title, reason: "記録がないため。".into() };
    accept(&mut bench, &by(), &form).unwrap();
    let json = interchange::to_json(&bench.programme().unwrap()).unwrap();
    let other = Workbench::memory(&interchange::from_json(json.as_bytes()).unwrap()).unwrap();
    assert!(found(&other)[0].accepted.is_some());
}

#[test]
fn a_paper_handed_out_is_out_of_date_once_its_data_changes() {
    let mut bench = bench();
    let id = PaperId(2);
    assert_eq!(states(&bench, texts()).unwrap(), []);
    let printed = paper::of_file(&bench, texts(), id).unwrap();
    let steps = bench.history(texts(), 100).unwrap();
    handed_out(&mut bench, id, &printed, moment()).unwrap();
    assert_eq!(bench.history(texts(), 100).unwrap(), steps, "handing out is no step of undo");
    let stale = |bench: &Workbench| states(bench, texts()).unwrap().iter().map(|state| state.stale).collect::<Vec<_>>();
    assert_eq!(stale(&bench), [false]);
    assert_eq!(found(&bench).len(), 1);

    let edit = RecordEdit {
        node: ITEM,
        year: year(2024),
        field: Field::Planned,
        judge: None,
        text: "・意見交換会を開催する。".into(),
    };
    record::set(&mut bench, &by(), &[edit]).unwrap();
    assert_eq!(stale(&bench), [true]);
    let finding = found(&bench).pop().unwrap();
    assert_eq!(finding.kind, FindingKind::Paper);
    assert_eq!(finding.title, "第3回 経営改革推進委員会 資料1");
    assert_eq!(finding.text, "令和6年5月17日に書き出した後で、内容が変わりました");
    assert_eq!(finding.place, Some(Place::Meeting { meeting: domain::programme::MeetingId(2) }));
    let printed = paper::of_file(&bench, texts(), id).unwrap();
    handed_out(&mut bench, id, &printed, moment()).unwrap();
    assert_eq!(stale(&bench), [false], "written anew");
    bench.undo().unwrap();
    assert_eq!(stale(&bench), [true], "what left the house stays handed out");
}

#[test]
fn looking_leaves_the_file_as_it_is_to_the_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("みどり野市.kaikaku");
    drop(Workbench::create(&path, &workbench::sample::programme().unwrap()).unwrap());
    let bytes = fs::read(&path).unwrap();
    let bench = Workbench::open(&path).unwrap();
    let first = found(&bench);
    assert_eq!(found(&bench), first);
    drop(bench);
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn counts_are_those_of_the_list() {
    let mut bench = bench();
    let mut programme = bench.programme().unwrap();
    for node in programme.plans[1].nodes.iter_mut().skip(1).take(2) {
        node.offices.clear();
        node.records[2].actual.clear();
    }
    interchange::load(&mut bench, &by(), &programme).unwrap();
    let view = gather(&bench).unwrap().view(texts(), press(), today(), &mut |_, _| true).unwrap();
    let mut counts: BTreeMap<FindingKind, u32> = BTreeMap::new();
    view.findings.iter().for_each(|finding| *counts.entry(finding.kind).or_default() += 1);
    let told: Vec<_> = view.kinds.iter().map(|kind| (kind.kind, kind.open)).collect();
    assert_eq!(told, counts.into_iter().collect::<Vec<_>>());
    assert!(view.kinds.iter().all(|kind| !kind.name.is_empty()));
    let open = gather(&bench).unwrap().open(texts(), press(), today(), &mut |_, _| true).unwrap();
    assert!(open > 2);
    assert_eq!(usize::try_from(open).unwrap(), view.findings.len());
}

/// Five thousand items of ten years; the rules alone, which is what grows with the programme.
#[test]
#[ignore = "measures: cargo nextest run --run-ignored only -E 'test(five_thousand)'"]
fn five_thousand_items_of_ten_years() {
    let mut programme = bench().programme().unwrap();
    let plan = programme.plans.iter_mut().find(|plan| plan.id == PROGRAMME).unwrap();
    let items: Vec<_> = plan.items().cloned().collect();
    let records = items[0].records.clone();
    for n in 0..5000 {
        let mut node = items[n % items.len()].clone();
        node.id = NodeId(1000 + n as i64);
        node.label = (100 + n).to_string();
        node.lanes.clear();
        node.records = (0..10)
            .map(|y| {
                let mut record = records[y % 3].clone();
                record.year = year(2015 + y as i32);
                record
            })
            .collect();
        plan.nodes.push(node);
    }
    let (day, who): (NaiveDateTime, By) = (moment(), by());
    assert_eq!(day, who.at);
    let folder = tempfile::tempdir().unwrap();
    let file = Workbench::create(&folder.path().join("large.kaikaku"), &programme).unwrap();
    let since = |what: &str, begun: Instant| println!("{what}: {:?}", begun.elapsed());
    let begun = Instant::now();
    let copy = file.copy().unwrap();
    since("the file is held for a copy", begun);
    let begun = Instant::now();
    let gathered = gather(&copy).unwrap();
    since("the copy is read", begun);
    let begun = Instant::now();
    let open = gathered.open(texts(), press(), today(), &mut |_, _| true).unwrap();
    since(&format!("{open} open findings"), begun);
}

#[test]
fn a_check_tells_how_far_it_is_and_can_be_stopped() {
    let bench = bench();
    let gathered = gather(&bench.copy().unwrap()).unwrap();
    let mut heard = Vec::new();
    let whole = gathered.findings(texts(), press(), today(), &mut |done, total| {
        heard.push((done, total));
        true
    });
    assert_eq!(whole.unwrap(), found(&bench), "a copy of the file has the findings of the file");
    assert!(
        heard.len() > 5 && heard.iter().enumerate().all(|(at, (done, total))| *done == at && *total == heard.len())
    );
    let stopped = gathered.view(texts(), press(), today(), &mut |done, _| done < 3);
    assert_eq!(stopped.unwrap_err().kind(), "stopped");
}
