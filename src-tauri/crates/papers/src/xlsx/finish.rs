//! What the writer of workbooks cannot say: arrows as shapes, and a first page
//! without the running head.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::PaperError;

/// Alternative text that marks a shape as the bar of a schedule.
pub(super) const BAR_MARK: &str = "→";

/// Finishes a workbook. Entries keep their order and carry no time, so the same
/// workbook gives the same bytes.
pub(super) fn finish(workbook: &[u8]) -> Result<Vec<u8>, PaperError> {
    let fault = |reason: String| PaperError::Workbook { reason };
    let mut archive = ZipArchive::new(Cursor::new(workbook)).map_err(|error| fault(error.to_string()))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| fault(error.to_string()))?;
        let name = entry.name().map_err(|error| fault(error.to_string()))?.into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|error| fault(error.to_string()))?;
        if name.starts_with("xl/drawings/drawing") {
            bytes = arrows(&text(bytes)?).into_bytes();
        } else if name == "xl/worksheets/sheet1.xml" {
            bytes = first_page(&text(bytes)?).into_bytes();
        }
        writer.start_file(name, options).map_err(|error| fault(error.to_string()))?;
        writer.write_all(&bytes).map_err(|error| fault(error.to_string()))?;
    }
    let bytes = writer.finish().map_err(|error| fault(error.to_string()))?;
    Ok(bytes.into_inner())
}

fn text(bytes: Vec<u8>) -> Result<String, PaperError> {
    String::from_utf8(bytes).map_err(|error| PaperError::Workbook { reason: error.to_string() })
}

/// Turns the marked rectangles of a drawing into arrows (homePlate).
fn arrows(drawing: &str) -> String {
    let mark = format!("descr=\"{BAR_MARK}\"");
    let mut out = String::with_capacity(drawing.len());
    for part in drawing.split_inclusive("</xdr:sp>") {
        if part.contains(&mark) {
            out.push_str(&part.replacen("prst=\"rect\"", "prst=\"homePlate\"", 1));
        } else {
            out.push_str(part);
        }
    }
    out
}

/// Gives the first page the foot of the others and no head: its head stands in
/// the cells.
fn first_page(sheet: &str) -> String {
    let Some(begin) = sheet.find("<headerFooter") else { return sheet.to_owned() };
    let Some(end) = sheet.find("</headerFooter>") else { return sheet.to_owned() };
    let element = &sheet[begin..end];
    let foot = element.find("<oddFooter>").zip(element.find("</oddFooter>")).map_or(String::new(), |(from, to)| {
        let words = &element[from + "<oddFooter>".len()..to];
        format!("<firstFooter>{words}</firstFooter>")
    });
    let head = element.replacen("<headerFooter", "<headerFooter differentFirst=\"1\"", 1);
    format!("{}{head}{foot}{}", &sheet[..begin], &sheet[end..])
}

#[cfg(test)]
mod tests {
    use super::{arrows, first_page};

    #[test]
    fn only_marked_shapes_become_arrows() {
        let drawing = "<xdr:sp descr=\"→\"><a:prstGeom prst=\"rect\"></xdr:sp>\
            <xdr:pic><a:prstGeom prst=\"rect\"></xdr:pic>\
            <xdr:sp><a:prstGeom prst=\"rect\"></xdr:sp>";
        assert_eq!(arrows(drawing).matches("homePlate").count(), 1);
        assert!(arrows(drawing).starts_with("<xdr:sp descr=\"→\"><a:prstGeom prst=\"homePlate\">"));
    }

    #[test]
    fn the_first_page_keeps_its_foot() {
        let sheet = "<a/><headerFooter><oddHeader>H</oddHeader><oddFooter>&amp;P</oddFooter>\
            </headerFooter><b/>";
        assert_eq!(
            first_page(sheet),
            "<a/><headerFooter differentFirst=\"1\"><oddHeader>H</oddHeader>\
             <oddFooter>&amp;P</oddFooter><firstFooter>&amp;P</firstFooter></headerFooter><b/>"
        );
    }
}
