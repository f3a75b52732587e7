"""Compare the artifacts of two folders of results: ``targets_compare.py PROJECT LEFT RIGHT``; prints a verdict for each.

Values are compared as ``verify`` compares them, by the same code.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "packages/core/python"))

from observe.compare import judge
from observe.file_contents import contents, same_bytes
from observe.names import MAIN, Scope
from observe.portrait import Painter


def verdict(artifact: dict[str, Any], left: Path, right: Path, package: str) -> str:
    """Return what is to be said about one artifact in two folders."""
    name = Path(artifact["path"]).relative_to("artifacts")
    if not (right / name).exists():
        return "missing"
    if artifact["codec"] == "file":
        one, other = str(left / name), str(right / name)
        if same_bytes(one, other):
            return "identical"
        first, second = contents(one), contents(other)
        return "differs" if first is None or second is None else str(judge(first[1], second[1])["verdict"])
    io = importlib.import_module(f"{package}.io")
    portraits = [Painter(keep=True).paint(io.load(side / name, artifact["codec"])) for side in (left, right)]
    return str(judge(*portraits)["verdict"])


def main(project: Path, left: Path, right: Path) -> int:
    """Print a JSON object: verdict by artifact."""
    lock = json.loads((project / ".cellwright/lock.json").read_text(encoding="utf-8"))
    sys.path.insert(0, str(project / "src"))
    Scope.packages = (MAIN, lock["package"])
    found = {a["name"]: verdict(a, left, right, lock["package"]) for a in lock["artifacts"]}
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:])))
