"""Says in which setting a notebook would run now: ``python refit.py REQUEST.json``; runs nothing of it."""

from __future__ import annotations

import importlib.util
import json
import sys
from importlib.machinery import PathFinder
from typing import Any

from .contain import contain_if_asked
from .setting import environment_facts, installed, interpreter_facts


def main(arguments: list[str]) -> int:
    """Answer a request with one line of JSON."""
    contain_if_asked()
    with open(arguments[0], encoding="utf-8") as file:
        request: dict[str, Any] = json.load(file)
    own = [request["home"], *request["places"]]
    shadowed = [name for name in request["modules"] if _is_new(PathFinder.find_spec(name, own), request["sources"])]
    sys.path[0] = request["home"]
    sys.path += request["places"]
    answer = {
        **interpreter_facts(),
        "version": "%d.%d.%d" % sys.version_info[:3],
        "distributions": installed(request["distributions"]),
        "environment": environment_facts(request["names"]),
        "appeared": [name for name in request["absent"] if _is_there(name)] + shadowed,
    }
    print(json.dumps(answer))
    return 0


def _is_new(spec: Any, sources: list[str]) -> bool:
    """Tell whether a module now comes from beside the notebook that did not when it ran; a bare folder is none."""
    return spec is not None and spec.origin is not None and spec.origin not in sources


def _is_there(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False
