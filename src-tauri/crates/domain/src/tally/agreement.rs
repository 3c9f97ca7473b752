//! Whether the numbers of a sentence that a person edited are still those of the tally.

use std::ops::Range;

use rust_decimal::{Decimal, RoundingStrategy};

/// What a sentence on a tally may say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// The labels of the vocabulary, each with how many items it has.
    pub terms: Vec<(String, usize)>,
    /// Other counts: items in all, items not judged, the two numbers of a rate.
    pub others: Vec<usize>,
    /// Numerator and denominator of every rate.
    pub rates: Vec<(usize, usize)>,
    /// What a count of items is followed by: 項目, 件, the plan's own name for its items.
    pub counters: Vec<String>,
}

/// The numbers of a sentence that the tally does not bear out, in its own words: 「50項目」.
///
/// A count beside the label of a term (in one clause: 50項目が予定どおり, 予定どおり50項目, or in the
/// next: 遅れているのは、11項目) must be the count of that term, or of all terms named there; any
/// other count must be one of the whole tally. A percentage must be that of a rate, rounded to its
/// digits. Numbers of anything else (令和5年度, 第2期) are left alone.
pub fn disagreeing(sentence: &str, told: &Told) -> Vec<String> {
    let text: String = sentence.chars().map(half_width).collect();
    text.split(['。', '\n']).flat_map(|sentence| wrong_in(sentence, told)).collect()
}

fn wrong_in(sentence: &str, told: &Told) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut named: Vec<usize> = Vec::new();
    for clause in clauses(sentence) {
        let (counts, percents) = numbers(clause, &told.counters);
        let own = labels(clause, &told.terms);
        // 遅れているのは、11項目です: the label stands in the clause before.
        let terms = if own.is_empty() { std::mem::take(&mut named) } else { own };
        wrong.extend(
            counts
                .iter()
                .enumerate()
                .filter(|(at, count)| !fits(*at, count, &counts, &terms, told))
                .map(|(_, count)| count.words.clone()),
        );
        let unlike = percents.into_iter().filter(|(_, percent)| !told.rates.iter().any(|r| is_percent(*r, *percent)));
        wrong.extend(unlike.map(|(words, _)| words));
        named = if counts.is_empty() { terms } else { Vec::new() };
    }
    wrong
}

/// Letters of ASCII in their full width as themselves, so that ５０項目 is read.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' if c != '，' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    }
}

fn clauses(sentence: &str) -> Vec<&str> {
    sentence.split(['、', '，', '(', ')', ';']).flat_map(|part| part.split("うち")).collect()
}

/// Whether a count of a clause is borne out, given the counts of the terms it is about.
fn fits(at: usize, count: &Count, counts: &[Count], terms: &[usize], told: &Told) -> bool {
    let whole = || told.others.contains(&count.number);
    if terms.is_empty() {
        whole()
    } else if terms.len() == counts.len() {
        terms.get(at) == Some(&count.number)
    } else if counts.len() == 1 {
        terms.iter().sum::<usize>() == count.number
    } else {
        whole() || terms.contains(&count.number)
    }
}

struct Count {
    words: String,
    number: usize,
}

/// The counts of items and the percentages of a clause.
fn numbers(clause: &str, counters: &[String]) -> (Vec<Count>, Vec<(String, Decimal)>) {
    let (mut counts, mut percents) = (Vec::new(), Vec::new());
    for range in digits(clause) {
        let (number, behind) = (&clause[range.clone()], clause[range.end..].trim_start());
        let plain = number.replace(',', "");
        let counter = counters.iter().find(|c| !c.is_empty() && behind.starts_with(c.as_str()));
        match (counter, plain.parse::<usize>(), plain.parse::<Decimal>()) {
            (_, _, Ok(percent)) if behind.starts_with('%') => percents.push((format!("{number}%"), percent)),
            (Some(counter), Ok(count), _) => counts.push(Count { words: format!("{number}{counter}"), number: count }),
            _ => {}
        }
    }
    (counts, percents)
}

/// Where numbers stand: digits with commas between thousands and one point.
fn digits(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while is_digit(at) || (matches!(bytes.get(at), Some(b',' | b'.')) && is_digit(at + 1)) {
            at += 1;
        }
        found.push(start..at);
    }
    found
}

