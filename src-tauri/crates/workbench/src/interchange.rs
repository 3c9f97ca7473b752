//! `programme.json`: the whole programme as one file that other programs can read.
//!
//! File → JSON → file is lossless; the JSON Schema stands in `docs/format.md`.

mod former;

use domain::programme::{FORMAT, FORMAT_VERSION, Programme, broken_references};
use domain::value::is_unprintable;
use serde::Deserialize;
use serde_json::Value;
use store::Outcome;

use crate::{By, Op, Result, Workbench, WorkbenchError};

/// The programme as JSON, indented, ending in a line break. Same programme, same bytes.
pub fn to_json(programme: &Programme) -> Result<String> {
    let mut text = serde_json::to_string_pretty(programme).map_err(|error| not_json(&error))?;
    text.push('\n');
    Ok(text)
}

/// Reads a programme and makes sure that it hangs together and that no text of it holds what could
/// not be typed. A UTF-8 BOM is accepted, and so is an older format.
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
    let programme: Programme = if head.format_version.is_some_and(|found| found < FORMAT_VERSION) {
        let older: Value = serde_json::from_slice(bytes).map_err(|error| not_json(&error))?;
        let read = serde_json::from_value(former::brought_up(older));
        // What was brought up has no lines any more.
        read.map_err(|error| WorkbenchError::NotProgrammeJson { line: 1, detail: error.to_string() })?
    } else {
        serde_json::from_slice(bytes).map_err(|error| not_json(&error))?
    };
    let faults = broken_references(&programme);
    if let Some(first) = faults.first() {
        return Err(WorkbenchError::BrokenReferences { count: faults.len(), first: first.clone() });
    }
    let whole = serde_json::to_value(&programme).map_err(|error| not_json(&error))?;
    match unfit(&whole, &mut String::new()) {
        None => Ok(programme),
        Some((place, code)) => Err(WorkbenchError::UnfitText { place, code }),
    }
}

/// The first text with a character that no document can show, as its path (`plans[0].name`) and the
/// character. `place` is the path of the value looked at; it is as it was where nothing is found.
fn unfit(value: &Value, place: &mut String) -> Option<(String, u32)> {
    let before = place.len();
    match value {
        Value::String(text) => {
            let bad = text.chars().find(|c| is_unprintable(*c))?;
            return Some((place.clone(), bad.into()));
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                place.push_str(&format!("[{at}]"));
                if let Some(found) = unfit(value, place) {
                    return Some(found);
                }
                place.truncate(before);
            }
        }
        Value::Object(values) => {
            for (name, value) in values {
                if before > 0 {
                    place.push('.');
                }
                place.push_str(name);
                if let Some(found) = unfit(value, place) {
                    return Some(found);
                }
                place.truncate(before);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    None
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
