"""Executes many small programs in one process, each in a fork and in an empty folder, and describes the values they end with.

One JSON object a line: in `{"code": TEXT, "names": [NAME, ...] | null}`, out `{"values": {NAME: FINGERPRINT}, "error": TEXT | null}`;
`null` asks for every name that does not begin with an underscore. A value is described in a fork of its own, because describing an
iterator uses it up. Arguments: the folder of `programs_fingerprint`, then modules to load before the first program.
"""

from __future__ import annotations

import gc
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

TIME_LIMIT = 30
SIMPLE = (type(None), bool, int, float, str)


def main() -> None:
    """Answers every line of the input."""
    sys.path.insert(0, sys.argv[1])
    import programs_fingerprint

    preload(sys.argv[2:])
    gc.collect()
    gc.freeze()
    sys.path.pop(0)
    answers = sys.stdout
    sys.stdout = sys.stderr
    for line in sys.stdin:
        job = json.loads(line)
        folder = tempfile.mkdtemp(prefix="program-")
        run = execute_job(job["code"], job["names"], folder, programs_fingerprint.of)
        result = in_fork(run) or {"values": {}, "error": "the process ended"}
        shutil.rmtree(folder, ignore_errors=True)
        answers.write(json.dumps(result) + "\n")
        answers.flush()


def preload(modules: list[str]) -> None:
    """Imports what most programs import, so that a fork need not."""
    for module in modules:
        try:
            importlib.import_module(module)
        except ImportError:
            continue


def execute_job(
    code: str, names: list[str] | None, folder: str, describe: Callable[[Any], dict[str, str]]
) -> Callable[[], dict[str, Any]]:
    """Gives the work of one fork: execute the code as `__main__`, describe the names."""

    def work() -> dict[str, Any]:
        signal.alarm(TIME_LIMIT)
        os.chdir(folder)
        # A fork inherits warnings that were shown and open buffers: silence both streams.
        silence = os.open(os.devnull, os.O_RDWR)
        os.dup2(silence, 2)
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - the fork ends soon
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module
        sys.path[0:0] = [folder]
        namespace = module.__dict__
        error = None
        try:
            exec(compile(code, "program.py", "exec"), namespace)  # noqa: S102 - the program under test
        except BaseException as raised:  # noqa: BLE001 - whatever ends it is the result
            error = f"{type(raised).__name__}: {raised}"
        wanted = [name for name in namespace if not name.startswith("_")] if names is None else names
        values = {name: described(namespace[name], describe) for name in wanted if name in namespace}
        return {"values": values, "error": error}

    return work


def described(value: Any, describe: Callable[[Any], dict[str, str]]) -> str:
    """Describes one value without changing it for the next."""
    if is_plain(value, 0):
        return describe(value)["fingerprint"]
    result = in_fork(lambda: {"fingerprint": describe(value)["fingerprint"]})
    return result["fingerprint"] if result else "describing it failed"


def is_plain(value: Any, depth: int) -> bool:
    """Whether describing a value surely leaves it and everything else as it is."""
    kind = type(value)
    if kind in SIMPLE or kind in (types.ModuleType, types.BuiltinFunctionType):
        return True
    if depth < 3 and kind in (list, tuple):
        return len(value) < 100 and all(is_plain(part, depth + 1) for part in value)
    if depth < 3 and kind is dict:
        return len(value) < 100 and all(is_plain(part, depth + 1) for pair in value.items() for part in pair)
    if kind.__module__ == "numpy" and kind.__name__ == "ndarray":
        return value.dtype.kind != "O"
    return kind.__module__.startswith("pandas.") and kind.__name__ in ("DataFrame", "Series")


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
