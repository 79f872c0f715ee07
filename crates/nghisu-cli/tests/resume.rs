//! A run that is ended at any moment and resumed writes what an undisturbed one does.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone

mod common;

use common::{articles, command, nghisu, outputs, text};
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// The ways of writing: each has its own moments at which a kill could hurt.
const LAYOUTS: [&[&str]; 4] = [
    &[],
    &["--shard", "200K"],
    &["--compress", "zstd", "--shard", "20K"],
    &["--compress", "gzip", "--emit", "events"],
];

fn arguments<'a>(input: &'a Path, out: &'a Path, layout: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec!["extract", input.to_str().unwrap(), "-o", out.to_str().unwrap()];
    arguments.extend(["--checkpoint", "0", "--jobs", "2"]);
    arguments.extend(layout);
    arguments
}

/// A number from 0 to 1 that nobody chose.
fn next(chance: &mut u64) -> f64 {
    // Knuth's generator: good enough to spread kills.
    *chance =
        chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*chance >> 33) as f64 / f64::from(1_u32 << 31)
}

/// Runs until the end, killed over and over after times that chance gives. How often it was killed
/// with something done.
fn killed_until_done(arguments: &[&str], out: &Path, within: Duration, chance: &mut u64) -> u32 {
    let (mut kills, mut fruitful) = (0, 0);
    loop {
        let share = next(chance);
        // After some kills the run is left alone: a slow machine might not come to the first checkpoint in time.
        let patience = if kills < 5 { within.mul_f64(share) } else { Duration::from_secs(600) };
        let mut arguments = arguments.to_vec();
        arguments.push("--resume");
        let mut child =
            command(&arguments).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let started = Instant::now();
        loop {
            if child.try_wait().unwrap().is_some() {
                let result = child.wait_with_output().unwrap();
                let said = text(&result.stderr);
                assert_eq!(
                    result.status.code(),
                    Some(3),
                    "{arguments:?} after {kills} kills: {said}"
                );
                return fruitful;
            }
            if started.elapsed() > patience {
                child.kill().unwrap(); // SIGKILL
                child.wait().unwrap();
                kills += 1;
                fruitful += u32::from(out.join("checkpoint.json").exists());
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

#[test]
fn killed_at_any_moment_and_resumed_the_bytes_are_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("input.jsonl");
    fs::write(&input, articles(500)).unwrap();
    let mut chance = 20_241_119;
    let mut all_kills = 0;
    for (number, layout) in LAYOUTS.iter().enumerate() {
        let whole = folder.path().join(format!("whole-{number}"));
        let started = Instant::now();
        let result = nghisu(&arguments(&input, &whole, layout));
        assert_eq!(result.status.code(), Some(3), "{}", text(&result.stderr));
        let took = started.elapsed();
        let expected = outputs(&whole);
        for round in 0..2 {
            let out = folder.path().join(format!("out-{number}-{round}"));
            let kills =
                killed_until_done(&arguments(&input, &out, layout), &out, took, &mut chance);
            all_kills += kills;
            let found = outputs(&out);
            let names = |of: &std::collections::BTreeMap<String, Vec<u8>>| {
                of.keys().cloned().collect::<Vec<_>>()
            };
            assert_eq!(names(&found), names(&expected), "{layout:?} after {kills} kills");
            for (name, content) in &expected {
                assert!(found[name] == *content, "{layout:?}: {name} after {kills} kills");
            }
        }
    }
    assert!(
        all_kills >= 4,
        "only {all_kills} kills met something done: too quick to mean anything"
    );
}

/// Fifty kills over 100 MB of text. `NGHISU_INPUT` names another input: real articles, say.
#[test]
#[ignore = "takes minutes, and an optimised build: `just slow`"]
fn fifty_kills_over_a_hundred_megabytes() {
    let folder = tempfile::tempdir().unwrap();
    let input = match std::env::var("NGHISU_INPUT") {
        Ok(path) => path.into(),
        Err(_) => {
            let path = folder.path().join("input.jsonl");
            fs::write(&path, articles(350_000)).unwrap();
            path
        }
    };
    let (whole, out) = (folder.path().join("whole"), folder.path().join("out"));
    let with = |out: &Path| {
        ["extract", input.to_str().unwrap(), "-o", out.to_str().unwrap(), "--checkpoint", "1"]
            .map(str::to_owned)
    };
    let (undisturbed, resumed) = (with(&whole), with(&out));
    let started = Instant::now();
    let status = command(&undisturbed.each_ref().map(String::as_str)).status().unwrap();
    assert!(matches!(status.code(), Some(0 | 3)));
    let took = started.elapsed();
    let mut arguments: Vec<&str> = resumed.iter().map(String::as_str).collect();
    arguments.push("--resume");
    let (mut chance, mut kills, mut lost) = (7, 0, Duration::ZERO);
    let mut legs = 0;
    while kills < 50 {
        let done = out.join("manifest.json");
        if done.exists() {
            assert!(outputs(&out) == outputs(&whole), "after {kills} kills");
            fs::remove_dir_all(&out).unwrap();
        }
        let patience = took.mul_f64(0.3 * next(&mut chance)) + Duration::from_millis(50);
        let mut child = command(&arguments).stderr(Stdio::null()).spawn().unwrap();
        let started = Instant::now();
        legs += 1;
        while started.elapsed() < patience && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        kills += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        lost += started.elapsed();
    }
    let started = Instant::now();
    assert!(matches!(command(&arguments).status().unwrap().code(), Some(0 | 3)));
    assert!(outputs(&out) == outputs(&whole), "after {kills} kills");
    eprintln!(
        "undisturbed {took:.1?}; {kills} kills in {legs} legs of {lost:.1?} in all, the last {:.1?}; every result the same bytes",
        started.elapsed()
    );
}

#[test]
fn shards_end_between_articles_and_are_named_in_the_manifest() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("input.jsonl");
    fs::write(&input, articles(300)).unwrap();
    let (plain, sharded) = (folder.path().join("plain"), folder.path().join("sharded"));
    nghisu(&arguments(&input, &plain, &[]));
    nghisu(&arguments(&input, &sharded, &["--shard", "200K"]));
    let (plain, sharded) = (outputs(&plain), outputs(&sharded));
    let manifest: serde_json::Value = serde_json::from_slice(&sharded["manifest.json"]).unwrap();
    let mut articles_of: Vec<Vec<String>> = Vec::new();
    for kind in ["documents", "events"] {
        let shards: Vec<&String> =
            sharded.keys().filter(|name| name.starts_with(&format!("{kind}-"))).collect();
        assert!(shards.len() > 2, "{shards:?}");
        let joined: Vec<u8> = shards.iter().flat_map(|name| sharded[*name].clone()).collect();
        assert!(joined == plain[&format!("{kind}.jsonl")]);
        for (number, name) in shards.into_iter().enumerate() {
            assert!(manifest.to_string().contains(name.as_str()), "{name}");
            let ids: Vec<String> = text(&sharded[name])
                .lines()
                .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
                .map(|record| record["doc_id"].as_str().unwrap().to_owned())
                .collect();
            match kind {
                "documents" => articles_of.push(ids),
                _ => assert!(ids.iter().all(|id| articles_of[number].contains(id)), "{name}"),
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_keeps_what_is_done_and_says_how_to_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("input.jsonl");
    fs::write(&input, articles(3000)).unwrap();
    let (whole, out) = (folder.path().join("whole"), folder.path().join("out"));
    nghisu(&arguments(&input, &whole, &[]));
    let mut arguments = arguments(&input, &out, &[]);
    let child = command(&arguments).stderr(Stdio::piped()).spawn().unwrap();
    while !out.join("checkpoint.json").exists() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let id = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let stopped = child.wait_with_output().unwrap();
    assert_eq!(stopped.status.code(), Some(130), "{}", text(&stopped.stderr));
    assert!(text(&stopped.stderr).contains("--resume"), "{}", text(&stopped.stderr));
    assert!(!out.join("manifest.json").exists() && !out.join("documents.jsonl").exists());

    let refused = nghisu(&arguments);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("unfinished"), "{}", text(&refused.stderr));

    arguments.push("--resume");
    assert_eq!(nghisu(&arguments).status.code(), Some(3));
    assert!(outputs(&out) == outputs(&whole));

    let again = nghisu(&arguments);
    assert_eq!(again.status.code(), Some(3), "what is whole is left as it is");
    assert!(outputs(&out) == outputs(&whole));
}

#[test]
fn what_cannot_be_resumed_is_refused_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("input.jsonl");
    fs::write(&input, articles(700)).unwrap();
    let out = folder.path().join("out");
    let mut arguments = arguments(&input, &out, &["--resume"]);
    let mut child = command(&arguments).stderr(Stdio::null()).spawn().unwrap();
    while !out.join("checkpoint.json").exists() {
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let refusal = |arguments: &[&str]| {
        let result = nghisu(arguments);
        assert_eq!(result.status.code(), Some(1), "{}", text(&result.stderr));
        text(&result.stderr).to_owned()
    };
    let mut other = arguments.clone();
    other.extend(["--offsets", "byte"]);
    assert!(refusal(&other).contains("the configuration"));
    other.extend(["--emit", "events"]);
    other.retain(|argument| !["--offsets", "byte"].contains(argument));
    assert!(refusal(&other).contains("the options of writing"));
    let changed = articles(700).replacen("thứ 0 ", "thứ hai ", 1);
    fs::write(&input, changed).unwrap();
    assert!(refusal(&arguments).contains("not what it was"));
    fs::write(&input, articles(700)).unwrap();
    arguments.push("--quiet");
    assert_eq!(nghisu(&arguments).status.code(), Some(3));
}

#[test]
fn an_earlier_output_is_replaced_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("input.jsonl");
    fs::write(&input, articles(300)).unwrap();
    let (out, fresh) = (folder.path().join("out"), folder.path().join("fresh"));
    let kept = out.join("notes.txt");
    for layout in [&["--shard", "100K"][..], &["--compress", "zstd"], &["--shard", "300K"], &[]] {
        assert_eq!(nghisu(&arguments(&input, &out, layout)).status.code(), Some(3));
        fs::write(&kept, "of the user").unwrap();
    }
    nghisu(&arguments(&input, &fresh, &[]));
    assert!(kept.exists());
    fs::remove_file(kept).unwrap();
    assert!(outputs(&out) == outputs(&fresh));
}
