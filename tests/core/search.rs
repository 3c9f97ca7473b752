//! Search: what a person remembers of a word finds it, however it is written.

use domain::programme::{LifeCycleKind, LifeWord, NodeId};
use workbench::search::{Area, Hit, Place, find};
use workbench::{Table, Workbench};

use crate::support::{bench, by, texts, year};

fn hits(bench: &Workbench, words: &str) -> Vec<Hit> {
    find(bench, texts(), words, 1000).unwrap().into_iter().flat_map(|part| part.hits).collect()
}

fn places(bench: &Workbench, words: &str) -> Vec<Place> {
    hits(bench, words).into_iter().map(|hit| hit.place).collect()
}

#[test]
fn writings_of_one_word_find_the_same_places() {
    let bench = bench();
    for (wanted, others) in [
        ("髙﨑", &["高崎", "髙崎", " 高﨑　"][..]),
        ("Webアンケート", &["ＷＥＢアンケート", "webあんけーと", "Webｱﾝｹｰﾄ", "web アンケート"]),
        ("RPA・AI", &["ＲＰＡ・ＡＩ", "rpa･ai"]),
        ("①", &["1", "１"]),
        ("39歳以下", &["３９歳以下", "39 歳以下"]),
    ] {
        let found = places(&bench, wanted);
        assert!(!found.is_empty(), "{wanted}");
        for other in others {
            assert_eq!(places(&bench, other), found, "{other} finds what {wanted} finds");
        }
    }
    assert_eq!(places(&bench, "高崎")[0], Place::Node { node: NodeId(17) });
}

#[test]
fn a_hit_names_the_row_of_the_file_and_its_column() {
    let bench = bench();
    for words in ["市民", "実施", "財政", "委員会", "課", "遅れ", "第1回"] {
        for hit in hits(&bench, words) {
            assert_eq!(hit.cell.key.len(), hit.cell.table.key().len(), "{hit:?}");
            assert!(hit.cell.column.is_some(), "{hit:?}");
        }
    }
    let lane = bench.programme().unwrap().plans[1].nodes.iter().find_map(|node| node.lanes.first().cloned()).unwrap();
    let found = hits(&bench, &lane.title).into_iter().find(|hit| hit.cell.key == [lane.id.0]).unwrap();
    assert_eq!((found.cell.table, found.cell.column.as_deref()), (Table::Lane, Some("title")));
}

#[test]
fn every_text_a_person_wrote_is_found_where_it_stands() {
    let bench = bench();
    let programme = bench.programme().unwrap();
    let held = |words: &str, place: Place| {
        let line = words.lines().find(|line| !line.trim().is_empty());
        let Some(line) = line else { return };
        let found = places(&bench, line);
        assert!(found.contains(&place), "{line}: {place:?} in {found:?}");
    };
    for node in programme.plans.iter().flat_map(|plan| &plan.nodes) {
        let at = Place::Node { node: node.id };
        held(&node.title, at);
        for event in &node.life_cycle.events {
            held(&event.words, at);
        }
        for section in &node.sections {
            held(&section.text, at);
        }
        for lane in &node.lanes {
            held(&lane.title, Place::Schedule { node: node.id });
            for bar in &lane.bars {
                held(&bar.words, Place::Schedule { node: node.id });
            }
        }
        for record in &node.records {
            let at = Place::Record { node: node.id, year: record.year.year() };
            for text in [&record.planned, &record.target, &record.previous_state, &record.actual, &record.issues] {
                held(text, at);
            }
            for evaluation in &record.evaluations {
                held(&evaluation.reason, at);
            }
        }
    }
    for indicator in &programme.indicators {
        let at = Place::Indicator { indicator: indicator.id };
        let words = [&indicator.name, &indicator.definition, &indicator.source, &indicator.note];
        for text in words.into_iter().chain(&indicator.markers) {
            held(text, at);
        }
        indicator.targets.iter().for_each(|target| held(&target.target.text, at));
        indicator.observations.iter().for_each(|observation| held(&observation.comment, at));
    }
    programme.offices.iter().for_each(|office| held(&office.name, Place::Office { office: office.id }));
    programme.charts.iter().for_each(|chart| held(&chart.title, Place::Chart { chart: chart.id }));
    for table in &programme.effects {
        let at = Place::Effect { effect: table.id };
        held(&table.name, at);
        table.rows.iter().for_each(|row| held(&row.title, at));
    }
    for meeting in &programme.meetings {
        let at = Place::Meeting { meeting: meeting.id };
        held(&meeting.name, at);
        meeting.papers.iter().for_each(|paper| held(&paper.doc_no, at));
    }
    for plan in &programme.plans {
        let at = Place::Plan { plan: plan.id };
        held(&plan.name, at);
        for term in plan.vocabularies.iter().flat_map(|vocabulary| &vocabulary.terms) {
            held(&term.label, at);
            held(&term.definition, at);
        }
    }
}

