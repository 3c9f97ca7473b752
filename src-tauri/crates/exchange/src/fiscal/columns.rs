//! The columns of a table of fiscal series.

use crate::heading::{Named, can_be_heading};

/// What a column of the form holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// 指標.
    Indicator,
    /// 単位.
    Unit,
    /// 年度.
    Year,
    /// 区分.
    Kind,
    /// 値.
    Value,
    /// 原文.
    Words,
}

const COLUMNS: [Named<Role>; 6] = [
    Named {
        role: Role::Indicator, name: "指標", aliases: &["指標名", "指標名称", "財政指標"], needed: true
    },
    Named { role: Role::Unit, name: "単位", aliases: &[], needed: true },
    Named { role: Role::Year, name: "年度", aliases: &["会計年度"], needed: true },
    Named { role: Role::Kind, name: "区分", aliases: &["値の区分"], needed: true },
    Named { role: Role::Value, name: "値", aliases: &["数値"], needed: true },
    Named { role: Role::Words, name: "原文", aliases: &["原表記"], needed: false },
];

/// The role of a heading.
pub(crate) fn role(heading: &str) -> Option<Role> {
    can_be_heading(heading).then(|| Named::find(&COLUMNS, heading)).flatten()
}

/// How many known columns are there, and the needed ones that are not.
pub(crate) fn found_and_missing(headings: &[String]) -> (usize, Vec<&'static str>) {
    let roles: Vec<Role> = headings.iter().filter_map(|heading| role(heading)).collect();
    let (found, absent): (Vec<_>, Vec<_>) = COLUMNS.iter().partition(|column| roles.contains(&column.role));
    let missing = absent.into_iter().filter(|column| column.needed).map(|column| column.name).collect();
    (found.len(), missing)
}
