"""Executes many small programs in one process and describes the values they end with.

One JSON object a line: in `{"code": TEXT, "names": [NAME, ...] | null, "fresh": bool}`, out `{"values": {NAME: FINGERPRINT},
"error": TEXT | null}`; `null` asks for every name that does not begin with an underscore. A `fresh` program runs in a fork of its
own; the others run in this process, one after another, and what they leave behind is taken back. Describing an iterator uses it
up: a program is executed once more for each name that holds one. Arguments: the folder of `programs_fingerprint`, then modules to
load before the first program.
"""

from __future__ import annotations

import gc
import hashlib
import importlib
import json
import os
import shutil
import signal
import sys
import tempfile
import types
from collections.abc import Callable
from typing import Any

from process_state import ProcessState

TIME_LIMIT = 20
MAX_TEXT = 3000


class UsesUp(Exception):
    """Describing the value would change it."""


class TooSlow(BaseException):
    """The program took longer than the limit."""


def main() -> None:
    """Answers every line of the input."""
    sys.path.insert(0, sys.argv[1])
    import programs_fingerprint

    preload(sys.argv[2:])
    sys.path[:2] = []
    gc.collect()
    gc.freeze()
    answers = sys.stdout
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - as long as the process
    folder = tempfile.mkdtemp(prefix="program-")
    os.chdir(folder)
    sys.path.insert(0, folder)
    state = ProcessState(folder)
    signal.signal(signal.SIGALRM, stop)
    describe = describer(programs_fingerprint.Walk)
    for line in sys.stdin:
        job = json.loads(line)
        result = answer(job["code"], job["names"], job["fresh"], describe, state)
        answers.write(json.dumps(result) + "\n")
        answers.flush()
    os.chdir("/")
    shutil.rmtree(folder, ignore_errors=True)


def preload(modules: list[str]) -> None:
    """Imports what most programs import, so that they need not."""
    for module in modules:
        try:
            importlib.import_module(module)
        except ImportError:
            continue


def stop(_signal: int, _frame: types.FrameType | None) -> None:
    raise TooSlow(f"longer than {TIME_LIMIT} s")


Describe = Callable[[Any, bool], str]


def answer(
    code: str, names: list[str] | None, fresh: bool, describe: Describe, state: ProcessState
) -> dict[str, Any]:
    """Executes the code, once more for each name whose value is used up by describing it."""
    values: dict[str, str] = {}
    error: str | None = None
    wanted = names
    while wanted is None or wanted:
        first = wanted is names

        def work(of: list[str] | None = wanted) -> dict[str, Any]:
            return run(code, of, describe)

        found = (in_fork(work) if fresh else work()) or {"values": {}, "error": "the process ended", "left": []}
        gc.collect()
        state.restore(code)
        values.update(found["values"])
        error = found["error"] if first else error
        wanted = found["left"]
    return {"values": values, "error": error}


def run(code: str, names: list[str] | None, describe: Describe) -> dict[str, Any]:
    """Executes the code once; describes the names whose values allow it and one of the others, and gives those left."""
    namespace, error = execute(code)
    forget_caches(namespace)
    wanted = [name for name in namespace if not name.startswith("_")] if names is None else names
    values: dict[str, str] = {}
    left: list[str] = []
    for name in wanted:
        if name not in namespace:
            continue
        try:
            values[name] = describe(namespace[name], False)
        except UsesUp:
            left.append(name)
    for name in left[:1]:
        values[name] = describe(namespace[name], True)
    namespace.clear()
    return {"values": values, "error": error, "left": left[1:]}


def execute(code: str) -> tuple[dict[str, Any], str | None]:
    """Executes the code as `__main__`; gives its namespace, and what ended it early."""
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    silent = sys.stdout, sys.stderr, sys.stdin
    signal.alarm(TIME_LIMIT)
    error = None
    try:
        exec(compile(code, "program.py", "exec"), module.__dict__)  # noqa: S102 - the program under test
    except BaseException as raised:  # noqa: BLE001 - whatever ends it is the result
        error = f"{type(raised).__name__}: {raised}"
    signal.alarm(0)
    sys.stdout, sys.stderr, sys.stdin = silent
    return module.__dict__, error


def forget_caches(namespace: dict[str, Any]) -> None:
    """Takes from classes what `copy` and `pickle` have noted on them: no program sees it, and it is no value of theirs."""
    values = list(namespace.values())
    for kind in {*(value for value in values if isinstance(value, type)), *map(type, values)}:
        for base in kind.__mro__:
            if base.__module__ == "__main__" and "__slotnames__" in vars(base):
                del base.__slotnames__  # type: ignore[attr-defined]


def describer(walk: type[Any]) -> Describe:
    """Gives the function that describes a value as `programs_fingerprint` does; iterators only if they may be used up."""

    class Looking(walk):  # type: ignore[misc]
        def rest(self, iterator: Any, depth: int) -> str:
            raise UsesUp

    def describe(value: Any, may_use_up: bool) -> str:
        signal.alarm(TIME_LIMIT)
        try:
            text = (walk if may_use_up else Looking)().value(value, 0)
        except UsesUp:
            raise
        except BaseException as error:  # noqa: BLE001 - a value that cannot be described
            text = f"describing it raises {type(error).__name__}: {error}"
        finally:
            signal.alarm(0)
        return text if len(text) <= MAX_TEXT else "sha256:" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()

    return describe


def in_fork(work: Callable[[], dict[str, Any]]) -> dict[str, Any] | None:
    """Runs the work in a fork and gives its result; nothing when the fork ended without one."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            payload = json.dumps(work()).encode()
            while payload:
                payload = payload[os.write(writer, payload) :]
        finally:
            os._exit(0)
    os.close(writer)
    parts = []
    while part := os.read(reader, 1 << 16):
        parts.append(part)
    os.close(reader)
    os.waitpid(child, 0)
    return json.loads(b"".join(parts)) if parts else None


if __name__ == "__main__":
    main()
