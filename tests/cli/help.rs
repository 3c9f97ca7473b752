//! Help and faults of the command itself: in Japanese, with exit codes 0 and 2.

use crate::bench::{Bench, english};

const COMMANDS: [&str; 13] =
    ["new", "sample", "show", "load", "import", "chart", "paper", "tally", "undo", "redo", "history", "find", "check"];

#[test]
fn help_is_japanese_through_and_through() {
    let bench = Bench::new();
    let whole = bench.done(&["--help"]);
    assert!(whole.contains("使い方： kaikaku <コマンド>\n") && whole.contains("コマンド：\n"), "{whole}");
    for name in COMMANDS {
        assert!(whole.contains(&format!("\n  {name} ")), "{name} is listed: {whole}");
        let help = bench.done(&[name, "--help"]);
        assert!(help.contains(&format!("使い方： kaikaku {name} <ファイル>")), "{help}");
        assert!(help.contains("引数：\n") && help.contains("オプション：\n"), "{help}");
        assert_eq!(help, bench.done(&[name, "-h"]));
        assert_eq!(english(&help), None, "{help}");
        assert!(!help.contains("{$"), "{help}");
        let told = help.lines().filter(|line| line.starts_with("  "));
        for line in told {
            assert!(!line.trim_end().is_ascii(), "each argument says what it is: {line}");
        }
    }
    assert_eq!(english(&whole), None, "{whole}");
    assert_eq!(bench.done(&["--version"]), format!("kaikaku {}\n", env!("CARGO_PKG_VERSION")));
    let chart = bench.done(&["chart", "--help"]);
    assert!(chart.contains("kaikaku chart <ファイル> [図の名前] --out <フォルダー> [オプション]\n"), "{chart}");
    let paper = bench.done(&["paper", "--help"]);
    assert!(paper.contains("kaikaku paper <ファイル> <種類> --out <書き出し先> [オプション]\n"), "{paper}");
}

#[test]
fn what_is_not_understood_ends_in_two_and_is_told() {
    let bench = Bench::with_sample();
    let before = bench.bytes("市.kaikaku");
    let cases: &[(&[&str], &str)] = &[
        (&[], "使い方： kaikaku <コマンド>"),
        (&["print"], "「print」は分かりません。"),
        (&["show"], "足りないものがあります：<ファイル>"),
        (&["new", "別.kaikaku"], "足りないものがあります：--city <市の名前>"),
        (&["load", "市.kaikaku"], "足りないものがあります：<programme.json>"),
        (&["import", "市.kaikaku"], "足りないものがあります：<表のファイル>"),
        (&["chart", "市.kaikaku"], "足りないものがあります：--out <フォルダー>"),
        (&["chart", "市.kaikaku", "--out"], "足りないものがあります：--out <フォルダー>"),
        (&["show", "市.kaikaku", "--jason"], "「--jason」は分かりません。"),
        (&["show", "市.kaikaku", "ほか"], "「ほか」は分かりません。"),
        (&["undo", "市.kaikaku", "--json"], "「--json」は分かりません。"),
        (&["chart", "市.kaikaku", "--out", "図", "--format", "gif"], "--format <形式> に「gif」は使えません。"),
        (&["chart", "市.kaikaku", "--out", "図", "--dpi", "高い"], "--dpi <数> に「高い」は使えません。"),
        (&["chart", "市.kaikaku", "--out", "図", "--width-mm", "-1"], "「-1」は分かりません。"),
        (&["chart", "市.kaikaku", "定員の推移", "--all", "--out", "図"], "一緒に使えません。"),
        (&["chart", "市.kaikaku", "--out", "図", "--out", "絵"], "--out <フォルダー> は一度だけ指定してください。"),
        (&["paper", "市.kaikaku", "effect", "--out", "資料.pdf"], "<種類> に「effect」は使えません。"),
        (&["paper", "市.kaikaku", "progress", "--out", "資料.docx"], "名前の終わりを .pdf か .xlsx にしてください。"),
        (&["paper", "市.kaikaku", "progress", "--out", "資料"], "名前の終わりを .pdf か .xlsx にしてください。"),
    ];
    for (args, told) in cases {
        let err = bench.fails(2, args);
        assert!(err.contains(told), "{args:?}: {err}");
        assert!(err.ends_with("使い方は kaikaku --help で見られます。\n"), "{err}");
        let words = args.iter().fold(err.clone(), |text, arg| text.replace(arg, ""));
        assert_eq!(english(&words), None, "{args:?}: {err}");
    }
    assert_eq!(bench.names(""), ["市.kaikaku"], "nothing was made");
    assert_eq!(bench.bytes("市.kaikaku"), before);
}
