### すべての文言。画面・コマンド・会議資料が同じこのファイルを読みます。

app-name = 改革工房

## 操作の名前（元に戻す・履歴）

undo-label = { $op }を元に戻す
redo-label = { $op }をやり直す
op-load-programme = プログラム全体の読み込み
op-import = 「{ $source }」の取り込み
op-edit-city = 市の設定の変更
op-edit-plan = 「{ $plan }」の計画情報の変更
op-add-plan = 計画「{ $plan }」の追加
op-add-node = 「{ $item }」の追加
op-edit-node = 「{ $item }」{ $field }の変更
op-edit-nodes = 計画の{ $count }か所の入力
op-move-node = 「{ $item }」の移動
op-remove-node = 「{ $item }」の削除
op-edit-schedule = 「{ $item }」{ $change }
op-set-record = 「{ $item }」{ $year } { $field }の入力
op-set-records = { $year }の記録{ $count }か所の入力
op-set-figure = 「{ $indicator }」{ $year }の値の入力
op-set-figures = 指標の値{ $count }か所の入力
op-edit-indicator = 「{ $indicator }」の指標情報の変更
op-add-indicator = 指標「{ $indicator }」の追加
op-remove-indicator = 指標「{ $indicator }」の削除
op-save-chart = 図「{ $chart }」の変更
op-remove-chart = 図「{ $chart }」の削除
op-save-meeting = 会議「{ $meeting }」の変更
op-remove-meeting = 会議「{ $meeting }」の削除
schedule-add-lane = 取組項目の追加
schedule-edit-lane = 取組項目の変更
schedule-remove-lane = 取組項目の削除
schedule-add-bar = 工程の追加
schedule-edit-bar = 工程の変更
schedule-remove-bar = 工程の削除

## 項目の名前

field-label = 番号
field-title = 名称
field-offices = 所管課
field-life-cycle = 区分
field-life-cycle-words = 区分の表示
field-group = グループ
field-section = 本文
field-planned = 当初予定
field-target = 設定目標
field-previous-state = 前年度末の状況
field-actual = 実績
field-issues = 課題・今後の方向
field-note = 備考
field-evaluation = 評価
field-reason = 評価の理由

life-cycle-continuing = 継続
life-cycle-new = 新規
life-cycle-revised = 修正
life-cycle-expanded = 拡充
life-cycle-merged = 統合
life-cycle-ended = 終了
life-cycle-relisted = 再掲

value-kind-settled = 決算
value-kind-provisional = 見込
value-kind-budget = 予算
value-kind-planned = 計画
value-kind-outlook = 見通し
value-kind-actual = 実績
absence-not-yet = まだありません
absence-not-applicable = 該当なし
absence-not-computed = 算定されません
absence-not-published = 公表されていません

## 会議資料

paper-progress-title = { $plan }（{ $first }～{ $last }）進捗状況【{ $year }当初計画】
paper-column-number = No.
paper-column-schedule = { $name }（{ $asof }）
paper-column-lane = 取組項目
paper-column-direction = 主な取組の方向性
paper-column-results = { $year }までの取組実績
paper-column-plan = { $year }当初予定
paper-column-target = { $year }設定目標（前年度末の状況）
paper-page = { $page } / { $pages }
paper-sheet-progress = 進捗状況
paper-target-heading = 【設定目標】
paper-target-with-state = { $target }（{ $state }）
paper-group = ◆◇{ $group }◇◆　{ $description }
paper-summary = { $plan }の進捗状況の表。{ $count }項目について、主な取組の方向性、年度スケジュール、取組実績、当初予定と設定目標を示す。

## 図

chart-target =
    目標値
    { $target }
chart-unit = （{ $unit }）
chart-alt = { $title }。{ $series }
chart-alt-series = { $name }：{ $points }。
chart-alt-point = { $year }{ $kind } { $value }
chart-alt-target = 目標値は{ $target }。
chart-part-name = { $indicator }（{ $part }）
chart-axis-left = { $name }（左軸）
chart-axis-right = { $name }（右軸）

## 会議資料（つづき）

paper-continued = { $name }（続き）
paper-first-number = 資料1
level-direction = 方向性
level-item = 実施項目
schedule-name = 年度スケジュール
axis-progress = 進捗
evaluator-office = 所管課
term-ahead = 前倒し
term-on-schedule = 予定どおり
term-late = 遅れ
term-undecided = まだ判定できない
field-indicator = 指標
expected-fiscal-year = 年度（例：令和7年度、R7）
expected-life-cycle = 区分（継続・新規・修正・拡充・統合・終了・再掲）
expected-date = 日付（例：令和6年2月2日、R6.2.2）

## 概要の表示（kaikaku show）

show-plan = {"  "}{ $plan }（{ $first }～{ $last }）　項目 { $items }件、階層全体 { $nodes }件
show-counts = {"  "}財政指標 { $fiscal }、計画の指標 { $other }、図 { $charts }、会議 { $meetings }、所管課 { $offices }
show-chart = {"  "}図：{ $chart }
show-meeting = {"  "}会議：{ $meeting }（{ $papers }）

## 取り込み

