### English texts, for those who build the program. The product speaks Japanese (ja.ftl).

app-name = Kaikaku Kobo

## Names of operations

undo-label = Undo: { $op }
redo-label = Redo: { $op }
op-load-programme = Load a whole programme
op-import = Import "{ $source }"
op-edit-city = Change the city's settings
op-edit-plan = Change the plan "{ $plan }"
op-add-plan = Add "{ $plan }"
op-add-node = Add "{ $item }"
op-edit-node = Change { $field } of "{ $item }"
op-edit-nodes = Enter { $count } cells of the plan
op-move-node = Move "{ $item }"
op-remove-node = Remove "{ $item }"
op-edit-schedule = "{ $item }": { $change }
op-set-record = Enter { $field } of "{ $item }", { $year }
op-set-records = Enter { $count } cells of the records of { $year }
op-set-figure = Enter "{ $indicator }", { $year }
op-set-figures = Enter { $count } figures
op-edit-indicator = Change the indicator "{ $indicator }"
op-add-indicator = Add the indicator "{ $indicator }"
op-remove-indicator = Remove the indicator "{ $indicator }"
op-save-chart = Change the chart "{ $chart }"
op-remove-chart = Remove the chart "{ $chart }"
op-save-meeting = Change "{ $meeting }"
op-remove-meeting = Remove "{ $meeting }"
schedule-add-lane = add a lane
schedule-edit-lane = change a lane
schedule-remove-lane = remove a lane
schedule-add-bar = add a bar
schedule-edit-bar = change a bar
schedule-remove-bar = remove a bar

## Names of fields

field-label = number
field-title = name
field-offices = offices
field-life-cycle = life cycle
field-life-cycle-words = words of the life cycle
field-group = group
field-section = text
field-planned = planned
field-target = target
field-previous-state = state at the end of last year
field-actual = actual result
field-issues = issues
field-note = note
field-evaluation = evaluation
field-reason = reason
field-indicator = indicator
life-cycle-continuing = continuing
life-cycle-new = new
life-cycle-revised = revised
life-cycle-expanded = expanded
life-cycle-merged = merged
life-cycle-ended = ended
life-cycle-relisted = listed again
value-kind-settled = settled
value-kind-provisional = provisional
value-kind-budget = budget
value-kind-planned = planned
value-kind-outlook = outlook
value-kind-actual = actual
absence-not-yet = not there yet
absence-not-applicable = not applicable
absence-not-computed = not computed
absence-not-published = not published

## Papers

paper-progress-title = { $plan } ({ $first } to { $last }): progress, planning of { $year }
paper-column-number = No.
paper-column-schedule = { $name } ({ $asof })
paper-column-lane = Lane
paper-column-direction = Direction of work
paper-column-results = Results up to { $year }
paper-column-plan = Planned for { $year }
paper-column-target = Target of { $year } (state at the end of last year)
paper-page = { $page } / { $pages }
paper-sheet-progress = Progress
paper-target-heading = [Target]
paper-target-with-state = { $target } ({ $state })
paper-group = { $group }  { $description }
paper-summary = Progress of { $plan }: { $count } items with direction, schedule, results, planning and targets.
paper-continued = { $name } (continued)
paper-first-number = Paper 1
level-direction = Direction
level-item = Item
schedule-name = Schedule
axis-progress = Progress
evaluator-office = Office
term-ahead = ahead
term-on-schedule = on schedule
term-late = late
term-undecided = cannot be judged yet
expected-fiscal-year = a fiscal year (令和7年度, R7)
expected-life-cycle = a life cycle
expected-date = a date (令和6年2月2日, R6.2.2)

## Charts

chart-target =
    Target
    { $target }
chart-unit = ({ $unit })
chart-alt = { $title }. { $series }
chart-alt-series = { $name }: { $points }.
chart-alt-point = { $year }{ $kind } { $value }
chart-alt-target = The target is { $target }.
chart-part-name = { $indicator } ({ $part })
chart-axis-left = { $name } (left)
chart-axis-right = { $name } (right)

## Overview (kaikaku show)

show-plan = {"  "}{ $plan } ({ $first } to { $last }): { $items } items, { $nodes } nodes
show-counts = {"  "}{ $fiscal } fiscal indicators, { $other } other indicators, { $charts } charts, { $meetings } meetings, { $offices } offices
show-chart = {"  "}chart: { $chart }
show-meeting = {"  "}meeting: { $meeting } ({ $papers })

## Import

