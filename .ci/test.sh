#!/usr/bin/env bash
# The two commands of README.md, then the tests with each feature on its own.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

# The first command of README.md that begins like this.
readme_command() {
    awk -v start="$1" '
        /^```/ { shell = ($0 == "```sh"); next }
        shell && index($0, start) == 1 { print; exit }
    ' README.md
}

# The first block of text in README.md.
readme_output() {
    awk '
        /^```/ && inside { exit }
        $0 == "```text" { inside = 1; next }
        inside
    ' README.md
}

# The features of a manifest but for the default ones.
features_of() {
    awk '
        /^\[/ { inside = ($0 == "[features]"); next }
        inside && /^[a-z0-9_-]+ *=/ && $1 != "default" { print $1 }
    ' "$1"
}

make_scratch

step 'tests: the command of README.md'
tests=$(readme_command 'cargo test')
[ -n "$tests" ] || fail 'README.md shows no command that begins with: cargo test'
run bash -c "$tests"

step 'the example of README.md prints what README.md shows'
example=$(readme_command 'cargo run --example')
[ -n "$example" ] || fail 'README.md shows no command that begins with: cargo run --example'
readme_output >"$scratch/shown"
printf '$ %s\n' "$example" >&2
# It ends with 1, for it has found something.
bash -c "$example" >"$scratch/printed" || [ $? -eq 1 ] || fail "this command failed: $example"
diff -u "$scratch/shown" "$scratch/printed" || fail "README.md shows something else than this prints: $example"

# All tests of a package without features, then with each of some on its own.
test_features() {
    step "tests: $1 without features"
    run cargo test -p "$1" --no-default-features
    local feature
    for feature in "${@:2}"; do
        step "tests: $1 with the feature $feature alone"
        run cargo test -p "$1" --no-default-features --features "$feature"
    done
}

# Features that implement another library's traits are tested in tests/interchange, one feature at a time.
traits=$(features_of tests/interchange/Cargo.toml)
others=$(comm -23 <(features_of Cargo.toml | sort) <(sort <<<"$traits"))
read -ra others <<<"${others//$'\n'/ }"
test_features "$root_package" "${others[@]}"
for feature in $traits; do
    step "tests: the feature $feature alone"
    run cargo test -p "$root_package" --no-default-features --features "$feature" --doc
    run cargo test -p interchange --features "$feature" --test features
done
test_features "$codegen_package" $(features_of codegen/Cargo.toml)

step 'a build script compiles nothing of the command line'
library=$(cargo tree --package "$codegen_package" --no-default-features --edges normal --prefix none)
for dependency in anstream clap clap_complete csv html-escape serde_json similar; do
    ! grep -q "^$dependency v" <<<"$library" || fail "the library of $codegen_package depends on $dependency"
done
