//! The papers beside the progress table: the tally, the effects, the book of a plan, the list of its
//! indicators. What of the programme stands on them, in every sample.

use domain::programme::{
    IndicatorScope, IndicatorTarget, NodeId, PaperId, PaperKind, Plan, Programme, Stage, TargetId, Term, TermId,
    VocabularyId,
};
use domain::value::fiscal_year::YearStyle;
use domain::value::written::Written;
use papers::{Block, Content, Paper, Row, SheetSize, Table};
use workbench::check::{handed_out, states};
use workbench::export::PaperFormat;
use workbench::meeting::{MeetingForm, save};
use workbench::record::{self, Judge, RecordEdit};
use workbench::sample::{Shape, programme_of};
use workbench::{Field, Workbench, WorkbenchError, lead, paper, view};

use crate::support::{PROGRAMME, bench, by, moment, press, texts, told, top, year};

/// The papers of the last meeting of the sample.
const TALLY: PaperId = PaperId(4);
const EFFECTS: PaperId = PaperId(5);
const INDICATORS: PaperId = PaperId(6);

fn made(bench: &Workbench, id: PaperId) -> Paper {
    paper::of_file(bench, texts(), id).unwrap()
}

/// A sample before any meeting: its papers are those of the newest plan.
fn without_meetings(shape: Shape) -> Workbench {
    let mut programme = programme_of(shape).unwrap();
    programme.meetings.clear();
    Workbench::memory(&programme).unwrap()
}

fn tables(paper: &Paper) -> Vec<&Table> {
    paper.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

/// The numbers of a row, as Excel calculates with them.
fn numbers(row: &Row) -> Vec<String> {
    let Row::Cells(cells) = row else { return Vec::new() };
    let number = |content: &Content| match content {
        Content::Number { value: Some(value), .. } => Some(value.to_string()),
        _ => None,
    };
    cells.iter().filter_map(|cell| number(&cell.content)).collect()
}

/// All words of a paper without spaces and line ends: those may fall where the column ends.
fn flat(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '⏎').collect()
}

#[test]
fn the_papers_of_the_sample_are_as_they_were_looked_at() {
    let bench = bench();
    let plan = paper::newest(&bench, texts(), PaperKind::Plan).unwrap();
    let papers = [
        ("tally", made(&bench, TALLY)),
        ("effects", made(&bench, EFFECTS)),
        ("indicators", made(&bench, INDICATORS)),
        ("plan", plan),
    ];
    for (name, paper) in papers {
        let path = top().join(format!("tests/golden/papers/{name}.txt"));
        let told = told(&paper);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &told).unwrap();
        }
        assert!(told == std::fs::read_to_string(&path).unwrap(), "UPDATE_GOLDEN=1 rewrites {}", path.display());
    }
}

#[test]
fn every_paper_of_every_sample_can_be_handed_out() {
    for shape in Shape::ALL {
        let programme = programme_of(shape).unwrap();
        let bench = Workbench::memory(&programme).unwrap();
        let kinds: Vec<PaperKind> =
            programme.meetings.iter().flat_map(|meeting| &meeting.papers).map(|paper| paper.kind).collect();
        assert!(kinds.len() > 2, "{shape:?} has more than one kind of paper");
        for id in programme.meetings.iter().flat_map(|meeting| &meeting.papers).map(|paper| paper.id) {
            let paper = made(&bench, id);
            assert!(!paper.title.is_empty() && !paper.blocks.is_empty(), "{shape:?} {id:?}");
            assert!(!told(&paper).contains("{$") && !told(&paper).contains("{ $"), "{shape:?} {id:?}");
            let book = press().paper(&paper, PaperFormat::Xlsx, moment()).unwrap();
            assert!(book.starts_with(b"PK"), "{shape:?} {id:?}");
        }
        for kind in PaperKind::ALL {
            match paper::newest(&bench, texts(), kind) {
                Ok(paper) => assert!(!paper.blocks.is_empty(), "{shape:?} {kind:?}"),
                Err(WorkbenchError::NothingToShow) => {
                    assert!(kind == PaperKind::Effects && programme.effects.is_empty(), "{shape:?} {kind:?}");
                }
                Err(error) => panic!("{shape:?} {kind:?}: {error}"),
            }
        }
    }
}

