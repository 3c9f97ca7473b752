//! The city and its conventions of print.

use domain::programme::City;
use rusqlite::named_params;

use crate::error::{Result, StoreError};
use crate::handles::{Read, Write};
use crate::sql::Word;

/// The city of the file.
pub fn read(r: &Read<'_>) -> Result<City> {
    let city = r.one(include_str!("read.sql"), [], |row| {
        Ok(City {
            name: row.get("name")?,
            code: row.get("code")?,
            comma: row.get::<Word<_>>("comma")?.0,
            negative: row.get::<Word<_>>("negative")?.0,
        })
    })?;
    city.ok_or_else(|| StoreError::Damaged { path: r.path(), detail: "the file has no city".into() })
}

/// Writes the city.
pub fn save(w: &Write<'_>, city: &City) -> Result<()> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":name": city.name,
            ":code": city.code,
            ":comma": Word(city.comma),
            ":negative": Word(city.negative),
        },
    )
    .map(drop)
}
