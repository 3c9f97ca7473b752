//! `programme.json`: nothing is lost on the way out and back, and what is wrong stays outside.

use std::fs;

use domain::programme::{FORMAT_VERSION, Programme, broken_references};
use proptest::prelude::*;
use serde_json::{Value, json};
use workbench::interchange::{format_document, from_json, load, to_json};
use workbench::{Workbench, WorkbenchError, sample};

use crate::strategies::programmes;
use crate::support::{bench, by, texts, top};

#[test]
fn the_sample_goes_out_and_comes_back_to_the_letter() {
    let first = bench();
    let programme = first.programme().unwrap();
    let json = to_json(&programme).unwrap();
    assert!(json.ends_with("}\n") && json.is_char_boundary(0));
    assert_eq!(json, to_json(&programme).unwrap(), "the same programme gives the same bytes");
    let mut second = Workbench::memory(&Programme::new("別の市")).unwrap();
    load(&mut second, &by(), &from_json(json.as_bytes()).unwrap()).unwrap();
    assert!(second.programme().unwrap() == programme);
    assert_eq!(to_json(&second.programme().unwrap()).unwrap(), json);
    let with_mark = [b"\xEF\xBB\xBF", json.as_bytes()].concat();
    assert!(from_json(&with_mark).unwrap() == programme, "an editor's BOM is no fault");
}

