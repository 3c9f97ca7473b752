//! The forms of table that can be read.

use serde::Serialize;
use ts_rs::TS;

use crate::error::ExchangeError;
use crate::fiscal::columns as fiscal_columns;
use crate::items::columns as items_columns;
use crate::progress::columns as progress_columns;
use crate::table::Table;

/// A form of table, recognised by its headings wherever they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Fiscal series, one row per value: 指標・単位・年度・区分・値, with 原文 where there is one.
    FiscalSeries,
    /// Progress of a reform programme, one row per 取組項目 of a programme.
    Progress,
    /// Items of a plan, one row each: 取組項目・担当課, with the levels above them.
    Items,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::FiscalSeries, Self::Progress, Self::Items];
}

/// How well headings agree with a form.
pub(crate) struct Matching {
    /// The form.
    pub(crate) form: Form,
    /// How many of the columns the form knows by name are there.
    pub(crate) found: usize,
    /// The columns that miss and are needed.
    pub(crate) missing: Vec<String>,
}

/// Compares headings with a form.
pub(crate) fn matching(form: Form, headings: &[String]) -> Matching {
    let (found, missing) = match form {
        Form::FiscalSeries => fiscal_columns::found_and_missing(headings),
        Form::Progress => progress_columns::found_and_missing(headings),
        Form::Items => items_columns::found_and_missing(headings),
    };
    Matching { form, found, missing: missing.into_iter().map(str::to_owned).collect() }
}

/// Names the form of a table.
///
/// # Errors
/// [`ExchangeError::UnknownForm`] when no form has at least two of the headings,
/// [`ExchangeError::MissingColumns`] when the form is clear and cannot be read without more
/// columns, [`ExchangeError::NoRows`] when nothing stands below the headings.
pub fn recognise(table: &Table) -> Result<Form, ExchangeError> {
    let best = Form::ALL
        .into_iter()
        .map(|form| matching(form, &table.header))
        .reduce(|best, next| if next.found > best.found { next } else { best });
    let Some(best) = best.filter(|matched| matched.found >= 2) else {
        return Err(ExchangeError::UnknownForm { headings: table.headings() });
    };
    checked(best, table)
}

/// Makes sure that a table can be read in this form.
pub(crate) fn ensure(form: Form, table: &Table) -> Result<(), ExchangeError> {
    checked(matching(form, &table.header), table).map(|_| ())
}

fn checked(matched: Matching, table: &Table) -> Result<Form, ExchangeError> {
    if !matched.missing.is_empty() {
        return Err(ExchangeError::MissingColumns {
            form: matched.form,
            found: table.headings(),
            missing: matched.missing,
        });
    }
    if table.rows.is_empty() {
        return Err(ExchangeError::NoRows { form: matched.form });
    }
    Ok(matched.form)
}