import-form-fiscal = table of fiscal indicators
import-form-progress = progress table
import-summary-fiscal = Read { $indicators } indicators, { $rows } rows.
import-summary-progress = Read { $items } items, { $lanes } lanes.
understood-blank = blank (not there yet)
understood-words = text
understood-as-above = as in the row above
understood-heading = heading
understood-target-row = target
understood-target = target
understood-figure = figure as written
understood-figure-as-of = figure as written (as of { $asof })
understood-life-cycle = { $year } { $word }
understood-as-bars = as the bars say
understood-not = not understood
understood-left-out = left out
finding-taken-over = Taken over as it is.
finding-words-only = Only the words are taken over, without a value.
finding-left-out = Left out.
finding-not-a-number = Not a number.
finding-suspicious-unit = The unit "{ $unit }" looks misprinted.
finding-bracketed = "{ $inner }" in brackets: negative, inside or outside the total?
finding-amounts-differ = The number differs from the words "{ $words }".
finding-kind-differs = The kind differs from the words ({ $words }).
finding-unit-differs = The unit differs from "{ $expected }" of the row before.
finding-misspelt = Should it be "{ $suggestion }"?
finding-year-out-of-range = The year is outside { $first } to { $last }.
finding-year-not-understood = Not a fiscal year.
finding-unknown-kind = Unknown kind of value.
finding-target-not-understood = The bound of the target is not understood.
finding-duplicate-row = Same indicator, year and kind as in line { $line }.
finding-text-differs = The text differs from line { $line }.
finding-missing-name = The name is empty.
finding-ragged-row = { $found } columns instead of { $expected }.
finding-unknown-column = Unknown column.
finding-repeated-column = The heading occurs twice.
finding-out-of-order = The order of lanes ({ $place }) does not continue the row before.
finding-bar-not-understood = Not a bar.
finding-bar-outside-years = The bar lies outside the years of the table.
finding-year-differs-from-bars = The year columns differ from the bars "{ $bars }".
finding-life-cycle-not-understood = The life cycle is not understood.
finding-note = A note below the table.
finding-control-character = Holds a control character (U+{ $code }).
finding-private-character = Holds a private character (U+{ $code }).
finding-formula-like = Looks like a formula; kept as text.
finding-long-text = Too long ({ $characters } characters).

## Check

check-damaged = Part of the file is damaged: { $what }
check-damaged-todo = Copy the file and compare it with the last backup.
check-broken = A reference leads nowhere: { $what }
check-broken-todo = Undo the last operation or open a backup.
check-figure = Not understood as a value: { $what }
check-figure-todo = Check number and unit in the table.
check-target = The bound of the target is not understood: { $what }
check-target-todo = Fine for a target in words; else write it like 95.0%以下.
check-year = Not understood as a fiscal year: { $what }
check-year-todo = Write it like 令和7年度.
check-evaluation = Outside the vocabulary: { $what }
check-evaluation-todo = Choose from the list.
check-reason = No reason given: { $what }
check-reason-todo = Ask the office.

## Errors (value: what happened, .safe: what is safe, .todo: what to do)

error-not-found = File not found: { $path }
    .safe = Nothing was touched.
    .todo = Check place and name.
error-folder-missing = Folder missing: { $path }
    .safe = Nothing was written.
    .todo = Make the folder or choose another.
error-already-exists = Already there: { $path }
    .safe = It stays as it is.
    .todo = Choose another name.
error-not-ours = Not a file of this program: { $path }
    .safe = It stays as it is.
    .todo = Choose a .kaikaku file, or import a CSV.
error-damaged = The file is damaged: { $path }
    .safe = Nothing was written to it.
    .todo = Keep it, and open a backup or the copy on the share.
error-file-too-new = Made by a newer version: { $path }
    .safe = It stays as it is.
    .todo = Update this program (file { $found }, program { $known }).
error-read-only = Read-only: { $path }
    .safe = It stays as it is.
    .todo = Work on a copy.
error-locked = Open elsewhere: { $path }
    .safe = It stays as it is.
    .todo = Close the other one first.
error-disk-full = Disk full: { $path }
    .safe = The operation was rolled back.
    .todo = Free some space and try again.
error-access = No permission: { $path }
    .safe = It stays as it is.
    .todo = Choose a folder of your own.
error-io = Reading or writing failed: { $path }
    .safe = The original stays as it is.
    .todo = Close it in other programs and try again. ({ $detail })
error-conflict = Cannot undo: later changes touch the same values.
    .safe = What is there stays.
    .todo = Undo the newer steps first.
error-internal = Something failed inside.
    .safe = The operation was rolled back.
    .todo = Try again; tell the developers if it stays. ({ $detail })
error-no-such = It is not there any more.
    .safe = Everything else stays.
    .todo = Look at the current state.
error-empty-name = The name is empty.
    .safe = The name before stays.
    .todo = Enter a name.
error-control-character = Holds a control character (U+{ $code }).
    .safe = What was there stays.
    .todo = Copy it again as plain text.
