//! The parts of the Rust distribution that a minimal installation leaves out.

use super::Purpose;
use crate::places::Places;
use crate::process::{cargo, command, execute, on_path, probe};
use crate::trouble::Trouble;

/// Makes sure that `cargo fmt` and `cargo clippy` are there where they are going to be used.
pub fn components(places: &Places, purposes: &[Purpose]) -> Result<(), Trouble> {
    let parts = [("fmt", "rustfmt", Purpose::Fmt), ("clippy", "clippy", Purpose::Rust)];
    let missing: Vec<&str> = parts
        .into_iter()
        .filter(|(_, _, purpose)| purposes.contains(purpose))
        .filter(|(task, _, _)| probe(cargo(places).args([task, "--version"])).is_none())
        .map(|(_, component, _)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if on_path("rustup").is_some() {
        return execute(command(places, "rustup").args(["component", "add"]).args(&missing));
    }
    Err(Trouble::Missing(missing.iter().map(|name| format!("Rust の {name}")).collect()))
}
