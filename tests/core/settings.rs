//! 設定: what is changed at once, what is refused because it is used, what is asked first.

use domain::programme::{
    Comma, Demand, DemandedField, Group, GroupId, IndicatorId, LifeCycleKind, LifeWord, OfficeChangeKind, OfficeId,
    OfficeKind, Plan, PlanId, ScheduleId, Term, TermId, VocabularyId,
};
use domain::value::Trend;
use domain::value::figure::Value;
use workbench::settings::baseline::{self, BaselineEdit};
use workbench::settings::city::{self, CityEdit};
use workbench::settings::evaluator::{self, EvaluatorEdit};
use workbench::settings::group::{self, GroupEdit};
use workbench::settings::indicator::{self, IndicatorEdit};
use workbench::settings::office::{self, OfficeEdit};
use workbench::settings::plan::{self, PlanEdit};
use workbench::settings::rate::{self, RateEdit};
use workbench::settings::reorganisation::{self, Reorganisation};
use workbench::settings::succession::{self, Succession};
use workbench::settings::vocabulary::{self, VocabularyEdit};
use workbench::{Result, Workbench, WorkbenchError, sample, view};

use crate::support::{PROGRAMME, bench, by, history, indicator, node, plan_of, refused, texts, undo_all, year};

const AXIS: VocabularyId = VocabularyId(2);
const ON_SCHEDULE: TermId = TermId(5);

fn set_plan(bench: &mut Workbench, edit: &PlanEdit) {
    plan::edit(bench, &by(), PROGRAMME, edit, false).unwrap();
}

fn set_words(bench: &mut Workbench, edit: &VocabularyEdit) -> Result<()> {
    vocabulary::edit(bench, &by(), PROGRAMME, edit, false).map(drop)
}

fn words_of(error: &WorkbenchError) -> String {
    texts().with(error.key(), &error.args(texts()))
}

/// Evaluations of the plan on an axis: year, word, term.
fn judged(plan: &Plan, axis: VocabularyId) -> Vec<(i32, String, Option<TermId>)> {
    let records = plan.nodes.iter().flat_map(|node| &node.records);
    let made = records.flat_map(|record| record.evaluations.iter().map(move |made| (record.year, made)));
    let made = made.filter(|(_, made)| made.vocabulary == axis);
    made.map(|(year, made)| (year.year(), made.text.clone(), made.term)).collect()
}

#[test]
fn the_city_keeps_its_conventions_and_a_code_that_checks() {
    let mut bench = bench();
    let edits = [
        CityEdit::Name { text: " みどりの市 ".into() },
        CityEdit::Code { text: "１３１０１６".into() },
        CityEdit::Comma { comma: Comma::FullWidth },
    ];
    for edit in &edits {
        city::edit(&mut bench, &by(), edit).unwrap();
    }
    let city = bench.city().unwrap();
    assert_eq!(
        (city.name.as_str(), city.code.as_deref(), city.comma),
        ("みどりの市", Some("131016"), Comma::FullWidth)
    );
    let wrong = refused(&mut bench, |b| city::edit(b, &by(), &CityEdit::Code { text: "131017".into() }));
    assert_eq!(wrong.kind(), "bad-city-code");
    city::edit(&mut bench, &by(), &CityEdit::Code { text: "　".into() }).unwrap();
    assert_eq!(bench.city().unwrap().code, None);
}

#[test]
fn a_level_is_renamed_and_one_with_nodes_stays() {
    let mut bench = bench();
    set_plan(&mut bench, &PlanEdit::RenameLevel { level: 1, name: "取組".into() });
    set_plan(&mut bench, &PlanEdit::AddLevel { position: 9, name: "細目".into() });
    let shown = view::plan(&bench, texts(), PROGRAMME).unwrap();
    assert_eq!(shown.levels, ["方向性", "取組", "細目"]);
    assert_eq!(shown.evaluation_level, 1, "a level below changes nothing above");
    let error = refused(&mut bench, |b| plan::edit(b, &by(), PROGRAMME, &PlanEdit::RemoveLevel { level: 1 }, true));
    assert_eq!(error.kind(), "in-use");
    assert!(words_of(&error).contains("「取組」") && words_of(&error).contains("項目28件"), "{}", words_of(&error));
    let between = PlanEdit::AddLevel { position: 1, name: "分野".into() };
    assert_eq!(refused(&mut bench, |b| plan::edit(b, &by(), PROGRAMME, &between, true)).kind(), "in-use");
    set_plan(&mut bench, &PlanEdit::RemoveLevel { level: 2 });
    let fewer = refused(&mut bench, |b| plan::edit(b, &by(), PlanId(1), &PlanEdit::RemoveLevel { level: 9 }, true));
    assert_eq!(fewer.kind(), "no-such");
    let taken = PlanEdit::RenameLevel { level: 0, name: "取組".into() };
    assert_eq!(refused(&mut bench, |b| plan::edit(b, &by(), PROGRAMME, &taken, false)).kind(), "name-taken");
    assert_eq!(history(&bench)[0], "階層「細目」の削除");
}

