//! The words of a table of effects: names of its totals, the years they run over, what they lack.

use domain::effect::{self, Column, Gap, Scope, Sum, Taken, Total};
use domain::programme::{
    BracketMeaning, City, EffectRow, EffectRowId, EffectSide, EffectSpan, EffectTable, Plan, SavingSign,
};
use domain::value::fiscal_year::FiscalYear;
use domain::value::quantity::Unit;
use domain::value::reckoning::Reckoning;

use crate::texts::{Key, Texts, args, keys};

/// How many rows a note names before it only counts them.
const NAMED: usize = 5;

/// Name of a total: 合計, 歳入計（継続効果）.
pub(super) fn total_title(texts: &Texts, total: &Total, several_spans: bool) -> String {
    let title = match &total.scope {
        Scope::All => texts.get(keys::EFFECT_TOTAL_ALL),
        Scope::Side(side) => texts.get(match side {
            EffectSide::Revenue => keys::EFFECT_TOTAL_REVENUE,
            EffectSide::Expenditure => keys::EFFECT_TOTAL_EXPENDITURE,
            EffectSide::Unsaid => keys::EFFECT_TOTAL_UNSAID,
        }),
        Scope::Account(account) if account.is_empty() => texts.get(keys::EFFECT_TOTAL_NO_ACCOUNT),
        Scope::Account(account) => texts.with(keys::EFFECT_TOTAL_ACCOUNT, &args([("account", account.clone())])),
    };
    if !several_spans {
        return title;
    }
    texts.with(keys::EFFECT_TOTAL_SPAN, &args([("total", title), ("span", texts.get(span_key(total.span)))]))
}

fn span_key(span: EffectSpan) -> Key {
    match span {
        EffectSpan::SingleYear => keys::EFFECT_SPAN_SINGLE_YEAR,
        EffectSpan::Continuing => keys::EFFECT_SPAN_CONTINUING,
        EffectSpan::Cumulative => keys::EFFECT_SPAN_CUMULATIVE,
    }
}

/// Years in words, neighbours drawn together: 令和3～5年度、令和7年度.
fn years_words(texts: &Texts, reckoning: Reckoning, years: &[FiscalYear]) -> String {
    let mut runs: Vec<(FiscalYear, FiscalYear)> = Vec::new();
    for year in years {
        match runs.last_mut() {
            Some((_, last)) if last.next() == Some(*year) => *last = *year,
            _ => runs.push((*year, *year)),
        }
    }
    let runs: Vec<String> = runs.into_iter().map(|(first, last)| reckoning.format_to(first, last)).collect();
    runs.join(&texts.get(keys::EFFECT_AND))
}

/// Titles of rows: 「A」「B」ほか2行.
pub(super) fn titles(texts: &Texts, table: &EffectTable, rows: &[EffectRowId]) -> String {
    let title = |id: &EffectRowId| table.rows.iter().find(|row| row.id == *id).map(|row| row.title.clone());
    let named: Vec<String> = rows
        .iter()
        .take(NAMED)
        .filter_map(title)
        .map(|row| texts.with(keys::EFFECT_ROW_NAMED, &args([("row", row)])))
        .collect();
    let more = rows.len().saturating_sub(NAMED);
    if more == 0 {
        return named.concat();
    }
    named.concat() + &texts.with(keys::EFFECT_MORE_ROWS, &args([("count", more.to_string())]))
}

/// What a sum lacks in the years it runs over.
pub(super) fn lacks(texts: &Texts, reckoning: Reckoning, table: &EffectTable, sum: &Sum) -> String {
    gaps(texts, reckoning, table, &sum.gaps).join(&texts.get(keys::EFFECT_AND))
}

fn gaps(texts: &Texts, reckoning: Reckoning, table: &EffectTable, gaps: &[Gap]) -> Vec<String> {
    let mut parts = Vec::new();
    for (written, key) in [(false, keys::EFFECT_GAP_BLANK), (true, keys::EFFECT_GAP_UNREAD)] {
        // Years that lack the same rows are told together.
        let mut of_rows: Vec<(Vec<EffectRowId>, Vec<FiscalYear>)> = Vec::new();
        let mut years: Vec<FiscalYear> = gaps.iter().filter(|gap| gap.written == written).map(|gap| gap.year).collect();
        years.sort_unstable();
        years.dedup();
        for year in years {
            let here = gaps.iter().filter(|gap| gap.written == written && gap.year == year);
            let rows: Vec<EffectRowId> = here.map(|gap| gap.row).collect();
            match of_rows.iter_mut().find(|(same, _)| *same == rows) {
                Some((_, years)) => years.push(year),
                None => of_rows.push((rows, vec![year])),
            }
        }
        parts.extend(of_rows.into_iter().map(|(rows, years)| {
            let told = args([("rows", titles(texts, table, &rows)), ("years", years_words(texts, reckoning, &years))]);
            texts.with(key, &told)
        }));
    }
    parts
}

