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

fn run_iconv(from: &str, to: &str, input: &[u8]) -> Vec<u8> {
    let mut child = Command::new("iconv")
        .args(["-f", from, "-t", to])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("iconv is needed");
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success(), "{from} to {to}");
    output.stdout
}

/// Texts of the corpus of this repository: written by iconv, read by us, and found out without being told.
#[test]
#[ignore = "needs iconv"]
fn what_iconv_writes_is_read_back() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus/text");
    let nfc = nghisu_text::NormalizerBuilder::nfc().build();
    let mut buffer = nghisu_text::Buffer::new();
    let mut texts = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        // Marks that the old sets lack.
        let plain = text.replace(['“', '”'], "\"").replace(['–', '—'], "-").replace('…', "...");
        texts += 1;
        for (charset, encoding, text) in [
            ("VISCII", Encoding::Viscii, &plain),
            // The fonts have no capitals with tones; the standard has, where iconv puts them.
            ("TCVN5712-1", Encoding::Tcvn3, &plain.to_lowercase()),
            ("WINDOWS-1258", Encoding::Windows1258, &text),
            ("UTF-16LE", Encoding::Utf16Le, &text),
            ("UTF-16BE", Encoding::Utf16Be, &text),
            ("UTF-16", Encoding::Utf16Le, &text),
        ] {
            let bytes = run_iconv("UTF-8", charset, text.as_bytes());
            for asked in [encoding, Encoding::Auto] {
                let read = decode(&bytes, asked);
                assert_eq!(read.encoding, encoding, "{charset}");
                let composed = nfc.normalize(&read.text, &mut buffer).unwrap().text;
                assert_eq!(composed, text, "{charset}, {asked:?}");
            }
        }
    }
    println!("{texts} texts in 6 charsets, told and found out");
    assert!(texts >= 10);
}
