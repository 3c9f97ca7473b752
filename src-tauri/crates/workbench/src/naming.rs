//! What the rows and columns of the file are called by people: the words of history and search.

use domain::value::fiscal_year::FiscalYear;
use domain::value::reckoning::Reckoning;
use store::words::{self, Words};
use store::{Read, Table};

use crate::Result;
use crate::op::Field;
use crate::texts::{Key, Texts, keys};

/// The heading of a value: 令和4年度 実績, 主な取組の方向性, 目標値. Years are told as its plan
/// counts them.
pub(crate) fn field(
    read: &Read<'_>,
    texts: &Texts,
    reckoning: Reckoning,
    table: Table,
    row: &Words,
    column: &str,
) -> Result<String> {
    let own = |key: Key| texts.get(key);
    let first = || row.texts.first().cloned().unwrap_or_default();
    let named = column_key(table, &row.key, column).map(own).unwrap_or_default();
    Ok(match table {
        Table::Section if column == "text" => first(),
        // The screen goes to the row of that name.
        Table::EffectRow => first(),
        Table::Bar => {
            let lane = row.owner.map(|lane| words::of_row(read, Table::Lane, &[lane])).transpose()?.flatten();
            lane.map_or(named, |lane| lane.texts.concat())
        }
        Table::Project => format!("{} {named}", first()).trim().to_owned(),
        Table::Record | Table::Evaluation | Table::Observation => format!("{} {named}", year(reckoning, &row.key)),
        // The screen goes to the column of that year.
        Table::Target => format!("{} {named}", row.texts.get(1).map_or("", String::as_str)).trim().to_owned(),
        Table::EffectCell => {
            let above = words::of_row(read, Table::EffectRow, &row.key[..1])?;
            let title = above.and_then(|row| row.texts.into_iter().next()).unwrap_or_default();
            format!("{title} {} {named}", year(reckoning, &row.key)).trim().to_owned()
        }
        Table::Term | Table::Level | Table::Evaluator | Table::Group | Table::Vocabulary | Table::Rate => {
            format!("{} {named}", own(thing_key(table)))
        }
        _ => named,
    })
}

/// The fiscal year that stands second in a key: 令和4年度.
fn year(reckoning: Reckoning, key: &[i64]) -> String {
    let year = key.get(1).and_then(|year| i32::try_from(*year).ok()).and_then(FiscalYear::new);
    year.map(|year| reckoning.long(year)).unwrap_or_default()
}

