//! Yearly records: what a person types into the progress grid.

use domain::programme::{EvaluatorId, NodeId, Programme, Term, TermId, VocabularyId, YearRecord};
use workbench::record::{Judge, RecordEdit, set};
use workbench::settings::vocabulary::{self, VocabularyEdit};
use workbench::view;
use workbench::{ChangeKind, Field, Table, Workbench, WorkbenchError};

use crate::support::{PROGRAMME, bench, by, history, moment, node, press, refused, texts, undo_all, year};

/// ① 多様な手法による市民参加の推進.
const ITEM: i64 = 15;

fn edit(item: i64, western: i32, field: Field, text: &str) -> RecordEdit {
    RecordEdit { node: NodeId(item), year: year(western), field, judge: None, text: text.into() }
}

fn record(workbench: &Workbench, item: i64, western: i32) -> YearRecord {
    node(workbench, item).record(year(western)).cloned().unwrap()
}

#[test]
fn every_text_field_is_set_and_named_in_the_history() {
    let mut bench = bench();
    let before = record(&bench, ITEM, 2023);
    let fields = [
        (Field::Planned, "当初予定"),
        (Field::Target, "設定目標"),
        (Field::PreviousState, "前年度末の状況"),
        (Field::Actual, "実績"),
        (Field::Issues, "課題・今後の方向"),
        (Field::Note, "備考"),
    ];
    for (field, name) in fields {
        let text = format!("・{name}を改めた。\n・二行目（髙﨑地区）");
        let outcome = set(&mut bench, &by(), &[edit(ITEM, 2023, field, &text)]).unwrap();
        assert_eq!(outcome.changes.len(), 1, "{name}: one row changed");
        let change = &outcome.changes[0];
        assert_eq!((change.table, change.kind), (Table::Record, ChangeKind::Updated));
        assert_eq!(change.key, [ITEM, 2023]);
        assert_eq!(workbench::record::field_text(&node(&bench, ITEM), year(2023), field), text);
        assert_eq!(history(&bench)[0], format!("「多様な手法による市民参加の推進」令和5年度 {name}の入力"));
    }
    let after = record(&bench, ITEM, 2023);
    assert_eq!(
        (after.evaluations, after.cumulative, after.same_as_before),
        (before.evaluations.clone(), before.cumulative, before.same_as_before),
        "what was not typed over stays"
    );
    assert_eq!(undo_all(&mut bench), fields.len());
    assert_eq!(record(&bench, ITEM, 2023), before);
}

#[test]
fn line_ends_become_lf_and_blanks_at_the_end_go() {
    let mut bench = bench();
    set(&mut bench, &by(), &[edit(ITEM, 2024, Field::Actual, "・一\r\n・二\r・三　\n\n")]).unwrap();
    assert_eq!(record(&bench, ITEM, 2024).actual, "・一\n・二\n・三");
}

#[test]
fn a_year_without_a_record_gets_one_and_an_empty_text_makes_none() {
    let mut bench = bench();
    let started_later = 34; // ⑭ was added in R4 and has no record of R3.
    assert!(node(&bench, started_later).record(year(2021)).is_none());
    let nothing = set(&mut bench, &by(), &[edit(started_later, 2021, Field::Actual, "")]).unwrap();
    assert_eq!((nothing.step, nothing.changes), (None, vec![]), "an empty cell left empty is no step");
    set(&mut bench, &by(), &[edit(started_later, 2021, Field::Actual, "準備を始めた。")]).unwrap();
    let found = record(&bench, started_later, 2021);
    assert_eq!(found, YearRecord { actual: "準備を始めた。".into(), ..YearRecord::empty(year(2021)) });
    let years: Vec<i32> = node(&bench, started_later).records.iter().map(|r| r.year.year()).collect();
    assert_eq!(years, [2021, 2022, 2023, 2024], "records stand oldest first");
}

#[test]
fn typing_the_same_again_leaves_no_step() {
    let mut bench = bench();
    let actual = record(&bench, ITEM, 2023).actual;
    let outcome = set(&mut bench, &by(), &[edit(ITEM, 2023, Field::Actual, &actual)]).unwrap();
    assert_eq!(outcome.step, None);
    assert!(history(&bench).is_empty());
}

#[test]
fn a_paste_is_one_step_with_its_count() {
    let mut bench = bench();
    let edits: Vec<RecordEdit> = (15..=19).map(|item| edit(item, 2024, Field::Note, &format!("備考{item}"))).collect();
    let outcome = set(&mut bench, &by(), &edits).unwrap();
    assert_eq!(outcome.changes.len(), 5);
    assert_eq!(history(&bench), ["令和6年度の記録5か所の入力"]);
    bench.undo().unwrap().unwrap();
    assert!((15..=19).all(|item| record(&bench, item, 2024).note.is_empty()));
}

