"""The channel to the parent: JSON lines on a descriptor of its own, so that prints cannot disturb it."""

from __future__ import annotations

import json
import math
import os
import sys
from typing import Any


class Channel:
    """Sends events; after :meth:`open` standard input is empty and standard output goes to standard error."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.owner = os.getpid()

    @staticmethod
    def open() -> Channel:
        """Take standard output for the protocol before anything else can write to it."""
        sys.stdout.flush()
        descriptor = os.dup(1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        channel = Channel(descriptor)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=channel.close)
        return channel

    def close(self) -> None:
        """Let go of the descriptor, in a forked child: a forgotten child must not keep the parent waiting."""
        try:
            os.close(self.descriptor)
        except OSError:
            pass

    def send(self, event: str, **facts: Any) -> None:
        """Write one event as a line."""
        if os.getpid() != self.owner:
            return
        data = (json.dumps(finite({"event": event, **facts}), allow_nan=False) + "\n").encode("ascii")
        while data:
            data = data[os.write(self.descriptor, data) :]


def finite(value: Any) -> Any:
    """Return plain data with numbers that are no JSON as text."""
    if isinstance(value, float) and not math.isfinite(value):
        return repr(value)
    if isinstance(value, dict):
        return {str(key): finite(item) for key, item in value.items()}
    return [finite(item) for item in value] if isinstance(value, (list, tuple)) else value
