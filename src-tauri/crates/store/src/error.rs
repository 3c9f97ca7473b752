//! What can go wrong with a file, as kinds and parameters; sentences are made elsewhere.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Why a file could not be opened, read, written or undone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The folder is there, the file is not.
    #[error("no file {}", path.display())]
    NotFound {
        /// The file.
        path: PathBuf,
    },
    /// The folder in which the file should stand is not there.
    #[error("no folder for {}", path.display())]
    FolderMissing {
        /// The file.
        path: PathBuf,
    },
    /// Something already stands where a new file should be made.
    #[error("{} already exists", path.display())]
    AlreadyExists {
        /// What stands there.
        path: PathBuf,
    },
    /// The file is no `.kaikaku` file: empty, a text, a folder, another program's database.
    #[error("{} is not a .kaikaku file", path.display())]
    NotOurs {
        /// The file.
        path: PathBuf,
    },
    /// The file is ours, but its content is broken.
    #[error("{} is damaged: {detail}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found, for the log.
        detail: String,
    },
    /// The file was made by a newer version of the program.
    #[error("{} has schema {found}, this program knows {known}", path.display())]
    FileTooNew {
        /// The file.
        path: PathBuf,
        /// The schema version of the file.
        found: i32,
        /// The newest schema version this program knows.
        known: i32,
    },
    /// The file or its folder cannot be written.
    #[error("{} is read-only", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The file is open in another window, process or computer.
    #[error("{} is open elsewhere", path.display())]
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full; the file is as it was.
    #[error("no room left for {}", path.display())]
    DiskFull {
        /// The file.
        path: PathBuf,
    },
    /// The operating system does not permit it.
    #[error("no permission for {}", path.display())]
    Access {
        /// The file.
        path: PathBuf,
    },
    /// Undo or redo no longer fits what the file holds; nothing was changed.
    #[error("the step no longer fits the file")]
    Conflict,
    /// A statement was refused: a reference to something that is not there, a fault of the program.
    #[error("sql: {detail}")]
    Sql {
        /// What SQLite said.
        detail: String,
    },
    /// Reading or writing failed below SQLite.
    #[error("i/o on {}: {detail}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        detail: String,
    },
}

/// A result of this crate.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

impl StoreError {
    /// The kind an error of SQLite is, for the file at `path`.
    pub(crate) fn of_sqlite(error: rusqlite::Error, path: &Path) -> Self {
        use rusqlite::Error as E;
        let path = path.to_owned();
        let detail = error.to_string();
        match &error {
            E::SqliteFailure(failure, _) | E::SqlInputError { error: failure, .. } => match failure.code {
                ErrorCode::DiskFull => Self::DiskFull { path },
                ErrorCode::ReadOnly => Self::ReadOnly { path },
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Locked { path },
                ErrorCode::NotADatabase => Self::NotOurs { path },
                ErrorCode::DatabaseCorrupt => Self::Damaged { path, detail },
                ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Self::Access { path },
                ErrorCode::SystemIoFailure => Self::Io { path, detail },
                _ => Self::Sql { detail },
            },
            // A stored value that the program cannot have written: a word outside its vocabulary,
            // broken UTF-8, a year out of range.
            E::FromSqlConversionFailure(..)
            | E::IntegralValueOutOfRange(..)
            | E::InvalidColumnType(..)
            | E::Utf8Error(..) => Self::Damaged { path, detail },
            _ => Self::Sql { detail },
        }
    }

    /// The same error, told of another path: that of the file the person named, and not of the
    /// draft it is built in.
    pub(crate) fn about(self, named: &Path) -> Self {
        let path = named.to_owned();
        match self {
            Self::NotFound { .. } => Self::NotFound { path },
            Self::FolderMissing { .. } => Self::FolderMissing { path },
            Self::AlreadyExists { .. } => Self::AlreadyExists { path },
            Self::NotOurs { .. } => Self::NotOurs { path },
            Self::Damaged { detail, .. } => Self::Damaged { path, detail },
            Self::FileTooNew { found, known, .. } => Self::FileTooNew { path, found, known },
            Self::ReadOnly { .. } => Self::ReadOnly { path },
            Self::Locked { .. } => Self::Locked { path },
            Self::DiskFull { .. } => Self::DiskFull { path },
            Self::Access { .. } => Self::Access { path },
            Self::Io { detail, .. } => Self::Io { path, detail },
            other @ (Self::Conflict | Self::Sql { .. }) => other,
        }
    }

    /// The kind an error of the operating system is, for the file at `path`.
    pub(crate) fn of_io(error: &io::Error, path: &Path) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => match path.parent() {
                Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => Self::FolderMissing { path },
                _ => Self::NotFound { path },
            },
            io::ErrorKind::NotADirectory => Self::FolderMissing { path },
            io::ErrorKind::AlreadyExists => Self::AlreadyExists { path },
            io::ErrorKind::PermissionDenied => Self::Access { path },
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            _ => Self::Io { path, detail: error.to_string() },
        }
    }
}
