//! The page folds texts as the core does: its table is the core's, and so is what it makes of texts.

use domain::value::fold::{fold, variants, writings};

use crate::support::top;

#[test]
fn the_page_has_the_table_of_the_core() {
    let pairs: Vec<String> = variants().map(|(variant, common, _)| format!("{variant}{common}")).collect();
    let table = format!(
        "// The table of `domain::value::fold`, written by `UPDATE_GOLDEN=1 cargo nextest run -E 'test(fold)'`. Do not edit.\n\n\
         /** Variant forms of kanji, each before the common form it is looked for under. */\n\
         export const VARIANTS = '{}';\n",
        pairs.join(" ")
    );
    let path = top().join("ui/src/variants.ts");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &table).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), table, "UPDATE_GOLDEN=1 rewrites {}", path.display());
}

/// The page runs the same list: `ui/src/fold.test.ts`.
#[test]
fn the_texts_of_the_list_fold_as_it_says() {
    let path = top().join("tests/fixtures/foldings.json");
    let list: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    for pair in list["folded"].as_array().unwrap() {
        assert_eq!(fold(&text(&pair[0])), text(&pair[1]), "{pair}");
    }
    for (words, forms) in list["writings"].as_object().unwrap() {
        let forms: Vec<String> = forms.as_array().unwrap().iter().map(text).collect();
        assert_eq!(writings(words), forms, "{words}");
    }
}
