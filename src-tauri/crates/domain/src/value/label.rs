//! Labels of items: ①…⑳, 21, R1-1, nine-digit codes. They are words, not integers.

/// The circled number of a count, ① to ㊿; `None` outside 1 to 50.
pub fn circled(number: u32) -> Option<char> {
    let code = match number {
        1..=20 => 0x2460 + number - 1,
        21..=35 => 0x3251 + number - 21,
        36..=50 => 0x32b1 + number - 36,
        _ => return None,
    };
    char::from_u32(code)
}

/// The count of a circled number, ① to ㊿.
pub fn from_circled(c: char) -> Option<u32> {
    let code = c as u32;
    Some(match code {
        0x2460..=0x2473 => code - 0x2460 + 1,
        0x3251..=0x325f => code - 0x3251 + 21,
        0x32b1..=0x32bf => code - 0x32b1 + 36,
        _ => return None,
    })
}
