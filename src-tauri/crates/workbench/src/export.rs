//! Handing out: charts and papers as files.

use std::borrow::Cow;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use charts::Chart;
use chrono::NaiveDateTime;
use domain::programme::ChartId;
use papers::Paper;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::texts::Texts;
use crate::{Result, Workbench, WorkbenchError, chart};

/// The four faces everything is set in, as the bytes of their files (BIZ UD, OFL).
#[derive(Clone)]
pub struct Faces {
    /// BIZ UDPGothic Regular: charts, Latin and digits of papers.
    pub pgothic_regular: Cow<'static, [u8]>,
    /// BIZ UDPGothic Bold.
    pub pgothic_bold: Cow<'static, [u8]>,
    /// BIZ UDGothic Regular: Japanese of papers.
    pub gothic_regular: Cow<'static, [u8]>,
    /// BIZ UDGothic Bold.
    pub gothic_bold: Cow<'static, [u8]>,
}

/// What sets charts and papers. The faces are read when first needed, and once.
pub struct Press {
    faces: Faces,
    charts: OnceLock<charts::Fonts>,
    papers: OnceLock<papers::Fonts>,
    /// Whether the memory that setting a paper took is given back after each.
    tidy: bool,
}

/// Gives back what the typesetter remembers of a paper when work on it ends, on every path.
struct Tidy(bool);

impl Drop for Tidy {
    fn drop(&mut self) {
        if self.0 {
            papers::forget();
        }
    }
}

impl Press {
    /// A press with the faces given.
    pub fn new(faces: Faces) -> Self {
        Self { faces, charts: OnceLock::new(), papers: OnceLock::new(), tidy: true }
    }

    /// For a program that ends with its paper: it gives all its memory back at once.
    #[must_use]
    pub fn untidy(self) -> Self {
        Self { tidy: false, ..self }
    }

    fn chart_fonts(&self) -> Result<&charts::Fonts> {
        if let Some(fonts) = self.charts.get() {
            return Ok(fonts);
        }
        let faces =
            charts::FontFaces { regular: self.faces.pgothic_regular.clone(), bold: self.faces.pgothic_bold.clone() };
        let fonts = charts::Fonts::new(faces)?;
        Ok(self.charts.get_or_init(|| fonts))
    }

    fn paper_fonts(&self) -> Result<&papers::Fonts> {
        if let Some(fonts) = self.papers.get() {
            return Ok(fonts);
        }
        let faces = papers::FontFaces {
            gothic_regular: self.faces.gothic_regular.clone(),
            gothic_bold: self.faces.gothic_bold.clone(),
            pgothic_regular: self.faces.pgothic_regular.clone(),
            pgothic_bold: self.faces.pgothic_bold.clone(),
        };
        let fonts = papers::Fonts::new(faces)?;
        Ok(self.papers.get_or_init(|| fonts))
    }

    /// Reads the faces of papers now, so that nobody waits for them later. What is wrong with them
    /// is told by what needs them.
    pub fn ready_papers(&self) {
        // An error is met again, and told, by the paper itself.
        let _ = self.paper_fonts();
    }

    /// Whether papers can print a character.
    pub fn prints(&self) -> Result<Box<dyn Fn(char) -> bool + '_>> {
        let fonts = self.paper_fonts()?;
        Ok(Box::new(move |c| fonts.missing(c.encode_utf8(&mut [0; 4])).is_empty()))
    }

    /// The chart as a picture for the screen: text as paths, because a picture sees no web font.
    pub fn chart_preview(&self, chart: &Chart) -> Result<String> {
        let fonts = self.chart_fonts()?;
        Ok(charts::draw(chart, fonts)?.svg_outlined(fonts)?)
    }

    /// The chart as the bytes of a file.
    pub fn chart(&self, chart: &Chart, format: ChartFormat) -> Result<Vec<u8>> {
        self.written(&self.drawn(chart)?, format)
    }

    /// The chart drawn, after every text of it was found in the fonts.
    fn drawn(&self, chart: &Chart) -> Result<charts::Drawing> {
        let fonts = self.chart_fonts()?;
        charts::preflight(chart, fonts)?;
        Ok(charts::draw(chart, fonts)?)
    }

    fn written(&self, drawing: &charts::Drawing, format: ChartFormat) -> Result<Vec<u8>> {
        let fonts = self.chart_fonts()?;
        Ok(match format {
            ChartFormat::Svg => drawing.svg_outlined(fonts)?.into_bytes(),
            ChartFormat::Png { dpi } => drawing.png(fonts, dpi)?,
            ChartFormat::Pdf => drawing.pdf(fonts)?,
            ChartFormat::Emf => drawing.emf(),
        })
    }

    /// The pages of a paper as pictures for the screen: the pages that print.
    pub fn paper_preview(&self, paper: &Paper) -> Result<Vec<String>> {
        let _tidy = Tidy(self.tidy);
        Ok(papers::pages_svg(paper, self.paper_fonts()?)?)
    }

    /// The paper as the bytes of a file. `created` is the local time both formats carry.
    pub fn paper(&self, paper: &Paper, format: PaperFormat, created: NaiveDateTime) -> Result<Vec<u8>> {
        let _tidy = Tidy(self.tidy);
        let fonts = self.paper_fonts()?;
        Ok(match format {
            PaperFormat::Pdf => papers::pdf(paper, fonts, created)?,
            PaperFormat::Xlsx => {
                // A worksheet shows a missing glyph as something; the same paper as PDF would not print.
                papers::preflight(paper, fonts)?;
                papers::xlsx(paper, fonts, created)?
            }
        })
    }
}

