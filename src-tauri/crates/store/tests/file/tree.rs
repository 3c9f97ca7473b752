//! Orders: the tree of a plan, and the lists that stand by themselves.

use domain::programme::{IndicatorScope, Node, NodeId, OfficeId, PlanId, Programme};
use proptest::prelude::*;
use store::{File, StoreError, node, office, programme};

use crate::strategies::{Source, city, indicator, plan, programmes, step};

/// A plan as `parent.child` identities: each pair of digits is a node below the node above it.
fn tree(shape: &[(i64, Option<i64>, u8)]) -> Programme {
    let mut programme = Programme::new("みどり野市");
    let mut plan = plan(1, "計画");
    plan.levels = (0..4).map(|_| plan.levels[0].clone()).collect();
    plan.nodes = shape
        .iter()
        .map(|(id, parent, level)| Node::new(NodeId(*id), parent.map(NodeId), *level, id.to_string()))
        .collect();
    programme.plans.push(plan);
    programme
}

fn shape(file: &File) -> Vec<(i64, Option<i64>, u8)> {
    let nodes = node::of_plan(&file.read(), PlanId(1), None).unwrap();
    nodes.iter().map(|node| (node.id.0, node.parent.map(|parent| parent.0), node.level)).collect()
}

const START: &[(i64, Option<i64>, u8)] = &[
    (1, None, 0),
    (11, Some(1), 1),
    (111, Some(11), 2),
    (112, Some(11), 2),
    (12, Some(1), 1),
    (2, None, 0),
    (21, Some(2), 1),
    (3, None, 1),
];

fn placed(id: i64, parent: Option<i64>, position: usize) -> Result<Vec<(i64, Option<i64>, u8)>, StoreError> {
    let mut file = File::memory(&tree(START)).unwrap();
    file.write(&step(), |w| node::place(w, NodeId(id), parent.map(NodeId), position))?;
    assert_eq!(file.check_integrity().unwrap(), Vec::<String>::new());
    let after = shape(&file);
    file.undo().unwrap();
    assert_eq!(shape(&file), START);
    Ok(after)
}

fn ids(shape: &[(i64, Option<i64>, u8)]) -> Vec<i64> {
    shape.iter().map(|(id, ..)| *id).collect()
}

#[test]
fn nodes_move_with_what_is_below_them_and_take_their_level_from_their_parent() {
    let down = placed(11, Some(2), 1).unwrap();
    assert_eq!(ids(&down), [1, 12, 2, 21, 11, 111, 112, 3]);
    assert_eq!(down[4..7], [(11, Some(2), 1), (111, Some(11), 2), (112, Some(11), 2)]);

    let deeper = placed(11, Some(21), 0).unwrap();
    assert_eq!(ids(&deeper), [1, 12, 2, 21, 11, 111, 112, 3]);
    assert_eq!(deeper[4..7], [(11, Some(21), 2), (111, Some(11), 3), (112, Some(11), 3)]);

    let up = placed(11, None, 1).unwrap();
    assert_eq!(ids(&up), [1, 12, 11, 111, 112, 2, 21, 3]);
    assert_eq!(up[2..5], [(11, None, 0), (111, Some(11), 1), (112, Some(11), 1)]);

    assert_eq!(ids(&placed(12, Some(1), 0).unwrap()), [1, 12, 11, 111, 112, 2, 21, 3]);
    assert_eq!(ids(&placed(1, None, 99).unwrap()), [2, 21, 3, 1, 11, 111, 112, 12]);
    let kept = placed(3, None, 0).unwrap();
    assert_eq!(kept[0], (3, None, 1), "what hangs under no direction keeps its level when it moves at the top");
    assert_eq!(placed(111, Some(11), 0).unwrap(), START, "its own place changes nothing");
}

#[test]
fn a_place_that_makes_no_tree_is_refused() {
    for (id, parent) in [(11, Some(111)), (11, Some(11)), (99, None), (11, Some(99))] {
        assert!(matches!(placed(id, parent, 0), Err(StoreError::Sql { .. })), "{id} below {parent:?}");
    }
    let mut two = tree(START);
    let mut other = plan(2, "次の計画");
    other.nodes = vec![Node::new(NodeId(500), None, 0, "別の計画の方向性")];
    two.plans.push(other);
    let mut file = File::memory(&two).unwrap();
    let refused = file.write(&step(), |w| node::place(w, NodeId(11), Some(NodeId(500)), 0));
    assert!(matches!(refused, Err(StoreError::Sql { .. })));
}

