//! Misprints in the names of indicators that every city has.

use crate::heading::folded;

/// Names that are right, whatever they resemble. Those of the settlement statistics (地方財政
/// 状況調査, 健全化判断比率) and of the usual city plans.
const KNOWN: [&str; 47] = [
    "財政力指数",
    "経常収支比率",
    "実質収支比率",
    "実質単年度収支",
    "公債費比率",
    "公債費負担比率",
    "実質公債費比率",
    "将来負担比率",
    "実質赤字比率",
    "連結実質赤字比率",
    "資金不足比率",
    "起債制限比率",
    "人件費比率",
    "物件費比率",
    "扶助費比率",
    "補助費等比率",
    "繰出金比率",
    "義務的経費比率",
    "投資的経費比率",
    "自主財源比率",
    "一般財源比率",
    "ラスパイレス指数",
    "有形固定資産減価償却率",
    "債務償還比率",
    "債務償還可能年数",
    "標準財政規模",
    "標準税収入額等",
    "基準財政収入額",
    "基準財政需要額",
    "普通交付税",
    "特別交付税",
    "臨時財政対策債",
    "市債残高",
    "地方債残高",
    "地方債現在高",
    "市債現在高",
    "財政調整基金",
    "財政調整基金残高",
    "減債基金",
    "減債基金残高",
    "特定目的基金",
    "特定目的基金残高",
    "市税徴収率",
    "市税収納率",
    "職員数",
    "定員",
    "職員定数",
];

/// Shorter names are one letter apart by chance: 市債残高 and 起債残高 are both right.
const SHORTEST: usize = 5;

/// The known name that a name is exactly one letter away from; `None` when the name is known
/// itself. The account in brackets (…(一般会計)) does not matter.
pub(super) fn suggestion(name: &str) -> Option<&'static str> {
    let name = folded(name);
    let name = name.split('(').next().unwrap_or_default();
    if KNOWN.contains(&name) {
        return None;
    }
    let letters: Vec<char> = name.chars().take(64).collect();
    KNOWN.into_iter().find(|known| {
        let known: Vec<char> = known.chars().collect();
        known.len() >= SHORTEST && is_one_apart(&letters, &known)
    })
}

/// Whether one letter was replaced, dropped or added, or two neighbours were swapped.
fn is_one_apart(left: &[char], right: &[char]) -> bool {
    let same_start = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[same_start..], &right[same_start..]);
    let (left_rest, right_rest) = (left.get(1..), right.get(1..));
    let replaced = left_rest.is_some() && left_rest == right_rest;
    let dropped = right_rest == Some(left);
    let added = left_rest == Some(right);
    let swapped = match (left, right) {
        ([a, b, left @ ..], [c, d, right @ ..]) => a == d && b == c && left == right,
        _ => false,
    };
    replaced || dropped || added || swapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_letter_is_told() {
        for (name, meant) in [
            ("経営収支比率", "経常収支比率"),
            ("経常収支率", "経常収支比率"),
            ("経常支収比率", "経常収支比率"),
            ("経常収支比率率", "経常収支比率"),
            ("将来負但比率", "将来負担比率"),
            ("財政調製基金（一般会計）", "財政調整基金"),
            ("ラスパイレス係数", "ラスパイレス指数"),
        ] {
            assert_eq!(suggestion(name), Some(meant), "{name}");
        }
    }

    #[test]
    fn names_that_are_right_are_left_alone() {
        for name in KNOWN.into_iter().chain([
            "定員",
            "起債残高",
            "公共施設整備基金",
            "公共施設等整備基金",
            "市債残高(下水道)",
            "経 常\n収支比率",
            "",
        ]) {
            assert_eq!(suggestion(name), None, "{name}");
        }
    }
}
