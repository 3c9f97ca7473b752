//! Files and requests that cannot be: exit code 1, three sentences in Japanese on stderr, and the
//! file as it was.

use std::fs;
use std::path::Path;

use workbench::Workbench;

use crate::bench::{Bench, fixture, kaikaku};

/// What happened, what is safe, what to do.
fn told(err: &str, what: &str) {
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 3, "{err}");
    assert!(lines[0].starts_with(&format!("エラー：{what}")), "{err}");
    assert!(lines.iter().all(|line| line.ends_with(['。', '）']) || line.contains('：')), "{err}");
    assert!(!err.contains("{$") && lines.iter().all(|line| !line.is_ascii()), "{err}");
}

/// Every command that opens a file.
fn commands(file: &str) -> Vec<Vec<String>> {
    let of = |args: &[&str]| args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>();
    let table = fixture("fiscal-utf8-bom.csv").display().to_string();
    vec![
        of(&["show", file]),
        of(&["show", file, "--json"]),
        of(&["load", file, "計画.json"]),
        of(&["import", file, &table]),
        of(&["import", file, &table, "--dry-run"]),
        of(&["chart", file, "--out", "図"]),
        of(&["paper", file, "progress", "--out", "資料1.pdf"]),
        of(&["tally", file]),
        of(&["undo", file]),
        of(&["redo", file]),
        of(&["history", file]),
        of(&["check", file]),
    ]
}

#[test]
fn every_command_refuses_a_file_that_is_none() {
    let bench = Bench::with_sample();
    let whole = bench.bytes("市.kaikaku");
    bench.write("計画.json", bench.shown("市.kaikaku"));
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&7_u32.to_be_bytes());
    let spoilt: [(&str, &[u8], &str); 4] = [
        ("文章.kaikaku", "市の計画".as_bytes(), "改革工房のファイルではありません：文章.kaikaku"),
        ("空.kaikaku", b"", "改革工房のファイルではありません：空.kaikaku"),
        ("壊れ.kaikaku", &whole[..whole.len() / 2], "ファイルが壊れています：壊れ.kaikaku"),
        ("新しい.kaikaku", &newer, "このファイルは新しい版の改革工房で作られています：新しい.kaikaku"),
    ];
    for (name, bytes, what) in spoilt {
        bench.write(name, bytes);
        for args in commands(name) {
            // The path is told from the root; its end is the one that was given.
            let err = bench.fails(1, &args).replace(&format!("{}/", bench.path("").display()), "");
            told(&err.replace(&bench.path("").display().to_string(), ""), what);
        }
        assert_eq!(bench.bytes(name), bytes, "{name} is as it was");
    }
    for args in commands("ない.kaikaku") {
        let err = bench.fails(1, &args);
        assert!(err.contains("ファイルが見つかりません") && err.contains("ない.kaikaku"), "{err}");
    }
    let err = bench.fails(1, &["sample", "ない/市.kaikaku"]);
    assert!(err.contains("フォルダーがありません"), "{err}");
    let open = Workbench::open(&bench.path("市.kaikaku")).unwrap();
    for args in commands("市.kaikaku") {
        let err = bench.fails(1, &args);
        assert!(err.starts_with("エラー：ほかの改革工房がこのファイルを開いています"), "{err}");
    }
    drop(open);
    assert_eq!(bench.bytes("市.kaikaku"), whole);
    let names = ["壊れ.kaikaku", "市.kaikaku", "文章.kaikaku", "新しい.kaikaku", "空.kaikaku", "計画.json"];
    let mut names = names.map(str::to_owned);
    names.sort();
    assert_eq!(bench.names(""), names, "nothing else was made");
}

#[test]
fn tables_and_programmes_that_are_none_are_refused() {
    let bench = Bench::with_sample();
    let whole = bench.bytes("市.kaikaku");
    let import = |source: &Path| bench.fails(1, &["import".as_ref(), "市.kaikaku".as_ref(), source.as_os_str()]);
    for (name, what) in [
        ("empty.csv", "ファイルに何も入っていません。"),
        ("fiscal-euc-jp.csv", "文字コードが分かりません（1行目）。"),
        ("fiscal-damaged-utf8.csv", "文字コードが分かりません（6行目）。"),
        ("fiscal-missing-columns.csv", "必要な列がありません：区分、値"),
        ("fiscal-header-only.csv", "見出しだけで、内容の行がありません。"),
        ("other-form.csv", "何の表かが分かりません。見出し：質問、回答数"),
        ("unclosed-quote.csv", "4行目の\"が閉じられていません。"),
    ] {
        let err = import(&fixture(name)).replace("「\"」", "\"");
        told(&err, what);
    }
    told(&import(&bench.path("ない.csv")), "ファイルが見つかりません：");
    let shown = bench.shown("市.kaikaku");
    for (json, what) in [
        ("これは計画ではない".to_owned(), "計画データ（programme.json）として読めません。"),
        (shown.replace("\"format_version\": 2", "\"format_version\": 3"), "計画データの版（3）が新しすぎます。"),
        (shown.replacen("\"parent\": 14", "\"parent\": 999", 1), "計画データのつながりに誤りが1か所あります。"),
    ] {
        bench.write("誤り.json", json);
        told(&bench.fails(1, &["load", "市.kaikaku", "誤り.json"]), what);
    }
    told(&bench.fails(1, &["load", "市.kaikaku", "ない.json"]), "ファイルが見つかりません：ない.json");
    assert_eq!(bench.bytes("市.kaikaku"), whole, "the file is as it was");
}

