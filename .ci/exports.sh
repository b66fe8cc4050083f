#!/usr/bin/env bash
# Exports the catalogue, and reads it back with programs that know nothing of ours.
set -euo pipefail
cd "$(dirname "$0")/.."
source .ci/common.sh

command -v python3 >/dev/null || fail 'python3 is needed: it reads the exported tables'
make_scratch

step 'export the catalogue'
for format in json jsonl csv tsv sql; do
    run cargo run --quiet --package "$codegen_package" -- export --format "$format" --output "$scratch/codes.$format"
done

step 'read the exports with other programs'
python3 - "$scratch" <<'END'
import csv, json, sqlite3, sys

folder = sys.argv[1]

def read(ending):
    return open(f"{folder}/codes.{ending}", encoding="utf-8", newline="")

entries = json.load(read("json"))["entries"]
names = [(entry["enum"], entry["name"]) for entry in entries]
assert len(names) > 100, len(names)
assert [json.loads(line) for line in read("jsonl")] == entries, "jsonl differs from json"
for ending, dialect in [("csv", "excel"), ("tsv", "excel-tab")]:
    rows = [(row["enum"], row["name"]) for row in csv.DictReader(read(ending), dialect=dialect)]
    assert rows == names, f"{ending} differs from json"

database = sqlite3.connect(":memory:")
database.executescript(read("sql").read())
rows = database.execute("SELECT enum, name FROM entry ORDER BY rowid").fetchall()
assert rows == names, "sql differs from json"
texts = {(e, n, l): (d, r) for e, n, l, d, r in database.execute("SELECT * FROM text")}
for entry in entries:
    for locale, text in entry["description"].items():
        assert texts[entry["enum"], entry["name"], locale] == (text, entry["remediation"].get(locale)), entry["name"]
relations = set(database.execute("SELECT * FROM relation"))
expected = {(e["enum"], e["name"], field, target) for e in entries for field, targets in e["fields"].items() for target in targets}
assert relations == expected, "relations differ"
print(f"{len(entries)} entries, {len(texts)} texts, {len(relations)} relations")
END
