#!/usr/bin/env python3
"""Draws the evidence set: which real articles are annotated is decided by a commit's hash, not by us.

usage: draw.py ARTICLES COMMIT > drawn.jsonl

ARTICLES is a folder with real/government.jsonl.zst, real/leads.jsonl.zst and real/vietnews.jsonl.zst (`zstd` must be installed).
An article's rank is the SHA-256 of COMMIT and its id; each stratum takes the lowest ranks.
"""
import hashlib
import json
import re
import subprocess
import sys

# A report of a meeting names it near its start.
MEETING = re.compile(
    r"hội nghị|phiên họp|cuộc họp|hội thảo|buổi làm việc|làm việc với|kỳ họp|hội đàm|tiếp xúc|lễ ", re.I
)
# stratum, file, how many, whether a meeting word stands in the first 800 characters
STRATA = [
    ("lead", "leads", 10, None),
    ("government-meeting", "government", 12, True),
    ("government-other", "government", 8, False),
    ("vietnews", "vietnews", 10, None),
]
SHORTEST, LONGEST = 600, 4500  # code points; leads are taken at any length


def read(folder, name):
    raw = subprocess.run(["zstd", "-dc", f"{folder}/real/{name}.jsonl.zst"], check=True, capture_output=True).stdout
    return [json.loads(line) for line in raw.decode().split("\n") if line]


def main(folder, commit):
    for stratum, name, count, meeting in STRATA:
        pool = []
        for row in read(folder, name):
            text = row.get("text") or ""
            if name != "leads" and not SHORTEST <= len(text) <= LONGEST or not text:
                continue
            if meeting is not None and bool(MEETING.search(text[:800])) != meeting:
                continue
            rank = hashlib.sha256(f"{commit} {row['id']}".encode()).hexdigest()
            pool.append((rank, row))
        for rank, row in sorted(pool, key=lambda p: p[0])[:count]:
            print(json.dumps({"stratum": stratum, "file": f"real/{name}.jsonl.zst", "id": row["id"], "length": len(row["text"])}))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
