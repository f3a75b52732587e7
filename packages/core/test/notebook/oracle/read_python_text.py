"""Reads string literals and names as Python does: UTF-16 units of the value, and whether the name is free."""

import ast
import builtins
import json
import keyword
import sys


def answer(literal: str, name: str) -> dict[str, object]:
    """Give the value of a literal, and whether a name is valid and taken by nothing."""
    data = ast.literal_eval(literal).encode("utf-16-le", "surrogatepass")
    units = [int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2)]
    taken = keyword.iskeyword(name) or keyword.issoftkeyword(name) or hasattr(builtins, name)
    free = name.isidentifier() and name.isascii() and len(name) <= 60 and not taken and name not in sys.stdlib_module_names
    return {"units": units, "free": free and name.lower() not in {"con", "nul", "aux", "prn"}}


json.dump([answer(**question) for question in json.load(sys.stdin)], sys.stdout)
