"""Digests of code: two functions with one digest do the same."""

from __future__ import annotations

import bisect
import dis
import hashlib
import re
import sys
import types
from typing import Any


def code_digest(code: types.CodeType) -> str:
    """Digest of what a function does: docstring, annotations, layout, names of its variables, the module do not count."""
    found = hashlib.blake2b(digest_size=16)
    arguments = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    found.update(
        repr((code.co_argcount, code.co_kwonlyargcount, code.co_flags & 0x2C, arguments, code.co_freevars)).encode(
            "utf-8", "replace"
        )
    )
    for operation, text in _operations(code):
        found.update(("%s %s\n" % (operation, text)).encode("utf-8", "surrogatepass"))
    return "%d.%d:%s" % (sys.version_info[0], sys.version_info[1], found.hexdigest())


SAME_OPERATION = {
    # The compiler chooses the first where it has seen the import of the module, else the second.
    "LOAD_ATTR": "LOAD_ATTR",
    "LOAD_METHOD": "LOAD_ATTR",
    "CALL_METHOD": "CALL_FUNCTION",
    "LOAD_FAST_BORROW": "LOAD_FAST",
}
NO_OPERATION = {"EXTENDED_ARG", "CACHE", "NOP", "PUSH_NULL"}


def _operations(code: types.CodeType) -> list[tuple[str, str]]:
    """Return what a code object does, by name and value: places of constants and lengths of instructions vary."""
    found = []
    for step in dis.get_instructions(code):
        for operation, text in _plain_operations(step):
            found.append((step.offset, operation, text))
            if [part[1] for part in found[-3:]] == ["STORE_FAST", "LOAD_FAST", "RETURN_VALUE"]:
                if found[-3][2] == found[-2][2]:  # `x = f(); return x` is `return f()`
                    del found[-3:-1]
    places = [offset for offset, _, _ in found]
    known: dict[str, str] = {}
    return [(operation, _text(code, operation, text, places, known)) for _, operation, text in found]


def _text(code: types.CodeType, operation: str, text: str, places: list[int], known: dict[str, str]) -> str:
    """Return the operand: where a jump goes, of a local variable its number by first use."""
    if operation.startswith("jump "):
        return "to %d" % bisect.bisect_left(places, int(text))
    if operation.endswith("_FAST") and text not in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]:
        return known.setdefault(text, "local %d" % len(known))
    return text


def _plain_operations(step: dis.Instruction) -> list[tuple[str, str]]:
    operation = SAME_OPERATION.get(step.opname, step.opname)
    if operation in NO_OPERATION:
        return []
    if step.opcode in dis.hasjrel or step.opcode in dis.hasjabs:
        return [("jump " + operation, str(step.argval))]
    if step.opcode in dis.hasconst:
        value = step.argval
        text = code_digest(value) if isinstance(value, types.CodeType) else _constant(value)
        return [("LOAD_CONST", text), ("RETURN_VALUE", "None")] if operation == "RETURN_CONST" else [(operation, text)]
    if isinstance(step.argval, tuple) and step.opcode in dis.haslocal:
        return list(zip(re.findall("(?:LOAD|STORE)_FAST", operation), map(str, step.argval)))
    named = (*dis.hasname, *dis.haslocal, *dis.hasfree, *dis.hascompare)
    return [(operation, str(step.argval if step.opcode in named else step.arg))]


def _constant(value: Any) -> str:
    return "{%s}" % ",".join(sorted(map(repr, value))) if isinstance(value, frozenset) else repr(value)
