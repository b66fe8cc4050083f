#!/usr/bin/env bash
# Builds and tries the published crates with the oldest versions that their manifests allow, in a copy. Only of what
# they name themselves: what that needs in turn is for its authors to say. Not part of the gate: it builds everything again.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

command -v python3 >/dev/null || fail 'python3 is needed: it changes the manifests'
make_scratch
copy_repository
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}/minimal"
export CI=true
cd "$copy"

step 'the oldest versions that the manifests allow'
# Tests need later ones: their dependencies go.
python3 - Cargo.toml codegen/Cargo.toml <<'END_OF_PYTHON'
import re, sys

for path in sys.argv[1:]:
    text = open(path, encoding="utf-8").read()
    text = re.sub(r"^members = \[.*?\]", 'members = ["codegen"]', text, flags=re.M | re.S)
    text = re.sub(r"^default-members = .*\n", "", text, flags=re.M)
    sections = re.split(r"^(?=\[)", text, flags=re.M)
    for at, section in enumerate(sections):
        if section.startswith("[dev-dependencies]"):
            sections[at] = ""
        elif section.startswith(("[dependencies]", "[build-dependencies]")):
            exact = lambda match: match[1] + "=" + match[2] + ".0" * (2 - match[2].count(".")) + '"'
            section = re.sub(r'^(\S+ = ")([0-9.]+)"', exact, section, flags=re.M)
            sections[at] = re.sub(r'(version = ")([0-9.]+)"', exact, section)
            print(sections[at])
    open(path, "w", encoding="utf-8").write("".join(sections))
END_OF_PYTHON
run cargo generate-lockfile --quiet

step 'build and test with them'
run cargo check --package "$root_package" --all-features
run cargo check --package "$codegen_package" --no-default-features
run cargo test --package "$codegen_package" --lib

step 'the generator writes the same with them'
catalogue() {
    run cargo run --quiet --package "$codegen_package" -- "$@"
}
catalogue generate --check
for file in codegen/tests/catalogues/*.yaml; do
    name=$(basename "$file" .yaml)
    catalogue generate --check "$file" --output "codegen/tests/catalogues/src/$name"
done
for format in json sql html; do
    catalogue export --format "$format" --output "$scratch/catalogue.$format"
done
