//! Licences, sources and advisories of the dependencies.

use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use crate::places::Places;
use crate::process::{cargo, execute};
use crate::steps::Steps;
use crate::trouble::Trouble;

/// The host of the advisory database.
const ADVISORIES: &str = "github.com:443";

/// `cargo deny check`; advisories only when their database can be reached.
pub fn check(places: &Places, steps: &mut Steps) -> Result<(), Trouble> {
    steps.step("cargo deny", || {
        execute(cargo(places).args(["deny", "check", "licenses", "sources"]))?;
        // What is banned from the product may serve a test.
        execute(cargo(places).args(["deny", "--exclude-dev", "check", "bans"]))
    })?;
    if reachable(ADVISORIES) {
        steps.step("cargo deny advisories", || execute(cargo(places).args(["deny", "check", "advisories"])))
    } else {
        steps.skip("cargo deny advisories", "勧告の一覧（github.com）に接続できないため省略");
        Ok(())
    }
}

fn reachable(host: &str) -> bool {
    let Ok(addresses) = host.to_socket_addrs() else {
        return false;
    };
    addresses.take(2).any(|address| TcpStream::connect_timeout(&address, Duration::from_secs(3)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_that_does_not_exist_is_not_reachable() {
        assert!(!reachable("no-such-host.invalid:443"));
    }

    #[test]
    fn a_listening_port_is_reachable() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("its address");
        assert!(reachable(&address.to_string()));
    }
}
