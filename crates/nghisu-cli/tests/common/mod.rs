//! What tests of the command line share.
#![allow(dead_code, unreachable_pub)] // each test file uses some of it

pub mod files;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nghisu"));
    command.args(arguments);
    command
}

pub fn nghisu(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// So many articles, no two alike, as JSON Lines; every 50th line is none.
pub fn articles(count: usize) -> String {
    let mut lines = String::new();
    for n in 0..count {
        if n % 50 == 49 {
            lines.push_str("{\"text\": broken\n");
            continue;
        }
        let (day, share) = (n % 28 + 1, n % 97);
        writeln!(
            lines,
            r#"{{"id":"n{n}","published":"2024-03-{day:02}","text":"Ngày {day}/3/2024, Bộ trưởng Bộ Tài chính chủ trì cuộc họp thứ {n} về ngân sách.\nThu ngân sách quý I đạt {share},5% dự toán, tăng {n} tỷ đồng so với cùng kỳ."}}"#
        )
        .unwrap();
    }
    lines
}

/// The files of an output folder, the manifest without what differs from run to run.
pub fn outputs(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut outputs = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let mut content = fs::read(entry.path()).unwrap();
        if name == "manifest.json" {
            let mut manifest: serde_json::Value = serde_json::from_slice(&content).unwrap();
            manifest["run"] = serde_json::Value::Null;
            content = manifest.to_string().into_bytes();
        }
        outputs.insert(name, content);
    }
    outputs
}
