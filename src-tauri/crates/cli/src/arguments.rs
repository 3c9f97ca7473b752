//! The command line: what was asked for, or a sentence in Japanese about what was not understood.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use domain::programme::PaperKind;
use workbench::export::{ChartFormat, PaperFormat};
use workbench::sample::Shape;
use workbench::texts::{Key, Texts, args, keys};

/// One command with its parameters.
pub enum Request {
    /// A new file of a city.
    New { file: PathBuf, city: String },
    /// The sample of a shape as a file.
    Sample { file: PathBuf, shape: Shape },
    /// What a file holds.
    Show { file: PathBuf, json: bool },
    /// A programme over what a file holds.
    Load { file: PathBuf, programme: PathBuf },
    /// Somebody else's table into a file.
    Import { file: PathBuf, source: PathBuf, dry_run: bool, json: bool },
    /// Charts into a folder.
    Chart { file: PathBuf, name: Option<String>, out: PathBuf, format: ChartFormat, mono: bool, width_mm: Option<u32> },
    /// A paper into a file.
    Paper { file: PathBuf, out: PathBuf, format: PaperFormat, kind: Printed },
    /// How the items of a plan stand in a year.
    Tally { file: PathBuf, plan: Option<String>, year: Option<String>, json: bool },
    /// The last step back.
    Undo { file: PathBuf },
    /// The last undone step again.
    Redo { file: PathBuf },
    /// The steps, newest first.
    History { file: PathBuf, json: bool },
    /// Where words stand.
    Find { file: PathBuf, words: String, json: bool },
    /// What does not hold together.
    Check { file: PathBuf, json: bool },
}

/// Which paper is printed.
pub enum Printed {
    /// The paper of a kind of the newest meeting that has one.
    Kind(PaperKind),
    /// The forms of items: of the one with a number, or of all.
    Sheet { item: Option<String> },
}

/// Help, version, or what was wrong with the command.
pub struct Answer {
    text: String,
    wrong: bool,
}

impl Answer {
    /// Prints it where it belongs: help on stdout, faults on stderr.
    pub fn print(self) -> ExitCode {
        if self.wrong {
            let _ = std::io::stderr().lock().write_all(self.text.as_bytes());
            ExitCode::from(2)
        } else {
            let _ = std::io::stdout().lock().write_all(self.text.as_bytes());
            ExitCode::SUCCESS
        }
    }
}

/// Reads the command line.
pub fn read(texts: &Texts, given: impl IntoIterator<Item = OsString>) -> Result<Request, Answer> {
    let mut command = command(texts);
    let matches = command.try_get_matches_from_mut(given).map_err(|error| answer(texts, &mut command, &error))?;
    request(&matches).ok_or_else(|| wrong(texts, texts.get(keys::CLI_UNKNOWN)))
}