import-form-fiscal = 財政指標の表
import-form-progress = 進捗状況の表
import-summary-fiscal = { $indicators }つの指標、{ $rows }行を読み取りました。
import-summary-progress = { $items }項目、{ $lanes }の取組項目を読み取りました。
understood-blank = 空欄（まだありません）
understood-words = 文章
understood-as-above = 上の行と同じ
understood-heading = 見出し
understood-target-row = 目標
understood-target = 目標値
understood-figure = 値の原文
understood-figure-as-of = 値の原文（{ $asof }時点）
understood-life-cycle = { $year }　{ $word }
understood-as-bars = 工程の表示と同じ
understood-not = 読み取れません
understood-left-out = 取り込みません
finding-taken-over = このまま取り込みます。
finding-words-only = 文字だけ取り込みます。値はありません。
finding-left-out = 取り込みません。
finding-not-a-number = 数として読めません。
finding-suspicious-unit = 単位「{ $unit }」は誤字のようです。
finding-bracketed = かっこの中の数「{ $inner }」が、負の数か、内数・外数かが分かりません。
finding-amounts-differ = 「値」の数と原文「{ $words }」が違います。
finding-kind-differs = 「区分」と原文（{ $words }）が違います。
finding-unit-differs = 同じ指標の前の行の単位「{ $expected }」と違います。
finding-misspelt = 「{ $suggestion }」の誤りではありませんか。
finding-year-out-of-range = 年度が、扱える範囲（{ $first }～{ $last }）にありません。
finding-year-not-understood = 年度として読めません。
finding-unknown-kind = 区分（決算・見込・予算・計画・目標など）が分かりません。
finding-target-not-understood = 目標の条件（以下・以上など）が読み取れません。
finding-duplicate-row = { $line }行目と同じ指標・年度・区分です。
finding-text-differs = { $line }行目の同じ項目と文章が違います。
finding-missing-name = 名称が空です。
finding-ragged-row = 列の数が見出しと違います（見出し { $expected }列、この行 { $found }列）。
finding-unknown-column = 知らない列です。
finding-repeated-column = 同じ見出しの列が二つあります。
finding-out-of-order = 取組項目の順番（{ $place }）が前の行とつながりません。
finding-bar-not-understood = 工程として読めません。
finding-bar-outside-years = 工程の年度が、表の年度の外にあります。
finding-year-differs-from-bars = 年度の欄と工程の表示「{ $bars }」が違います。
finding-life-cycle-not-understood = 終了などの表示として読めません。
finding-note = 表の外の注記です。
finding-control-character = 制御文字（U+{ $code }）が入っています。
finding-private-character = 外字（U+{ $code }）が入っています。他のパソコンでは表示できません。
finding-formula-like = 数式のように見えます。文字として扱います。
finding-long-text = 文章が長すぎます（{ $characters }文字）。

## 点検

check-damaged = ファイルの一部が壊れています：{ $what }
check-damaged-todo = このファイルの写しを取り、最後のバックアップと比べてください。
check-broken = つながりの切れた情報があります：{ $what }
check-broken-todo = 元に戻すで直前の操作を取り消すか、バックアップを開いてください。
check-figure = 値として読み取れません：{ $what }
check-figure-todo = 財政の表で、数と単位を確かめて入れ直してください。
check-target = 目標の条件が読み取れません：{ $what }
check-target-todo = 言葉の目標ならこのままで構いません。数の目標なら「95.0%以下」のように書いてください。
check-year = 年度として読み取れません：{ $what }
check-year-todo = 「令和7年度」のように書いてください。
check-evaluation = 評価の言葉が、この年度の評価の一覧にありません：{ $what }
check-evaluation-todo = 一覧から選び直してください。
check-reason = 理由が書かれていません：{ $what }
check-reason-todo = 所管課に理由を確かめて入力してください。

## エラー（本文＝何が起きたか、.safe＝何が無事か、.todo＝どうすればよいか）

error-not-found = ファイルが見つかりません：{ $path }
    .safe = ほかのファイルには触れていません。
    .todo = 場所と名前を確かめてください。移動した場合は新しい場所から開いてください。
error-folder-missing = フォルダーがありません：{ $path }
    .safe = 何も書き込んでいません。
    .todo = フォルダーを作るか、別の場所を選んでください。
error-already-exists = 同じ名前のファイルが既にあります：{ $path }
    .safe = 既にあるファイルはそのままです。
    .todo = 別の名前を付けてください。
error-not-ours = 改革工房のファイルではありません：{ $path }
    .safe = ファイルはそのままです。
    .todo = 拡張子が .kaikaku のファイルを選んでください。CSVは「取り込み」から読み込めます。
error-damaged = ファイルが壊れています：{ $path }
    .safe = ファイルには何も書き込んでいません。
    .todo = 壊れたファイルを残したまま、バックアップか共有フォルダーの写しを開いてください。
error-file-too-new = このファイルは新しい版の改革工房で作られています：{ $path }
    .safe = ファイルはそのままです。
    .todo = 改革工房を新しい版にしてから開いてください（ファイルの版 { $found }、この改革工房の版 { $known }）。
error-read-only = 読み取り専用のため書き込めません：{ $path }
    .safe = ファイルはそのままです。
    .todo = 書き込める場所に写しを作り、その写しを開いてください。
error-locked = ほかの改革工房がこのファイルを開いています：{ $path }
    .safe = ファイルはそのままです。
    .todo = もう一方を閉じてから、開き直してください。
error-disk-full = ディスクの空きが足りません：{ $path }
    .safe = この操作は取り消され、ファイルは直前の状態のままです。
    .todo = 不要なファイルを消してから、もう一度行ってください。
error-access = この場所に書き込む、または読む権限がありません：{ $path }
    .safe = ファイルはそのままです。
    .todo = ドキュメントなど、自分のフォルダーを選んでください。
