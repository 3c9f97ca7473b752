//! `programme.json`: the whole programme as one file that other programs can read.
//!
//! File → JSON → file is lossless; the JSON Schema stands in `docs/format.md`.

use domain::programme::{FORMAT, FORMAT_VERSION, Programme, broken_references};
use serde::Deserialize;
use store::Outcome;

use crate::{By, Op, Result, Workbench, WorkbenchError};

/// The programme as JSON, indented, ending in a line break. Same programme, same bytes.
pub fn to_json(programme: &Programme) -> Result<String> {
    let mut text = serde_json::to_string_pretty(programme).map_err(|error| not_json(&error))?;
    text.push('\n');
    Ok(text)
}

/// Reads a programme and makes sure that it hangs together. A UTF-8 BOM is accepted.
pub fn from_json(bytes: &[u8]) -> Result<Programme> {
    #[derive(Deserialize)]
    struct Head {
        format: Option<String>,
        format_version: Option<u32>,
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes).map_err(|error| not_json(&error))?;
    if head.format.as_deref() != Some(FORMAT) {
        return Err(WorkbenchError::NotProgrammeJson { line: 1, detail: "format".into() });
    }
    if let Some(found) = head.format_version.filter(|found| *found > FORMAT_VERSION) {
        return Err(WorkbenchError::FormatTooNew { found, known: FORMAT_VERSION });
    }
    let programme: Programme = serde_json::from_slice(bytes).map_err(|error| not_json(&error))?;
    let faults = broken_references(&programme);
    match faults.first() {
        None => Ok(programme),
        Some(first) => Err(WorkbenchError::BrokenReferences { count: faults.len(), first: first.clone() }),
    }
}

fn not_json(error: &serde_json::Error) -> WorkbenchError {
    WorkbenchError::NotProgrammeJson { line: error.line(), detail: error.to_string() }
}

/// Loads a programme over what the file holds, as one step that can be undone.
pub fn load(workbench: &mut Workbench, by: &By, programme: &Programme) -> Result<Outcome<()>> {
    workbench.transact(by, &Op::LoadProgramme, |w| Ok(store::programme::replace(w, programme)?))
}

/// `docs/format.md`: what the format is, and its JSON Schema, made from the types.
pub fn format_document() -> Result<String> {
    let schema = schemars::schema_for!(Programme);
    let schema = serde_json::to_string_pretty(&schema).map_err(|error| not_json(&error))?;
    Ok(format!("{}\n```json\n{schema}\n```\n", include_str!("format_head.md")))
}