fn command(texts: &Texts) -> Command {
    let file = || path(texts, "file", keys::CLI_VALUE_FILE).help(texts.get(keys::CLI_ARGUMENT_FILE));
    let json = || flag(texts, "json", keys::CLI_OPTION_JSON);
    let sub = |name: &'static str, key: Key| {
        Command::new(name).about(texts.get(key)).disable_help_flag(true).arg(help(texts)).arg(file())
    };
    let version = Arg::new("version").long("version").short('V').action(ArgAction::Version);
    Command::new("kaikaku")
        .about(texts.get(keys::CLI_ABOUT))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help(texts))
        .arg(version.help(texts.get(keys::CLI_OPTION_VERSION)))
        .override_usage(format!("kaikaku <{}>", texts.get(keys::CLI_VALUE_COMMAND)))
        .help_template(template(
            texts,
            &[(keys::CLI_HEADING_COMMANDS, "subcommands"), (keys::CLI_HEADING_OPTIONS, "options")],
        ))
        .subcommand_required(true)
        .subcommand(
            sub("new", keys::CLI_NEW)
                .arg(option(texts, "city", keys::CLI_VALUE_CITY, keys::CLI_OPTION_CITY).required(true)),
        )
        .subcommand(sub("sample", keys::CLI_SAMPLE).arg(shape(texts)))
        .subcommand(sub("show", keys::CLI_SHOW).arg(json()))
        .subcommand(
            sub("load", keys::CLI_LOAD)
                .arg(path(texts, "programme", keys::CLI_VALUE_PROGRAMME).help(texts.get(keys::CLI_ARGUMENT_PROGRAMME))),
        )
        .subcommand(
            sub("import", keys::CLI_IMPORT)
                .arg(path(texts, "source", keys::CLI_VALUE_SOURCE).help(texts.get(keys::CLI_ARGUMENT_SOURCE)))
                .arg(flag(texts, "dry-run", keys::CLI_OPTION_DRY_RUN))
                .arg(json()),
        )
        .subcommand(charts(texts, sub("chart", keys::CLI_CHART)))
        .subcommand(
            sub("paper", keys::CLI_PAPER)
                .arg(
                    Arg::new("kind")
                        .value_name(texts.get(keys::CLI_VALUE_PAPER))
                        .required(true)
                        .value_parser(PossibleValuesParser::new(
                            PaperKind::ALL.map(PaperKind::word).into_iter().chain(["sheet"]),
                        ))
                        .hide_possible_values(true)
                        .help(texts.get(keys::CLI_ARGUMENT_PAPER)),
                )
                .arg(
                    Arg::new("item")
                        .long("item")
                        .value_name(texts.get(keys::CLI_VALUE_ITEM))
                        .help(texts.get(keys::CLI_OPTION_ITEM)),
                )
                .arg(path(texts, "out", keys::CLI_VALUE_OUT).long("out").help(texts.get(keys::CLI_OPTION_OUT_PAPER))),
        )
        .subcommand(
            sub("tally", keys::CLI_TALLY)
                .arg(option(texts, "plan", keys::CLI_VALUE_PLAN, keys::CLI_OPTION_PLAN))
                .arg(option(texts, "year", keys::CLI_VALUE_YEAR, keys::CLI_OPTION_YEAR))
                .arg(json()),
        )
        .subcommand(sub("undo", keys::CLI_UNDO))
        .subcommand(sub("redo", keys::CLI_REDO))
        .subcommand(sub("history", keys::CLI_HISTORY).arg(json()))
        .subcommand(
            sub("find", keys::CLI_FIND)
                .arg(
                    Arg::new("words")
                        .value_name(texts.get(keys::CLI_VALUE_WORDS))
                        .required(true)
                        .help(texts.get(keys::CLI_ARGUMENT_WORDS)),
                )
                .arg(json()),
        )
        .subcommand(sub("check", keys::CLI_CHECK).arg(json()))
        .mut_subcommands(|sub| {
            let usage = usage(texts, &sub);
            sub.override_usage(usage).help_template(template(
                texts,
                &[(keys::CLI_HEADING_ARGUMENTS, "positionals"), (keys::CLI_HEADING_OPTIONS, "options")],
            ))
        })
}

/// Which sample: the words of the shapes.
fn shape(texts: &Texts) -> Arg {
    let words = Shape::ALL.map(Shape::word);
    Arg::new("shape")
        .long("shape")
        .value_name(texts.get(keys::CLI_VALUE_SHAPE))
        .help(texts.with(keys::CLI_OPTION_SHAPE, &args([("shapes", words.join("、"))])))
        .value_parser(words)
        .hide_possible_values(true)
        .default_value(Shape::default().word())
        .hide_default_value(true)
}

fn charts(texts: &Texts, sub: Command) -> Command {
    let formats = Arg::new("format").long("format").value_name(texts.get(keys::CLI_VALUE_FORMAT));
    sub.arg(
        Arg::new("name")
            .value_name(texts.get(keys::CLI_VALUE_CHART))
            .conflicts_with("all")
            .help(texts.get(keys::CLI_ARGUMENT_CHART)),
    )
    .arg(flag(texts, "all", keys::CLI_OPTION_ALL))
    .arg(path(texts, "out", keys::CLI_VALUE_FOLDER).long("out").help(texts.get(keys::CLI_OPTION_OUT_DIR)))
    .arg(
        formats
            .value_parser(["svg", "png", "pdf", "emf"])
            .hide_possible_values(true)
            .default_value("png")
            .hide_default_value(true)
            .help(texts.get(keys::CLI_OPTION_FORMAT)),
    )
    .arg(number(texts, "dpi", keys::CLI_OPTION_DPI).default_value("300").hide_default_value(true))
    .arg(flag(texts, "mono", keys::CLI_OPTION_MONO))
    .arg(number(texts, "width-mm", keys::CLI_OPTION_WIDTH))
}

fn path(texts: &Texts, name: &'static str, value: Key) -> Arg {
    Arg::new(name).value_name(texts.get(value)).required(true).value_parser(value_parser!(PathBuf))
}

fn flag(texts: &Texts, name: &'static str, key: Key) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(texts.get(key))
}

fn option(texts: &Texts, name: &'static str, value: Key, key: Key) -> Arg {
    Arg::new(name).long(name).value_name(texts.get(value)).help(texts.get(key))
}

fn number(texts: &Texts, name: &'static str, key: Key) -> Arg {
    option(texts, name, keys::CLI_VALUE_NUMBER, key).value_parser(value_parser!(u32))
}

fn help(texts: &Texts) -> Arg {
    Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help(texts.get(keys::CLI_OPTION_HELP))
        .global(false)
}