error-io = 読み書きに失敗しました：{ $path }
    .safe = 元のファイルはそのままです。
    .todo = ほかのソフト（Excelなど）で開いていないかを確かめ、もう一度行ってください。（{ $detail }）
error-conflict = 元に戻せません。その後の変更と重なっています。
    .safe = 今の内容はそのままです。
    .todo = 履歴で新しい操作から順に元に戻してください。
error-internal = 内部の処理に失敗しました。
    .safe = この操作は取り消され、ファイルは直前の状態のままです。
    .todo = もう一度行ってください。繰り返す場合は、この表示を担当者に伝えてください。（{ $detail }）
error-no-such = 対象が見つかりません。既に削除されたようです。
    .safe = ほかの内容はそのままです。
    .todo = 画面を切り替えて、今の内容を確かめてください。
error-empty-name = 名称が空です。
    .safe = 元の名称のままです。
    .todo = 名称を入力してください。
error-control-character = 文書に使えない文字（制御文字 U+{ $code }）が入っています。
    .safe = 元の内容のままです。
    .todo = 一度メモ帳に貼り付けてから、コピーし直してください。
error-not-understood = 「{ $text }」を読み取れません。
    .safe = 元の内容のままです。
    .todo = { $expected }の形で入力してください。
error-years-out-of-range = 年度の範囲が正しくありません（{ $first }～{ $last }）。
    .safe = 元の内容のままです。
    .todo = 始まりの年度が終わりの年度より前になるように入れてください。
error-bad-place = そこには置けません。
    .safe = 計画の体系はそのままです。
    .todo = 自分自身の下や、計画の階層より深い場所には移せません。
error-not-programme-json = 計画データ（programme.json）として読めません。
    .safe = 開いているファイルはそのままです。
    .todo = { $line }行目を確かめてください。形式は docs/format.md にあります。（{ $detail }）
error-format-too-new = 計画データの版（{ $found }）が新しすぎます。
    .safe = 開いているファイルはそのままです。
    .todo = 改革工房を新しい版にしてください（扱える版は{ $known }まで）。
error-broken-references = 計画データのつながりに誤りが{ $count }か所あります。
    .safe = 開いているファイルはそのままです。
    .todo = 最初の誤り（{ $place }）から確かめてください。
error-no-chart-named = 「{ $name }」という図はありません。
    .safe = 何も書き出していません。
    .todo = 図の名前を確かめてください。
error-nothing-to-show = 表示できる内容がありません。
    .safe = 内容はそのままです。
    .todo = 項目や値を入力してから、もう一度行ってください。
error-stopped = 途中で止めました。
    .safe = それまでに書き出したファイルは残っています。
    .todo = 必要なら、もう一度始めてください。
error-missing-glyphs = 書体にない文字があります：{ $chars }
    .safe = 何も書き出していません。
    .todo = 「{ $text }」の中のその文字を、別の字体に直してください。
error-chart-too-small = 図が小さすぎて、文字が重なります。
    .safe = 図の設定はそのままです。
    .todo = 幅 { $width }mm、高さ { $height }mm以上にしてください。
error-chart-too-large = 図が大きすぎます。
    .safe = 図の設定はそのままです。
    .todo = 幅と高さを { $limit }mm以下にしてください。
error-chart-too-many-series = 一つの図に載せる系列が多すぎます（{ $count }）。
    .safe = 図の設定はそのままです。
    .todo = { $limit }以下に分けてください。
error-value-out-of-range = 図に描けない大きさの値があります：{ $value }
    .safe = データはそのままです。何も書き出していません。
    .todo = 財政の表で、その値の桁数と単位を確かめて入れ直してください。
error-dpi-out-of-range = 解像度 { $dpi }dpiでは書き出せません。
    .safe = 何も書き出していません。
    .todo = { $min }～{ $max }dpiで指定してください。印刷には300dpiが適しています。
error-drawing = 図を描けませんでした。
    .safe = データはそのままです。
    .todo = 図の設定を確かめてください。（{ $detail }）
error-typesetting = 会議資料を組めませんでした。
    .safe = データはそのままです。何も書き出していません。
    .todo = もう一度行ってください。繰り返す場合は、この表示を担当者に伝えてください。（{ $detail }）
error-import-too-large = 取り込むファイルが大きすぎます。
    .safe = 開いているファイルはそのままです。
    .todo = { $limit }以下に分けてください。
error-import-workbook = これはExcelブックです。CSVではありません。
    .safe = 開いているファイルはそのままです。
    .todo = Excelで「CSV UTF-8（コンマ区切り）」として保存してから、取り込んでください。
error-unknown-encoding = 文字コードが分かりません（{ $line }行目）。
    .safe = 開いているファイルはそのままです。
    .todo = Excelで「CSV UTF-8（コンマ区切り）」として保存し直してください。
error-unclosed-quote = { $line }行目の「"」が閉じられていません。
    .safe = 開いているファイルはそのままです。
    .todo = 元の表をExcelで開き、CSVとして保存し直してください。
error-import-empty = ファイルに何も入っていません。
    .safe = 開いているファイルはそのままです。
    .todo = 別のファイルを選んでください。
error-import-no-rows = 見出しだけで、内容の行がありません。
    .safe = 開いているファイルはそのままです。
    .todo = 内容の入ったファイルを選んでください。