#[test]
fn a_plan_has_two_to_five_levels() {
    let mut programme = sample::programme().unwrap();
    programme.plans.iter_mut().for_each(|plan| plan.nodes.clear());
    programme.indicators.clear();
    programme.effects.clear();
    programme.charts.clear();
    let mut bench = Workbench::memory(&programme).unwrap();
    for name in ["三", "四", "五"] {
        set_plan(&mut bench, &PlanEdit::AddLevel { position: 0, name: name.into() });
    }
    assert_eq!(plan_of(&bench).evaluation_level, 4, "the level that is evaluated is pushed down with the others");
    let sixth = PlanEdit::AddLevel { position: 9, name: "六".into() };
    assert_eq!(refused(&mut bench, |b| plan::edit(b, &by(), PROGRAMME, &sixth, true)).kind(), "level-count");
    for level in [4, 0, 0] {
        set_plan(&mut bench, &PlanEdit::RemoveLevel { level });
    }
    let names: Vec<String> = plan_of(&bench).levels.into_iter().map(|level| level.name).collect();
    assert_eq!((names, plan_of(&bench).evaluation_level), (vec!["三".to_owned(), "方向性".to_owned()], 1));
    let last = PlanEdit::RemoveLevel { level: 0 };
    assert_eq!(refused(&mut bench, |b| plan::edit(b, &by(), PROGRAMME, &last, true)).kind(), "level-count");
}

#[test]
fn the_evaluated_level_changes_only_when_the_person_says_so() {
    let mut bench = bench();
    let edit = PlanEdit::EvaluationLevel { level: 0 };
    let asked = refused(&mut bench, |b| plan::edit(b, &by(), PROGRAMME, &edit, false));
    assert_eq!(asked.kind(), "asks");
    assert!(words_of(&asked).contains("年度の記録"), "{}", words_of(&asked));
    plan::edit(&mut bench, &by(), PROGRAMME, &edit, true).unwrap();
    assert_eq!(plan_of(&bench).evaluation_level, 0);
    bench.undo().unwrap().unwrap();
    assert!(bench.programme().unwrap() == sample::programme().unwrap());
}

#[test]
fn a_period_keeps_its_words_and_asks_before_it_leaves_records_outside() {
    let mut bench = bench();
    let years = |first: &str, last: &str| PlanEdit::Years { first: first.into(), last: last.into() };
    set_plan(&mut bench, &years("平成33年度", "令和7(2025)年度"));
    let plan = plan_of(&bench);
    assert_eq!((plan.first.text.as_str(), plan.last.text.as_str()), ("平成33年度", "令和7(2025)年度"));
    let asked = refused(&mut bench, |b| plan::edit(b, &by(), PROGRAMME, &years("令和3年度", "令和4年度"), false));
    assert_eq!(asked.kind(), "asks");
    let wrong = refused(&mut bench, |b| plan::edit(b, &by(), PROGRAMME, &years("R7", "R3"), true));
    assert_eq!(wrong.kind(), "years-out-of-range");
    let unread = refused(&mut bench, |b| plan::edit(b, &by(), PROGRAMME, &years("当分の間", "R3"), true));
    assert_eq!(unread.kind(), "not-understood");
}

#[test]
fn what_a_plan_demands_is_set_field_by_field() {
    let mut bench = bench();
    let set = |bench: &mut Workbench, field, demanded| set_plan(bench, &PlanEdit::Demand { field, demanded });
    set(&mut bench, DemandedField::Reason, Some(false));
    set(&mut bench, DemandedField::Planned, Some(true));
    set(&mut bench, DemandedField::Reason, Some(true));
    let demand = |field, demanded| Demand { field, demanded };
    let both = [demand(DemandedField::Planned, true), demand(DemandedField::Reason, true)];
    assert_eq!(plan_of(&bench).demands, both);
    let step = bench.history(texts(), 1).unwrap()[0].id;
    let told = workbench::history::step(&bench, texts(), step).unwrap();
    assert_eq!(told.lines[0].new.as_deref(), Some("当初予定：必ず埋める、評価の理由：必ず埋める"));
    set(&mut bench, DemandedField::Planned, None);
    set(&mut bench, DemandedField::Reason, None);
    assert_eq!(plan_of(&bench).demands, []);
    assert_eq!(undo_all(&mut bench), 5);
    assert!(bench.programme().unwrap() == crate::support::bench().programme().unwrap());
}

