//! The PDF of the progress table.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use papers::*;

#[test]
fn look() {
    let fonts = common::fonts();
    std::fs::create_dir_all("/tmp/papers").unwrap();
    for (name, paper) in [("progress", common::progress(false)), ("sixty", common::progress(true))] {
        let start = std::time::Instant::now();
        let pdf = pdf(&paper, &fonts, common::created()).unwrap();
        eprintln!("{name} {:?}", start.elapsed());
        std::fs::write(format!("/tmp/papers/{name}.pdf"), pdf).unwrap();
    }
}

#[test]
fn look_xlsx() {
    let fonts = common::fonts();
    std::fs::create_dir_all("/tmp/papers").unwrap();
    for (name, paper) in [("progress", common::progress(false)), ("sixty", common::progress(true))] {
        let bytes = xlsx(&paper, &fonts, common::created()).unwrap();
        std::fs::write(format!("/tmp/papers/{name}.xlsx"), bytes).unwrap();
    }
}