error-unknown-form = 何の表かが分かりません。見出し：{ $found }
    .safe = 開いているファイルはそのままです。
    .todo = 財政指標（指標・単位・年度・区分・値・原文）か、進捗状況（No.・実施プログラム・取組項目など）の見出しを付けてください。
error-missing-columns = 必要な列がありません：{ $missing }
    .safe = 開いているファイルはそのままです。
    .todo = 見出しを確かめてください。見つかった列：{ $found }

### ui

## 部品

ui-close = 閉じる
ui-cancel = やめる
ui-stop = 中止
ui-stopping = 中止しています…
ui-progress-count = { $done } / { $total }
ui-open-list = 一覧を開く
ui-nothing-fits = 当てはまるものがありません
ui-splitter = { $panel }の幅
ui-messages = お知らせ
ui-message-error = エラー
ui-message-warning = 注意
ui-message-success = 完了
ui-message-info = お知らせ
ui-log-number = 記録番号 { $number }
ui-error-unknown = 予期しない問題が起きました。
ui-error-unknown-safe = 保存済みの内容は失われていません。
ui-error-unknown-todo = もう一度行ってください。繰り返す場合は、この表示を担当者に伝えてください。

## 枠

ui-frame-navigation = 画面の切り替え
ui-frame-place = 市と計画
ui-frame-plan = 計画を選ぶ
ui-frame-year = 年度
ui-frame-search = 検索
ui-frame-undo = 元に戻す
ui-frame-redo = やり直す
ui-frame-nothing-to-undo = 元に戻す操作はありません
ui-frame-nothing-to-redo = やり直す操作はありません
ui-frame-clean = すべて保存済み
ui-frame-read-only = 読み取りだけ（変更できません）
ui-frame-saved = 保存済み { $time }
ui-frame-saving = 保存しています…
ui-frame-unsaved = 保存できていません
ui-frame-no-file = ファイルを開いていません
ui-frame-detail = 詳細
ui-frame-show-detail = 詳細を表示
ui-frame-hide-detail = 詳細を隠す
ui-frame-status = 状態
ui-frame-work = 作業中
ui-frame-main = 本文
ui-frame-findings = { $screen }（{ $count }件）
ui-status-rows = { $count }項目
ui-status-selected = 選択 { $count }セル
ui-status-sum = 合計 { $value }
ui-status-mean = 平均 { $value }

## 表

grid-field = { $column }を入力
grid-help = 矢印キーで移動、文字を打つと置き換え、F2で編集、Escで取り消します。Shift+F10で列の操作を開きます。
grid-cell-error = 要確認
grid-cell-changed = 変更あり
grid-choices = { $column }の候補
grid-column-menu = 「{ $column }」の列
grid-column-wider = 幅を広げる
grid-column-narrower = 幅を狭める
grid-column-fit = 文字に合わせた幅
grid-column-left = 左へ移す
grid-column-right = 右へ移す
grid-column-freeze = ここまで固定する
grid-column-free = 固定をやめる
grid-column-hide = この列を隠す
grid-column-show = 「{ $column }」を表示する
grid-column-show-all = すべての列を表示する
grid-find = 表の中を検索
grid-find-count = { $count }件
grid-find-at = { $at } / { $count }件
grid-find-next = 次へ
grid-find-back = 前へ
grid-paste-title = 貼り付ける前の確認
grid-paste-summary = { $edits }セルを変更します。入力済みのセルの上書きは{ $overwrites }セル、貼り付けられないのは{ $refusals }セルです。
grid-paste-overwrites = 上書きされるセル
grid-paste-refusals = 貼り付けられないセル
grid-paste-row = 行
grid-paste-column = 列
grid-paste-before = 今の内容
grid-paste-after = 貼り付ける内容
grid-paste-text = 内容
grid-paste-why = 理由
grid-paste-blank = （空にする）
grid-paste-readonly = 変更できないセル
grid-paste-choice = 選べる語ではない
grid-paste-outside = 表の外
grid-paste-more = ほか{ $count }セル
grid-paste-only-blank = 空のセルだけに貼り付ける（{ $count }セル）
grid-paste-do = 貼り付ける（{ $count }セル）

## 工程（画面）

schedule-no-lane = （取組項目なし）
schedule-no-bar = 工程なし
schedule-no-words = 語なし
schedule-bar = 「{ $words }」{ $first }から{ $last }まで。
schedule-bar-field = 工程の語を入力
schedule-lane-field = 取組項目を入力
schedule-help = Shift+矢印キーで工程を引き、文字を打つと語が入ります。Alt+左右で移動、Alt+Shift+左右で長さ、Alt+Shift+上下で行をまたぐ数を変え、Deleteで消します。Ctrl+Enterで取組項目を加えます。

## 計画の体系（画面）

tree-field = 名称を入力
tree-help = 上下で移動、左右で開閉、F2で名称を変更、Alt+矢印キーで並べ替えと階層の上げ下げ、Insertで追加、Shift+Insertで下に追加、Deleteで削除します。

## コマンド（kaikaku）

