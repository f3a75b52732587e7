"""Run plans stage by stage and their notebooks in one go, and compare the artifacts.

Reads a JSON list of cases from standard input, writes a JSON list of results. Independent of the renderer: stages become
functions by the shortest way, every dataset is pickled and loaded again.
"""

import contextlib
import importlib
import io
import json
import os
import pickle
import random
import sys
import tempfile
import textwrap
import traceback
from pathlib import Path
from types import SimpleNamespace

import joblib
import numpy as np
import pandas as pd


def indent(item: dict) -> str:
    """Indent a code item, but not the lines that begin inside a string."""
    text, at, lines = item["text"], 0, []
    for line in text.split("\n"):
        inside = any(span["start"] < at < span["end"] for span in item["strings"])
        lines.append(line if inside or not line.strip() else "    " + line)
        at += len(line) + 1
    return "\n".join(lines)


def write_package(plan: dict, root: Path) -> None:
    """Write the stages of a plan as modules."""
    folder = root / plan["package"] / "stages"
    folder.mkdir(parents=True)
    stages = {stage["name"]: stage for stage in plan["stages"]}
    for module in plan["modules"]:
        parts = [*sorted(module["imports"], key=lambda line: "__future__" not in line)]
        parts += ["from copy import deepcopy as _deepcopy"]
        if "log" in module:
            parts += ["import logging", f"{module['log']} = logging.getLogger(__name__)"]
        parts += [item["text"] for item in module["definitions"]]
        for name in module["stages"]:
            stage = stages[name]
            for function in stage.get("parts", {}).get("functions", []):
                parts += function_of(function)
            names = ", ".join(argument["name"] for argument in stage["arguments"])
            parts.append(f"def {name}({names}):")
            parts += [f"    {a['name']} = _deepcopy({a['name']})" for a in stage["arguments"] if a["copied"]]
            parts += body_of(stage)
            results = ["(" + ", ".join(each["variables"]) + ",)" for each in stage["returns"]]
            parts.append("    return [" + ", ".join(results) + "]")
        (folder / f"{module['name']}.py").write_text("\n".join(parts) + "\n")


def function_of(function: dict) -> list[str]:
    """Return a part of a long stage as a function."""
    names = [[value["name"] for value in function[kind]] for kind in ("arguments", "returns")]
    head = f"def {function['name']}({', '.join(names[0])}):"
    return [head, *map(indent, function["body"]), f"    return [{', '.join(names[1])}]"]


def body_of(stage: dict) -> list[str]:
    """Return what a stage does: its statements, or calls of its parts."""
    if "parts" not in stage:
        return [indent(item) for item in stage["body"]]
    calls = []
    for function in stage["parts"]["functions"]:
        names = [[value["name"] for value in function[kind]] for kind in ("arguments", "returns")]
        calls.append(f"    [{', '.join(names[1])}] = {function['name']}({', '.join(names[0])})")
    before, after = ([indent(item) for item in stage["parts"][kind]] for kind in ("before", "after"))
    return [*before, *calls, *after]


def place(key: str, inputs: dict, artifacts: Path, data: Path) -> str:
    """Return the file that a key stands for."""
    return str(data / inputs[key]) if key in inputs else str(artifacts / key)


def run_stages(plan: dict, artifacts: Path, data: Path) -> dict:
    """Run the stages in order; datasets pass through pickles."""
    store: dict = {}
    inputs = {each["key"]: each["original"] for each in plan["inputs"]}
    values = {f"{each['section']}.{each['key']}": each["value"] for each in plan["parameters"]}
    types = {f"{each['section']}.{each['key']}": each["type"] for each in plan["parameters"]}
    for stage in plan["stages"]:
        arguments = {}
        for argument in stage["arguments"]:
            source = argument["source"]
            if source["kind"] == "dataset":
                value = pickle.loads(store[source["dataset"]])[0]
            elif source["kind"] == "parameter" and "." not in source["key"]:
                section = source["key"] + "."
                value = SimpleNamespace(**{k.removeprefix(section): v for k, v in values.items() if k.startswith(section)})
            elif source["kind"] == "parameter":
                value = values[source["key"]]
                value = float(value) if types[source["key"]] == "float" else value
            elif source["kind"] == "read":
                value = place(source["key"], inputs, artifacts, data)
            else:
                value = str(artifacts / source["file"])
            arguments[argument["name"]] = value
        module = importlib.import_module(f"{plan['package']}.stages.{stage['module']}")
        results = getattr(module, stage["name"])(**arguments)
        for returned, value in zip(stage["returns"], results, strict=True):
            buffer = io.BytesIO()
            store[returned["dataset"]] = pickle.dumps(value)
            joblib.dump(value, buffer)
    return {name: pickle.loads(data)[0] for name, data in store.items()}


