"""Compares what a call did with what its spec says."""

from __future__ import annotations

import ast
import io
import sys
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from matplotlib.artist import Artist
from observed import fingerprint, shares
from result_types import is_a
from world import watched

Spec = dict[str, Any]
Position = int | str

LISTS = ("mutates", "aliases", "reads", "writes", "holds", "calls")


@dataclass
class Given:
    """A receiver and arguments; `written` is the text of an argument, as it would stand in a notebook."""

    receiver: Any = None
    positional: list[Any] = field(default_factory=list)
    keywords: dict[str, Any] = field(default_factory=dict)
    written: dict[Position, str] = field(default_factory=dict)

    def named(self) -> list[tuple[Position, Any]]:
        """List the receiver and all arguments under their positions and names."""
        return [
            ("self", self.receiver),
            *enumerate(self.positional),
            *self.keywords.items(),
        ]

    def at(self, path: str) -> Any:
        """Give the argument at an access path, `None` without one."""
        head, _, tail = path.partition(":")
        if tail in self.keywords:
            return self.keywords[tail]
        if head.isdigit() and int(head) < len(self.positional):
            return self.positional[int(head)]
        return None

    def text(self, path: str) -> str | None:
        """Give the text of the argument at an access path; `None` when it is not given."""
        head, _, tail = path.partition(":")
        return self.written.get(tail) or (
            self.written.get(int(head)) if head.isdigit() else None
        )


def covers(paths: list[str], position: Position) -> bool:
    """Tell whether access paths name the receiver (`self`) or an argument by its position or name."""
    for path in paths:
        head, _, tail = path.partition(":")
        if position == "self" or path == "self":
            if path == position:
                return True
        elif (
            path == "*"
            or (tail == "*" and (isinstance(position, str) or position >= int(head)))
            or position == tail
            or (isinstance(position, int) and head == str(position))
        ):
            return True
    return False


def covers_any(paths: list[str], given: Given, value: Any) -> bool:
    """Tell whether access paths name a value: a call may be given one twice."""
    return any(
        covers(paths, position) for position, held in given.named() if held is value
    )


def holding(spec: Spec, by: str) -> list[str]:
    """List what becomes reachable from the result or from the receiver."""
    return [held["value"] for held in spec.get("holds", []) if held["by"] == by]


def refined(spec: Spec, given: Given) -> tuple[Spec, list[str]]:
    """Give the spec with the conditions that hold, as the analysis reads them, and the types that it may state."""
    types_stated = [spec.get("returns", "")]
    for condition in spec.get("when", []):
        rest = {
            key: value
            for key, value in condition.items()
            if key not in ("argument", "is", "has", "from", "without")
        }
        applies = condition_applies(condition, given)
        if applies == "yes":
            spec = {**spec, **rest}
            if "returns" in rest:
                types_stated = [rest["returns"]]
        elif applies == "maybe":
            spec = {
                **spec,
                **{
                    key: [*spec.get(key, []), *rest[key]] if key in LISTS else rest[key]
                    for key in rest
                },
            }
            types_stated.append(rest.get("returns", ""))
    return spec, types_stated


def condition_applies(condition: Spec, given: Given) -> str:
    """Answer `yes`, `no` or `maybe`, as `packages/core/src/dataflow/specs.ts` does."""
    if "without" in condition and given.text(condition["without"]) is not None:
        return "no"
    argument: str = condition["argument"]
    if argument.startswith("self:"):
        return "maybe" if hasattr(given.receiver, argument[5:]) else "no"
    if "has" in condition or "from" in condition:
        return "maybe"
    text = given.text(argument)
    if text is None or "is" not in condition:
        return "no"
    if condition["is"] == "*":
        return "yes"
    tree = ast.parse(text, mode="eval").body
    if condition["is"] == "{…}":
        return "yes" if isinstance(tree, ast.Dict) else "no"
    if not isinstance(tree, ast.Constant):
        return "maybe"
    return "yes" if text == condition["is"] else "no"


def drawn(spec: Spec, given: Given) -> set[str]:
    """Give the random state that a call may draw from: none when its seed is a number."""
    if "random" not in spec:
        return set()
    owner, _, name = spec["random"]["seed"].partition(":")
    seed = (
        getattr(given.receiver, name, None)
        if owner == "self"
        else given.at(spec["random"]["seed"])
    )
    return set() if isinstance(seed, int) else {spec["random"]["resource"]}


def judge(spec: Spec, given: Given, call: Callable[[], Any]) -> list[str]:
    """Run a call and list what it did that its spec does not say; raise what the call raises."""
    most, stated = refined(spec, given)
    before = [fingerprint(value) for _, value in given.named()]
    kept = [shares(given.receiver, value) for _, value in given.named()]
    with watched() as seen:
        result, called = traced(call, given)
    problems = []
    seeds = [most["random"]["seed"]] if "random" in most else []
    changed = [
        *most.get("mutates", []),
        *seeds,
        *(most[key] for key in ("readsFile", "writesFile") if key in most),
    ]
    for (position, value), old, was_kept in zip(
        given.named(), before, kept, strict=True
    ):
        if fingerprint(value) != old and not covers_any(changed, given, value):
            problems.append(f"changes {position}")
        held = [*most.get("aliases", []), *holding(most, "return")]
        if "self" in held:
            held += holding(most, "self")
        if shares(result, value) and not covers_any(held, given, value):
            problems.append(f"shares {position}")
        elif most.get("isNew") and result is value and value is not None:
            problems.append(f"is {position}")
        is_kept = position != "self" and not was_kept and shares(given.receiver, value)
        if is_kept and not covers(holding(most, "self"), position):
            problems.append(f"keeps {position}")
        if position in called and not covers(most.get("calls", []), position):
            problems.append(f"calls {position}")
    problems += outside(most, given, seen)
    if not any(is_a(result, name, given.receiver) for name in stated):
        problems.append(
            f"returns {type(result).__module__}.{type(result).__qualname__}"
        )
    return problems


def outside(spec: Spec, given: Given, seen: dict[str, set[str]]) -> list[str]:
    """List what a call touched of the world that its spec does not say."""
    writes = {*spec.get("writes", []), *drawn(spec, given)}
    changed = [
        value
        for position, value in given.named()
        if covers(spec.get("mutates", []), position)
    ]
    if "writesFile" in spec or any(isinstance(value, io.IOBase) for value in changed):
        writes.add("files")
    # What is drawn on is a part of its figure.
    if any(isinstance(value, Artist) for value in changed):
        writes.add("figure")
    reads = {*spec.get("reads", []), *writes}
    if "readsFile" in spec:
        reads.add("files")
    return [
        *(f"writes {resource}" for resource in sorted(seen["writes"] - writes)),
        *(
            f"reads {resource}"
            for resource in sorted(seen["reads"] - reads - seen["writes"])
        ),
    ]


def traced(call: Callable[[], Any], given: Given) -> tuple[Any, set[Position]]:
    """Run a call; tell which of its arguments that are functions it called."""
    codes = {
        value.__code__: position
        for position, value in given.named()
        if isinstance(value, types.FunctionType)
    }
    called: set[Position] = set()

    def note(frame: types.FrameType, event: str, _: Any) -> None:
        if event == "call" and frame.f_code in codes:
            called.add(codes[frame.f_code])

    if codes:
        sys.setprofile(note)
    try:
        return call(), called
    finally:
        if codes:
            sys.setprofile(None)
