#!/usr/bin/env bash
# Measures what the catalogue costs its users: cold builds of a library and of a program that depend on it, and, in turn,
# of such that depend on the crate `http`. Not part of the gate, for times differ from machine to machine.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

rounds=${1:-7}
make_scratch
bash .ci/package.sh "$scratch/unpacked" >"$scratch/package.log" 2>&1 || { cat "$scratch/package.log" >&2; exit 1; }
unpacked=$scratch/unpacked/$root_package-$(version_of "$root_package")
export CARGO_TARGET_DIR="$scratch/target"
# Both crates are built as cargo builds what comes from the registry, which the catalogue here does not.
export CARGO_INCREMENTAL=0 RUSTFLAGS="--cap-lints allow"

new_crate "$scratch/ours" ours "$root_package = { path = \"$unpacked\" }"
new_crate "$scratch/theirs" theirs 'http = "1"'

# Makes a crate a library or a program, whose only function evaluates an expression.
fill() {
    rm -f "$scratch/$1/src/"*.rs
    case $2 in
        library) printf 'pub fn number(number: u16) -> bool {\n    %s.is_some()\n}\n' "$3" >"$scratch/$1/src/lib.rs" ;;
        program) printf 'fn main() {\n    let number = 404;\n    println!("{:?}", %s);\n}\n' "$3" >"$scratch/$1/src/main.rs" ;;
    esac
}

# Builds a crate from nothing, with a profile; prints the milliseconds.
cold_build() {
    rm -rf "$CARGO_TARGET_DIR"
    local start=${EPOCHREALTIME/[.,]/}
    (cd "$scratch/$1" && cargo build --offline --quiet --profile "$2") || fail "the crate $1 does not build"
    local end=${EPOCHREALTIME/[.,]/}
    printf '%s\n' $(((end - start) / 1000))
}

median() {
    sort -n "$1" | awk '{ line[NR] = $1 } END { print line[int((NR + 1) / 2)] }'
}

fill ours library 'intune_connector_catalogue::EventId::from_id(number)'
fill theirs library 'http::StatusCode::from_u16(number).ok()'
for crate in ours theirs; do
    (cd "$scratch/$crate" && cargo fetch --quiet)
done
# A program compiles and links itself on top, which takes the same time with either.
for kind in library program; do
    fill ours "$kind" 'intune_connector_catalogue::EventId::from_id(number)'
    fill theirs "$kind" 'http::StatusCode::from_u16(number).ok()'
    for profile in dev release; do
        cold_build ours "$profile" >/dev/null
        cold_build theirs "$profile" >/dev/null
        times=$scratch/$kind.$profile
        for ((round = 1; round <= rounds; round++)); do
            cold_build ours "$profile" >>"$times.ours"
            cold_build theirs "$profile" >>"$times.theirs"
        done
        ours=$(median "$times.ours")
        theirs=$(median "$times.theirs")
        printf '%s, %s: median of %s cold builds: with the catalogue %s ms, with http %s ms, ' \
            "$kind" "$profile" "$rounds" "$ours" "$theirs"
        awk -v ours="$ours" -v theirs="$theirs" 'BEGIN { printf "ratio %.2f (at most 0.35)\n", ours / theirs }'
    done
done
printf 'packages in the lock file: with the catalogue %s, with http %s\n' \
    "$(grep -cx '\[\[package\]\]' "$scratch/ours/Cargo.lock")" "$(grep -cx '\[\[package\]\]' "$scratch/theirs/Cargo.lock")"

# Bytes of a release build, without symbols, of a program that prints what an expression gives for its first argument.
size_of() {
    cat >"$scratch/ours/src/main.rs" <<END
#[allow(unused_imports)]
use intune_connector_catalogue::*;

fn main() {
    let word = std::env::args().nth(1).unwrap_or_default();
    println!("{:?}", $1);
}
END
    (cd "$scratch/ours" && cargo rustc --offline --quiet --release -- -C strip=symbols -C opt-level=3) || fail "$1 does not build"
    stat -c %s "$CARGO_TARGET_DIR/release/ours"
}

nothing=$(size_of 'word')
printf 'bytes that a program gains: by ids and names %s, by texts in one language %s, by scan %s\n' \
    "$(($(size_of 'word.parse::<EventId>().map(EventId::id)') - nothing))" \
    "$(($(size_of 'word.parse::<EventId>().map(EventId::description)') - nothing))" \
    "$(($(size_of 'scan(&word).count()') - nothing))"