error-not-understood = "{ $text }" was not understood.
    .safe = What was there stays.
    .todo = Enter { $expected }.
error-years-out-of-range = Years out of range ({ $first } to { $last }).
    .safe = What was there stays.
    .todo = The first year comes before the last.
error-bad-place = It cannot stand there.
    .safe = The tree stays as it is.
    .todo = Not below itself, not deeper than the levels.
error-not-programme-json = Not a programme.json.
    .safe = The open file stays as it is.
    .todo = See line { $line } and docs/format.md. ({ $detail })
error-format-too-new = Format version { $found } is too new.
    .safe = The open file stays as it is.
    .todo = Update this program (knows { $known }).
error-broken-references = { $count } broken references.
    .safe = The open file stays as it is.
    .todo = Begin with { $place }.
error-no-chart-named = No chart named "{ $name }".
    .safe = Nothing was written.
    .todo = Check the name.
error-nothing-to-show = Nothing to show.
    .safe = Everything stays.
    .todo = Enter items or figures first.
error-stopped = Stopped.
    .safe = What was written so far stays.
    .todo = Start again if needed.
error-missing-glyphs = Not in the fonts: { $chars }
    .safe = Nothing was written.
    .todo = Replace the character in "{ $text }".
error-chart-too-small = The chart is too small.
    .safe = Its definition stays.
    .todo = At least { $width } x { $height } mm.
error-chart-too-large = The chart is too large.
    .safe = Its definition stays.
    .todo = At most { $limit } mm.
error-chart-too-many-series = Too many series ({ $count }).
    .safe = The definition stays.
    .todo = At most { $limit }.
error-dpi-out-of-range = { $dpi } dpi is not possible.
    .safe = Nothing was written.
    .todo = From { $min } to { $max } dpi.
error-drawing = The chart could not be drawn.
    .safe = The data stay.
    .todo = Check its definition. ({ $detail })
error-typesetting = The paper could not be set.
    .safe = Nothing was written.
    .todo = Try again; tell the developers if it stays. ({ $detail })
error-import-too-large = The file is too large.
    .safe = The open file stays as it is.
    .todo = Split it below { $limit }.
error-import-workbook = A workbook, not a CSV.
    .safe = The open file stays as it is.
    .todo = Save it as CSV UTF-8.
error-unknown-encoding = Unknown encoding (line { $line }).
    .safe = The open file stays as it is.
    .todo = Save it as CSV UTF-8.
error-unclosed-quote = A quote of line { $line } is never closed.
    .safe = The open file stays as it is.
    .todo = Save the table as CSV again.
error-import-empty = The file is empty.
    .safe = The open file stays as it is.
    .todo = Choose another file.
error-import-no-rows = Headings and no rows.
    .safe = The open file stays as it is.
    .todo = Choose a file with rows.
error-unknown-form = Unknown table. Headings: { $found }
    .safe = The open file stays as it is.
    .todo = Give it the headings of a fiscal table or of a progress table.
error-missing-columns = Columns missing: { $missing }
    .safe = The open file stays as it is.
    .todo = Check the headings. Found: { $found }

### ui

## Controls

ui-close = Close
ui-cancel = Cancel
ui-stop = Stop
ui-stopping = Stopping…
ui-progress-count = { $done } of { $total }
ui-open-list = Open the list
ui-nothing-fits = Nothing fits
ui-splitter = Width of { $panel }
ui-messages = Messages
ui-message-error = Error
ui-message-warning = Warning
ui-message-success = Done
ui-message-info = Note
ui-log-number = Log number { $number }
ui-error-unknown = Something unexpected happened.
ui-error-unknown-safe = Nothing that was saved is lost.
ui-error-unknown-todo = Try again. If it happens again, tell the person in charge what is shown here.

## Frame

ui-frame-navigation = Screens
ui-frame-place = City and plan
ui-frame-plan = Choose a plan
ui-frame-year = Fiscal year
ui-frame-search = Search
ui-frame-undo = Undo
ui-frame-redo = Redo
ui-frame-nothing-to-undo = Nothing to undo
ui-frame-nothing-to-redo = Nothing to redo
ui-frame-clean = Everything is saved
ui-frame-read-only = Read only
ui-frame-saved = Saved { $time }
ui-frame-saving = Saving…
ui-frame-unsaved = Not saved
ui-frame-no-file = No file is open
ui-frame-detail = Details
ui-frame-show-detail = Show details
ui-frame-hide-detail = Hide details
ui-frame-status = Status
ui-frame-work = Work under way
ui-frame-main = Content
ui-frame-findings = { $screen } ({ $count })
ui-status-rows = { $count } items
ui-status-selected = { $count } cells selected
ui-status-sum = Sum { $value }
ui-status-mean = Mean { $value }

