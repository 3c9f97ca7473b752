//! An item as a form: what its grid row has no single cell for.

use domain::programme::{
    LifeCycleKind, LifeEvent, LifeEventId, NodeId, ProjectId, ProjectKind, Responsibility, SectionId, broken_references,
};
use workbench::plan::{NodeChange, OfficePart, change};
use workbench::project::{self, ProjectChange, ProjectForm};
use workbench::{Workbench, WorkbenchError, view};

use crate::support::{bench, by, history, node, refused, undo_all};

/// ① 多様な手法による市民参加の推進, which continues item 2 of the former plan.
const ITEM: i64 = 15;

fn apply(bench: &mut Workbench, asked: &NodeChange) -> Option<i64> {
    change(bench, &by(), NodeId(ITEM), asked).unwrap().value
}

fn titles(bench: &Workbench) -> Vec<String> {
    node(bench, ITEM).sections.into_iter().map(|section| section.title).collect()
}

#[test]
fn sections_are_added_renamed_moved_and_removed() {
    let mut bench = bench();
    let before = bench.programme().unwrap();
    let first = titles(&bench)[0].clone();
    let id = SectionId(apply(&mut bench, &NodeChange::AddSection { title: "目指す姿".into() }).unwrap());
    apply(&mut bench, &NodeChange::WriteSection { section: id, text: "・だれもが参加できる。\r\n".into() });
    apply(&mut bench, &NodeChange::MoveSection { section: id, position: 0 });
    apply(&mut bench, &NodeChange::RenameSection { section: id, title: "目指すまち".into() });
    assert_eq!(titles(&bench)[..2], ["目指すまち".to_owned(), first.clone()]);
    assert_eq!(node(&bench, ITEM).sections[0].text, "・だれもが参加できる。");
    assert_eq!(history(&bench)[0], "「多様な手法による市民参加の推進」本文の変更");
    let twice = NodeChange::RenameSection { section: id, title: first.clone() };
    let error = refused(&mut bench, |bench| change(bench, &by(), NodeId(ITEM), &twice));
    assert!(matches!(error, WorkbenchError::NameTaken { name } if name == first), "headings tell texts apart");
    apply(&mut bench, &NodeChange::RemoveSection { section: id });
    assert_eq!(titles(&bench)[0], first);
    assert_eq!(undo_all(&mut bench), 5);
    assert_eq!(bench.programme().unwrap(), before);
}

#[test]
fn offices_keep_their_order_and_their_part() {
    let mut bench = bench();
    let part = |name: &str, responsibility| OfficePart { name: name.into(), responsibility, since: None, until: None };
    let asked = NodeChange::Offices {
        offices: vec![
            part("市民協働課", Responsibility::Related),
            part("新設課", Responsibility::Responsible),
            part("市民協働課", Responsibility::Responsible),
        ],
    };
    apply(&mut bench, &asked);
    let offices = bench.programme().unwrap().offices;
    let named: Vec<(String, Responsibility)> = node(&bench, ITEM)
        .offices
        .iter()
        .map(|own| (offices.iter().find(|o| o.id == own.office).unwrap().name.clone(), own.responsibility))
        .collect();
    let expected =
        [("市民協働課".to_owned(), Responsibility::Related), ("新設課".to_owned(), Responsibility::Responsible)];
    assert_eq!(named, expected, "an office named twice stands where it was named first");
}

fn add_event(bench: &mut Workbench, cycle: LifeCycleKind) -> LifeEventId {
    let added = change(bench, &by(), NodeId(ITEM), &NodeChange::AddLifeEvent { cycle }).unwrap();
    LifeEventId(added.value.unwrap())
}