cli-about = 改革工房のコマンド。画面と同じことを、画面なしで行います。
cli-heading-usage = 使い方：
cli-heading-commands = コマンド：
cli-heading-arguments = 引数：
cli-heading-options = オプション：
cli-value-file = ファイル
cli-value-command = コマンド
cli-value-options = オプション
cli-value-city = 市の名前
cli-value-programme = programme.json
cli-value-source = 表のファイル
cli-value-folder = フォルダー
cli-value-chart = 図の名前
cli-value-format = 形式
cli-value-number = 数
cli-value-out = 書き出し先
cli-value-paper = progress
cli-new = 新しいファイルを作る
cli-sample = 見本の市（みどり野市）のファイルを作る
cli-show = ファイルの内容を見る
cli-load = 計画データ（programme.json）を読み込む
cli-import = CSVの表を取り込む
cli-chart = 図を書き出す
cli-paper = 会議資料を書き出す
cli-undo = 直前の操作を元に戻す
cli-redo = 元に戻した操作をやり直す
cli-history = 操作の履歴を見る
cli-check = 点検する
cli-argument-file = 改革工房のファイル（.kaikaku）
cli-argument-programme = 読み込む計画データ
cli-argument-source = 取り込むCSV
cli-argument-chart = 書き出す図の名前（省くとすべての図）
cli-argument-paper = 会議資料の種類（progress：進捗状況）
cli-option-help = 使い方を表示する
cli-option-version = 版を表示する
cli-option-json = JSONで出力する
cli-option-city = 市の名前
cli-option-dry-run = 読み取りの結果だけを見る（書き込まない）
cli-option-all = すべての図
cli-option-out-dir = 書き出すフォルダー
cli-option-out-paper = 書き出すファイル（.pdf または .xlsx）
cli-option-format = 形式（svg、png、pdf、emf）
cli-option-dpi = PNGの解像度（既定は300）
cli-option-mono = 白黒コピー用
cli-option-width = 図の幅（mm）
cli-error = エラー：{ $text }
cli-hint = 使い方は kaikaku --help で見られます。
cli-unknown = 書き出すファイルの名前の終わりを .pdf か .xlsx にしてください。
cli-missing = 足りないものがあります：{ $arg }
cli-bad-value = { $arg } に「{ $value }」は使えません。
cli-conflict = { $arg } と { $other } は一緒に使えません。
cli-twice = { $arg } は一度だけ指定してください。
cli-unknown-argument = 「{ $arg }」は分かりません。
cli-made = 作成：{ $path }
cli-step = { $at }　{ $label }　{ $who }
cli-step-undone = { $at }　{ $label }　{ $who }（元に戻し済み）
cli-read-cell = {"  "}{ $line }行　{ $column }　「{ $source }」→ { $understood }
cli-findings = 確認が必要なところ：{ $count }か所
cli-finding = {"  "}{ $line }行　{ $column }　「{ $source }」：{ $text }{ $outcome }
cli-dry-run = 試しに読んだだけです。ファイルには書き込んでいません。
cli-taken = 取り込みました。追加 { $added }件、更新 { $updated }件。
cli-check-clean = 確認が必要なところはありません。
cli-nothing-to-turn = 元に戻す・やり直す操作はありません。

error-no-file = ファイルが開かれていません。
    .safe = 何も変わっていません。
    .todo = ホームからファイルを開くか、新しく作ってください。
error-not-offered = そのファイルは開けません。
    .safe = 何も変わっていません。
    .todo = 「開く」からファイルを選んでください。

## 画面の全体

app-refresh = 最新の内容を表示
app-open-other = ファイルを開く
app-screen-home = ホーム
app-screen-plan = 計画
app-screen-schedule = 工程
app-screen-progress = 進捗
app-screen-fiscal = 財政
app-screen-papers = 会議資料
app-screen-check = 点検
app-window-title = { $city } { $file } - 改革工房
app-dropped-unknown = 「{ $name }」は開けません。
app-dropped-todo = 改革工房のファイル（.kaikaku）か、CSVの表を落としてください。
app-dropped-no-file = 表を取り込むファイルが開かれていません。
app-dropped-no-file-todo = 先にファイルを開くか、新しく作ってください。そのあとで、もう一度表を落としてください。
app-saves-itself = 入力した内容は、そのつどファイルに保存されています。
app-read-only = 読み取りだけで開いているため、保存するものはありません。
app-loaded = 計画データを読み込みました。
app-loaded-todo = 読み込む前に戻すには「元に戻す」（Ctrl+Z）を使います。
app-written = 書き出しました。
app-file = ファイル
app-file-new = 新しい計画
app-file-open = 開く
app-file-sample = 見本を開く
app-file-gone = 見つかりません
app-file-add-plan = 計画を加える
app-file-import = 表を取り込む（CSV）
app-file-load = 計画データを読み込む（programme.json）
app-file-copy = 写しを保存
app-file-export = 計画データを書き出す（programme.json）
app-file-user = 利用者の名前
app-file-close = 閉じる
app-user-title = 利用者の名前
app-user-label = 名前
app-user-example = 行政改革推進室　山田
app-user-hint = 履歴に「だれが変更したか」として残ります。この端末だけの設定です。
app-user-keep = 決定

new-plan-title-file = 新しい計画のファイルを作る
new-plan-title-plan = このファイルに計画を加える
new-plan-city = 市の名前
new-plan-city-example = みどり野市
new-plan-city-missing = 市の名前を入力してください。
new-plan-name = 計画の名前
new-plan-name-example = 第3期行財政改革推進プラン
new-plan-name-hint = まだ決まっていなければ空のままで構いません。後から「計画を加える」で作れます。
new-plan-name-missing = 計画の名前を入力してください。
new-plan-first = 始まりの年度
new-plan-first-example = 令和7年度
new-plan-last = 終わりの年度
new-plan-last-example = 令和10年度
new-plan-year-missing = 年度を入力してください。
new-plan-levels = 体系の階層の名前
new-plan-levels-example = 方向性、実施項目
new-plan-levels-hint = 上の階層から順に「、」で区切ります。最後の階層が、毎年度の実績と評価を書く項目になります。空のままなら「方向性、実施項目」です。
new-plan-make = 保存する場所を選んで作る
new-plan-add = 計画を加える

