#!/usr/bin/env bash
# Times triage beside a straightforward Python script over the same lines, and looks whether its memory stays the same
# from 10 MB to 1 GB. Needs python3 and GNU time.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo build --quiet --profile dist --example triage
triage=${CARGO_TARGET_DIR:-target}/dist/examples/triage
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Seconds and kilobytes of a command, which may end with 1: triage has found something.
measure() {
    /usr/bin/time -q -o "$scratch/cost" -f '%e %M' "$@" >/dev/null || [ $? -eq 1 ]
    cat "$scratch/cost"
}

median() {
    sort -n | awk '{ line[NR] = $1 } END { print line[int((NR + 1) / 2)] }'
}

printf '| lines | triage | memory | Python | ratio |\n| ---: | ---: | ---: | ---: | ---: |\n'
for megabytes in 10 100 1000; do
    lines=$scratch/lines.jsonl
    python3 benches/triage/peer.py make "$megabytes" >"$lines"
    : >"$scratch/ours"
    : >"$scratch/theirs"
    for _ in 1 2 3 4 5; do
        measure "$triage" "$lines" >>"$scratch/ours"
        measure python3 benches/triage/peer.py count "$lines" >>"$scratch/theirs"
    done
    ours=$(cut -d' ' -f1 "$scratch/ours" | median)
    theirs=$(cut -d' ' -f1 "$scratch/theirs" | median)
    memory=$(cut -d' ' -f2 "$scratch/ours" | median)
    awk -v size="$megabytes" -v ours="$ours" -v theirs="$theirs" -v memory="$memory" \
        'BEGIN { printf "| %d MB | %.2f s | %.1f MB | %.2f s | %.1f × |\n", size, ours, memory / 1024, theirs, theirs / ours }'
done
