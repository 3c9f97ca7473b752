//! The open file: opening, the one door for writing, undo and redo.

use std::cell::{RefCell, RefMut};
use std::path::Path;

use domain::programme::{City, Programme};
use serde::{Deserialize, Serialize};
use store::handing_out::HandingOut;
use store::{Change, File, Outcome, Read, Write};
use ts_rs::TS;

use crate::by::By;
use crate::op::{self, Op};
use crate::search::index::Index;
use crate::texts::Texts;
use crate::{Result, WorkbenchError};

/// One open `.kaikaku` file and everything that can be done to it.
pub struct Workbench {
    pub(crate) file: File,
    index: RefCell<Index>,
}

/// A step of undo or history, with its name in the language of the texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Step {
    /// Identity, growing with time.
    #[ts(type = "number")]
    pub id: i64,
    /// When, local time: 2024-02-02T10:32:05.
    pub at: String,
    /// Who; "" when no name was set.
    pub who: String,
    /// Name of the operation: 「市民参加の推進」令和5年度 実績の入力.
    pub label: String,
    /// Whether it is undone at present.
    pub undone: bool,
}

/// One change of one value: a line in the history of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueChange {
    /// The step that changed it.
    pub step: Step,
    /// The value before, as it stands in the file; none when there was none.
    pub old: Option<String>,
    /// The value after.
    pub new: Option<String>,
}

/// What an undo or a redo did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// The step that was turned.
    pub step: store::Step,
    /// What changed in the file.
    pub changes: Vec<Change>,
}

impl Workbench {
    fn over(file: File) -> Self {
        Self { file, index: RefCell::default() }
    }

    /// Makes a new file holding the programme given. Fails when something stands there already.
    pub fn create(path: &Path, programme: &Programme) -> Result<Self> {
        Ok(Self::over(File::create(path, programme)?))
    }

