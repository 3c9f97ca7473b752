//! Use-cases on files in memory and on disk, through the same doors as the window and the command
//! line: what a person does, what it changes, what it refuses, and that nothing is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod bad_input;
mod bulk;
mod charts;
mod check;
mod effects;
mod errors;
mod figures;
mod fold;
mod form;
mod history;
mod import;
mod indicators;
mod interchange;
mod life;
mod paper;
mod papers_of_a_plan;
mod plan;
mod random;
mod reckoning;
mod records;
mod samples;
mod schedule;
mod search;
mod sentences;
mod settings;
mod sheet;
#[path = "../../src-tauri/crates/store/tests/file/strategies.rs"]
#[allow(dead_code)]
mod strategies;
mod successions;
mod support;
mod tally;
mod undo;
mod views;
