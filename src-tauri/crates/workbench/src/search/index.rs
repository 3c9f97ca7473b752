//! The folded words of an open file, in memory: search reads them and not the file (ADR 7).

use std::collections::{BTreeSet, HashMap};

use domain::value::fold::fold;
use memchr::memmem;
use store::{Change, Read, Table, words};

use super::Spot;
use crate::Result;
use crate::place::{self, Place};

/// A key of any table, filled up with noughts.
pub type Key = [i64; 4];

/// Ends a text: no text holds this byte, so no word is found across two of them.
const END: u8 = 0xff;

/// Beyond so many changed rows it is quicker to read the file anew.
const MANY: usize = 20_000;

/// Every text of the file in its folded form.
#[derive(Debug, Default)]
pub struct Index {
    /// All texts one behind the other, each closed by [`END`].
    words: Vec<u8>,
    /// Where each text begins, in that order.
    texts: Vec<Text>,
    rows: Vec<Row>,
    known: HashMap<(Table, Key), u32>,
    /// Bytes of texts whose row is read anew.
    dropped: usize,
    /// What is read next: a table by its number, and the row read last.
    next: usize,
    after: Option<Vec<i64>>,
    /// Rows that changed since they were read.
    stale: BTreeSet<(Table, Key)>,
    /// Places of the nodes in the order of print; none when it changed.
    order: Option<HashMap<i64, u32>>,
}

#[derive(Debug)]
struct Text {
    begin: usize,
    row: u32,
    column: u8,
}

#[derive(Debug)]
struct Row {
    table: Table,
    key: Key,
    owner: Option<i64>,
    live: bool,
}

impl Index {
    /// Takes note of what a step changed; it is read anew before the next search.
    pub fn note(&mut self, changes: &[Change]) {
        if changes.iter().any(|change| matches!(change.table, Table::Node | Table::Plan)) {
            self.order = None;
        }
        for change in changes {
            if !words::columns(change.table).is_empty() {
                self.stale.insert((change.table, filled(&change.key)));
            }
        }
        if self.stale.len() > MANY {
            *self = Self::default();
        }
    }

    /// Reads some more rows of the file; answers whether all of them are read.
    pub fn read_some(&mut self, r: &Read<'_>, rows: usize) -> Result<bool> {
        let Some(table) = Table::ALL.get(self.next).copied() else { return Ok(true) };
        if words::columns(table).is_empty() {
            self.next += 1;
            return Ok(self.next >= Table::ALL.len());
        }
        let page = words::page(r, table, self.after.as_deref(), rows)?;
        self.after = page.last().map(|row| row.key.clone());
        if page.len() < rows {
            self.next += 1;
            self.after = None;
        }
        for row in page {
            self.put(table, row);
        }
        Ok(self.next >= Table::ALL.len())
    }

    /// Brings it to what the file holds now.
    pub fn refresh(&mut self, r: &Read<'_>) -> Result<()> {
        while !self.read_some(r, 4_000)? {}
        for (table, key) in std::mem::take(&mut self.stale) {
            match words::of_row(r, table, &key[..table.key().len()])? {
                Some(row) => self.put(table, row),
                None => self.drop_row(table, &key),
            }
        }
        if self.order.is_none() {
            let nodes = store::node::order(r)?;
            self.order = Some(nodes.into_iter().zip(0..).map(|(node, at)| (node.0, at)).collect());
        }
        if self.dropped > 1_000_000.max(self.words.len() / 2) {
            self.tidy();
        }
        Ok(())
    }

    fn put(&mut self, table: Table, row: words::Words) {
        let key = filled(&row.key);
        self.drop_row(table, &key);
        let number = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        for (text, column) in row.texts.iter().zip(0..) {
            let folded = fold(text);
            if folded.is_empty() {
                continue;
            }
            self.texts.push(Text { begin: self.words.len(), row: number, column });
            self.words.extend_from_slice(folded.as_bytes());
            self.words.push(END);
        }
        self.rows.push(Row { table, key, owner: row.owner, live: true });
        self.known.insert((table, key), number);
    }

    fn drop_row(&mut self, table: Table, key: &Key) {
        let Some(number) = self.known.remove(&(table, *key)) else { return };
        self.rows[number as usize].live = false;
        let first = self.texts.partition_point(|text| text.row < number);
        let behind = self.texts.partition_point(|text| text.row <= number);
        self.dropped += self.begin(behind) - self.begin(first);
    }

    fn begin(&self, text: usize) -> usize {
        self.texts.get(text).map_or(self.words.len(), |text| text.begin)
    }