#[test]
fn a_plan_has_its_own_words_for_what_becomes_of_its_items() {
    let mut bench = bench();
    let name = |bench: &mut Workbench, kind, word: &str| {
        plan::name_life(bench, &by(), texts(), PROGRAMME, &LifeWord { kind, word: word.into() })
    };
    use LifeCycleKind::{Ended, Expanded, Merged, Revised};
    name(&mut bench, Ended, "完了").unwrap();
    let renamed = name(&mut bench, Expanded, " 充実 ").unwrap();
    let own = |kind, word: &str| LifeWord { kind, word: word.into() };
    assert_eq!(plan_of(&bench).life_words, [own(Expanded, "充実"), own(Ended, "完了")]);
    let told = workbench::history::step(&bench, texts(), renamed.step.unwrap().0).unwrap();
    let line = &told.lines[0];
    assert_eq!((told.lines.len(), line.field.as_str()), (1, "区分の言葉"));
    assert_eq!(line.old.as_deref(), Some("終了：完了"));
    assert_eq!(line.new.as_deref(), Some("拡充：充実、終了：完了"));
    let words = view::plan(&bench, texts(), PROGRAMME).unwrap().life_cycles;
    assert_eq!(words, ["継続", "新規", "修正", "充実", "統合", "完了", "再掲"]);
    // Two kinds with one word could not be told apart; the usual word of a kind that has its own is free.
    for (kind, word) in [(Merged, "充実"), (Revised, "新規"), (Revised, "完了")] {
        assert_eq!(refused(&mut bench, |b| name(b, kind, word)).kind(), "name-taken", "{word}");
    }
    name(&mut bench, Revised, "拡充").unwrap();
    let taken = refused(&mut bench, |b| name(b, Expanded, ""));
    assert_eq!(taken.kind(), "name-taken", "the usual word is another kind's by now");
    name(&mut bench, Revised, "").unwrap();
    name(&mut bench, Expanded, "拡充").unwrap();
    assert_eq!(plan_of(&bench).life_words, [own(Ended, "完了")]);
    assert_eq!(undo_all(&mut bench), 5);
    assert!(bench.programme().unwrap() == crate::support::bench().programme().unwrap());
}

#[test]
fn a_plan_never_continues_itself() {
    let mut bench = bench();
    for (plan, former) in [(PROGRAMME, PROGRAMME), (PlanId(1), PROGRAMME)] {
        let edit = PlanEdit::Predecessors { plans: vec![former] };
        assert_eq!(refused(&mut bench, |b| plan::edit(b, &by(), plan, &edit, true)).kind(), "plan-in-circle");
    }
    set_plan(&mut bench, &PlanEdit::Predecessors { plans: vec![] });
    set_plan(&mut bench, &PlanEdit::Related { text: "総合計画\n\n　公共施設等総合管理計画".into() });
    let plan = plan_of(&bench);
    assert_eq!(plan.related, ["総合計画", "公共施設等総合管理計画"]);
    assert!(plan.predecessors.is_empty());
}

#[test]
fn a_plan_goes_with_all_its_own_once_the_person_says_so() {
    let mut bench = bench();
    let asked = refused(&mut bench, |b| plan::remove(b, &by(), PROGRAMME, false));
    for word in ["項目32件", "年度の記録", "会議資料"] {
        assert!(words_of(&asked).contains(word), "{}", words_of(&asked));
    }
    plan::remove(&mut bench, &by(), PROGRAMME, true).unwrap();
    let left = bench.programme().unwrap();
    assert_eq!(left.plans.len(), 1);
    assert!(left.charts.iter().all(|chart| !chart.series.is_empty()), "no chart is left empty");
    assert_eq!(domain::programme::broken_references(&left), []);
    plan::place(&mut bench, &by(), PlanId(1), 3).unwrap();
    undo_all(&mut bench);
    assert!(bench.programme().unwrap() == sample::programme().unwrap());
    plan::place(&mut bench, &by(), PROGRAMME, 0).unwrap();
    assert_eq!(bench.programme().unwrap().plans[0].id, PROGRAMME);
}

