"""Keeps values that were asked for: a portrait for comparison, and a file by the first exact codec."""

from __future__ import annotations

import os
import pickle
import re
import time
from typing import Any

from .codecs import choose_codec
from .portrait import Node, Painter, TooLarge, fingerprint


class Keeper:
    """Writes values into one folder, as long as they fit the budget."""

    def __init__(self, folder: str, budget: dict[str, Any]) -> None:
        self.folder = folder
        self.bytes = int(budget.get("bytes", 1 << 29))
        self.seconds = float(budget.get("seconds", 120))
        self.count = 0
        self._known: dict[str, dict[str, Any]] = {}

    def keep(self, name: str, value: Any, facts: dict[str, Any], asked: bool) -> dict[str, Any]:
        """Return the facts with codec and files; a value that was not asked for is kept within the budget only."""
        if not asked and (self.bytes <= 0 or self.seconds <= 0):
            return {**facts, "codecReason": "not tried: the budget for values is used up"}
        began = time.perf_counter()
        painter = Painter(keep=True)
        try:
            node = painter.paint(value)
            expected = fingerprint(node)
        except (TooLarge, RecursionError, MemoryError) as error:
            return {**facts, "codecReason": "too large or too deep to look at (%s)" % type(error).__name__}
        except Exception as error:
            return {**facts, "codecReason": "cannot be looked at (%s)" % type(error).__name__}
        if expected in self._known and painter.complete:
            return {**facts, **self._known[expected]}
        try:
            more = self._write(name, value, node, expected, painter.complete)
        except OSError as error:  # the disk is full: the run goes on, and nothing half-written is named
            self.bytes = 0
            return {**facts, "codecReason": "could not be stored (%s)" % error.strerror}
        if painter.own:
            more["own"] = sorted(painter.own)
        if painter.complete:
            self._known[expected] = more
        self.seconds -= time.perf_counter() - began
        return {**facts, **more}

    def _write(self, name: str, value: Any, node: Node, expected: str, complete: bool) -> dict[str, Any]:
        self.count += 1
        stem = os.path.join(self.folder, "%03d-%s" % (self.count, re.sub(r"\W", "_", name, flags=re.ASCII)[:40]))
        with open(stem + ".portrait", "wb") as file:
            pickle.dump(node, file, protocol=4)
        codec, reason, path = choose_codec(value, stem, node if complete else None)
        more: dict[str, Any] = {
            "fingerprint": expected if complete else None,
            "codec": codec,
            "portrait": os.path.basename(stem + ".portrait"),
        }
        if path is not None:
            more["file"] = os.path.basename(path)
        if reason:
            more["codecReason"] = reason
        for written in (stem + ".portrait", path):
            self.bytes -= os.path.getsize(written) if written else 0
        return more
