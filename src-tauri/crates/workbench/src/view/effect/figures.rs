//! The figures of a table of effects in the unit they are looked at in.

use domain::effect::{self, Agreement, Column, Comparison, Entry, Standing, Sum, Value};
use domain::programme::{Basis, EffectRow, EffectTable};
use domain::value::figure::FigureError;
use domain::value::fiscal_year::FiscalYear;
use domain::value::quantity::{NegativeMark, Unit};
use domain::value::reckoning::Reckoning;
use rust_decimal::Decimal;

use super::{EffectFigure, EffectFigures, words};
use crate::texts::{Texts, args, keys};
use crate::view::Doubt;

/// How figures are shown.
pub(super) struct Shown<'a> {
    pub(super) texts: &'a Texts,
    pub(super) table: &'a EffectTable,
    pub(super) unit: &'a Unit,
    pub(super) mark: NegativeMark,
    /// How the plan counts its years.
    pub(super) reckoning: Reckoning,
}

impl Shown<'_> {
    /// The three figures of a row in a year.
    pub(super) fn figures(&self, row: &EffectRow, year: FiscalYear, comparisons: &[Comparison]) -> EffectFigures {
        EffectFigures {
            expected: self.written(row, year, Basis::Expected, comparisons),
            actual: self.written(row, year, Basis::Actual, comparisons),
            difference: self.difference(row, year),
        }
    }

    /// An amount with all its digits.
    fn amount(&self, amount: Decimal) -> Option<String> {
        effect::shown_in(self.table, amount, self.unit, self.mark)
    }

    fn number(&self, amount: Decimal) -> Option<String> {
        let plain = effect::shown_in(self.table, amount, self.unit, NegativeMark::Hyphen)?;
        Some(plain.replace(',', ""))
    }

    fn with_bracket(&self, amount: Option<Decimal>, bracket: Option<Decimal>) -> Option<String> {
        let inside = match bracket {
            Some(bracket) => format!("({})", self.amount(bracket)?),
            None => String::new(),
        };
        let outside = match amount {
            Some(amount) => self.amount(amount)?,
            None => String::new(),
        };
        Some([outside, inside].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"))
    }

    fn written(&self, row: &EffectRow, year: FiscalYear, basis: Basis, comparisons: &[Comparison]) -> EffectFigure {
        let Some(cell) = row.cell(year, basis) else { return EffectFigure::default() };
        let mut figure = EffectFigure { text: cell.amount.text.clone(), ..EffectFigure::default() };
        match effect::entry(self.table, cell) {
            Err(doubt) => figure.doubt = Some(doubt_of(doubt)),
            Ok(Entry::NotYet) => {}
            Ok(Entry::NotApplicable) => figure.absent = true,
            Ok(Entry::Amount(amount)) => {
                figure.number = amount.counted.and_then(|counted| self.number(counted));
                if *self.unit != Unit::new(&self.table.unit) {
                    let lone = if amount.counted == amount.bracket { None } else { amount.counted };
                    figure.text = self.with_bracket(lone, amount.bracket).unwrap_or(figure.text);
                }
            }
        }
        let of_cell = |one: &&Comparison| (one.row, one.year, one.basis) == (row.id, year, basis);
        if let Some(compared) = comparisons.iter().find(of_cell) {
            figure.wrong = compared.agreement == Agreement::Wrong;
            figure.note = self.compared(compared);
        }
        figure
    }

    fn compared(&self, one: &Comparison) -> String {
        let key = match one.agreement {
            Agreement::Exact => return String::new(),
            Agreement::Rounded => keys::EFFECT_TOTAL_ROUNDED,
            Agreement::Wrong => keys::EFFECT_TOTAL_WRONG,
        };
        let off = one.printed.checked_sub(one.sum).and_then(|off| self.amount(off)).unwrap_or_default();
        let told = args([("sum", self.amount(one.sum).unwrap_or_default()), ("off", off)]);
        let mut note = self.texts.with(key, &told);
        if !one.missing.is_empty() {
            let titles = words::titles(self.texts, self.table, &one.missing);
            note.push_str(&self.texts.with(keys::EFFECT_TOTAL_MISSING, &args([("rows", titles)])));
        }
        note
    }

    fn difference(&self, row: &EffectRow, year: FiscalYear) -> EffectFigure {
        match effect::value(self.table, row, year, Column::Difference) {
            Value::Known { amount, .. } => EffectFigure {
                text: self.amount(amount).unwrap_or_default(),
                number: self.number(amount),
                note: match effect::standing(self.table, row, amount) {
                    Standing::Above => self.texts.get(keys::EFFECT_ABOVE),
                    Standing::Equal => self.texts.get(keys::EFFECT_EQUAL),
                    Standing::Below => self.texts.get(keys::EFFECT_BELOW),
                },
                ..EffectFigure::default()
            },
            _ => EffectFigure::default(),
        }
    }

    /// A sum; over several years it says which ones.
    pub(super) fn sum(&self, sum: &Sum, over: bool) -> EffectFigure {
        if sum.amount.is_none() && sum.bracket.is_none() {
            return EffectFigure::default();
        }
        let note = if over {
            words::coverage(self.texts, self.reckoning, self.table, sum)
        } else {
            words::lacks(self.texts, self.reckoning, self.table, sum)
        };
        EffectFigure {
            text: self.with_bracket(sum.amount, sum.bracket).unwrap_or_default(),
            number: sum.amount.and_then(|amount| self.number(amount)),
            note,
            ..EffectFigure::default()
        }
    }
}

fn doubt_of(doubt: effect::Doubt) -> Doubt {
    match doubt {
        effect::Doubt::Amount(FigureError::Rank { .. }) => Doubt::NotANumber,
        effect::Doubt::Amount(error) => Doubt::from(error),
        effect::Doubt::OtherUnit(unit) => Doubt::OtherUnit { unit: unit.as_str().to_owned() },
    }
}
