"""How a cell can end other than well."""

from __future__ import annotations

import traceback
from typing import Any


class InputRequested(EOFError):
    """The notebook waits for somebody to type; nobody is there."""


def refuse_input(prompt: object = "") -> str:
    """Stand in for ``input`` and ``getpass``."""
    raise InputRequested("input() was called: %s" % prompt)


def outcome_of(error: BaseException) -> str:
    """Return the kind of ending that an exception means."""
    if isinstance(error, InputRequested):
        return "input"
    if isinstance(error, SystemExit):
        return "exited"
    if isinstance(error, KeyboardInterrupt):
        return "interrupted"
    return "memory" if isinstance(error, MemoryError) else "raised"


def error_facts(error: BaseException, cell: dict[str, Any], filename: str, shift: int, fallback: int) -> dict[str, Any]:
    """Return name, message and the last line of the cell that the error passed through."""
    line = fallback
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == filename and frame.lineno is not None:
            line = frame.lineno + shift
    if isinstance(error, SyntaxError) and error.filename == filename and error.lineno:
        line = error.lineno + shift
    try:
        message = str(error)
    except Exception:
        message = "<message cannot be shown>"
    return {"name": type(error).__name__, "message": message[:2000], "cell": cell["index"], "line": line}
