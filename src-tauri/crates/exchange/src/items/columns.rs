//! The columns of a table of items. A few have fixed names; what stands before the name of the item
//! is a level above it, what stands behind is a text of it.

use crate::heading::{Named, can_be_heading};
use crate::table::Table;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// グループ.
    Group,
    /// No.
    Label,
    /// 取組項目.
    Title,
    /// 担当課.
    Offices,
    /// A level above the items, from 0.
    Level(usize),
    /// A text of the item, from 0.
    Section(usize),
}

/// The most levels above the items; a plan has five with theirs.
pub(crate) const MOST_LEVELS: usize = 4;

/// The column that headings across the width of a sheet become: a level above all others.
const DIRECTION: &str = "方向性";

const COLUMNS: [Named<Role>; 4] = [
    Named { role: Role::Group, name: "グループ", aliases: &["グループ名"], needed: false },
    Named {
        role: Role::Label,
        name: "No.",
        aliases: &["番号", "項目番号", "取組番号", "通し番号", "№"],
        needed: false,
    },
    Named {
        role: Role::Title,
        name: "取組項目",
        aliases: &[
            "取組",
            "取組名",
            "取組項目名",
            "項目",
            "項目名",
            "実施項目",
            "実施項目名",
            "改革項目",
            "推進項目",
            "個別項目",
            "具体的取組",
            "具体的な取組",
        ],
        needed: true,
    },
    Named {
        role: Role::Offices,
        name: "担当課",
        aliases: &[
            "担当課名",
            "担当部署",
            "担当部課",
            "担当",
            "所管課",
            "所管課名",
            "所管部署",
            "所管",
            "主管課",
            "関係課",
        ],
        needed: false,
    },
];

/// How many columns with fixed names are there, and the needed ones that are not.
pub(crate) fn found_and_missing(headings: &[String]) -> (usize, Vec<&'static str>) {
    let roles: Vec<Role> = headings.iter().filter_map(|heading| fixed(heading)).collect();
    let (found, absent): (Vec<_>, Vec<_>) = COLUMNS.iter().partition(|column| roles.contains(&column.role));
    let missing = absent.into_iter().filter(|column| column.needed).map(|column| column.name).collect();
    (found.len(), missing)
}

fn fixed(heading: &str) -> Option<Role> {
    can_be_heading(heading).then(|| Named::find(&COLUMNS, heading)).flatten()
}

/// The columns of one table: those with fixed names, the levels and the texts.
pub(crate) struct Columns {
    levels: Vec<String>,
    sections: Vec<String>,
}

impl Columns {
    pub(crate) fn of(table: &Table) -> Self {
        let title = table.header.iter().position(|heading| fixed(heading) == Some(Role::Title)).unwrap_or_default();
        let filled =
            |at: usize| table.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.trim().is_empty()));
        let mut columns = Self { levels: Vec::new(), sections: Vec::new() };
        for (at, heading) in table.header.iter().enumerate() {
            if heading.trim().is_empty() || fixed(heading).is_some() || !filled(at) {
                continue;
            }
            if heading == DIRECTION && at > title {
                columns.levels.insert(0, heading.clone());
            } else if at < title && columns.levels.len() < MOST_LEVELS {
                columns.levels.push(heading.clone());
            } else {
                columns.sections.push(heading.clone());
            }
        }
        while columns.levels.len() > MOST_LEVELS {
            columns.sections.extend(columns.levels.pop());
        }
        columns
    }

    /// The role of a heading.
    pub(crate) fn role(&self, heading: &str) -> Option<Role> {
        let place = |list: &[String]| list.iter().position(|known| known == heading);
        fixed(heading)
            .or_else(|| place(&self.levels).map(Role::Level))
            .or_else(|| place(&self.sections).map(Role::Section))
    }

    /// Headings of the levels above the items, from the top.
    pub(crate) fn levels(&self) -> &[String] {
        &self.levels
    }

    /// Headings of the texts.
    pub(crate) fn sections(&self) -> &[String] {
        &self.sections
    }
}
