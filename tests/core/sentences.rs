//! The texts: every error says what happened, what is safe and what to do, in both languages.

use std::collections::{BTreeMap, BTreeSet};

use workbench::texts::{Args, Texts, keys};

use crate::support::{texts, top};

fn errors() -> impl Iterator<Item = workbench::texts::Key> {
    keys::ALL.iter().copied().filter(|key| key.name().starts_with("error-"))
}

#[test]
fn every_error_says_what_is_safe_and_what_to_do() {
    let english = Texts::english();
    assert!(errors().count() > 40);
    for key in errors() {
        for (language, texts) in [("ja", texts()), ("en", &english)] {
            for part in ["safe", "todo"] {
                let said = texts.attribute(key, part, &Args::new());
                assert!(said.is_some_and(|said| !said.trim().is_empty()), "{language} {} .{part}", key.name());
            }
        }
        assert!(!texts().get(key).is_ascii(), "{} is a Japanese sentence", key.name());
    }
}

/// Key (with its attribute) → names of the arguments in it.
fn arguments(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = std::fs::read_to_string(top().join(format!("assets/locales/{language}.ftl"))).unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut place) = (String::new(), String::new());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            message = key.to_owned();
            place.clone_from(&message);
        } else if let Some((attribute, _)) = line.trim_start().strip_prefix('.').and_then(|rest| rest.split_once(" ="))
        {
            place = format!("{message}.{attribute}");
        }
        let named = line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect::<String>()
        });
        found.entry(place.clone()).or_default().extend(named);
    }
    found
}

#[test]
fn both_languages_name_the_same_arguments() {
    let (japanese, english) = (arguments("ja"), arguments("en"));
    assert!(japanese.len() > 400, "{} places", japanese.len());
    for (place, wanted) in &japanese {
        let empty = BTreeSet::new();
        let found = english.get(place).unwrap_or(&empty);
        // An English sentence may leave out what only Japanese needs, never the other way round.
        assert!(found.is_subset(wanted), "{place}: {found:?} in English, {wanted:?} in Japanese");
    }
}
