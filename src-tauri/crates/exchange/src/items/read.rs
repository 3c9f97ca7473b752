//! Row by row: where an item stands, its name, offices and texts.

use domain::value::{FiscalYear, Written};

use super::columns::{Columns, Role};
use super::{ItemRow, ItemsDraft, Named};
use crate::account::{Account, OpenRow};
use crate::error::ExchangeError;
use crate::form::{Form, ensure};
use crate::progress::words::direction;
use crate::reading::{FindingKind, Outcome, Reading, Understood};
use crate::table::Table;
use crate::year::contained_year;

/// Reads a table of items. A cell of a level that is blank says what the row above says, since
/// tables name a level once for all its items.
///
/// # Errors
/// [`ExchangeError::MissingColumns`] and [`ExchangeError::NoRows`].
pub fn read_items(table: &Table) -> Result<Reading<ItemsDraft>, ExchangeError> {
    ensure(Form::Items, table)?;
    let columns = Columns::of(table);
    let mut account = Account::open(table, |heading| columns.role(heading));
    let heading = |text: &String| on_one_line(text);
    let mut draft = ItemsDraft {
        title: table.title().to_owned(),
        remarks: table.remarks(),
        years: years(table.title()),
        levels: columns.levels().iter().map(heading).collect(),
        item_heading: on_one_line(account.heading(Role::Title)),
        section_headings: columns.sections().iter().map(heading).collect(),
        rows: Vec::new(),
    };
    let mut above: Vec<String> = vec![String::new(); draft.levels.len()];
    for row in &table.rows {
        let Some(mut row) = account.open_row(row) else { continue };
        if !stand(&mut account, &mut row, &mut above) {
            let title = account.words(&row, Role::Title).trim();
            account.doubt_row(&row, title, FindingKind::MissingName, Outcome::LeftOut);
            account.leave_row_out(row);
            continue;
        }
        let words = |role| account.words(&row, role).trim().to_owned();
        let title = on_one_line(&words(Role::Title));
        if title.is_empty() {
            let label = words(Role::Label);
            account.doubt_row(&row, &label, FindingKind::MissingName, Outcome::LeftOut);
            account.leave_row_out(row);
            continue;
        }
        let item = ItemRow {
            line: row.line,
            path: above.iter().map(|words| named(words)).collect(),
            label: words(Role::Label),
            title,
            offices: words(Role::Offices),
            group: words(Role::Group),
            sections: (0..draft.section_headings.len()).map(|at| words(Role::Section(at))).collect(),
        };
        let twin = draft
            .rows
            .iter()
            .find(|known| (&known.path, &known.label, &known.title) == (&item.path, &item.label, &item.title));
        if let Some(first_line) = twin.map(|known| known.line) {
            account.doubt_row(&row, &item.title, FindingKind::DuplicateRow { first_line }, Outcome::LeftOut);
            account.leave_row_out(row);
            continue;
        }
        draft.rows.push(item);
        account.close_row(row);
    }
    let (cells, findings) = account.close();
    Ok(Reading { draft, cells, findings })
}

/// Finds the words of every level that hold for a row; `false` where a level has none.
fn stand<'t>(account: &mut Account<'t, Role>, row: &mut OpenRow<'t>, above: &mut [String]) -> bool {
    let mut fresh = false;
    for (level, known) in above.iter_mut().enumerate() {
        let words = account.words(row, Role::Level(level)).trim();
        if words.is_empty() && !fresh && !known.is_empty() {
            account.understand(row, Role::Level(level), Understood::AsAbove);
            continue;
        }
        if *known == words && !fresh {
            account.understand(row, Role::Level(level), Understood::AsAbove);
            continue;
        }
        fresh = true;
        words.clone_into(known);
    }
    above.iter().all(|words| !words.is_empty())
}

/// Number and name of a level: `32⏎行政運営` is 32, 行政運営.
fn named(words: &str) -> Named {
    let (label, title) = direction(words);
    Named { label, title: on_one_line(&title) }
}

/// A name on one line: the line breaks of its cell were made for the width of a column.
fn on_one_line(words: &str) -> String {
    let mut lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut joined = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(joined.chars().next_back()) && latin(line.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}

/// The first and the last fiscal year that a title names, when it names two.
fn years(title: &str) -> Option<(Written<FiscalYear>, Written<FiscalYear>)> {
    let (first, written) = contained_year(title)?;
    let behind = title.find(written).and_then(|at| title.get(at + written.len()..))?;
    let (last, until) = contained_year(behind)?;
    (first.year < last.year).then(|| {
        let whole = |words: &str, year: FiscalYear| Written::with_meaning(words, Some(year));
        (whole(written, first.year), whole(until, last.year))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_years_of_a_plan() {
        let (first, last) = years("自治体経営の計画(令和5年度～令和8年度)").unwrap();
        assert_eq!((first.text.as_str(), last.text.as_str()), ("令和5年度", "令和8年度"));
        assert_eq!(years("令和5年度の計画"), None);
        assert_eq!(years(""), None);
    }

    #[test]
    fn names_stand_on_one_line() {
        assert_eq!(named("30\n協働・\n情報共有"), Named { label: "30".into(), title: "協働・情報共有".into() });
        assert_eq!(on_one_line("Web\nPFI の導入"), "Web PFI の導入");
        assert_eq!(named("1 市民と歩む\nまち").title, "市民と歩むまち");
    }
}
