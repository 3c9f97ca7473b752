//! Programmes of an older format, brought to the present one before they are read.

use domain::programme::FORMAT_VERSION;
use serde_json::{Map, Value, json};

/// The shape of the present format of a programme of format 1: an item had one kind in its life and
/// continued one other item. The kind becomes the only event of its life, with the number of the node.
pub(super) fn brought_up(mut programme: Value) -> Value {
    programme["format_version"] = json!(FORMAT_VERSION);
    let plans = programme.get_mut("plans").and_then(Value::as_array_mut);
    for plan in plans.into_iter().flatten() {
        let nodes = plan.get_mut("nodes").and_then(Value::as_array_mut);
        nodes.into_iter().flatten().filter_map(Value::as_object_mut).for_each(node);
    }
    programme
}

fn node(node: &mut Map<String, Value>) {
    if let Some(former) = node.get_mut("continues") {
        *former = if former.is_null() { json!([]) } else { json!([former.take()]) };
    }
    let id = node.get("id").cloned().unwrap_or_default();
    let Some(life) = node.get_mut("life_cycle").and_then(Value::as_object_mut) else { return };
    let uncounted = life.remove("uncounted").unwrap_or(Value::Bool(false));
    let empty = |value: &Value| value.is_null() || value == "" || value == "continuing";
    let events = match life.values().all(empty) {
        true => json!([]),
        false => {
            let mut event = std::mem::take(life);
            event.insert("id".into(), id);
            json!([event])
        }
    };
    *life = Map::from_iter([("events".to_owned(), events), ("uncounted".to_owned(), uncounted)]);
}
