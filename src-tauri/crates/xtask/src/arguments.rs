//! The command line of `cargo xtask`.

/// The help text.
pub const USAGE: &str = "\
使い方: cargo xtask <作業>

  run [--release] [--no-window]   準備・ビルド・見本と資料一式の作成（out/）・ウィンドウを開く
  test [--only 部分[,部分…]]      すべての検査（部分: fmt deny ui rust e2e）
  bench [名前…]                   速さの計測
  setup                           準備だけ
  fmt                             書式を整える
  help                            この説明";

/// What the person asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Build, make the sample and its outputs, open the window.
    Run(RunOptions),
    /// All checks, or only some parts of them, in their fixed order.
    Test(Vec<Part>),
    /// The benchmarks whose names are given, or all.
    Bench(Vec<String>),
    /// Install what the other tasks need.
    Setup,
    /// Rewrite the sources in the house format.
    Fmt,
    /// Print the help text.
    Help,
}

/// How `run` should go about it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RunOptions {
    /// Build with optimisation (slower to build, faster to use).
    pub release: bool,
    /// Stop after the outputs even when there is a display.
    pub no_window: bool,
}

/// A part of `test` that can be run alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Source format.
    Fmt,
    /// Licences, sources, duplicate and banned crates.
    Deny,
    /// Types, lint, unit and IME tests of the page.
    Ui,
    /// Clippy, unit, integration and documentation tests.
    Rust,
    /// Journeys through the real window.
    E2e,
}

impl Part {
    /// Every part, in the order in which `test` runs them: the cheap ones first.
    pub const ALL: [Self; 5] = [Self::Fmt, Self::Deny, Self::Ui, Self::Rust, Self::E2e];

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "fmt" => Self::Fmt,
            "deny" => Self::Deny,
            "ui" => Self::Ui,
            "rust" => Self::Rust,
            "e2e" => Self::E2e,
            _ => return None,
        })
    }
}

/// Reads the arguments after `cargo xtask`; the error is a sentence for the person.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Task, String> {
    let mut arguments = arguments.into_iter();
    let Some(task) = arguments.next() else {
        return Ok(Task::Help);
    };
    let rest: Vec<String> = arguments.collect();
    match task.as_str() {
        "run" => run_options(&rest).map(Task::Run),
        "test" => parts(&rest).map(Task::Test),
        "bench" => Ok(Task::Bench(rest)),
        "setup" => nothing_after("setup", &rest).map(|()| Task::Setup),
        "fmt" => nothing_after("fmt", &rest).map(|()| Task::Fmt),
        "help" | "--help" | "-h" => Ok(Task::Help),
        other => Err(format!("「{other}」という作業はありません。")),
    }
}

fn run_options(rest: &[String]) -> Result<RunOptions, String> {
    let mut options = RunOptions::default();
    for argument in rest {
        match argument.as_str() {
            "--release" => options.release = true,
            "--no-window" => options.no_window = true,
            other => return Err(format!("run に「{other}」という指定はありません。")),
        }
    }
    Ok(options)
}

fn parts(rest: &[String]) -> Result<Vec<Part>, String> {
    let mut chosen = Vec::new();
    let mut rest = rest.iter();
    while let Some(argument) = rest.next() {
        let names = match argument.as_str() {
            "--only" => rest.next().ok_or_else(|| "--only のあとに部分の名前が要ります。".to_owned())?,
            other => {
                other.strip_prefix("--only=").ok_or_else(|| format!("test に「{other}」という指定はありません。"))?
            }
        };
        for name in names.split(',') {
            let part = Part::named(name).ok_or_else(|| format!("「{name}」という部分はありません。"))?;
            chosen.push(part);
        }
    }
    if chosen.is_empty() {
        return Ok(Part::ALL.to_vec());
    }
    chosen.sort_unstable();
    chosen.dedup();
    Ok(chosen)
}

fn nothing_after(task: &str, rest: &[String]) -> Result<(), String> {
    match rest.first() {
        None => Ok(()),
        Some(extra) => Err(format!("{task} に「{extra}」という指定はありません。")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Task, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn nothing_asks_for_help() {
        assert_eq!(read(""), Ok(Task::Help));
        assert_eq!(read("--help"), Ok(Task::Help));
    }

    #[test]
    fn test_alone_means_every_part_in_order() {
        assert_eq!(read("test"), Ok(Task::Test(Part::ALL.to_vec())));
    }

    #[test]
    fn chosen_parts_keep_the_fixed_order_and_are_not_repeated() {
        let expected = Ok(Task::Test(vec![Part::Fmt, Part::Rust, Part::E2e]));
        assert_eq!(read("test --only e2e,rust --only=fmt,rust"), expected);
    }

    #[test]
    fn unknown_words_are_refused_by_name() {
        for line in ["build", "test --only all", "test rust", "run --fast", "setup now", "test --only"] {
            let message = read(line).expect_err(line);
            let word = line.split_whitespace().last().expect("a word");
            assert!(message.contains(word), "{line}: {message}");
        }
    }

    #[test]
    fn run_takes_its_two_switches() {
        let options = RunOptions { release: true, no_window: true };
        assert_eq!(read("run --no-window --release"), Ok(Task::Run(options)));
    }
}
