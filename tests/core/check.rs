//! 点検: what it finds, that it finds the same twice, and that looking changes nothing.

use std::collections::BTreeMap;

use domain::programme::{Programme, Slot};
use workbench::check::{Finding, FindingKind, run};
use workbench::{Workbench, interchange};

use crate::support::{bench, by, texts};

fn counts(findings: &[Finding]) -> BTreeMap<FindingKind, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.kind).or_default() += 1;
    }
    counts
}

/// The one thing the sample leaves for a person to look after.
const OPEN: (&str, &str) = ("1-1 市民参加手続の充実", "理由が書かれていません：平成29年度 一部達成");

#[test]
fn the_sample_leaves_one_thing_to_do_and_a_new_file_none() {
    let found = run(&bench(), texts()).unwrap();
    assert_eq!(found.iter().map(|f| (f.title.as_str(), f.text.as_str())).collect::<Vec<_>>(), [OPEN]);
    let empty = Workbench::memory(&Programme::new("みどり野市")).unwrap();
    assert_eq!(run(&empty, texts()).unwrap(), []);
}

#[test]
fn each_kind_is_found_once_told_in_japanese_and_found_again() {
    let mut bench = bench();
    let mut programme = bench.programme().unwrap();
    programme.plans[1].last.text = "令和の終わりまで".into();
    programme.plans[1].last.meaning = None;
    let item = &mut programme.plans[1].nodes[1];
    item.records[1].evaluations[0].text = "順調".into();
    item.records[1].evaluations[0].term = None;
    let late = programme.plans[1].vocabularies[0].terms[2].clone();
    let item = &mut programme.plans[1].nodes[2];
    let evaluation = &mut item.records[0].evaluations[0];
    (evaluation.text, evaluation.term, evaluation.reason) = (late.label, Some(late.id), String::new());
    let observation = &mut programme.indicators[2].observations[0];
    assert_eq!(observation.slot, Slot::Actual);
    (observation.figure.text, observation.figure.value) = ("4憶円".into(), None);
    let target = &mut programme.indicators[2].targets[0].target;
    (target.text, target.meaning) = ("30憶円以上".into(), None);
    interchange::load(&mut bench, &by(), &programme).unwrap();
    let history = bench.history(texts(), 100).unwrap();

    let found = run(&bench, texts()).unwrap();
    let kinds =
        [FindingKind::Figure, FindingKind::Target, FindingKind::Year, FindingKind::Evaluation, FindingKind::Reason];
    let mut wanted: BTreeMap<FindingKind, usize> = kinds.map(|kind| (kind, 1)).into();
    wanted.insert(FindingKind::Reason, 2);
    assert_eq!(counts(&found), wanted, "{found:#?}");
    let told: Vec<(&str, &str)> = found.iter().map(|f| (f.title.as_str(), f.text.as_str())).collect();
    assert_eq!(
        told,
        [
            ("財政調整基金残高", "値として読み取れません：平成23年度 実績 4憶円"),
            ("財政調整基金残高", "目標の条件が読み取れません：30憶円以上"),
            ("第1期改革推進プログラム", "年度として読み取れません：令和の終わりまで"),
            ("① 多様な手法による市民参加の推進", "評価の言葉が、この年度の評価の一覧にありません：令和4年度 順調"),
            OPEN,
            ("② 協働事業提案制度の充実", "理由が書かれていません：令和3年度 遅れ"),
        ]
    );
    assert!(found.iter().all(|finding| !finding.todo.is_empty() && !finding.todo.contains('{')));
    assert_eq!(run(&bench, texts()).unwrap(), found, "looking again finds the same");
    assert!(bench.programme().unwrap() == programme, "looking mends nothing");
    assert_eq!(bench.history(texts(), 100).unwrap(), history, "looking is no step");
    bench.undo().unwrap().unwrap();
    assert_eq!(run(&bench, texts()).unwrap().len(), 1);
}
