"""Entry of the comparison: ``python compare.py REQUEST.json``; prints one JSON line for every artifact.

The values of the notebook come as portraits, so no pickle of the notebook is loaded; those of the project come from
``PACKAGE.io.load``, that is, from files that the run under test has just written.
"""

from __future__ import annotations

import importlib
import json
import os
import pickle
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from .contain import contain_if_asked
from .difference import Comparison
from .file_contents import contents, same_bytes
from .names import MAIN, Scope
from .perturb import perturbed
from .portrait import Node, Painter
from .spoil import spoiled_files


class _PlainUnpickler(pickle.Unpickler):
    """Reads portraits, which are plain data: anything else in them is refused."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError("a portrait holds no %s.%s" % (module, name))


def read_portrait(path: str) -> Node:
    """Read a portrait without running anything that the file names."""
    with open(path, "rb") as file:
        return _PlainUnpickler(file).load()  # type: ignore[no-any-return]


def main(arguments: list[str]) -> int:
    """Compare every artifact of a request; standard output carries verdicts only."""
    with open(arguments[0], encoding="utf-8") as file:
        request: dict[str, Any] = json.load(file)
    contain_if_asked()
    output = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    sys.setrecursionlimit(20_000)
    if request.get("package"):
        sys.path[0] = request["source"]
        Scope.packages = (MAIN, request["package"])
    for artifact in request["artifacts"]:
        try:
            found = _judge_artifact(artifact, request)
        except Exception as error:
            found = {
                "verdict": "not compared",
                "detail": "%s: %s" % (type(error).__name__, str(error).split("\n")[0][:300]),
            }
        output.write(json.dumps({"name": artifact["name"], **found}) + "\n")
        output.flush()
    return 0


def _judge_artifact(artifact: dict[str, Any], request: dict[str, Any]) -> dict[str, Any]:
    if artifact["codec"] == "file":
        return _compare_files(artifact)
    if artifact.get("stored") is not None:
        return _compare_stored(artifact, request)
    return _compare_values(artifact, request)


def _compare_stored(artifact: dict[str, Any], request: dict[str, Any]) -> dict[str, Any]:
    """Compare what a cell's stored output shows with how the project's value would be shown."""
    value = _load(artifact, request)
    shown = [repr(value), str(value)]
    try:
        from IPython.lib.pretty import pretty

        shown.append(pretty(value))
    except ImportError:
        pass
    wanted = artifact["stored"].split()
    if any(text.split() == wanted for text in shown):
        return {"verdict": "matches stored output", "detail": "the value is shown as the notebook file shows it"}
    return {"verdict": "not run", "detail": "the notebook file shows another value"}


def _load(artifact: dict[str, Any], request: dict[str, Any]) -> Any:
    io = importlib.import_module(request["package"] + ".io")
    return io.load(Path(artifact["right"]), artifact["codec"])


def _compare_values(artifact: dict[str, Any], request: dict[str, Any]) -> dict[str, Any]:
    left = read_portrait(artifact["left"])
    if artifact.get("rightPortrait"):
        right = read_portrait(artifact["rightPortrait"])
    else:
        if not os.path.exists(artifact["right"]):
            return {
                "verdict": "differs",
                "detail": "the project did not write %s" % os.path.basename(artifact["right"]),
            }
        right = Painter(keep=True).paint(_load(artifact, request))
    found = judge(left, right)
    whole_way = None
    if found["verdict"] in ("identical", "equal within tolerance") and not artifact.get("rightPortrait"):
        whole_way = _control_through_file(artifact, request, left, right)
    return {**found, "control": whole_way or control(left, right)}


def _control_through_file(
    artifact: dict[str, Any], request: dict[str, Any], left: Node, right: Node
) -> dict[str, Any] | None:
    """Change one value in a copy of the project's file, load that and say whether the comparison finds it.

    Return nothing where no value of the file can be changed. A value that is worked out again on loading may hide a
    change, so several are tried.
    """
    unnoticed = None
    with tempfile.TemporaryDirectory() as folder:
        for copy, place in _spoiled(artifact, right, folder):
            try:
                value = _load({**artifact, "right": copy}, request)
            except Exception:  # broken rather than changed: says nothing about the comparison
                continue
            found = Comparison()
            found.compare(left, Painter(keep=True).paint(value))
            changed = "%s in the project's file" % (place.lstrip(", ") or "the value")
            if found.different is not None:
                return {"changed": changed, "detected": True}
            unnoticed = unnoticed or {"changed": changed, "detected": False}
    return unnoticed


def _spoiled(artifact: dict[str, Any], node: Node, folder: str) -> list[tuple[str, str]]:
    try:
        return list(spoiled_files(artifact["right"], artifact["codec"], node, folder))
    except Exception:  # a file that only the project's own loader can read
        return []


def judge(left: Node, right: Node) -> dict[str, Any]:
    """Return the verdict on two portraits."""
    found = Comparison()
    found.compare(left, right)
    if found.different is not None:
        return {"verdict": "differs", "detail": sentence(found.different), "difference": found.different}
    if found.opaque is not None:
        return {"verdict": "not compared", "detail": found.opaque}
    if found.rewritten:
        names = ", ".join(sorted(set(found.rewritten)))
        return {
            "verdict": "not compared",
            "detail": "the state is equal, but the project has another text of %s" % names,
        }
    if found.close:
        detail = "%d of %d values differ by rounding, at most by %.3g" % (found.close, found.numbers, found.largest)
        return {"verdict": "equal within tolerance", "detail": detail, "largest": found.largest}
    return {"verdict": "identical", "detail": "%s, %d values" % (left[1], found.numbers)}


def sentence(difference: dict[str, Any]) -> str:
    """Return a difference in words."""
    place = difference["path"] or "the value"
    return "%s: %s is %s in the notebook and %s in the project" % (
        place,
        difference["what"],
        difference["notebook"],
        difference["project"],
    )


def control(left: Node, right: Node) -> dict[str, Any]:
    """Change one value of the notebook's side and say whether the comparison finds it."""
    changed, place = perturbed(left)
    found = Comparison()
    found.compare(changed, right)
    return {"changed": place or "the value", "detected": found.different is not None}