#[test]
fn the_tally_prints_the_figures_of_the_screen() {
    let bench = bench();
    let paper = made(&bench, TALLY);
    assert_eq!(paper.title, "第1期改革推進プログラム（令和3年度～令和6年度）評価の集計【令和4年度】");
    assert_eq!((paper.sheet.size, paper.sheet.landscape), (SheetSize::A4, false));
    let view = view::tally(&bench, texts(), PROGRAMME, year(2022), 0).unwrap();
    let tables = tables(&paper);
    assert_eq!(tables.len(), 1 + view.tables.len(), "the rates, then every axis by every judge");
    let rate = numbers(&tables[0].body[0]);
    let wanted = view.rates[0].percent.clone().unwrap();
    assert_eq!(rate[0], wanted.trim_end_matches('%'));
    assert_eq!(rate[1], view.rates[0].numerator.len().to_string());
    for (table, shown) in tables[1..].iter().zip(&view.tables) {
        // The column of items not judged stands there only when there are any.
        let told = |column: &view::TallyColumn, items: &[NodeId]| {
            column.counted && (column.standing != view::Standing::Unjudged || !items.is_empty())
        };
        let counted = shown.columns.iter().zip(&shown.all.cells).filter(|(column, items)| told(column, items));
        let mut wanted: Vec<String> = counted.map(|(_, items)| items.len().to_string()).collect();
        wanted.push(shown.all.counted.len().to_string());
        let rest = shown.columns.iter().zip(&shown.all.cells).filter(|(column, _)| !column.counted);
        wanted.extend(rest.map(|(_, items)| items.len().to_string()));
        wanted.push(shown.all.listed.len().to_string());
        assert_eq!(numbers(&table.body[0]), wanted);
        assert!(table.unit.as_deref() == Some("（単位：項目）"));
        let named = |row: &Row| matches!(row, Row::Cells(cells) if matches!(&cells[0].content, Content::Text(lines) if lines[0].text.starts_with("方向性")));
        assert_eq!(table.body.iter().filter(|row| named(row)).count(), 4, "every direction");
    }
}

#[test]
fn the_tally_has_a_figure_of_the_directions_in_every_format() {
    let bench = bench();
    let paper = made(&bench, TALLY);
    let figures: Vec<_> =
        paper.blocks.iter().filter_map(|b| if let Block::Figure { alt, .. } = b { Some(alt) } else { None }).collect();
    let [alt] = figures.as_slice() else { panic!("one figure for one axis") };
    assert!(
        alt.starts_with("進捗の評価の数（方向性別）：方向性1 地域の力を生かした公共サービスの展開 7項目、"),
        "{alt}"
    );
    assert!(press().paper(&paper, PaperFormat::Pdf, moment()).unwrap().starts_with(b"%PDF"));
    let pages = press().paper_preview(&paper).unwrap();
    assert_eq!(pages.len(), 2, "it fits two pages");
    let book = press().paper(&paper, PaperFormat::Xlsx, moment()).unwrap();
    let picture = b"xl/media/image1.png";
    assert!(book.windows(picture.len()).any(|bytes| bytes == picture), "a picture in the workbook");
}

#[test]
fn a_tally_has_a_breakdown_for_every_level_above_the_items() {
    let bench = without_meetings(Shape::Targets);
    let paper = paper::newest(&bench, texts(), PaperKind::Tally).unwrap();
    let told = told(&paper);
    for level in ["方向性別", "方針別", "実施策別", "所管課別"] {
        assert!(told.contains(&format!("== {level}")), "{level}");
    }
}

#[test]
fn the_tally_begins_with_the_sentence_of_its_year_and_the_others_with_words_of_a_person_only() {
    let mut bench = bench();
    let told_of = |bench: &Workbench, id| lead::of_paper(bench, texts(), id).unwrap();
    let tally = told_of(&bench, TALLY);
    assert_eq!(tally.year.map(|year| year.long), Some("令和4年度".to_owned()));
    assert!(told(&made(&bench, TALLY)).contains(&tally.generated) && !tally.generated.is_empty());
    let effects = told_of(&bench, EFFECTS);
    assert_eq!((effects.year, effects.text.as_str()), (None, ""));
    assert!(matches!(made(&bench, EFFECTS).blocks[0], Block::Table(_)));
    lead::set(&mut bench, &by(), texts(), EFFECTS, Some("効果額は次のとおりです。")).unwrap();
    assert!(told(&made(&bench, EFFECTS)).contains("効果額は次のとおりです。"));
    assert_eq!(told_of(&bench, EFFECTS).disagreeing, Vec::<String>::new());
}