def same(left: object, right: object) -> bool:
    """Compare two values exactly; objects by class name and attributes."""
    if isinstance(left, (pd.DataFrame, pd.Series, pd.Index)):
        return type(left) is type(right) and left.equals(right) and list(map(str, np.atleast_1d(left.dtypes))) == list(map(str, np.atleast_1d(right.dtypes)))
    if isinstance(left, np.ndarray):
        return isinstance(right, np.ndarray) and left.dtype == right.dtype and np.array_equal(left, right, equal_nan=left.dtype.kind == "f")
    if isinstance(left, (list, tuple)):
        return type(left) is type(right) and len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return isinstance(right, dict) and list(left) == list(right) and all(same(left[key], right[key]) for key in left)
    if hasattr(left, "__dict__") and not isinstance(left, type):
        return type(left).__name__ == type(right).__name__ and same(vars(left), vars(right))
    if type(left).__module__.split(".")[0] in {"sklearn", "numpy", "scipy"} and not isinstance(left, (np.generic, type)):
        return pickle.dumps(left) == pickle.dumps(right)
    return bool(left == right) or (left != left and right != right)


def dataset_of(plan: dict, artifact: dict) -> str:
    """Return the dataset that holds an artifact."""
    return Path(artifact["path"]).stem


def run_case(case: dict, root: Path) -> list[str]:
    """Return what differs; empty when every artifact is equal."""
    plan, problems = case["plan"], []
    beside, artifacts, package = root / "notebook", root / "artifacts", root / "package"
    for folder in (beside, artifacts, package):
        folder.mkdir()
    for path, text in case["files"].items():
        file = beside / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    write_package(plan, package)
    namespace: dict = {"__name__": "__main__"}
    unnamed = {a["statement"]: a["variable"] for a in plan["artifacts"] if a["variable"]}
    sys.path.insert(0, str(beside))
    os.chdir(beside)
    random.seed(7)
    np.random.seed(7)
    for statement in case["statements"]:
        shown = unnamed.get(statement["id"])
        text = statement["text"]
        try:
            if statement["shows"] and shown and shown not in namespace:
                namespace[shown] = eval(compile(text, "<cell>", "eval"), namespace)
            else:
                exec(compile(text, "<cell>", "exec"), namespace)
        except Exception as error:
            if not case.get("mayFail"):
                problems.append(f"the notebook itself fails: {error!r} in {text!r}")
            break
    written = {file.name: file.read_bytes() for file in beside.rglob("*") if file.is_file()}
    sys.path.insert(0, str(package))
    os.chdir(root)
    random.seed(7)
    np.random.seed(7)
    values = run_stages(plan, artifacts, beside)
    for artifact in plan["artifacts"]:
        name = artifact["name"]
        if artifact["codec"] == "file":
            file = artifacts / name
            if not file.exists():
                problems.append(f"{name} was not written")
            elif file.suffix in {".csv", ".txt", ".json"} and file.read_bytes() != written[file.name]:
                problems.append(f"{name} has other bytes")
        elif not same(namespace[artifact["variable"]], values[dataset_of(plan, artifact)]):
            got, want = values[dataset_of(plan, artifact)], namespace[artifact["variable"]]
            problems.append(f"{name} is {got!r}, not {want!r}"[:600])
    return problems


def main() -> None:
    """Run each case in a child process of its own."""
    import multiprocessing

    cases = json.load(sys.stdin)
    context = multiprocessing.get_context("fork")
    results = []
    for case in cases:
        queue = context.SimpleQueue()

        def child(case: dict = case, queue=queue) -> None:
            with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
                try:
                    queue.put(run_case(case, Path(folder)))
                except BaseException:
                    text = traceback.format_exc()
                    listing = "".join(f"\n--- {p.name}\n{p.read_text()}" for p in Path(folder).rglob("stages/*.py"))
                    queue.put([text + textwrap.indent(listing, "  ")])
                os.chdir("/")

        process = context.Process(target=child)
        process.start()
        results.append(queue.get())
        process.join()
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
