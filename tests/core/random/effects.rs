//! Anything a person does to tables of effects.

use domain::programme::{
    Basis, BracketMeaning, EffectRowId, EffectSide, EffectSpan, EffectTableId, PlanId, Programme, SavingSign,
};
use workbench::effect::{self, EffectEdit, EffectTableForm, EffectValue, NewEffectRow, NewEffectRows};
use workbench::{Outcome, Result, Workbench};

use super::dice::Dice;
use super::plain;
use crate::support::by;

/// Tables of effects, their rows and cells.
pub(super) fn effects(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    let table = EffectTableId(dice.id(now.effects.iter().map(|table| table.id.0).collect()));
    let all: Vec<i64> = now.effects.iter().flat_map(|table| table.rows.iter().map(|row| row.id.0)).collect();
    let row = |dice: &mut Dice| EffectRowId(dice.id(all.clone()));
    let position = dice.below(9) as u32;
    let form = |dice: &mut Dice| EffectTableForm {
        name: dice.text(),
        unit: dice.one(&["千円", "百万円", "人", ""]).to_owned(),
        saving: dice.one(&[SavingSign::Positive, SavingSign::Negative]),
        brackets: dice.one(&[BracketMeaning::Unused, BracketMeaning::Outside, BracketMeaning::Inside]),
        note: dice.text(),
    };
    match dice.below(9) {
        0 => {
            let plan = PlanId(dice.id(now.plans.iter().map(|plan| plan.id.0).collect()));
            plain(effect::add_table(bench, &by(), plan, &form(dice)))
        }
        1 => effect::edit_table(bench, &by(), table, &form(dice)),
        2 => effect::place_table(bench, &by(), table, position),
        3 if dice.below(3) == 0 => effect::remove_table(bench, &by(), table),
        3 | 4 => {
            let rows = (0..dice.below(4))
                .map(|_| NewEffectRow {
                    title: dice.text(),
                    node: (dice.below(2) > 0).then(|| dice.node(now)),
                    total: dice.below(3) == 0,
                })
                .collect();
            plain(effect::add_rows(bench, &by(), &NewEffectRows { table, position, rows }))
        }
        5 => {
            let rows: Vec<EffectRowId> = (0..dice.below(3)).map(|_| row(dice)).collect();
            effect::remove_rows(bench, &by(), &rows)
        }
        6 => {
            let row = row(dice);
            effect::place_row(bench, &by(), row, position)
        }
        _ => {
            let edits: Vec<EffectEdit> = (0..dice.below(5))
                .map(|_| EffectEdit {
                    row: row(dice),
                    value: match dice.below(8) {
                        0 => EffectValue::Title { text: dice.text() },
                        1 => EffectValue::Node { node: (dice.below(2) > 0).then(|| dice.node(now)) },
                        2 => EffectValue::Side { side: dice.one(&[EffectSide::Unsaid, EffectSide::Revenue]) },
                        3 => EffectValue::Span { span: dice.one(&[EffectSpan::Continuing, EffectSpan::Cumulative]) },
                        4 => EffectValue::Account { text: dice.text() },
                        5 => EffectValue::Total { total: dice.below(2) == 0 },
                        _ => EffectValue::Amount {
                            year: dice.year(),
                            basis: dice.one(&[Basis::Expected, Basis::Actual]),
                            text: dice.text(),
                        },
                    },
                })
                .collect();
            effect::edit(bench, &by(), &edits)
        }
    }
}
