"""Entry of the recorder as one file, for the machine where the notebook lives: ``python FILE.py [FOLDER]``."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import Any

from .recorder import record

# What ``cellwright record --emit`` was told; it stands here as JSON.
EMITTED: dict[str, Any] = {}
LARGEST_COPY = 64 * 1024 * 1024


def main(arguments: list[str]) -> int:
    """Run the notebook in this folder and keep what was seen in a new folder."""
    if arguments[:1] == ["--request"]:
        return record(arguments[1])
    out = os.path.abspath(arguments[0] if arguments else EMITTED["name"] + ".record")
    if os.path.exists(out) and (not os.path.isdir(out) or os.listdir(out)):
        print("error: %s is there already; name another folder" % out, file=sys.stderr)
        return 2
    os.makedirs(os.path.join(out, "values"))
    request = {**EMITTED["request"], "folder": os.getcwd(), "values": os.path.join(out, "values"), "hidden": [out]}
    request_file = os.path.join(out, "request.json")
    with open(request_file, "w", encoding="utf-8") as file:
        json.dump(request, file)
    began = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    read, written, code = _run(request_file, os.path.join(out, "run.jsonl"))
    os.remove(request_file)
    ended = {
        "event": "ended",
        "notebook": EMITTED["notebook"],
        "order": EMITTED["order"],
        "seed": request["seed"],
        "when": began,
        "code": code if code >= 0 else None,
        "signal": signal.Signals(-code).name if code < 0 else None,
        "files": _keep(sorted(written), os.path.join(out, "files")),
        "inputs": {path: _digest(path) for path in sorted(read - written) if os.path.isfile(path)},
    }
    with open(os.path.join(out, "run.jsonl"), "a", encoding="utf-8") as file:
        file.write(json.dumps(ended) + "\n")
    print("The record: %s\nNext: cellwright build %s -o PROJECT --record %s" % (out, EMITTED["notebook"]["path"], out))
    return 0


def _run(request: str, log: str) -> tuple[set[str], set[str], int]:
    """Run the recorder in a process of its own; return the files read and written, and how it ended."""
    read: set[str] = set()
    written: set[str] = set()
    child = subprocess.Popen(
        [sys.executable, os.path.abspath(__file__), "--request", request],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **EMITTED["environment"]},
    )
    assert child.stdout is not None
    with open(log, "wb") as file:
        while True:
            try:
                line = child.stdout.readline()
            except KeyboardInterrupt:
                continue  # the recorder was interrupted too, and says where it was
            if not line:
                break
            file.write(line)
            event = json.loads(line)
            if event["event"] == "cell":
                print("cell[%s]" % event["index"], file=sys.stderr)
            if event["event"] == "step":
                read.update(event["step"]["filesRead"])
                written.update(event["step"]["filesWritten"])
    return read, written, child.wait()


def _keep(paths: list[str], folder: str) -> dict[str, dict[str, Any]]:
    """Copy what the notebook wrote in this folder."""
    kept: dict[str, dict[str, Any]] = {}
    for position, path in enumerate(paths, 1):
        if os.path.isabs(path) or not os.path.isfile(path):
            continue
        size = os.path.getsize(path)
        kept[path] = {"sha256": _digest(path), "size": size}
        if size <= LARGEST_COPY:
            os.makedirs(folder, exist_ok=True)
            kept[path]["file"] = "%03d-%s" % (position, os.path.basename(path))
            shutil.copyfile(path, os.path.join(folder, kept[path]["file"]))
    return kept


def _digest(path: str) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()
