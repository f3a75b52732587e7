"""What the outputs of a stage depend on, and whether they are current."""

import ast
import hashlib
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, reduce
from graphlib import TopologicalSorter
from importlib.metadata import PackageNotFoundError, version
from importlib.util import resolve_name
from operator import getitem
from pathlib import Path
from typing import Any

from ..config import Params
from ..pipeline import LIBRARIES, MODULES, STAGES
from .files import Digests, read_json
from .settings import locate
from .stage import Stage

MAKER = {dataset: name for name, stage in STAGES.items() for dataset in stage.makes}
PACKAGE = __name__.split(".")[0]
SOURCE = Path(__file__).parents[2]


@dataclass(frozen=True)
class Project:
    """What a run works on: parameters, the folder they are relative to, the outputs."""

    params: Params
    root: Path
    out: Path

    def value(self, key: str) -> Any:
        """Return the parameter under a dotted key, or a whole section, afresh: a stage may change it."""
        if "." not in key:
            return getattr(self.params, key).model_copy(deep=True)
        return self.plain(key)

    def plain(self, key: str) -> Any:
        """Return what :meth:`value` does, as plain data."""
        return reduce(getitem, key.split("."), self.params.model_dump(by_alias=True))

    def path(self, dataset: str) -> Path:
        """Return the file of a dataset."""
        return self.out / STAGES[MAKER[dataset]].makes[dataset]

    def place(self, name: str) -> str:
        """Return the location of a file that a stage writes, or of a dotted key."""
        return str(self.path(name)) if name in MAKER else locate(self.value(name), self.root)

    def receipt(self, stage: str) -> Path:
        """Return the file that says what the outputs of a stage were made from."""
        return self.out / ".receipts" / f"{stage}.json"


def graph() -> dict[str, set[str]]:
    """Return the stages that each stage needs."""
    used = {n: {*stage.inputs.values(), *stage.reads.values()} for n, stage in STAGES.items()}
    return {name: {MAKER[d] for d in datasets & MAKER.keys()} for name, datasets in used.items()}


def downstream(start: str) -> set[str]:
    """Return a stage and those that need it."""
    needs, found = graph(), {start}
    for name in TopologicalSorter(needs).static_order():
        if needs[name] & found:
            found.add(name)
    return found


@cache
def code_digest(module: str) -> str:
    """Digest of a module and all it imports of this project, comments and layout aside."""
    seen: dict[str, str] = {}
    todo = [module, f"{PACKAGE}.io"]
    while todo:
        name = todo.pop()
        base = SOURCE.joinpath(*name.split("."))
        package = name if base.is_dir() else name.rpartition(".")[0]
        file = base / "__init__.py" if base.is_dir() else base.with_suffix(".py")
        if name in seen or name.split(".")[0] not in MODULES or not file.exists():
            continue
        tree = ast.parse(file.read_bytes())
        seen[name] = ast.dump(tree)
        todo.append(name.rpartition(".")[0])
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                todo += [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                source = resolve_name("." * node.level + (node.module or ""), package)
                todo += [source, *(f"{source}.{alias.name}" for alias in node.names)]
    return hashlib.sha256(repr(sorted(seen.items())).encode()).hexdigest()


def versions() -> dict[str, str]:
    """Return the versions of Python and of the libraries that the stages use."""
    found = {"python": ".".join(map(str, sys.version_info[:3]))}
    for name in LIBRARIES:
        found[name] = "none"  # another distribution may give the same module
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def stage_key(stage: Stage, project: Project, digests: Digests) -> dict[str, Any]:
    """Return everything that the outputs of ``stage`` depend on."""
    return {
        "code": [stage.fn, code_digest(stage.fn.partition(":")[0])],
        "inputs": {arg: digests.of(project.path(d)) for arg, d in stage.inputs.items()},
        "files": {arg: digests.of(project.place(name)) for arg, name in stage.reads.items()},
        "params": {arg: project.plain(key) for arg, key in stage.params.items()},
        "versions": {name: ".".join(v.split(".")[:2]) for name, v in versions().items()},
    }


def reasons(name: str, key: dict[str, Any], project: Project, digests: Digests) -> list[str]:
    """Return why a stage has to run: what changed of its key, or its outputs."""
    receipt = read_json(project.receipt(name))
    if not receipt.get("key"):
        return ["new"]
    outputs = {made: digests.of(project.path(made)) for made in STAGES[name].makes}
    found = [part for part in key if key[part] != receipt["key"].get(part)]
    found += ["outputs"] * (receipt.get("outputs") != outputs)
    return found + ["external"] * STAGES[name].external


def status(project: Project) -> dict[str, list[str]]:
    """Return why each stage has to run; an empty list means that it is current."""
    digests, needs = Digests(project.out), graph()
    found: dict[str, list[str]] = {}
    for name in TopologicalSorter(needs).static_order():
        key = stage_key(STAGES[name], project, digests)
        stale = [f"after {needed}" for needed in sorted(needs[name]) if found[needed]]
        found[name] = reasons(name, key, project, digests) or stale
    return found