#[test]
fn the_life_cycle_and_the_former_item() {
    let mut bench = bench();
    let event = add_event(&mut bench, LifeCycleKind::New);
    let second = add_event(&mut bench, LifeCycleKind::Merged);
    let merged = |other| NodeChange::LifeEvent {
        event: second,
        cycle: LifeCycleKind::Merged,
        year: "R5".into(),
        words: "②へ統合".into(),
        other,
    };
    apply(&mut bench, &merged(Some(NodeId(16))));
    apply(&mut bench, &NodeChange::Uncounted { uncounted: true });
    let life = node(&bench, ITEM).life_cycle;
    assert_eq!(life.events[0].kind, LifeCycleKind::New, "what was told before stays");
    let year = life.events[1].year.clone().unwrap();
    assert_eq!((year.text.as_str(), year.meaning.map(|year| year.year())), ("R5", Some(2023)), "kept as written");
    assert_eq!((life.events[1].other, life.uncounted), (Some(NodeId(16)), true));
    let links = view::links(&bench, NodeId(ITEM)).unwrap();
    assert_eq!(links.others.iter().map(|other| other.node.0).collect::<Vec<_>>(), [16]);
    let links = view::links(&bench, NodeId(16)).unwrap();
    assert_eq!(links.merged.iter().map(|other| other.node.0).collect::<Vec<_>>(), [ITEM]);
    for other in [ITEM, 2] {
        let asked = merged(Some(NodeId(other)));
        let error = refused(&mut bench, |bench| change(bench, &by(), NodeId(ITEM), &asked));
        assert!(matches!(error, WorkbenchError::NotOfSamePlan), "neither itself nor an item of another plan");
    }
    apply(&mut bench, &NodeChange::MoveLifeEvent { event: second, position: 0 });
    assert_eq!(node(&bench, ITEM).life_cycle.events[0].id, second);
    apply(&mut bench, &NodeChange::RemoveLifeEvent { event });
    assert_eq!(node(&bench, ITEM).life_cycle.events.len(), 1);
    let gone = NodeChange::RemoveLifeEvent { event };
    let error = refused(&mut bench, |bench| change(bench, &by(), NodeId(ITEM), &gone));
    assert!(matches!(error, WorkbenchError::NoSuch { .. }));
    apply(&mut bench, &NodeChange::Continues { formers: vec![NodeId(3), NodeId(2), NodeId(3)] });
    assert_eq!(node(&bench, ITEM).continues, [NodeId(3), NodeId(2)], "two became one; each is named once");
    for (item, former) in [(ITEM, 16), (3, ITEM)] {
        let asked = NodeChange::Continues { formers: vec![NodeId(former)] };
        let error = refused(&mut bench, |bench| change(bench, &by(), NodeId(item), &asked));
        assert!(matches!(error, WorkbenchError::NotOfFormerPlan), "{item} cannot continue {former}");
    }
    apply(&mut bench, &NodeChange::Continues { formers: Vec::new() });
    assert_eq!(node(&bench, ITEM).continues, []);
    assert!(broken_references(&bench.programme().unwrap()).is_empty());
}

#[test]
fn projects_are_kept_as_written_and_ordered() {
    let mut bench = bench();
    let before = bench.programme().unwrap();
    let form = ProjectForm {
        name: "市民意見の収集基盤の整備".into(),
        kind: ProjectKind::New,
        year: "令和6年度".into(),
        budget: "5,454千円".into(),
        debt_burden: "107,910千円".into(),
        purpose: "意見を集める。".into(),
        outline: "・基盤を選ぶ。\n・試行する。".into(),
        offices: vec!["企画政策課".into(), String::new(), "企画政策課".into()],
    };
    let mut put = |asked: &ProjectChange| project::change(&mut bench, &by(), NodeId(ITEM), asked).unwrap().value;
    let first = ProjectId(put(&ProjectChange::Add { form: form.clone() }).unwrap());
    let second = ProjectForm { name: "説明会".into(), kind: ProjectKind::Major, ..ProjectForm::default() };
    let second = ProjectId(put(&ProjectChange::Add { form: second }).unwrap());
    put(&ProjectChange::Move { project: second, position: 0 });
    put(&ProjectChange::Edit { project: first, form: ProjectForm { budget: "未定".into(), ..form.clone() } });
    let projects = node(&bench, ITEM).projects;
    assert_eq!(projects.iter().map(|project| project.id).collect::<Vec<_>>(), [second, first]);
    let budget = projects[1].budget.clone().unwrap();
    assert_eq!((budget.text.as_str(), budget.is_understood()), ("未定", false), "words that are no amount are kept");
    let burden = projects[1].debt_burden.clone().unwrap().meaning.unwrap();
    assert_eq!((burden.amount.to_string().as_str(), projects[1].offices.len()), ("107910", 1));
    assert_eq!(history(&bench)[0], "「多様な手法による市民参加の推進」主要事務事業の変更");
    let nameless = ProjectChange::Add { form: ProjectForm::default() };
    let error = refused(&mut bench, |bench| project::change(bench, &by(), NodeId(ITEM), &nameless));
    assert!(matches!(error, WorkbenchError::EmptyName));
    project::change(&mut bench, &by(), NodeId(ITEM), &ProjectChange::Remove { project: first }).unwrap();
    assert_eq!(node(&bench, ITEM).projects.len(), 1);
    undo_all(&mut bench);
    assert_eq!(bench.programme().unwrap(), before);
}

