//! What a closed file holds, to the byte.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use store::Table;

/// Opens a file that nobody has open, past the store.
#[allow(clippy::disallowed_methods, reason = "the test looks at the file from outside")]
pub fn outside(path: &Path) -> Connection {
    Connection::open(path).unwrap()
}

/// Every row of every table under undo, in the order of their keys.
pub fn dump(path: &Path) -> String {
    let conn = outside(path);
    let mut text = String::new();
    for table in Table::ALL {
        let sql = format!("SELECT * FROM {} ORDER BY {}", table.name(), table.key().join(", "));
        let mut statement = conn.prepare(&sql).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            write!(text, "{}", table.name()).unwrap();
            for column in 0..columns {
                match row.get_ref(column).unwrap() {
                    ValueRef::Null => text.push_str(" null"),
                    ValueRef::Integer(number) => write!(text, " {number}").unwrap(),
                    ValueRef::Text(words) => write!(text, " {:?}", std::str::from_utf8(words).unwrap()).unwrap(),
                    other => panic!("no column holds {other:?}"),
                }
            }
            text.push('\n');
        }
    }
    text
}