/// File formats of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ChartFormat {
    /// Vector picture for newer Office and the web.
    Svg,
    /// Pixel picture at a resolution in dots per inch.
    Png {
        /// 300 for print, 600 for the printer's.
        dpi: u32,
    },
    /// Vector page.
    Pdf,
    /// Vector picture for Word of older Office.
    Emf,
}

impl ChartFormat {
    /// The end of a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png { .. } => "png",
            Self::Pdf => "pdf",
            Self::Emf => "emf",
        }
    }
}

/// File formats of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperFormat {
    /// Tagged PDF/UA-1.
    Pdf,
    /// Print-ready workbook.
    Xlsx,
}

impl PaperFormat {
    /// The end of a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }
}

/// What charts are written, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChartOrder {
    /// The charts.
    pub charts: Vec<ChartId>,
    /// Each in these formats.
    pub formats: Vec<ChartFormat>,
    /// For monochrome copying.
    pub mono: bool,
    /// Width on paper in mm; none takes that of the chart.
    #[serde(default)]
    #[ts(optional)]
    pub width_mm: Option<u32>,
}

/// The charts of an order as they stand in the file now. Drawing them needs the file no more.
pub fn composed(workbench: &Workbench, texts: &Texts, order: &ChartOrder) -> Result<Vec<Chart>> {
    let theme = chart::theme(order.mono);
    order.charts.iter().map(|id| chart::of_file(workbench, texts, *id, theme, order.width_mm)).collect()
}

/// Writes charts into a folder and returns the paths. All are drawn before the first is written:
/// one that cannot be drawn leaves nothing behind. `go_on` is told how many files of how many are
/// done, and stops the work by answering `false`; files written until then stay.
pub fn charts(
    press: &Press,
    charts: &[Chart],
    order: &ChartOrder,
    folder: &Path,
    mut go_on: impl FnMut(usize, usize) -> bool,
) -> Result<Vec<PathBuf>> {
    let total = charts.len() * order.formats.len();
    let mut written = Vec::with_capacity(total);
    let drawings = charts.iter().map(|chart| press.drawn(chart)).collect::<Result<Vec<_>>>()?;
    for (chart, drawing) in charts.iter().zip(&drawings) {
        for format in &order.formats {
            if !go_on(written.len(), total) {
                return Err(WorkbenchError::Stopped);
            }
            let suffix = if order.mono { "_mono" } else { "" };
            let free = (1..).map(|n| {
                let number = if n == 1 { String::new() } else { format!(" ({n})") };
                folder.join(file_name(&chart.title, &format!("{number}{suffix}"), format.extension()))
            });
            // Two charts may have one title: neither may take the other's file.
            let Some(path) = free.into_iter().find(|path| !written.contains(path)) else { continue };
            write_into(&path, &press.written(drawing, *format)?)?;
            written.push(path);
        }
    }
    go_on(total, total);
    Ok(written)
}

/// Characters of a title that go into the name of a file. Linux takes 255 bytes, of which a kanji
/// needs three; the rest is for the number, the ending and the name a half-written file has.
const LONGEST_NAME: usize = 72;

/// Name of a file that Windows takes: the title without the characters it refuses.
pub fn file_name(title: &str, suffix: &str, extension: &str) -> String {
    let clean: String = title
        .chars()
        .map(|c| if c.is_control() || "\\/:*?\"<>|".contains(c) { '_' } else { c })
        .take(LONGEST_NAME)
        .collect();
    let clean = clean.trim().trim_end_matches('.');
    // Names of devices: Windows makes no file of them, whatever their ending.
    let device = ["CON", "PRN", "AUX", "NUL"].iter().any(|name| clean.eq_ignore_ascii_case(name))
        || (clean.len() == 4
            && ["COM", "LPT"].iter().any(|name| clean.get(..3).is_some_and(|head| head.eq_ignore_ascii_case(name)))
            && clean.ends_with(|last: char| last.is_ascii_digit()));
    let before = if device || clean.is_empty() { "_" } else { "" };
    format!("{before}{clean}{suffix}.{extension}")
}

/// Writes a file into a folder that is made when it is not there.
pub fn write_into(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|source| WorkbenchError::io(folder, source))?;
    }
    write(path, bytes)
}

/// Writes a file whole or not at all: beside it first, then renamed over it.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |source| WorkbenchError::io(path, source);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = folder.join(format!(".{name}.writing"));
    let result = fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let result = result.and_then(|()| fs::rename(&beside, path));
    if result.is_err() {
        // What is left of a failed write is only in the way; the failure itself is what is told.
        let _ = fs::remove_file(&beside);
    }
    result.map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_windows_takes() {
        assert_eq!(file_name("残高/基金: 推移?", "", "png"), "残高_基金_ 推移_.png");
        assert_eq!(file_name("...", "_mono", "svg"), "__mono.svg");
        assert_eq!(file_name("con", "", "svg"), "_con.svg");
        assert_eq!(file_name("LPT1", "", "svg"), "_LPT1.svg");
        assert_eq!(file_name("COMMON", "", "svg"), "COMMON.svg");
    }

    #[test]
    fn a_failed_write_leaves_what_was_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("図.png");
        write(&path, b"one").expect("the first write");
        let taken = folder.path().join("missing").join("図.png");
        assert!(matches!(write(&taken, b"two"), Err(WorkbenchError::Io { .. })));
        assert_eq!(fs::read(&path).expect("the file"), b"one");
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing is left beside it");
    }
}
