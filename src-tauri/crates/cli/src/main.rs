//! `kaikaku`: the same use-cases as the window, without one.
//!
//! Exit code 0: done. 1: it failed (the reason stands on stderr), the check found something, or
//! the search found nothing. 2: the command was not understood.

mod arguments;
mod commands;
mod fonts;
mod table;

use std::io::Write as _;
use std::process::ExitCode;

use workbench::WorkbenchError;
use workbench::texts::{Texts, args, keys};

fn main() -> ExitCode {
    let texts = Texts::japanese();
    let request = match arguments::read(&texts, std::env::args_os()) {
        Ok(request) => request,
        Err(answer) => return answer.print(),
    };
    match commands::run(&texts, request) {
        Ok(done) => {
            let out = std::io::stdout();
            // Nobody reads on when the pipe is closed; the work itself is done.
            let _ = out.lock().write_all(done.text.as_bytes());
            if done.clean { ExitCode::SUCCESS } else { ExitCode::from(1) }
        }
        Err(error) => {
            let _ = write!(std::io::stderr().lock(), "{}", sentence(&texts, &error));
            ExitCode::from(1)
        }
    }
}

/// What happened, what is safe, what to do.
fn sentence(texts: &Texts, error: &WorkbenchError) -> String {
    let told = error.args(texts);
    let mut lines = vec![texts.with(keys::CLI_ERROR, &args([("text", texts.with(error.key(), &told))]))];
    lines.extend(["safe", "todo"].iter().filter_map(|part| texts.attribute(error.key(), part, &told)));
    lines.iter().map(|line| format!("{line}\n")).collect()
}
