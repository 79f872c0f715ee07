# Plain commands; `just` alone lists them.
set shell := ["bash", "-euo", "pipefail", "-c"]

default:
    @just --list

# What CI runs.
check:
    bash .ci/run

# Every test that needs only this repository.
test:
    cargo test --workspace

# Crates import only from lower floors (ARCHITECTURE.md).
floors:
    cargo test -p nghisu-tests --test floors

# Compiles models/gazetteer and models/rules to models/compiled.
models:
    cargo run --release -p nghisu-train -- compile models

# Scores the program on a folder of gold (documents with text and mentions); fails where there is none.
gold DIR:
    cargo build --release -q
    target/release/nghisu extract {{DIR}} -o target/gold --quiet
    target/release/nghisu eval {{DIR}} target/gold

# Scores the program on the evidence set (or `dev`, the open one), given the folder of the articles it was drawn from.
evidence ARTICLES SET="gold":
    cargo build --release -q
    target/release/nghisu extract {{ARTICLES}}/real -o target/evidence --quiet || [ $? -eq 3 ] # some pages are no articles
    target/release/nghisu eval corpus/evidence/{{SET}}.jsonl target/evidence

# How far the evidence set's two readers agree, over the ten articles that both annotated.
agreement:
    mkdir -p target
    grep -o '"doc_id": *"[^"]*"' corpus/evidence/second.jsonl | sort -u > target/second.ids
    grep -Ff target/second.ids corpus/evidence/gold.jsonl > target/first.jsonl
    cargo run -q -p nghisu-cli -- eval target/first.jsonl corpus/evidence/second.jsonl

# How many meetings are found in 200 articles that hold none of the words for them.
false-meetings ARTICLES:
    cargo build --release -q
    python3 corpus/evidence/no_meeting.py {{ARTICLES}} > target/none.jsonl
    target/release/nghisu extract target/none.jsonl -o target/none --quiet
    grep -c '"type":"meeting"' target/none/events.jsonl || true

# Writes docs/accuracy.md: the evidence set's scores, as the README reports them.
accuracy ARTICLES:
    cargo build --release -q
    target/release/nghisu extract {{ARTICLES}}/real -o target/evidence --quiet || [ $? -eq 3 ] # some pages are no articles
    mkdir -p docs
    target/release/nghisu eval corpus/evidence/gold.jsonl target/evidence --markdown > docs/accuracy.md

# Nanoseconds a syllable by stage and MB a CPU second, over the corpus (or files given).
bench *FILES:
    cargo run --release -p nghisu-batch --example bench -- {{FILES}}

# The text floor against data from outside; each fails where its data is absent. UNICODE: the folder of NormalizationTest.txt and
# UnicodeData.txt (Debian's unicode-data, unpacked); CASES: a folder with normalization_cases.jsonl and normalization_disagreements.jsonl;
# DICTIONARY: vi_VN.dic (Debian's hunspell-vi). Needs iconv.
conformance UNICODE CASES DICTIONARY:
    NGHISU_UNICODE_DATA={{UNICODE}} cargo test -p nghisu-text --test unicode -- --ignored --nocapture
    NGHISU_NORMALIZATION_CASES={{CASES}}/normalization_cases.jsonl NGHISU_NORMALIZATION_DISAGREEMENTS={{CASES}}/normalization_disagreements.jsonl cargo test -p nghisu-text --test conformance -- --ignored --nocapture
    NGHISU_HUNSPELL_VI={{DICTIONARY}} cargo test -p nghisu-text --test syllables -- --ignored --nocapture
    cargo test -p nghisu-text --test iconv -- --ignored --nocapture

# Encodings found out over 500 articles in each, and no false alarm over 1,000: ARTICLES is JSON Lines with a `text` each.
detection ARTICLES:
    NGHISU_ARTICLES={{ARTICLES}} cargo test -p nghisu-text --test detection -- --ignored --nocapture

# MB a second of normalization on one core, beside icu_normalizer alone, over a file of text.
throughput FILE:
    cargo run --release -p nghisu-text --example throughput -- {{FILE}}

# `normalize` in flat memory: a text repeated up to so many gigabytes, and the peak of memory.
flat-memory FILE GIGABYTES:
    cargo run --release -p nghisu-text --example flat_memory -- {{FILE}} {{GIGABYTES}}

# Ten minutes of fuzzing a target: decode, normalize, html.
fuzz TARGET:
    cd fuzz && cargo +nightly fuzz run {{TARGET}} -- -max_total_time=600

# Memory, speed and two cores against one, over 10, 100 and 1,000 MB made of a folder of articles.
scale ARTICLES:
    cargo build --release -q -p nghisu-cli
    cargo build --release -q -p nghisu-batch --example grow
    bash crates/nghisu-batch/examples/scale.sh {{ARTICLES}}

# What is slow: run before a release.
slow:
    cargo test --workspace --release -- --include-ignored