def _compare_files(artifact: dict[str, Any]) -> dict[str, Any]:
    left, right = artifact["left"], artifact["right"]
    if not os.path.exists(right):
        return {"verdict": "differs", "detail": "the project did not write %s" % os.path.basename(right)}
    if os.path.isdir(left) or os.path.isdir(right):
        return _compare_folders(artifact)
    tested = _control_of_files(left, right)
    if same_bytes(left, right):
        return {"verdict": "identical", "detail": "%d bytes" % os.path.getsize(left), "control": tested}
    one, other = contents(left), contents(right)
    if one is None or other is None:
        detail = "the bytes differ (%d and %d)" % (os.path.getsize(left), os.path.getsize(right))
        return {"verdict": "differs", "detail": detail, "control": tested}
    found = judge(one[1], other[1])
    if found["verdict"] == "identical":
        found["detail"] = "same %s; the bytes differ (times or layout)" % one[0]
    return {**found, "control": control(one[1], other[1])}


def _compare_folders(artifact: dict[str, Any]) -> dict[str, Any]:
    left, right = (
        {str(p.relative_to(f)): p for p in sorted(Path(f).rglob("*")) if p.is_file()}
        for f in (artifact["left"], artifact["right"])
    )
    if list(left) != list(right):
        return {
            "verdict": "differs",
            "detail": "the folders hold other files: %s and %s" % (sorted(left)[:5], sorted(right)[:5]),
        }
    for name in left:
        found = _compare_files({**artifact, "left": str(left[name]), "right": str(right[name])})
        if found["verdict"] != "identical":
            return {**found, "detail": "%s: %s" % (name, found["detail"])}
    return {
        "verdict": "identical",
        "detail": "%d files" % len(left),
        "control": {"changed": "a file's bytes", "detected": bool(left)},
    }


def _control_of_files(left: str, right: str) -> dict[str, Any]:
    """Change one byte of a copy of the notebook's file and say whether the comparison with the project's finds it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copyfile(left, os.path.join(folder, os.path.basename(left)))
        place = os.path.getsize(copy) // 2
        with open(copy, "r+b") as file:
            file.seek(place)
            byte = file.read(1)
            file.seek(place)
            file.write(bytes([byte[0] ^ 1]) if byte else b"x")
        return {"changed": "byte %d" % place, "detected": not same_bytes(copy, right)}
