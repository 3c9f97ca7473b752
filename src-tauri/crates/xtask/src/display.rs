//! A display for windows: the person's own, or a virtual one for tests.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::trouble::Trouble;

/// Whether a window can be opened for the person.
pub fn is_there() -> bool {
    if cfg!(any(windows, target_os = "macos")) {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// An X server without a screen; it ends with this value.
#[derive(Debug)]
pub struct VirtualDisplay {
    server: Child,
    name: String,
}

impl VirtualDisplay {
    /// Starts it on a number that is free and waits until it takes windows.
    pub fn start() -> Result<Self, Trouble> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().map_err(|source| Trouble::NotStarted { line: "Xvfb".into(), source })?;
        // It writes its number when it is ready; an end of the pipe means that it gave up.
        let mut number = String::new();
        if let Some(pipe) = server.stdout.take() {
            BufReader::new(pipe)
                .read_line(&mut number)
                .map_err(|source| Trouble::NotStarted { line: "Xvfb".into(), source })?;
        }
        let mut display = Self { server, name: format!(":{}", number.trim()) };
        if number.trim().is_empty() {
            let code = display.server.wait().ok().and_then(|status| status.code());
            return Err(Trouble::Failed { line: "Xvfb".into(), code });
        }
        Ok(display)
    }

    /// Directs a command's windows here, and away from the person's Wayland session.
    pub fn lend(&self, command: &mut Command) {
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
    }
}

impl Drop for VirtualDisplay {
    fn drop(&mut self) {
        // It may already have ended with the process group; nothing is left to do then.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
