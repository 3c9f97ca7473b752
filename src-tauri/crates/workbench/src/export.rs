//! Handing out: charts and papers as files.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use charts::{Chart, Theme};
use chrono::NaiveDateTime;
use domain::programme::ChartId;
use papers::Paper;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::texts::Texts;
use crate::{Result, Workbench, WorkbenchError, chart};

/// The fonts everything is set in. Made once; charts and papers share the bytes.
pub struct Press {
    charts: charts::Fonts,
    papers: papers::Fonts,
}

/// Names of the four font files in the folder of fonts.
const FACES: [&str; 4] =
    ["BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf", "BIZUDGothic-Regular.ttf", "BIZUDGothic-Bold.ttf"];

impl Press {
    /// Reads the BIZ UD fonts from the folder given.
    pub fn open(folder: &Path) -> Result<Self> {
        let mut faces = Vec::with_capacity(FACES.len());
        for face in FACES {
            let path = folder.join(face);
            let bytes = fs::read(&path).map_err(|source| WorkbenchError::io(&path, source))?;
            faces.push(Arc::<[u8]>::from(bytes));
        }
        let [pgothic_regular, pgothic_bold, gothic_regular, gothic_bold] = [0, 1, 2, 3].map(|at: usize| faces[at].clone());
        Ok(Self {
            charts: charts::Fonts::new(charts::FontFaces {
                regular: pgothic_regular.clone(),
                bold: pgothic_bold.clone(),
            })?,
            papers: papers::Fonts::new(papers::FontFaces {
                gothic_regular,
                gothic_bold,
                pgothic_regular,
                pgothic_bold,
            })?,
        })
    }

    /// The chart as a picture for the screen: text as paths, because a picture sees no web font.
    pub fn chart_preview(&self, chart: &Chart) -> Result<String> {
        Ok(charts::draw(chart, &self.charts)?.svg_outlined(&self.charts)?)
    }

    /// The chart as the bytes of a file.
    pub fn chart(&self, chart: &Chart, format: ChartFormat) -> Result<Vec<u8>> {
        charts::preflight(chart, &self.charts)?;
        let drawing = charts::draw(chart, &self.charts)?;
        Ok(match format {
            ChartFormat::Svg => drawing.svg_outlined(&self.charts)?.into_bytes(),
            ChartFormat::Png { dpi } => drawing.png(&self.charts, dpi)?,
            ChartFormat::Pdf => drawing.pdf(&self.charts)?,
            ChartFormat::Emf => drawing.emf(),
        })
    }

    /// The pages of a paper as pictures for the screen: the pages that print.
    pub fn paper_preview(&self, paper: &Paper) -> Result<Vec<String>> {
        Ok(papers::pages_svg(paper, &self.papers)?)
    }

    /// The paper as the bytes of a file. `created` goes into the workbook's properties.
    pub fn paper(&self, paper: &Paper, format: PaperFormat, created: NaiveDateTime) -> Result<Vec<u8>> {
        papers::preflight(paper, &self.papers)?;
        Ok(match format {
            PaperFormat::Pdf => papers::pdf(paper, &self.papers)?,
            PaperFormat::Xlsx => papers::xlsx(paper, created)?,
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

/// Writes charts into a folder and returns the paths. `go_on` is told how many files of how many
/// are done, and stops the work by answering `false`; files written until then stay.
pub fn charts(
    workbench: &Workbench,
    texts: &Texts,
    press: &Press,
    order: &ChartOrder,
    folder: &Path,
    mut go_on: impl FnMut(usize, usize) -> bool,
) -> Result<Vec<PathBuf>> {
    let theme = if order.mono { Theme::Mono } else { Theme::Colour };
    let total = order.charts.len() * order.formats.len();
    let mut written = Vec::with_capacity(total);
    fs::create_dir_all(folder).map_err(|source| WorkbenchError::io(folder, source))?;
    for id in &order.charts {
        let chart = chart::of_file(workbench, texts, *id, theme, order.width_mm)?;
        for format in &order.formats {
            if !go_on(written.len(), total) {
                return Err(WorkbenchError::Stopped);
            }
            let name = file_name(&chart.title, if order.mono { "_mono" } else { "" }, format.extension());
            let path = folder.join(name);
            write(&path, &press.chart(&chart, *format)?)?;
            written.push(path);
        }
    }
    go_on(total, total);
    Ok(written)
}

/// Name of a file that Windows takes: the title without the characters it refuses.
pub fn file_name(title: &str, suffix: &str, extension: &str) -> String {
    let clean: String = title
        .chars()
        .map(|c| if c.is_control() || "\\/:*?\"<>|".contains(c) { '_' } else { c })
        .take(80)
        .collect();
    let clean = clean.trim().trim_end_matches('.');
    format!("{}{suffix}.{extension}", if clean.is_empty() { "_" } else { clean })
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
        assert_eq!(file_name("...", "_mono", "svg"), "_mono.svg".replacen("_mono", "__mono", 1));
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