#[test]
fn a_plan_continues_another_item_by_item() {
    let mut bench = bench();
    let wanted = Succession {
        former: PROGRAMME,
        name: "第2期改革推進プログラム".into(),
        first: "令和6年度".into(),
        last: "令和10年度".into(),
        items: true,
        texts: true,
        offices: false,
        lanes: true,
    };
    let id = succession::make(&mut bench, &by(), &wanted).unwrap().value;
    let programme = bench.programme().unwrap();
    assert_eq!(domain::programme::broken_references(&programme), []);
    let (former, plan) = (plan_of(&bench), programme.plans.iter().find(|plan| plan.id == id).unwrap());
    assert_eq!(plan.predecessors, [PROGRAMME]);
    let ended = former.nodes.iter().filter(|node| node.life_cycle.last_kind().ends()).count();
    assert!(ended > 0 && plan.nodes.len() == former.nodes.len() - ended, "what ended is left behind");
    for node in &plan.nodes {
        let old = former.node(node.continues[0]).unwrap();
        assert_eq!((&node.title, &node.label, node.level), (&old.title, &old.label, old.level));
        assert!(node.offices.is_empty() && node.records.is_empty());
        assert_eq!(node.sections.len(), old.sections.len());
        assert_eq!(node.lanes.len(), old.lanes_of(former.schedules[1].id).count(), "of the schedule in force only");
        assert!(node.lanes.iter().flat_map(|lane| &lane.bars).all(|bar| bar.first == year(2024)));
    }
    let labels = |plan: &Plan| -> Vec<String> {
        plan.vocabularies.iter().flat_map(|v| v.terms.iter().map(|term| term.label.clone())).collect()
    };
    assert_eq!(labels(plan), labels(&former));
    assert_ne!(plan.vocabularies[0].id, former.vocabularies[0].id, "the words are its own");
    assert_eq!(undo_all(&mut bench), 1);
    let empty = succession::make(&mut bench, &by(), &Succession { items: false, ..wanted }).unwrap().value;
    let programme = bench.programme().unwrap();
    assert!(programme.plans.iter().find(|plan| plan.id == empty).unwrap().nodes.is_empty());
}

#[test]
fn a_group_in_use_is_asked_about_and_leaves_its_items() {
    let mut bench = bench();
    let edit = |bench: &mut Workbench, edit: &GroupEdit, anyway| group::edit(bench, &by(), PROGRAMME, edit, anyway);
    edit(&mut bench, &GroupEdit::Add { name: "共通".into() }, false).unwrap();
    let new = plan_of(&bench).groups[2].id;
    edit(&mut bench, &GroupEdit::Move { group: new, position: 0 }, false).unwrap();
    let changed =
        Group { id: new, name: "共通プログラム".into(), description: "全庁で進めます。".into() };
    edit(&mut bench, &GroupEdit::Edit { group: changed.clone() }, false).unwrap();
    assert_eq!(plan_of(&bench).groups[0], changed);
    let asked = refused(&mut bench, |b| edit(b, &GroupEdit::Remove { group: GroupId(1) }, false));
    assert!(asked.kind() == "asks" && words_of(&asked).contains("項目20件"), "{}", words_of(&asked));
    edit(&mut bench, &GroupEdit::Remove { group: GroupId(1) }, true).unwrap();
    let plan = plan_of(&bench);
    assert!(plan.nodes.iter().all(|node| node.group != Some(GroupId(1))));
    assert_eq!(plan.nodes.len(), 32);
    let taken = GroupEdit::Add { name: "共通プログラム".into() };
    assert_eq!(refused(&mut bench, |b| edit(b, &taken, false)).kind(), "name-taken");
}

#[test]
fn a_term_is_added_and_shown_where_items_are_judged() {
    let mut bench = bench();
    set_words(&mut bench, &VocabularyEdit::AddTerms { vocabulary: AXIS, labels: vec!["大幅な遅れ".into()] }).unwrap();
    let term = plan_of(&bench).vocabularies[0].terms.last().unwrap().clone();
    assert!(term.counted && !term.achieved, "a new word counts, and not as achieved");
    set_words(&mut bench, &VocabularyEdit::MoveTerm { term: term.id, position: 3 }).unwrap();
    let edited = Term { symbol: "▲".into(), definition: "1年以上の遅れ".into(), ..term };
    set_words(&mut bench, &VocabularyEdit::EditTerm { term: edited }).unwrap();
    let shown = view::progress(&bench, PROGRAMME, year(2023)).unwrap();
    let labels: Vec<&str> = shown.judges[0].terms.iter().map(|term| term.label.as_str()).collect();
    assert_eq!(labels, ["前倒し", "予定どおり", "遅れ", "大幅な遅れ", "まだ判定できない", "対象外"]);
    let taken = VocabularyEdit::AddTerms { vocabulary: AXIS, labels: vec!["○".into()] };
    assert_eq!(refused(&mut bench, |b| set_words(b, &taken)).kind(), "name-taken", "a symbol is a word too");
}

#[test]
fn several_terms_are_one_step_and_all_of_them_or_none() {
    let mut bench = bench();
    let before = plan_of(&bench);
    let add = |labels: &[&str]| VocabularyEdit::AddTerms {
        vocabulary: AXIS,
        labels: labels.iter().map(|&label| label.to_owned()).collect(),
    };
    for taken in [&["一部達成", "遅れ"][..], &["一部達成", "一部達成"]] {
        assert_eq!(refused(&mut bench, |b| set_words(b, &add(taken))).kind(), "name-taken");
        assert!(plan_of(&bench) == before, "nothing of a list with a word that is taken");
    }
    set_words(&mut bench, &add(&["達成", "一部達成", "未達成"])).unwrap();
    let plan = plan_of(&bench);
    let labels: Vec<&str> = plan.vocabularies[0].terms.iter().map(|term| term.label.as_str()).collect();
    assert_eq!(labels[labels.len() - 3..], ["達成", "一部達成", "未達成"]);
    assert_eq!(undo_all(&mut bench), 1);
    assert!(plan_of(&bench) == before);
}

