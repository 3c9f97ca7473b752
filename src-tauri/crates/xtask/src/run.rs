//! `cargo xtask run`: the product as a person meets it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::arguments::RunOptions;
use crate::display;
use crate::e2e::{EMBEDDED_PAGE, PROGRAMS};
use crate::places::Places;
use crate::process::{capture, cargo, command, execute};
use crate::setup::{self, Purpose};
use crate::steps::Steps;
use crate::trouble::Trouble;
use crate::ui;

/// The sample's file name.
const SAMPLE: &str = "みどり野市.kaikaku";

/// Builds, makes the sample and its outputs, says what was made, opens the window.
pub fn run(places: &Places, steps: &mut Steps, options: RunOptions) -> Result<(), Trouble> {
    let made = make(places, steps, options);
    steps.print_table();
    let sample = made?;
    println!("\nできたもの / made:\n{}", contents(places)?);
    if options.no_window {
        return Ok(());
    }
    if !display::is_there() {
        println!("\n画面がないため、ウィンドウは開きません / no display, no window.");
        return Ok(());
    }
    println!("\n改革工房を開きます…");
    execute(command(places, places.binary("kaikaku-kobo", options.release)).arg(sample))
}

fn make(places: &Places, steps: &mut Steps, options: RunOptions) -> Result<PathBuf, Trouble> {
    steps.step("準備", || setup::prepare(places, &[Purpose::Build]))?;
    steps.step("ui のビルド", || ui::build(places))?;
    steps.step("アプリのビルド", || {
        let mut build = cargo(places);
        build.arg("build").args(PROGRAMS).args(EMBEDDED_PAGE);
        if options.release {
            build.arg("--release");
        }
        execute(&mut build)
    })?;
    let kaikaku = || command(places, places.binary("kaikaku", options.release));
    let sample = steps.step("見本", || new_sample(places, kaikaku()))?;
    steps.step("図", || charts(&sample, &kaikaku))?;
    steps.step("資料", || papers(&sample, &kaikaku))?;
    steps.step("データ", || {
        let json = sample.with_extension("json");
        let text = capture(kaikaku().args(["show", "--json"]).arg(&sample))?;
        fs::write(&json, text).map_err(Trouble::at(&json))
    })?;
    Ok(sample)
}

/// Makes the sample anew; a sample that a person has changed since is kept beside it.
fn new_sample(places: &Places, mut kaikaku: Command) -> Result<PathBuf, Trouble> {
    let out = places.out();
    fs::create_dir_all(&out).map_err(Trouble::at(&out))?;
    let sample = out.join(SAMPLE);
    let as_made = places.target.join("sample-as-made.kaikaku");
    if sample.exists() {
        let before = fs::read(&sample).map_err(Trouble::at(&sample))?;
        if fs::read(&as_made).is_ok_and(|made| made == before) {
            fs::remove_file(&sample).map_err(Trouble::at(&sample))?;
        } else {
            let kept = free_name(&sample, Path::exists);
            fs::rename(&sample, &kept).map_err(Trouble::at(&kept))?;
            println!("前の見本は変更されているため残しました: {}", kept.display());
        }
    }
    execute(kaikaku.arg("sample").arg(&sample))?;
    fs::copy(&sample, &as_made).map_err(Trouble::at(&as_made))?;
    Ok(sample)
}

/// `name-変更1.kaikaku`, or the next number that is free.
fn free_name(path: &Path, taken: impl Fn(&Path) -> bool) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut number = 1;
    loop {
        let candidate = path.with_file_name(format!("{stem}-変更{number}.kaikaku"));
        if !taken(&candidate) {
            return candidate;
        }
        number += 1;
    }
}

fn charts(sample: &Path, kaikaku: &dyn Fn() -> Command) -> Result<(), Trouble> {
    let colour = emptied(sample.with_file_name("charts"))?;
    for (folder, mono) in [(colour.join("mono"), true), (colour, false)] {
        fs::create_dir_all(&folder).map_err(Trouble::at(&folder))?;
        for format in ["svg", "png", "pdf"] {
            let mut chart = kaikaku();
            chart.arg("chart").arg(sample).args(["--all", "--format", format, "--out"]).arg(&folder);
            if mono {
                chart.arg("--mono");
            }
            execute(&mut chart)?;
        }
    }
    Ok(())
}

fn papers(sample: &Path, kaikaku: &dyn Fn() -> Command) -> Result<(), Trouble> {
    let folder = emptied(sample.with_file_name("papers"))?;
    let kinds = [
        ("progress", "進捗状況"),
        ("tally", "評価の集計"),
        ("effects", "効果額"),
        ("plan", "計画書"),
        ("indicators", "指標一覧"),
        ("sheet", "調書"),
    ];
    for (kind, name) in kinds {
        for format in ["pdf", "xlsx"] {
            let mut paper = kaikaku();
            paper.arg("paper").arg(sample).args([kind, "--out"]).arg(folder.join(format!("{name}.{format}")));
            execute(&mut paper)?;
        }
    }
    Ok(())
}

/// The folder, new: what an earlier run made and this one does not must not look like its work.
fn emptied(folder: PathBuf) -> Result<PathBuf, Trouble> {
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Trouble::at(&folder))?;
    }
    fs::create_dir_all(&folder).map_err(Trouble::at(&folder))?;
    Ok(folder)
}

/// One line for each file under `out/`: its size and its path.
fn contents(places: &Places) -> Result<String, Trouble> {
    let mut files = Vec::new();
    files_below(&places.out(), &mut files)?;
    files.sort();
    let lines: Vec<String> = files
        .iter()
        .map(|(path, bytes)| {
            let shown = path.strip_prefix(&places.root).unwrap_or(path);
            format!("  {:>9}  {}", size(*bytes), shown.display())
        })
        .collect();
    Ok(lines.join("\n"))
}

fn files_below(folder: &Path, files: &mut Vec<(PathBuf, u64)>) -> Result<(), Trouble> {
    for entry in fs::read_dir(folder).map_err(Trouble::at(folder))? {
        let path = entry.map_err(Trouble::at(folder))?.path();
        if path.is_dir() {
            files_below(&path, files)?;
        } else {
            let about = fs::metadata(&path).map_err(Trouble::at(&path))?;
            files.push((path, about.len()));
        }
    }
    Ok(())
}

/// A size as a file manager shows it, in whole KB of 1024 bytes, at least 1 unless empty.
fn size(bytes: u64) -> String {
    format!("{} KB", bytes.div_ceil(1024))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(size(0), "0 KB");
        assert_eq!(size(1), "1 KB");
        assert_eq!(size(1025), "2 KB");
    }

    #[test]
    fn a_changed_sample_gets_the_first_free_name() {
        let sample = Path::new("out/みどり野市.kaikaku");
        assert_eq!(free_name(sample, |_| false), Path::new("out/みどり野市-変更1.kaikaku"));
        let taken = |path: &Path| path.ends_with("みどり野市-変更1.kaikaku");
        assert_eq!(free_name(sample, taken), Path::new("out/みどり野市-変更2.kaikaku"));
    }
}
