#!/usr/bin/env bash
# What dependencies may be, by deny.toml. Needs cargo-deny. Not part of the gate, for the advisories change without us;
# `offline` leaves these out.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

command -v cargo-deny >/dev/null || fail 'cargo-deny is not installed; try: cargo install cargo-deny --locked'

step 'licences, wildcard versions, places that crates come from'
run cargo deny --locked check licenses bans sources

if [ "${1:-}" != offline ]; then
    step 'advisories'
    run cargo deny --locked check advisories
fi
