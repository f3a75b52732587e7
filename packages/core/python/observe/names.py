"""Qualified names of types and functions as their users write them."""

from __future__ import annotations

import sys
import types
from typing import Any

MAIN = "__main__"


class Scope:
    """What counts as defined by the notebook: ``__main__``, and the package that was made from it."""

    packages = (MAIN,)


def is_own(module: str | None) -> bool:
    """Tell whether a module is the notebook itself or a part of its project."""
    return module in Scope.packages or (module or "").split(".")[0] in Scope.packages


def type_name(kind: type) -> str:
    """Return ``pandas.DataFrame`` for ``pandas.core.frame.DataFrame``; builtins have no module."""
    module, name = kind.__module__, kind.__qualname__
    if not isinstance(module, str):
        module = "builtins"
    if module == "builtins":
        return {"NoneType": "None"}.get(name, name)
    if is_own(module):
        return "%s.%s" % (MAIN, name.split("<locals>.")[-1])
    return "%s.%s" % (_public_module(kind, module, name), name)


def _public_module(value: Any, module: str, name: str) -> str:
    parts = module.split(".")
    for count in range(1, len(parts)):
        prefix = ".".join(parts[:count])
        found = vars(sys.modules[prefix]).get(name) if prefix in sys.modules else None
        if found is value:
            return prefix
    return module


def function_name(function: Any) -> str:
    """Return the qualified name of a function, class or builtin."""
    if isinstance(function, type):
        return type_name(function)
    module = getattr(function, "__module__", None) or "builtins"
    name = getattr(function, "__qualname__", getattr(function, "__name__", type(function).__name__))
    if is_own(module):
        return "%s.%s" % (MAIN, name.split("<locals>.")[-1])
    if isinstance(function, types.MethodType):
        return "%s.%s" % (module, name)
    return "%s.%s" % (_public_module(function, module, name), name)
