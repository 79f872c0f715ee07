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
    target/release/nghisu extract {{ARTICLES}}/real -o target/evidence --quiet
    target/release/nghisu eval corpus/evidence/{{SET}}.jsonl target/evidence

# Writes docs/accuracy.md: the evidence set's scores, as the README reports them.
accuracy ARTICLES:
    cargo build --release -q
    target/release/nghisu extract {{ARTICLES}}/real -o target/evidence --quiet
    mkdir -p docs
    target/release/nghisu eval corpus/evidence/gold.jsonl target/evidence --markdown > docs/accuracy.md

# Nanoseconds a syllable by stage and MB a CPU second, over the corpus (or files given).
bench *FILES:
    cargo run --release -p nghisu-batch --example bench -- {{FILES}}

# Ten minutes of fuzzing a target: decode, normalize.
fuzz TARGET:
    cd fuzz && cargo +nightly fuzz run {{TARGET}} -- -max_total_time=600

# What is slow: run before a release.
slow:
    cargo test --workspace --release -- --include-ignored
