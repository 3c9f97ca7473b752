//! What the program remembers beside the files: recent files and the name of the person.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// How many recent files are remembered.
const RECENT: usize = 10;

/// Settings of the account, kept in its own folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Files opened last, newest first.
    pub recent: Vec<PathBuf>,
    /// Name that goes into the history.
    pub user: String,
    /// Column widths and the like, by surface; the page's own JSON.
    pub layout: std::collections::BTreeMap<String, serde_json::Value>,
}

impl Settings {
    /// Reads the settings; a missing or unreadable file gives the usual ones.
    pub fn read(path: &Path) -> Self {
        fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Writes the settings whole or not at all.
    pub fn write(&self, path: &Path) -> workbench::Result<()> {
        let bytes = serde_json::to_vec_pretty(self)
            .map_err(|error| workbench::WorkbenchError::io(path, std::io::Error::other(error)))?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| workbench::WorkbenchError::io(folder, error))?;
        }
        workbench::export::write(path, &bytes)
    }

    /// Puts a file at the head of the recent ones.
    pub fn opened(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_path_buf());
        self.recent.truncate(RECENT);
    }
}
