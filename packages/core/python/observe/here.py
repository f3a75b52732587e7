"""Entry of the recorder on this machine: ``python recorder.py REQUEST.json``."""

from __future__ import annotations

from .recorder import record


def main(arguments: list[str]) -> int:
    """Record the notebook of the request."""
    return record(arguments[0])
