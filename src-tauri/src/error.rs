//! Errors on their way to the page: a kind and parameters, never a sentence.

use serde::Serialize;
use ts_rs::TS;
use workbench::WorkbenchError;
use workbench::texts::{Args, Texts};

use crate::journal::Journal;

/// What went wrong, as the page gets it. The sentences stand under `error-<kind>` in the texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommandError {
    /// Kind of error: the name of its message without `error-`.
    pub kind: String,
    /// Parameters of its sentences.
    pub args: Args,
    /// Number of the entry in the log.
    pub log_id: String,
}

impl CommandError {
    /// Notes the error in the log and readies it for the page.
    pub fn of(error: &WorkbenchError, texts: &Texts, journal: &Journal) -> Self {
        Self { kind: error.kind().to_owned(), args: error.args(texts), log_id: journal.fault(error.kind(), error) }
    }
}

/// Errors of the shell itself.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// A use-case failed.
    #[error(transparent)]
    Work(#[from] WorkbenchError),
    /// No file is open.
    #[error("no file is open")]
    NoFile,
    /// The page asked for a path that no dialog and no list gave it.
    #[error("a path that was not offered")]
    NotOffered,
    /// The work was lost: a thread ended before its end.
    #[error("the work ended early: {0}")]
    Lost(String),
}

impl DeskError {
    /// The error as the page gets it.
    pub fn command(&self, texts: &Texts, journal: &Journal) -> CommandError {
        let kind = match self {
            Self::Work(error) => return CommandError::of(error, texts, journal),
            Self::NoFile => "no-file",
            Self::NotOffered => "not-offered",
            Self::Lost(_) => "internal",
        };
        let detail = workbench::texts::args([("detail", self.to_string())]);
        CommandError { kind: kind.to_owned(), args: detail, log_id: journal.fault(kind, self) }
    }
}
