#!/usr/bin/env bash
# Rehearses a release: everything that publishing does but the upload. Needs cargo 1.90 or later, which publishes
# packages that need one another in one call. Not part of the gate, which packages and checks them as well.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

make_scratch

step 'what is in the packages, and how large they are'
# Changes may be uncommitted: it is a rehearsal.
ALLOW_DIRTY=true bash .ci/package.sh "$scratch"

step 'publish, but for the upload'
# Cargo finds the order itself: the generator first, which the catalogue names.
run cargo publish --dry-run --allow-dirty --package "$codegen_package" --package "$root_package" 2>&1 \
    | grep -v '^warning: ignoring '

step 'what is left to do'
for crate in "$codegen_package:codegen/CHANGELOG.md" "$root_package:CHANGELOG.md"; do
    version=$(version_of "${crate%%:*}")
    grep -qF "## $version" "${crate#*:}" || printf '%s: move Unreleased under %s\n' "${crate#*:}" "$version"
done
[ -z "$(git status --porcelain)" ] || printf 'commit your changes\n'