## 検索

search-title = 検索
search-words = 探す言葉
search-placeholder = 名称、実績、所管課の取組などの言葉
search-hint = 全角と半角、ひらがなとカタカナを区別せずに、計画・工程・進捗・財政の全体から探します。
search-none = 「{ $words }」は見つかりません。別の言い方で探してください。
search-found = 見つかったところ
search-count = { $count }か所　↑↓で選び、Enterで移動します。

## 画面：ホーム

home-empty-title = 計画のファイルを開いてください
home-empty-text = 新しく作るか、見本で試すか、手元のExcelの表（CSV）から始められます。
home-empty-import = Excel（CSV）から取り込む
home-recent = 最近のファイル
home-recent-gone = { $path }（見つかりません）
home-drop = ファイル（.kaikaku）をこの画面に落として開くこともできます。
home-no-plan = このファイルにはまだ計画がありません
home-no-plan-text = 計画の名前と年度を決めて体系を作るか、進捗状況の表（CSV）を取り込んでください。
home-title = { $city }の行財政改革
home-read-only = このファイルは読み取りだけで開いています。変更するには、ファイルのメニューの「写しを保存」で写しを作り、その写しを開いてください。
home-meeting = 会議
home-meeting-date = 日時
home-meeting-no-date = 未定
home-meeting-place = 場所
home-no-meeting = 会議がまだ登録されていません。会議を作ると、資料の準備をここから始められます。
home-make-meeting = 会議を作る
home-to-papers = 会議資料へ
home-no-papers = 資料がまだありません。
home-paper-no-number = 資料
home-paper-progress = 進捗状況
home-tally = { $year }の評価
home-tally-none = 項目がまだありません。計画で項目を加えてください。
home-tally-all = 対象の項目
home-items = { $count }項目
home-without-actual = 実績が未入力の項目：
home-all-actual = 実績はすべての項目に入力されています。
home-check-none = 確認が必要なところはありません。
home-check-count = 確認が必要なところ { $count }件
home-check-text = 読み取れない数値や年度、理由のない評価などを挙げています。
home-latest = 最近の操作
home-latest-none = このファイルではまだ操作がありません。
home-undone = （元に戻し済み）

## 画面：計画

plan-grid = 計画の項目
plan-tree = 計画の体系
plan-tree-toggle = 体系
plan-tools = 計画の操作
plan-row = 行の操作
plan-lanes = 取組項目
plan-add-behind = 行を加える
plan-add-below = 下の階層に加える
plan-add-deepest = { $level }を下に加える
plan-add-first = 最初の{ $level }を加える
plan-new-title = 新しい{ $level }
plan-move-up = 上へ
plan-move-down = 下へ
plan-move-in = 階層を下げる
plan-move-out = 階層を上げる
plan-unfold = 下の行を開く
plan-fold = 下の行を閉じる
plan-remove = 削除
plan-texts = 本文の列
plan-texts-hint = 方向性などの本文と取組項目の列を表示します。
plan-section-add = 本文の列を加える
plan-section-title = 見出し
plan-section-example = 目指す姿
plan-section-hint = 表に列が加わります。セルに書くと、その項目の本文になります。
plan-section-taken = 同じ見出しの列が既にあります。
plan-section-do = 列を加える
plan-empty = この計画にはまだ項目がありません
plan-empty-text = 最初の{ $level }を加えると、表に直接書き込めます。進捗状況の表（CSV）を取り込んで始めることもできます。
plan-removal-title = 項目の削除
plan-removal-what = 「{ $title }」を削除します。
plan-removal-with = 次の内容も一緒に消えます。
plan-removal-below = 下の階層の{ $count }項目
plan-removal-lanes = 取組項目 { $count }件
plan-removal-records = 年度ごとの記録 { $count }件
plan-removal-safe = 間違えたときは「元に戻す」（Ctrl+Z）で元どおりになります。

## 画面：進捗

progress-grid = { $year }の進捗
progress-reason = { $judge }の理由
progress-reason-short = 理由
progress-ended = この年度より前に終了した項目です。
progress-foreign-word = 評価の語にない言葉です。一覧から選んでください。
progress-reason-owed = 理由が書かれていません。
progress-filters = { $item }の絞り込み
progress-filter-all = すべて
progress-filter-unjudged = 評価が未入力
progress-filter-actual = 実績が未入力
progress-filter-reason = 理由が未入力
progress-none = 当てはまる項目はありません
progress-none-text = 絞り込みをやめると、すべての項目が表示されます。
progress-show-all = すべて表示
progress-empty = この計画にはまだ{ $level }がありません
progress-empty-text = 計画の画面で{ $level }を加えると、ここで年度ごとの実績と評価を入力できます。
progress-to-plan = 計画へ

## 画面：点検

check-kinds = 種類で絞り込む
check-all = すべて { $count }
check-kind-count = { $kind } { $count }
check-kind-damaged = ファイルの破損
check-kind-broken = つながりの誤り
check-kind-figure = 読めない数値
check-kind-target = 読めない目標
check-kind-year = 読めない年度
check-kind-evaluation = 語にない評価
check-kind-reason = 理由のない評価
check-count = { $count }件
check-hint = ↑↓で選び、Enterでその場所へ移動します。
check-go = 移動
check-none = 確認が必要なところはありません
check-none-text = 数値・年度・評価・つながりを点検しました。内容を変えるたびに点検し直します。

