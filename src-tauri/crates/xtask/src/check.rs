//! `cargo xtask test` and `cargo xtask fmt`.

use crate::arguments::Part;
use crate::deny;
use crate::e2e::{self, EMBEDDED_PAGE, PROGRAMS};
use crate::places::Places;
use crate::process::{cargo, execute};
use crate::setup::{self, Purpose};
use crate::steps::Steps;
use crate::trouble::Trouble;
use crate::ui;

/// Runs these parts in their order and stops at the first that fails.
pub fn run(places: &Places, steps: &mut Steps, parts: &[Part]) -> Result<(), Trouble> {
    let purposes = purposes(parts);
    steps.step("準備", || setup::prepare(places, &purposes))?;
    for part in parts {
        match part {
            Part::Fmt => steps.step("rustfmt", || execute(cargo(places).args(["fmt", "--all", "--", "--check"])))?,
            Part::Deny => deny::check(places, steps)?,
            Part::Ui => ui::check(places, steps)?,
            Part::Rust => rust(places, steps)?,
            Part::E2e => {
                build_app(places, steps)?;
                e2e::run(places, steps)?;
            }
        }
    }
    Ok(())
}

/// Rewrites the Rust sources in the house format.
pub fn format(places: &Places, steps: &mut Steps) -> Result<(), Trouble> {
    steps.step("rustfmt", || {
        setup::prepare(places, &[Purpose::Fmt])?;
        execute(cargo(places).args(["fmt", "--all"]))
    })
}

/// Builds the page, then the app with the page inside and the command line program.
pub fn build_app(places: &Places, steps: &mut Steps) -> Result<(), Trouble> {
    steps.step("ui のビルド", || ui::build(places))?;
    steps.step("アプリのビルド", || execute(cargo(places).arg("build").args(PROGRAMS).args(EMBEDDED_PAGE)))
}

fn rust(places: &Places, steps: &mut Steps) -> Result<(), Trouble> {
    // The tests of the app are built with the page inside, as the journeys need it: one build
    // of the window's libraries serves both.
    steps.step("ui のビルド", || ui::build(places))?;
    steps.step("clippy", || {
        let mut clippy = cargo(places);
        clippy.args(["clippy", "--workspace", "--all-targets"]).args(EMBEDDED_PAGE);
        execute(clippy.args(["--", "-D", "warnings"]))
    })?;
    steps.step("nextest", || execute(cargo(places).args(["nextest", "run", "--workspace"]).args(EMBEDDED_PAGE)))?;
    steps.step("説明の中の例", || {
        execute(cargo(places).args(["test", "--doc", "--workspace"]).args(EMBEDDED_PAGE))
    })
}

fn purposes(parts: &[Part]) -> Vec<Purpose> {
    let mut purposes = Vec::new();
    for part in parts {
        purposes.extend_from_slice(match part {
            Part::Fmt => &[Purpose::Fmt],
            Part::Deny => &[Purpose::Deny],
            Part::Ui => &[Purpose::Ui],
            Part::Rust => &[Purpose::Build, Purpose::Rust],
            Part::E2e => &[Purpose::Build, Purpose::E2e],
        });
    }
    purposes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checking_the_format_needs_nothing_of_the_system() {
        assert_eq!(purposes(&[Part::Fmt]), [Purpose::Fmt]);
        assert!(setup::NEEDS.iter().all(|need| !need.serves(&[Purpose::Fmt])));
    }

    #[test]
    fn the_whole_test_prepares_for_everything_but_the_benchmarks() {
        let all = purposes(&Part::ALL);
        for purpose in [Purpose::Fmt, Purpose::Build, Purpose::Rust, Purpose::Ui, Purpose::E2e, Purpose::Deny] {
            assert!(all.contains(&purpose), "{purpose:?}");
        }
        assert!(!all.contains(&Purpose::Bench));
    }
}