#[test]
fn an_item_tells_what_it_is_tied_to() {
    let bench = bench();
    let links = view::links(&bench, NodeId(16)).unwrap();
    assert_eq!(links.former.iter().map(|former| former.node.0).collect::<Vec<_>>(), [3]);
    assert_eq!(links.former[0].plan_name, "第3次行財政改革大綱");
    assert_eq!(links.indicators[0].name, "市民活動支援センターの登録団体数、延べ利用者数及び延べ利用回数");
    assert_eq!(view::links(&bench, NodeId(3)).unwrap().later[0].node, NodeId(16), "and the other way round");
    let effects = view::links(&bench, NodeId(23)).unwrap().effects;
    assert_eq!(effects[0].title, "市税等の収納対策の強化");
    let choices = view::choices(&bench, NodeId(16)).unwrap();
    assert!(choices.former.iter().all(|former| former.plan.0 == 1), "only other plans can be continued");
    assert!(choices.others.iter().any(|other| other.node.0 == 15) && choices.others.iter().all(|o| o.node.0 != 16));
}

#[test]
fn years_far_from_the_plan_are_refused_and_those_that_are_there_stay() {
    let mut programme = workbench::sample::programme().unwrap();
    let item = programme.plans[1].nodes.iter_mut().find(|node| node.id == NodeId(ITEM)).unwrap();
    let far = domain::value::Written::read("昭和60年度");
    let event = LifeEventId(900);
    let old = LifeEvent { year: Some(far.clone()), ..LifeEvent::new(event, LifeCycleKind::Revised) };
    item.life_cycle.events = vec![old];
    let mut bench = Workbench::memory(&programme).unwrap();
    let life = |year: &str| NodeChange::LifeEvent {
        event,
        cycle: LifeCycleKind::New,
        year: year.into(),
        words: "新しい言葉".into(),
        other: None,
    };
    let told = |bench: &Workbench| node(bench, ITEM).life_cycle.events[0].year.clone();
    apply(&mut bench, &life("昭和60年度"));
    assert_eq!(told(&bench), Some(far), "what stood there is no reason to refuse the rest");
    for year in ["令和50年度", "平成2年度"] {
        let error = refused(&mut bench, |bench| change(bench, &by(), NodeId(ITEM), &life(year)));
        assert!(matches!(&error, WorkbenchError::YearFarFromPlan { year: told, .. } if told == year), "{error:?}");
        let form = ProjectForm { name: "事業".into(), year: year.into(), ..ProjectForm::default() };
        let add = ProjectChange::Add { form };
        let error = refused(&mut bench, |bench| project::change(bench, &by(), NodeId(ITEM), &add));
        assert!(matches!(error, WorkbenchError::YearFarFromPlan { .. }), "{error:?}");
    }
    apply(&mut bench, &life("令和2年度"));
    apply(&mut bench, &life("いつか"));
    assert!(!told(&bench).unwrap().is_understood(), "words without a year are kept");
}
