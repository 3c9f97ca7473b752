//! What a paper says, as one short word: two papers that print the same have the same digest.

use crate::model::{Block, Cell, Content, Line, Masthead, Paper, Row, Table};

/// Begins every digest. It changes when what is gathered changes, so that papers handed out by an
/// older version of the program are not called out of date for that alone.
const VERSION: &str = "1";

/// Digest of everything that stands on the paper, in reading order: words, numbers and the places
/// of cells and bars. How it is set (fonts, words of the program such as page numbers) is no part
/// of it.
pub fn digest(paper: &Paper) -> String {
    let mut seal = Seal(OFFSET);
    let Masthead { doc_no, meeting, date } = &paper.masthead;
    seal.text(&paper.city);
    seal.text(&paper.title);
    for text in [doc_no, meeting, date] {
        seal.text(text.as_deref().unwrap_or_default());
    }
    paper.blocks.iter().for_each(|block| seal.block(block));
    format!("{VERSION}:{:032x}", seal.0)
}

/// Whether two digests were gathered in the same way and can be compared.
pub fn comparable(one: &str, other: &str) -> bool {
    let version = |digest: &str| digest.split_once(':').map(|(version, _)| version.to_owned());
    version(one).is_some() && version(one) == version(other)
}

const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// FNV-1a: it guards against oversight, not against malice, and needs no library.
struct Seal(u128);

impl Seal {
    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(PRIME);
        }
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
        // No text holds it: where one ends and the next begins makes a difference.
        self.bytes(&[0xff]);
    }

    fn number(&mut self, number: u16) {
        self.bytes(&number.to_le_bytes());
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => {
                self.bytes(&[b'h', *level]);
                self.text(text);
            }
            Block::Paragraph(lines) => {
                self.bytes(b"p");
                lines.iter().for_each(|line| self.line(line));
            }
            Block::Table(table) => self.table(table),
            Block::Figure { alt, caption, .. } => {
                self.bytes(b"f");
                self.text(alt);
                self.text(caption.as_deref().unwrap_or_default());
            }
            Block::PageBreak => self.bytes(b"b"),
            Block::Note(text) => {
                self.bytes(b"n");
                self.text(text);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.bytes(b"t");
        for text in [&table.caption, &table.unit] {
            self.text(text.as_deref().unwrap_or_default());
        }
        table.header.iter().for_each(|cells| self.row(cells));
        for row in &table.body {
            match row {
                Row::Section { text, level } => {
                    self.bytes(&[b's', *level]);
                    self.text(text);
                }
                Row::ItemStart { name } => {
                    self.bytes(b"i");
                    self.text(name);
                }
                Row::Cells(cells) => self.row(cells),
            }
        }
        table.notes.iter().for_each(|note| self.text(note));
    }

    fn row(&mut self, cells: &[Cell]) {
        self.bytes(b"r");
        for cell in cells {
            self.number(cell.rowspan);
            self.number(cell.colspan);
            match &cell.content {
                Content::Empty => self.bytes(b"-"),
                Content::Text(lines) => lines.iter().for_each(|line| self.line(line)),
                Content::Number { text, .. } => self.text(text),
                Content::Arrow { words, .. } => {
                    self.bytes(b">");
                    self.text(words);
                }
            }
        }
    }

    fn line(&mut self, line: &Line) {
        self.text(line.bullet.as_deref().unwrap_or_default());
        self.text(&line.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::common;
    use crate::model::Tone;

    #[test]
    fn the_same_paper_has_the_same_digest_and_another_word_another() {
        let paper = common::progress(false);
        assert_eq!(digest(&paper), digest(&paper.clone()));
        let mut other = paper.clone();
        other.title.push('。');
        assert_ne!(digest(&other), digest(&paper));
    }

    #[test]
    fn the_place_of_a_bar_counts_and_the_words_of_the_program_do_not() {
        let paper = common::progress(false);
        let mut words = paper.clone();
        words.words.page_number = "{page}頁".into();
        assert_eq!(digest(&words), digest(&paper));
        let row = |bar: Cell| {
            Block::Table(Table {
                columns: Vec::new(),
                header: Vec::new(),
                body: vec![Row::Cells(vec![bar])],
                caption: None,
                summary: String::new(),
                unit: None,
                notes: Vec::new(),
            })
        };
        let with = |bar: Cell| digest(&Paper { blocks: vec![row(bar)], ..paper.clone() });
        let bar = || Cell::arrow("実施", Tone::Current);
        assert_ne!(with(bar().spanning(1, 2)), with(bar().spanning(1, 3)));
        assert_ne!(with(bar()), with(Cell::text("実施")));
    }

    #[test]
    fn only_digests_of_one_version_are_compared() {
        let now = digest(&common::progress(false));
        assert!(comparable(&now, &now));
        assert!(!comparable(&now, "0:abc"));
        assert!(!comparable(&now, ""));
    }
}
