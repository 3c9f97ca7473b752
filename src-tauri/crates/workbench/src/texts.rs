//! Every sentence a person reads, from `assets/locales`, with typed keys.
//!
//! The files are compiled in: a text cannot be missing beside the program. The window reads the
//! same files.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Pattern;
use unic_langid::langid;

/// Key of a message. Only the keys of `ja.ftl` exist, as constants in [`keys`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key(&'static str);

impl Key {
    /// The key as it stands in the locale file.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// The key with the name given, if there is such a message.
    pub fn named(name: &str) -> Option<Self> {
        keys::ALL.iter().copied().find(|key| key.0 == name)
    }
}

/// One constant per message of the locale files.
pub mod keys {
    use super::Key;
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

/// Arguments of a message by name.
pub type Args = BTreeMap<String, String>;

/// The texts in one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The Japanese texts, which are the texts of the product.
    pub fn japanese() -> Self {
        Self::of(langid!("ja"), include_str!("../../../../assets/locales/ja.ftl"))
    }

    /// The English texts, for those who build the program.
    pub fn english() -> Self {
        Self::of(langid!("en"), include_str!("../../../../assets/locales/en.ftl"))
    }

    fn of(language: unic_langid::LanguageIdentifier, source: &str) -> Self {
        // The build has parsed these files; what parses in part is still the best text there is.
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// The sentence of a key without arguments.
    pub fn get(&self, key: Key) -> String {
        self.with(key, &Args::new())
    }

    /// The sentence of a key with its arguments filled in.
    pub fn with(&self, key: Key, args: &Args) -> String {
        let pattern = self.bundle.get_message(key.0).and_then(|message| message.value());
        pattern.map_or_else(|| key.0.to_owned(), |pattern| self.format(pattern, args))
    }

    /// The attribute of a message (an error has `.safe` and `.todo`), if it has it.
    pub fn attribute(&self, key: Key, attribute: &str, args: &Args) -> Option<String> {
        let message = self.bundle.get_message(key.0)?;
        let pattern = message.get_attribute(attribute)?.value();
        Some(self.format(pattern, args))
    }

    fn format(&self, pattern: &Pattern<&str>, args: &Args) -> String {
        let mut given = FluentArgs::new();
        for (name, value) in args {
            given.set(name.clone(), value.clone());
        }
        // A missing argument shows as {$name}; a wrong sentence must not hide a right result.
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&given), &mut errors).into_owned()
    }
}

/// Arguments written in place: `args([("item", title)])`.
pub fn args<const N: usize>(pairs: [(&str, String); N]) -> Args {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_formats_in_both_languages() {
        for texts in [Texts::japanese(), Texts::english()] {
            for key in keys::ALL {
                assert_ne!(texts.get(*key), key.name(), "a message without a value");
            }
        }
    }

    #[test]
    fn arguments_are_filled_in_without_invisible_marks() {
        let texts = Texts::japanese();
        let shown = texts.with(keys::UNDO_LABEL, &args([("op", "実績の入力".to_owned())]));
        assert_eq!(shown, "実績の入力を元に戻す");
    }
}