#[test]
fn every_amount_of_the_effects_is_printed_and_a_printed_total_once() {
    for shape in [Shape::Progress, Shape::Targets] {
        let programme = programme_of(shape).unwrap();
        let bench = Workbench::memory(&programme).unwrap();
        for paper in
            programme.meetings.iter().flat_map(|meeting| &meeting.papers).filter(|p| p.kind == PaperKind::Effects)
        {
            let composed = made(&bench, paper.id);
            let own: Vec<_> = programme.effects.iter().filter(|table| table.plan == paper.plan).collect();
            let tables = tables(&composed);
            assert_eq!(tables.len(), own.len());
            for (table, wanted) in tables.iter().zip(own) {
                assert_eq!(table.unit.as_deref(), Some(format!("（単位：{}）", wanted.unit).as_str()));
                let cells: Vec<&str> = table
                    .body
                    .iter()
                    .filter_map(|row| if let Row::Cells(cells) = row { Some(cells) } else { None })
                    .flatten()
                    .filter_map(|cell| {
                        if let Content::Number { text, .. } = &cell.content { Some(text.as_str()) } else { None }
                    })
                    .collect();
                for cell in wanted.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.amount.is_blank()) {
                    assert!(cells.contains(&cell.amount.text.as_str()), "{}: {}", wanted.name, cell.amount.text);
                }
                let totals = |row: &&Row| matches!(row, Row::ItemStart { name } if name == "合計" || name == "計");
                assert_eq!(table.body.iter().filter(totals).count(), 1, "{}: one total of all", wanted.name);
            }
        }
    }
}

#[test]
fn years_on_a_paper_keep_the_era_of_the_plan() {
    let bench = without_meetings(Shape::Targets);
    let paper = paper::newest(&bench, texts(), PaperKind::Effects).unwrap();
    let told = told(&paper);
    assert!(told.contains("平成32年度") && !told.contains("令和2年度"), "{told}");
}

/// What a plan says of its nodes.
fn said(programme: &Programme, plan: &Plan) -> Vec<String> {
    let mut said = Vec::new();
    let schedule = plan.schedule().map(|schedule| schedule.id);
    for node in &plan.nodes {
        said.push(node.title.clone());
        said.extend(node.sections.iter().flat_map(|section| [section.title.clone(), section.text.clone()]));
        said.extend(node.life_cycle.events.iter().map(|event| event.words.clone()));
        said.extend(node.markers.clone());
        for lane in node.lanes.iter().filter(|lane| Some(lane.schedule) == schedule) {
            said.push(lane.title.clone());
            said.extend(lane.bars.iter().map(|bar| bar.words.clone()));
        }
        for project in &node.projects {
            said.extend([project.name.clone(), project.purpose.clone(), project.outline.clone()]);
            said.extend(
                [&project.budget, &project.debt_burden].into_iter().flatten().map(|amount| amount.text.clone()),
            );
            let office = |id| programme.offices.iter().find(|office| office.id == id).unwrap().name.clone();
            said.extend(project.offices.iter().map(|id| office(*id)));
        }
        let own = IndicatorScope::Node { node: node.id };
        for indicator in programme.indicators.iter().filter(|indicator| indicator.scope == own) {
            said.push(indicator.name.clone());
            said.extend(indicator.markers.clone());
            said.extend(
                indicator.baseline.iter().flat_map(|baseline| &baseline.figures).map(|figure| figure.text.clone()),
            );
            said.extend(indicator.targets.iter().map(|target| target.target.text.clone()));
            said.extend(indicator.good.iter().map(|good| good.text.clone()));
        }
    }
    said.extend([plan.note.clone(), plan.first.text.clone(), plan.last.text.clone()]);
    said.extend(plan.related.clone());
    said
}

