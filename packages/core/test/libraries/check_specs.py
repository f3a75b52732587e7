"""Executes every entry of library specs against the real libraries and says which are not true.

Reads `{"libraries": [spec, ...], "bases": {class: [subclass, ...]}}` on stdin; writes one JSON object a line on stdout, as
soon as it is known: `{"start": name}`, then `{"name", "outcome": "true" | "untrue" | "not executed", "details": [...]}`.
What to call an entry with stands in `examples/MODULE.json`; README.md says how.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import signal
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from attempts import Attempt, from_signature, from_text, variations
from entries import Entry, entries
from judge import Given, judge
from observed import fingerprint, shares
from receivers import Maker, makers
from result_types import is_a
from samples import Names, evaluate, resolve
from world import WATCH, restore

HERE = Path(__file__).parent
# Nothing that an example does not write out is called with these: it leaves the scratch folder, waits, or ends the process.
DANGEROUS_TO_READ = {"network", "stdin", "database"}
DANGEROUS_TO_WRITE = {*DANGEROUS_TO_READ, "process", "working-directory", "environment"}
MOST_SECONDS = 8
MOST_VARIATIONS = 6
# What Python says of a class that is abstract, or whose values other calls make.
UNMADE = "abstract|cannot create|cannot be instantiated|No constructor defined|no public constructor"
# Any of the attempts may fail, with whatever the library raises.
FAILURES = (Exception, SystemExit, KeyboardInterrupt)


class NotExecuted(Exception):
    """An entry that was not executed; the text is the reason."""


class OutOfTime(BaseException):
    """An entry that takes too long; no `except Exception` of a library stops it."""


def examples_of(module: str) -> dict[str, Any]:
    """Read what the entries of a module are called with."""
    given: dict[str, Any] = {
        "receivers": {},
        "values": {},
        "also": {},
        "calls": {},
        "not": {},
    }
    for name in ("any", module):
        path = HERE / "examples" / f"{name}.json"
        if path.exists():
            for part, table in json.loads(path.read_text()).items():
                given[part] = {**given[part], **table}
    return given


def problems_of(
    entry: Entry, examples: dict[str, Any], receivers: list[Maker]
) -> list[str]:
    """Execute an entry on each receiver and list what is not true of it; raise `NotExecuted` when none of the calls succeeds."""
    if entry.name in examples["not"]:
        raise NotExecuted(examples["not"][entry.name])
    if entry.kind in ("function", "constructor"):
        target = resolve(entry.name)
        if target is None:
            raise NotExecuted("not in this version")
        return by_attempts(entry, examples, None, target)
    if entry.kind == "value":
        if resolve(entry.name) is None:
            raise NotExecuted("not in this version")
        return []
    if not receivers:
        raise NotExecuted(
            "not in this version" if is_absent(entry.owner) else "no receiver"
        )
    found: list[str] = []
    reasons: list[str] = []
    for make in receivers:
        try:
            found += by_receiver(entry, examples, make)
        except NotExecuted as error:
            reasons.append(str(error))
    if len(reasons) == len(receivers):
        raise NotExecuted(reasons[0])
    return found


def is_absent(owner: str) -> bool:
    """Tell whether a class is missing that other versions of its library have."""
    head, _, tail = owner.rpartition(".")
    return tail[:1].isupper() and resolve(owner) is None and resolve(head) is not None


def by_receiver(entry: Entry, examples: dict[str, Any], make: Maker) -> list[str]:
    """Execute a member of a receiver."""
    try:
        receiver = make()
    except FAILURES as error:
        raise NotExecuted(f"no receiver: {type(error).__name__}: {error}") from None
    if entry.kind == "attribute":
        return judge_attribute(entry, receiver)
    if entry.kind != "method":
        return by_attempts(
            entry,
            {
                **examples,
                "calls": {entry.name: OPERATIONS[entry.kind]} | examples["calls"],
            },
            make,
            None,
        )
    try:
        target = getattr(receiver, entry.member)
    except FAILURES:
        raise NotExecuted(
            "not in this version"
            if not hasattr(type(receiver), entry.member)
            else "not of this receiver"
        ) from None
    return by_attempts(entry, examples, make, target)


OPERATIONS = {
    "subscript": ["x[0]", "x['a']", "x[:1]", "x[[0]]", "x[['a']]"],
    "operator": ["x + x", "x * 2", "x - 1", "-x", "x & x", "x / 'a'", "x @ x"],
    "iterate": ["[next(iter(x))][0]"],
}


def judge_attribute(entry: Entry, receiver: Any) -> list[str]:
    """Read an attribute: whether it has the type and shares nothing where that is said."""
    before = fingerprint(receiver)
    try:
        value = getattr(receiver, entry.member)
    except FAILURES as error:
        raise NotExecuted(
            "not in this version"
            if not hasattr(type(receiver), entry.member)
            else str(error)
        ) from None
    problems = ["changes self"] if fingerprint(receiver) != before else []
    if entry.spec.get("fresh") and shares(value, receiver):
        problems.append("shares self")
    if not is_a(value, entry.spec.get("returns", ""), receiver):
        problems.append(f"returns {type(value).__module__}.{type(value).__qualname__}")
    return problems


def by_attempts(
    entry: Entry, examples: dict[str, Any], make: Maker | None, target: Any
) -> list[str]:
    """Judge the calls that an example writes out, all of which must succeed, or else the first guess that does."""
    written = examples["calls"].get(entry.name)
    if written:
        return by_examples(
            entry, written, make, is_certain=entry.kind not in OPERATIONS
        )
    spec = entry.spec
    reads, writes = set(spec.get("reads", [])), set(spec.get("writes", []))
    if reads & DANGEROUS_TO_READ or writes & DANGEROUS_TO_WRITE:
        raise NotExecuted("no example")
    touches_files = (
        "files" in reads | writes or "readsFile" in spec or "writesFile" in spec
    )
    attempts = from_signature(
        target, examples["values"], examples["also"], by_name_only=touches_files
    )
    last = ""
    for attempt in attempts:
        try:
            problems, result = run(entry, attempt, make)
        except FAILURES as error:
            last = last or f"{type(error).__name__}: {error}"
            continue
        shape = (
            repr(result.shape)
            if isinstance(result, np.ndarray) and result.dtype == float
            else None
        )
        for number, variation in enumerate(variations(target, attempt, shape)):
            if number == MOST_VARIATIONS:
                break
            with contextlib.suppress(*FAILURES):
                problems += run(entry, variation, make)[0]
        return problems
    if entry.kind == "constructor" and re.search(UNMADE, last):
        raise NotExecuted("made by no call")
    raise NotExecuted(f"no call succeeded: {last[:120]}")


def by_examples(
    entry: Entry, texts: list[str], make: Maker | None, *, is_certain: bool
) -> list[str]:
    """Judge calls written as text: `x` is their receiver."""
    problems: list[str] = []
    failures: list[str] = []
    for text in texts:
        try:
            problems += run(entry, from_text(text), make)[0]
        except FAILURES as error:
            failures.append(f"{text}: {type(error).__name__}: {str(error)[:120]}")
    # Versions differ in what they take: one call that succeeds is enough.
    if len(failures) == len(texts):
        raise NotExecuted(
            f"no call succeeded: {failures[0]}"
            if is_certain
            else "no operation succeeded"
        )
    return problems


def run(entry: Entry, attempt: Attempt, make: Maker | None) -> tuple[list[str], Any]:
    """Make the values of an attempt, call and judge; raise what the call raises."""
    names = Names()
    receiver = make() if make else None
    names["x"] = receiver
    positional = [evaluate(text, names) for text in attempt.positional]
    keywords = {name: evaluate(text, names) for name, text in attempt.keywords.items()}
    target = (
        evaluate(attempt.target, names)
        if attempt.target
        else getattr(receiver, entry.member)
        if make
        else resolve(entry.name)
    )
    given = Given(
        receiver,
        positional,
        keywords,
        {**dict(enumerate(attempt.positional)), **attempt.keywords},
    )
    results = []

    def call() -> Any:
        results.append(target(*positional, **keywords))
        return results[0]

    problems = judge(entry.spec, given, call)
    shown = ", ".join(
        [
            *attempt.positional,
            *(f"{name}={text}" for name, text in attempt.keywords.items()),
        ]
    )
    return [f"{problem}: ({shown})" for problem in problems], results[0]


@contextlib.contextmanager
def time_limit() -> Iterator[None]:
    """End what takes too long."""
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def out_of_time(_signal: int, _frame: object) -> None:
    """Raise in the call that takes too long."""
    raise OutOfTime


def check(library: dict[str, Any], bases: dict[str, list[str]], say: Any) -> None:
    """Check the entries of one library."""
    examples = examples_of(library["module"])
    made: dict[str, list[Maker]] = {}
    for entry in entries(library):
        say({"start": entry.name})
        restore()
        try:
            with time_limit():
                if entry.owner not in made:
                    made[entry.owner] = (
                        makers(entry.owner, examples["receivers"], bases, examples)
                        if entry.owner
                        else []
                    )
                problems = problems_of(entry, examples, made[entry.owner])
            outcome, details = (
                ("untrue", list(dict.fromkeys(problems))) if problems else ("true", [])
            )
        except NotExecuted as error:
            outcome, details = "not executed", [str(error)]
        except OutOfTime:
            outcome, details = "not executed", [f"takes more than {MOST_SECONDS} s"]
        except FAILURES as error:
            outcome, details = (
                "not executed",
                [f"{type(error).__name__}: {str(error)[:120]}"],
            )
        say(
            {
                "name": entry.name,
                "kind": entry.kind,
                "outcome": outcome,
                "details": details,
            }
        )


def main() -> None:
    """Check what stdin asks for, in a scratch folder."""
    request = json.load(sys.stdin)
    output = sys.stdout
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, out_of_time)

    def say(line: dict[str, Any]) -> None:
        output.write(f"{json.dumps(line)}\n")
        output.flush()

    with (
        tempfile.TemporaryDirectory() as scratch,
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        WATCH.scratch = os.path.realpath(scratch)
        tempfile.tempdir = os.environ["TMPDIR"] = WATCH.scratch
        for library in request["libraries"]:
            check(library, request["bases"], say)
        os.chdir("/")
    # Threads of a library must not keep the process.
    os._exit(0)


if __name__ == "__main__":
    main()
