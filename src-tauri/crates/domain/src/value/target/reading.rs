//! Reading of targets.

use super::{Target, Trend};
use crate::value::{
    quantity::{Quantity, QuantityError, Unit},
    text::{is_blank, is_dashes, is_range_mark, narrow, squeezed},
    written::Reading,
    written_date::read_with_kind,
};

impl Reading for Target {
    fn read(text: &str) -> Option<Self> {
        target(text, &Unit::none())
    }
}

impl Reading for Trend {
    fn read(text: &str) -> Option<Self> {
        trend(text)
    }
}

/// Words before an amount that do not change the bound.
const LEADING_WORDS: [&str; 7] = ["年間", "毎年度", "毎年", "各年度", "累計", "延べ", "目標"];

/// Words after a bound that only say that it is to be kept.
const TRAILING_WORDS: [&str; 16] = [
    "を維持する",
    "を維持",
    "の維持",
    "維持する",
    "維持",
    "を確保する",
    "を確保",
    "の確保",
    "を達成する",
    "を達成",
    "を目指す",
    "に抑制する",
    "に抑制",
    "に抑える",
    "とする",
    "にする",
];

const APPROXIMATELY: [&str; 5] = ["概ね", "おおむね", "およそ", "約", "ほぼ"];

/// 以上 and its kin, with the side of the bound and whether the bound itself is excluded.
const BOUNDS: [(&str, Side, bool); 11] = [
    ("以上", Side::AtLeast, false),
    ("を超える", Side::AtLeast, true),
    ("を超え", Side::AtLeast, true),
    ("を上回る", Side::AtLeast, true),
    ("超", Side::AtLeast, true),
    ("以下", Side::AtMost, false),
    ("以内", Side::AtMost, false),
    ("まで", Side::AtMost, false),
    ("未満", Side::AtMost, true),
    ("を下回る", Side::AtMost, true),
    ("を切る", Side::AtMost, true),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    AtLeast,
    AtMost,
}

/// Words of change and whether they add or take away; longer ones first.
const CHANGES: [(&str, bool); 16] = [
    ("の削減", false),
    ("を削減", false),
    ("以上削減", false),
    ("削減", false),
    ("の縮減", false),
    ("以上縮減", false),
    ("縮減", false),
    ("低減", false),
    ("の減少", false),
    ("減少", false),
    ("減", false),
    ("の増加", true),
    ("増加", true),
    ("上昇", true),
    ("拡大", true),
    ("増", true),
];

/// Names of rates of change that stand before their amount: 縮減率10%.
const CHANGE_RATES: [(&str, bool); 6] =
    [("縮減率", false), ("削減率", false), ("減少率", false), ("増加率", true), ("伸び率", true), ("上昇率", true)];

/// Marks of a sentence: words with digits that hold one are prose, not an amount gone wrong.
const SENTENCE_MARKS: [char; 7] = ['を', 'が', 'に', 'は', 'で', 'へ', '。'];

pub(super) fn target(text: &str, unit: &Unit) -> Option<Target> {
    let words = without_moments(text);
    let words = words.trim_matches(is_blank);
    if words.is_empty() {
        return match Quantity::parse(text) {
            Err(QuantityError::Empty) => Some(Target::Unset),
            // Nothing but brackets: a moment alone sets nothing, an amount may be a misprint.
            Err(QuantityError::Bracketed { .. }) => None,
            _ => Some(Target::Words),
        };
    }
    if is_dashes(words) {
        return Some(Target::Unset);
    }
    if let Some(target) = single(words, unit) {
        return Some(target);
    }
    if let Some(target) = several(words, unit) {
        return Some(target);
    }
    (!is_amount_gone_wrong(words)).then_some(Target::Words)
}

pub(super) fn trend(text: &str) -> Option<Trend> {
    let plain: String = squeezed(text)
        .chars()
        .map(|c| match c {
            '↑' | '⤴' | '⬆' | '⇧' | '⬈' => '↗',
            '↓' | '⤵' | '⬇' | '⇩' | '⬊' => '↘',
            '➡' | '⇒' | '⇨' => '→',
            _ => c,
        })
        .collect();
    Some(match plain.as_str() {
        "↗" | "増加" | "上昇" | "向上" | "増" | "増加させる" => Trend::Up,
        "→" | "維持" | "現状維持" | "横ばい" | "現状を維持" => Trend::Flat,
        "↘" | "減少" | "低下" | "減" | "縮減" | "減少させる" => Trend::Down,
        "→(↗)" | "→↗" | "↗(→)" | "→・↗" | "→/↗" => Trend::FlatOrUp,
        "→(↘)" | "→↘" | "↘(→)" | "→・↘" | "→/↘" => Trend::FlatOrDown,
        _ => return None,
    })
}

