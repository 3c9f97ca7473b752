//! Reads the texts (`assets/locales`) and writes one typed key per message, so that a missing
//! message fails the build and not the afternoon of a user.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fmt::Write as _, fs};

use fluent_syntax::ast::Entry;
use fluent_syntax::parser;

fn main() -> Result<(), Box<dyn Error>> {
    let locales = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../../assets/locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let japanese = messages(&locales.join("ja.ftl"))?;
    let english = messages(&locales.join("en.ftl"))?;
    let lacking: Vec<&String> = japanese
        .keys()
        .filter(|key| !english.contains_key(*key))
        .chain(english.keys().filter(|key| !japanese.contains_key(*key)))
        .collect();
    if !lacking.is_empty() {
        return Err(format!("messages that stand in one of ja.ftl and en.ftl only: {lacking:?}").into());
    }
    let mut code = String::new();
    for (key, attributes) in &japanese {
        let name = key.replace('-', "_").to_uppercase();
        writeln!(
            code,
            "/// `{key}`{}",
            if attributes.is_empty() { String::new() } else { format!(" with {attributes:?}") }
        )?;
        writeln!(code, "pub const {name}: Key = Key(\"{key}\");")?;
    }
    writeln!(code, "/// Every key, for looking one up by its name.")?;
    writeln!(code, "pub const ALL: &[Key] = &[")?;
    for key in japanese.keys() {
        writeln!(code, "    {},", key.replace('-', "_").to_uppercase())?;
    }
    writeln!(code, "];")?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("keys.rs"), code)?;
    Ok(())
}

fn messages(path: &Path) -> Result<BTreeMap<String, Vec<String>>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(path)?;
    let resource = parser::parse(text.as_str()).map_err(|(_, errors)| format!("{}: {errors:?}", path.display()))?;
    let mut found = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let attributes = message.attributes.iter().map(|a| a.id.name.to_owned()).collect();
            if found.insert(message.id.name.to_owned(), attributes).is_some() {
                return Err(format!("{}: `{}` stands twice", path.display(), message.id.name).into());
            }
        }
    }
    Ok(found)
}
