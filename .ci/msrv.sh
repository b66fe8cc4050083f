#!/usr/bin/env bash
# Builds and tests everything with the Rust version that Cargo.toml promises and with a late one, or with the versions that
# are given: by rustup's toolchain of that name, or else by Debian's packages. Not part of the gate, for it builds everything again.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh
source .ci/debian-rust.sh

promised=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
[ -n "$promised" ] || fail 'Cargo.toml names no rust-version'
[ $# -gt 0 ] || set -- "$promised" 1.96
target=${CARGO_TARGET_DIR:-$PWD/target}

# Whether rustup has a toolchain of this name; it must not fetch one.
rustup_has() {
    command -v rustup >/dev/null && rustup toolchain list | grep -q "^$1[.-]"
}

for version in "$@"; do
    cargo=cargo
    unset LD_LIBRARY_PATH RUSTC RUSTDOC RUSTUP_TOOLCHAIN
    if rustup_has "$version"; then
        export RUSTUP_TOOLCHAIN=$version
    else
        unpack_debian_rust "$version" "$target/debian-rust-$version"
        cargo=$debian_cargo
        export LD_LIBRARY_PATH=$debian_libraries RUSTC=$debian_rustc RUSTDOC=$debian_rustdoc
    fi
    export CARGO_TARGET_DIR=$target/rust-$version

    step "Rust $version: $("${RUSTC:-rustc}" --version)"
    run "$cargo" build --locked --examples --all-features
    # What the compiler says about forgotten arms is kept for one version: the test passes over others.
    run "$cargo" test --locked --workspace --all-features --tests
    # Their refusal is proven by an example that must not compile.
    run "$cargo" test --locked --doc --package "$root_package" --package "$codegen_package" --all-features
done
