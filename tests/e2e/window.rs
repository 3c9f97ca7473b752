//! The real window under a real driver: one program, one folder of settings, one session.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};

use crate::files::{Account, program};

/// How long something in the window may take before a journey fails.
const PATIENCE: Duration = Duration::from_secs(20);

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}

/// The window of the program, driven as a person would.
pub struct Window {
    /// The session, for what the words below do not cover.
    pub client: Client,
    driver: Child,
    home: PathBuf,
}

impl Window {
    /// Starts the program with files as arguments, and waits until its page is there.
    pub async fn open(account: &Account, files: &[&Path]) -> Self {
        let (port, native) = (free_port(), free_port());
        let home = account.home();
        let driver = Command::new(program("KAIKAKU_DRIVER"))
            .args(["--port", &port.to_string(), "--native-port", &native.to_string()])
            .arg("--native-driver")
            .arg(program("KAIKAKU_NATIVE_DRIVER"))
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver starts");
        let args: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        let options = serde_json::json!({ "application": program("KAIKAKU_APP"), "args": args });
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("tauri:options".into(), options);
        let begun = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
            match builder.capabilities(capabilities.clone()).connect(&format!("http://127.0.0.1:{port}")).await {
                Ok(client) => break client,
                Err(error) if begun.elapsed() > PATIENCE => panic!("no session: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        let window = Self { client, driver, home: home.to_owned() };
        window.until("the page is there", "return document.querySelector('header, [role=banner]') !== null").await;
        window
    }

    /// Ends the session and the program; after it the file is free.
    pub async fn close(self) {
        // The driver is ended by the drop in any case; a session that is gone already needs no closing.
        let _ = self.client.clone().close().await;
    }

    /// Waits for the element with the test id given and answers it.
    pub async fn see(&self, id: &str) -> Element {
        let selector = format!("[data-testid='{id}']");
        let begun = Instant::now();
        loop {
            if let Ok(element) = self.client.find(Locator::Css(&selector)).await {
                return element;
            }
            assert!(begun.elapsed() < PATIENCE, "「{id}」 does not appear\n{}", self.text().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Clicks the element with the test id given, waiting until it can be clicked.
    pub async fn click(&self, id: &str) {
        let begun = Instant::now();
        loop {
            let element = self.see(id).await;
            match element.click().await {
                Ok(()) => return,
                Err(error) => assert!(begun.elapsed() < PATIENCE, "「{id}」 cannot be clicked: {error}"),
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Types into whatever has the focus, as a keyboard does.
    pub async fn keys(&self, text: &str) {
        let focused = self.client.active_element().await.expect("something has the focus");
        focused.send_keys(text).await.expect("the keys arrive");
    }

    /// Presses one key.
    pub async fn press(&self, key: Key) {
        self.keys(&char::from(key).to_string()).await;
    }

    /// Presses keys together: the first ones are held while the last one goes down.
    pub async fn chord(&self, held: impl IntoIterator<Item = Key>, key: impl Into<char>) {
        let keys = held.into_iter().map(char::from).chain([key.into(), char::from(Key::Null)]);
        self.keys(&keys.collect::<String>()).await;
    }

    /// The text on the page.
    pub async fn text(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// Waits until a condition on the page holds, asked as JavaScript that returns true or false.
    pub async fn until(&self, why: &str, script: &str) {
        let begun = Instant::now();
        loop {
            let answer = self.client.execute(script, Vec::new()).await;
            if answer.as_ref().is_ok_and(|value| value.as_bool() == Some(true)) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{why}: {answer:?}\n{}", self.text().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the page shows a text.
    pub async fn reads(&self, text: &str) {
        let begun = Instant::now();
        loop {
            let page = self.text().await;
            if page.contains(text) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "「{text}」 does not appear in\n{page}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Answers what a script returns.
    pub async fn ask(&self, script: &str) -> serde_json::Value {
        self.client.execute(script, Vec::new()).await.expect("the script runs")
    }

    /// Waits until the page has settled: its pictures are there and its lists are drawn.
    pub async fn rest(&self) {
        self.until("the pictures are there", "return [...document.images].every((image) => image.complete)").await;
        tokio::time::sleep(Duration::from_millis(700)).await;
    }

    /// Keeps a picture of the window under the name given, taken from the display: the driver's own
    /// picture waits for a frame that a still page never draws.
    pub async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("KAIKAKU_E2E_OUT").map(PathBuf::from) else { return };
        std::fs::create_dir_all(&folder).expect("the folder of pictures");
        tokio::time::sleep(Duration::from_millis(300)).await;
        let taken = Command::new("import")
            .args(["-window", "root", "-crop", "1400x900+0+0", "+repage"])
            .arg(folder.join(format!("{name}.png")))
            .status();
        if !taken.is_ok_and(|status| status.success()) {
            println!("no picture of {name}: ImageMagick is not here");
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        end(&mut self.driver);
        end_programs(&self.home);
    }
}

/// Ends the driver so that it takes the native driver and the program along.
fn end(driver: &mut Child) {
    #[cfg(unix)]
    {
        // SIGKILL would leave the native driver running.
        let _ = Command::new("kill").args(["-TERM", &driver.id().to_string()]).status();
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(5) {
            if matches!(driver.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    let _ = driver.kill();
    let _ = driver.wait();
}

/// Ends what a native driver that was itself ended left behind, and waits until it is gone: the
/// program would keep its lock on the file.
fn end_programs(home: &Path) {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        let left = programs_of(home);
        if left.is_empty() {
            return;
        }
        // One that ended a moment ago needs no signal.
        let _ = Command::new("kill").arg("-KILL").args(left).stderr(Stdio::null()).status();
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(std::thread::panicking(), "the program does not end");
}

/// Processes of the program that were started for the account given.
fn programs_of(home: &Path) -> Vec<String> {
    let app = program("KAIKAKU_APP");
    let app = app.canonicalize().unwrap_or(app);
    let account = format!("HOME={}", home.display());
    let mut found = Vec::new();
    for process in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let of_account = || {
            let environment = std::fs::read(process.path().join("environ")).unwrap_or_default();
            environment.split(|byte| *byte == 0).any(|entry| entry == account.as_bytes())
        };
        if std::fs::read_link(process.path().join("exe")).is_ok_and(|own| own == app) && of_account() {
            found.push(process.file_name().to_string_lossy().into_owned());
        }
    }
    found
}
