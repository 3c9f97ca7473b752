//! Files: new, open, sample, copy. Paths come from dialogs that open here, never from the page.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tauri::Manager as _;
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder};
use ts_rs::TS;
use workbench::texts::keys;
use workbench::{Change, Workbench, WorkbenchError, export, interchange, plan, sample};

use super::app::{AppStatus, FileName, status};
use super::edit::Turns;
use super::{Result, write};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::ipc::Nothing;

/// What a new file begins with.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewFile {
    /// Name of the city.
    pub city: String,
    /// The first plan, when it is known already.
    #[ts(optional)]
    pub plan: Option<plan::NewPlan>,
}

/// Which sample to open.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SampleChoice {
    /// Its shape.
    pub shape: sample::Shape,
}

/// A file of the list of recent ones.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Reopen {
    /// Its path, as the list gave it.
    pub path: String,
}

/// Whether a file was chosen, and what is open now.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FileChosen {
    /// `false` when the dialog was given up.
    pub chosen: bool,
    /// What is open now.
    pub status: AppStatus,
}

/// Files that were written; empty when the dialog was given up.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Files {
    /// The files.
    pub files: Vec<FileName>,
}

/// What came of loading a programme.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Loaded {
    /// `false` when the dialog was given up.
    pub chosen: bool,
    /// What was touched.
    pub changes: Vec<Change>,
    /// Undo, redo, saved.
    pub turns: Turns,
}

/// Ending of our files.
const ENDING: &str = "kaikaku";

/// A new file; asks where. What cannot be understood is told before anything is asked or written.
pub fn file_new(desk: &Desk, request: NewFile) -> Result<FileChosen> {
    let mut blank = Workbench::memory(&sample::nothing_yet(&request.city)?)?;
    if let Some(new) = &request.plan {
        plan::add_plan(&mut blank, &desk.by(), &desk.texts, new)?;
    }
    let name = export::file_name(&request.city, "", ENDING);
    let Some(path) = ask_save(desk, &name, ENDING) else { return given_up(desk) };
    opened(desk, Workbench::create(&path.with_extension(ENDING), &blank.programme()?)?)
}

/// A file of a sample city, in the documents, beside earlier ones.
pub fn file_sample(desk: &Desk, request: SampleChoice) -> Result<FileChosen> {
    let programme = sample::programme_of(request.shape)?;
    let folder = home(desk)?.join(desk.texts.get(keys::APP_NAME));
    std::fs::create_dir_all(&folder).map_err(|error| WorkbenchError::io(&folder, error))?;
    let free = (1..1000).map(|n| {
        let suffix = if n == 1 { String::new() } else { format!(" ({n})") };
        folder.join(export::file_name(&programme.city.name, &suffix, ENDING))
    });
    let path = free.into_iter().find(|path| !path.exists()).unwrap_or_else(|| folder.join("sample.kaikaku"));
    opened(desk, Workbench::create(&path, &programme)?)
}

/// Another file; asks which.
pub fn file_open(desk: &Desk, _: Nothing) -> Result<FileChosen> {
    let Some(path) = ask_open(desk, ENDING) else { return given_up(desk) };
    open(desk, &path)
}

/// A file that the window offered: a recent one, or the one given at the start.
pub fn file_reopen(desk: &Desk, request: Reopen) -> Result<FileChosen> {
    let path = PathBuf::from(request.path);
    if !desk.is_offered(&path) {
        return Err(DeskError::NotOffered);
    }
    open(desk, &path)
}

fn open(desk: &Desk, path: &Path) -> Result<FileChosen> {
    // The lock of the open file is given back first, or opening it anew would wait for itself.
    desk.let_go(path);
    opened(desk, Workbench::open(path)?)
}

/// Closes the file.
pub fn file_close(desk: &Desk, _: Nothing) -> Result<AppStatus> {
    desk.clear();
    status(desk)
}

