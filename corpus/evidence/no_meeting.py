#!/usr/bin/env python3
"""Two hundred real articles that hold none of the words for meetings, as JSON Lines: what the program finds there is false.

usage: no_meeting.py ARTICLES > none.jsonl

ARTICLES is a folder with real/*.jsonl.zst (`zstd` must be installed). An article's rank is the SHA-256 of its id.
"""
import glob
import hashlib
import json
import re
import subprocess
import sys
import unicodedata

WORDS = re.compile(
    r"hội nghị|họp|hội thảo|tọa đàm|toạ đàm|diễn đàn|đại hội|buổi |hội đàm|hội kiến|điện đàm|mít tinh|phiên |cuộc gặp|cuộc làm"
    r"|gặp mặt|gặp gỡ|làm việc với|làm việc tại|tiếp xúc|giao lưu|đối thoại|lễ |đón tiếp|hội chợ|triển lãm|khai mạc",
    re.I,
)
SHORTEST = 600  # code points


def main(folder):
    pool = []
    for name in sorted(glob.glob(f"{folder}/real/*.jsonl.zst")):
        raw = subprocess.run(["zstd", "-dc", name], check=True, capture_output=True).stdout.decode()
        for line in raw.split("\n"):
            row = json.loads(line) if line else {}
            text = unicodedata.normalize("NFC", f"{row.get('title') or ''}\n{row.get('text') or ''}")
            if len(text) >= SHORTEST and not WORDS.search(text):
                pool.append((hashlib.sha256(row["id"].encode()).hexdigest(), line))
    if len(pool) < 200:
        sys.exit(f"{folder} holds {len(pool)} such articles; 200 are needed")
    for _, line in sorted(pool)[:200]:
        print(line)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
