//! How the values of the field stand in columns.

use domain::value::{Figure, FiscalYear, Written};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};

use crate::cells::Cells;

/// A word of a fixed vocabulary, or a date: whatever serialises as a plain string.
pub(crate) struct Word<T>(pub T);

impl<T: Serialize> ToSql for Word<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match serde_json::to_value(&self.0) {
            Ok(serde_json::Value::String(word)) => Ok(ToSqlOutput::from(word)),
            Ok(other) => Err(rusqlite::Error::ToSqlConversionFailure(format!("{other} is no word").into())),
            Err(error) => Err(rusqlite::Error::ToSqlConversionFailure(error.into())),
        }
    }
}

impl<T: DeserializeOwned> FromSql for Word<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word: StrDeserializer<'_, serde_json::Error> = value.as_str()?.into_deserializer();
        T::deserialize(word).map(Word).map_err(FromSqlError::other)
    }
}

/// A value kept as JSON text.
pub(crate) struct Json<T>(pub T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        serde_json::to_string(&self.0)
            .map(ToSqlOutput::from)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map(Json).map_err(FromSqlError::other)
    }
}

/// A fiscal year as the number of its April.
pub(crate) struct Year(pub FiscalYear);

impl ToSql for Year {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.year()))
    }
}

impl FromSql for Year {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = value.as_i64()?;
        let year = i32::try_from(number).ok().and_then(FiscalYear::new);
        year.map(Year).ok_or(FromSqlError::OutOfRange(number))
    }
}

/// What stands in the column `x_meaning` beside the words in `x_text`.
pub(crate) fn meaning<T: Serialize>(written: &Written<T>) -> Option<Json<&T>> {
    written.meaning.as_ref().map(Json)
}

/// The words in `x_text` of a value that may not be there at all.
pub(crate) fn text<T>(written: Option<&Written<T>>) -> Option<&str> {
    written.map(|written| written.text.as_str())
}

/// Reads words that are always there from two columns.
pub(crate) fn written<T: DeserializeOwned>(
    row: &Cells<'_>,
    text: &'static str,
    meaning: &'static str,
) -> rusqlite::Result<Written<T>> {
    let meaning: Option<Json<T>> = row.get(meaning)?;
    Ok(Written { text: row.get(text)?, meaning: meaning.map(|Json(meaning)| meaning) })
}

/// Reads words that may not be there from two columns.
pub(crate) fn maybe_written<T: DeserializeOwned>(
    row: &Cells<'_>,
    text: &'static str,
    meaning: &'static str,
) -> rusqlite::Result<Option<Written<T>>> {
    let Some(text) = row.get::<Option<String>>(text)? else {
        return Ok(None);
    };
    let meaning: Option<Json<T>> = row.get(meaning)?;
    Ok(Some(Written { text, meaning: meaning.map(|Json(meaning)| meaning) }))
}

/// Reads a cell of figures from `figure_text` and `figure_value`.
pub(crate) fn figure(row: &Cells<'_>) -> rusqlite::Result<Figure> {
    let value: Option<Json<_>> = row.get("figure_value")?;
    Ok(Figure { text: row.get("figure_text")?, value: value.map(|Json(value)| value) })
}

/// Reads an optional fiscal year.
pub(crate) fn maybe_year(row: &Cells<'_>, column: &'static str) -> rusqlite::Result<Option<FiscalYear>> {
    Ok(row.get::<Option<Year>>(column)?.map(|Year(year)| year))
}

/// Numbers the ascending runs of a list: 0 for all of it when every key follows the one before.
///
/// Sorting by (run, key) gives the list back in its order. A list in its natural order is all run 0,
/// so that a row put in its middle renumbers nothing.
pub(crate) fn runs<K: PartialOrd>(keys: impl IntoIterator<Item = K>) -> Vec<i64> {
    let mut run = 0;
    let mut before: Option<K> = None;
    let mut numbers = Vec::new();
    for key in keys {
        if before.as_ref().is_some_and(|before| key <= *before) {
            run += 1;
        }
        numbers.push(run);
        before = Some(key);
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn a_list_in_order_is_one_run_and_any_list_comes_back_in_its_order() {
        assert_eq!(runs([1, 3, 8]), [0, 0, 0]);
        assert_eq!(runs([3, 1, 8, 2]), [0, 1, 1, 2]);
        assert_eq!(runs(Vec::<i32>::new()), Vec::<i64>::new());
        let list = [5, 4, 9, 1, 2, 3];
        let mut rows: Vec<_> = runs(list).into_iter().zip(list).collect();
        rows.sort_unstable();
        assert_eq!(rows.into_iter().map(|(_, key)| key).collect::<Vec<_>>(), list);
    }
}