/// What a column is called; none for what the program keeps for itself: identities of owners,
/// what was understood of words, the order of a list.
pub(crate) fn column_key(table: Table, key: &[i64], column: &str) -> Option<Key> {
    use Table as T;
    let second = |number: i64| key.get(if table == T::Observation { 3 } else { 2 }) == Some(&number);
    Some(match (table, column) {
        (T::Node, "label") => Field::Label.key(),
        (T::Node, "title") => Field::Title.key(),
        (T::Node, "group_id") => Field::Group.key(),
        (T::Node, "uncounted") => keys::COLUMN_UNCOUNTED,
        (T::LifeEvent, "kind") => Field::LifeCycle.key(),
        (T::LifeEvent, "words") => Field::LifeCycleWords.key(),
        (T::LifeEvent, "year_text") => keys::COLUMN_LIFE_YEAR,
        (T::LifeEvent, "other_id") => keys::COLUMN_OTHER,
        (T::FormerItem, "former_id") => keys::COLUMN_CONTINUES,
        (T::Node, "parent_id") => keys::COLUMN_PARENT,
        (T::Node, "level") => keys::COLUMN_LEVEL,
        (T::Node | T::Indicator, "markers") => keys::COLUMN_MARKERS,
        (T::Node, "position") => keys::COLUMN_POSITION,
        (T::Assignment | T::ProjectOffice | T::ChangedOffice, "office_id") => keys::COLUMN_OFFICE,
        (T::Section, "title") => keys::COLUMN_SECTION_TITLE,
        (T::Section, "text") => Field::Section.key(),
        (T::Lane, "title") => keys::PAPER_COLUMN_LANE,
        (T::Bar, "words") => keys::COLUMN_WORDS,
        (T::Bar, "amount_text") => keys::COLUMN_AMOUNT,
        (T::Bar, "as_before") => keys::COLUMN_AS_BEFORE,
        (T::Bar, "words_only") => keys::COLUMN_WORDS_ONLY,
        (T::Bar, "first_month" | "last_month") => keys::COLUMN_MONTH,
        (T::Bar, "lanes") => keys::COLUMN_LANES,
        (T::Lane, "schedule_id") => keys::COLUMN_SCHEDULE,
        (T::Record, "planned") => Field::Planned.key(),
        (T::Record, "target") => Field::Target.key(),
        (T::Record, "previous_state") => Field::PreviousState.key(),
        (T::Record, "actual") => Field::Actual.key(),
        (T::Record, "issues") => Field::Issues.key(),
        (T::Record, "note") => Field::Note.key(),
        (T::Record, "same_as_before") => keys::COLUMN_AS_BEFORE,
        (T::Evaluation, "text") => Field::Evaluation.key(),
        (T::Evaluation, "reason") => Field::Reason.key(),
        (T::Project, "budget_text") => keys::COLUMN_BUDGET,
        (T::Project, "debt_burden_text") => keys::COLUMN_DEBT_BURDEN,
        (T::Project, "year_text") => keys::UI_FRAME_YEAR,
        (T::Project, "purpose") => keys::COLUMN_PURPOSE,
        (T::Project, "outline") => keys::COLUMN_OUTLINE,
        (T::Plan, "first_text") => keys::COLUMN_FIRST_YEAR,
        (T::Plan, "last_text") => keys::COLUMN_LAST_YEAR,
        (T::Plan, "evaluation_level") => keys::COLUMN_EVALUATION_LEVEL,
        (T::Plan, "related") => keys::COLUMN_RELATED,
        (T::Plan, "demands") => keys::COLUMN_DEMANDS,
        (T::Plan, "life_words") => keys::COLUMN_LIFE_WORDS,
        (T::Vocabulary, "axis") | (T::ChartSeries, "axis") => keys::COLUMN_AXIS,
        (T::Term, "label") => keys::COLUMN_TERM,
        (T::Term, "achieved") => keys::COLUMN_ACHIEVED,
        (T::Term, "counted") => keys::COLUMN_COUNTED,
        (T::Term, "undecided") => keys::COLUMN_UNDECIDED,
        (T::Term, "from_percent_value") => keys::COLUMN_FROM_PERCENT,
        (T::Rate, "formula") => keys::COLUMN_FORMULA,
        (T::Rate, "evaluator_id") => keys::COLUMN_EVALUATOR,
        (T::Rate, "unjudged") => keys::COLUMN_UNJUDGED,
        (T::RateTerm, "term_id") => keys::COLUMN_TERM,
        (T::Acceptance, "reason") => Field::Reason.key(),
        (T::City, "code") => keys::COLUMN_CODE,
        (T::City, "comma") => keys::COLUMN_COMMA,
        (T::City, "negative") => keys::COLUMN_NEGATIVE,
        (T::OfficeChange, "day") => keys::COLUMN_DAY,
        (T::Indicator, "good_text") => keys::COLUMN_GOOD,
        (T::Indicator, "plan_id") => keys::THING_PLAN,
        (T::Indicator, "node_id") => keys::THING_NODE,
        (T::Indicator, "survey") => keys::COLUMN_SURVEY,
        (T::Indicator, "baseline_year_text") => keys::COLUMN_BASELINE_YEAR,
        (T::Part, "name") => keys::COLUMN_PART,
        (T::Part, "decimals") => keys::COLUMN_DECIMALS,
        (T::Baseline, "figure_text") => keys::COLUMN_BASELINE,
        (T::Target, "target_text") => keys::COLUMN_TARGET_VALUE,
        (T::Target, "year_text") => keys::COLUMN_TARGET_YEAR,
        (T::Target, "stage") => keys::COLUMN_STAGE,
        (T::Observation, "figure_text") if second(1) => keys::COLUMN_FIGURE_PLAN,
        (T::Observation, "figure_text") => keys::COLUMN_FIGURE,
        (T::Observation, "comment") => keys::COLUMN_COMMENT,
        (T::Effect, "saving") => keys::COLUMN_SAVING,
        (T::Effect, "brackets") => keys::COLUMN_BRACKETS,
        (T::EffectRow, "title") => Field::Title.key(),
        (T::EffectRow, "node_id") => keys::THING_NODE,
        (T::EffectRow, "total") => keys::COLUMN_TOTAL,
        (T::EffectRow, "side") => keys::COLUMN_SIDE,
        (T::EffectRow, "span") => keys::COLUMN_SPAN,
        (T::EffectCell, "amount_text") if second(0) => keys::COLUMN_EXPECTED,
        (T::EffectCell, "amount_text") => keys::COLUMN_ACTUAL,
        (T::Chart, "targets") => keys::COLUMN_TARGETS,
        (T::Chart, "second_line") => keys::COLUMN_SECOND_LINE,
        (T::Chart, "width_mm") => keys::COLUMN_WIDTH,
        (T::Chart, "height_mm") => keys::COLUMN_HEIGHT,
        (T::ChartSeries, "indicator_id") => keys::THING_INDICATOR,
        (T::ChartSeries, "mark") => keys::COLUMN_MARK,
        (T::Meeting, "number") => keys::COLUMN_NUMBER,
        (T::Meeting, "date_text") => keys::COLUMN_DATE,
        (T::Meeting, "place") => keys::COLUMN_PLACE,
        (T::Paper, "doc_no") => keys::COLUMN_DOC_NO,
        (T::Paper, "lead") => keys::COLUMN_LEAD,
        (T::Paper, "plan_id") => keys::THING_PLAN,
        (T::Paper, "year") => keys::UI_FRAME_YEAR,
        (_, "name") => keys::COLUMN_NAME,
        (_, "title") => keys::COLUMN_TITLE,
        (_, "note") => Field::Note.key(),
        (_, "unit") => keys::COLUMN_UNIT,
        (_, "account") => keys::COLUMN_ACCOUNT,
        (_, "source") => keys::COLUMN_SOURCE,
        (_, "definition") => keys::COLUMN_DEFINITION,
        (_, "description") => keys::COLUMN_DESCRIPTION,
        (_, "symbol") => keys::COLUMN_SYMBOL,
        (_, "cumulative") => keys::COLUMN_CUMULATIVE,
        (_, "kind") => keys::COLUMN_KIND,
        (_, "since") => keys::COLUMN_SINCE,
        (_, "until") => keys::COLUMN_UNTIL,
        (_, "as_of_text") => keys::COLUMN_AS_OF,
        (_, "first_year") => keys::COLUMN_FIRST_YEAR,
        (_, "last_year") => keys::COLUMN_LAST_YEAR,
        _ => return None,
    })
}

