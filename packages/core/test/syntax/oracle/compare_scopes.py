"""Compare scopes, read as JSON lines from standard input, with CPython's ``symtable``.

Each line is ``{"path": ..., "module": scope}``; a scope is
``{"kind", "line", "comprehension": is it one in brackets, "symbols": {name: [flags]}, "children"}``.
Every line is answered by ``{"path", "verdict"}``: ``equal``, ``invalid`` or the first difference.
"""

import ast
import json
import symtable
import sys
import warnings
from pathlib import Path
from typing import Any

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)

INLINES_COMPREHENSIONS = sys.version_info >= (3, 12)
COMPREHENSIONS = {"listcomp", "setcomp", "dictcomp", "genexpr"}
ANNOTATION_KINDS = {"type-parameters", "type-alias", "type-variable"}
IMPLICIT_IN_CLASS = {
    "__static_attributes__",
    "__firstlineno__",
    "__module__",
    "__qualname__",
    "__conditional_annotations__",
}


def kind_of(table: symtable.SymbolTable, expected: str = "comprehension") -> str:
    """Name the kind of a scope as we do; a function may happen to be named like a comprehension."""
    kind = str(getattr(table.get_type(), "value", table.get_type()))
    if kind == "function" and table.get_name() in COMPREHENSIONS and expected == "comprehension":
        return "comprehension"
    if kind == "function" and table.get_name() == "lambda":
        return "lambda"
    return {
        "annotation": "annotation",
        "type parameters": "type-parameters",
        "type parameter": "type-parameters",
        "type alias": "type-alias",
        "type variable": "type-variable",
        "TypeVar bound": "type-variable",
    }.get(kind, kind)


def flags_of(symbol: symtable.Symbol) -> list[str]:
    """Name the properties of a symbol that are set."""
    names = (
        "parameter",
        "global",
        "declared_global",
        "nonlocal",
        "local",
        "free",
        "referenced",
        "assigned",
        "imported",
    )
    return [name for name in names if getattr(symbol, f"is_{name}")()]


def is_inlined(scope: dict[str, Any], outer_kind: str) -> bool:
    """Tell whether CPython 3.12 and later let a comprehension vanish in the scope around it."""
    return INLINES_COMPREHENSIONS and scope["comprehension"] and outer_kind not in ANNOTATION_KINDS


def inlined_names(ours: dict[str, Any], kind: str) -> set[str]:
    """Give the names that CPython copies out of the comprehensions that it inlines."""
    names: set[str] = set()
    for child in ours["children"]:
        if is_inlined(child, kind):
            names |= set(child["symbols"]) | inlined_names(child, kind)
    return names


def visible_children(ours: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Give the inner scopes, those of inlined comprehensions in their place."""
    children: list[dict[str, Any]] = []
    for child in ours["children"]:
        children += visible_children(child, kind) if is_inlined(child, kind) else [child]
    return children


def is_implicit(name: str, kind: str) -> bool:
    """Tell names that the compiler adds for itself."""
    return (
        name.startswith(".")
        or name in {"__classdict__", "__type_params__"}
        or (kind == "class" and name in IMPLICIT_IN_CLASS)
    )


def compare(table: symtable.SymbolTable, ours: dict[str, Any], where: str) -> str | None:
    """Give the first difference between two scopes."""
    kind = kind_of(table, ours["kind"])
    where = f"{where}/{table.get_name()}@{table.get_lineno()}"
    if kind != ours["kind"]:
        return f"{where}: kind {ours['kind']} is not {kind}"
    skipped = inlined_names(ours, kind) | {name for name in ours["symbols"] if is_implicit(name, kind)}
    # The module ``symtable`` takes every scope of this name for the module's.
    hidden = {"global", "local"} if table.get_name() == "top" and kind != "module" else set()
    theirs = {
        symbol.get_name(): [flag for flag in flags_of(symbol) if flag not in hidden]
        for symbol in table.get_symbols()
        if not is_implicit(symbol.get_name(), kind)
    }
    for name in sorted(set(theirs) | set(ours["symbols"])):
        mine = ours["symbols"].get(name)
        mine = mine and [flag for flag in mine if flag not in hidden]
        if mine != theirs.get(name) and name not in skipped:
            return f"{where}: {name} is {mine}, not {theirs.get(name)}"
    children = [child for child in table.get_children() if kind_of(child) != "annotation"]
    # The order of the branches of ``try`` differs between versions.
    children.sort(key=lambda child: child.get_lineno())
    inner = sorted(visible_children(ours, kind), key=lambda child: child["line"])
    if len(children) != len(inner):
        return f"{where}: {len(inner)} inner scopes, not {len(children)}"
    for child, mine in zip(children, inner, strict=True):
        difference = compare(child, mine, where)
        if difference:
            return difference
    return None


def verdict(path: str, module: dict[str, Any]) -> str:
    """Compare one file."""
    text = Path(path).read_bytes().decode("utf-8")
    try:
        compile(text.encode(), path, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        table = symtable.symtable(text, path, "exec")
    except (SyntaxError, ValueError, RecursionError):
        return "invalid"
    return compare(table, module, "") or "equal"


for line in sys.stdin:
    entry = json.loads(line)
    print(json.dumps({"path": entry["path"], "verdict": verdict(entry["path"], entry["module"])}), flush=True)
