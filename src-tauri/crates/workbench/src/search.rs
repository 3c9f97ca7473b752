//! Search (検索) over everything a person wrote, in Japanese: width, kana and old forms fold.

pub(crate) mod index;

use std::ops::Range;

use domain::programme::NodeId;
use domain::value::fold;
use serde::{Deserialize, Serialize};
use store::{Read, Table, words};
use ts_rs::TS;

use crate::naming;
use crate::op::Field;
use crate::plan::{LIFE_CYCLES, life};
use crate::texts::Texts;
use crate::{Result, Workbench};

pub use crate::place::{Area, CellRef, Place};

/// What was found in one part of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundIn {
    /// The part.
    pub area: Area,
    /// How many places of it hold the words, those left out of `hits` among them.
    pub total: u32,
    /// The first of them, in the order of the plan.
    pub hits: Vec<Hit>,
}

/// One place where the words were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hit {
    /// Where to go.
    pub place: Place,
    /// The very cell there.
    pub cell: CellRef,
    /// Name of the thing: ② 公文書管理の適正化.
    pub title: String,
    /// Which of its texts: 令和4年度 実績.
    pub field: String,
    /// The words with a little of what stands around them, in one line.
    pub excerpt: String,
    /// Where in the excerpt the words stand: from and to, in UTF-16 units as a page counts them.
    pub marks: Vec<(u32, u32)>,
}

/// A text that holds the words, before it is told.
#[derive(Debug)]
pub(crate) struct Spot {
    place: Place,
    table: Table,
    key: index::Key,
    column: usize,
    /// The word shown there, where the file holds a kind and no word.
    said: Option<String>,
    rank: (Area, i64, i32, Table, index::Key, u8),
}

/// As many words are looked for; what is typed behind them does not narrow any further.
const MOST_WORDS: usize = 16;

/// The places that hold the words, part by part: of each at most `limit`, in the order of the plan. One character
/// or more; an empty search finds nothing. Words with a blank between them must all be there, one in
/// the text itself and the others there or in the name of what it belongs to.
pub fn find(workbench: &Workbench, texts: &Texts, words: &str, limit: usize) -> Result<Vec<FoundIn>> {
    let words: Vec<Vec<String>> =
        words.split_whitespace().take(MOST_WORDS).map(fold::writings).filter(|word| !word[0].is_empty()).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let writings = words.concat();
    let read = workbench.read();
    let mut areas: Vec<(Area, Vec<Spot>)> = Vec::new();
    let mut spots = workbench.index()?.spots(&words);
    add_kinds(workbench, texts, &words, &mut spots)?;
    spots.sort_unstable_by_key(|spot| spot.rank.0);
    for spot in spots {
        match areas.last_mut().filter(|(area, _)| *area == spot.rank.0) {
            Some((_, spots)) => spots.push(spot),
            None => areas.push((spot.rank.0, vec![spot])),
        }
    }
    let mut found = Vec::with_capacity(areas.len());
    for (area, mut spots) in areas {
        let total = spots.len();
        if total > limit {
            spots.select_nth_unstable_by(limit, |a, b| a.rank.cmp(&b.rank));
            spots.truncate(limit);
        }
        spots.sort_unstable_by_key(|spot| spot.rank);
        let mut hits = Vec::with_capacity(spots.len());
        for spot in &spots {
            hits.extend(hit(&read, texts, spot, &writings)?);
        }
        found.push(FoundIn { area, total: u32::try_from(total).unwrap_or(u32::MAX), hits });
    }
    add_items_of_offices(&read, texts, &mut found, &words, limit)?;
    Ok(found)
}

fn hit(read: &Read<'_>, texts: &Texts, spot: &Spot, writings: &[String]) -> Result<Option<Hit>> {
    let Some(row) = words::of_row(read, spot.table, &spot.key[..spot.table.key().len()])? else { return Ok(None) };
    let text = spot.said.as_deref().or(row.texts.get(spot.column).map(String::as_str));
    let (excerpt, marks) = excerpt(text.unwrap_or_default(), writings);
    let column = words::columns(spot.table).get(spot.column).copied().unwrap_or(KIND);
    let field = naming::field(read, texts, spot.place.reckoning(read)?, spot.table, &row, column)?;
    let cell = CellRef { table: spot.table, key: row.key, column: Some(column.to_owned()) };
    Ok(Some(Hit { place: spot.place, cell, title: spot.place.title(read)?, field, excerpt, marks }))
}

/// The words beside one that was found, which must stand in the name of the item it is told of.
struct Others<'a>(Vec<&'a Vec<String>>);

impl<'a> Others<'a> {
    /// The words that a text does not hold; none when it holds none of them all.
    fn beside(text: &str, words: &'a [Vec<String>]) -> Option<Self> {
        let folded = fold(text);
        let (held, others): (Vec<_>, Vec<_>) = words.iter().partition(|word| holds(&folded, word));
        (!held.is_empty()).then_some(Self(others))
    }

    /// Whether the name of a node holds them.
    fn name(&self, read: &Read<'_>, node: NodeId) -> Result<bool> {
        if self.0.is_empty() {
            return Ok(true);
        }
        let title = fold(&Place::Node { node }.title(read)?);
        Ok(self.0.iter().all(|word| holds(&title, word)))
    }
}

