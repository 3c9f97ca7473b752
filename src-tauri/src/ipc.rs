//! The list of commands: everything the page can ask for, in one place. The handlers and the
//! types of the page both come from it, so that they cannot disagree.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tauri::State;
use ts_rs::TS;
use workbench::{Change, Outcome};

use crate::commands::{
    app, bulk, chart, check, edit, effect, file, fiscal, history, import, indicator, meeting, plan, record, schedule,
    settings, show, tally,
};
use crate::desk::Desk;
use crate::error::{CommandError, DeskError};

/// Request and answer of one command.
#[derive(TS)]
#[allow(dead_code, reason = "it stands for its types only")]
pub struct Call<Request: TS, Answer: TS> {
    request: Request,
    answer: Answer,
}

/// A request or an answer without content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// The answer to everything that writes: what came of it and what to show anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Done<T: TS> {
    /// What the operation answers.
    pub value: T,
    /// What it touched.
    pub changes: Vec<Change>,
    /// Undo, redo and the moment of saving afterwards.
    pub turns: edit::Turns,
}

impl<T: TS> Done<T> {
    /// Readies the outcome of an operation that is in the file by now.
    pub fn of(desk: &Desk, outcome: Outcome<T>) -> Result<Self, DeskError> {
        if !outcome.changes.is_empty() {
            desk.saved(crate::journal::now());
        }
        Ok(Self { value: outcome.value, changes: outcome.changes, turns: edit::turns_of(desk)? })
    }
}

