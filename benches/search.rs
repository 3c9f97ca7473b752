//! Search in a file as it grows.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test or benchmark that cannot go on says why and ends"
)]

mod programme;
mod ratio;

use std::time::Duration;

use ratio::{Runner, compare, grow};
use workbench::search::find;
use workbench::texts::Texts;
use workbench::{By, Field, Workbench, record};

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let texts = Texts::japanese();
    let mut readied = Vec::new();
    let mut rare = Vec::new();
    let mut common = Vec::new();
    let mut several = Vec::new();
    let mut typed = Vec::new();
    for items in [5_000, 1_000, 100] {
        let path = folder.path().join(format!("{items}.kaikaku"));
        drop(Workbench::create(&path, &programme::grown(items, 10)).expect("a file"));
        let named = format!("{items}項目×10年");
        let texts = &texts;
        let file = path.clone();
        readied.push(Runner::timed(&named, move || {
            let workbench = Workbench::open(&file).expect("the file");
            let begun = std::time::Instant::now();
            while !workbench.ready_search().expect("some more rows") {}
            begun.elapsed()
        }));
        let ready = |workbench: &Workbench| {
            let found = find(workbench, texts, "どこにも書かれていない言葉", 60).expect("a search");
            assert!(found.is_empty());
        };
        // Two runners cannot have the same file open: each has a copy of its own.
        let copy = |name: &str| {
            let copy = folder.path().join(format!("{items}-{name}.kaikaku"));
            std::fs::copy(&path, &copy).expect("a copy");
            let workbench = Workbench::open(&copy).expect("the copy");
            ready(&workbench);
            workbench
        };
        let workbench = copy("rare");
        rare.push(Runner::of(&named, move || {
            assert!(find(&workbench, texts, "どこにも書かれていない言葉", 60).expect("a search").is_empty());
        }));
        let workbench = copy("common");
        common.push(Runner::of(&named, move || {
            assert!(!find(&workbench, texts, "実施", 60).expect("a search").is_empty());
        }));
        let workbench = copy("several");
        several.push(Runner::of(&named, move || {
            assert!(!find(&workbench, texts, "実施 市民", 60).expect("a search").is_empty());
        }));
        let mut workbench = copy("typed");
        let plan = workbench.programme().expect("the programme").plans.pop().expect("a plan");
        let node = plan.items().next().expect("an item").id;
        let year = domain::value::fiscal_year::FiscalYear::new(2020).expect("a year");
        let mut count = 0;
        typed.push(Runner::timed(&named, move || {
            count += 1;
            let text = format!("新しい言葉その{count}");
            let by = By { who: String::new(), at: chrono::NaiveDateTime::default() };
            let edit = record::RecordEdit { node, year, field: Field::Actual, judge: None, text: text.clone() };
            record::set(&mut workbench, &by, &[edit]).expect("an edit");
            let begun = std::time::Instant::now();
            assert_eq!(find(&workbench, texts, &text, 60).expect("a search").len(), 1);
            begun.elapsed()
        }));
    }
    compare("開いてから検索の索引ができるまで（ファイルの大きさによる伸び）", 5, None, readied);
    let most = Duration::from_millis(50);
    grow("ない言葉の検索", 30, most, rare);
    grow("よくある言葉の検索", 30, most, common);
    grow("よくある二つの言葉の検索", 30, most, several);
    grow("入力した言葉をすぐに検索", 30, most, typed);
}
