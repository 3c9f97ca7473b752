//! The parts of the Rust distribution that a minimal installation leaves out.

use crate::places::Places;
use crate::process::{cargo, command, execute, on_path, probe};
use crate::trouble::Trouble;

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
pub fn components(places: &Places) -> Result<(), Trouble> {
    let missing: Vec<&str> = [("fmt", "rustfmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(task, _)| probe(cargo(places).args([task, "--version"])).is_none())
        .map(|(_, component)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if on_path("rustup").is_some() {
        return execute(
            command(places, "rustup")
                .args(["component", "add"])
                .args(&missing),
        );
    }
    Err(Trouble::Missing(
        missing
            .iter()
            .map(|name| format!("Rust の {name}"))
            .collect(),
    ))
}
