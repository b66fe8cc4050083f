#!/usr/bin/env bash
# A program links only the texts that it asks for.
set -euo pipefail
[ $# -eq 1 ] || { echo 'usage: linked-texts.sh FOLDER_OF_THE_UNPACKED_CATALOGUE' >&2; exit 2; }
catalogue=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
source .ci/common.sh

make_scratch
export CARGO_TARGET_DIR="$scratch/target"
programs=$scratch/programs
new_crate "$programs" programs "$root_package = { path = \"$catalogue\" }"
mkdir "$programs/src/bin"

# Ids and names only.
cat >"$programs/src/bin/names.rs" <<'END'
use intune_connector_catalogue::{DiagnosticCode, EventId};

fn main() {
    for word in std::env::args().skip(1) {
        match (word.parse::<EventId>(), word.parse::<DiagnosticCode>()) {
            (Ok(event), _) => println!("{event:#} {}", event.id()),
            (_, Ok(code)) => println!("{code:#} {}", code.code()),
            (Err(error), _) => println!("{error}"),
        }
    }
}
END
# Descriptions in the default language; those of all entries, so that each is linked.
cat >"$programs/src/bin/english.rs" <<'END'
use intune_connector_catalogue::EventId;

fn main() {
    EventId::ALL.iter().for_each(|event| println!("{}", event.description()));
}
END
cat >"$programs/src/bin/russian.rs" <<'END'
use intune_connector_catalogue::{EventId, Locale};

fn main() {
    EventId::ALL.iter().for_each(|event| println!("{}", event.description_in(Locale::Ru)));
}
END

step 'build programs that ask for names, for English and for Russian texts'
(cd "$programs" && run cargo build --release)
bin=$CARGO_TARGET_DIR/release
run "$bin/names" 20102 0x411
"$bin/english" >"$scratch/english"
"$bin/russian" >"$scratch/russian"

# Whether any line of a text is in a program.
holds() {
    LC_ALL=C grep -qaF -f "$scratch/$2" "$bin/$1"
}

step 'a program has the texts that it prints, and no others'
holds english english || fail 'the search for texts in programs does not work: the English ones are not found'
holds russian russian || fail 'the search for texts in programs does not work: the Russian ones are not found'
! holds names english || fail 'a program that uses ids and names only carries English descriptions'
! holds names russian || fail 'a program that uses ids and names only carries Russian descriptions'
! holds english russian || fail 'a program that prints English descriptions carries Russian ones'
wc -c "$bin/names" "$bin/english" "$bin/russian"
