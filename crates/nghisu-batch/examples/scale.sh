#!/usr/bin/env bash
# Time and memory of `nghisu extract` over growing inputs. ARTICLES: a folder; SIZES: megabytes (default 10 100 1000).
# Writes compressed, since records weigh ten times their articles. Needs python3.
set -euo pipefail
articles=$1
sizes=${SIZES:-"10 100 1000"}
bin=${CARGO_TARGET_DIR:-target}/release
work=$(mktemp -d "${TMPDIR:-/tmp}/nghisu-scale.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Wall and CPU seconds, and the peak of resident memory, of a command.
measured() {
    python3 - "$@" <<'PYTHON'
import resource, subprocess, sys, time
start = time.time()
status = subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL).returncode
wall, used = time.time() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
assert status in (0, 3), status
print(f"{wall:.1f} {used.ru_utime + used.ru_stime:.1f} {used.ru_maxrss / 1024:.0f}")
PYTHON
}

printf '%8s %5s %8s %8s %8s %12s %8s\n' MB cores seconds MB/s CPU-s 'MB/(CPU-s)' peak-MB
for size in $sizes; do
    "$bin/examples/grow" "$articles" "$size" > "$work/in.jsonl" 2> "$work/made"
    bytes=$(awk '{print $3}' "$work/made")
    for jobs in ${JOBS:-2 1}; do
        # Of the largest input one run is enough.
        if [ "$size" -ge 1000 ] && [ "$jobs" = 1 ]; then continue; fi
        read -r wall cpu peak < <(measured "$bin/nghisu" extract "$work/in.jsonl" -o "$work/out" --jobs "$jobs" --compress zstd --quiet)
        awk -v s="$size" -v j="$jobs" -v w="$wall" -v c="$cpu" -v p="$peak" -v b="$bytes" \
            'BEGIN { printf "%8s %5s %8.1f %8.2f %8.1f %12.2f %8s\n", s, j, w, b/1e6/w, c, b/1e6/c, p }'
        rm -rf "$work/out"
    done
done
