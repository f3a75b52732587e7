"""Runs a notebook plainly in IPython and keeps the final values of some names, for `npm run corpus`.

`python corpus_run.py NOTEBOOK NAMES.json FOLDER`: executes in the working directory, writes FOLDER/NAME.pickle for
each name that cloudpickle can store and FOLDER/status.json: `{ok, error, stored, unstorable, missing}`. One name that
the notebook does not have stands for the last value that it shows.
"""

from __future__ import annotations

import io
import json
import re
import sys
import warnings
from pathlib import Path
from typing import Any

import cloudpickle
import corpus_seed
from corpus_process import ProcessGenerator, is_process_generator
from IPython.core.interactiveshell import InteractiveShell


def main() -> None:
    """Entry."""
    notebook, names, folder = sys.argv[1:4]
    sys.argv[:] = [notebook]
    warnings.simplefilter("ignore")
    status = run(Path(notebook), json.loads(Path(names).read_text(encoding="utf-8")), Path(folder))
    (Path(folder) / "status.json").write_text(json.dumps(status), encoding="utf-8")


def cells_of(path: Path) -> list[tuple[str, bool]]:
    """Code of the cells, and whether the cell is meant to raise."""
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".py":
        return [(part, False) for part in re.split(r"(?m)^# %%.*$", text)]
    cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    return [("".join(cell["source"]), means_to_raise(cell)) for cell in cells]


def means_to_raise(cell: dict[str, Any]) -> bool:
    """A tag says so, or the error is stored in the file."""
    stored = any(output.get("output_type") == "error" for output in cell.get("outputs", []))
    return stored or "raises-exception" in cell.get("metadata", {}).get("tags", [])


def run(notebook: Path, names: list[str], folder: Path) -> dict[str, Any]:
    """Executes every cell and keeps what is asked for."""
    namespace, shown, error = execute(notebook)
    if error:
        return {"ok": False, "error": error}
    missing = [name for name in names if name not in namespace]
    values = {name: namespace[name] for name in names if name in namespace}
    if len(missing) == 1 and shown is not None:
        values[missing.pop()] = shown
    stored = [name for name, value in values.items() if store(value, folder / f"{name}.pickle")]
    unstorable = [name for name in values if name not in stored]
    return {"ok": True, "stored": stored, "unstorable": unstorable, "missing": missing}


def execute(notebook: Path) -> tuple[dict[str, Any], object, str]:
    """Executes every cell: the names it binds, the value shown last, and the first error that is not meant, which ends it."""
    corpus_seed.seed()
    shell = InteractiveShell.instance(colors="nocolor")
    shell.history_manager.enabled = False
    shell.enable_gui = lambda gui=None: None
    shell._showtraceback = lambda *_: None
    sys.path[0] = str(Path.cwd())
    shell.user_ns["__file__"] = str(notebook)
    shown = None
    for position, (source, may_raise) in enumerate(cells_of(notebook), 1):
        outcome = shell.run_cell(source, store_history=True)
        shown = shown if outcome.result is None else outcome.result
        error = outcome.error_before_exec or outcome.error_in_exec
        if error is not None and not may_raise:
            return {}, None, f"cell {position}: {type(error).__name__}: {error}"
    # A name that IPython provides is the notebook's once the notebook has bound it.
    provided, nothing = shell.user_ns_hidden, object()
    bound = {
        name: value for name, value in shell.user_ns.items() if provided.get(name, nothing) is not value
    }
    return bound, shown, ""


class _Pickler(cloudpickle.Pickler):
    """Notes where a value refers to the process' own generator, instead of storing a copy of its state."""

    def reducer_override(self, obj: Any) -> Any:
        """Replaces that generator only."""
        if is_process_generator(obj):
            return ProcessGenerator, (type(obj),)
        return super().reducer_override(obj)


def store(value: object, target: Path) -> bool:
    """Writes the value when it can be written and read again."""
    try:
        file = io.BytesIO()
        _Pickler(file).dump(value)
        cloudpickle.loads(file.getvalue())
    except Exception:  # noqa: BLE001 - whatever cannot be stored is counted, not explained
        return False
    target.write_bytes(file.getvalue())
    return True


if __name__ == "__main__":
    main()
