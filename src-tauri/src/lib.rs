//! The shell: the only Rust that knows the window. It opens files for the page, carries requests
//! to the use-cases and answers back; no SQL, no rules, no sentences.

mod commands;
mod desk;
mod error;
mod fonts;
pub mod ipc;
mod journal;
mod settings;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use tauri::{Emitter as _, Manager as _};

use crate::desk::Desk;

/// Runs the window until it is closed. A programme given as argument is opened, a table is offered
/// for import: that is what dropping files on the icon does.
pub fn run() -> ExitCode {
    #[cfg(target_os = "linux")]
    if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        // WebKitGTK draws nothing over some graphics drivers without this. No thread runs yet.
        #[allow(unsafe_code, reason = "the environment is set before any thread starts")]
        unsafe {
            std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
    }
    let given: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(ipc::handler())
        .setup(move |app| {
            let desk = Desk::new(app.handle(), given)?;
            app.manage(Arc::new(desk));
            Ok(())
        })
        .on_window_event(|window, event| {
            if let tauri::WindowEvent::DragDrop(tauri::DragDropEvent::Drop { paths, .. }) = event {
                dropped(window, paths);
            }
        })
        .run(tauri::generate_context!());
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            journal::to_stderr(&error);
            ExitCode::FAILURE
        }
    }
}

/// Offers a file dropped on the window to the page, which asks what to do with it.
fn dropped(window: &tauri::Window, paths: &[PathBuf]) {
    let Some(path) = paths.first() else { return };
    window.state::<Arc<Desk>>().offer(path);
    // A page that does not listen yet shows nothing; the file can be dropped again.
    let _ = window.emit("file-dropped", commands::app::FileName::of(path));
}
