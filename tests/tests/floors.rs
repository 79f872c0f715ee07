//! A crate imports only from lower floors: `cargo metadata` held against ARCHITECTURE.md's table.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The floor of every crate that the table of ARCHITECTURE.md names.
fn floors(architecture: &str) -> BTreeMap<String, u32> {
    let mut floors = BTreeMap::new();
    for line in architecture.lines() {
        let mut cells = line.split('|').map(str::trim).skip(1);
        let (Some(floor), Some(names)) = (cells.next(), cells.next()) else { continue };
        let Ok(floor) = floor.parse() else { continue };
        for name in names.split(',').map(|n| n.trim().trim_matches('`')) {
            floors.insert(name.to_owned(), floor);
        }
    }
    floors
}

/// Every import of `metadata` that goes sideways or up, and every crate without a floor.
fn violations(floors: &BTreeMap<String, u32>, metadata: &serde_json::Value) -> Vec<String> {
    let mut found = Vec::new();
    for package in metadata["packages"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap();
        if name == "nghisu-tests" {
            continue;
        }
        let Some(&floor) = floors.get(name) else {
            found
                .push(format!("{name} stands on no floor: add it to the table of ARCHITECTURE.md"));
            continue;
        };
        for dependency in package["dependencies"].as_array().unwrap() {
            let other = dependency["name"].as_str().unwrap();
            if !other.starts_with("nghisu") {
                continue;
            }
            match floors.get(other) {
                Some(&below) if below < floor => {}
                Some(&side) => {
                    found.push(format!("{name} (floor {floor}) imports {other} (floor {side})"));
                }
                None => found.push(format!("{name} imports {other}, which stands on no floor")),
            }
        }
    }
    found
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

#[test]
fn crates_import_only_from_lower_floors() {
    let architecture = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata = serde_json::from_slice(&output.stdout).unwrap();
    let floors = floors(&architecture);
    assert!(floors.len() > 15, "the table of ARCHITECTURE.md was not read: {floors:?}");
    let found = violations(&floors, &metadata);
    assert!(
        found.is_empty(),
        "the house is not as ARCHITECTURE.md draws it:\n{}",
        found.join("\n")
    );
}

#[test]
fn sideways_up_and_unknown_imports_are_found() {
    let floors = floors("| 0 | `nghisu-a` | x |\n| 1 | `nghisu-b`, `nghisu-c` | y |");
    let metadata = serde_json::json!({"packages": [
        {"name": "nghisu-a", "dependencies": [{"name": "nghisu-b"}, {"name": "serde"}]},
        {"name": "nghisu-b", "dependencies": [{"name": "nghisu-c"}, {"name": "nghisu-a"}]},
        {"name": "nghisu-d", "dependencies": []},
    ]});
    assert_eq!(violations(&floors, &metadata).len(), 3);
}