/// The words without brackets that only say when: `910人⏎(H28.4.1)`.
fn without_moments(text: &str) -> String {
    let narrowed: String = text.chars().map(narrow).collect();
    let mut kept = String::new();
    let mut rest = narrowed.as_str();
    while let Some((before, bracket)) = rest.split_once('(') {
        let Some((inside, after)) = bracket.split_once(')') else {
            break;
        };
        kept.push_str(before);
        if !is_moment(inside) {
            kept.push('(');
            kept.push_str(inside);
            kept.push(')');
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// Bare years are enough here: a bracket that reads as `27決算` can be nothing else.
fn is_moment(words: &str) -> bool {
    let plain = squeezed(words);
    let amount = plain.chars().all(|c| c.is_ascii_digit() || c == '.');
    let somewhere = crate::value::fiscal_year::FiscalYear::new(2000);
    !amount && read_with_kind(words, somewhere).is_some()
}

/// Reads one form of target.
fn single(words: &str, unit: &Unit) -> Option<Target> {
    if let Some(direction) = trend(words) {
        return Some(Target::Toward { direction });
    }
    let plain = squeezed(words);
    if let Some(target) = against_last_year(&plain) {
        return Some(target);
    }
    if let Some(target) = change(words, unit) {
        return Some(target);
    }
    bound(words, unit)
}

/// 前年度実績以上 and its kin.
fn against_last_year(plain: &str) -> Option<Target> {
    let plain = stripped_end(plain, &TRAILING_WORDS);
    let plain = plain.strip_prefix('対').unwrap_or(plain);
    let rest = ["前年度", "前年"].into_iter().find_map(|word| plain.strip_prefix(word))?;
    let rest = ["実績値", "実績", "決算値", "決算", "比", "数値", "値"]
        .into_iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    let (not_worse, toward) =
        (|direction| Target::NotWorseThanLastYear { direction }, |direction| Target::Toward { direction });
    Some(match rest {
        "以上" => not_worse(Trend::Up),
        "以下" | "以内" => not_worse(Trend::Down),
        "を上回る" | "超" | "増" | "増加" => toward(Trend::Up),
        "を下回る" | "未満" | "減" | "減少" => toward(Trend::Down),
        "並み" | "並" | "並みを維持" | "と同程度" | "同程度" => toward(Trend::Flat),
        "並み以上" | "並以上" => toward(Trend::FlatOrUp),
        "並み以下" | "並以下" => toward(Trend::FlatOrDown),
        _ => return None,
    })
}

/// 概ね10%削減, 10ポイント減, 縮減率10%.
fn change(words: &str, unit: &Unit) -> Option<Target> {
    let (approximately, words) = leading_about(words);
    let rate = CHANGE_RATES.iter().find_map(|(name, up)| Some((words.strip_prefix(name)?, *up, true)));
    let (amount, up, is_rate) = rate.or_else(|| {
        let words = words.strip_suffix("する").unwrap_or(words);
        CHANGES.iter().find_map(|(name, up)| Some((words.strip_suffix(name)?, *up, false)))
    })?;
    let (about, amount) = trailing_about(amount.trim_matches(is_blank));
    let amount = amount.strip_suffix("以上").unwrap_or(amount);
    let quantity = Quantity::parse(amount).ok()?.or_unit(unit);
    if quantity.amount.is_sign_negative() || (is_rate && quantity.unit.as_str() != "%") {
        return None;
    }
    let amount = if up || quantity.amount.is_zero() { quantity.amount } else { -quantity.amount };
    let by = Quantity::new(amount, quantity.unit);
    Some(Target::Change { by, approximately: approximately || about })
}

/// 95.0%以下, 18.0%未満, 約30億円, 80～90%, 90%以上95%未満 is no band: its end is excluded.
fn bound(words: &str, unit: &Unit) -> Option<Target> {
    let words = words.trim_matches(is_blank);
    let words = stripped_end(words, &TRAILING_WORDS).trim_end_matches(is_blank);
    let words =
        LEADING_WORDS.iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words).trim_start_matches(is_blank);
    let (before, words) = leading_about(words);
    let (after, words) = trailing_about(words);
    let about = before || after;
    for (word, side, strict) in BOUNDS {
        let Some(amount) = words.strip_suffix(word) else {
            continue;
        };
        if let Some((low, high)) =
            (!about && !strict && side == Side::AtMost).then(|| amount.split_once("以上")).flatten()
        {
            return band(low, high, unit);
        }
        // 概ね95%以下 leaves its bound open: it is kept as words.
        let limit = Quantity::parse(amount).ok()?.or_unit(unit);
        return Some(match side {
            _ if about => Target::Words,
            Side::AtLeast => Target::AtLeast { limit, strict },
            Side::AtMost => Target::AtMost { limit, strict },
        });
    }
    if let Some(at) = words.find(is_range_mark) {
        let high = words[at..].trim_start_matches(is_range_mark);
        return if about { Some(Target::Words) } else { band(&words[..at], high, unit) };
    }
    let at = Quantity::parse(words).ok()?.or_unit(unit);
    Some(if about { Target::Around { at } } else { Target::Exactly { at } })
}

/// A band whose lower end may leave its unit to the upper one: `80～90%`.
fn band(low: &str, high: &str, unit: &Unit) -> Option<Target> {
    let to = Quantity::parse(high).ok()?.or_unit(unit);
    let from = Quantity::parse(low).ok()?.or_unit(&to.unit);
    from.compare(&to).is_some_and(|order| order.is_le()).then_some(Target::Band { from, to })
}

/// Two or more forms, one per line or with a slash between them.
fn several(words: &str, unit: &Unit) -> Option<Target> {
    let parts: Vec<&str> = if words.contains('\n') { words.split('\n').collect() } else { words.split('/').collect() };
    let targets = parts
        .iter()
        .map(|part| part.trim_matches(|c| is_blank(c) || c == '/'))
        .filter(|part| !part.is_empty())
        .map(|part| {
            // A bare number beside a slash is the place of a rank or a fraction: 3/17 団体.
            let bare = squeezed(part).chars().all(|c| c.is_ascii_digit());
            single(part, unit).filter(|_| !bare)
        })
        .collect::<Option<Vec<_>>>()?;
    (targets.len() > 1).then_some(Target::Several { targets })
}

/// Whether words begin like an amount but are none that can be trusted, and are no prose.
fn is_amount_gone_wrong(words: &str) -> bool {
    let plain = squeezed(words);
    if !plain.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let kept = stripped_end(&plain, &TRAILING_WORDS);
    let stem = BOUNDS.iter().find_map(|(word, ..)| kept.strip_suffix(word)).unwrap_or(kept);
    let misprint = matches!(
        Quantity::parse(stem),
        Err(QuantityError::Grouping { .. }
            | QuantityError::SuspiciousUnit { .. }
            | QuantityError::Bracketed { .. }
            | QuantityError::TooManyDigits { .. })
    );
    let begins_with_amount =
        plain.trim_start_matches(['(', '△', '▲', '-', '−']).starts_with(|c: char| c.is_ascii_digit());
    // 90%台半ば is a usual phrase without an agreed bound.
    let prose = stem.contains('台') || kept.contains(SENTENCE_MARKS);
    misprint || (begins_with_amount && !prose)
}

fn leading_about(words: &str) -> (bool, &str) {
    APPROXIMATELY
        .iter()
        .find_map(|word| words.strip_prefix(word))
        .map_or((false, words), |rest| (true, rest.trim_start_matches(is_blank)))
}

fn trailing_about(words: &str) -> (bool, &str) {
    ["程度", "前後", "ほど"]
        .into_iter()
        .find_map(|word| words.strip_suffix(word))
        .map_or((false, words), |rest| (true, rest.trim_end_matches(is_blank)))
}

fn stripped_end<'a>(words: &'a str, endings: &[&str]) -> &'a str {
    endings.iter().find_map(|ending| words.strip_suffix(ending)).unwrap_or(words)
}
