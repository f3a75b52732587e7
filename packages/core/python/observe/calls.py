"""Calls of the notebook's own functions: their types, and small literal arguments and results for generated tests."""

from __future__ import annotations

import ast
import inspect
import sys
import types
from typing import Any

from .facts import type_facts
from .names import is_own

PER_FUNCTION = 5
TYPED_CALLS = 20
EVENTS = 20_000
LONGEST = 300
SKIPPED_FLAGS = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR


def literal(value: Any) -> str | None:
    """Return the value as a short Python literal that gives it back exactly, if there is one."""
    if not _is_small(value, 0):
        return None
    text = repr(value)
    if len(text) > LONGEST:
        return None
    try:
        return text if repr(ast.literal_eval(text)) == text else None
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None


def _is_small(value: Any, depth: int) -> bool:
    if type(value) in (bool, int, float, str, bytes, type(None)):
        return not isinstance(value, (str, bytes)) or len(value) <= LONGEST
    if depth > 3:
        return False
    if type(value) in (list, tuple):
        return len(value) <= 20 and all(_is_small(item, depth + 1) for item in value)
    return (
        type(value) is dict
        and len(value) <= 20
        and all(_is_small(part, depth + 1) for pair in value.items() for part in pair)
    )


class CallWatch:
    """Listens to calls during a statement, for a bounded number of events, and never where another profiler listens."""

    def __init__(self) -> None:
        self.found: list[dict[str, Any]] = []
        self.signatures: dict[str, dict[str, Any]] = {}
        self._typed: dict[types.CodeType, int] = {}
        self._count: dict[types.CodeType, int] = {}
        self._codes: dict[types.CodeType, types.FunctionType] = {}
        self._open: dict[int, Any] = {}
        self._left = 0

    def begin(self, namespace: dict[str, Any]) -> None:
        """Listen, when there is a function left to listen to."""
        functions = [v for v in list(namespace.values()) if isinstance(v, types.FunctionType) and is_own(v.__module__)]
        self._codes = {
            f.__code__: f
            for f in functions
            if not f.__code__.co_flags & SKIPPED_FLAGS
            and (self._count.get(f.__code__, 0) < PER_FUNCTION or self._typed.get(f.__code__, 0) < TYPED_CALLS)
            and not f.__code__.co_freevars
        }
        self._open, self._left = {}, EVENTS
        if self._codes and sys.getprofile() is None and sys.gettrace() is None:
            sys.setprofile(self._event)

    def end(self) -> None:
        """Stop listening."""
        if sys.getprofile() == self._event:
            sys.setprofile(None)
        self._open = {}

    def _event(self, frame: types.FrameType, event: str, value: Any) -> None:
        self._left -= 1
        if self._left < 0:
            sys.setprofile(None)
        elif event == "call" and frame.f_code in self._codes:
            self._enter(frame)
        elif event == "return" and id(frame) in self._open:
            self._leave(*self._open.pop(id(frame)), value)

    def _enter(self, frame: types.FrameType) -> None:
        code, values = frame.f_code, frame.f_locals
        if self._typed.get(code, 0) < TYPED_CALLS:
            self._typed[code] = self._typed.get(code, 0) + 1
            for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]:
                if name in values:
                    self._note_type(code, name, values[name])
            self._open[id(frame)] = (code, None, {})
        plain = code.co_argcount
        names = code.co_varnames[:plain]
        keywords = code.co_varnames[plain : plain + code.co_kwonlyargcount]
        if code.co_flags & (inspect.CO_VARARGS | inspect.CO_VARKEYWORDS) or not all(
            n in values for n in (*names, *keywords)
        ):
            return
        if self._count.get(code, 0) >= PER_FUNCTION:
            return
        given = [literal(values[name]) for name in names]
        named = {name: literal(values[name]) for name in keywords}
        if None not in given and None not in named.values():
            self._open[id(frame)] = (code, given, named)

    def _note_type(self, code: types.CodeType, name: str, value: Any) -> None:
        """Note the type of a parameter, or of the result under the name ``return``."""
        known = self.signatures.setdefault(self._codes[code].__name__, {}).setdefault(name, [])
        facts = type_facts(value)
        if facts not in known and len(known) < 5:
            known.append(facts)

    def _leave(self, code: types.CodeType, given: list[str] | None, named: dict[str, str], result: Any) -> None:
        """Note a call; a result of ``None`` may be an exception passing through, so it says nothing."""
        if result is not None and code in self._codes:
            self._note_type(code, "return", result)
        text = None if result is None or given is None or code not in self._codes else literal(result)
        if text is None:
            return
        name = self._codes[code].__name__
        call = {"function": name, "arguments": given, "keywords": named, "result": text}
        if call in self.found:
            return
        self.found.append(call)
        self._count[code] = self._count.get(code, 0) + 1
        if self._count[code] >= PER_FUNCTION and self._typed.get(code, 0) >= TYPED_CALLS:
            self._codes = {c: f for c, f in self._codes.items() if c is not code}