#[test]
fn an_office_is_found_with_the_items_it_is_responsible_for() {
    let bench = bench();
    let programme = bench.programme().unwrap();
    let office = &programme.offices[0];
    let wanted: Vec<Place> = programme
        .plans
        .iter()
        .flat_map(|plan| &plan.nodes)
        .filter(|node| node.offices.iter().any(|one| one.office == office.id))
        .map(|node| Place::Node { node: node.id })
        .collect();
    let found = hits(&bench, &office.name);
    for place in &wanted {
        let told = found.iter().any(|hit| hit.place == *place && hit.field == "所管課" && hit.excerpt == office.name);
        assert!(told, "{place:?}");
    }
    assert!(!wanted.is_empty());
}

#[test]
fn a_hit_names_its_item_its_field_and_shows_the_words() {
    let bench = bench();
    let found = hits(&bench, "空き店舗");
    assert_eq!(found.len(), 1);
    let hit = &found[0];
    assert_eq!(hit.place, Place::Record { node: NodeId(16), year: 2022 });
    assert_eq!((hit.title.as_str(), hit.field.as_str()), ("② 協働事業提案制度の充実", "令和4年度 実績"));
    assert!(hit.excerpt.contains("空き店舗を活用した学習支援"), "{}", hit.excerpt);
    assert!(hit.excerpt.starts_with('…') || hit.excerpt.starts_with("・"), "{}", hit.excerpt);
    assert!(hit.excerpt.chars().count() <= 61);
    let marked = |hit: &Hit| {
        let (from, to) = hit.marks[0];
        let units: Vec<u16> = hit.excerpt.encode_utf16().collect();
        String::from_utf16(&units[from as usize..to as usize]).unwrap()
    };
    assert_eq!(marked(hit), "空き店舗");
    assert_eq!(marked(&hits(&bench, "高崎")[0]), "髙﨑");
}

#[test]
fn what_became_of_an_item_is_found_by_the_word_its_plan_shows() {
    let mut bench = bench();
    let told = |bench: &Workbench, words: &str| -> Vec<(i64, String)> {
        let of_kind = |hit: &Hit| hit.cell.table == Table::LifeEvent && hit.cell.column.as_deref() == Some("kind");
        let found = hits(bench, words).into_iter().filter(of_kind);
        found
            .map(|hit| {
                let Place::Node { node } = hit.place else { panic!("{hit:?}") };
                assert_eq!(hit.field, "区分");
                assert_eq!(hit.marks[0].0, 0, "{hit:?}");
                (node.0, hit.excerpt)
            })
            .collect()
    };
    let of = |nodes: &[i64], word: &str| nodes.iter().map(|node| (*node, word.to_owned())).collect::<Vec<_>>();
    assert_eq!(told(&bench, "再掲"), of(&[46], "再掲"));
    assert_eq!(told(&bench, "拡充"), of(&[10, 28], "拡充"), "in the order of the plans");
    let own = LifeWord { kind: LifeCycleKind::Expanded, word: "充実".into() };
    workbench::settings::plan::name_life(&mut bench, &by(), texts(), crate::support::PROGRAMME, &own).unwrap();
    assert_eq!(told(&bench, "拡充"), of(&[10], "拡充"));
    assert_eq!(told(&bench, "充実"), of(&[28], "充実"));
    let whole = find(&bench, texts(), "充実", 1000).unwrap();
    let plan = whole.iter().find(|part| part.area == Area::Plan).unwrap();
    let places: Vec<Place> = plan.hits.iter().map(|hit| hit.place).collect();
    let at = places.iter().position(|place| *place == Place::Node { node: NodeId(28) }).unwrap();
    let two = places.iter().position(|place| *place == Place::Node { node: NodeId(16) }).unwrap();
    assert!(two < at, "in the order of the plan");
    let settings = whole.iter().find(|part| part.area == Area::Settings).unwrap();
    let hit = settings.hits.iter().find(|hit| hit.cell.column.as_deref() == Some("life_words")).unwrap();
    assert_eq!((hit.field.as_str(), hit.excerpt.as_str()), ("区分の言葉", "充実"));
    bench.undo().unwrap().unwrap();
    assert_eq!(told(&bench, "充実"), []);
}

