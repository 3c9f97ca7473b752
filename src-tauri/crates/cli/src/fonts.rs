//! The fonts, inside the program: nothing to install and nothing to lose.

use std::borrow::Cow;

use workbench::export::{Faces, Press};

macro_rules! face {
    ($name:literal) => {
        Cow::Borrowed(include_bytes!(concat!("../../../../assets/fonts/", $name)).as_slice())
    };
}

/// The press with the bundled BIZ UD fonts.
pub fn press() -> Press {
    Press::new(Faces {
        pgothic_regular: face!("BIZUDPGothic-Regular.ttf"),
        pgothic_bold: face!("BIZUDPGothic-Bold.ttf"),
        gothic_regular: face!("BIZUDGothic-Regular.ttf"),
        gothic_bold: face!("BIZUDGothic-Bold.ttf"),
    })
}
