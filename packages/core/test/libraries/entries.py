"""What of a library can be executed: functions, constructors, methods, attributes, operators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Spec = dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """A fact of a spec; `owner` is the class whose member it is, `member` the member's name."""

    kind: str
    name: str
    spec: Spec
    owner: str = ""
    member: str = ""


def entries(library: Spec) -> Iterator[Entry]:
    """List the facts of a library in the order of its spec."""
    module = library["module"]
    for name, spec in library["functions"].items():
        yield Entry("function", f"{module}.{name}", spec)
    for class_name, spec in library["classes"].items():
        yield from of_class(f"{module}.{class_name}", spec)
    for name, spec in library.get("attributes", {}).items():
        yield Entry("value", f"{module}.{name}", spec)


def of_class(owner: str, spec: Spec) -> Iterator[Entry]:
    """List the facts of a class."""
    if "constructor" in spec:
        yield Entry("constructor", owner, spec["constructor"], owner)
    for member, method in spec.get("methods", {}).items():
        yield Entry("method", f"{owner}.{member}", method, owner, member)
    for member, attribute in spec.get("attributes", {}).items():
        yield Entry("attribute", f"{owner}.{member}", attribute, owner, member)
    for member in ("subscript", "operator", "iterate"):
        if member in spec:
            yield Entry(member, f"{owner} {member}", spec[member], owner, member)
