#!/usr/bin/env python3
"""underthesea's `ner` as nghisu's document records, so that `nghisu eval` scores both alike.

usage: underthesea_ner.py ARTICLES.jsonl OUT
       nghisu eval GOLD.jsonl OUT

ARTICLES.jsonl holds one object a line with `id` (or `doc_id`) and `text`. Needs `pip install underthesea`.
Offsets are code points: each token is looked up in the text behind the one before.
"""
import json
import os
import sys

from underthesea import ner

TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}


def find(text, token, at):
    """Where the token stands from `at` on, white space within it being of any length."""
    words = token.split()
    while True:
        start = text.find(words[0], at)
        if start < 0:
            return None
        end = start + len(words[0])
        for word in words[1:]:
            gap = len(text[end:]) - len(text[end:].lstrip())
            if not text.startswith(word, end + gap):
                break
            end += gap + len(word)
        else:
            return start, end
        at = start + 1


def mentions(text):
    found, at = [], 0
    for token, _, _, tag in ner(text):
        span = find(text, token, at)
        if span is None:
            continue
        start, at = span
        kind = TYPES.get(tag[2:])
        if kind is None:
            continue
        if tag.startswith("I-") and found and found[-1]["type"] == kind and not text[found[-1]["end"] : start].strip():
            found[-1]["end"] = at
        else:
            found.append({"type": kind, "start": start, "end": at})
    for number, mention in enumerate(found, 1):
        mention["id"] = f"m{number}"
        mention["text"] = text[mention["start"] : mention["end"]]
    return found


def main(articles, out):
    os.makedirs(out, exist_ok=True)
    with open(articles, encoding="utf-8") as lines, open(f"{out}/documents.jsonl", "w", encoding="utf-8") as documents:
        for line in lines:
            row = json.loads(line)
            record = {
                "schema": "nghisu/1",
                "record": "document",
                "doc_id": row.get("id") or row["doc_id"],
                "text": row["text"],
                "mentions": mentions(row["text"]),
            }
            documents.write(json.dumps(record, ensure_ascii=False) + "\n")
    open(f"{out}/events.jsonl", "w").close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
