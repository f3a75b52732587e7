"""Runs entries of library specs against the real libraries and reports those that are not true.

Reads `{"libraries": [spec, ...], "examples": {name: [call, ...]}}` on stdin; writes JSON on stdout. A call is Python text in
which `x` is the receiver; without one, arguments from a pool are tried until the call succeeds.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from typing import Any

import samples
from observed import changed_resources, fingerprint, shares
from result_types import is_a

Spec = dict[str, Any]
Report = dict[str, Any]

# Never called with arguments from the pool: they leave the scratch folder, wait, or end the process.
NEVER = {
    "process",
    "network",
    "stdin",
    "working-directory",
    "environment",
    "system-random",
    "database",
}


def merged(spec: Spec) -> Spec:
    """Give the spec with everything that its conditions add: what it may do at most."""
    most = dict(spec)
    for condition in spec.get("when", []):
        for key in ("mutates", "aliases", "reads", "writes"):
            most[key] = [*most.get(key, []), *condition.get(key, [])]
    return most


def covers(paths: list[str], position: int | str) -> bool:
    """Tell whether access paths name the receiver (`self`) or the argument at a position."""
    for path in paths:
        if path == position or (path == "*" and position != "self"):
            return True
        head, _, tail = path.partition(":")
        if (
            position != "self"
            and tail == "*"
            and head.isdigit()
            and int(position) >= int(head)
        ):
            return True
        if isinstance(position, int) and head.isdigit() and int(head) == position:
            return True
    return False


def judge(spec: Spec, receiver: Any, arguments: list[Any], call: Any) -> list[str]:
    """Run a call and list what it did that its spec does not say; raise what the call raises."""
    most = merged(spec)
    named: list[tuple[int | str, Any]] = [("self", receiver), *enumerate(arguments)]
    before = [fingerprint(value) for _, value in named]
    with changed_resources() as changed:
        result = call()
    problems = []
    for (position, value), old in zip(named, before, strict=True):
        if fingerprint(value) != old and not covers(most.get("mutates", []), position):
            problems.append(f"changes {position}")
        if (
            shares(result, value)
            and not covers(most.get("aliases", []), position)
            and not holds(most, position)
        ):
            problems.append(f"shares {position}")
    writes = set(most.get("writes", []))
    if "random" in most:
        writes.add(most["random"]["resource"])
    if "writesFile" in most:
        writes.add("files")
    problems += [f"writes {resource}" for resource in sorted(changed - writes)]
    if not is_a(result, stated_type(spec, len(arguments)), receiver):
        problems.append(
            f"returns {type(result).__module__}.{type(result).__qualname__}"
        )
    return problems


def stated_type(spec: Spec, given: int) -> str:
    """Give the type that a call with so many positional arguments returns."""
    stated: str = spec.get("returns", "")
    for condition in spec.get("when", []):
        position = condition["argument"].partition(":")[0]
        if condition.get("is") == "*" and position.isdigit() and int(position) < given:
            stated = condition.get("returns", stated)
    return stated


def holds(spec: Spec, position: int | str) -> bool:
    """Tell whether the result may hold an argument."""
    return covers(
        [held["value"] for held in spec.get("holds", []) if held["by"] == "return"],
        position,
    )


def by_example(spec: Spec, text: str, make: Any) -> list[str]:
    """Judge a call written as text; `x`, `y` and `z` are its receiver and arguments."""
    receiver = make() if make else None
    names = {**samples.names(), "x": receiver}
    arguments = [names[name] for name in ("df", "arr", "s")]
    code = compile(text, "<example>", "eval")
    unsaid = {
        "mutates": ["*", *spec.get("mutates", [])],
        "aliases": ["*", *spec.get("aliases", [])],
    }
    touched = {**spec, **unsaid} if spec.get("mutates") or spec.get("holds") else spec
    return judge(touched, receiver, arguments, lambda: eval(code, names))


def by_pool(
    spec: Spec, function: Any, make: Any, pool: list[Any], most: int
) -> list[str] | None:
    """Judge the first calls from the pool that succeed, at most so many; `None` when none does."""
    found: list[str] | None = None
    successes = 0
    for make_arguments in pool:
        receiver = make() if make else None
        try:
            arguments = make_arguments()
            target = getattr(receiver, function) if make else function
            problems = judge(
                spec,
                receiver,
                arguments,
                lambda target=target, given=arguments: target(*given),
            )
        except Exception:
            continue
        found = [*(found or []), *problems]
        successes += 1
        if successes == most:
            break
    return found


def entries(library: Spec) -> Iterator[tuple[str, Spec, Any, Any]]:
    """List what can be called: qualified name, spec, function or name of a method, maker of a receiver."""
    module = library["module"]
    for name, spec in library["functions"].items():
        function = samples.resolve(f"{module}.{name}")
        yield f"{module}.{name}", spec, function, None
    for class_name, class_spec in library["classes"].items():
        make = samples.receiver(f"{module}.{class_name}")
        for name, spec in class_spec.get("methods", {}).items():
            yield f"{module}.{class_name}.{name}", spec, name, make


def check(library: Spec, examples: dict[str, list[str]], report: Report) -> None:
    """Check one library; counts and problems go to the report."""
    for name, spec, function, make in entries(library):
        absent = function is None or (isinstance(function, str) and make is None)
        texts = examples.get(name, [])
        try:
            if texts:
                outcome: list[str] | None = [
                    p for text in texts for p in by_example(spec, text, make)
                ]
            elif absent or unsafe(spec):
                outcome = None
            else:
                fits = make is not None and name.startswith("sklearn.")
                pool = samples.fitting_pool() if fits else samples.pool()
                outcome = by_pool(spec, function, make, pool, 1 if fits else 2)
        except BaseException as error:
            outcome = [f"{type(error).__name__}: {error}"]
        samples.close_figures()
        if outcome is None:
            report["skipped"].append(name)
        else:
            report["executed"].append(name)
            report["problems"] += [
                f"{name} {problem}" for problem in dict.fromkeys(outcome)
            ]


def unsafe(spec: Spec) -> bool:
    """Tell whether a call must not run with arguments that nobody chose for it."""
    resources = {*spec.get("writes", []), *spec.get("reads", [])}
    return (
        bool(resources & NEVER)
        or "files" in resources
        or "readsFile" in spec
        or "writesFile" in spec
    )


def main() -> None:
    """Check what stdin asks for, in a scratch folder."""
    request = json.load(sys.stdin)
    report: Report = {"executed": [], "skipped": [], "problems": []}
    output = sys.stdout
    warnings.simplefilter("ignore")
    with (
        tempfile.TemporaryDirectory() as scratch,
        contextlib.redirect_stdout(io.StringIO()),
    ):
        os.chdir(scratch)
        for library in request["libraries"]:
            check(library, request["examples"], report)
        os.chdir("/")
    json.dump(report, output)


if __name__ == "__main__":
    main()
