//! The file as a whole: what goes in comes out, undo and redo, a killed process, damaged files.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod damage;
mod dump;
mod process;
mod round_trip;
mod schema;
mod speed;
mod strategies;
mod tree;
mod undo;
