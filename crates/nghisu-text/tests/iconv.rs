//! The tables beside glibc's. Run where `iconv` is installed: `cargo test -p nghisu-text --test iconv -- --ignored`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test, whole file"
)]

use nghisu_text::{Encoding, decode};
use std::io::Write;
use std::process::{Command, Stdio};

/// What iconv makes of one byte, followed by a space since it holds letters back until it has seen that no mark follows.
fn iconv(charset: &str, byte: u8) -> Option<String> {
    let mut child = Command::new("iconv")
        .args(["-f", charset, "-t", "UTF-8"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("iconv is needed");
    child.stdin.take().unwrap().write_all(&[byte, b' ']).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = output.status.success().then(|| String::from_utf8(output.stdout).unwrap())?;
    Some(text.strip_suffix(' ').unwrap().to_owned())
}

#[test]
#[ignore = "needs iconv"]
fn tables_are_those_of_glibc() {
    // TCVN3 fonts have the upper half of TCVN 5712; below A0 they have windows-1252.
    for (charset, encoding, bytes) in [
        ("VISCII", Encoding::Viscii, 0..=255),
        ("TCVN5712-1", Encoding::Tcvn3, 0xA0..=255),
        ("WINDOWS-1252", Encoding::Tcvn3, 0x20..=0x9F),
        ("WINDOWS-1258", Encoding::Windows1258, 0..=255_u8),
    ] {
        let mut compared = 0;
        for byte in bytes {
            let bytes = [byte];
            let ours = decode(&bytes, encoding);
            match iconv(charset, byte) {
                Some(theirs) => {
                    compared += 1;
                    assert_eq!(ours.text, theirs, "{charset} {byte:02X}");
                }
                // WHATWG gives the five unused bytes of windows-1258 their control characters.
                None => assert!(
                    ours.replaced == 1 || encoding == Encoding::Windows1258,
                    "{charset} {byte:02X}"
                ),
            }
        }
        assert!(compared > 90, "{charset}: {compared}");
    }
}
