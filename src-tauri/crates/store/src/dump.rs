//! Everything under undo as text.

use crate::error::Result;
use crate::handles::Read;
use crate::step;
use crate::table::Table;

/// Every row of every table under undo, one per line, in the order of the keys: two files that
/// hold the same give the same text, whatever way they came to it.
pub fn dump(r: &Read<'_>) -> Result<String> {
    let _steady = r.steady()?;
    let columns = step::columns(r)?;
    let mut text = String::new();
    for table in Table::ALL {
        let names = columns.get(table).map(|names| names.join(", ")).unwrap_or_default();
        let key = table.key().join(", ");
        let sql = format!("SELECT json_array({names}) AS line FROM {} ORDER BY {key}", table.name());
        for line in r.list(&sql, [], |row| row.get::<String>("line"))? {
            text.push_str(table.name());
            text.push(' ');
            text.push_str(&line);
            text.push('\n');
        }
    }
    Ok(text)
}