## 詳細

detail-tabs = 詳細の内容
detail-sections = 方向性
detail-lanes = 取組・工程
detail-records = 年度の記録
detail-history = 履歴
detail-none = 行を選ぶと、その内容がここに表示されます。
detail-office-joint = 、
detail-office-related = （{ $name }）
detail-years = { $first }～{ $last }
detail-as-before = →（前年度と同じ）
detail-judge = { $axis }（{ $who }）
detail-no-sections = 本文はまだありません。表の本文の列に書き込むと、ここに表示されます。
detail-markers = 印：{ $markers }
detail-no-lanes = 取組項目はまだありません。
detail-to-schedule = 工程で編集
detail-before = 前年度
detail-no-record = { $year }の記録はまだありません。
detail-to-record = 進捗で編集
detail-history-choose = 表のセルを選ぶと、その値の移り変わりが表示されます。
detail-history-none = このファイルで変更された記録はありません。
detail-old = 前
detail-new = 後
detail-emptied = （空にした）

## 画面：財政

fiscal-table = 財政指標の表
fiscal-tools = 表の操作
fiscal-column-name = 指標
fiscal-column-unit = 単位
fiscal-column-target = 目標
fiscal-column-target-year = 目標の年度
fiscal-column-account = 会計
fiscal-plan-row = { $name }〔計画〕
fiscal-kind = 区分
fiscal-kind-key = Ctrl+{ $key }
fiscal-kind-settled = 決算
fiscal-kind-provisional = 決算見込
fiscal-kind-budget = 予算
fiscal-kind-planned = 計画
fiscal-kind-outlook = 見通し
fiscal-kind-actual = 実績
fiscal-kind-words = 決算 決算額 決算値 決算見込 決算見込み 見込 見込み 見込値 見込額 予算 予算額 当初予算 計画 計画値 計画額 見通し 実績 実績値
fiscal-sign-settled = 決
fiscal-sign-provisional = 見
fiscal-sign-budget = 予
fiscal-sign-planned = 計
fiscal-sign-outlook = 通
fiscal-sign-actual = 実
fiscal-kind-none = 区分を変える値がありません。
fiscal-kind-none-todo = 数の入ったセルを選んでください。空欄や「—」には区分がありません。既に同じ区分のセルはそのままです。
fiscal-kind-kept = { $count }セルは、セルの言葉が示す区分のままです。
fiscal-kind-kept-todo = セルを編集し、かっこの中の「見込」などの言葉を直してください。
fiscal-doubt-number = 数として読めません。書いたとおりに残しますが、図と計算には使いません。
fiscal-doubt-grouping = 桁区切りのコンマの位置が正しくありません。
fiscal-doubt-unit = 単位「{ $unit }」は誤字のようです。
fiscal-doubt-bracketed = かっこの中の数が、負の数か、内数・外数かが分かりません。
fiscal-doubt-digits = 桁が多すぎて、正確に扱えません。
fiscal-doubt-remark = かっこの中の「{ $text }」が、時点・区分・順位として読めません。
fiscal-doubt-rank = 順位が団体の数を超えています。
fiscal-legend = 表の記号
fiscal-legend-firm = 確定した値
fiscal-legend-tentative = 見込・計画など（斜体・斜線）
fiscal-legend-blank = まだない
fiscal-legend-dash = 該当なし
fiscal-legend-fault = 読み取れない
fiscal-cell-menu = セルの操作
fiscal-add = 指標を追加
fiscal-remove = 指標を削除
fiscal-rename = 指標の名称を変更
fiscal-make-chart = 選んだ行で図を作る
fiscal-years-back = 前の年度を表示
fiscal-and = 、
fiscal-removed = 「{ $names }」を削除しました。図の中のその系列も除きました。
fiscal-removed-todo = Ctrl+Z で元に戻せます。
fiscal-empty = 財政指標がまだありません
fiscal-empty-text = 経常収支比率や市債残高などの指標を追加して年度ごとの値を入力するか、CSVの表から取り込んでください。
fiscal-empty-import = 表から取り込む
fiscal-new-name = 名称
fiscal-new-name-hint = 会議資料と図に印刷される名称です。例：経常収支比率
fiscal-new-name-missing = 名称を入力してください。
fiscal-new-unit = 単位
fiscal-new-unit-hint = 例：%、億円、人。単位のない指数は空欄のままにします。
fiscal-new-decimals = 小数の桁数
fiscal-new-do = 追加する
fiscal-height = { $part }の高さ
fiscal-charts = 図の一覧
fiscal-picture = 図
fiscal-picture-tools = 図の操作
fiscal-mono = 白黒コピー用
fiscal-size = { $width }×{ $height }mm
fiscal-export = 書き出し
fiscal-export-all = すべての図（{ $count }）
fiscal-export-work = 図の書き出し（{ $count }件）
fiscal-alt = 図の説明文
fiscal-no-chart = 図がまだありません
fiscal-no-chart-text = 上の表で図にする指標の行を選び、「選んだ行で図を作る」を押してください。
fiscal-chart-title-one = { $name }の推移
fiscal-chart-title-many = { $names }の推移
fiscal-chart-names-more = { $names }ほか
fiscal-chart-title-again = { $title }（{ $number }）
fiscal-chart-removed = 図「{ $title }」を削除しました。
fiscal-chart-remove = この図を削除
fiscal-options = 図の設定
fiscal-title = 題名
fiscal-series = 系列
fiscal-mark-line = 折れ線
fiscal-mark-bar = 棒
fiscal-mark-stacked = 積み上げ棒
fiscal-mark-of = { $series }の描き方
fiscal-axis-left = 左軸
fiscal-axis-right = 右軸
fiscal-axis-of = { $series }の軸
fiscal-doubt-accounts = 会計の違う系列が一つの図にあります：{ $accounts }
fiscal-doubt-units = 単位の違う系列が同じ軸にあります：{ $units }
fiscal-first-year = 始まりの年度
fiscal-last-year = 終わりの年度
fiscal-years-from-first = 最初の値から
fiscal-years-to-last = 最後の値まで
fiscal-show-targets = 目標を示す
fiscal-second-line = 年度の下の行
fiscal-second-kind = 決算・見込の別
fiscal-second-western = 西暦
fiscal-second-nothing = なし
fiscal-width = 幅（mm）
fiscal-height-mm = 高さ（mm）
fiscal-size-limits = { $smallest }～{ $largest }mmの数で入力してください。
fiscal-source = 出典
fiscal-note = 注記
fiscal-source-example = 資料：財政課
fiscal-note-example = ※令和6年度は決算見込みである。

