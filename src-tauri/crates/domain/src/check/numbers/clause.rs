//! What a sentence says about one named number, and whether it says it of this year.
//!
//! Everything is compared in its folded form ([`fold`]), where は is ハ and ％ is %.

use rust_decimal::Decimal;

use crate::value::fiscal_year::{FiscalYear, YearStyle};
use crate::value::fold::fold;
use crate::value::quantity::{Quantity, Unit};

/// The names a text may call an indicator by, folded.
pub(super) struct Names {
    /// The whole name, then shorter ones: 加入率 for 自治会・町内会の加入率, 研修 for 研修の開催回数.
    anchors: Vec<String>,
    /// Words that may stand before a shorter name, because they belong to the whole one.
    known: String,
    unit: Unit,
}

/// Endings of a name that count: 研修の開催回数 is written as 「研修を2回開催」.
const COUNTS: [&str; 11] = [
    "ノ年間開催回数",
    "ノ開催回数",
    "開催回数",
    "ノ実施回数",
    "実施回数",
    "ノ回数",
    "回数",
    "ノ実施件数",
    "ノ件数",
    "件数",
    "ノ人数",
];

/// Where the words that qualify a name begin.
const BOUNDARIES: [char; 12] = ['、', ',', '・', '(', ')', '「', '」', '『', '』', ':', ';', '。'];

/// Words before a name that make it another number: a target, a plan, another time.
const OTHERWISE: [&str; 16] = [
    "目標", "計画", "予定", "見込", "見通", "当初", "基準", "前回", "従来", "以前", "将来", "過去", "全国", "県内",
    "平均", "累計",
];

/// What may stand between a name and its number.
const JOINTS: [&str; 22] = [
    "ニツイテハ",
    "トシテ",
    "ノ実績値",
    "実績値",
    "ノ実績",
    "実績",
    "ノ合計",
    "合計",
    "今年度",
    "本年度",
    "当年度",
    "年間",
    "年度末",
    "計",
    "ハ",
    "ガ",
    "モ",
    "ヲ",
    "ノ",
    "、",
    ",",
    ":",
];

/// What may follow a number that is a plain statement.
const AFTER: [&str; 26] = [
    "、",
    ",",
    "。",
    ")",
    "(",
    "」",
    "トナ",
    "デア",
    "デシ",
    "ダッ",
    "デ、",
    "デ,",
    "ニナ",
    "ニ達",
    "ニ増",
    "ニ減",
    "ニ上昇",
    "ニ低下",
    "ニトドマ",
    "ニ留マ",
    "ヲ達成",
    "開催",
    "実施",
    "行",
    "開イ",
    "ヲ記録",
];

/// Words of a sentence that tells of what is to come.
const FORESEEN: [&str; 8] = ["見込", "見通", "予測", "推計", "目標", "目指", "計画値", "試算"];

/// A number as a text says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) amount: Decimal,
    pub(super) unit: Unit,
}

impl std::fmt::Display for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", Quantity::new(self.amount, self.unit.clone()))
    }
}

impl Said {
    /// A text that is nothing but one number with its unit.
    pub(super) fn whole(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches('・').trim_end_matches('。');
        let quantity = Quantity::parse(text).ok().filter(|quantity| !quantity.unit.is_none())?;
        Some(Self { amount: quantity.amount, unit: quantity.unit })
    }

    pub(super) fn quantity(&self, default: &Unit) -> Quantity {
        Quantity::new(self.amount, self.unit.clone()).or_unit(default)
    }

    /// Whether the number can be told in a unit.
    pub(super) fn is_in(&self, unit: &Unit) -> bool {
        self.quantity(unit).convert_to(unit).is_some()
    }

    /// Whether this is another number than the data, rounded and cut off to the digits said.
    pub(super) fn differs_from(&self, data: &Quantity) -> bool {
        let unit = if self.unit.is_none() { &data.unit } else { &self.unit };
        let Some(data) = data.clone().or_unit(unit).convert_to(unit) else { return false };
        let scale = self.amount.scale();
        data.amount != self.amount
            && data.round_to(scale).amount != self.amount
            && data.amount.trunc_with_scale(scale) != self.amount
    }
}