macro_rules! commands {
    ($( $(#[doc = $doc:literal])+ $area:ident :: $name:ident ( $request:ty ) -> $answer:ty ; )*) => {
        /// Every command with its request and its answer.
        #[derive(TS)]
        #[allow(dead_code, reason = "it stands for its types only")]
        pub struct Commands {
            $( $(#[doc = $doc])+ pub $name: Call<$request, $answer>, )*
        }

        mod handlers {
            use super::*;
            $(
                #[tauri::command]
                pub(super) async fn $name(
                    desk: State<'_, Arc<Desk>>,
                    request: $request,
                ) -> Result<$answer, CommandError> {
                    let desk = Arc::clone(&desk);
                    let worker = Arc::clone(&desk);
                    let work = tokio::task::spawn_blocking(move || $area::$name(&worker, request));
                    let done = match work.await {
                        Ok(done) => done,
                        Err(lost) => Err(DeskError::Lost(lost.to_string())),
                    };
                    done.map_err(|error| error.command(&desk.texts, &desk.journal))
                }
            )*
        }

        /// Carries a request of the page to its command, off the thread of the window.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$( handlers::$name ),*]
        }
    };
}

commands! {
    /// What is open, what was open lately.
    app::app_status(Nothing) -> app::AppStatus;
    /// The name that goes into the history.
    app::user_set(app::UserName) -> Nothing;
    /// How a surface is laid out (column widths), kept for the next time.
    app::layout_set(app::Layout) -> Nothing;
    /// Stops a piece of long work.
    app::task_stop(app::Task) -> Nothing;

    /// A new file; asks where.
    file::file_new(file::NewFile) -> file::FileChosen;
    /// A file of a sample city.
    file::file_sample(file::SampleChoice) -> file::FileChosen;
    /// Another file; asks which.
    file::file_open(Nothing) -> file::FileChosen;
    /// A file of the list of recent ones, or the one given at the start.
    file::file_reopen(file::Reopen) -> file::FileChosen;
    /// Closes the file.
    file::file_close(Nothing) -> app::AppStatus;
    /// A verified copy; asks where.
    file::file_copy(Nothing) -> file::Files;
    /// The programme as JSON; asks where.
    file::programme_export(Nothing) -> file::Files;
    /// A programme.json over what the file holds; asks which.
    file::programme_load(Nothing) -> file::Loaded;

    /// Takes the last step back.
    edit::undo(Nothing) -> edit::Turn;
    /// Does the last undone step again.
    edit::redo(Nothing) -> edit::Turn;
    /// The steps, newest first.
    edit::history(edit::Limit) -> Vec<workbench::Step>;
    /// What became of one text of a yearly record.
    edit::record_history(edit::RecordValue) -> Vec<edit::PastValue>;
    /// What became of one text of a node.
    edit::node_history(edit::NodeValue) -> Vec<edit::PastValue>;
    /// What became of everything that stands at a place.
    history::place_history(workbench::history::PlaceHistory) -> Vec<workbench::history::PlaceChange>;
    /// The steps that fit, newest first.
    history::history_view(workbench::history::StepFilter) -> workbench::history::HistoryView;
    /// One step with what it changed.
    history::step_view(history::OfStep) -> workbench::history::StepView;
    /// What taking one old step back would do.
    history::step_revert_preview(history::OfStep) -> workbench::history::RevertView;
    /// Takes one old step back, as a step of its own; how many rows stay, since they changed later.
    history::step_revert(history::OfStep) -> Done<u32>;

    /// The first screen.
    show::home(show::HomeRequest) -> workbench::view::HomeView;
    /// Where words stand.
    show::search(show::Words) -> Vec<workbench::search::FoundIn>;
    /// What does not hold together.
    check::check_view(check::CheckRequest) -> workbench::check::CheckView;
    /// How many findings are open.
    check::check_count(Nothing) -> check::Counted;
    /// A finding left as it is, with a reason.
    check::check_accept(workbench::check::AcceptForm) -> Done<domain::programme::AcceptanceId>;
    /// A finding open again.
    check::check_withdraw(check::Withdrawal) -> Done<Nothing>;
    /// The papers that were handed out, and which of them are out of date.
    check::paper_states(Nothing) -> Vec<workbench::check::PaperState>;

    /// The plans of the file.
    plan::plan_list(Nothing) -> Vec<workbench::view::PlanHead>;
    /// The tree of a plan.
    plan::plan_view(plan::OfPlan) -> workbench::view::PlanView;
    /// Some rows of the tree of a plan, for a screen that shows the others already.
    plan::plan_rows(plan::RowsOfPlan) -> workbench::view::SomeRows<workbench::view::PlanView>;
    /// One node whole.
    plan::node_view(plan::OfNode) -> workbench::view::NodeView;
    /// A new plan.
    plan::plan_add(workbench::plan::NewPlan) -> Done<domain::programme::PlanId>;
    /// A new node.
    plan::node_add(workbench::plan::NewNode) -> Done<domain::programme::NodeId>;
    /// Rows of a table as new nodes.
    plan::node_add_rows(workbench::plan::NewRows) -> Done<Vec<domain::programme::NodeId>>;
    /// Fields of nodes.
    plan::node_edit(plan::NodeEdits) -> Done<Nothing>;
    /// What numbering nodes anew would do.
    plan::node_renumber_lines(domain::programme::Numbering) -> workbench::plan::NumberLines;
    /// Nodes numbered anew; how many.
    plan::node_renumber(domain::programme::Numbering) -> Done<u32>;
    /// A node as a form: markers, life cycle, offices, texts, the former item.
    plan::node_change(plan::NodeChangeRequest) -> Done<Option<i64>>;
    /// Projects of a node.
    plan::project_change(plan::ProjectChangeRequest) -> Done<Option<i64>>;
    /// What a node is tied to.
    plan::node_links(plan::OfNode) -> workbench::view::NodeLinks;
    /// What a node can be tied to.
    plan::node_choices(plan::OfNode) -> workbench::view::NodeChoices;
    /// The forms of nodes as files, beside the programme.
    plan::sheet_export(plan::SheetExport) -> file::Files;
    /// A node to another place.
    plan::node_place(plan::Placement) -> Done<Nothing>;
    /// What would go away with a node.
    plan::node_removal(plan::OfNode) -> workbench::plan::NodeRemoval;
    /// A node away, with all below it.
    plan::node_remove(plan::OfNode) -> Done<Nothing>;

    /// The schedule in force of a plan.
    schedule::schedule_view(schedule::ScheduleLook) -> workbench::view::ScheduleView;
    /// Lanes and bars of an item.
    schedule::schedule_edit(schedule::ScheduleRequest) -> Done<Option<i64>>;

    /// The yearly records of a year.
    record::progress_view(record::ProgressRequest) -> workbench::view::ProgressView;
    /// Some rows of the yearly records of a year, for a screen that shows the others already.
    record::progress_rows(record::RowsOfYear) -> workbench::view::SomeRows<workbench::view::ProgressView>;
    /// Cells of yearly records.
    record::record_set(record::RecordEdits) -> Done<Nothing>;

    /// The chosen items judged with one word; how many.
    bulk::bulk_evaluate(workbench::bulk::Judgement) -> Done<u32>;
    /// The bars of the chosen items moved by years; how many.
    bulk::bulk_shift(workbench::bulk::Shift) -> Done<u32>;
    /// What a copy of texts would write.
    bulk::bulk_copy_lines(workbench::bulk::CopyOrder) -> Vec<workbench::bulk::CopyLine>;
    /// Texts of one year or field into another; how many.
    bulk::bulk_copy(workbench::bulk::CopyOrder) -> Done<u32>;
    /// 「前年度と同じ」 said of the chosen items, or taken back.
    bulk::bulk_same(workbench::bulk::SameMark) -> Done<workbench::bulk::Marked>;
    /// The results of the chosen items said to be those of all years so far, or no longer.
    bulk::bulk_cumulative(workbench::bulk::CumulativeMark) -> Done<workbench::bulk::Marked>;
    /// One office, life cycle or group for the chosen nodes; how many.
    bulk::bulk_assign(workbench::bulk::Assign) -> Done<u32>;

    /// The tally of a year.
    tally::tally_view(tally::TallyRequest) -> workbench::view::TallyView;

    /// The table of fiscal series.
    fiscal::fiscal_view(fiscal::FiscalRequest) -> workbench::view::FiscalView;
    /// Figures of indicators.
    fiscal::figure_set(fiscal::FigureEdits) -> Done<Nothing>;
    /// New indicators: fiscal, of a plan, or of a node.
    fiscal::indicators_add(fiscal::NewIndicators) -> Done<Vec<domain::programme::IndicatorId>>;
    /// An indicator's name.
    fiscal::indicator_rename(fiscal::Rename) -> Done<Nothing>;
    /// An indicator away.
    fiscal::indicator_remove(fiscal::OfIndicator) -> Done<Nothing>;
    /// The final target of an indicator.
    fiscal::target_set(fiscal::TargetWords) -> Done<Nothing>;

    /// The indicators of a plan and of its nodes.
    indicator::indicators_view(indicator::IndicatorsRequest) -> workbench::view::IndicatorsView;
    /// Cells of the table of indicators.
    indicator::indicator_cells_set(indicator::IndicatorCells) -> Done<Nothing>;
    /// An indicator to another place.
    indicator::indicator_place(indicator::IndicatorPlacement) -> Done<Nothing>;

    /// The tables of effects of a plan, and one of them.
    effect::effects_view(workbench::view::EffectsRequest) -> workbench::view::EffectsView;
    /// The effects of a node.
    effect::node_effects(plan::OfNode) -> Vec<workbench::view::NodeEffect>;
    /// A new table of effects.
    effect::effect_table_add(effect::NewEffectTable) -> Done<domain::programme::EffectTableId>;
    /// What is said of a table of effects.
    effect::effect_table_edit(effect::EffectTableEdit) -> Done<Nothing>;
    /// A table of effects to another place.
    effect::effect_table_place(effect::EffectTablePlacement) -> Done<Nothing>;
    /// A table of effects away.
    effect::effect_table_remove(effect::OfEffectTable) -> Done<Nothing>;
    /// New rows of a table of effects.
    effect::effect_rows_add(workbench::effect::NewEffectRows) -> Done<Vec<domain::programme::EffectRowId>>;
    /// Rows of effects away.
    effect::effect_rows_remove(effect::OfEffectRows) -> Done<Nothing>;
    /// A row of effects to another place.
    effect::effect_row_place(effect::EffectRowPlacement) -> Done<Nothing>;
    /// Cells of tables of effects.
    effect::effect_set(effect::EffectEdits) -> Done<Nothing>;

    /// A chart of the file as it will print.
    chart::chart_preview(chart::ChartPreview) -> chart::Picture;
    /// A chart made or changed.
    chart::chart_save(domain::programme::ChartDefinition) -> Done<domain::programme::ChartId>;
    /// A chart away.
    chart::chart_remove(chart::OfChart) -> Done<Nothing>;
    /// Charts as files, beside the programme.
    chart::chart_export(chart::ChartExport) -> file::Files;

    /// The meetings of the file.
    meeting::meeting_list(Nothing) -> Vec<domain::programme::Meeting>;
    /// A meeting with its papers.
    meeting::meeting_save(workbench::meeting::MeetingForm) -> Done<domain::programme::MeetingId>;
    /// A meeting away.
    meeting::meeting_remove(meeting::OfMeeting) -> Done<Nothing>;
    /// The pages of a paper.
    meeting::paper_preview(meeting::OfPaper) -> meeting::Pages;
    /// The sentence above the table of a paper.
    meeting::lead_view(meeting::OfPaper) -> workbench::lead::Lead;
    /// That sentence in other words.
    meeting::lead_set(meeting::LeadWords) -> Done<Nothing>;
    /// A paper as files, beside the programme.
    meeting::paper_export(meeting::PaperExport) -> file::Files;

    /// The settings of the file and of one plan.
    settings::settings_view(settings::SettingsRequest) -> workbench::view::SettingsView;
    /// The city.
    settings::city_set(workbench::settings::city::CityEdit) -> Done<Nothing>;
    /// A plan's own data and levels.
    settings::plan_set(settings::OfPlanEdit<workbench::settings::plan::PlanEdit>) -> Done<Nothing>;
    /// A plan's word for what becomes of an item.
    settings::life_word_set(settings::OfLifeWord) -> Done<Nothing>;
    /// A plan to another place in the list.
    settings::plan_place(settings::PlanPlace) -> Done<Nothing>;
    /// A plan away with everything of its own.
    settings::plan_remove(settings::PlanRemoval) -> Done<Nothing>;
    /// A plan that continues another.
    settings::plan_continue(workbench::settings::succession::Succession) -> Done<domain::programme::PlanId>;
    /// Groups of a plan.
    settings::group_set(settings::OfPlanEdit<workbench::settings::group::GroupEdit>) -> Done<Nothing>;
    /// Words of evaluation of a plan.
    settings::vocabulary_set(settings::OfPlanEdit<workbench::settings::vocabulary::VocabularyEdit>) -> Done<Nothing>;
    /// Evaluators of a plan.
    settings::evaluator_set(settings::OfPlanEdit<workbench::settings::evaluator::EvaluatorEdit>) -> Done<Nothing>;
    /// Formulas of a plan.
    settings::rate_set(settings::OfPlanEdit<workbench::settings::rate::RateEdit>) -> Done<Nothing>;
    /// Schedules of a plan.
    settings::baseline_set(settings::OfPlanEdit<workbench::settings::baseline::BaselineEdit>) -> Done<Nothing>;
    /// The list of offices.
    settings::office_set(workbench::settings::office::OfficeEdit) -> Done<Nothing>;
    /// A reorganisation.
    settings::office_reorganise(workbench::settings::reorganisation::Reorganisation) -> Done<domain::programme::OfficeChangeId>;
    /// The record of a reorganisation away.
    settings::reorganisation_remove(settings::OfReorganisation) -> Done<Nothing>;
    /// What an indicator is.
    settings::indicator_read(fiscal::OfIndicator) -> domain::programme::Indicator;
    /// What an indicator is, changed.
    settings::indicator_set(settings::IndicatorRequest) -> Done<Nothing>;

    /// Somebody else's table; asks which, reads it, takes nothing over.
    import::import_choose(Nothing) -> import::ImportRead;
    /// The table at a path dropped on the window.
    import::import_read(import::Dropped) -> import::ImportRead;
    /// Reads cells copied in a spreadsheet.
    import::import_paste(import::Pasted) -> import::ImportRead;
    /// The table read last, into the file.
    import::import_apply(Nothing) -> Done<workbench::import::Taken>;
}
