"""Run the stages that a lock says to work on parts of their table, on parts: ``partitions.py PROJECT``.

The inputs are those of the run in ``PROJECT/artifacts``. Printed is how many of 20 random partitionings give something
else than the whole table, by stage.
"""

import json
import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pandas as pd

PARTITIONINGS = 20


def parts_of(table, keys, random, in_order):
    """Take a table apart at random, rows in their order; rows with equal keys stay together."""
    count = int(random.integers(2, 6))
    if keys:
        groups = table.groupby(keys, sort=False, dropna=False).ngroup().to_numpy()
        place = random.integers(0, count, groups.max(initial=-1) + 1)[groups]
    else:
        place = random.integers(0, count, len(table))
    if in_order:
        place = np.sort(place)
    return [
        table[place == number] for number in range(count) if (place == number).any()
    ]


def results(found):
    """Return what a stage gives as a list."""
    return list(found) if isinstance(found, tuple) else [found]


def is_same(joined, whole):
    """Compare one result; labels bring rows back into order."""
    if whole.index.is_unique and len(joined) == len(whole):
        joined = joined.loc[whole.index]
    frame = isinstance(whole, pd.DataFrame)
    compare = pd.testing.assert_frame_equal if frame else pd.testing.assert_series_equal
    try:
        compare(
            joined.astype(whole.dtypes if frame else whole.dtype),
            whole,
            rtol=1e-9,
            atol=0,
        )
    except (AssertionError, KeyError, TypeError, ValueError):
        return False
    return True


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
        count += not all(map(is_same, joined, whole))
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
