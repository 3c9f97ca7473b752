//! Tallies of the sample: every figure traced back to the records, and the sentence that a paper
//! prints above its table.

use std::collections::BTreeSet;

use domain::programme::{LifeCycleKind, NodeId, PaperId, Plan, PlanId, Programme, Rate, RateId, TermId};
use papers::{Block, Paper};
use workbench::record::{Judge, RecordEdit};
use workbench::view::{Breakdown, Standing, TallyRow, TallyTable, TallyView};
use workbench::{Field, Workbench, WorkbenchError, lead, paper, record, tally, view};

use crate::support::{PROGRAMME, bench, by, history, plan_of, refused, texts, year};

/// 資料1 of the last meeting: planning of R6, results up to R4.
const PAPER: PaperId = PaperId(2);

const GENERATED: &str = "令和4年度は、26項目のうち、前倒しが1項目、予定どおりが22項目、遅れが3項目となっています。\
                         このほか、「まだ判定できない」が1項目、「対象外」が1項目あります。";

fn tallied(bench: &Workbench, western: i32) -> TallyView {
    view::tally(bench, texts(), PROGRAMME, year(western), 0).unwrap()
}

fn counts(table: &TallyTable, row: &TallyRow) -> Vec<(String, usize)> {
    table.columns.iter().zip(&row.cells).map(|(column, items)| (column.label.clone(), items.len())).collect()
}

fn judged(plan: &Plan, id: NodeId, western: i32) -> String {
    let record = plan.node(id).unwrap().record(year(western));
    record.and_then(|record| record.evaluations.last()).map(|e| e.text.clone()).unwrap_or_default()
}

#[test]
fn every_figure_names_the_items_it_counted() {
    let bench = bench();
    let plan = plan_of(&bench);
    let view = tallied(&bench, 2022);
    assert_eq!(
        (view.name.as_str(), view.year.long.as_str(), view.items.len()),
        ("第1期改革推進プログラム", "令和4年度", 28)
    );
    let judges: Vec<_> = view.tables.iter().map(|table| format!("{}／{}", table.axis, table.judge)).collect();
    assert_eq!(judges, ["進捗／最後の評価", "進捗／所管課（自己評価）", "進捗／改革推進本部（2次評価）"]);
    let table = &view.tables[0];
    let expected =
        [("前倒し", 1), ("予定どおり", 22), ("遅れ", 3), ("評価が未入力", 0), ("まだ判定できない", 1), ("対象外", 1)];
    assert_eq!(counts(table, &table.all), expected.map(|(label, count)| (label.to_owned(), count)));
    assert_eq!((table.all.counted.len(), table.all.listed.len()), (26, 28));
    for part in &table.parts {
        for row in part.rows.iter().chain([&table.all]) {
            for (column, items) in table.columns.iter().zip(&row.cells) {
                for id in items {
                    let word = judged(&plan, *id, 2022);
                    assert_eq!(
                        word,
                        if column.standing == Standing::Term { column.label.clone() } else { String::new() }
                    );
                }
            }
        }
    }
    assert_eq!(table.sentence, GENERATED);
    assert_eq!(view.tables[1].all.counted.len(), 27, "the offices judged what the second evaluator could not yet");
}

#[test]
fn parts_add_up_and_an_item_of_several_offices_counts_in_each() {
    let bench = bench();
    let plan = plan_of(&bench);
    let table = tallied(&bench, 2023).tables.remove(0);
    let kinds: Vec<Breakdown> = table.parts.iter().map(|part| part.by).collect();
    assert_eq!(kinds, [Breakdown::Direction, Breakdown::Office, Breakdown::LifeCycle, Breakdown::Group]);
    let all: BTreeSet<NodeId> = table.all.listed.iter().copied().collect();
    for part in &table.parts {
        let union: BTreeSet<NodeId> = part.rows.iter().flat_map(|row| row.listed.iter().copied()).collect();
        assert_eq!(union, all, "{}", part.title);
        let sum: usize = part.rows.iter().map(|row| row.listed.len()).sum();
        assert_eq!(sum > 28, part.by == Breakdown::Office, "{}", part.title);
        assert_eq!(part.note.is_empty(), part.by != Breakdown::Office);
    }
    let directions: Vec<_> = table.parts[0].rows.iter().map(|row| (row.title.as_str(), row.listed.len())).collect();
    assert_eq!(directions[0], ("方向性1 地域の力を生かした公共サービスの展開", 7));
    let row = table.parts[2].rows.iter().find(|row| row.title == "終了").unwrap();
    let ended: Vec<NodeId> =
        plan.items().filter(|item| item.life_cycle.last_kind() == LifeCycleKind::Ended).map(|item| item.id).collect();
    assert_eq!((row.counted.len(), &row.listed), (0, &ended), "ended in R4: listed and not counted");
    assert_eq!(
        table.parts[1].rows.last().map(|row| row.title.starts_with('（')),
        Some(false),
        "no item lacks an office"
    );
}

