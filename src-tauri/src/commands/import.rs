//! Somebody else's table.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench::WorkbenchError;
use workbench::import::{self, Import, Preview, SheetCell, Taken};

use super::file::ask_open;
use super::{Result, write};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::ipc::{Done, Nothing};

/// A table that was read, or nothing when the dialog was given up.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportRead {
    /// What was understood and what not.
    pub preview: Option<Preview>,
}

/// A file dropped on the window.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Dropped {
    /// Its path, as the window gave it.
    pub path: String,
}

/// Cells that were copied in a spreadsheet.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Pasted {
    /// The cells with what they cover.
    pub cells: Vec<SheetCell>,
}

/// Asks for a table and reads it.
pub fn import_choose(desk: &Desk, _: Nothing) -> Result<ImportRead> {
    match ask_open(desk, "csv") {
        None => Ok(ImportRead { preview: None }),
        Some(path) => read(desk, &path),
    }
}

/// Reads the table dropped on the window.
pub fn import_read(desk: &Desk, request: Dropped) -> Result<ImportRead> {
    let path = PathBuf::from(request.path);
    if !desk.is_offered(&path) {
        return Err(DeskError::NotOffered);
    }
    read(desk, &path)
}

/// Reads cells from the clipboard.
pub fn import_paste(desk: &Desk, request: Pasted) -> Result<ImportRead> {
    let read = import::read_pasted(&desk.texts, &request.cells)?;
    shown(desk, read)
}

fn read(desk: &Desk, path: &Path) -> Result<ImportRead> {
    desk.with(|workbench| workbench.apart_from(path))?;
    let bytes = std::fs::read(path).map_err(|error| WorkbenchError::io(path, error))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    shown(desk, import::read(&name, &bytes)?)
}

/// Keeps what was read for [`import_apply`] and shows it.
fn shown(desk: &Desk, read: Import) -> Result<ImportRead> {
    let negative = desk.with(|workbench| workbench.city())?.negative;
    let preview = import::preview(&desk.texts, negative, &read);
    desk.keep_import(read);
    Ok(ImportRead { preview: Some(preview) })
}

/// Takes the table read last into the file.
pub fn import_apply(desk: &Desk, _: Nothing) -> Result<Done<Taken>> {
    let import = desk.import().ok_or(WorkbenchError::NothingToShow)?;
    write(desk, |workbench, by| import::apply(workbench, by, &desk.texts, &import))
}
