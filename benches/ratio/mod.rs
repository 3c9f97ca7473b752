//! Speed as a ratio to a peer in the same run: the machine cancels out.

#![allow(dead_code, reason = "each benchmark uses its part")]

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A contestant: a name and what is timed.
pub struct Runner<'a> {
    name: String,
    run: Box<dyn FnMut() -> Duration + 'a>,
    times: Vec<Duration>,
}

impl<'a> Runner<'a> {
    /// Times the work given.
    pub fn of(name: &str, mut work: impl FnMut() + 'a) -> Self {
        Self::timed(name, move || {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
    }

    /// Takes the time the work itself answers.
    pub fn timed(name: &str, run: impl FnMut() -> Duration + 'a) -> Self {
        Self { name: name.to_owned(), run: Box::new(run), times: Vec::new() }
    }

    /// Times a whole process from its start to its end.
    pub fn process(name: &str, mut command: impl FnMut() -> Command + 'a) -> Self {
        Self::of(name, move || {
            let status = command().stdout(Stdio::null()).stderr(Stdio::null()).status();
            assert!(status.is_ok_and(|status| status.success()), "a process of the benchmark failed");
        })
    }

    fn median(&self) -> Duration {
        let mut times = self.times.clone();
        times.sort();
        times[times.len() / 2]
    }
}

/// Runs the contestants in turn, `rounds` times, and prints medians and ratios. The first is ours;
/// `aim` is the ratio to the second that we want to keep.
pub fn compare(title: &str, rounds: usize, aim: Option<f64>, runners: Vec<Runner<'_>>) {
    print(title, rounds, aim, None, runners);
}

/// The same for one thing that grows: the first is the largest, and `most` is the time we want it to keep.
pub fn grow(title: &str, rounds: usize, most: Duration, runners: Vec<Runner<'_>>) {
    print(title, rounds, None, Some(most), runners);
}

fn print(title: &str, rounds: usize, aim: Option<f64>, most: Option<Duration>, mut runners: Vec<Runner<'_>>) {
    for runner in &mut runners {
        (runner.run)();
    }
    for _ in 0..rounds {
        for runner in &mut runners {
            let time = (runner.run)();
            runner.times.push(time);
        }
    }
    println!("\n{title}（{rounds}回の中央値）");
    let ours = runners[0].median().as_secs_f64();
    for (place, runner) in runners.iter().enumerate() {
        let own = runner.median().as_secs_f64();
        let ratio = ours / own;
        let met = |met: bool| if met { "達成" } else { "未達" };
        let judged = match (place, aim, most) {
            (1, Some(aim), _) => format!("  目標 {aim:.2} 以下：{}", met(ratio <= aim)),
            (0, _, Some(most)) => format!("  目標 {} ms 以下：{}", most.as_millis(), met(own <= most.as_secs_f64())),
            _ => String::new(),
        };
        println!("  {:<34} {:>10.2} ms   改革工房÷これ {ratio:>7.3}{judged}", runner.name, own * 1000.0);
    }
}

/// Whether a program of a peer is here; a missing one is said and left out.
pub fn here(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        println!("  （{program} がないため省略）");
    }
    found
}

/// The program under test, as the environment names it.
pub fn program(variable: &str) -> std::path::PathBuf {
    std::env::var_os(variable).map(Into::into).unwrap_or_else(|| panic!("{variable}: run `cargo xtask bench`"))
}
