#!/usr/bin/env python3
"""Megabytes of text a CPU second, one core, of nghisu and its peers in the same run, as a Markdown table.

usage: speed.py NGHISU ARTICLES.jsonl

NGHISU is the release binary. Needs `pip install underthesea pyvi`. Each peer does what it offers on a sample that takes
it some seconds: splitting words is less than nghisu does in the same row of the table, and the table says so.
Every answer is looked at: an empty one stops the run.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version


def cpu(who):
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def command(arguments, read=None):
    before = cpu(resource.RUSAGE_CHILDREN)
    with open(read or os.devnull) as source:
        done = subprocess.run(arguments, stdin=source, capture_output=True, check=True)
    return cpu(resource.RUSAGE_CHILDREN) - before, done.stdout


def peer(work, texts, seconds=8.0):
    """CPU seconds and bytes of as many texts as fit in the time; the first one warms up."""
    assert work(texts[0]), "no answer"
    before, began, size = cpu(resource.RUSAGE_SELF), time.time(), 0
    for text in texts[1:]:
        assert work(text), "no answer"
        size += len(text.encode())
        if time.time() - began > seconds:
            break
    return cpu(resource.RUSAGE_SELF) - before, size


def main(nghisu, articles):
    with open(articles, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    size = sum(len(text.encode()) for text in texts)
    rows = []

    with tempfile.TemporaryDirectory() as folder:
        seconds, _ = command([nghisu, "extract", articles, "-o", f"{folder}/out", "--jobs", "1", "--quiet"])
        with open(f"{folder}/out/documents.jsonl", encoding="utf-8") as documents:
            assert sum(1 for _ in documents) == len(texts), "articles are missing"
        rows.append(("nghisu", command([nghisu, "--version"])[1].decode().split()[-1], "everything, reading and writing JSON Lines", seconds, size))
        plain = f"{folder}/plain.txt"
        with open(plain, "w", encoding="utf-8") as out:
            out.write("\n".join(texts))
        seconds, words = command(["wc", "-w"], plain)
        assert int(words) > 0
        rows.append(("wc -w", "coreutils", "counts words between spaces", seconds, size))

    from pyvi import ViTokenizer
    from underthesea import ner, word_tokenize

    rows.append(("pyvi", version("pyvi"), "splits words", *peer(ViTokenizer.tokenize, texts)))
    rows.append(("underthesea", version("underthesea"), "splits words", *peer(word_tokenize, texts)))
    rows.append(("underthesea", version("underthesea"), "names (`ner`)", *peer(ner, texts)))

    print("| tool | version | does | MB a CPU second |\n|---|---|---|--:|")
    for tool, release, does, seconds, done in sorted(rows, key=lambda row: row[3] / row[4]):
        print(f"| {tool} | {release} | {does} | {done / seconds / 1e6:.3g} |")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
