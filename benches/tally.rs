//! The tally of one year in a file of many years: its time, and how it grows with the items.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test or benchmark that cannot go on says why and ends"
)]

mod programme;
mod ratio;

use std::time::Duration;

use domain::value::fiscal_year::FiscalYear;
use ratio::{Runner, compare, grow};
use workbench::texts::Texts;
use workbench::{Workbench, view};

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let texts = Texts::japanese();
    let year = FiscalYear::new(2023).expect("a year");

    let mut grown = Vec::new();
    for items in [5000, 1000, 100] {
        let path = folder.path().join(format!("{items}.kaikaku"));
        drop(Workbench::create(&path, &programme::grown(items, 10)).expect("a file"));
        let workbench = Workbench::open(&path).expect("the file");
        let plan = view::plans(&workbench).expect("the plans").pop().expect("a plan").id;
        let texts = &texts;
        grown.push(Runner::of(&format!("{items}項目×10年"), move || {
            let tally = view::tally(&workbench, texts, plan, year, 0).expect("a tally");
            let table = tally.tables.first().expect("a table");
            assert!(table.all.listed.len() == items && table.all.counted.len() > items / 2);
        }));
    }
    grow("1年度の集計（項目の数による伸び）", 15, Duration::from_millis(50), grown);

    // Against reading all that the file holds, which a tally must not do.
    let path = folder.path().join("1000.kaikaku");
    let workbench = Workbench::open(&path).expect("the file");
    let plan = view::plans(&workbench).expect("the plans").pop().expect("a plan").id;
    let runners = vec![
        Runner::of("1年度の集計", || drop(view::tally(&workbench, &texts, plan, year, 0).expect("a tally"))),
        Runner::of("全部の読み込み", || drop(workbench.programme().expect("the programme"))),
    ];
    compare("1,000項目×10年の集計と、ファイル全体の読み込み", 15, Some(0.3), runners);
}
