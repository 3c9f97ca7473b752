//! What the program remembers beside the files: recent files and the name of the person.

use std::collections::BTreeMap;
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
    pub layout: BTreeMap<String, serde_json::Value>,
    /// The same for what belongs to one file, by its path: another city's file has other columns,
    /// filters and closed rows. Files that are no longer among the recent ones are forgotten.
    pub files: BTreeMap<PathBuf, BTreeMap<String, serde_json::Value>>,
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
        self.files.retain(|file, _| self.recent.contains(file));
    }

    /// Keeps the layout of a surface: of the window, or of one file.
    pub fn lay_out(&mut self, file: Option<PathBuf>, surface: String, layout: serde_json::Value) {
        let kept = match file {
            Some(file) => self.files.entry(file).or_default(),
            None => &mut self.layout,
        };
        kept.insert(surface, layout);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_of_a_file_are_its_own_and_go_with_it() {
        let mut settings = Settings::default();
        let (one, other) = (PathBuf::from("緑野市.kaikaku"), PathBuf::from("青葉市.kaikaku"));
        settings.opened(&one);
        settings.lay_out(Some(one.clone()), "plan-grid/1".into(), 1.into());
        settings.lay_out(None, "frame".into(), 2.into());
        settings.opened(&other);
        assert_eq!(settings.files.get(&one).and_then(|kept| kept.get("plan-grid/1")), Some(&1.into()));
        assert_eq!(settings.files.get(&other), None, "another file begins as usual");
        for number in 0..RECENT {
            settings.opened(Path::new(&format!("{number}.kaikaku")));
        }
        assert!(settings.files.is_empty(), "what is not opened any more is forgotten");
        assert_eq!(settings.layout.get("frame"), Some(&2.into()));
    }
}
