//! What is open, who works, how the surfaces are laid out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Result;
use super::edit::{Turns, turns_of};
use crate::desk::Desk;
use crate::ipc::Nothing;

/// A file as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileName {
    /// Whole path.
    pub path: String,
    /// Name without folder.
    pub name: String,
    /// Whether it is there.
    pub there: bool,
}

impl FileName {
    /// The path given, for the window.
    pub fn of(path: &Path) -> Self {
        Self {
            path: path.display().to_string(),
            name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            there: path.exists(),
        }
    }
}

/// The open file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenFile {
    /// Which file.
    pub file: FileName,
    /// Name of the city.
    pub city: String,
    /// The minus sign of the city: △.
    pub negative: String,
    /// Nothing can be written.
    pub read_only: bool,
    /// Where exports go without asking.
    pub out: String,
    /// Undo, redo, saved.
    pub turns: Turns,
}

/// What the window shows around every screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AppStatus {
    /// The open file.
    pub open: Option<OpenFile>,
    /// Files opened lately.
    pub recent: Vec<FileName>,
    /// The programme given at the start that is still to be opened.
    pub asked: Option<FileName>,
    /// The table given at the start that is still to be read.
    pub asked_import: Option<FileName>,
    /// Name of the person, "" when not set.
    pub user: String,
    /// Layouts of the window, kept by the surfaces.
    #[ts(type = "Record<string, unknown>")]
    pub layout: BTreeMap<String, serde_json::Value>,
    /// Layouts that belong to the open file.
    #[ts(type = "Record<string, unknown>")]
    pub file_layout: BTreeMap<String, serde_json::Value>,
}

/// The name that goes into the history.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct UserName {
    /// The name.
    pub name: String,
}

/// Layout of one surface.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Layout {
    /// Path of the file it belongs to; of the window when none is given.
    #[serde(default)]
    #[ts(optional)]
    pub file: Option<String>,
    /// Name of the surface.
    pub surface: String,
    /// Its own JSON.
    #[ts(type = "unknown")]
    pub layout: serde_json::Value,
}

/// A piece of long work.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct Task {
    /// Number the page gave it.
    pub task: u32,
}

/// What is open, what was open lately. The files given at the start are answered once.
pub fn app_status(desk: &Desk, _: Nothing) -> Result<AppStatus> {
    let given = desk.take_given();
    given.iter().for_each(|path| desk.offer(path));
    let is_table = |path: &&PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let mut answer = status(desk)?;
    answer.asked = given.iter().find(|path| !is_table(path)).map(|path| FileName::of(path));
    answer.asked_import = given.iter().find(is_table).map(|path| FileName::of(path));
    Ok(answer)
}

/// The status without the questions of the start.
pub fn status(desk: &Desk) -> Result<AppStatus> {
    let open = desk.look(|workbench| {
        Ok((
            FileName::of(workbench.path()),
            workbench.city()?,
            workbench.is_read_only(),
            super::file::out_folder(workbench.path()).display().to_string(),
        ))
    })?;
    let open = match open {
        Some((file, city, read_only, out)) => {
            let negative = city.negative.as_str().to_owned();
            Some(OpenFile { file, city: city.name, negative, read_only, out, turns: turns_of(desk)? })
        }
        None => None,
    };
    let settings = desk.settings();
    let own = open.as_ref().and_then(|open: &OpenFile| settings.files.get(Path::new(&open.file.path)));
    Ok(AppStatus {
        file_layout: own.cloned().unwrap_or_default(),
        open,
        recent: settings.recent.iter().map(|path| FileName::of(path)).collect(),
        asked: None,
        asked_import: None,
        user: settings.user,
        layout: settings.layout,
    })
}

/// The name that goes into the history.
pub fn user_set(desk: &Desk, request: UserName) -> Result<Nothing> {
    desk.change_settings(|settings| settings.user = request.name)?;
    Ok(Nothing {})
}

/// Keeps the layout of a surface.
pub fn layout_set(desk: &Desk, request: Layout) -> Result<Nothing> {
    desk.change_settings(|settings| {
        settings.lay_out(request.file.map(PathBuf::from), request.surface, request.layout);
    })?;
    Ok(Nothing {})
}

/// Stops a piece of long work.
pub fn task_stop(desk: &Desk, request: Task) -> Result<Nothing> {
    desk.stop(request.task);
    Ok(Nothing {})
}