#[test]
fn the_rate_of_the_city_takes_the_place_of_the_usual_one() {
    let mut programme = workbench::sample::programme().unwrap();
    let usual = tallied(&Workbench::memory(&programme).unwrap(), 2022).rates;
    let told: Vec<_> =
        usual.iter().map(|rate| (rate.name.as_str(), rate.percent.as_deref(), rate.formula.as_str())).collect();
    assert_eq!(told, [("達成率", Some("88.5%"), "（前倒し＋予定どおり）÷（前倒し＋予定どおり＋遅れ）")]);
    assert_eq!((usual[0].numerator.len(), usual[0].denominator.len(), usual[0].left_out.len()), (23, 26, 0));
    let terms: Vec<TermId> = programme.plans[1].vocabularies[0].terms.iter().map(|term| term.id).collect();
    programme.plans[1].rates = vec![Rate {
        id: RateId(1),
        name: "進捗率".into(),
        formula: "（前倒し＋予定どおり）÷全項目".into(),
        evaluator: Some(domain::programme::EvaluatorId(2)),
        numerator: terms[..2].to_vec(),
        denominator: terms.clone(),
        unjudged: true,
    }];
    let bench = Workbench::memory(&programme).unwrap();
    let own = tallied(&bench, 2022).rates;
    assert_eq!(own.len(), 1);
    assert_eq!((own[0].name.as_str(), own[0].percent.as_deref()), ("進捗率", Some("89.3%")), "25÷28 by the offices");
    assert_eq!(
        (own[0].judge.as_str(), own[0].formula.as_str()),
        ("所管課（自己評価）", "（前倒し＋予定どおり）÷全項目")
    );
    assert_eq!(own[0].denominator.len(), 28);
    assert_eq!(tallied(&bench, 2024).rates[0].percent.as_deref(), Some("0.0%"), "not judged yet, and it counts that");
    assert_eq!(
        tallied(&Workbench::memory(&workbench::sample::programme().unwrap()).unwrap(), 2024).rates[0].percent,
        None
    );
}

#[test]
fn the_first_screen_the_chips_and_the_tally_show_the_same_numbers() {
    let bench = bench();
    for western in 2021..=2024 {
        let table = tallied(&bench, western).tables.remove(0);
        let of_table: Vec<_> =
            table.columns.iter().zip(&table.all.cells).map(|(c, items)| (c.standing, items.clone())).collect();
        let home = view::home(&bench, texts(), Some(PROGRAMME), Some(year(western)), crate::support::moment().date())
            .unwrap()
            .tally;
        let chips = view::progress(&bench, PROGRAMME, year(western)).unwrap().tally;
        assert_eq!(home, chips);
        assert_eq!(home.into_iter().map(|line| (line.standing, line.items)).collect::<Vec<_>>(), of_table, "{western}");
    }
}

#[test]
fn the_plan_and_the_year_meant_without_naming_them() {
    let bench = bench();
    let asked = |plan: Option<&str>, western: Option<i32>| tally::asked(&bench, plan, western.map(year));
    assert_eq!(asked(None, None).unwrap(), (PROGRAMME, year(2023)), "R6 is not judged yet");
    assert_eq!(asked(Some("第3次行財政改革大綱"), None).unwrap(), (PlanId(1), year(2020)));
    assert_eq!(asked(None, Some(2018)).unwrap(), (PlanId(1), year(2018)), "the plan that runs in the year");
    assert!(matches!(asked(Some("ない"), None), Err(WorkbenchError::NoPlanNamed { name }) if name == "ない"));
    for outside in [asked(None, Some(2030)), asked(Some("第3次行財政改革大綱"), Some(2023))] {
        assert!(matches!(outside, Err(WorkbenchError::YearOutsidePlan { .. })), "{outside:?}");
    }
    let empty = Workbench::memory(&Programme::new("みどり野市")).unwrap();
    assert!(matches!(tally::asked(&empty, None, None), Err(WorkbenchError::NothingToShow)));
    assert!(matches!(
        view::tally(&bench, texts(), PlanId(9), year(2023), 0),
        Err(WorkbenchError::NoSuch { id: 9, .. })
    ));
}

fn printed(bench: &Workbench) -> Paper {
    paper::of_file(bench, texts(), PAPER).unwrap()
}

fn above_the_table(paper: &Paper) -> String {
    match &paper.blocks[0] {
        Block::Paragraph(lines) => lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>().join("\n"),
        _ => String::new(),
    }
}

#[test]
fn the_paper_begins_with_the_sentence_on_the_last_results_it_prints() {
    let bench = bench();
    assert_eq!(above_the_table(&printed(&bench)), GENERATED);
    let lead = lead::of_paper(&bench, texts(), PAPER).unwrap();
    let year = lead.year.as_ref().map(|year| year.long.as_str());
    assert_eq!((year, lead.edited, lead.text.as_str()), (Some("令和4年度"), false, GENERATED));
    let mut programme = workbench::sample::programme().unwrap();
    for record in programme.plans[1].nodes.iter_mut().flat_map(|node| &mut node.records) {
        record.evaluations.clear();
    }
    let unjudged = Workbench::memory(&programme).unwrap();
    assert!(matches!(printed(&unjudged).blocks.as_slice(), [Block::Table(_)]), "nothing judged, nothing told");
}