#[test]
fn an_evaluation_is_understood_by_its_word_and_by_its_symbol() {
    let mut bench = bench();
    for (typed, word, term) in [("遅れ", "遅れ", 6), ("◎", "前倒し", 4), ("－", "まだ判定できない", 7)]
    {
        set(&mut bench, &by(), &[edit(ITEM, 2023, Field::Evaluation, typed)]).unwrap();
        let evaluation = record(&bench, ITEM, 2023).evaluations[0].clone();
        assert_eq!((evaluation.text.as_str(), evaluation.term), (word, Some(TermId(term))), "{typed}");
        assert_eq!(evaluation.evaluator, EvaluatorId(2), "the first evaluator, when none is chosen");
    }
    assert_eq!(history(&bench)[0], "「多様な手法による市民参加の推進」令和5年度 評価の入力");
}

#[test]
fn what_the_grid_shows_for_the_same_as_before_comes_back_as_the_mark() {
    let mut bench = bench();
    let said = texts().get(workbench::texts::keys::RECORD_SAME_AS_BEFORE);
    let same = || edit(ITEM, 2024, Field::Planned, &said);
    let before = record(&bench, ITEM, 2024);
    assert!(!before.planned.is_empty() && !before.same_as_before);
    let outcome = set(&mut bench, &by(), &[same()]).unwrap();
    assert_eq!(outcome.changes.len(), 1);
    let marked = record(&bench, ITEM, 2024);
    assert_eq!((marked.planned.as_str(), marked.same_as_before), ("", true), "no words are stored for it");
    assert_eq!(set(&mut bench, &by(), &[same()]).unwrap().step, None, "typed once more it is the same");
    assert_eq!(node(&bench, ITEM).planned_in(year(2024)), record(&bench, ITEM, 2023).planned);
    bench.undo().unwrap().unwrap();
    assert_eq!(record(&bench, ITEM, 2024), before, "and undo brings the words back");

    let words = record(&bench, ITEM, 2023).planned;
    set(&mut bench, &by(), &[edit(ITEM, 2024, Field::Planned, &words), same()]).unwrap();
    let marked = record(&bench, ITEM, 2024);
    assert_eq!((marked.planned, marked.same_as_before), (words, true), "the same words may stay");
    set(&mut bench, &by(), &[edit(ITEM, 2024, Field::Note, &said)]).unwrap();
    assert_eq!(record(&bench, ITEM, 2024).note, said, "elsewhere they are words");

    // Pasted over items of which one has no planning in the year before: its words stay as written.
    let mut bench = crate::support::bench();
    let alone = edit(34, 2022, Field::Planned, &said);
    let error = refused(&mut bench, |b| set(b, &by(), std::slice::from_ref(&alone)));
    assert!(matches!(error, WorkbenchError::NoPlanningBefore { year } if year.year.year() == 2022), "{error:?}");
    set(&mut bench, &by(), &[edit(ITEM, 2022, Field::Planned, &said), alone]).unwrap();
    let marks = [ITEM, 34].map(|item| record(&bench, item, 2022)).map(|told| (told.same_as_before, told.planned));
    assert!(marks[0].0);
    assert_eq!(marks[1], (false, said));
}

#[test]
fn a_word_outside_the_vocabulary_is_kept_without_a_term_and_the_check_names_it() {
    let mut bench = bench();
    let found = |bench: &Workbench| {
        let findings = workbench::check::run(bench, texts(), press(), moment().date()).unwrap();
        findings.iter().filter(|f| f.text.contains("おおむね順調")).count()
    };
    assert_eq!(found(&bench), 0);
    set(&mut bench, &by(), &[edit(ITEM, 2023, Field::Evaluation, "おおむね順調")]).unwrap();
    let evaluation = record(&bench, ITEM, 2023).evaluations[0].clone();
    assert_eq!((evaluation.text.as_str(), evaluation.term), ("おおむね順調", None));
    assert_eq!(found(&bench), 1);
    let tally = view::progress(&bench, PROGRAMME, year(2023)).unwrap().tally;
    let before: usize = tally.iter().map(|line| line.items.len()).sum();
    assert_eq!(before, 28, "every item stands somewhere");
    // The second evaluator has not moved: its judgement stands.
    assert!(tally[1].items.contains(&NodeId(ITEM)));
    let judge = Judge { vocabulary: VocabularyId(2), evaluator: EvaluatorId(3) };
    let second = RecordEdit { judge: Some(judge), ..edit(ITEM, 2023, Field::Evaluation, "おおむね順調") };
    set(&mut bench, &by(), &[second]).unwrap();
    let tally = view::progress(&bench, PROGRAMME, year(2023)).unwrap().tally;
    let foreign = tally.iter().find(|line| line.standing == view::Standing::Foreign).unwrap();
    assert!(foreign.counted && foreign.items == [NodeId(ITEM)], "counted under no word");
}