/// Over which years a sum runs, and what it lacks: 令和3～5年度の計、令和6年度は未確定.
pub(super) fn coverage(texts: &Texts, reckoning: Reckoning, table: &EffectTable, sum: &Sum) -> String {
    let years = args([("years", years_words(texts, reckoning, &sum.years))]);
    let mut parts = vec![texts.with(
        match sum.taken {
            Taken::Summed => keys::EFFECT_OVER_SUMMED,
            Taken::Newest => keys::EFFECT_OVER_NEWEST,
        },
        &years,
    )];
    if !sum.open.is_empty() {
        parts.push(texts.with(keys::EFFECT_OVER_OPEN, &args([("years", years_words(texts, reckoning, &sum.open))])));
    }
    parts.extend(gaps(texts, reckoning, table, &sum.gaps));
    parts.join(&texts.get(keys::EFFECT_AND))
}

/// The notes below a table.
pub(super) fn notes(texts: &Texts, reckoning: Reckoning, table: &EffectTable, totals: &[Total]) -> Vec<String> {
    let several = totals.iter().any(|total| total.span != totals[0].span);
    let mut notes = Vec::new();
    for total in totals.iter().filter(|total| total.scope == Scope::All) {
        let title = total_title(texts, total, several);
        let mut told: Vec<(String, String)> = Vec::new();
        for (column, key) in [(0, keys::EFFECT_EXPECTED), (1, keys::EFFECT_ACTUAL)] {
            let sum = &total.over_years[column];
            if sum.amount.is_none() {
                continue;
            }
            let (name, coverage) = (texts.get(key), coverage(texts, reckoning, table, sum));
            match told.iter_mut().find(|(_, same)| *same == coverage) {
                Some((names, _)) => {
                    *names = texts.with(keys::EFFECT_BOTH, &args([("one", names.clone()), ("other", name)]))
                }
                None => told.push((name, coverage)),
            }
        }
        notes.extend(told.into_iter().map(|(column, coverage)| {
            let told = args([("total", title.clone()), ("column", column), ("coverage", coverage)]);
            texts.with(keys::EFFECT_NOTE_TOTAL, &told)
        }));
        if total.over_years[2].amount.is_some() && !total.over_years[2].is_whole() {
            notes.push(texts.get(keys::EFFECT_NOTE_DIFFERENCE));
        }
    }
    notes.dedup();
    if several {
        notes.push(texts.get(keys::EFFECT_NOTE_SPANS));
    }
    match table.brackets {
        BracketMeaning::Unused => {}
        BracketMeaning::Outside => notes.push(texts.get(keys::EFFECT_NOTE_OUTSIDE)),
        BracketMeaning::Inside => notes.push(texts.get(keys::EFFECT_NOTE_INSIDE)),
    }
    if table.saving == SavingSign::Negative {
        notes.push(texts.get(keys::EFFECT_NOTE_NEGATIVE));
    }
    if totals.iter().any(|total| total.as_effect) {
        notes.push(texts.get(keys::EFFECT_NOTE_AS_EFFECT));
    }
    if effect::has_rounding(table) {
        notes.push(texts.get(keys::EFFECT_NOTE_ROUNDING));
    }
    notes
}

/// What a row comes to over the years, in words: 実績 137百万円（令和3～5年度の計、令和6年度は未確定）.
pub(super) fn row_totals(texts: &Texts, city: &City, plan: &Plan, table: &EffectTable, row: &EffectRow) -> Vec<String> {
    let years = effect::years(table, &plan.years());
    let unit = Unit::new(&table.unit);
    let told =
        [(Column::Expected, keys::EFFECT_EXPECTED), (Column::Actual, keys::EFFECT_ACTUAL)].map(|(column, key)| {
            let sum = effect::row_over_years(table, row, &years, column);
            let amount = effect::shown_in(table, sum.amount?, &unit, city.negative)? + &table.unit;
            let coverage = coverage(texts, plan.reckoning(), table, &sum);
            let told = args([("column", texts.get(key)), ("amount", amount), ("coverage", coverage)]);
            Some(texts.with(keys::EFFECT_ROW_TOTAL, &told))
        });
    told.into_iter().flatten().collect()
}

/// A total of a table in words, for a list.
pub(crate) struct TotalWords {
    /// 合計.
    pub(crate) title: String,
    /// 見込 or 実績.
    pub(crate) column: String,
    /// 884百万円.
    pub(crate) amount: String,
    /// 令和3～5年度の計、令和6年度は未確定.
    pub(crate) coverage: String,
}

/// The totals of all rows of a table, in words.
pub(crate) fn total_words(texts: &Texts, city: &City, plan: Option<&Plan>, table: &EffectTable) -> Vec<TotalWords> {
    let years = effect::years(table, &plan.map(Plan::years).unwrap_or_default());
    let totals = effect::totals(table, &years);
    let several = totals.iter().any(|total| total.span != totals[0].span);
    let reckoning = plan.map(Plan::reckoning).unwrap_or_default();
    let all = totals.iter().filter(|total| total.scope == Scope::All);
    let columns = [(Column::Expected, keys::EFFECT_EXPECTED), (Column::Actual, keys::EFFECT_ACTUAL)];
    all.flat_map(|total| {
        let unit = Unit::new(&table.unit);
        columns.into_iter().zip(&total.over_years).filter_map(move |((_, key), sum)| {
            let amount = effect::shown_in(table, sum.amount?, &unit, city.negative)?;
            Some(TotalWords {
                title: total_title(texts, total, several),
                column: texts.get(key),
                amount: amount + &table.unit,
                coverage: coverage(texts, reckoning, table, sum),
            })
        })
    })
    .collect()
}