    /// Leaves out what was dropped.
    fn tidy(&mut self) {
        let old = std::mem::take(self);
        let mut moved: Vec<Option<u32>> = Vec::with_capacity(old.rows.len());
        for row in old.rows {
            let number = row.live.then(|| u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
            if let Some(number) = number {
                self.known.insert((row.table, row.key), number);
                self.rows.push(row);
            }
            moved.push(number);
        }
        let ends = old.texts.iter().skip(1).map(|text| text.begin).chain([old.words.len()]);
        for (text, end) in old.texts.iter().zip(ends) {
            if let Some(row) = moved[text.row as usize] {
                self.texts.push(Text { begin: self.words.len(), row, column: text.column });
                self.words.extend_from_slice(&old.words[text.begin..end]);
            }
        }
        (self.next, self.after, self.stale, self.order) = (old.next, old.after, old.stale, old.order);
    }

    /// Every text that holds the words, each of which is given in its folded writings; in no order.
    /// Of several words the text itself holds one at least, and the name of what it belongs to the
    /// others: 「公文書 研修」 finds the results of 公文書管理 that tell of a 研修.
    pub fn spots(&self, words: &[Vec<String>]) -> Vec<Spot> {
        if let [writings] = words {
            return self.holding(writings).into_iter().filter_map(|text| self.spot(&self.texts[text])).collect();
        }
        let mut held: Vec<(usize, u32)> = Vec::new();
        for (word, writings) in words.iter().enumerate() {
            held.extend(self.holding(writings).into_iter().map(|text| (text, 1 << word)));
        }
        held.sort_unstable();
        held.dedup_by(|(text, word), (before, words)| {
            let same = text == before;
            *words |= if same { *word } else { 0 };
            same
        });
        let mut names: HashMap<u32, u32> = HashMap::new();
        for (text, words) in &held {
            let Text { row, column, .. } = self.texts[*text];
            if usize::from(column) < place::named_by(self.rows[row as usize].table) {
                *names.entry(row).or_default() |= words;
            }
        }
        let all = (1 << words.len()) - 1;
        let held_by_name = |place: Place| {
            let (table, id) = place.row();
            self.known.get(&(table, filled(&[id]))).and_then(|row| names.get(row)).copied().unwrap_or_default()
        };
        let spots = held.into_iter().filter_map(|(text, words)| {
            let spot = self.spot(&self.texts[text])?;
            (words == all || words | held_by_name(spot.place) == all).then_some(spot)
        });
        spots.collect()
    }

    /// The texts that hold a word in one of its writings, in order.
    fn holding(&self, writings: &[String]) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for word in writings.iter().filter(|word| !word.is_empty()) {
            let finder = memmem::Finder::new(word.as_bytes());
            let mut from = 0;
            while let Some(at) = self.words.get(from..).and_then(|rest| finder.find(rest)) {
                let behind = self.texts.partition_point(|text| text.begin <= from + at);
                found.push(behind - 1);
                from = self.begin(behind);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn spot(&self, text: &Text) -> Option<Spot> {
        let row = &self.rows[text.row as usize];
        let key = &row.key[..row.table.key().len()];
        let above = |table, id| self.rows[*self.known.get(&(table, filled(&[id])))? as usize].owner;
        let place = Place::of_row(row.table, key, row.owner, above).filter(|_| row.live)?;
        self.spot_at(place, row.table, row.key, text.column)
    }

    /// A text of a row at its place in the order of the plan.
    pub fn spot_at(&self, place: Place, table: Table, key: Key, column: u8) -> Option<Spot> {
        let at = match place {
            Place::Node { node } | Place::Schedule { node } | Place::Record { node, .. } => {
                i64::from(*self.order.as_ref()?.get(&node.0)?)
            }
            Place::City | Place::Check => 0,
            Place::Plan { plan } => plan.0,
            // Offices behind the plans, both stand in the settings.
            Place::Office { office } => i64::from(u32::MAX) + office.0,
            Place::Indicator { indicator } => indicator.0,
            Place::Effect { effect } => effect.0,
            Place::Chart { chart } => chart.0,
            Place::Meeting { meeting } => meeting.0,
        };
        // Of one item the years stand in their order, and evaluations below the record they judge.
        let year = match place {
            Place::Record { year, .. } => year,
            _ => 0,
        };
        let rank = (place.area(), at, year, table, key, column);
        Some(Spot { place, table, key, column: column.into(), said: None, rank })
    }
}

pub(super) fn filled(key: &[i64]) -> Key {
    let mut filled = Key::default();
    for (to, from) in filled.iter_mut().zip(key) {
        *to = *from;
    }
    filled
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::collections::BTreeMap;

    use super::*;
    use crate::{By, Workbench, interchange, sample};

    /// What an index holds, row by row: the owner and the folded words.
    type Content = BTreeMap<(Table, Key, u8), (Option<i64>, Vec<u8>)>;

    fn content(index: &Index) -> Content {
        let texts = index.texts.iter().enumerate().map(|(number, text)| {
            let row = &index.rows[text.row as usize];
            let words = index.words[text.begin..index.begin(number + 1)].to_vec();
            (row.live, (row.table, row.key, text.column), (row.owner, words))
        });
        texts.filter(|(live, ..)| *live).map(|(_, key, value)| (key, value)).collect()
    }

    #[test]
    fn an_index_that_followed_the_changes_is_that_of_the_file() {
        let mut workbench = Workbench::memory(&sample::programme().unwrap()).unwrap();
        let mut index = Index::default();
        index.refresh(&workbench.read()).unwrap();
        let whole = content(&index);
        assert!(whole.len() > 500, "{} texts", whole.len());
        let by = By { who: String::new(), at: Default::default() };
        let mut other = workbench.programme().unwrap();
        other.indicators.truncate(3);
        other.charts.clear();
        other.plans[0].name.push_str("（改訂）");
        let outcome = interchange::load(&mut workbench, &by, &other).unwrap();
        index.note(&outcome.changes);
        index.refresh(&workbench.read()).unwrap();
        let mut fresh = Index::default();
        fresh.refresh(&workbench.read()).unwrap();
        assert_eq!(content(&index), content(&fresh));
        assert_ne!(content(&index), whole);
        let before = index.words.len();
        index.tidy();
        assert!(index.words.len() < before, "what was dropped is gone");
        assert_eq!(content(&index), content(&fresh));
        index.note(&workbench.undo().unwrap().unwrap().changes);
        index.refresh(&workbench.read()).unwrap();
        assert_eq!(content(&index), whole);
    }
}
