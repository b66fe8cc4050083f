#!/usr/bin/env bash
# Formatting and lints, without and with features.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

cargo fmt --version >/dev/null 2>&1 || fail 'rustfmt is not installed; try: rustup component add rustfmt'
cargo clippy --version >/dev/null 2>&1 || fail 'clippy is not installed; try: rustup component add clippy'

step 'format'
run cargo fmt --all --check

step 'lints: everything'
run cargo clippy --workspace --all-targets --all-features -- -D warnings

step 'lints: pedantic ones, for the library and for generated code'
run cargo clippy -p "$root_package" -p catalogues --lib -- -D warnings -W clippy::pedantic

step 'lints: both crates without features'
run cargo clippy -p "$root_package" --no-default-features -- -D warnings
run cargo clippy -p "$codegen_package" --no-default-features -- -D warnings
