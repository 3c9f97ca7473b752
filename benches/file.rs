//! The file: opening and showing it as it grows, one edit against a bare durable update.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test or benchmark that cannot go on says why and ends"
)]

mod programme;
mod ratio;

use std::time::Duration;

use chrono::NaiveDate;
use domain::value::fiscal_year::FiscalYear;
use ratio::{Runner, compare, grow};
use workbench::record::{self, RecordEdit};
use workbench::texts::Texts;
use workbench::{By, Field, Workbench, view};

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let texts = Texts::japanese();
    let year = FiscalYear::new(2023).expect("a year");

    let mut shown = Vec::new();
    for items in [5000, 1000, 100] {
        let path = folder.path().join(format!("{items}.kaikaku"));
        drop(Workbench::create(&path, &programme::grown(items, 10)).expect("a file"));
        let texts = &texts;
        shown.push(Runner::of(&format!("{items}項目×10年"), move || {
            let workbench = Workbench::open(&path).expect("the file");
            let plan = view::plans(&workbench).expect("the plans").pop().expect("a plan").id;
            assert!(view::plan(&workbench, texts, plan).expect("the tree").rows.len() > items);
            assert!(view::progress(&workbench, plan, year).expect("the records").rows.len() > items);
        }));
    }
    grow("開いて計画と進捗を示す（ファイルの大きさによる伸び）", 9, Duration::from_secs(1), shown);

    let path = folder.path().join("edit.kaikaku");
    let mut workbench = Workbench::create(&path, &programme::grown(1000, 10)).expect("a file");
    let plan = workbench.programme().expect("the programme").plans.pop().expect("a plan");
    let node = plan.items().next().expect("an item").id;
    let by = By { who: String::new(), at: NaiveDate::from_ymd_opt(2024, 4, 1).expect("a date").into() };
    let mut count = 0;
    let edit = move || {
        count += 1;
        let text = format!("{count}件を実施した。");
        let edit = RecordEdit { node, year, field: Field::Actual, judge: None, text };
        record::set(&mut workbench, &by, &[edit]).expect("an edit");
    };
    let bare = bare(folder.path());
    let mut other = 0;
    let update = move || {
        other += 1;
        bare.execute("UPDATE t SET text = ?1 WHERE id = 500", [format!("{other}件を実施した。")]).expect("an update");
    };
    let runners = vec![Runner::of("改革工房（履歴・元に戻すを含む）", edit), Runner::of("SQLiteの更新だけ", update)];
    compare("実績を一つ入力して保存", 200, Some(3.0), runners);
}

/// A bare SQLite file of the same durability with rows of the same size.
#[allow(clippy::disallowed_methods, reason = "the peer is a bare file on purpose")]
fn bare(folder: &std::path::Path) -> rusqlite::Connection {
    let bare = rusqlite::Connection::open(folder.join("bare.db")).expect("a file");
    bare.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;
         CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
         INSERT INTO t SELECT i, hex(randomblob(300)) FROM n;",
    )
    .expect("a table");
    bare
}