#[test]
fn charts_and_papers_that_cannot_be_are_refused_before_anything_is_written() {
    let bench = Bench::with_sample();
    let whole = bench.bytes("市.kaikaku");
    let chart = |options: &[&str]| bench.fails(1, &[&["chart", "市.kaikaku", "--out", "図"], options].concat());
    told(&chart(&["ない図"]), "「ない図」という図はありません。");
    told(&chart(&["--dpi", "9999"]), "解像度 9999dpiでは書き出せません。");
    told(&chart(&["--width-mm", "10"]), "図が小さすぎて、文字が重なります。");
    told(&chart(&["--width-mm", "9000"]), "図が大きすぎます。");
    assert_eq!(bench.bytes("市.kaikaku"), whole);
    bench.done(&["new", "空の市.kaikaku", "--city", "空の市"]);
    told(&bench.fails(1, &["chart", "空の市.kaikaku", "--out", "図"]), "表示できる内容がありません。");
    told(
        &bench.fails(1, &["paper", "空の市.kaikaku", "progress", "--out", "資料.pdf"]),
        "表示できる内容がありません。",
    );
    let shown = bench.shown("市.kaikaku");
    bench.write("外字.json", shown.replace("髙﨑地区における", "𠮷野地区における").replace("定員の推移", "𠮷野の定員"));
    bench.done(&["load", "市.kaikaku", "外字.json"]);
    for args in [
        ["paper", "市.kaikaku", "progress", "--out", "資料1.pdf"].as_slice(),
        &["paper", "市.kaikaku", "progress", "--out", "資料1.xlsx"],
        &["chart", "市.kaikaku", "𠮷野の定員", "--out", "図"],
        &["chart", "市.kaikaku", "--all", "--out", "図"],
    ] {
        let err = bench.fails(1, args);
        told(&err, "書体にない文字があります：「𠮷」(U+20BB7)");
        assert!(err.contains("「𠮷野"), "the text it stands in is told: {err}");
    }
    assert_eq!(
        bench.names(""),
        ["外字.json", "市.kaikaku", "空の市.kaikaku"].map(str::to_owned),
        "nothing was written"
    );
}

/// Root may write everything, so the program is put where everybody may start it and run as nobody.
#[cfg(unix)]
#[test]
fn a_write_protected_file_can_be_read_and_not_written() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;

    let bench = Bench::with_sample();
    let whole = bench.bytes("市.kaikaku");
    bench.write("計画.json", bench.shown("市.kaikaku").replace("みどり野市", "別の市"));
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let place = tempfile::tempdir().unwrap();
    let program = place.path().join("kaikaku");
    fs::copy(kaikaku().get_program(), &program).unwrap();
    mode(place.path(), 0o755);
    mode(&bench.path("計画.json"), 0o444);
    let root = fs::metadata(bench.path("市.kaikaku")).unwrap().uid() == 0;
    let run = |args: &[&str]| {
        let mut command = std::process::Command::new(&program);
        command.args(args).current_dir(bench.path(""));
        if root {
            command.uid(65534).gid(65534);
        }
        crate::bench::Ran::of(command.output().unwrap())
    };
    mode(&bench.path("市.kaikaku"), 0o444);
    mode(&bench.path(""), 0o555);
    let shown = run(&["show", "市.kaikaku"]);
    let undone = run(&["undo", "市.kaikaku"]);
    let loaded = run(&["load", "市.kaikaku", "計画.json"]);
    let drawn = run(&["chart", "市.kaikaku", "--out", "図"]);
    let made = run(&["sample", "別.kaikaku"]);
    mode(&bench.path("市.kaikaku"), 0o000);
    let hidden = if root { Some(run(&["show", "市.kaikaku"])) } else { None };
    mode(&bench.path(""), 0o755);
    mode(&bench.path("市.kaikaku"), 0o644);
    assert_eq!((shown.code, shown.err.as_str()), (0, ""), "what is protected can be read");
    for (ran, what) in [
        (undone, "読み取り専用のため書き込めません："),
        (loaded, "読み取り専用のため書き込めません："),
        (drawn, "この場所に書き込む、または読む権限がありません："),
        (made, "この場所に書き込む、または読む権限がありません："),
    ] {
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        told(&ran.err, what);
    }
    if let Some(ran) = hidden {
        told(&ran.err, "この場所に書き込む、または読む権限がありません：");
    }
    assert_eq!(bench.bytes("市.kaikaku"), whole);
    assert_eq!(bench.names(""), ["市.kaikaku", "計画.json"].map(str::to_owned));
}