/// The line of usage, put together here because the one of the library has English words in it.
fn usage(texts: &Texts, command: &Command) -> String {
    let mut parts = vec![format!("kaikaku {}", command.get_name())];
    let value = |arg: &Arg| arg.get_value_names().map(|names| names.join(" ")).unwrap_or_default();
    for arg in command.get_positionals() {
        parts.push(if arg.is_required_set() { format!("<{}>", value(arg)) } else { format!("[{}]", value(arg)) });
    }
    let mut more = false;
    for arg in command.get_arguments().filter(|arg| !arg.is_positional()) {
        match arg.get_long().filter(|_| arg.is_required_set()) {
            Some(long) => parts.push(format!("--{long} <{}>", value(arg))),
            None => more |= !matches!(arg.get_action(), ArgAction::Help),
        }
    }
    if more {
        parts.push(format!("[{}]", texts.get(keys::CLI_VALUE_OPTIONS)));
    }
    parts.join(" ")
}

fn template(texts: &Texts, lists: &[(Key, &str)]) -> String {
    let mut text = format!("{{about}}\n\n{} {{usage}}\n", texts.get(keys::CLI_HEADING_USAGE));
    for (heading, list) in lists {
        text.push_str(&format!("\n{}\n{{{list}}}\n", texts.get(*heading)));
    }
    text
}

fn request(matches: &ArgMatches) -> Option<Request> {
    let (name, given) = matches.subcommand()?;
    let path = |name: &str| given.get_one::<PathBuf>(name).cloned();
    let word = |name: &str| given.get_one::<String>(name).cloned();
    let file = path("file")?;
    Some(match name {
        "new" => Request::New { file, city: word("city")? },
        "sample" => Request::Sample { file, shape: Shape::of(&word("shape")?)? },
        "show" => Request::Show { file, json: given.get_flag("json") },
        "load" => Request::Load { file, programme: path("programme")? },
        "import" => Request::Import {
            file,
            source: path("source")?,
            dry_run: given.get_flag("dry-run"),
            json: given.get_flag("json"),
        },
        "chart" => Request::Chart {
            file,
            name: word("name").filter(|_| !given.get_flag("all")),
            out: path("out")?,
            format: match word("format")?.as_str() {
                "svg" => ChartFormat::Svg,
                "pdf" => ChartFormat::Pdf,
                "emf" => ChartFormat::Emf,
                _ => ChartFormat::Png { dpi: *given.get_one::<u32>("dpi")? },
            },
            mono: given.get_flag("mono"),
            width_mm: given.get_one::<u32>("width-mm").copied(),
        },
        "paper" => {
            let out = path("out")?;
            let format = match out.extension()?.to_str()?.to_ascii_lowercase().as_str() {
                "pdf" => PaperFormat::Pdf,
                "xlsx" => PaperFormat::Xlsx,
                _ => return None,
            };
            let kind = match PaperKind::of(&word("kind")?) {
                Some(kind) => Printed::Kind(kind),
                None => Printed::Sheet { item: word("item") },
            };
            Request::Paper { file, out, format, kind }
        }
        "tally" => Request::Tally { file, plan: word("plan"), year: word("year"), json: given.get_flag("json") },
        "undo" => Request::Undo { file },
        "redo" => Request::Redo { file },
        "history" => Request::History { file, json: given.get_flag("json") },
        "find" => Request::Find { file, words: word("words")?, json: given.get_flag("json") },
        "check" => Request::Check { file, json: given.get_flag("json") },
        _ => return None,
    })
}

fn answer(texts: &Texts, command: &mut Command, error: &clap::Error) -> Answer {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Answer { text: error.to_string(), wrong: false },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            wrong(texts, command.render_help().to_string())
        }
        kind => {
            let named = |kind| match error.get(kind) {
                Some(ContextValue::String(text)) => text.clone(),
                Some(ContextValue::Strings(texts)) => texts.join("、"),
                _ => String::new(),
            };
            let (arg, other) = (named(ContextKind::InvalidArg), named(ContextKind::PriorArg));
            let value = named(ContextKind::InvalidValue);
            let key = match kind {
                ErrorKind::MissingRequiredArgument => keys::CLI_MISSING,
                // An option at the very end, without its value.
                ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => keys::CLI_MISSING,
                ErrorKind::InvalidValue | ErrorKind::ValueValidation => keys::CLI_BAD_VALUE,
                ErrorKind::ArgumentConflict if other.is_empty() || other == arg => keys::CLI_TWICE,
                ErrorKind::ArgumentConflict => keys::CLI_CONFLICT,
                _ => keys::CLI_UNKNOWN_ARGUMENT,
            };
            let arg = arg + &named(ContextKind::InvalidSubcommand);
            wrong(texts, texts.with(key, &args([("arg", arg), ("other", other), ("value", value)])))
        }
    }
}

fn wrong(texts: &Texts, text: String) -> Answer {
    let hint = texts.get(keys::CLI_HINT);
    Answer { text: format!("{}\n{hint}\n", text.trim_end()), wrong: true }
}
