//! The command line: what was asked for, or a sentence in Japanese about what was not understood.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use workbench::export::{ChartFormat, PaperFormat};
use workbench::texts::{Key, Texts, args, keys};

/// One command with its parameters.
pub enum Request {
    /// A new file of a city.
    New { file: PathBuf, city: String },
    /// The sample city as a file.
    Sample { file: PathBuf },
    /// What a file holds.
    Show { file: PathBuf, json: bool },
    /// A programme over what a file holds.
    Load { file: PathBuf, programme: PathBuf },
    /// Somebody else's table into a file.
    Import { file: PathBuf, source: PathBuf, dry_run: bool, json: bool },
    /// Charts into a folder.
    Chart { file: PathBuf, name: Option<String>, out: PathBuf, format: ChartFormat, mono: bool, width_mm: Option<u32> },
    /// A paper into a file.
    Paper { file: PathBuf, out: PathBuf, format: PaperFormat },
    /// The last step back.
    Undo { file: PathBuf },
    /// The last undone step again.
    Redo { file: PathBuf },
    /// The steps, newest first.
    History { file: PathBuf, json: bool },
    /// What does not hold together.
    Check { file: PathBuf, json: bool },
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
    let file = || Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf));
    let path = |name: &'static str, value: &'static str| {
        Arg::new(name).value_name(value).required(true).value_parser(value_parser!(PathBuf))
    };
    let flag = |name: &'static str, key: Key| Arg::new(name).long(name).action(ArgAction::SetTrue).help(texts.get(key));
    let json = || flag("json", keys::CLI_OPTION_JSON);
    let sub = |name: &'static str, key: Key| {
        Command::new(name).about(texts.get(key)).disable_help_flag(true).arg(help(texts)).arg(file())
    };
    Command::new("kaikaku")
        .about(texts.get(keys::CLI_ABOUT))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help(texts))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(texts.get(keys::CLI_OPTION_VERSION)),
        )
        .help_template(template(texts, keys::CLI_HEADING_COMMANDS))
        .subcommand_required(true)
        .subcommand(
            sub("new", keys::CLI_NEW)
                .arg(Arg::new("city").long("city").value_name("NAME").required(true).help(texts.get(keys::CLI_OPTION_CITY))),
        )
        .subcommand(sub("sample", keys::CLI_SAMPLE))
        .subcommand(sub("show", keys::CLI_SHOW).arg(json()))
        .subcommand(sub("load", keys::CLI_LOAD).arg(path("programme", "PROGRAMME.json")))
        .subcommand(
            sub("import", keys::CLI_IMPORT)
                .arg(path("source", "SOURCE"))
                .arg(flag("dry-run", keys::CLI_OPTION_DRY_RUN))
                .arg(json()),
        )
        .subcommand(
            sub("chart", keys::CLI_CHART)
                .arg(Arg::new("name").value_name("NAME"))
                .arg(flag("all", keys::CLI_OPTION_ALL))
                .arg(path("out", "DIR").long("out").help(texts.get(keys::CLI_OPTION_OUT_DIR)))
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_name("svg|png|pdf|emf")
                        .value_parser(["svg", "png", "pdf", "emf"])
                        .hide_possible_values(true)
                        .default_value("png")
                        .hide_default_value(true)
                        .help(texts.get(keys::CLI_OPTION_FORMAT)),
                )
                .arg(number("dpi", texts.get(keys::CLI_OPTION_DPI)).default_value("300").hide_default_value(true))
                .arg(flag("mono", keys::CLI_OPTION_MONO))
                .arg(number("width-mm", texts.get(keys::CLI_OPTION_WIDTH))),
        )
        .subcommand(
            sub("paper", keys::CLI_PAPER)
                .arg(Arg::new("kind").value_name("progress").required(true).value_parser(["progress"]).hide_possible_values(true))
                .arg(path("out", "PATH").long("out").help(texts.get(keys::CLI_OPTION_OUT_PAPER))),
        )
        .subcommand(sub("undo", keys::CLI_UNDO))
        .subcommand(sub("redo", keys::CLI_REDO))
        .subcommand(sub("history", keys::CLI_HISTORY).arg(json()))
        .subcommand(sub("check", keys::CLI_CHECK).arg(json()))
        .mut_subcommands(|sub| sub.help_template(template(texts, keys::CLI_HEADING_OPTIONS)))
}

fn help(texts: &Texts) -> Arg {
    Arg::new("help").long("help").short('h').action(ArgAction::Help).help(texts.get(keys::CLI_OPTION_HELP)).global(false)
}

fn number(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).value_name("N").value_parser(value_parser!(u32)).help(help)
}

fn template(texts: &Texts, heading: Key) -> String {
    let list = if heading == keys::CLI_HEADING_COMMANDS { "{subcommands}\n\n{options}" } else { "{options}" };
    format!("{{about}}\n\n{} {{usage}}\n\n{}\n{list}\n", texts.get(keys::CLI_HEADING_USAGE), texts.get(heading))
}

fn request(matches: &ArgMatches) -> Option<Request> {
    let (name, given) = matches.subcommand()?;
    let path = |name: &str| given.get_one::<PathBuf>(name).cloned();
    let word = |name: &str| given.get_one::<String>(name).cloned();
    let file = path("file")?;
    Some(match name {
        "new" => Request::New { file, city: word("city")? },
        "sample" => Request::Sample { file },
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
            Request::Paper { file, out, format }
        }
        "undo" => Request::Undo { file },
        "redo" => Request::Redo { file },
        "history" => Request::History { file, json: given.get_flag("json") },
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
            let told = args([
                ("arg", named(ContextKind::InvalidArg) + &named(ContextKind::InvalidSubcommand)),
                ("value", named(ContextKind::InvalidValue)),
            ]);
            let key = match kind {
                ErrorKind::MissingRequiredArgument => keys::CLI_MISSING,
                ErrorKind::InvalidValue | ErrorKind::ValueValidation => keys::CLI_BAD_VALUE,
                _ => keys::CLI_UNKNOWN_ARGUMENT,
            };
            wrong(texts, texts.with(key, &told))
        }
    }
}

fn wrong(texts: &Texts, text: String) -> Answer {
    let hint = texts.get(keys::CLI_HINT);
    Answer { text: format!("{}\n{hint}\n", text.trim_end()), wrong: true }
}
