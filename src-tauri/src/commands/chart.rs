//! Charts: preview, definition, export.

use domain::programme::{ChartDefinition, ChartId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench::chart;
use workbench::export::{self, ChartOrder};

use super::app::FileName;
use super::file::{Files, out_folder};
use super::{Result, change, write};
use crate::desk::Desk;
use crate::ipc::{Done, Nothing};

/// A chart.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OfChart {
    /// Which.
    pub chart: ChartId,
}

/// A chart as it will print.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ChartPreview {
    /// Which.
    pub chart: ChartId,
    /// For monochrome copying.
    pub mono: bool,
    /// Width on paper in mm; none takes that of the chart.
    #[ts(optional)]
    pub width_mm: Option<u32>,
}

/// A drawn chart for the page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Picture {
    /// The drawing, text as paths.
    pub svg: String,
    /// What a person who cannot see it is told.
    pub alt: String,
    /// Width on paper in mm.
    pub width_mm: u32,
    /// Height on paper in mm.
    pub height_mm: u32,
}

/// Charts to be written beside the file.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChartExport {
    /// What and how.
    pub order: ChartOrder,
    /// Number of the work, for its progress and for stopping it.
    pub task: u32,
}

/// A chart of the file as it will print.
pub fn chart_preview(desk: &Desk, request: ChartPreview) -> Result<Picture> {
    let chart = desk.with(|workbench| {
        chart::of_file(workbench, &desk.texts, request.chart, chart::theme(request.mono), request.width_mm)
    })?;
    Ok(Picture {
        svg: desk.press.chart_preview(&chart)?,
        width_mm: chart.width_mm,
        height_mm: chart.height_mm,
        alt: chart.alt,
    })
}

/// A chart made or changed.
pub fn chart_save(desk: &Desk, request: ChartDefinition) -> Result<Done<ChartId>> {
    write(desk, |workbench, by| chart::save(workbench, by, &request))
}

/// A chart away.
pub fn chart_remove(desk: &Desk, request: OfChart) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| chart::remove(workbench, by, request.chart))
}

/// Charts as files, beside the programme. The file is free again while they are drawn.
pub fn chart_export(desk: &Desk, request: ChartExport) -> Result<Files> {
    let (charts, folder) = desk.with(|workbench| {
        let charts = export::composed(workbench, &desk.texts, &request.order)?;
        Ok((charts, out_folder(workbench.path())))
    })?;
    let written = export::charts(&desk.press, &charts, &request.order, &folder, |done, total| {
        desk.goes_on(request.task, done, total)
    });
    Ok(Files { files: written?.iter().map(|path| FileName::of(path)).collect() })
}
