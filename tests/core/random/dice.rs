//! Numbers of a test turned into choices, texts and things that are there or not.

use domain::programme::{IndicatorId, NodeId, Plan, Programme};
use domain::value::FiscalYear;
use workbench::Field;

/// Numbers that decide everything; 0 when they run out.
pub(super) struct Dice(pub(super) std::vec::IntoIter<u16>);

impl Dice {
    pub(super) fn below(&mut self, bound: usize) -> usize {
        usize::from(self.0.next().unwrap_or(0)) % bound.max(1)
    }

    pub(super) fn one<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// Sometimes something that is not there.
    pub(super) fn id(&mut self, ids: Vec<i64>) -> i64 {
        match self.below(12) {
            0 => 9999,
            _ if ids.is_empty() => 1,
            _ => self.one(&ids),
        }
    }

    pub(super) fn text(&mut self) -> String {
        let words = [
            "",
            "実施",
            "遅れ",
            "85%",
            "○",
            "・一\n・二\r\n",
            "令和6年度",
            "R10",
            "髙﨑地区𠮷",
            "4憶",
            "(9500)",
            "—",
            "0",
            "95.0%以下",
            "新規",
            "終了",
            "充実",
            "集約",
            "企画政策課、スポーツ・文化課",
            "前\u{7}後",
            "　",
            "△ 1,200",
            "前年度と同じ",
            "→",
            "953人 (R7.4.1) (見込)",
            "令和6年2月2日",
        ];
        self.one(&words).to_owned()
    }

    pub(super) fn year(&mut self) -> FiscalYear {
        FiscalYear::new(2018 + self.below(10) as i32).unwrap()
    }

    pub(super) fn field(&mut self) -> Field {
        use Field::*;
        self.one(&[
            Label,
            Title,
            Offices,
            LifeCycle,
            LifeCycleWords,
            Group,
            Markers,
            Section,
            Planned,
            Target,
            PreviousState,
            Actual,
            Issues,
            Note,
            Evaluation,
            Reason,
        ])
    }

    pub(super) fn plan<'a>(&mut self, now: &'a Programme) -> Option<&'a Plan> {
        now.plans.get(self.below(now.plans.len().max(1)))
    }

    pub(super) fn node(&mut self, now: &Programme) -> NodeId {
        NodeId(self.id(now.plans.iter().flat_map(|plan| plan.nodes.iter().map(|node| node.id.0)).collect()))
    }

    pub(super) fn indicator(&mut self, now: &Programme) -> IndicatorId {
        IndicatorId(self.id(now.indicators.iter().map(|indicator| indicator.id.0).collect()))
    }
}
