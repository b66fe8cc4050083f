#!/usr/bin/env bash
# Tests the tests: makes each change of mutations.txt in a copy of the repository, one at a time. The tests named
# there must fail. Not part of the gate, for it takes a quarter of an hour; an argument chooses changes by a word.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

chosen=${1:-}
make_scratch
copy=$scratch/copy
mkdir "$copy"
tar --exclude=./target --exclude=./.git -cf - . | tar -xf - -C "$copy"
# Dependencies are built once for all runs.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}/mutations"
# The copy may regenerate its code.
unset CI

# The arguments of `cargo test` for a test: a file of tests/, or PACKAGE/FILE.
arguments_of() {
    case $1 in
        codegen/lib) echo "-p $codegen_package --lib" ;;
        codegen/*) echo "-p $codegen_package --test ${1#*/}" ;;
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
        # The other catalogues' code is committed: it must be written anew before it can be tested.
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
        quietly test "${arguments[@]}" || return 0
    done
    return 1
}

broken() {
    tail -20 "$scratch/said" >&2
    fail "$file: $find -> $put: $1"
}

# Makes a change, looks whether it is found, and takes it back.
try() {
    [[ "$file $find $put $tests" == *"$chosen"* ]] || return 0
    local text
    text=$(<"$file")
    [[ "$text" == *"$find"* ]] || fail "$file does not hold: $find"
    printf '%s\n' "${text/"$find"/"$put"}" >"$copy/$file"
    count=$((count + 1))
    # shellcheck disable=SC2086 # several tests
    if is_killed $tests; then
        printf 'killed    %s: %s -> %s\n' "$file" "$find" "$put"
    else
        printf 'SURVIVED  %s: %s -> %s\n' "$file" "$find" "$put"
        survivors=$((survivors + 1))
    fi
    cp "$file" "$copy/$file"
}

step 'the tests pass without a change'
count=0 survivors=0
all=$(sed -n 's/^by: *//p' .ci/mutations.txt | tr ' ' '\n' | sort -u | grep -vx build)
for test in $all; do
    read -ra arguments <<<"$(arguments_of "$test")"
    { prepare "$test" && quietly test "${arguments[@]}"; } || { cat "$scratch/said" >&2; fail "$test fails without any change"; }
done

step 'changes'
while IFS= read -r line; do
    case $line in
        'in: '*) file=${line#in: } ;;
        'find: '*) find=${line#find: } ;;
        'put: '*) put=${line#put: } ;;
        'by: '*) tests=${line#by: }; try ;;
    esac
done <.ci/mutations.txt

step "$count changes, $survivors survived, after $((SECONDS / 60)) min $((SECONDS % 60)) s"
[ "$survivors" -eq 0 ]
