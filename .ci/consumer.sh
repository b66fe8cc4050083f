#!/usr/bin/env bash
# Builds new crates that depend on the unpacked catalogue alone, as users do.
set -euo pipefail
[ $# -eq 1 ] || { echo 'usage: consumer.sh FOLDER_OF_THE_UNPACKED_CATALOGUE' >&2; exit 2; }
catalogue=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
source .ci/common.sh

make_scratch
export CARGO_TARGET_DIR="$scratch/target"
dependency="$root_package = { path = \"$catalogue\" }"

step 'a new crate with an exhaustive match builds from the package and runs'
consumer=$scratch/consumer
new_crate "$consumer" consumer "$dependency"
# The example is what a user would write: every variant, no `_` arm.
cp "$catalogue/examples/exhaustive.rs" "$consumer/src/main.rs"
(cd "$consumer" && run cargo build --message-format=json >"$scratch/messages")
(cd "$consumer" && run cargo run --quiet -- 20102) | tee "$scratch/printed"
grep -q 20102 "$scratch/printed" || fail 'it did not find event 20102'

step 'its lock file holds three packages: itself, the catalogue, strum'
packages=$(sed -n 's/^name = "\(.*\)"$/\1/p' "$consumer/Cargo.lock" | sort | tr '\n' ' ')
printf '%s\n' "$packages"
[ "$packages" = "consumer $root_package strum " ] || fail "the lock file holds: $packages"

step 'it runs no build script and no procedural macro'
(cd "$consumer" && cargo metadata --format-version 1 --locked) >"$scratch/metadata"
for kind in custom-build proc-macro; do
    ! grep -q "\"$kind\"" "$scratch/metadata" "$scratch/messages" || fail "a package has a target of the kind $kind"
done
! grep -q '"build-script-executed"' "$scratch/messages" || fail 'a build script was run'

step 'a crate without std builds from the package'
# With `std` anywhere below it, the panic handler would be there twice.
bare=$scratch/bare
new_crate "$bare" bare "$dependency"
cat >>"$bare/Cargo.toml" <<'END'

[lib]
crate-type = ["staticlib"]

[profile.dev]
panic = "abort"
END
cat >"$bare/src/lib.rs" <<'END'
#![no_std]

use intune_connector_catalogue::EventId;

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

#[unsafe(no_mangle)]
pub extern "C" fn length_of_name(id: u16) -> usize {
    EventId::from_id(id).map_or(0, |event| event.name().len())
}
END
(cd "$bare" && run cargo build)