#[test]
fn the_book_of_a_plan_leaves_nothing_of_the_plan_out() {
    for shape in Shape::ALL {
        let programme = programme_of(shape).unwrap();
        let bench = Workbench::memory(&programme).unwrap();
        let plan = programme.plans.last().unwrap();
        let book = paper::newest(&bench, texts(), PaperKind::Plan).unwrap();
        assert_eq!((book.sheet.size, book.sheet.landscape), (SheetSize::A4, false));
        let printed = flat(&told(&book));
        for words in said(&programme, plan) {
            for line in words.lines() {
                assert!(printed.contains(&flat(line)), "{shape:?}: {line}");
            }
        }
        let tops = plan.nodes.iter().filter(|node| node.parent.is_none()).count();
        let breaks = book.blocks.iter().filter(|block| matches!(block, Block::PageBreak)).count();
        assert_eq!(breaks, tops + 1, "the overview and every node of the top begin a page");
    }
}

#[test]
fn the_overview_covers_every_place_of_its_table() {
    for shape in Shape::ALL {
        let bench = Workbench::memory(&programme_of(shape).unwrap()).unwrap();
        let book = paper::newest(&bench, texts(), PaperKind::Plan).unwrap();
        let plan = bench.programme().unwrap().plans.pop().unwrap();
        let table = tables(&book).into_iter().find(|table| {
            table.header.first().is_some_and(
                |head| matches!(&head[0].content, Content::Text(lines) if lines[0].text == plan.levels[0].name),
            )
        });
        let table = table.unwrap();
        let rows = table.body.iter().filter(|row| matches!(row, Row::Cells(_))).count();
        let cells = table.body.iter().filter_map(|row| if let Row::Cells(cells) = row { Some(cells) } else { None });
        let covered: usize = cells.flatten().map(|cell| usize::from(cell.rowspan) * usize::from(cell.colspan)).sum();
        assert_eq!(covered, rows * table.columns.len(), "{shape:?}");
    }
}

#[test]
fn a_book_in_excel_has_a_worksheet_for_a_chapter_and_not_for_a_table() {
    let bench = bench();
    let book = paper::newest(&bench, texts(), PaperKind::Plan).unwrap();
    let workbook = press().paper(&book, PaperFormat::Xlsx, moment()).unwrap();
    let holds = |number: usize| {
        let name = format!("xl/worksheets/sheet{number}.xml");
        workbook.windows(name.len()).any(|bytes| bytes == name.as_bytes())
    };
    assert!(holds(6) && !holds(8), "the front, the overview and one for each of four directions");
}

#[test]
fn every_indicator_has_its_figures_on_the_list_up_to_its_year() {
    for shape in Shape::ALL {
        let programme = programme_of(shape).unwrap();
        let bench = Workbench::memory(&programme).unwrap();
        for paper in
            programme.meetings.iter().flat_map(|meeting| &meeting.papers).filter(|p| p.kind == PaperKind::Indicators)
        {
            let plan = programme.plans.iter().find(|plan| plan.id == paper.plan).unwrap();
            let composed = made(&bench, paper.id);
            let printed = flat(&told(&composed));
            let own = |scope: IndicatorScope| match scope {
                IndicatorScope::Node { node } => plan.node(node).is_some(),
                IndicatorScope::Plan { plan: id } => id == plan.id,
                IndicatorScope::Fiscal => false,
            };
            let first = plan.first.meaning.unwrap();
            for indicator in programme.indicators.iter().filter(|indicator| own(indicator.scope)) {
                let holds = |text: &str| assert!(printed.contains(&flat(text)), "{shape:?} {}: {text}", indicator.name);
                holds(&indicator.name);
                indicator.markers.iter().for_each(|marker| holds(marker));
                indicator.baseline.iter().flat_map(|baseline| &baseline.figures).for_each(|figure| holds(&figure.text));
                indicator.targets.iter().for_each(|target| holds(&target.target.text));
                let shown = |seen: &&domain::programme::Observation| first <= seen.year && seen.year <= paper.year;
                indicator.observations.iter().filter(shown).for_each(|seen| holds(&seen.figure.text));
            }
        }
    }
    let programme = programme_of(Shape::Targets).unwrap();
    let bench = Workbench::memory(&programme).unwrap();
    let list = paper::newest(&bench, texts(), PaperKind::Indicators).unwrap();
    let told = told(&list);
    let finals = programme.indicators.iter().flat_map(|indicator| &indicator.targets);
    for target in finals.filter(|target| target.stage == Stage::Final) {
        assert!(flat(&told).contains(&flat(&target.target.text)), "a fiscal indicator the plan aims at");
    }
}