#[test]
fn nothing_finds_nothing_and_the_list_ends_where_it_is_asked_to() {
    let bench = bench();
    for words in ["", "  　", "\n"] {
        assert!(hits(&bench, words).is_empty());
    }
    assert!(hits(&bench, "どこにも書かれていない言葉").is_empty());
    assert!(hits(&bench, "実施").len() > 20);
    let whole = find(&bench, texts(), "実施", 1000).unwrap();
    for (part, all) in find(&bench, texts(), "実施", 7).unwrap().iter().zip(&whole) {
        assert_eq!((part.area, part.total), (all.area, all.total));
        assert_eq!(part.hits, all.hits[..all.hits.len().min(7)], "the first ones of {:?}", part.area);
    }
    let order: Vec<Area> = whole.iter().map(|part| part.area).collect();
    assert!(order.is_sorted() && order.len() > 2, "{order:?}");
}

#[test]
fn what_was_just_typed_is_found_and_what_was_undone_is_not() {
    let mut bench = bench();
    let edit = workbench::record::RecordEdit {
        node: NodeId(15),
        year: year(2024),
        field: workbench::Field::Note,
        judge: None,
        text: "𠮷野川方式を参考にした。".into(),
    };
    workbench::record::set(&mut bench, &by(), &[edit]).unwrap();
    assert_eq!(places(&bench, "吉野川"), [Place::Record { node: NodeId(15), year: 2024 }]);
    bench.undo().unwrap().unwrap();
    assert!(hits(&bench, "吉野川").is_empty());
}

#[test]
fn several_words_narrow_what_is_found() {
    let bench = bench();
    let (one, other) = (hits(&bench, "説明会"), hits(&bench, "実施"));
    let both = hits(&bench, "説明会　実施");
    assert!(!both.is_empty() && both.len() < one.len() + other.len());
    for hit in &both {
        let cells = |hits: &[Hit]| hits.iter().any(|other| other.cell == hit.cell);
        assert!(cells(&one) || cells(&other), "{hit:?}");
        let told = format!("{}{}", hit.title, whole(&bench, hit));
        assert!(told.contains("説明会") && told.contains("実施"), "{told}");
    }
    let turned = hits(&bench, "実施 説明会");
    assert_eq!(
        turned.iter().map(|hit| &hit.cell).collect::<Vec<_>>(),
        both.iter().map(|hit| &hit.cell).collect::<Vec<_>>()
    );
    assert_eq!(hits(&bench, "説明会 ありえない言葉"), []);
}

#[test]
fn a_word_may_stand_in_the_name_of_what_the_others_are_told_of() {
    let bench = bench();
    let name = workbench::view::node(&bench, texts(), NodeId(15)).unwrap().node.title;
    let found = hits(&bench, &format!("{name} 実施"));
    assert!(found.iter().any(|hit| matches!(hit.place, Place::Record { node: NodeId(15), .. })), "{found:?}");
    assert!(found.iter().all(|hit| hit.title.contains(&name)), "no other item has that name");
}

#[test]
fn words_beside_an_office_narrow_its_items() {
    let bench = bench();
    let of_office = |words: &str| hits(&bench, words).into_iter().filter(|hit| hit.field == "所管課").count();
    let all = of_office("市民協働課");
    let some = of_office("市民協働課 支援センター");
    assert!(some > 0 && some < all, "{some} of {all}");
}

/// The whole text of a hit.
fn whole(bench: &Workbench, hit: &Hit) -> String {
    let row = store::words::of_row(&bench.read(), hit.cell.table, &hit.cell.key).unwrap().unwrap();
    let column = hit.cell.column.as_deref().unwrap();
    let at = store::words::columns(hit.cell.table).iter().position(|known| *known == column);
    at.map_or_else(|| hit.excerpt.clone(), |at| row.texts[at].clone())
}