#[test]
fn a_percentage_stays_as_written_and_counts_as_the_word_it_reaches() {
    let mut bench = bench();
    let terms = |bench: &Workbench| crate::support::plan_of(bench).vocabularies[0].terms.clone();
    let from = |bench: &mut Workbench, at: usize, percent: i64| {
        let term = Term { from_percent: Some(percent.into()), ..terms(bench)[at].clone() };
        vocabulary::edit(bench, &by(), PROGRAMME, &VocabularyEdit::EditTerm { term }, true)
    };
    from(&mut bench, 0, 100).unwrap();
    from(&mut bench, 2, 0).unwrap();
    set(&mut bench, &by(), &[edit(ITEM, 2023, Field::Evaluation, "８５．５％")]).unwrap();
    let judged = |bench: &Workbench| record(bench, ITEM, 2023).evaluations[0].clone();
    assert_eq!((judged(&bench).text.as_str(), judged(&bench).term), ("８５．５％", Some(terms(&bench)[2].id)));
    // Where a word begins to hold at another percentage, what was judged means what it reaches now.
    from(&mut bench, 1, 80).unwrap();
    assert_eq!((judged(&bench).text.as_str(), judged(&bench).term), ("８５．５％", Some(terms(&bench)[1].id)));
    let error = refused(&mut bench, |bench| from(bench, 2, 80));
    assert!(matches!(error, WorkbenchError::NameTaken { name } if name == "80%（予定どおり）"));
    let away = VocabularyEdit::RemoveTerm { term: terms(&bench)[1].id };
    vocabulary::edit(&mut bench, &by(), PROGRAMME, &away, true).unwrap();
    assert_eq!(judged(&bench).term, Some(terms(&bench)[1].id), "the next one below");
    undo_all(&mut bench);
    assert!(bench.programme().unwrap() == crate::support::bench().programme().unwrap());
}

#[test]
fn evaluators_judge_side_by_side_and_a_reason_goes_with_its_judgement() {
    let mut bench = bench();
    let before = record(&bench, ITEM, 2024).evaluations;
    assert!(before.is_empty(), "令和6年度 is not judged yet");
    let judged = |evaluator, field, text: &str| RecordEdit {
        judge: Some(Judge { vocabulary: VocabularyId(2), evaluator: EvaluatorId(evaluator) }),
        ..edit(ITEM, 2024, field, text)
    };
    let edits = [
        judged(2, Field::Evaluation, "予定どおり"),
        judged(3, Field::Evaluation, "△"),
        judged(3, Field::Reason, "募集の時期が遅れたため"),
    ];
    set(&mut bench, &by(), &edits).unwrap();
    let found = record(&bench, ITEM, 2024).evaluations;
    let told: Vec<_> = found.iter().map(|e| (e.evaluator.0, e.text.as_str(), e.reason.as_str())).collect();
    assert_eq!(told, [(2, "予定どおり", ""), (3, "遅れ", "募集の時期が遅れたため")]);
    set(&mut bench, &by(), &[judged(3, Field::Evaluation, ""), judged(3, Field::Reason, "")]).unwrap();
    assert_eq!(record(&bench, ITEM, 2024).evaluations.len(), 1, "nothing said is no judgement");
}

#[test]
fn what_does_not_exist_is_refused_and_the_rest_of_the_paste_with_it() {
    let mut bench = bench();
    let gone = edit(999, 2024, Field::Actual, "実績");
    let here = edit(ITEM, 2024, Field::Actual, "実績");
    for edits in [vec![gone.clone()], vec![here.clone(), gone.clone()], vec![gone, here]] {
        let error = refused(&mut bench, |b| set(b, &by(), &edits));
        assert!(matches!(error, WorkbenchError::NoSuch { id: 999, .. }), "{error:?}");
    }
    let error = refused(&mut bench, |b| set(b, &by(), &[edit(ITEM, 2024, Field::Title, "題")]));
    assert!(matches!(error, WorkbenchError::NoSuch { .. }), "a record has no title: {error:?}");
    let stranger = RecordEdit {
        judge: Some(Judge { vocabulary: VocabularyId(1), evaluator: EvaluatorId(2) }),
        ..edit(ITEM, 2024, Field::Evaluation, "達成")
    };
    let error = refused(&mut bench, |b| set(b, &by(), &[stranger]));
    assert!(matches!(error, WorkbenchError::NoSuch { .. }), "an axis of another plan: {error:?}");
    assert!(matches!(refused(&mut bench, |b| set(b, &by(), &[])), WorkbenchError::NothingToShow));
}

#[test]
fn a_control_character_is_refused_and_named() {
    let mut bench = bench();
    let error = refused(&mut bench, |b| set(b, &by(), &[edit(ITEM, 2024, Field::Actual, "前\u{b}後")]));
    assert!(matches!(error, WorkbenchError::ControlCharacter { code: 0xb }), "{error:?}");
}

#[test]
fn a_plan_without_words_of_evaluation_cannot_be_judged() {
    let mut programme = Programme::new("みどり野市");
    let mut plan = crate::strategies::plan(1, "計画");
    plan.vocabularies.clear();
    plan.nodes = vec![domain::programme::Node::new(NodeId(1), None, 1, "項目")];
    programme.plans.push(plan);
    let mut bench = Workbench::memory(&programme).unwrap();
    let error = refused(&mut bench, |b| set(b, &by(), &[edit(1, 2022, Field::Evaluation, "○")]));
    assert!(matches!(error, WorkbenchError::NothingToShow), "{error:?}");
}
