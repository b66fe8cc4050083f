#!/usr/bin/env bash
# Fuzzes each target for so many seconds, 60 without an argument. A stable compiler does: it has the flags that cargo-fuzz
# passes. Not part of the gate, in which the same bodies run as tests.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

seconds=${1:-60}
command -v c++ >/dev/null || fail 'c++ is not installed: libFuzzer is written in C++'
host=$(rustc -vV | sed -n 's/^host: //p')
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}/fuzz"
RUSTFLAGS='--cfg fuzzing -Cdebug-assertions -Coverflow-checks -Ccodegen-units=1 -Cpasses=sancov-module'
for option in level=4 inline-8bit-counters pc-table trace-compares; do
    RUSTFLAGS+=" -Cllvm-args=-sanitizer-coverage-$option"
done
export RUSTFLAGS

step 'build'
# With a target, the flags are for the crates alone and not for their build scripts.
run cargo build --release --manifest-path fuzz/Cargo.toml --target "$host"

for target in parse scan identify catalogue; do
    seeds=("fuzz/seeds/$target")
    [ "$target" != catalogue ] || seeds=(codegen/tests/catalogues codegen/tests/messages)
    step "$target"
    mkdir -p "fuzz/corpus/$target"
    log=$CARGO_TARGET_DIR/$target.log
    "$CARGO_TARGET_DIR/$host/release/$target" "fuzz/corpus/$target" "${seeds[@]}" -max_total_time="$seconds" \
        -artifact_prefix="$CARGO_TARGET_DIR/" >"$log" 2>&1 || { tail -n 30 "$log" >&2; fail "an input is treated wrongly, see $log"; }
    tail -n 1 "$log"
done