/// What a row of a table is called.
pub(crate) fn thing_key(table: Table) -> Key {
    match table {
        Table::City => keys::THING_CITY,
        Table::Office => keys::THING_OFFICE,
        Table::OfficeChange | Table::ChangedOffice => keys::THING_OFFICE_CHANGE,
        Table::Plan => keys::THING_PLAN,
        Table::Predecessor => keys::THING_PREDECESSOR,
        Table::Level => keys::THING_LEVEL,
        Table::Vocabulary => keys::THING_VOCABULARY,
        Table::Term => keys::THING_TERM,
        Table::Evaluator => keys::THING_EVALUATOR,
        Table::Group => keys::THING_GROUP,
        Table::Rate => keys::THING_RATE,
        Table::RateTerm => keys::THING_RATE_TERM,
        Table::Schedule => keys::THING_SCHEDULE,
        Table::Node => keys::THING_NODE,
        Table::LifeEvent => keys::THING_LIFE_EVENT,
        Table::FormerItem => keys::THING_FORMER_ITEM,
        Table::Assignment => keys::THING_ASSIGNMENT,
        Table::Section => keys::THING_SECTION,
        Table::Lane => keys::THING_LANE,
        Table::Bar => keys::THING_BAR,
        Table::Record => keys::THING_RECORD,
        Table::Evaluation => keys::THING_EVALUATION,
        Table::Project => keys::THING_PROJECT,
        Table::ProjectOffice => keys::THING_PROJECT_OFFICE,
        Table::Indicator => keys::THING_INDICATOR,
        Table::Part => keys::THING_PART,
        Table::Baseline => keys::THING_BASELINE,
        Table::Target => keys::THING_TARGET,
        Table::Observation => keys::THING_OBSERVATION,
        Table::Effect => keys::THING_EFFECT,
        Table::EffectRow => keys::THING_EFFECT_ROW,
        Table::EffectCell => keys::THING_EFFECT_CELL,
        Table::Chart => keys::THING_CHART,
        Table::ChartSeries => keys::THING_CHART_SERIES,
        Table::Meeting => keys::THING_MEETING,
        Table::Paper => keys::THING_PAPER,
        Table::Acceptance => keys::THING_ACCEPTANCE,
    }
}