## 画面：会議資料

papers-list = 会議
papers-add = 会議を追加
papers-edit = 編集
papers-edit-title = 会議と資料の編集
papers-edit-of = { $meeting }を編集
papers-remove = 削除
papers-remove-of = { $meeting }を削除
papers-removed = 「{ $meeting }」を削除しました。
papers-removed-todo = Ctrl+Z で元に戻せます。
papers-none = 資料はまだありません。
papers-no-date = 日付は未定
papers-progress-of = { $plan }　進捗状況（{ $year }）
papers-empty = 会議がまだありません
papers-empty-text = 会議を作ると、計画の進捗状況をA3の資料にして、PDFとExcelで書き出せます。
papers-empty-do = 最新の計画の会議を作る
papers-no-plan = 先に「計画」で計画を作ってください。
papers-to-plan = 計画へ
papers-no-paper = 資料のある会議がありません
papers-no-paper-text = 左の一覧で会議の「編集」を押し、資料を追加してください。
papers-first-number = 第1回
papers-first-name = 行財政改革推進委員会
papers-number = 回
papers-number-hint = 例：第3回
papers-name = 名称
papers-name-missing = 会議の名称を入力してください。
papers-date = 日付
papers-date-hint = 例：令和6年2月2日（未定は空欄）
papers-place = 場所
papers-papers = 資料
papers-doc-no = 資料番号
papers-kind = 種類
papers-kind-progress = 進捗状況（A3）
papers-plan = 計画
papers-year = 年度
papers-title = 題名
papers-title-usual = （いつもの題名）
papers-order = 順番
papers-up = { $paper }を上へ
papers-down = { $paper }を下へ
papers-paper-remove = { $paper }を除く
papers-paper-add = 資料を追加
papers-save = 保存する
papers-preview = 資料のページ
papers-preview-tools = ページの操作
papers-page = { $page } / { $pages } ページ
papers-page-back = 前のページ
papers-page-next = 次のページ
papers-page-alt = { $title }　{ $page }ページ（全{ $pages }ページ）
papers-pages-of = { $paper }のページ。PageUpとPageDownでめくります。
papers-zoom = 表示の大きさ
papers-zoom-width = 幅に合わせる
papers-zoom-page = 全体
papers-zoom-paper = 100%
papers-setting = 資料を組んでいます…
papers-export = 書き出し
papers-export-work = 会議資料の書き出し

## 画面：取り込み

import-title = 表の取り込み
import-begin = 取り込む表を選んでください
import-begin-text = 財政指標の表か進捗状況の表のCSVを読み取ります。読み取った内容を確かめてから取り込むので、選んだだけでは何も変わりません。
import-choose = CSVファイルを選ぶ
import-choose-other = 別のファイルを選ぶ
import-reading = 表を読み取っています…
import-findings = 確認が必要なところが{ $count }か所あります。
import-findings-todo = 行を選んで Ctrl+Enter を押すと、下の一覧の同じセルを示します。元の表は直しません。
import-findings-list = 確認が必要なところ
import-clean = すべてのセルを読み取れました。
import-cells = 読み取ったセル（{ $count }）
import-column-line = 行
import-column-heading = 列
import-column-source = 元の表の内容
import-column-finding = 気になる点
import-column-outcome = 取り込みでの扱い
import-column-understood = 読み取った内容
import-whole-row = 行全体
import-not-yet = まだ何も取り込んでいません。
import-no-file = 取り込むには、先にファイルを開いてください。
import-apply = 取り込む
import-taken = 「{ $source }」を取り込みました。追加 { $added }件、更新 { $updated }件。
import-taken-todo = 取り込む前に戻すには、Ctrl+Z か「元に戻す」を使ってください。

## 画面：書き出したファイル

written-what = { $count }個のファイルを書き出しました。
written-where = 場所：{ $folder }
written-and = 、
written-copy = 場所をコピー

## 画面：工程

schedule-label = { $name }（{ $asof }）
schedule-baseline = 細い帯は、一つ前の時点の工程です。
schedule-new-lane = 新しい取組項目
schedule-empty = まだ項目がありません。「計画」で項目を追加してください。
schedule-none = この計画には年度スケジュールがありません。
