#!/usr/bin/env bash
# Packages both crates, checks what is in the packages, and unpacks them into the folder that is given.
set -euo pipefail
[ $# -eq 1 ] || { echo 'usage: package.sh FOLDER' >&2; exit 2; }
mkdir -p "$1"
unpacked=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
source .ci/common.sh

# Compressed bytes that the catalogue's package may have.
most_bytes=102400

step 'package both crates'
arguments=(-p "$codegen_package" -p "$root_package")
# A developer's tree may have uncommitted changes; CI's may not.
[ "${ALLOW_DIRTY:-}" != true ] || arguments+=(--allow-dirty)
run cargo package "${arguments[@]}"

target=$(cargo metadata --format-version 1 --no-deps | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')

for package in "$codegen_package" "$root_package"; do
    step "what is in the package $package"
    folder=$package-$(version_of "$package")
    file=$target/package/$folder.crate
    run tar -xzf "$file" -C "$unpacked"
    contents=$(cd "$unpacked/$folder" && find . -type f | sed 's,^\./,,' | sort)
    printf '%s\n' "$contents"
    for needed in README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE; do
        [ -f "$unpacked/$folder/$needed" ] || fail "$needed is not in the package $package"
    done
    unwanted=$(grep -E '^(build\.rs|tests/|benches/|codegen/|\.ci/|target/)' <<<"$contents" || true)
    [ -z "$unwanted" ] || fail "the package $package should not have: $unwanted"
done

step "the examples of the package $root_package build"
# Before it is published, no registry has the generator that their tests name.
run cargo check --manifest-path "$unpacked/$folder/Cargo.toml" --examples --all-features \
    --target-dir "$target" --config "patch.crates-io.$codegen_package.path='$unpacked/$codegen_package-$(version_of "$codegen_package")'"

step "the package $root_package has no build script and is small"
grep -qx 'build = false' "$unpacked/$folder/Cargo.toml" || fail 'its Cargo.toml does not say `build = false`'
bytes=$(wc -c <"$file" | tr -d ' ')
printf '%s bytes of at most %s\n' "$bytes" "$most_bytes"
[ "$bytes" -le "$most_bytes" ] || fail "the package has $bytes bytes, more than $most_bytes; \`exclude\` in Cargo.toml keeps examples out of it"
