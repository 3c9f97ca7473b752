//! The city and its conventions of print.

use domain::programme::{Comma, read_city_code};
use domain::value::quantity::NegativeMark;
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use crate::{By, Op, Result, Workbench, WorkbenchError, words};

/// One change to the city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CityEdit {
    /// Its name.
    Name {
        /// As printed.
        text: String,
    },
    /// Its code (団体コード); "" when it is not known.
    Code {
        /// Six digits with the check digit.
        text: String,
    },
    /// The comma of its documents.
    Comma {
        /// Which.
        comma: Comma,
    },
    /// The mark of negative numbers.
    Negative {
        /// Which.
        mark: NegativeMark,
    },
}

/// Changes the city as one step. A code whose check digit is wrong is refused.
pub fn edit(workbench: &mut Workbench, by: &By, edit: &CityEdit) -> Result<Outcome<()>> {
    workbench.transact(by, &Op::EditCity, |w| {
        let mut city = store::city::read(w)?;
        match edit {
            CityEdit::Name { text } => city.name = words::name(text)?,
            CityEdit::Code { text } if text.trim().is_empty() => city.code = None,
            CityEdit::Code { text } => {
                let text = words::name(text)?;
                city.code = Some(read_city_code(&text).ok_or(WorkbenchError::BadCityCode { text })?);
            }
            CityEdit::Comma { comma } => city.comma = *comma,
            CityEdit::Negative { mark } => city.negative = *mark,
        }
        Ok(store::city::save(w, &city)?)
    })
}