#[test]
fn a_corrected_label_goes_to_the_evaluations_that_chose_it() {
    let mut bench = bench();
    let before = plan_of(&bench);
    let term = before.vocabularies[0].terms.iter().find(|term| term.id == ON_SCHEDULE).unwrap();
    let chosen = judged(&before, AXIS).iter().filter(|(_, _, term)| *term == Some(ON_SCHEDULE)).count();
    let edit = VocabularyEdit::EditTerm { term: Term { label: "予定通り".into(), ..term.clone() } };
    set_words(&mut bench, &edit).unwrap();
    let after = judged(&plan_of(&bench), AXIS);
    assert!(chosen > 0 && after.iter().filter(|(_, text, _)| text == "予定通り").count() == chosen);
    assert_eq!(undo_all(&mut bench), 1);
    assert!(plan_of(&bench) == before);
}

#[test]
fn a_term_in_use_is_asked_about_and_its_word_stays() {
    let mut bench = bench();
    let edit = VocabularyEdit::RemoveTerm { term: ON_SCHEDULE };
    let asked = refused(&mut bench, |b| set_words(b, &edit));
    assert!(asked.kind() == "asks" && words_of(&asked).contains("評価"), "{}", words_of(&asked));
    vocabulary::edit(&mut bench, &by(), PROGRAMME, &edit, true).unwrap();
    let left = judged(&plan_of(&bench), AXIS);
    assert!(left.iter().any(|(_, text, term)| text == "予定どおり" && term.is_none()), "the word is as written");
}

#[test]
fn an_axis_in_use_is_refused_and_its_words_change_from_a_year_on() {
    let mut bench = bench();
    let in_use = refused(&mut bench, |b| {
        vocabulary::edit(b, &by(), PROGRAMME, &VocabularyEdit::Remove { vocabulary: AXIS }, true)
    });
    assert_eq!(in_use.kind(), "in-use");
    rate::edit(&mut bench, &by(), PROGRAMME, &RateEdit::Add { name: "順調率".into() }).unwrap();
    let (before, rates) = (judged(&plan_of(&bench), AXIS), plan_of(&bench).rates.len());
    set_words(&mut bench, &VocabularyEdit::Replace { vocabulary: AXIS, from: year(2023) }).unwrap();
    let plan = plan_of(&bench);
    let [old, new] = plan.vocabularies.as_slice() else { panic!("two follow each other") };
    assert_eq!((old.until, new.since, new.until), (Some(year(2022)), Some(year(2023)), None));
    let (early, late) = (judged(&plan, old.id), judged(&plan, new.id));
    assert_eq!(early.len() + late.len(), before.len(), "no judgement is lost");
    assert!(
        !late.is_empty()
            && late.iter().all(|(year, text, term)| {
                *year >= 2023 && new.terms.iter().any(|own| Some(own.id) == *term && own.label == *text)
            })
    );
    let rate = &plan.rates[rates - 1];
    assert_eq!(rate.numerator.len(), 4, "the formula counts the same words of both");
    for (since, until) in [("令和4年度", ""), ("令和5年度", "令和9年度"), ("令和6年度", "令和5年度")]
    {
        let edit = VocabularyEdit::Years { vocabulary: new.id, since: since.into(), until: until.into() };
        let error = refused(&mut bench, |b| set_words(b, &edit));
        assert!(["years-overlap", "year-outside-plan", "years-out-of-range"].contains(&error.kind()), "{error}");
    }
    let late = VocabularyEdit::Years { vocabulary: new.id, since: "令和6年度".into(), until: String::new() };
    assert_eq!(refused(&mut bench, |b| set_words(b, &late)).kind(), "in-use", "令和5年度 is judged on it");
    let again = VocabularyEdit::Replace { vocabulary: old.id, from: year(2024) };
    assert_eq!(refused(&mut bench, |b| set_words(b, &again)).kind(), "years-out-of-range");
}

