//! Where things are: the checkout, the build cache outside it, the outputs.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::trouble::Trouble;

/// The folders every task works with; all absolute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The checkout.
    pub root: PathBuf,
    /// Cargo's target folder: outside the checkout, so that a new checkout builds fast.
    pub target: PathBuf,
    /// Programs installed for development only (`bin/` inside).
    pub tools: PathBuf,
}

impl Places {
    /// Finds the checkout this program was started for and creates the cache folders.
    ///
    /// Where the cache cannot be created the checkout's own `target/` is used instead.
    pub fn of_this_checkout() -> Result<Self, Trouble> {
        let root = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(manifest) => Path::new(&manifest).ancestors().nth(3).map(Path::to_path_buf),
            None => env::current_dir().ok(),
        };
        let root = root.filter(|root| root.join("tauri.conf.json").is_file()).ok_or_else(|| {
            Trouble::Unsuitable("`cargo xtask` は改革工房のフォルダーの中で実行してください。".into())
        })?;
        let wished = Self::from_environment(&root, |name| env::var_os(name));
        if fs::create_dir_all(&wished.target).is_ok() && fs::create_dir_all(&wished.tools).is_ok() {
            return Ok(wished);
        }
        let inside = Self::from_environment(&root, |_| None);
        fs::create_dir_all(&inside.target).map_err(Trouble::at(&inside.target))?;
        fs::create_dir_all(&inside.tools).map_err(Trouble::at(&inside.tools))?;
        Ok(inside)
    }

    /// The pure part: from the checkout and the environment to the folders.
    fn from_environment(root: &Path, variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let path = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let caches = if cfg!(windows) {
            path("LOCALAPPDATA")
        } else {
            path("XDG_CACHE_HOME")
                .filter(|folder| folder.is_absolute())
                .or_else(|| path("HOME").map(|home| home.join(".cache")))
        };
        let cache = caches.map_or_else(|| root.join("target/cache"), |it| it.join("kaikaku-kobo"));
        let target = path("CARGO_TARGET_DIR").map_or_else(|| cache.join("target"), |it| root.join(it));
        Self { root: root.to_path_buf(), target, tools: cache.join("tools") }
    }

    /// The folder of the page's sources.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The folder `run` fills.
    pub fn out(&self) -> PathBuf {
        self.root.join("out")
    }

    /// Where cargo puts a binary of this workspace.
    pub fn binary(&self, name: &str, release: bool) -> PathBuf {
        let profile = if release { "release" } else { "debug" };
        self.target.join(profile).join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// Where an installed development program is.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.tools.join("bin").join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn places(variables: &[(&str, &str)]) -> Places {
        Places::from_environment(Path::new("/checkout"), |name| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn the_cache_is_outside_the_checkout() {
        let found = places(&[("HOME", "/home/a")]);
        assert_eq!(found.target, Path::new("/home/a/.cache/kaikaku-kobo/target"));
        assert_eq!(found.tools, Path::new("/home/a/.cache/kaikaku-kobo/tools"));
    }

    #[test]
    fn the_environment_is_respected() {
        let found = places(&[("HOME", "/h"), ("XDG_CACHE_HOME", "/c"), ("CARGO_TARGET_DIR", "/t")]);
        assert_eq!(found.target, Path::new("/t"));
        assert_eq!(found.tools, Path::new("/c/kaikaku-kobo/tools"));
        assert_eq!(found.binary("kaikaku", false), Path::new("/t/debug/kaikaku"));
    }

    #[test]
    fn a_relative_target_stands_in_the_checkout() {
        assert_eq!(places(&[("CARGO_TARGET_DIR", "mine")]).target, Path::new("/checkout/mine"));
    }

    #[test]
    fn without_a_home_everything_stays_in_the_ignored_target_folder() {
        let found = places(&[("HOME", ""), ("XDG_CACHE_HOME", "relative")]);
        assert_eq!(found.target, Path::new("/checkout/target/cache/target"));
    }
}
