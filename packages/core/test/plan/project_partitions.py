"""Run the stages that a lock says to work on parts of their table, on parts: ``project_partitions.py PROJECT``.

The inputs are those of the run in ``PROJECT/artifacts``. Printed is how many of 20 random partitionings give something
else than the whole table, by stage.
"""

import json
import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pandas as pd
from partitioning import PARTITIONINGS, difference, parts_of


def results(found):
    """Return what a stage gives as a list."""
    return list(found) if isinstance(found, tuple) else [found]


def differing(function, given, argument, keys):
    """Count the partitionings of which the concatenation is not what the whole gives."""
    random = np.random.default_rng(5)
    table = given[argument]
    whole = results(function(**given | {argument: table.copy()}))
    in_order = not all(value.index.is_unique for value in whole)
    count = 0
    for _ in range(PARTITIONINGS):
        parts = parts_of(table, keys, random, in_order)
        made = [results(function(**given | {argument: part.copy()})) for part in parts]
        joined = [pd.concat(values) for values in zip(*made, strict=True)]
        problems = map(difference, joined, whole)
        count += any(problem is not None for problem in problems)
    return count


def main(project):
    """Go through the stages of a project."""
    lock = json.loads((project / ".cellwright/lock.json").read_text(encoding="utf-8"))
    package = lock["package"]
    state, settings = (
        import_module(f"{package}._engine.{name}") for name in ("state", "settings")
    )
    params = settings.read_params(
        import_module(f"{package}.config").Params, project / "params.yaml"
    )
    here = state.Project(params, project, project / "artifacts")
    load = import_module(f"{package}.io").load
    found = {}
    for stage in lock["stages"]:
        rows = stage.get("rows", {"kind": "whole"})
        if rows["kind"] == "whole":
            continue
        given = {
            name: load(here.path(dataset)) for name, dataset in stage["inputs"].items()
        }
        given |= {name: here.value(key) for name, key in stage["params"].items()}
        function = getattr(import_module(stage["module"]), stage["function"])
        found[stage["name"]] = differing(
            function, given, rows["argument"], rows.get("keys", [])
        )
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