fn holds(folded: &str, word: &[String]) -> bool {
    word.iter().any(|writing| folded.contains(writing.as_str()))
}

/// The column of what became of an item: a kind, shown in the word of its plan.
const KIND: &str = "kind";

/// What became of items (区分) is found by the word that their plan shows.
fn add_kinds(workbench: &Workbench, texts: &Texts, asked: &[Vec<String>], spots: &mut Vec<Spot>) -> Result<()> {
    let read = workbench.read();
    let index = workbench.index()?;
    let column = u8::try_from(words::columns(Table::LifeEvent).len()).unwrap_or(u8::MAX);
    for plan in store::plan::headers(&read)? {
        for (kind, _) in LIFE_CYCLES {
            let word = life::word(texts, &plan.life_words, kind);
            let Some(others) = Others::beside(&word, asked) else { continue };
            for (event, node) in store::life_event::of_kind(&read, plan.id, kind)? {
                if !others.name(&read, node)? {
                    continue;
                }
                let key = index::filled(&[event.0]);
                let spot = index.spot_at(Place::Node { node }, Table::LifeEvent, key, column);
                spots.extend(spot.map(|spot| Spot { said: Some(word.clone()), ..spot }));
            }
        }
    }
    Ok(())
}

/// Whoever looks for an office looks for what it has to do: the items it is responsible for. Words
/// beside its name narrow them by theirs.
fn add_items_of_offices(
    read: &Read<'_>,
    texts: &Texts,
    found: &mut Vec<FoundIn>,
    words: &[Vec<String>],
    limit: usize,
) -> Result<()> {
    let mut items: Vec<(NodeId, String)> = Vec::new();
    for office in store::office::all(read)? {
        let Some(others) = Others::beside(&office.name, words) else { continue };
        for node in store::office::nodes(read, office.id)? {
            if others.name(read, node)? {
                items.push((node, office.name.clone()));
            }
        }
    }
    if items.is_empty() {
        return Ok(());
    }
    if found.first().is_none_or(|first| first.area != Area::Plan) {
        found.insert(0, FoundIn { area: Area::Plan, total: 0, hits: Vec::new() });
    }
    let Some(plan) = found.first_mut() else { return Ok(()) };
    plan.total = plan.total.saturating_add(u32::try_from(items.len()).unwrap_or(u32::MAX));
    for (node, office) in items.into_iter().take(limit.saturating_sub(plan.hits.len())) {
        let place = Place::Node { node };
        let (excerpt, marks) = excerpt(&office, &words.concat());
        plan.hits.push(Hit {
            place,
            cell: CellRef { table: Table::Node, key: vec![node.0], column: Some("offices".into()) },
            title: place.title(read)?,
            field: texts.get(Field::Offices.key()),
            excerpt,
            marks,
        });
    }
    Ok(())
}

/// Letters of an excerpt, and how many of them stand before the words.
const EXCERPT: usize = 60;
const BEFORE: usize = 12;

/// The words with what stands around them in one line, and where they stand in it.
fn excerpt(text: &str, writings: &[String]) -> (String, Vec<(u32, u32)>) {
    let first = |text: &str| {
        let ranges = writings.iter().filter_map(|word| fold::find(text, word));
        ranges.min_by_key(|range| (range.start, std::cmp::Reverse(range.end)))
    };
    let at = first(text).unwrap_or(0..0);
    let line = text[..at.start].rfind('\n').map_or(0, |end| end + 1);
    let near = text[line..at.start].char_indices().rev().nth(BEFORE - 1).map_or(line, |(start, _)| line + start);
    let mut cut: String = text[near..].chars().take(EXCERPT).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if near > line {
        cut.insert(0, '…');
    }
    let mut marks = Vec::new();
    let mut from = 0;
    while let Some(range) = first(&cut[from..]) {
        marks.push(units(&cut, from + range.start..from + range.end));
        from += range.end.max(1);
        if !cut.is_char_boundary(from) || range.is_empty() {
            break;
        }
    }
    (cut, marks)
}

/// A range of bytes as UTF-16 units.
fn units(text: &str, bytes: Range<usize>) -> (u32, u32) {
    let count = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    let before = count(&text[..bytes.start]);
    (before, before + count(&text[bytes]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_shows_the_words_and_where_they_stand() {
        let writings = |words: &str| fold::writings(words);
        let text = "・手引を作成した。\n・𠮷野地区と髙﨑地区で、空き店舗を活用した学習支援を行った。";
        let (shown, marks) = excerpt(text, &writings("高崎"));
        assert_eq!(shown, "・𠮷野地区と髙﨑地区で、空き店舗を活用した学習支援を行った。");
        // 𠮷 counts twice on a page.
        assert_eq!(marks, [(7, 9)]);
        let (shown, marks) = excerpt(text, &writings("支援"));
        assert!(shown.starts_with('…') && shown.contains("学習支援"), "{shown}");
        let marked: Vec<u16> = shown.encode_utf16().skip(marks[0].0 as usize).take(2).collect();
        assert_eq!(String::from_utf16_lossy(&marked), "支援");
        assert_eq!(excerpt("実施・実施", &writings("実施")).1, [(0, 2), (3, 5)]);
        assert_eq!(excerpt("", &writings("実施")), (String::new(), vec![]));
    }
}
