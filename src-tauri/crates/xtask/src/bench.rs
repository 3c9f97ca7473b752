//! `cargo xtask bench`: speed against peers, in one run on one machine.

use crate::display::VirtualDisplay;
use crate::e2e::{EMBEDDED_PAGE, PROGRAMS, programs};
use crate::places::Places;
use crate::process::{cargo, cargo_program, command, execute};
use crate::setup::{self, Purpose};
use crate::steps::Steps;
use crate::trouble::Trouble;
use crate::ui;

/// Builds everything with optimisation and runs these benchmarks, or all.
///
/// They find the programs in `KAIKAKU_APP` and `KAIKAKU_CLI`.
pub fn run(places: &Places, steps: &mut Steps, names: &[String]) -> Result<(), Trouble> {
    steps.step("準備", || setup::prepare(places, &[Purpose::Build, Purpose::Bench]))?;
    steps.step("ui のビルド", || ui::build(places))?;
    steps.step("アプリのビルド", || {
        let mut build = cargo(places);
        execute(build.args(["build", "--release"]).args(PROGRAMS).args(EMBEDDED_PAGE))
    })?;
    steps.step("計測", || {
        let display = if cfg!(target_os = "linux") { Some(VirtualDisplay::start()?) } else { None };
        let mut bench = match &display {
            Some(display) => {
                let mut session = command(places, "dbus-run-session");
                session.arg("--").arg(cargo_program());
                display.lend(&mut session);
                session
            }
            None => cargo(places),
        };
        bench.args(["bench", "--workspace"]).args(EMBEDDED_PAGE);
        if names.is_empty() {
            bench.args(["--bench", "*"]);
        }
        for name in names {
            bench.args(["--bench", name]);
        }
        programs(places, &mut bench, true);
        execute(&mut bench)
    })
}