#[test]
fn two_axes_judge_one_item_at_once() {
    let mut bench = bench();
    let terms = ["達成", "一部達成", "未達成"].map(str::to_owned).to_vec();
    set_words(&mut bench, &VocabularyEdit::Add { axis: "達成度".into(), terms }).unwrap();
    let shown = view::progress(&bench, PROGRAMME, year(2023)).unwrap();
    let columns: Vec<&str> = shown.judges.iter().map(|judge| judge.title.as_str()).collect();
    let of = |axis: &str| columns.iter().filter(|title| title.starts_with(axis)).count();
    assert_eq!((of("進捗"), of("達成度")), (2, 2), "{columns:?}");
    let same = VocabularyEdit::Add { axis: "進捗".into(), terms: vec![] };
    assert_eq!(refused(&mut bench, |b| set_words(b, &same)).kind(), "years-overlap");
    let new = plan_of(&bench).vocabularies[1].id;
    set_words(&mut bench, &VocabularyEdit::Move { vocabulary: new, position: 0 }).unwrap();
    set_words(&mut bench, &VocabularyEdit::Remove { vocabulary: new }).unwrap();
    assert_eq!(plan_of(&bench).vocabularies.len(), 1);
}

#[test]
fn an_evaluator_with_judgements_stays() {
    let mut bench = bench();
    let edit = |bench: &mut Workbench, edit: &EvaluatorEdit| evaluator::edit(bench, &by(), PROGRAMME, edit);
    edit(&mut bench, &EvaluatorEdit::Add { name: "委員会".into() }).unwrap();
    let (first, new) = (plan_of(&bench).evaluators[0].id, plan_of(&bench).evaluators[2].id);
    edit(&mut bench, &EvaluatorEdit::Rename { evaluator: new, name: "外部委員会".into() }).unwrap();
    edit(&mut bench, &EvaluatorEdit::Move { evaluator: new, position: 0 }).unwrap();
    assert_eq!(plan_of(&bench).evaluators[0].name, "外部委員会");
    assert_eq!(refused(&mut bench, |b| edit(b, &EvaluatorEdit::Remove { evaluator: first })).kind(), "in-use");
    edit(&mut bench, &EvaluatorEdit::Remove { evaluator: new }).unwrap();
    assert_eq!(plan_of(&bench).evaluators.len(), 2);
}

#[test]
fn a_formula_counts_the_words_the_city_chose() {
    let mut bench = bench();
    let edit = |bench: &mut Workbench, edit: &RateEdit| rate::edit(bench, &by(), PROGRAMME, edit);
    edit(&mut bench, &RateEdit::Add { name: "順調率".into() }).unwrap();
    let rate = plan_of(&bench).rates.last().unwrap().clone();
    assert_eq!(rate.numerator, [TermId(4), TermId(5)], "what says of itself that it is achieved");
    let mut wanted = rate.clone();
    wanted.formula = "予定どおり以上÷評価した項目".into();
    wanted.numerator = vec![TermId(5), TermId(4)];
    wanted.unjudged = true;
    edit(&mut bench, &RateEdit::Edit { rate: wanted.clone() }).unwrap();
    let kept = plan_of(&bench).rates.last().unwrap().clone();
    assert_eq!(kept.numerator, [TermId(4), TermId(5)], "in the order of the words");
    assert!(kept.unjudged && kept.formula == wanted.formula);
    wanted.denominator = vec![TermId(1)];
    assert_eq!(refused(&mut bench, |b| edit(b, &RateEdit::Edit { rate: wanted })).kind(), "no-such", "another plan's");
    vocabulary::edit(&mut bench, &by(), PROGRAMME, &VocabularyEdit::RemoveTerm { term: TermId(4) }, true).unwrap();
    assert_eq!(plan_of(&bench).rates.last().unwrap().numerator, [TermId(5)]);
    edit(&mut bench, &RateEdit::Remove { rate: rate.id }).unwrap();
    assert!(plan_of(&bench).rates.iter().all(|one| one.id != rate.id));
}

#[test]
fn a_new_baseline_takes_the_lanes_and_bars_of_the_one_in_force() {
    let mut bench = bench();
    let edit =
        |bench: &mut Workbench, edit: &BaselineEdit, anyway| baseline::edit(bench, &by(), PROGRAMME, edit, anyway);
    let renew = BaselineEdit::Renew { name: "年度スケジュール".into(), as_of: "R6.3時点想定".into() };
    edit(&mut bench, &renew, false).unwrap();
    let plan = plan_of(&bench);
    let (before, now) = (plan.schedules[1].id, plan.schedules[2].clone());
    assert!(now.as_of.is_some_and(|moment| moment.is_understood()));
    for node in &plan.nodes {
        let words = |schedule| -> Vec<(String, Vec<String>)> {
            let lanes = node.lanes_of(schedule);
            lanes.map(|lane| (lane.title.clone(), lane.bars.iter().map(|bar| bar.words.clone()).collect())).collect()
        };
        assert_eq!(words(now.id), words(before));
    }
    let years =
        |first: &str, last: &str| BaselineEdit::Years { schedule: now.id, first: first.into(), last: last.into() };
    assert_eq!(refused(&mut bench, |b| edit(b, &years("R3", "R9"), true)).kind(), "year-outside-plan");
    assert_eq!(refused(&mut bench, |b| edit(b, &years("R3", "R4"), true)).kind(), "in-use");
    let asked = refused(&mut bench, |b| edit(b, &BaselineEdit::Remove { schedule: ScheduleId(2) }, false));
    assert!(asked.kind() == "asks" && words_of(&asked).contains("取組項目"), "{}", words_of(&asked));
    edit(&mut bench, &BaselineEdit::Remove { schedule: ScheduleId(2) }, true).unwrap();
    assert_eq!(plan_of(&bench).schedules.len(), 2);
    undo_all(&mut bench);
    assert!(bench.programme().unwrap() == sample::programme().unwrap());
}