/// Texts as a person could have typed them: without the characters that no document can show.
fn typed(value: &mut Value) {
    match value {
        Value::String(text) => text.retain(|c| !domain::value::is_unprintable(c)),
        Value::Array(values) => values.iter_mut().for_each(typed),
        Value::Object(values) => values.values_mut().for_each(typed),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn file_json_file_loses_nothing(programme in programmes()) {
        let mut value = serde_json::to_value(&programme).unwrap();
        typed(&mut value);
        let programme: Programme = serde_json::from_value(value).unwrap();
        prop_assert_eq!(broken_references(&programme), []);
        let file = Workbench::memory(&programme).unwrap();
        let json = to_json(&file.programme().unwrap()).unwrap();
        let read = from_json(json.as_bytes()).unwrap();
        let mut other = Workbench::memory(&Programme::new("別の市")).unwrap();
        load(&mut other, &by(), &read).unwrap();
        prop_assert!(other.programme().unwrap() == programme);
        prop_assert_eq!(to_json(&other.programme().unwrap()).unwrap(), json);
    }
}

/// The sample as JSON with one thing changed at a place of it.
fn changed(place: &str, value: Value) -> Vec<u8> {
    let mut json: Value = serde_json::from_str(&to_json(&sample::programme().unwrap()).unwrap()).unwrap();
    *json.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
    serde_json::to_vec(&json).unwrap()
}

#[test]
fn what_is_no_programme_is_refused_with_its_line() {
    let whole = to_json(&sample::programme().unwrap()).unwrap();
    let cut = &whole[..whole.floor_char_boundary(whole.len() / 2)];
    let cases: [(&str, Vec<u8>); 9] = [
        ("no JSON", "これは文章です。".into()),
        ("empty", Vec::new()),
        ("cut off", cut.trim_end_matches(|c: char| !c.is_ascii()).into()),
        ("another JSON", br#"{"type": "FeatureCollection", "features": []}"#.to_vec()),
        ("a list", b"[1, 2, 3]".to_vec()),
        ("not UTF-8", b"{\"format\": \"\x8a\xfc\"}".to_vec()),
        ("an unknown field", changed("/city", json!({"name": "みどり野市", "population": 1}))),
        ("a year out of range", changed("/plans/0/schedules/0/first", json!(3000))),
        (
            "a number as a number",
            changed("/indicators/0/observations/0/figure/value/measure/quantity/amount", json!("9x")),
        ),
    ];
    for (what, bytes) in cases {
        let error = from_json(&bytes).unwrap_err();
        assert!(
            matches!(error, WorkbenchError::NotProgrammeJson { line, .. } if line >= 1 || bytes.is_empty()),
            "{what}: {error:?}"
        );
    }
    let broken = whole.replacen("\"level\": 0", "\"level\": \"零\"", 1);
    let line = 1 + whole.lines().position(|line| line.contains("\"level\": 0")).unwrap();
    let error = from_json(broken.as_bytes()).unwrap_err();
    assert!(matches!(error, WorkbenchError::NotProgrammeJson { line: told, .. } if told == line), "{error:?}");
}

#[test]
fn a_programme_of_format_1_is_read_as_what_it_means() {
    let bytes = fs::read(top().join("tests/fixtures/format-1.json")).unwrap();
    let read = from_json(&bytes).unwrap();
    let present = from_json(&fs::read(top().join("tests/fixtures/v1.json")).unwrap()).unwrap();
    assert!(read == present, "one kind is one event, one former item a list of one");
    assert_eq!(read.format_version, FORMAT_VERSION);
    let mut wrong: Value = serde_json::from_slice(&bytes).unwrap();
    wrong["plans"][1]["nodes"][1]["life_cycle"]["kind"] = json!("vanished");
    let error = from_json(wrong.to_string().as_bytes()).unwrap_err();
    assert!(matches!(error, WorkbenchError::NotProgrammeJson { line: 1, .. }), "{error:?}");
}

#[test]
fn a_newer_format_is_refused_before_its_content_is_looked_at() {
    let newer = json!({"format": "kaikaku-programme", "format_version": FORMAT_VERSION + 1, "cities": ["みどり野市"]});
    let error = from_json(newer.to_string().as_bytes()).unwrap_err();
    assert!(matches!(error, WorkbenchError::FormatTooNew { found, known } if found == known + 1), "{error:?}");
    assert_eq!(
        texts().with(error.key(), &error.args(texts())),
        format!("計画データの版（{}）が新しすぎます。", FORMAT_VERSION + 1)
    );
}

#[test]
fn broken_references_are_counted_and_the_first_is_named() {
    for (place, value, count, told) in [
        ("/plans/1/nodes/1/parent", json!(999), 1, "plans[1].nodes[1].parent"),
        ("/plans/1/nodes/1/id", json!(14), 1, "plans[].nodes"),
        ("/plans/1/nodes/1/offices/0/office", json!(999), 1, "plans[1].nodes[1].offices"),
        ("/plans/1/nodes/1/lanes/0/schedule", json!(999), 1, "plans[1].nodes[1].lanes[0].schedule"),
        ("/plans/1/nodes/1/records/0/evaluations/0/term", json!(1), 1, "plans[1].nodes[1].records[0].evaluations[0]"),
        ("/plans/1/levels", json!([]), 0, "plans[1].levels"),
        ("/plans/1/levels", json!([{"name": "項目"}]), 1, "plans[1].levels"),
        ("/charts/0/series/0/indicator", json!(999), 1, "charts[0].series[0]"),
        ("/charts/0/series/0/part", json!(9), 1, "charts[0].series[0]"),
        ("/indicators/0/observations/0/part", json!(4), 1, "indicators[0].observations[0].part"),
        ("/meetings/0/papers/0/plan", json!(999), 1, "meetings[0].papers[0].plan"),
        ("/effects/0/rows/0/node", json!(999), 1, "effects[0].rows[0].node"),
    ] {
        let error = from_json(&changed(place, value)).unwrap_err();
        let WorkbenchError::BrokenReferences { count: found, .. } = &error else { panic!("{place}: {error:?}") };
        assert!(*found >= count.max(1), "{place}: {found}");
        let args = error.args(texts());
        assert!(args["place"].starts_with(told) || told == "plans[1].levels", "{place}: {args:?}");
    }
}

#[test]
fn a_text_that_could_not_be_typed_is_refused_with_its_place() {
    for (place, text, told, code) in [
        ("/plans/1/nodes/1/title", "参加\u{b}推進", "plans[1].nodes[1].title", "000B"),
        ("/city/name", "みどり\u{202e}野市", "city.name", "202E"),
        ("/plans/1/nodes/1/records/0/actual", "一\r\n二", "plans[1].nodes[1].records[0].actual", "000D"),
    ] {
        let error = from_json(&changed(place, json!(text))).unwrap_err();
        let args = error.args(texts());
        assert_eq!((error.kind(), args["place"].as_str(), args["code"].as_str()), ("unfit-text", told, code));
    }
    let kept = changed("/plans/1/nodes/1/title", json!("髙﨑\u{e000}👨‍👩‍👧\t𠮷野"));
    assert!(from_json(&kept).is_ok(), "what can be typed can be loaded");
}

#[test]
fn a_refused_programme_leaves_the_open_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("市.kaikaku");
    drop(Workbench::create(&path, &sample::programme().unwrap()).unwrap());
    let before = fs::read(&path).unwrap();
    let mut bench = Workbench::open(&path).unwrap();
    for bytes in
        [b"{".to_vec(), changed("/format_version", json!(99)), changed("/charts/0/series/0/indicator", json!(999))]
    {
        let refused = from_json(&bytes).and_then(|programme| load(&mut bench, &by(), &programme).map(|_| ()));
        refused.unwrap_err();
    }
    drop(bench);
    assert_eq!(fs::read(&path).unwrap(), before, "to the byte");
}

#[test]
fn the_page_on_the_format_is_the_one_of_the_types() {
    let page = top().join("docs/format.md");
    let made = format_document().unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(page.parent().unwrap()).unwrap();
        fs::write(&page, &made).unwrap();
    }
    let known = fs::read_to_string(&page).unwrap_or_default().replace("\r\n", "\n");
    let differs = known.lines().zip(made.lines()).position(|(a, b)| a != b);
    assert!(known == made, "docs/format.md is not what the types say (line {differs:?}); UPDATE_GOLDEN=1 rewrites it");
}