/// A verified copy; asks where.
pub fn file_copy(desk: &Desk, _: Nothing) -> Result<Files> {
    let name = desk.with(|workbench| Ok(stem(workbench.path())))?;
    let Some(path) = ask_save(desk, &export::file_name(&name, "_copy", ENDING), ENDING) else {
        return Ok(Files { files: Vec::new() });
    };
    desk.with(|workbench| workbench.copy_to(&path))?;
    Ok(Files { files: vec![FileName::of(&path)] })
}

/// The programme as JSON; asks where.
pub fn programme_export(desk: &Desk, _: Nothing) -> Result<Files> {
    let programme = desk.with(|workbench| workbench.programme())?;
    let name = export::file_name(&programme.city.name, ".programme", "json");
    let Some(path) = ask_save(desk, &name, "json") else { return Ok(Files { files: Vec::new() }) };
    desk.with(|workbench| workbench.apart_from(&path))?;
    export::write(&path, interchange::to_json(&programme)?.as_bytes())?;
    Ok(Files { files: vec![FileName::of(&path)] })
}

/// A programme.json over what the file holds; asks which.
pub fn programme_load(desk: &Desk, _: Nothing) -> Result<Loaded> {
    let Some(path) = ask_open(desk, "json") else {
        return Ok(Loaded { chosen: false, changes: Vec::new(), turns: super::edit::turns_of(desk)? });
    };
    desk.with(|workbench| workbench.apart_from(&path))?;
    let bytes = std::fs::read(&path).map_err(|error| WorkbenchError::io(&path, error))?;
    let programme = interchange::from_json(&bytes)?;
    let done = write(desk, |workbench, by| {
        let outcome = interchange::load(workbench, by, &programme)?;
        Ok(workbench::Outcome { value: Nothing {}, changes: outcome.changes, step: outcome.step })
    })?;
    Ok(Loaded { chosen: true, changes: done.changes, turns: done.turns })
}

/// Where charts and papers go without asking: a folder beside the file, named after it.
pub fn out_folder(file: &Path) -> PathBuf {
    file.with_file_name(format!("{}_出力", stem(file)))
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn opened(desk: &Desk, workbench: Workbench) -> Result<FileChosen> {
    desk.put(workbench)?;
    Ok(FileChosen { chosen: true, status: status(desk)? })
}

fn given_up(desk: &Desk) -> Result<FileChosen> {
    Ok(FileChosen { chosen: false, status: status(desk)? })
}

/// The documents of the account, or its home where it has none.
fn home(desk: &Desk) -> Result<PathBuf> {
    let paths = desk.app.path();
    paths
        .document_dir()
        .or_else(|_| paths.home_dir())
        .map_err(|error| WorkbenchError::io(Path::new("~"), std::io::Error::other(error.to_string())).into())
}

fn ask_save(desk: &Desk, name: &str, ending: &str) -> Option<PathBuf> {
    let path = dialog(desk, ending).set_file_name(name).blocking_save_file();
    path.and_then(|path| path.into_path().ok())
}

/// Asks which file to read.
pub fn ask_open(desk: &Desk, ending: &str) -> Option<PathBuf> {
    let path = dialog(desk, ending).blocking_pick_file();
    path.and_then(|path| path.into_path().ok())
}

/// A dialog over the window that begins beside the open file, or among the documents.
fn dialog(desk: &Desk, ending: &str) -> FileDialogBuilder<tauri::Wry> {
    let kind = match ending {
        ENDING => keys::FILE_KIND_KAIKAKU,
        "json" => keys::FILE_KIND_JSON,
        _ => keys::FILE_KIND_TABLE,
    };
    let mut dialog = desk.app.dialog().file().add_filter(desk.texts.get(kind), &[ending]);
    let beside = desk.look(|workbench| Ok(workbench.path().parent().map(Path::to_path_buf)));
    if let Some(folder) = beside.ok().flatten().flatten().or_else(|| home(desk).ok()) {
        dialog = dialog.set_directory(folder);
    }
    match desk.app.webview_windows().values().next() {
        Some(window) => dialog.set_parent(window),
        None => dialog,
    }
}
