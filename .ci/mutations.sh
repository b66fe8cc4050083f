#!/usr/bin/env bash
# Tests the tests: makes each change of mutations.txt in a copy of the repository, one at a time. The tests named
# there must fail. Not part of the gate, for it takes minutes; an argument chooses changes by a word.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

chosen=${1:-}
make_scratch
copy_repository
# Dependencies are built once for all runs.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}/mutations"
# The copy may regenerate its code.
unset CI

# The arguments of `cargo test` for a test: a file of tests/, PACKAGE/FILE, or a package.
arguments_of() {
    case $1 in
        codegen/lib) echo "-p $codegen_package --lib" ;;
        codegen/*) echo "-p $codegen_package --test ${1#*/}" ;;
        interchange/*) echo "-p interchange --all-features --test ${1#*/}" ;;
        catalogues/*) echo "-p catalogues --test ${1#*/}" ;;
        *) echo "-p $root_package --test $1" ;;
    esac
}

# Runs cargo in the copy; what it says is in $scratch/said.
quietly() {
    (cd "$copy" && cargo "$@") >"$scratch/said" 2>&1
}

# Compiles a test, and what it needs. A change that does not compile has tested nothing.
prepare() {
    case $1 in
        # The other catalogues' code is committed: it must be generated again before it can be tested.
        catalogues/*) UPDATE_EXPECT=1 quietly test -p "$codegen_package" --test generated || return 1 ;;
        examples) quietly build --examples || return 1 ;;
    esac
    quietly test "${arguments[@]}" --no-run
}

# Whether one of the tests fails.
is_killed() {
    local test
    for test in "$@"; do
        if [ "$test" = build ]; then
            quietly build --features regenerate || return 0
            continue
        fi
        read -ra arguments <<<"$(arguments_of "$test")"
        prepare "$test" || broken "the test $test does not compile"
        # A test that does not come to its end has found the change too.
        (cd "$copy" && timeout 120 cargo test "${arguments[@]}") >"$scratch/said" 2>&1 || return 0
    done
    return 1
}

broken() {
    tail -20 "$scratch/said" >&2
    fail "$file: $find -> $put: $1"
}

# Calls a function for each chosen change; what it is stands in variables.
each() {
    local line
    while IFS= read -r line; do
        case $line in
            'in: '*) file=${line#in: } ;;
            'find: '*) find=${line#find: } ;;
            'put: '*) put=${line#put: } ;;
            'by: '*)
                read -ra tests <<<"${line#by: }"
                [[ "$file $find $put ${tests[*]}" != *"$chosen"* ]] || "$1"
                ;;
        esac
    done <"$copy/.ci/mutations.txt"
}

# Runs the tests of a change without the change, each once.
try_without() {
    local test
    for test in "${tests[@]}"; do
        [[ " build $tried " != *" $test "* ]] || continue
        tried+=" $test"
        read -ra arguments <<<"$(arguments_of "$test")"
        { prepare "$test" && quietly test "${arguments[@]}"; } || broken "$test fails without the change"
    done
}

# Makes a change, looks whether it is found, and takes it back.
try() {
    local text verdict=killed
    text=$(<"$file")
    [[ "$text" == *"$find"* ]] || fail "$file does not hold: $find"
    printf '%s\n' "${text/"$find"/"$put"}" >"$copy/$file"
    count=$((count + 1))
    if ! is_killed "${tests[@]}"; then
        verdict=SURVIVED survivors=$((survivors + 1))
    fi
    printf '%-8s  %s: %s -> %s\n' "$verdict" "$file" "$find" "$put"
    cp "$file" "$copy/$file"
}

tried='' count=0 survivors=0

step 'the tests pass without a change'
each try_without

step 'changes'
each try

step "$count changes, $survivors survived, after $((SECONDS / 60)) min $((SECONDS % 60)) s"
[ "$survivors" -eq 0 ] && [ "$count" -gt 0 ]