#[test]
fn saving_a_node_keeps_its_place_and_a_new_one_comes_last() {
    let mut file = File::memory(&tree(START)).unwrap();
    file.write(&step(), |w| {
        let mut node = node::read(w, NodeId(111))?.unwrap();
        (node.parent, node.level, node.title) = (Some(NodeId(2)), 1, "新しい名前".into());
        node::save(w, PlanId(1), &node)?;
        node::save(w, PlanId(1), &Node::new(NodeId(13), Some(NodeId(1)), 1, "追加"))
    })
    .unwrap();
    assert_eq!(ids(&shape(&file)), [1, 11, 111, 112, 12, 13, 2, 21, 3]);
    let saved = node::read(&file.read(), NodeId(111)).unwrap().unwrap();
    assert_eq!((saved.parent, saved.level, saved.title.as_str()), (Some(NodeId(11)), 2, "新しい名前"));
    assert_eq!(node::title(&file.read(), NodeId(13)).unwrap().as_deref(), Some("追加"));
}

#[test]
fn only_the_records_of_the_years_asked_for_are_read() {
    let file = File::memory(&city(4, 6)).unwrap();
    let year = |year| domain::value::FiscalYear::new(year).unwrap();
    let some = node::of_plan(&file.read(), PlanId(1), Some(year(2016)..=year(2017))).unwrap();
    let mut expected = city(4, 6).plans.remove(0).nodes;
    for node in &mut expected {
        node.records.retain(|record| (2016..=2017).contains(&record.year.year()));
    }
    assert_eq!(some, expected);
    assert!(some.iter().any(|node| node.records.iter().any(|record| !record.evaluations.is_empty())));
}

#[test]
fn reordering_puts_the_named_first_and_keeps_the_rest() {
    let mut file = File::memory(&city(0, 0)).unwrap();
    let order = [7, 3, 99, 7].map(OfficeId);
    file.write(&step(), |w| office::reorder(w, &order)).unwrap();
    let ids: Vec<_> = office::all(&file.read()).unwrap().iter().map(|office| office.id.0).collect();
    assert_eq!(ids[..6], [7, 3, 1, 2, 4, 5]);
    assert_eq!(ids.len(), 20);
}

#[test]
fn what_hangs_on_a_removed_thing_goes_or_lets_go() {
    let mut made = city(4, 1);
    let mut indicator = indicator(1, "窓口の待ち時間");
    indicator.scope = IndicatorScope::Node { node: NodeId(10) };
    made.indicators.push(indicator);
    let item = made.plans[0].nodes.iter_mut().find(|node| node.id == NodeId(11)).unwrap();
    item.continues = vec![NodeId(10)];
    let mut file = File::memory(&made).unwrap();
    file.write(&step(), |w| node::remove(w, NodeId(10))).unwrap();
    let after = programme::read(&file.read()).unwrap();
    assert_eq!(after.indicators, [], "the indicator of an item goes with it");
    assert_eq!(after.plans[0].node(NodeId(11)).unwrap().continues, [], "a continuing item lets go");
    file.undo().unwrap().unwrap();
    assert_eq!(programme::read(&file.read()).unwrap(), made);
    file.write(&step(), |w| store::plan::remove(w, PlanId(1))).unwrap();
    let after = programme::read(&file.read()).unwrap();
    assert_eq!((after.plans, after.indicators), (Vec::new(), Vec::new()));
    assert_eq!(file.check_integrity().unwrap(), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Any series of moves keeps a tree: every node once, parents before children, one level apart.
    #[test]
    fn moves_keep_a_tree(made in programmes(), numbers in prop::collection::vec(any::<u16>(), 40)) {
        let mut file = File::memory(&made).unwrap();
        let mut source = Source::over(numbers);
        for _ in 0..10 {
            for plan in &made.plans {
                let pick = |source: &mut Source| plan.nodes.get(source.below(plan.nodes.len())).map(|node| node.id);
                let Some(id) = pick(&mut source) else { continue };
                let parent = if source.below(3) == 0 { None } else { pick(&mut source) };
                let position = source.below(5);
                let _ = file.write(&step(), |w| node::place(w, id, parent, position));
                let nodes = node::of_plan(&file.read(), plan.id, None).unwrap();
                prop_assert_eq!(nodes.len(), plan.nodes.len());
                for (at, node) in nodes.iter().enumerate() {
                    if let Some(parent) = node.parent {
                        let above = nodes[..at].iter().find(|other| other.id == parent);
                        prop_assert_eq!(above.map(|above| above.level + 1), Some(node.level));
                    }
                }
            }
        }
    }
}
