//! `kaikaku` as it is installed: the real program, its exit codes, what it prints and where, and
//! the files it makes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod bench;
mod files;
mod help;
mod journeys;
mod killed;
mod refused;
mod tally;
