//! A plan of 平成29年度～平成32年度 calls its last year 平成32年度 wherever the program tells it.

use domain::programme::{Basis, EffectRowId, EffectTableId, NodeId, Plan, PlanId, Programme};
use serde::Serialize;
use workbench::effect::{EffectEdit, EffectValue};
use workbench::record::RecordEdit;
use workbench::sample::{Shape, programme_of};
use workbench::view::{self, EffectsRequest};
use workbench::{Field, Workbench, WorkbenchError, check, effect, record, search};

use crate::support::{by, history, moment, press, texts, year};

/// 第3次市政刷新プラン, 平成29年度～平成32年度.
const PLAN: PlanId = PlanId(9);

fn sample() -> Programme {
    programme_of(Shape::Targets).unwrap()
}

fn bench() -> Workbench {
    Workbench::memory(&sample()).unwrap()
}

fn plan(programme: &Programme) -> &Plan {
    programme.plans.iter().find(|plan| plan.id == PLAN).unwrap()
}

fn item() -> NodeId {
    plan(&sample()).items().find(|item| item.life_cycle.counts_in(year(2020))).unwrap().id
}

fn told(bench: &mut Workbench, field: Field, text: &str) -> Result<(), WorkbenchError> {
    let edit = RecordEdit { node: item(), year: year(2020), field, judge: None, text: text.into() };
    record::set(bench, &by(), &[edit]).map(|_| ())
}

/// What a screen gets tells the year in the plan's era and never in the one of the calendar.
fn keeps_its_era(screen: &str, view: &impl Serialize) {
    let words = serde_json::to_string(view).unwrap();
    assert!(words.contains("平成32年度"), "{screen}: {words:.2000}");
    for rewritten in ["令和元年度", "令和2年度", "\"R1\"", "\"R2\""] {
        assert!(!words.contains(rewritten), "{screen} says {rewritten}");
    }
}

#[test]
fn every_screen_tells_the_years_of_a_plan_in_its_era() {
    let bench = bench();
    let plans = view::plans(&bench).unwrap();
    keeps_its_era("the years of the top bar", &plans.last().unwrap().years);
    keeps_its_era("ホーム", &view::home(&bench, texts(), Some(PLAN), Some(year(2020)), moment().date()).unwrap().year);
    keeps_its_era("計画 and 項目", &view::node(&bench, texts(), item()).unwrap().years);
    keeps_its_era("進捗", &view::progress(&bench, PLAN, year(2020)).unwrap().year);
    keeps_its_era("集計", &view::tally(&bench, texts(), PLAN, year(2020), 0).unwrap().year);
    keeps_its_era("設定", &view::settings(&bench, texts(), Some(PLAN)).unwrap().plan.unwrap().years);
    keeps_its_era("工程", &view::schedule(&bench, PLAN, Default::default()).unwrap().years);
    let asked = EffectsRequest { plan: PLAN, table: None, unit: None, first: None, last: None };
    keeps_its_era("効果額", &view::effects(&bench, texts(), &asked).unwrap().sheet);
    keeps_its_era("指標", &view::indicators(&bench, texts(), PLAN, year(2026), None).unwrap().years);
}

#[test]
fn steps_their_lines_and_hits_tell_the_years_in_its_era() {
    let mut bench = bench();
    told(&mut bench, Field::Actual, "・鍵語を書いた。").unwrap();
    assert!(history(&bench)[0].ends_with("平成32年度 実績の入力"), "{:?}", history(&bench));
    let steps = workbench::history::view(&bench, texts(), &Default::default()).unwrap().steps;
    let lines = workbench::history::step(&bench, texts(), steps[0].id).unwrap().lines;
    assert!(!lines.is_empty() && lines.iter().all(|line| line.field.starts_with("平成32年度 ")), "{lines:?}");
    let hits = search::find(&bench, texts(), "鍵語", 10).unwrap();
    assert_eq!(
        hits.iter().flat_map(|part| &part.hits).map(|hit| hit.field.as_str()).collect::<Vec<_>>(),
        ["平成32年度 実績"]
    );
    let row = sample().effects.iter().find(|table| table.id == EffectTableId(3)).unwrap().rows[0].id;
    let value = EffectValue::Amount { year: year(2020), basis: Basis::Actual, text: "61".into() };
    effect::edit(&mut bench, &by(), &[EffectEdit { row: EffectRowId(row.0), value }]).unwrap();
    assert!(history(&bench)[0].ends_with("平成32年度 効果額（実績）の入力"), "{:?}", history(&bench)[0]);
}

#[test]
fn findings_and_errors_tell_the_years_in_its_era() {
    let mut bench = bench();
    told(&mut bench, Field::Evaluation, "達成した気がする").unwrap();
    let found = check::run(&bench, texts(), press(), moment().date()).unwrap();
    let here = found.iter().filter(|finding| finding.text.contains("達成した気がする")).collect::<Vec<_>>();
    assert!(!here.is_empty() && here.iter().all(|finding| finding.text.contains("平成32年度")), "{here:?}");
    assert!(found.iter().all(|finding| !finding.text.contains("令和元年度") && !finding.text.contains("令和2年度")));

    let edit =
        RecordEdit {
            node: item(), year: year(2021), field: Field::Actual, judge: None, text: "・来年の分".into()
        };
    let refused = record::set(&mut bench, &by(), &[edit]).unwrap_err();
    assert!(matches!(&refused, WorkbenchError::YearOutsidePlan { year, .. } if year == "平成33年度"), "{refused:?}");
}

#[test]
fn a_plan_that_counts_in_the_present_era_is_told_as_ever() {
    let mut programme = sample();
    let plan = programme.plans.iter_mut().find(|plan| plan.id == PLAN).unwrap();
    plan.last = domain::value::Written::read("令和2年度");
    let bench = Workbench::memory(&programme).unwrap();
    let years: Vec<String> =
        view::plans(&bench).unwrap().last().unwrap().years.iter().map(|year| year.long.clone()).collect();
    assert_eq!(years, ["平成29年度", "平成30年度", "令和元年度", "令和2年度"]);
}
