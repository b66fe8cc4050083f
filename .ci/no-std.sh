#!/usr/bin/env bash
# Builds the library, and a crate that uses most of it, for a machine that has neither std nor an allocator.
# Not part of the gate: where no such target is installed, it takes one from Debian's packages.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh
source .ci/debian-rust.sh

# Targets whose names end in `none` have `core` and no `std`.
installed_target() {
    local folder
    for folder in "$(rustc --print sysroot)"/lib/rustlib/*-none*; do
        [ -d "$folder" ] && basename "$folder" && return
    done
    return 1
}

cargo=cargo
if ! target=$(installed_target); then
    target=bpfel-unknown-none
    unpack_debian_rust 1.96 "${CARGO_TARGET_DIR:-$PWD/target}/debian-bare" libstd-rust-web-dev-bpf
    cargo=$debian_cargo
    export LD_LIBRARY_PATH=$debian_libraries RUSTC=$debian_rustc
    # This compiler's results are of no use to others.
    export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}/bare"
fi

step "$target: it has no std"
make_scratch
printf 'use std as _;\n' >"$scratch/std.rs"
! "${RUSTC:-rustc}" --target "$target" --crate-type lib --out-dir "$scratch" "$scratch/std.rs" 2>"$scratch/said" \
    || fail "$target has std: a build for it proves nothing"
grep -q "can't find crate for \`std\`" "$scratch/said" || { cat "$scratch/said" >&2; fail 'the compiler does not work'; }

step "$target: the library, with the features that need no allocator, and a crate that uses it"
run "$cargo" build --locked --release --target "$target" --package "$root_package"
run "$cargo" build --locked --release --target "$target" --package "$root_package" --features query,serde,log
run "$cargo" build --locked --release --target "$target" --package no-std-proof
