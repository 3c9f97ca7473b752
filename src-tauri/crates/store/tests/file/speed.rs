//! How long things take with 1,000 items and 10 years. Run by hand:
//! `cargo test -p store --release speed -- --ignored --nocapture`

use std::path::Path;
use std::time::{Duration, Instant};

use domain::programme::{NodeId, PlanId, YearRecord};
use domain::value::FiscalYear;
use store::{File, Table, node, programme, record};

use crate::dump::outside;
use crate::strategies::{city, step};

/// The median of several runs.
fn median(runs: usize, mut run: impl FnMut(usize)) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|number| {
            let start = Instant::now();
            run(number);
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[runs / 2]
}

/// One durable update of one row, with nothing around it.
fn bare(path: &Path, journal: &str, locking: &str) -> Duration {
    let conn = outside(path);
    conn.pragma_update(None, "locking_mode", locking).unwrap();
    conn.pragma_update(None, "journal_mode", journal).unwrap();
    conn.pragma_update(None, "synchronous", "FULL").unwrap();
    let mut update = conn.prepare("UPDATE record SET actual = ?1 WHERE node_id = 10 AND year = 2016").unwrap();
    median(200, |number| {
        update.execute([format!("実績{number}")]).unwrap();
    })
}

#[test]
#[ignore = "measures, for a person to read"]
fn speed() {
    let folder = tempfile::tempdir_in(".").unwrap();
    let path = folder.path().join("市.kaikaku");
    let made = city(1000, 10);
    let start = Instant::now();
    drop(File::create(&path, &made).unwrap());
    println!("create 1,000 items × 10 years   {:?}", start.elapsed());
    println!("size                            {} KB", std::fs::metadata(&path).unwrap().len() / 1000);
    println!("open (with quick_check)         {:?}", median(9, |_| drop(File::open(&path).unwrap())));
    let conn = outside(&path);
    let check = median(9, |_| {
        conn.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0)).unwrap();
    });
    println!("quick_check alone               {check:?}");
    drop(conn);

    let mut file = File::open(&path).unwrap();
    let plan = PlanId(1);
    println!(
        "node::of_plan                   {:?}",
        median(9, |_| drop(node::of_plan(&file.read(), plan, None).unwrap()))
    );
    let two = || Some(FiscalYear::new(2020).unwrap()..=FiscalYear::new(2021).unwrap());
    println!(
        "node::of_plan, two years        {:?}",
        median(9, |_| drop(node::of_plan(&file.read(), plan, two()).unwrap()))
    );
    println!("programme::read                 {:?}", median(9, |_| drop(programme::read(&file.read()).unwrap())));
    println!(
        "node::read                      {:?}",
        median(9, |_| drop(node::read(&file.read(), NodeId(500)).unwrap()))
    );

    let year = FiscalYear::new(2016).unwrap();
    let before = record::read(&file.read(), NodeId(10), year).unwrap().unwrap();
    let edit = median(200, |number| {
        let record = YearRecord { actual: format!("実績{number}"), ..before.clone() };
        file.write(&step(), |w| record::save(w, NodeId(10), &record)).unwrap();
    });
    println!("one edit, committed             {edit:?}");
    println!("undo                            {:?}", median(50, |_| drop(file.undo().unwrap().unwrap())));
    println!("redo                            {:?}", median(50, |_| drop(file.redo().unwrap().unwrap())));
    println!("history of 50                   {:?}", median(9, |_| drop(file.history(50, None).unwrap())));
    println!(
        "value_history over 200 steps    {:?}",
        median(9, |_| drop(file.value_history(Table::Record, &[10, 2016], "actual").unwrap()))
    );
    let mut other = made.clone();
    for item in &mut other.plans[0].nodes {
        for record in &mut item.records {
            record.issues = "全件を見直した。".into();
        }
    }
    let start = Instant::now();
    file.write(&step(), |w| programme::replace(w, &other)).unwrap();
    println!("replace, 10,000 records differ  {:?}", start.elapsed());
    let start = Instant::now();
    file.write(&step(), |w| programme::replace(w, &other)).unwrap();
    println!("replace, nothing differs        {:?}", start.elapsed());
    println!("undo of 10,000 records          {:?}", median(1, |_| drop(file.undo().unwrap().unwrap())));
    println!(
        "backup                          {:?}",
        median(5, |_| file.backup_to(&folder.path().join("写し")).unwrap())
    );
    for _ in 0..8 {
        file.write(&step(), |w| programme::replace(w, &made)).unwrap();
        file.write(&step(), |w| programme::replace(w, &other)).unwrap();
    }
    drop(file);
    let size = std::fs::metadata(&path).unwrap().len() / 1_000_000;
    println!("open with a history, {size} MB      {:?}", median(5, |_| drop(File::open(&path).unwrap())));
    for (journal, locking) in
        [("DELETE", "NORMAL"), ("DELETE", "EXCLUSIVE"), ("TRUNCATE", "EXCLUSIVE"), ("PERSIST", "EXCLUSIVE")]
    {
        println!("bare update, {journal:8} {locking:9}  {:?}", bare(&path, journal, locking));
    }
}
