//! Normalizes a text again and again, to nowhere, until that many gigabytes went through, and prints the peak of this process's
//! memory (Linux): `cargo run --release -p nghisu-text --example flat_memory -- TEXT 10`.

#![allow(clippy::print_stdout, reason = "an example")]

use nghisu_text::{Encoding, Normalizer};
use std::io::{self, Read};

/// One text without end, up to a number of bytes.
struct Repeated {
    text: Vec<u8>,
    at: usize,
    left: u64,
}

impl Read for Repeated {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut read = rest.len().min(into.len());
        read = read.min(usize::try_from(self.left).unwrap_or(usize::MAX));
        if let (Some(into), Some(from)) = (into.get_mut(..read), rest.get(..read)) {
            into.copy_from_slice(from);
        }
        self.left -= read as u64;
        self.at = if self.at + read == self.text.len() { 0 } else { self.at + read };
        Ok(read)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("give the path of a text and a number of gigabytes")?;
    let gigabytes: u64 = arguments.next().ok_or("give a number of gigabytes")?.parse()?;
    let from = Repeated { text: std::fs::read(path)?, at: 0, left: gigabytes * 1_000_000_000 };
    let start = std::time::Instant::now();
    let streamed = Normalizer::default().normalize_stream(from, io::sink(), Encoding::Auto)?;
    println!(
        "{} bytes read, {} written, {:.0} MB/s",
        streamed.read,
        streamed.written,
        streamed.read as f64 / start.elapsed().as_secs_f64() / 1e6
    );
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("peak unknown"));
    Ok(())
}
