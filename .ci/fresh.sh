#!/usr/bin/env bash
# The generated code belongs to catalogue.yaml; and, tried in a copy, what happens when it does not.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

step 'the generated code is what catalogue.yaml gives'
run cargo run -p "$codegen_package" -- generate --check

step 'a build without features accepts it'
run cargo build --package "$root_package"

make_scratch
copy_repository
unset CI
export CARGO_TARGET_DIR="$scratch/target"

# Builds the copy, which must fail; what it says is in $scratch/said.
build_must_fail() {
    set -- cargo build --package "$root_package" "$@"
    printf '$ %s\n' "$*" >&2
    if (cd "$copy" && "$@") >"$scratch/said" 2>&1; then
        fail "this command accepted what it should refuse: $*"
    fi
}

# What the failed build must have said.
must_have_said() {
    grep -qF -- "$1" "$scratch/said" || {
        cat "$scratch/said" >&2
        fail "the build above did not say: $1"
    }
}

# The files below src of the copy must be those of the repository.
must_be_unchanged() {
    diff -r src "$copy/src" || fail "$1"
}

# Replaces text in a line of the catalogue, in the copy: line, pattern, replacement.
change_line() {
    sed "$1s/$2/$3/" catalogue.yaml >"$copy/catalogue.yaml"
    if cmp -s catalogue.yaml "$copy/catalogue.yaml"; then
        fail "line $1 of catalogue.yaml was to be changed for a trial, and is as before"
    fi
}

step 'stale code is refused by a build without features'
# An underscore more changes the documented name and leaves the Rust name.
line=$(awk '/^ *entries:/ { inside = 1 } inside && /^ *name: / { print NR; exit }' catalogue.yaml)
change_line "$line" '$' '_'
build_must_fail
must_have_said 'cargo build --features regenerate'
must_be_unchanged 'a build without features has changed files'

step 'with CI set, stale code is refused and left alone'
CI=true build_must_fail --features regenerate
must_have_said 'run `catalogue generate`'
must_be_unchanged 'a build with CI set has changed files'

step 'cargo build --features regenerate brings it up to date'
(cd "$copy" && run cargo build --package "$root_package" --features regenerate)
if diff -r src/generated "$copy/src/generated" >/dev/null; then
    fail 'another name in catalogue.yaml has not changed src/generated'
fi
(cd "$copy" && run cargo build --package "$root_package")

step 'going back restores every byte'
cp catalogue.yaml "$copy/catalogue.yaml"
(cd "$copy" && run cargo build --package "$root_package" --features regenerate)
must_be_unchanged 'src is not what it was'

step 'a change of an included file is noticed'
mkdir "$copy/parts"
printf '# Words of other tools.\nvocabularies: []\n' >"$copy/parts/words.yaml"
printf 'include: [parts/words.yaml]\n' >>"$copy/catalogue.yaml"
(cd "$copy" && run cargo build --package "$root_package" --features regenerate)
(cd "$copy" && run cargo build --package "$root_package")
printf '# No words yet.\nvocabularies: []\n' >"$copy/parts/words.yaml"
build_must_fail
must_have_said 'parts/words.yaml has changed'
rm -r "$copy/parts"
cp catalogue.yaml "$copy/catalogue.yaml"
(cd "$copy" && run cargo build --package "$root_package" --features regenerate)
must_be_unchanged 'src is not what it was'

step 'a misspelt relation is a build error with its line and a suggestion, and no file is touched'
line=$(awk '/^ *diagnostic_codes: \[.*\]$/ { print NR; exit }' catalogue.yaml)
[ -n "$line" ] || fail 'catalogue.yaml has no line like `diagnostic_codes: [...]` to misspell'
change_line "$line" ']$' 'x]'
touch "$scratch/before"
build_must_fail --features regenerate
must_have_said "catalogue.yaml:$line:"
must_have_said 'did you mean'
must_be_unchanged 'a catalogue with a mistake has changed files'
touched=$(find "$copy/src" -newer "$scratch/before")
[ -z "$touched" ] || fail "a catalogue with a mistake has touched files: $touched"