#[test]
fn an_office_in_use_is_refused_with_where_it_stands() {
    let mut bench = bench();
    let used = node(&bench, 15).offices[0].office;
    let edit = |bench: &mut Workbench, edit: &OfficeEdit| office::edit(bench, &by(), edit);
    let error = refused(&mut bench, |b| edit(b, &OfficeEdit::Remove { office: used }));
    assert!(error.kind() == "in-use" && words_of(&error).contains("項目"), "{}", words_of(&error));
    edit(&mut bench, &OfficeEdit::Add { name: "市政戦略課".into() }).unwrap();
    let all = bench.programme().unwrap().offices;
    let new = all.last().unwrap().id;
    edit(&mut bench, &OfficeEdit::Move { office: new, position: 0 }).unwrap();
    edit(&mut bench, &OfficeEdit::Correct { office: new, name: "市政戦略室".into() }).unwrap();
    edit(&mut bench, &OfficeEdit::Kind { office: new, office_kind: OfficeKind::Collective }).unwrap();
    let first = bench.programme().unwrap().offices.remove(0);
    assert_eq!((first.name.as_str(), first.kind), ("市政戦略室", OfficeKind::Collective));
    edit(&mut bench, &OfficeEdit::Reassign { office: used, to: new, plan: None }).unwrap();
    assert_eq!(node(&bench, 15).offices[0].office, new);
    let left = view::settings(&bench, texts(), None).unwrap();
    assert!(!left.offices.iter().any(|row| row.office.id == used && row.uses.words.contains("項目")));
    let wrong = OfficeEdit::Days { office: new, since: "R6.4.1".into(), until: "R5.3.31".into() };
    assert_eq!(refused(&mut bench, |b| edit(b, &wrong)).kind(), "not-understood");
    let known = OfficeEdit::Add { name: "財政課".into() };
    assert_eq!(refused(&mut bench, |b| edit(b, &known)).kind(), "name-taken");
    edit(&mut bench, &OfficeEdit::Reassign { office: new, to: used, plan: Some(PROGRAMME) }).unwrap();
}

fn office_named(bench: &Workbench, name: &str) -> OfficeId {
    let all = bench.programme().unwrap().offices;
    all.iter().rev().find(|office| office.name == name).unwrap().id
}

#[test]
fn a_reorganisation_leaves_finished_plans_their_old_names() {
    let mut bench = bench();
    let before = bench.programme().unwrap();
    let old = office_named(&bench, "財政課");
    let wanted = Reorganisation {
        on: "令和6年4月1日".into(),
        kind: OfficeChangeKind::Renamed,
        before: vec![old],
        after: vec!["財務課".into()],
        carry: true,
    };
    reorganisation::make(&mut bench, &by(), &wanted).unwrap();
    let new = office_named(&bench, "財務課");
    let now = bench.programme().unwrap();
    let at = now.offices.iter().position(|office| office.id == old).unwrap();
    assert_eq!(now.offices[at].until.unwrap().to_string(), "2024-03-31");
    assert_eq!((now.offices[at + 1].id, now.offices[at + 1].since.unwrap().to_string()), (new, "2024-04-01".into()));
    let holds = |plan: &Plan, office| plan.nodes.iter().any(|n| n.offices_in(None).any(|a| a.office == office));
    assert!(holds(&before.plans[1], old) && !holds(&now.plans[1], old) && holds(&now.plans[1], new));
    assert_eq!(holds(&before.plans[0], old), holds(&now.plans[0], old), "平成32年度 is over");
    assert_eq!(history(&bench)[0], "組織改正（財政課）");
    let shown = view::settings(&bench, texts(), None).unwrap();
    assert_eq!((shown.changes[0].on.as_str(), shown.changes[0].after[0].as_str()), ("令和6年4月1日", "財務課"));
    let change = shown.changes[0].change.id;
    reorganisation::remove(&mut bench, &by(), change).unwrap();
    assert_eq!(bench.programme().unwrap().offices[at].until, None, "it goes on");
    undo_all(&mut bench);
    assert!(bench.programme().unwrap() == before);
}

