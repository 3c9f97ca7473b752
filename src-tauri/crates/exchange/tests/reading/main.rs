//! Whole files through the whole way: bytes, table, form, draft, findings.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod fiscal;
mod progress;
mod published;
mod refused;
mod table;

use std::path::Path;

use exchange::{Finding, FindingKind, Table, read_csv};

/// The bytes of a fixture.
fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/exchange");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A fixture as a table.
fn table(name: &str) -> Table {
    read_csv(&bytes(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Line and kind of every finding.
fn kinds(findings: &[Finding]) -> Vec<(u32, FindingKind)> {
    findings.iter().map(|finding| (finding.line, finding.kind.clone())).collect()
}
