//! What can stop a task.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a task stopped; its `Display` tells the person what to do next.
#[derive(Debug)]
pub enum Trouble {
    /// A command ran and reported failure.
    Failed {
        /// The command line as it was shown.
        line: String,
        /// Its exit code, absent when a signal ended it.
        code: Option<i32>,
    },
    /// A command could not be started at all.
    NotStarted {
        /// The command line as it was shown.
        line: String,
        /// What the system said.
        source: io::Error,
    },
    /// A file or folder could not be read or written.
    File {
        /// The path concerned.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Something must be installed by hand; one line for each thing.
    Missing(Vec<String>),
    /// The environment is not what the task needs.
    Unsuitable(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed { line, code: Some(code) } => write!(out, "失敗しました（終了コード {code}）: {line}"),
            Self::Failed { line, code: None } => write!(out, "途中で止められました: {line}"),
            Self::NotStarted { line, source } => write!(out, "起動できません: {line}: {source}"),
            Self::File { path, source } => write!(out, "{}: {source}", path.display()),
            Self::Missing(lines) => {
                writeln!(out, "足りないものがあります / please install:")?;
                for line in lines {
                    writeln!(out, "  - {line}")?;
                }
                write!(out, "入れてから、同じコマンドをもう一度実行してください / then run the same command again.")
            }
            Self::Unsuitable(text) => out.write_str(text),
        }
    }
}

impl Trouble {
    /// For `map_err` on file operations: remembers which path failed.
    pub fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_things_are_listed_one_by_one() {
        let text = Trouble::Missing(vec!["qpdf: brew install qpdf".into(), "node".into()]).to_string();
        assert!(text.contains("\n  - qpdf: brew install qpdf\n  - node\n"), "{text}");
    }

    #[test]
    fn a_failed_command_names_its_line_and_code() {
        let text = Trouble::Failed { line: "cargo clippy".into(), code: Some(101) }.to_string();
        assert_eq!(text, "失敗しました（終了コード 101）: cargo clippy");
    }
}