/// The counts of the terms whose labels a clause names, in their order there. The longest label
/// wins, so that 一部達成 is not 達成; a letter (A) must stand by itself.
fn labels(clause: &str, terms: &[(String, usize)]) -> Vec<usize> {
    let mut by_length: Vec<(String, usize)> = terms
        .iter()
        .map(|(label, count)| (label.chars().map(half_width).collect::<String>(), *count))
        .filter(|(label, _)| !label.trim().is_empty())
        .collect();
    by_length.sort_by_key(|(label, _)| std::cmp::Reverse(label.len()));
    let mut taken: Vec<(Range<usize>, usize)> = Vec::new();
    for (label, count) in by_length {
        for (start, _) in clause.match_indices(label.as_str()) {
            let place = start..start + label.len();
            let apart = taken.iter().all(|(other, _)| place.end <= other.start || other.end <= place.start);
            if apart && stands_alone(clause, &place) {
                taken.push((place, count));
            }
        }
    }
    taken.sort_by_key(|(place, _)| place.start);
    taken.into_iter().map(|(_, count)| count).collect()
}

/// Whether the letters and digits of a label are not the middle of a longer word of letters.
fn stands_alone(clause: &str, place: &Range<usize>) -> bool {
    let label = &clause[place.clone()];
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let before = letter(clause[..place.start].chars().next_back()) && letter(label.chars().next());
    let behind = letter(label.chars().next_back()) && letter(clause[place.end..].chars().next());
    !before && !behind
}

/// Whether a percentage is that of a fraction, rounded to the digits it is written with.
fn is_percent((above, below): (usize, usize), percent: Decimal) -> bool {
    let exact =
        Decimal::from(above).checked_mul(Decimal::ONE_HUNDRED).and_then(|n| n.checked_div(Decimal::from(below)));
    exact.is_some_and(|exact| {
        exact.round_dp_with_strategy(percent.scale(), RoundingStrategy::MidpointAwayFromZero) == percent
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told() -> Told {
        Told {
            terms: vec![("前倒し".into(), 1), ("予定どおり".into(), 50), ("遅れ".into(), 11), ("A".into(), 3)],
            others: vec![62, 51],
            rates: vec![(51, 62)],
            counters: vec!["項目".into(), "件".into()],
        }
    }

    fn wrong(sentence: &str) -> Vec<String> {
        disagreeing(sentence, &told())
    }

    #[test]
    fn a_sentence_that_says_what_was_counted_agrees_however_it_is_put() {
        for sentence in [
            "",
            "令和5年度は、62項目のうち、前倒しが1項目、予定どおりが50項目、遅れが11項目となっています。",
            "62項目のうち，1項目が前倒し，50項目が予定どおり，11項目が予定より遅れとなった。",
            "６２項目のうち前倒しが１項目、予定どおりが５０項目でした。",
            "前倒し1件・予定どおり50件・遅れ11件（達成率82.3%）",
            "前倒しと予定どおりを合わせて51項目（82.26％）、Aは3項目です。",
            "遅れているのは、11項目です。合計は、62項目です。",
            "概ね予定どおり進みました。全体は62項目です。",
            "第2期の2年目は、概ね予定どおり進んでいます。3つの方向性のうち、遅れは11項目です。",
        ] {
            assert_eq!(wrong(sentence), Vec::<String>::new(), "{sentence}");
        }
    }

    #[test]
    fn a_number_that_the_tally_does_not_have_is_named() {
        assert_eq!(wrong("62項目のうち、予定どおりが49項目、遅れが11項目です。"), ["49項目"]);
        assert_eq!(wrong("６３項目のうち、前倒しが11項目、遅れが1項目です。"), ["63項目", "11項目", "1項目"]);
        assert_eq!(wrong("達成率は82.2%でした。"), ["82.2%"]);
        assert_eq!(wrong("遅れているのは、1項目です。50項目を数えました。"), ["1項目", "50項目"]);
        assert_eq!(wrong("前倒し1件・予定どおり49件"), ["49件"]);
        assert_eq!(wrong("前倒しと予定どおりを合わせて52項目"), ["52項目"]);
    }

    #[test]
    fn the_longest_label_is_the_one_meant() {
        let told = Told {
            terms: vec![("達成".into(), 6), ("一部達成".into(), 2), ("未達成".into(), 2)],
            others: vec![10],
            rates: vec![],
            counters: vec!["項目".into()],
        };
        assert!(disagreeing("10項目のうち、達成が6項目、一部達成が2項目、未達成が2項目", &told).is_empty());
        assert_eq!(disagreeing("未達成が6項目", &told), ["6項目"]);
    }
}
