//! Bytes to text: which encoding is it?

use encoding_rs::{EUC_JP, SHIFT_JIS, UTF_16BE, UTF_16LE};

use super::Encoding;
use crate::error::ExchangeError;

const WORKBOOK_XLSX: &[u8] = b"PK\x03\x04";
const WORKBOOK_XLS: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// Finds the encoding and gives the text without a mark (BOM).
pub(super) fn decoded(bytes: &[u8]) -> Result<(Encoding, String), ExchangeError> {
    if bytes.starts_with(WORKBOOK_XLSX) || bytes.starts_with(WORKBOOK_XLS) {
        return Err(ExchangeError::Workbook);
    }
    let (encoding, text) = if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        let text = std::str::from_utf8(rest).map_err(|_| unknown(rest))?;
        (Encoding::Utf8Bom, text.to_owned())
    } else if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        let text = UTF_16LE.decode_without_bom_handling_and_without_replacement(rest);
        (Encoding::Utf16Le, text.ok_or_else(|| unknown(bytes))?.into_owned())
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        let text = UTF_16BE.decode_without_bom_handling_and_without_replacement(rest);
        (Encoding::Utf16Be, text.ok_or_else(|| unknown(bytes))?.into_owned())
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        (Encoding::Utf8, text.to_owned())
    } else if is_damaged_utf8(bytes) || is_euc(bytes) {
        return Err(unknown(bytes));
    } else {
        let text = SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes);
        (Encoding::Cp932, text.ok_or_else(|| unknown(bytes))?.into_owned())
    };
    // NUL stands in UTF-16 without its mark and in anything that is no text.
    if text.contains('\0') {
        return Err(unknown(bytes));
    }
    Ok((encoding, text))
}

/// Where the bytes first are no UTF-8, counted in line ends.
fn unknown(bytes: &[u8]) -> ExchangeError {
    let good = match std::str::from_utf8(bytes) {
        Ok(_) => bytes.iter().position(|byte| *byte == 0).unwrap_or(0),
        Err(error) => error.valid_up_to(),
    };
    let ends = bytes.iter().take(good).filter(|byte| **byte == b'\n').count();
    ExchangeError::UnknownEncoding { line: u32::try_from(ends + 1).unwrap_or(u32::MAX) }
}

/// UTF-8 with a few broken places. CP932 would often accept it and read every word wrong, while
/// real CP932 hardly ever holds sequences that are Japanese in UTF-8.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let mut whole = 0_usize;
    let mut broken = 0_usize;
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| c.len_utf8() >= 3).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= 4 * broken
}

/// EUC-JP, which CP932 would accept and read as half-width katakana. Kana and kanji of CP932 in
/// turn are no EUC-JP.
fn is_euc(bytes: &[u8]) -> bool {
    EUC_JP.decode_without_bom_handling_and_without_replacement(bytes).is_some()
}