    /// Opens a file; read-only when it cannot be written.
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self::over(File::open(path)?))
    }

    /// A programme in memory, through the same builder as a file.
    pub fn memory(programme: &Programme) -> Result<Self> {
        Ok(Self::over(File::memory(programme)?))
    }

    /// A copy in memory of the file as it stands now, to be read while others work on.
    pub fn copy(&self) -> Result<Self> {
        Ok(Self::over(self.file.copy_in_memory()?))
    }

    /// Where the file stands.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Whether nothing can be written.
    pub fn is_read_only(&self) -> bool {
        self.file.is_read_only()
    }

    /// The read handle.
    pub fn read(&self) -> Read<'_> {
        self.file.read()
    }

    /// The city.
    pub fn city(&self) -> Result<City> {
        Ok(store::city::read(&self.file.read())?)
    }

    /// The whole programme.
    pub fn programme(&self) -> Result<Programme> {
        Ok(store::programme::read(&self.file.read())?)
    }

    /// The one door for writing: runs `work` in one transaction, records it as one named step.
    ///
    /// An error leaves the file as it was; work that changes nothing leaves no step.
    pub fn transact<T>(&mut self, by: &By, op: &Op, work: impl FnOnce(&Write<'_>) -> Result<T>) -> Result<Outcome<T>> {
        let outcome = self.file.write(&op.step(by), work)?;
        self.index.get_mut().note(&outcome.changes);
        Ok(outcome)
    }

    /// Remembers that a paper was handed out: no step of undo, no change of the programme.
    pub(crate) fn remember(&mut self, given: &HandingOut) -> Result<()> {
        Ok(store::handing_out::remember(&mut self.file, given)?)
    }

    /// Takes the last step back. `None` when there is none.
    pub fn undo(&mut self) -> Result<Option<Turned>> {
        let turned = self.file.undo()?;
        Ok(turned.map(|turned| self.turned(turned)))
    }

    /// Does the last undone step again. `None` when there is none.
    pub fn redo(&mut self) -> Result<Option<Turned>> {
        let turned = self.file.redo()?;
        Ok(turned.map(|turned| self.turned(turned)))
    }

    fn turned(&mut self, turned: store::Turned) -> Turned {
        self.index.get_mut().note(&turned.changes);
        Turned { step: turned.step, changes: turned.changes }
    }

    /// Takes note of changes that came by another door than [`transact`](Self::transact).
    pub(crate) fn note(&mut self, changes: &[Change]) {
        self.index.get_mut().note(changes);
    }

    /// Readies search for a part of the file, so that the first search need not wait; answers
    /// whether the whole file is read. Short enough that what a person does meanwhile goes first.
    pub fn ready_search(&self) -> Result<bool> {
        const ROWS: usize = 1_000;
        self.index.borrow_mut().read_some(&self.file.read(), ROWS)
    }

    /// The words of the file as they are now.
    pub(crate) fn index(&self) -> Result<RefMut<'_, Index>> {
        let mut index = self.index.borrow_mut();
        index.refresh(&self.file.read())?;
        Ok(index)
    }

    /// The step that undo would take back.
    pub fn next_undo(&self, texts: &Texts) -> Result<Option<Step>> {
        Ok(self.file.next_undo()?.map(|step| named(texts, &step)))
    }

    /// The step that redo would do again.
    pub fn next_redo(&self, texts: &Texts) -> Result<Option<Step>> {
        Ok(self.file.next_redo()?.map(|step| named(texts, &step)))
    }

    /// The newest steps first, `limit` of them.
    pub fn history(&self, texts: &Texts, limit: usize) -> Result<Vec<Step>> {
        Ok(self.file.history(limit, None)?.iter().map(|step| named(texts, step)).collect())
    }

    /// What became of one value, newest change first.
    pub fn value_history(
        &self,
        texts: &Texts,
        table: store::Table,
        key: &[i64],
        column: &str,
    ) -> Result<Vec<ValueChange>> {
        let changes = self.file.value_history(table, key, column)?;
        let told = changes.into_iter().map(|change| ValueChange {
            step: named(texts, &change.step),
            old: change.old,
            new: change.new,
        });
        Ok(told.collect())
    }

    /// Faults of the file itself, in the words of the database (for the log); empty when sound.
    pub fn integrity(&self) -> Result<Vec<String>> {
        Ok(self.file.check_integrity()?)
    }

    /// Refuses the path of the open file: reading it beside the database would drop its lock, and
    /// writing there would put another file in its place.
    pub fn apart_from(&self, path: &Path) -> Result<()> {
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        if real(path) == real(self.path()) {
            return Err(store::StoreError::AlreadyExists { path: path.to_path_buf() }.into());
        }
        Ok(())
    }

    /// Writes a verified copy of the file, which cannot be the file itself.
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        self.apart_from(path)?;
        Ok(self.file.backup_to(path)?)
    }
}

pub(crate) fn named(texts: &Texts, step: &store::Step) -> Step {
    Step {
        id: step.id.0,
        at: step.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        who: step.who.clone(),
        label: op::label(texts, &step.op, &step.args),
        undone: step.undone,
    }
}

impl Turned {
    /// The name of the step that was turned.
    pub fn label(&self, texts: &Texts) -> String {
        op::label(texts, &self.step.op, &self.step.args)
    }
}

/// Finds what a request names, or says that it is gone.
pub(crate) trait Found<T> {
    fn found(self, thing: crate::error::Thing, id: i64) -> Result<T>;
}

impl<T> Found<T> for Option<T> {
    fn found(self, thing: crate::error::Thing, id: i64) -> Result<T> {
        self.ok_or(WorkbenchError::NoSuch { thing, id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_never_takes_the_place_of_the_open_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("市.kaikaku");
        let workbench = Workbench::create(&path, &Programme::new("みどり野市")).expect("a file");
        let roundabout = folder.path().join(".").join("市.kaikaku");
        let refused = workbench.copy_to(&roundabout).expect_err("the file itself");
        assert_eq!(refused.kind(), "already-exists");
        let copy = folder.path().join("写し.kaikaku");
        workbench.copy_to(&copy).expect("a copy beside it");
        drop(workbench);
        assert_eq!(Workbench::open(&copy).expect("the copy").city().expect("its city").name, "みどり野市");
    }
}
