"""Executes a notebook and its slices for `npm run corpus -- --slices`, each in a fork of one process.

Reads a JSON object a line and writes one for each; everything happens in a copy of `folder`, in its folder `inside`.
`{"run": FILE, "folder", "inside", "values"}` executes the notebook and keeps the final value of every data name in the folder
`values`: `{error, names, unstorable, lines}`. `{"script": TEXT, "file": FILE, "folder", "inside", "names", "runs": [V1, V2]}`
executes a slice and compares: `{error, lines, verdicts: {NAME: [VERDICT, DETAIL]}}`, with the verdicts of `corpus_compare`.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import signal
import sys
import tempfile
import types
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cloudpickle
import corpus_compare
import corpus_run
import corpus_seed
from IPython.core.interactiveshell import InteractiveShell

TIME_LIMIT = 300
HEAVY = "numpy pandas scipy.stats sklearn.model_selection sklearn.pipeline sklearn.linear_model sklearn.ensemble sklearn.datasets matplotlib.pyplot"
CODE = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.MethodType, type)


def main() -> None:
    """Answers every line of the input."""
    warnings.simplefilter("ignore")
    for module in HEAVY.split():
        try:
            __import__(module)
        except ImportError:
            continue
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    for line in sys.stdin:
        job = json.loads(line)
        work = whole if "run" in job else sliced
        answers.write(json.dumps(in_fork(job, work)) + "\n")
        answers.flush()


def in_fork(job: dict[str, Any], work: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """Does the job in a fork, in a copy of the folder, within the time limit; its group ends with it."""
    scratch = Path(tempfile.mkdtemp(prefix="corpus-slice-"))
    shutil.copytree(job["folder"], scratch / "work", symlinks=True)
    result = scratch / "result.json"
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.chdir(scratch / "work" / job.get("inside", ""))
        signal.alarm(TIME_LIMIT)
        try:
            found = work(job)
        except BaseException as error:  # noqa: BLE001 - said, not explained
            found = {"error": f"{type(error).__name__}: {error}"}
        result.write_text(json.dumps(found), encoding="utf-8")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        pass
    try:
        return json.loads(result.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"error": f"ended with status {status}"}
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def whole(job: dict[str, Any]) -> dict[str, Any]:
    """Executes the notebook and keeps its data."""
    notebook, values = Path(job["run"]), Path(job["values"])
    sys.argv[:] = [str(notebook)]
    space, _, error = corpus_run.execute(notebook)
    names = [name for name, value in space.items() if not name.startswith("_") and not isinstance(value, CODE)]
    stored = [name for name in names if corpus_run.store(space[name], values / f"{name}.pickle")]
    transform = InteractiveShell.instance().transform_cell
    lines = count_lines("\n".join(transform(source) for source, _ in corpus_run.cells_of(notebook)))
    return {"error": error, "names": sorted(stored), "unstorable": len(names) - len(stored), "lines": lines}


def sliced(job: dict[str, Any]) -> dict[str, Any]:
    """Executes a slice and compares what it ends with."""
    corpus_seed.seed()
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    sys.argv[:] = [job["file"]]
    module.__dict__["__file__"] = job["file"]
    sys.path[0] = str(Path.cwd())
    lines = count_lines(job["script"])
    try:
        exec(compile(job["script"], "slice.py", "exec"), module.__dict__)  # noqa: S102 - the slice under test
    except BaseException as error:  # noqa: BLE001 - whatever ends it is the result
        return {"lines": lines, "error": f"{type(error).__name__}: {error}", "verdicts": {}}
    return {"lines": lines, "error": "", "verdicts": {name: judge(name, module, job["runs"]) for name in job["names"]}}


def judge(name: str, module: types.ModuleType, runs: list[str]) -> tuple[str, str]:
    """The verdict on one name, and where it differs."""
    first, second = (cloudpickle.loads((Path(run) / f"{name}.pickle").read_bytes()) for run in runs)
    unstable = corpus_compare.difference(first, second)
    if unstable:
        return "nondeterministic", unstable
    if not hasattr(module, name):
        return "different", "not bound"
    try:
        made = cloudpickle.loads(cloudpickle.dumps(getattr(module, name)))
        found = corpus_compare.difference(first, made)
    except Exception as error:  # noqa: BLE001 - a value that cannot be compared is none of the notebook's
        found = f"{type(error).__name__}: {error}"
    return "different" if found else "equal", found


def count_lines(text: str) -> int:
    """Lines as `ast.unparse` writes them, so that layout and comments do not count."""
    try:
        return len(ast.unparse(ast.parse(text)).splitlines())
    except SyntaxError:
        return len([line for line in text.splitlines() if line.strip()])


if __name__ == "__main__":
    main()
