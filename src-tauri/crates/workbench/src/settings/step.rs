//! What a person does in 設定, as names of steps of undo.

use crate::texts::{Key, keys};

macro_rules! settings {
    ($($(#[$doc:meta])* $variant:ident $key:ident;)*) => {
        /// One kind of change in 設定.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Setting {
            $($(#[$doc])* $variant,)*
        }

        impl Setting {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name of the step.
            pub fn key(self) -> Key {
                match self { $(Self::$variant => keys::$key,)* }
            }
        }
    };
}

settings! {
    /// A plan removed with everything of its own.
    RemovePlan OP_REMOVE_PLAN;
    /// A plan moved in the list of plans.
    MovePlan OP_MOVE_PLAN;
    /// A plan made that continues another.
    ContinuePlan OP_CONTINUE_PLAN;
    /// A level added.
    AddLevel OP_ADD_LEVEL;
    /// A level renamed.
    RenameLevel OP_RENAME_LEVEL;
    /// A level removed.
    RemoveLevel OP_REMOVE_LEVEL;
    /// Another level carries the evaluations.
    EvaluateLevel OP_EVALUATE_LEVEL;
    /// A plan's word for what becomes of an item.
    NameLife OP_NAME_LIFE;
    /// A group added.
    AddGroup OP_ADD_GROUP;
    /// A group's name or description.
    EditGroup OP_EDIT_GROUP;
    /// A group moved.
    MoveGroup OP_MOVE_GROUP;
    /// A group removed.
    RemoveGroup OP_REMOVE_GROUP;
    /// An axis of evaluation added.
    AddVocabulary OP_ADD_VOCABULARY;
    /// An axis renamed, or its years.
    EditVocabulary OP_EDIT_VOCABULARY;
    /// New words for an axis from a year on.
    ReplaceVocabulary OP_REPLACE_VOCABULARY;
    /// An axis moved.
    MoveVocabulary OP_MOVE_VOCABULARY;
    /// An axis removed.
    RemoveVocabulary OP_REMOVE_VOCABULARY;
    /// Terms added.
    AddTerm OP_ADD_TERM;
    /// A term's label, symbol, definition or counting.
    EditTerm OP_EDIT_TERM;
    /// A term moved.
    MoveTerm OP_MOVE_TERM;
    /// A term removed.
    RemoveTerm OP_REMOVE_TERM;
    /// An evaluator added.
    AddEvaluator OP_ADD_EVALUATOR;
    /// An evaluator renamed.
    RenameEvaluator OP_RENAME_EVALUATOR;
    /// An evaluator moved.
    MoveEvaluator OP_MOVE_EVALUATOR;
    /// An evaluator removed.
    RemoveEvaluator OP_REMOVE_EVALUATOR;
    /// A formula added.
    AddRate OP_ADD_RATE;
    /// A formula changed.
    EditRate OP_EDIT_RATE;
    /// A formula moved.
    MoveRate OP_MOVE_RATE;
    /// A formula removed.
    RemoveRate OP_REMOVE_RATE;
    /// A schedule made from the one in force.
    AddSchedule OP_ADD_SCHEDULE;
    /// A schedule's name, as-of or years.
    EditSchedulePeriod OP_EDIT_SCHEDULE_PERIOD;
    /// A schedule removed.
    RemoveSchedule OP_REMOVE_SCHEDULE;
    /// An office added.
    AddOffice OP_ADD_OFFICE;
    /// An office's name corrected, its kind or its days.
    EditOffice OP_EDIT_OFFICE;
    /// An office moved in the order of the organisation chart.
    MoveOffice OP_MOVE_OFFICE;
    /// An office removed.
    RemoveOffice OP_REMOVE_OFFICE;
    /// What one office had given to another.
    ReassignOffice OP_REASSIGN_OFFICE;
    /// A reorganisation.
    Reorganise OP_REORGANISE;
    /// The record of a reorganisation removed.
    RemoveReorganisation OP_REMOVE_REORGANISATION;
}
