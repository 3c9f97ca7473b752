//! Tables of text whose columns stand below one another, also with full-width letters.

use workbench::texts::{Texts, args, keys};
use workbench::view::{TallyPart, TallyRow, TallyTable, TallyView};

/// The tally of a year, line by line: by the judgement that stands in every breakdown, by each
/// evaluator in the first one.
pub fn tally(texts: &Texts, view: &TallyView) -> Vec<String> {
    let given = args([("plan", view.name.clone()), ("year", view.year.long.clone())]);
    let mut lines = vec![texts.with(keys::CLI_TALLY_TITLE, &given)];
    if view.tables.is_empty() {
        lines.push(texts.with(keys::CLI_TALLY_NO_WORDS, &given));
        return lines;
    }
    let mut axis: Option<&str> = None;
    for table in &view.tables {
        let stands = axis.replace(table.axis.as_str()) != Some(table.axis.as_str());
        let given = args([("axis", table.axis.clone()), ("judge", table.judge.clone())]);
        lines.extend([String::new(), texts.with(keys::CLI_TALLY_TABLE, &given)]);
        if !table.sentence.is_empty() {
            lines.push(format!("  {}", table.sentence.trim_end()));
        }
        let parts = if stands { &table.parts[..] } else { &table.parts[..table.parts.len().min(1)] };
        for (place, part) in parts.iter().enumerate() {
            lines.push(String::new());
            lines.extend(cross(texts, table, part, place == 0));
            if !part.note.is_empty() {
                lines.push(format!("  {}", part.note));
            }
        }
    }
    if !view.rates.is_empty() {
        lines.extend([String::new(), texts.get(keys::CLI_TALLY_RATES)]);
        lines.extend(rates(texts, view));
    }
    lines
}

/// One breakdown; the row of all items stands below the first one.
fn cross(texts: &Texts, table: &TallyTable, part: &TallyPart, total: bool) -> Vec<String> {
    let counted = table.columns.iter().filter(|column| column.counted).count();
    let mut head: Vec<String> = vec![part.title.clone()];
    head.extend(table.columns.iter().map(|column| column.label.clone()));
    head.insert(1 + counted, texts.get(keys::TALLY_COUNTED));
    head.push(texts.get(keys::TALLY_LISTED));
    let figures = |row: &TallyRow| {
        let mut cells: Vec<String> = vec![row.title.clone()];
        cells.extend(row.cells.iter().map(|items| items.len().to_string()));
        cells.insert(1 + counted, row.counted.len().to_string());
        cells.push(row.listed.len().to_string());
        cells
    };
    let mut rows = vec![head];
    rows.extend(part.rows.iter().map(figures));
    if total {
        rows.push(figures(&table.all));
    }
    aligned(&rows)
}

fn rates(texts: &Texts, view: &TallyView) -> Vec<String> {
    let rows: Vec<Vec<String>> = view
        .rates
        .iter()
        .map(|rate| {
            let value = rate.percent.clone().unwrap_or_else(|| texts.get(keys::TALLY_RATE_NONE));
            let fraction = format!("{}÷{}", rate.numerator.len(), rate.denominator.len());
            vec![rate.name.clone(), value, fraction, rate.judge.clone(), rate.formula.clone()]
        })
        .collect();
    aligned(&rows)
}

/// Rows of cells as lines: the first column and columns of words at the left, numbers at the right.
fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0))
        .collect();
    rows.iter()
        .map(|row| {
            let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, wide))| {
                let gap = " ".repeat(wide - width(cell));
                let number = rows.last().and_then(|row| row.get(column)).is_some_and(|cell| starts_with_digit(cell));
                if column > 0 && number { format!("{gap}{cell}") } else { format!("{cell}{gap}") }
            });
            format!("  {}", cells.collect::<Vec<_>>().join("  ").trim_end())
        })
        .collect()
}

fn starts_with_digit(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_ascii_digit())
}

/// Columns a text takes on a terminal: two for everything but ASCII and half-width kana, as
/// Japanese terminals show circled numbers and signs; none for marks that join the letter before.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| match c {
            '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => 0,
            '\0'..='\u{ff}' | '\u{ff61}'..='\u{ff9f}' => 1,
            _ => 2,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_letters_take_two_columns() {
        for (text, expected) in
            [("", 0), ("abc", 3), ("評価", 4), ("ｶﾅ", 2), ("①", 2), ("辻\u{e0100}", 2), ("か\u{3099}", 2)]
        {
            assert_eq!(width(text), expected, "{text}");
        }
    }

    #[test]
    fn columns_stand_below_one_another() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let lines = aligned(&[row(["方向性", "前倒し", "計"]), row(["A", "1", "12"]), row(["方向性12", "10", "3"])]);
        assert_eq!(lines, ["  方向性    前倒し  計", "  A              1  12", "  方向性12      10   3"]);
        assert!(aligned(&[]).is_empty());
    }
}
