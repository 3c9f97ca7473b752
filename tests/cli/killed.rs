//! Pulling the plug: whatever was printed as done is in the file, and the file is whole.

use std::process::Stdio;
use std::time::Duration;

use workbench::Workbench;
use workbench::texts::Texts;

use crate::bench::{Bench, kaikaku};

#[test]
fn a_killed_write_is_done_whole_or_not_at_all_and_never_lost_once_told() {
    let bench = Bench::with_sample();
    let texts = Texts::japanese();
    let file = bench.path("市.kaikaku");
    let mut now = bench.shown("市.kaikaku");
    let (mut told, mut lost, mut steps) = (0, 0, 0);
    for round in 0..40_u32 {
        // Every text of the file changes, so that every page of it is written.
        let next = if now.contains("着実な") {
            now.replace("着実な", "")
        } else {
            now.replace("実施", "着実な実施")
        };
        assert!(next != now);
        bench.write("次.json", &next);
        let mut child = kaikaku()
            .arg("load")
            .args([&file, &bench.path("次.json")])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        if round % 8 != 7 {
            // From the start of the program to well after its end.
            std::thread::sleep(Duration::from_micros(u64::from(round * 37 % 40) * 2_500));
            child.kill().unwrap();
        }
        let output = child.wait_with_output().unwrap();
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));

        let bench_of_this = Workbench::open(&file).unwrap();
        assert_eq!(bench_of_this.integrity().unwrap(), Vec::<String>::new());
        let found = workbench::interchange::to_json(&bench_of_this.programme().unwrap()).unwrap();
        let history = bench_of_this.history(&texts, 1000).unwrap().len();
        drop(bench_of_this);
        assert!(found == next || found == now, "round {round}: half of it was written");
        if !output.stdout.is_empty() {
            assert!(found == next, "round {round}: it was told to be done");
            told += 1;
        }
        if found == next {
            steps += 1;
        } else {
            lost += 1;
        }
        assert_eq!(history, steps, "round {round}: one step for every write");
        now = found;
    }
    assert!(told >= 5 && lost >= 1, "{told} told, {lost} killed before the end: the moments were badly chosen");
    for _ in 0..steps {
        bench.done(&["undo", "市.kaikaku"]);
    }
    let sample = workbench::interchange::to_json(&workbench::sample::programme().unwrap()).unwrap();
    assert!(bench.shown("市.kaikaku") == sample, "every step can be undone");
    assert_eq!(bench.names(""), ["市.kaikaku", "次.json"], "no journal is left");
}
