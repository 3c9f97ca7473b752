//! The words that stand in a file, row by row: what search reads.
//!
//! Search asks every table the same question, so its statements are put together here from the
//! names of tables and columns that this crate knows; no text of a person goes into one.

use domain::programme::LifeWord;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use crate::cells::Cells;
use crate::error::Result;
use crate::handles::Read;
use crate::table::Table;

/// The words of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Its key, as in [`Change::key`](crate::Change::key).
    pub key: Vec<i64>,
    /// The row it belongs to, where its own key does not say so: see [`owner`].
    pub owner: Option<i64>,
    /// Its texts in the order of [`columns`]; "" where there is none. The entries of a list stand
    /// on lines of their own.
    pub texts: Vec<String>,
}

/// The columns of a table that hold words of a person.
pub const fn columns(table: Table) -> &'static [&'static str] {
    match table {
        Table::City => &["name"],
        Table::Office => &["name"],
        Table::Plan => &["name", "first_text", "last_text", "note", "related", "life_words"],
        Table::Level => &["name"],
        Table::Vocabulary => &["axis"],
        Table::Term => &["label", "symbol", "definition"],
        Table::Evaluator => &["name"],
        Table::Group => &["name", "description"],
        Table::Schedule => &["name", "as_of_text", "unit"],
        Table::Node => &["label", "title", "markers"],
        Table::LifeEvent => &["year_text", "words"],
        Table::Section => &["title", "text"],
        Table::Lane => &["title"],
        Table::Bar => &["words", "amount_text"],
        Table::Record => &["planned", "target", "previous_state", "actual", "issues", "note"],
        Table::Evaluation => &["text", "reason"],
        Table::Project => &["name", "budget_text", "debt_burden_text", "purpose", "outline", "year_text"],
        Table::Indicator => {
            &["name", "markers", "account", "definition", "source", "note", "good_text", "baseline_year_text"]
        }
        Table::Part => &["name", "unit"],
        Table::Baseline => &["figure_text"],
        Table::Target => &["target_text", "year_text", "as_of_text"],
        Table::Observation => &["figure_text", "comment"],
        Table::Effect => &["name", "unit", "note"],
        Table::EffectRow => &["title", "account"],
        Table::EffectCell => &["amount_text"],
        Table::Chart => &["title", "source", "note"],
        Table::Meeting => &["number", "name", "date_text", "place"],
        Table::Paper => &["doc_no", "title", "lead"],
        Table::Rate => &["name", "formula"],
        Table::Acceptance => &["reason"],
        Table::OfficeChange
        | Table::ChangedOffice
        | Table::Predecessor
        | Table::FormerItem
        | Table::RateTerm
        | Table::Assignment
        | Table::ProjectOffice
        | Table::ChartSeries => &[],
    }
}

/// The column that says to which row a row belongs, where the first column of its key does not:
/// the node of a section, the lane of a bar, the plan of a node.
pub const fn owner(table: Table) -> Option<&'static str> {
    match table {
        Table::Node | Table::Vocabulary | Table::Evaluator | Table::Group | Table::Rate | Table::Schedule => {
            Some("plan_id")
        }
        Table::Term => Some("vocabulary_id"),
        Table::LifeEvent | Table::Section | Table::Lane | Table::Project | Table::Indicator => Some("node_id"),
        Table::Bar => Some("lane_id"),
        Table::Target => Some("indicator_id"),
        Table::EffectRow => Some("effect_id"),
        Table::Paper => Some("meeting_id"),
        _ => None,
    }
}

/// Columns that hold a list of words as JSON.
const LISTS: [(Table, &str); 4] =
    [(Table::Plan, "related"), (Table::Plan, "life_words"), (Table::Node, "markers"), (Table::Indicator, "markers")];

/// Rows of a table in the order of their keys: at most `limit`, those after a key if one is given.
pub fn page(r: &Read<'_>, table: Table, after: Option<&[i64]>, limit: usize) -> Result<Vec<Words>> {
    let key = table.key().join(", ");
    let after = after.map(|after| bound(table, after)).unwrap_or_default();
    let from = match after.len() {
        0 => String::new(),
        count => format!("WHERE ({key}) > ({})", vec!["?"; count].join(", ")),
    };
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let sql = format!("{} {from} ORDER BY {key} LIMIT {limit}", select(table));
    r.list(&sql, params_from_iter(after), |row| words(table, row))
}