#[test]
fn a_tally_handed_out_is_out_of_date_once_an_item_is_judged_otherwise() {
    let mut bench = bench();
    for id in [TALLY, EFFECTS] {
        let printed = made(&bench, id);
        handed_out(&mut bench, id, &printed, moment()).unwrap();
    }
    let stale = |bench: &Workbench| {
        let states = states(bench, texts()).unwrap();
        states.into_iter().map(|state| (state.paper, state.stale)).collect::<Vec<_>>()
    };
    assert_eq!(stale(&bench), [(TALLY, false), (EFFECTS, false)]);
    let late = view::tally(&bench, texts(), PROGRAMME, year(2022), 0).unwrap().tables[0].all.cells[2][0];
    let judge = Judge { vocabulary: VocabularyId(2), evaluator: domain::programme::EvaluatorId(3) };
    let edit = RecordEdit {
        node: late,
        year: year(2022),
        field: Field::Evaluation,
        judge: Some(judge),
        text: "予定どおり".into(),
    };
    record::set(&mut bench, &by(), &[edit]).unwrap();
    assert_eq!(stale(&bench), [(TALLY, true), (EFFECTS, false)]);
}

#[test]
fn a_plan_of_very_many_years_and_words_is_still_printed() {
    let mut programme = workbench::sample::programme().unwrap();
    let plan = programme.plans.last_mut().unwrap();
    plan.first = Written::read("平成20年度");
    plan.last = Written::read("令和20年度");
    let schedule = plan.schedules.last_mut().unwrap();
    (schedule.first, schedule.last) = (year(2008), year(2038));
    let term = plan.vocabularies[0].terms[0].clone();
    for id in 900..930 {
        plan.vocabularies[0]
            .terms
            .push(Term { id: TermId(id), label: format!("評価の語その{id}"), ..term.clone() });
    }
    for indicator in &mut programme.indicators {
        let Some(target) = indicator.targets.first().cloned() else { continue };
        for (at, western) in (2008..=2038).enumerate() {
            let id = TargetId(9000 + indicator.id.0 * 100 + i64::try_from(at).unwrap());
            let year = Some(Written::read(year(western).format(YearStyle::Long)));
            indicator.targets.push(IndicatorTarget { id, year, stage: Stage::Yearly, ..target.clone() });
        }
    }
    programme.meetings.clear();
    let bench = Workbench::memory(&programme).unwrap();
    for kind in PaperKind::ALL {
        let paper = paper::newest(&bench, texts(), kind).unwrap();
        let pages = press().paper_preview(&paper).unwrap_or_else(|error| panic!("{kind:?}: {error}"));
        assert!(!pages.is_empty(), "{kind:?}");
        press().paper(&paper, PaperFormat::Xlsx, moment()).unwrap();
    }
}

#[test]
fn a_meeting_takes_papers_of_every_kind() {
    let mut bench = bench();
    let last = bench.programme().unwrap().meetings.pop().unwrap();
    let papers = PaperKind::ALL.map(|kind| domain::programme::MeetingPaper {
        id: PaperId(0),
        kind,
        doc_no: format!("資料{}", kind.word()),
        title: String::new(),
        plan: PROGRAMME,
        year: year(2023),
        lead: String::new(),
    });
    let form = MeetingForm {
        id: None,
        number: "第4回".into(),
        name: last.name,
        date: String::new(),
        place: String::new(),
        papers: papers.into(),
    };
    let id = save(&mut bench, &by(), &form).unwrap().value;
    let made: Vec<_> = bench.programme().unwrap().meetings.into_iter().filter(|meeting| meeting.id == id).collect();
    let titles: Vec<String> =
        made[0].papers.iter().map(|one| paper::of_file(&bench, texts(), one.id).unwrap().title).collect();
    let of = "第1期改革推進プログラム（令和3年度～令和6年度）";
    assert_eq!(
        titles,
        ["進捗状況【令和5年度当初計画】", "評価の集計【令和5年度】", "効果額", "", "指標一覧【令和5年度までの実績】"]
            .map(|title| format!("{of}{title}"))
    );
    assert_eq!(PaperKind::ALL.map(|kind| PaperKind::of(kind.word())), PaperKind::ALL.map(Some));
}
