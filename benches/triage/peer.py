"""What a straightforward script does with the same lines: count, and keep the first and the last time.

    python3 peer.py make MEGABYTES > lines.jsonl
    python3 peer.py count lines.jsonl
"""

import collections
import json
import re
import sys

CODES = re.compile(r"0x[0-9A-Fa-f]{1,8}\b")


def make(megabytes):
    """Lines as Winlogbeat writes them: every other one of a connector, each with a message of ordinary length."""
    connector = "Microsoft-Intune-CertificateConnectors"
    filler = "Some text of an ordinary length that says what happened. " * 4
    written = number = 0
    while written < megabytes * 1_000_000:
        number += 1
        ours = number % 2 == 0
        provider = connector if ours else "Microsoft-Windows-Security-SPP"
        line = json.dumps(
            {
                "@timestamp": f"2026-11-{number // 86400 % 28 + 1:02}T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}.000Z",
                "message": f"The request failed. DiagnosticException: 0x00000400. {filler}",
                "log": {"level": "error" if ours else "information"},
                "event": {"code": str(1001 + number % 3), "provider": provider, "kind": "event"},
                "agent": {"type": "winlogbeat", "version": "8.1"},
                "winlog": {
                    "event_id": str(1001 + number % 3),
                    "channel": f"{connector}/Operational" if ours else "Application",
                    "provider_name": provider,
                    "computer_name": f"host{number % 10}.example.com",
                    "record_id": number,
                },
            }
        )
        written += len(line) + 1
        print(line)


def count(path):
    found = collections.defaultdict(lambda: [0, None, None, collections.Counter()])
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            winlog = record["winlog"]
            if not winlog["channel"].startswith("Microsoft-Intune-CertificateConnectors/"):
                continue
            event = found[winlog["channel"], winlog["event_id"]]
            event[0] += 1
            time = record["@timestamp"]
            event[1] = time if event[1] is None else min(event[1], time)
            event[2] = time if event[2] is None else max(event[2], time)
            event[3].update(CODES.findall(record["message"]))
    for (channel, number), (times, first, last, codes) in sorted(found.items()):
        print(channel, number, times, first, last, dict(codes))


if __name__ == "__main__":
    {"make": lambda size: make(int(size)), "count": count}[sys.argv[1]](sys.argv[2])
