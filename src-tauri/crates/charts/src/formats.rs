//! One module per file format; all write the same display list.

pub(crate) mod emf;
pub(crate) mod pdf;
pub(crate) mod png;
pub(crate) mod svg;