#[test]
fn offices_are_merged_split_and_abolished() {
    let mut bench = bench();
    let ids =
        |bench: &Workbench, names: &[&str]| names.iter().map(|name| office_named(bench, name)).collect::<Vec<_>>();
    let wanted = |before: Vec<OfficeId>, kind, after: &[&str]| Reorganisation {
        on: "R6.4.1".into(),
        kind,
        before,
        after: after.iter().map(|name| (*name).to_owned()).collect(),
        carry: true,
    };
    let two = ids(&bench, &["道路課", "公園緑地課"]);
    // Merged into one of them: that one goes on.
    reorganisation::make(&mut bench, &by(), &wanted(two.clone(), OfficeChangeKind::Merged, &["道路課"])).unwrap();
    let now = bench.programme().unwrap();
    let office = |id| now.offices.iter().find(|office| office.id == id).unwrap();
    assert!(office(two[0]).until.is_none() && office(two[1]).until.is_some());
    assert!(!now.plans[1].nodes.iter().any(|node| node.offices_in(None).any(|a| a.office == two[1])));
    let one = ids(&bench, &["総務課"]);
    let split = wanted(one.clone(), OfficeChangeKind::Split, &["法務課", "文書課"]);
    reorganisation::make(&mut bench, &by(), &split).unwrap();
    let gone = ids(&bench, &["会計課"]);
    reorganisation::make(&mut bench, &by(), &wanted(gone, OfficeChangeKind::Abolished, &[])).unwrap();
    for wrong in [
        wanted(one.clone(), OfficeChangeKind::Merged, &["法務課"]),
        wanted(one.clone(), OfficeChangeKind::Split, &["法務課"]),
        wanted(one.clone(), OfficeChangeKind::Abolished, &["法務課"]),
        wanted(vec![], OfficeChangeKind::Renamed, &["法務課"]),
        Reorganisation { on: "来年".into(), ..wanted(one.clone(), OfficeChangeKind::Renamed, &["市政課"]) },
    ] {
        assert_eq!(refused(&mut bench, |b| reorganisation::make(b, &by(), &wrong)).kind(), "not-understood");
    }
    let twice = wanted(one, OfficeChangeKind::Split, &["法務課", "法務課"]);
    assert_eq!(refused(&mut bench, |b| reorganisation::make(b, &by(), &twice)).kind(), "name-taken");
}

#[test]
fn an_indicator_is_described_and_its_figures_read_in_its_unit() {
    let mut bench = bench();
    let id = IndicatorId(2);
    let edit = |bench: &mut Workbench, edit: &IndicatorEdit| indicator::edit(bench, &by(), id, edit);
    edit(&mut bench, &IndicatorEdit::Good { text: "↘".into() }).unwrap();
    edit(&mut bench, &IndicatorEdit::Account { text: "普通会計".into() }).unwrap();
    edit(&mut bench, &IndicatorEdit::Survey { on: true }).unwrap();
    let baseline = IndicatorEdit::Baseline { year: "令和4年度".into(), figures: vec!["93.1".into()] };
    edit(&mut bench, &baseline).unwrap();
    edit(&mut bench, &IndicatorEdit::Part { part: 0, name: String::new(), unit: "億円".into(), decimals: 2 }).unwrap();
    let now = indicator(&bench, 2);
    assert_eq!(now.good.unwrap().meaning, Some(Trend::Down));
    let figure = &now.baseline.unwrap().figures[0];
    assert!(matches!(&figure.value, Some(Value::Known { .. })), "{figure:?}");
    assert!(serde_json::to_string(&figure.value).unwrap().contains("億円"), "it is read in the new unit");
    edit(&mut bench, &IndicatorEdit::AddPart { name: "うち臨財債".into(), unit: "億円".into() }).unwrap();
    edit(&mut bench, &IndicatorEdit::RemovePart).unwrap();
    assert_eq!(refused(&mut bench, |b| edit(b, &IndicatorEdit::RemovePart)).kind(), "part-filled", "figures stay");
    let digits = IndicatorEdit::Part { part: 0, name: String::new(), unit: "%".into(), decimals: 200 };
    assert_eq!(refused(&mut bench, |b| edit(b, &digits)).kind(), "not-understood");
    edit(&mut bench, &IndicatorEdit::Baseline { year: String::new(), figures: vec![] }).unwrap();
    assert_eq!(indicator(&bench, 2).baseline, None);
}

#[test]
fn the_view_tells_where_everything_is_used() {
    let bench = bench();
    let shown = view::settings(&bench, texts(), Some(PROGRAMME)).unwrap();
    let plan = shown.plan.unwrap();
    assert!(plan.plan.nodes.is_empty() && plan.levels[1].words.starts_with("項目28件"), "{:?}", plan.levels);
    assert!(plan.terms[&ON_SCHEDULE.0].count > 0);
    assert!(shown.offices.iter().any(|row| row.uses.words.contains("組織改正1件")));
    assert_eq!(view::settings(&bench, texts(), None).unwrap().plan, None);
}