/// A name without what stands in brackets: 市税の収納率（県内順位） is called 市税の収納率.
pub(super) fn without_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    let kept = name.chars().filter(|c| match c {
        '(' | '（' => {
            depth += 1;
            false
        }
        ')' | '）' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    kept.collect::<String>().trim().to_owned()
}

impl Names {
    pub(super) fn of(name: &str, whole: &str, unit: &str) -> Self {
        let full = fold(name);
        let mut anchors = vec![full.clone()];
        let mut shorter = |short: &str, least: usize| {
            if short.chars().count() >= least && !anchors.iter().any(|known| known == short) {
                anchors.push(short.to_owned());
            }
        };
        if let Some((_, last)) = full.rsplit_once('ノ') {
            // 「件数」 alone is the name of every number.
            if !COUNTS.contains(&last) {
                shorter(last, 3);
            }
        }
        if let Some(counted) = COUNTS.iter().find_map(|count| full.strip_suffix(count)) {
            shorter(counted, 2);
        }
        Self { anchors, known: format!("{}\u{1f}{full}", fold(whole)), unit: Unit::new(unit) }
    }

    /// Whether a text holds the whole name.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.anchors.first().is_some_and(|name| fold(text).contains(name.as_str()))
    }

    /// The whole name alone, for what is not the item's own.
    pub(super) fn only_full(&self) -> Self {
        Self { anchors: self.anchors.iter().take(1).cloned().collect(), known: String::new(), unit: self.unit.clone() }
    }
}

/// The first number a text states for the names and a year that `differs`; none when one of the
/// numbers it states does not.
///
/// A `dated` number is one whose year stands before it, in a sentence that foresees nothing.
pub(super) fn differing(
    text: &str,
    names: &Names,
    year: FiscalYear,
    dated: bool,
    differs: &dyn Fn(&Said) -> bool,
) -> Option<Said> {
    let said = stated(text, names, year, dated, &|rest| AFTER.iter().any(|after| rest.starts_with(after)));
    let right = said.iter().any(|one| !differs(one));
    let sum = said.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.amount));
    let sum_is_right = said.len() > 1
        && sum.is_some_and(|amount| {
            said.first().is_some_and(|first| !differs(&Said { amount, unit: first.unit.clone() }))
        });
    if right || sum_is_right { None } else { said.into_iter().next() }
}

/// Like [`differing`], for a text that sets a target: 「電子決裁率85%以上を目指す」.
pub(super) fn differing_target(
    text: &str,
    names: &Names,
    year: FiscalYear,
    differs: &dyn Fn(&Said) -> bool,
) -> Option<Said> {
    let bounds = ["以上", "以下", "以内", "未満", "超", "ヲ目指", "ヲ目標", "トスル"];
    let said = stated(text, names, year, false, &|rest| bounds.iter().any(|bound| rest.starts_with(bound)));
    if said.iter().any(|one| !differs(one)) { None } else { said.into_iter().next() }
}

/// Every number of a text that stands behind one of the names, of this year, and before words
/// that `ends` accepts.
fn stated(text: &str, names: &Names, year: FiscalYear, dated: bool, ends: &dyn Fn(&str) -> bool) -> Vec<Said> {
    let mut said = Vec::new();
    let own = own_year(year, dated);
    for sentence in text.split(['。', '\n']) {
        if !sentence.chars().any(|c| c.is_numeric()) {
            continue;
        }
        let folded = fold(sentence);
        if dated && (!own.iter().any(|name| folded.contains(name)) || FORESEEN.iter().any(|word| folded.contains(word)))
        {
            continue;
        }
        for (rank, anchor) in names.anchors.iter().enumerate() {
            let mut found = Vec::new();
            for (at, _) in folded.match_indices(anchor.as_str()) {
                let (Some(before), Some(rest)) = (folded.get(..at), folded.get(at + anchor.len()..)) else { continue };
                let Some(number) = number(rest, names, &own, ends) else { continue };
                let in_year = !dated || own.iter().any(|name| before.contains(name));
                if in_year && speaks_of(before, names, rank > 0, &own) {
                    found.push(number);
                } else if rank > 0 {
                    // 「夜間のワークショップを3回」: whether it counts too is not for a program to say.
                    return Vec::new();
                }
            }
            if !found.is_empty() {
                said.extend(found);
                break;
            }
        }
    }
    said
}

