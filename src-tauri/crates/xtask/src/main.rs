//! `cargo xtask …`: sets the machine up, runs the product, tests it, measures it.
//!
//! Everything the two commands of the README need is done here, so that a fresh checkout on a
//! machine with Rust and Node needs no other instructions. Only the standard library is used:
//! this program is compiled before anything else and must not cost a wait.

#![allow(clippy::print_stdout, reason = "a build program reports on standard output")]

mod arguments;
mod bench;
mod browser;
mod cache;
mod check;
mod deny;
mod display;
mod e2e;
mod places;
mod process;
mod run;
mod setup;
mod steps;
mod trouble;
mod ui;

use std::process::ExitCode;

use arguments::{Task, USAGE};
use places::Places;
use steps::Steps;
use trouble::Trouble;

fn main() -> ExitCode {
    let task = match arguments::parse(std::env::args().skip(1)) {
        Ok(task) => task,
        Err(message) => {
            eprintln!("{message}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match perform(task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\n✗ {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<(), Trouble> {
    let places = Places::of_this_checkout()?;
    cache::claim(&places)?;
    let mut steps = Steps::new();
    let outcome = match task {
        Task::Help => {
            println!("{USAGE}");
            return Ok(());
        }
        Task::Run(options) => return run::run(&places, &mut steps, options),
        Task::Test(parts) => check::run(&places, &mut steps, &parts),
        Task::Bench(names) => bench::run(&places, &mut steps, &names),
        Task::Setup => setup::everything(&places, &mut steps),
        Task::Fmt => check::format(&places, &mut steps),
    };
    steps.print_table();
    outcome
}
