//! Headings while working and a table of times at the end.

use std::time::{Duration, Instant};

use crate::trouble::Trouble;

/// The steps done so far, with their times.
#[derive(Debug, Default)]
pub struct Steps {
    done: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: String,
    outcome: Outcome,
}

#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed(Duration),
    Failed(Duration),
    Skipped(String),
}

impl Steps {
    /// None done yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Prints the heading, does the work, remembers how long it took and whether it failed.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T, Trouble>) -> Result<T, Trouble> {
        println!("\n━━ {name}");
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        let outcome = if result.is_ok() { Outcome::Passed(took) } else { Outcome::Failed(took) };
        self.done.push(Step { name: name.to_owned(), outcome });
        result
    }

    /// Remembers a step that cannot be done here, so that the table does not hide it.
    pub fn skip(&mut self, name: &str, why: &str) {
        println!("\n━━ {name}\n{why}");
        self.done.push(Step { name: name.to_owned(), outcome: Outcome::Skipped(why.to_owned()) });
    }

    /// The table of steps and seconds.
    pub fn print_table(&self) {
        if !self.done.is_empty() {
            println!("\n{}", self.table());
        }
    }

    fn table(&self) -> String {
        let width = self.done.iter().map(|step| columns(&step.name)).max().unwrap_or(0);
        let mut lines = Vec::new();
        for step in &self.done {
            let gap = " ".repeat(width - columns(&step.name));
            lines.push(match &step.outcome {
                Outcome::Passed(took) => {
                    format!("  ✓ {}{gap} {:>8.1} 秒", step.name, took.as_secs_f64())
                }
                Outcome::Failed(took) => {
                    format!("  ✗ {}{gap} {:>8.1} 秒", step.name, took.as_secs_f64())
                }
                Outcome::Skipped(why) => format!("  - {}{gap}          {why}", step.name),
            });
        }
        lines.join("\n")
    }
}

/// Terminal columns of a text: Japanese letters take two.
fn columns(text: &str) -> usize {
    text.chars().map(|letter| if letter < '\u{1100}' { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_lines_up_under_japanese_names_and_shows_what_was_skipped() {
        let mut steps = Steps::new();
        steps.done.push(Step { name: "準備".into(), outcome: Outcome::Passed(Duration::from_millis(1500)) });
        steps.done.push(Step { name: "clippy".into(), outcome: Outcome::Failed(Duration::from_secs(12)) });
        steps.done.push(Step { name: "e2e".into(), outcome: Outcome::Skipped("macOS".into()) });
        assert_eq!(steps.table(), "  ✓ 準備        1.5 秒\n  ✗ clippy     12.0 秒\n  - e2e             macOS");
    }

    #[test]
    fn a_failing_step_passes_its_trouble_on() {
        let mut steps = Steps::new();
        let result: Result<(), Trouble> = steps.step("x", || Err(Trouble::Unsuitable("because".into())));
        assert!(result.is_err());
        assert!(matches!(steps.done[0].outcome, Outcome::Failed(_)));
    }
}