#[test]
fn a_sentence_in_a_persons_words_is_printed_and_watched() {
    let mut bench = bench();
    let own = "令和4年度末では26項目中23項目（88.5%）が前倒し又は予定どおりで、遅れは3項目でした。";
    lead::set(&mut bench, &by(), texts(), PAPER, Some(own)).unwrap();
    assert_eq!(history(&bench), ["資料1の集計の文の変更"]);
    assert_eq!(above_the_table(&printed(&bench)), own);
    let lead = lead::of_paper(&bench, texts(), PAPER).unwrap();
    assert!(lead.edited && lead.disagreeing.is_empty(), "{:?}", lead.disagreeing);
    assert_eq!(lead.generated, GENERATED);

    // The second evaluator thinks again of one item.
    let table = tallied(&bench, 2022).tables.remove(0);
    let judge = Judge { vocabulary: domain::programme::VocabularyId(2), evaluator: domain::programme::EvaluatorId(3) };
    let edit = RecordEdit {
        node: table.all.cells[2][0],
        year: year(2022),
        field: Field::Evaluation,
        judge: Some(judge),
        text: "予定どおり".into(),
    };
    record::set(&mut bench, &by(), &[edit]).unwrap();
    let lead = lead::of_paper(&bench, texts(), PAPER).unwrap();
    assert_eq!(lead.disagreeing, ["23項目", "88.5%", "3項目"]);
    assert_eq!(lead.text, own, "a person's words are not changed");

    lead::set(&mut bench, &by(), texts(), PAPER, None).unwrap();
    let lead = lead::of_paper(&bench, texts(), PAPER).unwrap();
    assert!(!lead.edited && lead.disagreeing.is_empty());
    assert!(above_the_table(&printed(&bench)).contains("予定どおりが23項目、遅れが2項目"));
    bench.undo().unwrap();
    assert_eq!(above_the_table(&printed(&bench)), own);
}

#[test]
fn an_emptied_sentence_prints_nothing_and_the_generated_one_is_no_edit() {
    let mut bench = bench();
    lead::set(&mut bench, &by(), texts(), PAPER, Some(" ")).unwrap();
    assert!(matches!(printed(&bench).blocks.as_slice(), [Block::Table(_)]));
    let lead = lead::of_paper(&bench, texts(), PAPER).unwrap();
    assert!(lead.edited && lead.text.is_empty() && lead.disagreeing.is_empty());
    // Saving the meeting leaves the sentence as it is.
    let meeting = workbench::meeting::all(&bench).unwrap().pop().unwrap();
    let form = workbench::meeting::MeetingForm {
        id: Some(meeting.id),
        number: "第4回".into(),
        name: meeting.name.clone(),
        date: String::new(),
        place: String::new(),
        papers: meeting.papers.clone(),
    };
    workbench::meeting::save(&mut bench, &by(), &form).unwrap();
    assert!(matches!(printed(&bench).blocks.as_slice(), [Block::Table(_)]));
    lead::set(&mut bench, &by(), texts(), PAPER, Some(GENERATED)).unwrap();
    assert!(!lead::of_paper(&bench, texts(), PAPER).unwrap().edited);
    let error = refused(&mut bench, |b| lead::set(b, &by(), texts(), PaperId(99), Some("x")));
    assert!(matches!(error, WorkbenchError::NoSuch { id: 99, .. }));
    let error = refused(&mut bench, |b| lead::set(b, &by(), texts(), PAPER, Some("\u{7}")));
    assert!(matches!(error, WorkbenchError::ControlCharacter { code: 7 }));
}

#[test]
fn the_sentence_has_the_comma_of_the_city_and_words_stay_as_they_were_written() {
    use workbench::settings::city::{self, CityEdit};
    use workbench::settings::vocabulary::{self, VocabularyEdit};
    let mut bench = bench();
    city::edit(&mut bench, &by(), &CityEdit::Comma { comma: domain::programme::Comma::FullWidth }).unwrap();
    let told = lead::of_paper(&bench, texts(), PAPER).unwrap().generated;
    assert_eq!(told, GENERATED.replace('、', "，"));
    assert_eq!(above_the_table(&printed(&bench)), told);
    let plan = bench.programme().unwrap().plans.into_iter().find(|plan| plan.id == PROGRAMME).unwrap();
    let vocabulary = plan.vocabularies.iter().find(|axis| axis.covers(year(2022))).unwrap();
    let term = vocabulary.terms.iter().find(|term| term.label == "予定どおり").cloned().unwrap();
    let renamed = domain::programme::Term { label: "予定どおり、順調".into(), ..term };
    vocabulary::edit(&mut bench, &by(), PROGRAMME, &VocabularyEdit::EditTerm { term: renamed }, true).unwrap();
    let told = lead::of_paper(&bench, texts(), PAPER).unwrap().generated;
    assert!(told.contains("は，") && told.contains("予定どおり、順調が"), "{told}");
}
