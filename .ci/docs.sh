#!/usr/bin/env bash
# Documentation without warnings.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

step 'documentation'
export RUSTDOCFLAGS="-D warnings"
run cargo doc --workspace --no-deps --all-features
