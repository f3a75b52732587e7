"""Which statement of the notebook an executed node is, and which names it mentions."""

from __future__ import annotations

import ast
import types
from typing import Any

from .names import is_own


def ids_of(nodes: list[ast.stmt], cell: dict[str, Any], translated: bool) -> list[list[str]]:
    """Return for every node the ids of the statements that it stands for, in order.

    By position where what ran is what the ids were given to; else by the line: one magic may be several statements.
    """
    known = cell["statements"]
    if not translated and len(known) == len(nodes):
        return [[statement["id"]] for statement in known]
    found: list[list[str]] = []
    used: set[str] = set()
    for position, node in enumerate(nodes):
        first = first_line(node)
        following = first_line(nodes[position + 1]) if position + 1 < len(nodes) else None
        mine = [
            s["id"]
            for s in known
            if s["id"] not in used and (s["line"] <= first or following is None or s["line"] < following)
        ]
        if following is not None and following == first:
            mine = mine[:1]
        used.update(mine)
        found.append(mine or ["%s:?%d" % (cell["key"], position)])
    return found


def asked_of(ids: list[str], cell: dict[str, Any]) -> frozenset[str]:
    """Return the names that the analysis fears these statements to change."""
    return frozenset(
        name for statement in cell["statements"] if statement["id"] in ids for name in statement.get("fears", [])
    )


def first_line(node: ast.stmt) -> int:
    """Return the line where a statement begins, decorators included."""
    decorators = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def mentions(node: ast.AST, namespace: dict[str, Any]) -> tuple[set[str], set[str]]:
    """Return the names that a statement's own text loads, and those that it may touch through functions it names."""
    own = {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    own |= {n.target.id for n in ast.walk(node) if isinstance(n, ast.AugAssign) and isinstance(n.target, ast.Name)}
    for call in ast.walk(node):  # text that a magic or `eval` gets
        if isinstance(call, ast.Constant) and isinstance(call.value, str) and len(call.value) < 2000:
            own |= {word for word in _words(call.value) if word in namespace}
    reached, todo = set(own), list(own)
    while todo:
        value = namespace.get(todo.pop())
        for name in _reads_of(value):
            if name not in reached:
                reached.add(name)
                todo.append(name)
    return own, reached


def _words(text: str) -> set[str]:
    return set("".join(c if c.isalnum() or c == "_" else " " for c in text).split())


def _reads_of(value: Any) -> set[str]:
    if isinstance(value, types.FunctionType) and is_own(value.__module__):
        return code_names(value.__code__)
    kind = value if isinstance(value, type) else type(value)
    if is_own(kind.__module__):
        functions = [getattr(m, "__func__", m) for m in vars(kind).values()]
        return set().union(*(code_names(f.__code__) for f in functions if isinstance(f, types.FunctionType)))
    return set()


def code_names(code: types.CodeType) -> set[str]:
    """Return the global names and attributes that a function's code mentions, nested functions included."""
    names = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            names |= code_names(constant)
    return names
