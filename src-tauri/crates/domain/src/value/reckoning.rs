//! How a document counts its fiscal years (紀年): throughout in one era, or each year in its usual one.

use super::era::Era;
use super::fiscal_year::{FiscalYear, ReadYear, YearStyle, parse_fiscal_year};

/// How a document counts its fiscal years. A plan of 平成29年度～平成32年度 calls 2020 平成32年度 in
/// every place where its years are told, and is never rewritten to 令和2年度.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reckoning(Option<Era>);

impl Reckoning {
    /// Each year in its usual era: 2018 is 平成30年度, 2019 令和元年度.
    pub const USUAL: Self = Self(None);

    /// In one era, also beyond its end. Years before its first are told in their usual era, as plans
    /// that look back do.
    pub const fn throughout(era: Era) -> Self {
        Self(Some(era))
    }

    /// That of a document whose period ends in a year written so: 平成 for 平成32年度 and H32, the usual
    /// one for 2020年度 and for words that are no year.
    pub fn of_words(last: &str) -> Self {
        Self(parse_fiscal_year(last).and_then(|read| read.era))
    }

    /// A year as the document calls it.
    pub const fn of(self, year: FiscalYear) -> ReadYear {
        ReadYear { year, era: self.0 }
    }

    /// The words for a year: 平成32年度, H32.
    pub fn format(self, year: FiscalYear, style: YearStyle) -> String {
        self.of(year).format(style)
    }

    /// The words for a year at full length: 平成32年度.
    pub fn long(self, year: FiscalYear) -> String {
        self.format(year, YearStyle::Long)
    }

    /// The years from one to another as a title prints them: 平成29～32年度, 平成30年度～令和2年度.
    pub fn format_to(self, first: FiscalYear, last: FiscalYear) -> String {
        match self.0 {
            Some(era) => first.format_to_in_era(last, era),
            None => first.format_to(last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(year: i32) -> FiscalYear {
        FiscalYear::new(year).expect("a year of the program")
    }

    #[test]
    fn a_document_of_one_era_keeps_it_and_looks_back_in_the_usual_ones() {
        let heisei = Reckoning::throughout(Era::Heisei);
        assert_eq!([2020, 1988].map(|western| heisei.long(year(western))), ["平成32年度", "昭和63年度"]);
        assert_eq!(heisei.format_to(year(2017), year(2020)), "平成29～32年度");
    }

    #[test]
    fn the_last_year_of_a_document_says_how_it_counts() {
        assert_eq!(Reckoning::of_words("平成32年度"), Reckoning::throughout(Era::Heisei));
        assert_eq!(Reckoning::of_words("H32"), Reckoning::throughout(Era::Heisei));
        assert_eq!([Reckoning::of_words("2020年度"), Reckoning::of_words("未定")], [Reckoning::USUAL; 2]);
    }

    #[test]
    fn the_usual_reckoning_changes_with_the_eras() {
        let years = [2018, 2019].map(|western| Reckoning::USUAL.format(year(western), YearStyle::Short));
        assert_eq!(years, ["H30", "R1"]);
        assert_eq!(Reckoning::USUAL.format_to(year(2018), year(2020)), "平成30年度～令和2年度");
    }
}