/// The ways a text names the year itself, the longest first.
fn own_year(year: FiscalYear, dated: bool) -> Vec<String> {
    // 「5年度」 alone may be the end of 平成25年度.
    let styles = [YearStyle::Both, YearStyle::Long, YearStyle::Western, YearStyle::Abbreviated, YearStyle::Short];
    let mut names: Vec<String> = styles.iter().map(|style| fold(&year.format(*style))).collect();
    if !dated {
        names.extend(["今年度", "本年度", "当年度", "当該年度"].map(fold));
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// Whether what stands before a name leaves it the number of this indicator and year.
fn speaks_of(before: &str, names: &Names, shortened: bool, own: &[String]) -> bool {
    let mut rest = before.to_owned();
    for name in own {
        rest = rest.replace(name.as_str(), "\u{1f}");
    }
    // Any other year, and every date, makes it a number of another time.
    if rest.contains('年') || OTHERWISE.iter().any(|word| rest.contains(&fold(word))) || era_letter(&rest) {
        return false;
    }
    let start = rest.rfind(|c| BOUNDARIES.contains(&c) || c == '\u{1f}');
    let qualifier = start.map_or(rest.as_str(), |at| rest.get(at..).unwrap_or_default());
    let qualifier = qualifier.trim_start_matches(|c| BOUNDARIES.contains(&c) || c == '\u{1f}');
    let qualifier = ["ニオケル", "末現在ノ", "末ノ", "ノ"]
        .iter()
        .fold(qualifier, |rest, joint| if start.is_some() { rest.strip_prefix(joint).unwrap_or(rest) } else { rest });
    qualifier.is_empty() || (shortened && names.known.contains(qualifier))
}

/// R4, H30: a year in letters.
fn era_letter(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars() {
        if c.is_ascii_digit() && matches!(before, 'r' | 'h' | 's') {
            return true;
        }
        before = c;
    }
    false
}

/// The number that follows a name, with nothing but joints between.
fn number(rest: &str, names: &Names, own: &[String], ends: &dyn Fn(&str) -> bool) -> Option<Said> {
    let mut rest = rest;
    loop {
        let joint =
            own.iter().map(String::as_str).chain(JOINTS).find(|joint| !joint.is_empty() && rest.starts_with(joint));
        match joint {
            Some(joint) => rest = rest.get(joint.len()..)?,
            None => break,
        }
    }
    let (negative, digits) = match rest.chars().next()? {
        c @ ('△' | '▲' | '-') => (true, rest.get(c.len_utf8()..)?),
        _ => (false, rest),
    };
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(digits.len());
    let (number, after) = digits.split_at(end);
    let parsed = Quantity::parse(number).ok()?;
    let (unit, after) = unit(after, &names.unit)?;
    (after.is_empty() || ends(after))
        .then(|| Said { amount: if negative { -parsed.amount } else { parsed.amount }, unit })
}

/// The unit right behind a number: that of the indicator, or another one of money.
fn unit<'t>(after: &'t str, own: &Unit) -> Option<(Unit, &'t str)> {
    if let Some(rest) = after.strip_prefix(fold(own.as_str()).as_str()) {
        return Some((own.clone(), rest));
    }
    if !own.is_money() {
        return None;
    }
    ["億円", "百万円", "万円", "千円", "円"]
        .iter()
        .find_map(|money| Some((Unit::new(money), after.strip_prefix(money)?)))
}