/// The schema accepts the sample and knows every field: a small reading of JSON Schema that covers
/// what the generated one uses.
#[test]
fn the_schema_describes_the_sample() {
    let page = format_document().unwrap();
    let schema = page.split("```json\n").nth(1).unwrap().split("\n```").next().unwrap();
    let schema: Value = serde_json::from_str(schema).unwrap();
    let sample: Value = serde_json::from_str(&to_json(&sample::programme().unwrap()).unwrap()).unwrap();
    let mut faults = Vec::new();
    fits(&schema, &schema, &sample, "", &mut faults);
    assert_eq!(faults, Vec::<String>::new());
    let mut wrong = sample.clone();
    wrong["plans"][0]["nodes"][0]["colour"] = json!("red");
    wrong["indicators"][0]["observations"][0]["year"] = json!("R5");
    fits(&schema, &schema, &wrong, "", &mut faults);
    assert_eq!(faults.len(), 2, "{faults:?}");
}

fn fits(root: &Value, schema: &Value, value: &Value, place: &str, faults: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let target = root.pointer(name.trim_start_matches('#')).unwrap();
        fits(root, target, value, place, faults);
    }
    let tried = |schemas: &[Value]| -> Vec<Vec<String>> {
        let try_one = |schema| {
            let mut found = Vec::new();
            fits(root, schema, value, place, &mut found);
            found
        };
        schemas.iter().map(try_one).collect()
    };
    for word in ["anyOf", "oneOf"] {
        if let Some(schemas) = schema[word].as_array() {
            let outcomes = tried(schemas);
            if !outcomes.iter().any(Vec::is_empty) {
                faults.push(
                    outcomes
                        .into_iter()
                        .min_by_key(Vec::len)
                        .map_or_else(|| format!("{place}: {word}"), |closest| closest.join("; ")),
                );
            }
        }
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let named = match &schema["type"] {
        Value::String(one) => one == kind,
        Value::Array(several) => several.iter().any(|one| one == kind),
        _ => true,
    };
    if !named {
        faults.push(format!("{place}: {kind} is not {}", schema["type"]));
        return;
    }
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(value)
    {
        faults.push(format!("{place}: {value} is not one of {words:?}"));
    }
    if schema.get("const").is_some_and(|word| word != value) {
        faults.push(format!("{place}: {value} is not {}", schema["const"]));
    }
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        for (at, value) in values.iter().enumerate() {
            fits(root, items, value, &format!("{place}/{at}"), faults);
        }
    }
    let Some(fields) = value.as_object() else { return };
    for required in schema["required"].as_array().into_iter().flatten() {
        if !fields.contains_key(required.as_str().unwrap()) {
            faults.push(format!("{place}: {required} is missing"));
        }
    }
    for (name, value) in fields {
        let place = format!("{place}/{name}");
        match schema["properties"].get(name) {
            Some(schema) => fits(root, schema, value, &place, faults),
            None if schema["additionalProperties"] == json!(false) => faults.push(format!("{place}: unknown")),
            None => {}
        }
    }
}
