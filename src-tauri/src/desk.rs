//! The desk: the open file, the press, the settings, the work under way.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Serialize;
use tauri::{AppHandle, Emitter as _, Manager as _};
use ts_rs::TS;
use workbench::export::Press;
use workbench::texts::Texts;
use workbench::{By, Workbench};

use crate::error::DeskError;
use crate::fonts;
use crate::journal::{self, Journal};
use crate::settings::Settings;

/// What lies on the desk. One file is open at a time; whoever needs it takes the lock.
pub struct Desk {
    /// The running program, for dialogs and events.
    pub app: AppHandle,
    /// The texts.
    pub texts: Texts,
    /// What sets charts and papers.
    pub press: Press,
    /// The log.
    pub journal: Journal,
    open: Mutex<Option<Workbench>>,
    settings: Mutex<Settings>,
    settings_path: PathBuf,
    stopped: Mutex<HashSet<u32>>,
    given: Mutex<Vec<PathBuf>>,
    offered: Mutex<HashSet<PathBuf>>,
    import: Mutex<Option<workbench::import::Import>>,
    saved_at: Mutex<Option<chrono::NaiveDateTime>>,
    count: AtomicU32,
}

/// How far a piece of long work is.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct TaskProgress {
    /// Number of the work.
    pub task: u32,
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
}

/// A thread that panicked holding a lock left the value whole: every write is one assignment.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Desk {
    /// A desk with nothing open. `given` are the files given when the program was started.
    pub fn new(app: &AppHandle, given: Vec<PathBuf>) -> tauri::Result<Self> {
        let settings_path = app.path().app_config_dir()?.join("settings.json");
        Ok(Self {
            texts: Texts::japanese(),
            press: fonts::press(),
            journal: Journal::in_folder(app.path().app_log_dir().ok()),
            open: Mutex::new(None),
            settings: Mutex::new(Settings::read(&settings_path)),
            settings_path,
            stopped: Mutex::new(HashSet::new()),
            given: Mutex::new(given),
            import: Mutex::new(None),
            offered: Mutex::new(HashSet::new()),
            saved_at: Mutex::new(None),
            count: AtomicU32::new(0),
            app: app.clone(),
        })
    }

    /// Works on the open file.
    pub fn with<T>(&self, work: impl FnOnce(&mut Workbench) -> workbench::Result<T>) -> Result<T, DeskError> {
        let mut open = lock(&self.open);
        let workbench = open.as_mut().ok_or(DeskError::NoFile)?;
        Ok(work(workbench)?)
    }

    /// Looks at the open file, if there is one.
    pub fn look<T>(&self, work: impl FnOnce(&Workbench) -> workbench::Result<T>) -> Result<Option<T>, DeskError> {
        let open = lock(&self.open);
        Ok(open.as_ref().map(work).transpose()?)
    }

    /// Puts a file on the desk; the one before is closed.
    pub fn put(&self, workbench: Workbench) -> Result<(), DeskError> {
        let path = workbench.path().to_path_buf();
        *lock(&self.open) = Some(workbench);
        *lock(&self.saved_at) = None;
        self.ready_search();
        self.change_settings(|settings| settings.opened(&path))
    }

    /// Readies search in the background, a little at a time: whoever waits for the file goes first.
    fn ready_search(&self) {
        let app = self.app.clone();
        tauri::async_runtime::spawn_blocking(move || {
            let desk = app.state::<Arc<Self>>();
            // A fault shows when somebody searches, and is told then.
            while let Ok(Some(false)) = desk.look(Workbench::ready_search) {
                std::thread::sleep(Duration::from_millis(2));
            }
        });
    }

    /// Closes the open file.
    pub fn clear(&self) {
        *lock(&self.open) = None;
        *lock(&self.import) = None;
    }

    /// Closes the open file when it is the one given, so that it can be opened anew.
    pub fn let_go(&self, path: &Path) {
        let mut open = lock(&self.open);
        if open.as_ref().is_some_and(|workbench| workbench.path() == path) {
            *open = None;
        }
    }

    /// The files given when the program was started; answered once.
    pub fn take_given(&self) -> Vec<PathBuf> {
        std::mem::take(&mut lock(&self.given))
    }

    /// Lets the page name this path later: the program itself gave it to the page.
    pub fn offer(&self, path: &Path) {
        lock(&self.offered).insert(path.to_path_buf());
    }

    /// Whether the page may name this path: it was offered, or is a recent file.
    pub fn is_offered(&self, path: &Path) -> bool {
        lock(&self.offered).contains(path) || lock(&self.settings).recent.iter().any(|known| known == path)
    }

    /// The settings as they are.
    pub fn settings(&self) -> Settings {
        lock(&self.settings).clone()
    }

    /// Changes the settings and keeps them.
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> Result<(), DeskError> {
        let mut settings = lock(&self.settings);
        change(&mut settings);
        Ok(settings.write(&self.settings_path)?)
    }

    /// Who works, and when.
    pub fn by(&self) -> By {
        By { who: lock(&self.settings).user.clone(), at: journal::now() }
    }

    /// Notes that a change is durably in the file.
    pub fn saved(&self, at: chrono::NaiveDateTime) {
        *lock(&self.saved_at) = Some(at);
    }

    /// When the last change went into the file, since it was opened.
    pub fn saved_at(&self) -> Option<chrono::NaiveDateTime> {
        *lock(&self.saved_at)
    }

    /// Keeps a table that was read until it is taken over.
    pub fn keep_import(&self, import: workbench::import::Import) {
        *lock(&self.import) = Some(import);
    }

    /// The table that was read last.
    pub fn import(&self) -> Option<workbench::import::Import> {
        lock(&self.import).clone()
    }

    /// Asks a piece of long work to stop.
    pub fn stop(&self, task: u32) {
        lock(&self.stopped).insert(task);
    }

    /// Tells the page how far a piece of long work is; answers whether it goes on.
    pub fn goes_on(&self, task: u32, done: usize, total: usize) -> bool {
        let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
        // A window that is gone needs no progress.
        let _ = self.app.emit("task-progress", TaskProgress { task, done: count(done), total: count(total) });
        !lock(&self.stopped).remove(&task)
    }

    /// Begins a count of the findings, which ends the one before; answers its turn.
    pub fn begin_count(&self) -> u32 {
        self.count.fetch_add(1, Ordering::Relaxed).wrapping_add(1)
    }

    /// Whether the count of a turn is still the newest.
    pub fn counts(&self, turn: u32) -> bool {
        self.count.load(Ordering::Relaxed) == turn
    }
}