## Grid

grid-field = Type { $column }
grid-help = Arrow keys move, typing replaces, F2 edits, Esc gives up. Shift+F10 opens the menu of the column.
grid-cell-error = Needs a look
grid-cell-changed = Changed
grid-choices = Choices for { $column }
grid-column-menu = Column { $column }
grid-column-wider = Wider
grid-column-narrower = Narrower
grid-column-fit = Fit to the text
grid-column-left = Move left
grid-column-right = Move right
grid-column-freeze = Freeze up to here
grid-column-free = Free all columns
grid-column-hide = Hide this column
grid-column-show = Show { $column }
grid-column-show-all = Show all columns
grid-find = Find in the table
grid-find-count = { $count } found
grid-find-at = { $at } of { $count }
grid-find-next = Next
grid-find-back = Previous
grid-paste-title = Before pasting
grid-paste-summary = { $edits } cells will change. { $overwrites } filled cells will be overwritten, { $refusals } cells cannot be pasted.
grid-paste-overwrites = Cells that will be overwritten
grid-paste-refusals = Cells that cannot be pasted
grid-paste-row = Row
grid-paste-column = Column
grid-paste-before = Now
grid-paste-after = Pasted
grid-paste-text = Text
grid-paste-why = Reason
grid-paste-blank = (made blank)
grid-paste-readonly = The cell cannot be changed
grid-paste-choice = Not one of the choices
grid-paste-outside = Outside the table
grid-paste-more = and { $count } more
grid-paste-only-blank = Paste into blank cells only ({ $count })
grid-paste-do = Paste ({ $count })

## Schedule (screen)

schedule-no-lane = (no lane)
schedule-no-bar = No bar
schedule-no-words = no words
schedule-bar = “{ $words }” from { $first } to { $last }.
schedule-bar-field = Type the words of the bar
schedule-lane-field = Type the lane
schedule-help = Shift+arrows draw a bar, letters become its words. Alt+Left and Alt+Right move it, Alt+Shift+Left and Right change its length, Alt+Shift+Up and Down the lanes it covers, Delete removes it. Ctrl+Enter adds a lane.

## Tree of the plan (screen)

tree-field = Type the name
tree-help = Up and Down move, Left and Right close and open, F2 renames, Alt+arrows reorder and change the level, Insert adds, Shift+Insert adds below, Delete removes.

## Command line (kaikaku)

cli-about = The commands of Kaikaku Kobo: what the window does, without one.
cli-heading-usage = Usage:
cli-heading-commands = Commands:
cli-heading-options = Arguments:
cli-new = make a new file
cli-sample = make a file of the sample city
cli-show = show what a file holds
cli-load = load a programme.json
cli-import = import a CSV table
cli-chart = write charts
cli-paper = write a paper
cli-undo = undo the last step
cli-redo = redo the last undone step
cli-history = show the history
cli-check = check the file
cli-option-help = show the usage
cli-option-version = show the version
cli-option-json = write JSON
cli-option-city = name of the city
cli-option-dry-run = only show what was read
cli-option-all = all charts
cli-option-out-dir = folder to write to
cli-option-out-paper = file to write (.pdf or .xlsx)
cli-option-format = format (svg, png, pdf, emf)
cli-option-dpi = resolution of PNG (300)
cli-option-mono = for monochrome copies
cli-option-width = width in mm
cli-error = Error: { $text }
cli-hint = See kaikaku --help.
cli-unknown = The file to write must end in .pdf or .xlsx.
cli-missing = Missing: { $arg }
cli-bad-value = { $arg } cannot be "{ $value }".
cli-unknown-argument = Unknown: "{ $arg }".
cli-made = Made: { $path }
cli-step = { $at }  { $label }  { $who }
cli-step-undone = { $at }  { $label }  { $who } (undone)
cli-read-cell = {"  "}line { $line }  { $column }  "{ $source }" -> { $understood }
cli-findings = To look at: { $count }
cli-finding = {"  "}line { $line }  { $column }  "{ $source }": { $text } { $outcome }
cli-dry-run = A dry run; nothing was written.
cli-taken = Imported: { $added } added, { $updated } updated.
cli-check-clean = Nothing to look at.
cli-nothing-to-turn = Nothing to undo or redo.

error-no-file = No file is open.
    .safe = Nothing changed.
    .todo = Open or make a file first.
error-not-offered = That file cannot be opened.
    .safe = Nothing changed.
    .todo = Choose it with "Open".

## The whole window

app-refresh = Show the latest
app-open-other = Open a file
app-screen-home = Home
app-screen-plan = Plan
app-screen-schedule = Schedule
app-screen-progress = Progress
app-screen-fiscal = Finance
app-screen-papers = Papers
app-screen-check = Check