/// One row; none when it is not there.
pub fn of_row(r: &Read<'_>, table: Table, key: &[i64]) -> Result<Option<Words>> {
    let conditions: Vec<String> = table.key().iter().map(|column| format!("{column} = ?")).collect();
    let sql = format!("{} WHERE {}", select(table), conditions.join(" AND "));
    r.one(&sql, params_from_iter(bound(table, key)), |row| words(table, row))
}

fn select(table: Table) -> String {
    let columns: Vec<&str> = table.key().iter().chain(&owner(table)).chain(columns(table)).copied().collect();
    format!("SELECT {} FROM {}", columns.join(", "), table.name())
}

/// A key as it stands in the file: numbered words are words again.
fn bound(table: Table, key: &[i64]) -> Vec<Value> {
    let word = |(column, number): (usize, &i64)| {
        let words = table.key_words(column);
        match usize::try_from(*number).ok().and_then(|number| words.get(number)) {
            Some(word) => Value::from((*word).to_owned()),
            None => Value::from(*number),
        }
    };
    key.iter().enumerate().map(word).collect()
}

fn words(table: Table, row: &Cells<'_>) -> rusqlite::Result<Words> {
    let mut key = Vec::with_capacity(table.key().len());
    for (column, name) in table.key().iter().enumerate() {
        let known = table.key_words(column);
        key.push(match known {
            [] => row.get(name)?,
            _ => {
                let word: String = row.get(name)?;
                known.iter().position(|one| *one == word).map_or(-1, |number| number as i64)
            }
        });
    }
    let owner = owner(table).map(|column| row.get::<Option<i64>>(column)).transpose()?.flatten();
    let mut texts = Vec::with_capacity(columns(table).len());
    for column in columns(table) {
        let text = row.get::<Option<String>>(column)?.unwrap_or_default();
        texts.push(if LISTS.contains(&(table, *column)) { entries(text) } else { text });
    }
    Ok(Words { key, owner, texts })
}

fn entries(json: String) -> String {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Entry {
        Word(String),
        Life(LifeWord),
    }
    let list: Result<Vec<Entry>, _> = serde_json::from_str(&json);
    let word = |entry| match entry {
        Entry::Word(word) | Entry::Life(LifeWord { word, .. }) => word,
    };
    list.map_or(json, |entries| entries.into_iter().map(word).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::File;
    use domain::programme::Programme;

    /// Columns that hold a word of a fixed vocabulary, a day, or what was understood of words.
    const NO_WORDS: [&str; 23] = [
        "code",
        "comma",
        "negative",
        "kind",
        "since",
        "until",
        "day",
        "side",
        "responsibility",
        "scope",
        "stage",
        "slot",
        "saving",
        "brackets",
        "span",
        "basis",
        "second_line",
        "axis",
        "mark",
        "finding",
        "demands",
        "who",
        "at",
    ];

    #[test]
    fn every_column_with_words_is_searched() {
        let file = File::memory(&Programme::new("みどり野市")).unwrap();
        let r = file.read();
        for table in Table::ALL {
            let sql = "SELECT name FROM pragma_table_info(?1) WHERE type = 'TEXT'";
            let there = r.list(sql, [table.name()], |row| row.get::<String>("name")).unwrap();
            for column in there {
                let known = columns(*table).contains(&column.as_str())
                    || NO_WORDS.contains(&column.as_str())
                    || column.ends_with("_meaning")
                    || column.ends_with("_value");
                assert!(known, "{}.{column} holds words or is none", table.name());
            }
            assert!(page(&r, *table, None, 10).is_ok(), "{}", table.name());
        }
    }

    #[test]
    fn pages_follow_each_other_and_a_row_is_read_alone() {
        let mut programme = Programme::new("みどり野市");
        programme.offices = (1..=7)
            .map(|id| domain::programme::Office {
                id: domain::programme::OfficeId(id),
                name: format!("第{id}課"),
                kind: domain::programme::OfficeKind::Office,
                since: None,
                until: None,
            })
            .collect();
        let file = File::memory(&programme).unwrap();
        let r = file.read();
        let first = page(&r, Table::Office, None, 4).unwrap();
        let rest = page(&r, Table::Office, first.last().map(|row| row.key.as_slice()), 4).unwrap();
        assert_eq!((first.len(), rest.len()), (4, 3));
        assert_eq!(rest[0].texts, ["第5課"]);
        assert_eq!(of_row(&r, Table::Office, &[5]).unwrap().as_ref(), rest.first());
        assert_eq!(of_row(&r, Table::Office, &[9]).unwrap(), None);
    }
}
