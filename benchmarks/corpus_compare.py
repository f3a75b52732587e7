"""The corpus test's own comparison: artifacts of a generated project against two plain runs of the notebook.

`python corpus_compare.py REQUEST.json RESULT.json` with `{root, package, artifacts, runs: [{values, work}, ...]}`.
Per artifact: `equal`, `different` (with the place), `nondeterministic` (the plain runs differ from each other) or
`uncompared` (with the reason). Nothing of cellwright's own comparison is used.
"""

from __future__ import annotations

import importlib
import json
import sys
import types
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cloudpickle
import numpy as np
from corpus_process import ProcessGenerator

RELATIVE_TOLERANCE = 1e-9
TIMINGS = {
    *("mean_fit_time", "std_fit_time", "mean_score_time", "std_score_time"),
    *("fit_time", "score_time", "refit_time_"),
}
NOTES = {"_coef_warning", "_lut", "_isinit"}
"""What objects note to themselves when they are looked at: that they have warned, the table of a colour map."""
SCALARS = (bool, int, str, bytes, range, slice, type(None), type(Ellipsis))


def main() -> None:
    """Entry."""
    warnings.simplefilter("ignore")
    request = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    root = Path(request["root"])
    sys.path[0] = str(root / "src")
    load = importlib.import_module(request["package"] + ".io").load
    results = [judge(artifact, root, load, request["runs"]) for artifact in request["artifacts"]]
    Path(sys.argv[2]).write_text(json.dumps(results), encoding="utf-8")


def judge(
    artifact: dict[str, Any], root: Path, load: Callable[..., Any], runs: list[dict[str, str]]
) -> dict[str, str]:
    """One artifact's verdict; whatever goes wrong on the project's side is a difference."""
    name = artifact["name"]
    read = file_of if artifact["variable"] is None else value_of
    try:
        first, second = (read(artifact, run) for run in runs)
    except LookupError as error:
        return {"name": name, "verdict": "uncompared", "detail": str(error)}
    unstable = difference(first, second)
    if unstable:
        return {"name": name, "verdict": "nondeterministic", "detail": unstable}
    try:
        if artifact["variable"] is not None:
            made = load(root / artifact["path"], artifact["codec"])
        else:
            made = content_of(root / artifact["path"])
    except Exception as error:  # noqa: BLE001 - a project that cannot load its artifact has failed
        return {"name": name, "verdict": "different", "detail": f"loading: {type(error).__name__}: {error}"}
    found = difference(first, made)
    return {"name": name, "verdict": "different" if found else "equal", "detail": found or ""}


def value_of(artifact: dict[str, Any], run: dict[str, str]) -> Any:
    """The final value of the variable in one plain run."""
    path = Path(run["values"]) / f"{artifact['variable']}.pickle"
    if not path.exists():
        raise LookupError(f"{artifact['variable']} of the plain run could not be stored")
    return cloudpickle.loads(path.read_bytes())


def file_of(artifact: dict[str, Any], run: dict[str, str]) -> Any:
    """The content of the file in the folder of one plain run."""
    work = Path(run["work"])
    wanted = artifact["path"].removeprefix("artifacts/")
    exact = [work / name for name in (artifact["name"], wanted) if (work / name).is_file()]
    found = exact or sorted(work.rglob(Path(wanted).name))
    if not found:
        raise LookupError(f"the plain run wrote no file {wanted}")
    return content_of(found[0])


def content_of(path: Path) -> Any:
    """The bytes of a file; of a pickle, which may be written in several ways, the value."""
    if path.suffix in {".pkl", ".pickle", ".joblib"}:
        import joblib

        return joblib.load(path)
    return path.read_bytes()


def difference(
    left: Any, right: Any, where: str = "value", seen: frozenset[tuple[int, int]] = frozenset()
) -> str:
    """Where two values differ, or nothing; types, dtypes, order and names count as well as values."""
    if isinstance(left, ProcessGenerator) and left.stands_for(right):
        return ""
    if kind_of(left) != kind_of(right):
        return f"{where}: {kind_of(left)} and {kind_of(right)}"
    if left is right or (id(left), id(right)) in seen:
        return ""
    seen = seen | {(id(left), id(right))}
    if isinstance(left, SCALARS):
        return "" if left == right else f"{where}: {short(left)} and {short(right)}"
    if isinstance(left, (float, complex, np.inexact)):
        return numbers(np.asarray(left), np.asarray(right), where)
    if isinstance(left, (list, tuple)):
        return sequence(left, right, where, seen) or attributes(left, right, where, seen)
    if isinstance(left, dict):
        return mapping(left, right, where, seen) or attributes(left, right, where, seen)
    if isinstance(left, (set, frozenset)):
        return "" if left == right else f"{where}: sets differ"
    if isinstance(left, (types.ModuleType, types.BuiltinFunctionType, types.MethodType)):
        return "" if repr(left).split(" at 0x")[0] == repr(right).split(" at 0x")[0] else f"{where}: differs"
    if isinstance(left, types.FunctionType):
        return function(left, right, where, seen)
    if isinstance(left, type):
        return ""  # the qualified names are equal already
    root = type(left).__module__.split(".")[0]
    special = {"numpy": of_numpy, "pandas": of_pandas, "scipy": of_scipy, "matplotlib": of_figure}.get(root)
    found = special(left, right, where, seen) if special else None
    return state(left, right, where, seen) if found is None else found


def kind_of(value: Any) -> str:
    """Type by name: a class of the notebook and its copy in the project are the same class."""
    kind = value if isinstance(value, type) else type(value)
    module = kind.__module__ if kind.__module__.split(".")[0] in LIBRARIES else ""
    return f"{'type ' if isinstance(value, type) else ''}{module}.{kind.__qualname__}"


LIBRARIES = {
    "builtins",
    "collections",
    "datetime",
    "numpy",
    "pandas",
    "sklearn",
    "scipy",
    "matplotlib",
    "pathlib",
}


def numbers(left: Any, right: Any, where: str) -> str:
    """Inexact numbers: bit for bit, or within the tolerance; NaN equals NaN."""
    if np.array_equal(left, right, equal_nan=True):
        return ""
    if np.allclose(left, right, rtol=RELATIVE_TOLERANCE, atol=0, equal_nan=True):
        return ""
    bad = np.flatnonzero(~np.isclose(left, right, rtol=RELATIVE_TOLERANCE, atol=0, equal_nan=True).ravel())
    place = f"{where}[{bad[0]}]" if np.ndim(left) else where
    return f"{place}: {np.ravel(left)[bad[0]]!r} and {np.ravel(right)[bad[0]]!r}"


def sequence(left: Any, right: Any, where: str, seen: frozenset[tuple[int, int]]) -> str:
    """Lists and tuples, element by element."""
    if len(left) != len(right):
        return f"{where}: {len(left)} and {len(right)} elements"
    pairs = enumerate(zip(left, right))
    return next((d for i, (a, b) in pairs if (d := difference(a, b, f"{where}[{i}]", seen))), "")


def mapping(left: Any, right: Any, where: str, seen: frozenset[tuple[int, int]]) -> str:
    """Dictionaries: keys with their order, then values; how long scikit-learn took is no value."""
    left, right = ({k: v for k, v in table.items() if not isinstance(k, str) or k not in NOTES} for table in (left, right))
    keys = difference(list(left), list(right), f"{where} keys", seen)
    if keys:
        return keys
    pairs = [pair for pair in zip(left.items(), right.values()) if pair[0][0] not in TIMINGS]
    return next((d for (k, a), b in pairs if (d := difference(a, b, f"{where}[{k!r}]", seen))), "")


def attributes(left: Any, right: Any, where: str, seen: frozenset[tuple[int, int]]) -> str:
    """What a subclass of a container carries beside its elements."""
    mine, other = getattr(left, "__dict__", None), getattr(right, "__dict__", None)
    return mapping(mine, other, f"{where}.__dict__", seen) if mine and other is not None else ""


def function(left: Any, right: Any, where: str, seen: frozenset[tuple[int, int]]) -> str:
    """Functions of the notebook may gain parameters in the project: the name counts; library functions are one."""
    return "" if left.__name__ == right.__name__ else f"{where}: {left.__name__} and {right.__name__}"


def of_numpy(left: Any, right: Any, where: str, seen: frozenset[tuple[int, int]]) -> str | None:
    """Arrays and scalars; other objects of NumPy by their state."""
    if not isinstance(left, (np.ndarray, np.generic)):
        return None
    if left.dtype != right.dtype or left.shape != right.shape:
        return f"{where}: {left.dtype}{left.shape} and {right.dtype}{right.shape}"
    if isinstance(left, np.ma.MaskedArray):
        mask = difference(np.ma.getmaskarray(left), np.ma.getmaskarray(right), f"{where}.mask", seen)
        return mask or difference(left.filled(), right.filled(), where, seen)
    if left.dtype.names:
        return next(
            (d for n in left.dtype.names if (d := difference(left[n], right[n], f"{where}.{n}", seen))), ""
        )
    if left.dtype == object:
        return sequence(np.ravel(left).tolist(), np.ravel(right).tolist(), where, seen)
    if np.issubdtype(left.dtype, np.inexact):
        return numbers(left, right, where)
    same = np.array_equal(left, right) or (
        left.dtype.kind in "mM" and np.array_equal(left, right, equal_nan=True)
    )
    return "" if same else f"{where}: elements differ"


def of_pandas(left: Any, right: Any, where: str, seen: frozenset[tuple[int, int]]) -> str | None:
    """Frames, series and indexes by pandas' own strict assertions, plus flags and names."""
    import pandas as pd
    from pandas import testing

    asserts = [
        (pd.DataFrame, testing.assert_frame_equal, {"check_freq": True, "check_flags": True}),
        (pd.Series, testing.assert_series_equal, {"check_freq": True, "check_flags": True}),
        (pd.Index, testing.assert_index_equal, {"exact": True}),
    ]
    for kind, check, options in asserts:
        if isinstance(left, kind):
            try:
                check(left, right, rtol=RELATIVE_TOLERANCE, atol=0, **options)
            except AssertionError as error:
                return f"{where}: {' '.join(str(error).split())[:200]}"
            if isinstance(left, pd.Index):
                return ""
            if left.attrs != right.attrs:
                return f"{where}: attrs differ"
            cells = (
                ((f"{where} column {i}", i) for i in range(left.shape[1]))
                if left.ndim == 2
                else [(where, None)]
            )
            return next((d for w, i in cells if (d := elements(left, right, w, i, seen))), "")
    return None


def elements(left: Any, right: Any, where: str, column: int | None, seen: frozenset[tuple[int, int]]) -> str:
    """Objects in a column: pandas' assertions let 1 and 1.0 and True pass for each other."""
    a, b = (frame if column is None else frame.iloc[:, column] for frame in (left, right))
    return sequence(a.tolist(), b.tolist(), where, seen) if a.dtype == object else ""


def of_scipy(left: Any, right: Any, where: str, seen: frozenset[tuple[int, int]]) -> str | None:
    """Sparse matrices as dense arrays of the same format."""
    if not hasattr(left, "toarray"):
        return None
    if left.format != right.format:
        return f"{where}: formats {left.format} and {right.format}"
    return difference(left.toarray(), right.toarray(), where, seen)


def of_figure(left: Any, right: Any, where: str, seen: frozenset[tuple[int, int]]) -> str | None:
    """Figures by their pixels; what is part of a figure (counters of callbacks differ) by the whole figure."""
    from matplotlib.artist import Artist
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    if isinstance(left, Artist) and not isinstance(left, Figure):
        figures = [getattr(artist, "figure", None) for artist in (left, right)]
        if None in figures:
            return "" if repr(left) == repr(right) else f"{where}: {short(left)} and {short(right)}"
        return difference(figures[0], figures[1], f"{where}.figure", seen)
    if not isinstance(left, Figure):
        return None
    drawn = []
    for figure in (left, right):
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        drawn.append(np.asarray(canvas.buffer_rgba()))
    return difference(drawn[0], drawn[1], f"{where} (drawn)", seen)


def state(left: Any, right: Any, where: str, seen: frozenset[tuple[int, int]]) -> str:
    """Any other object: what pickle would store of it."""
    try:
        mine, other = (value.__reduce_ex__(4) for value in (left, right))
    except Exception:  # noqa: BLE001 - an object without a state is compared by what it shows
        return "" if repr(left) == repr(right) else f"{where}: {short(left)} and {short(right)}"
    if isinstance(mine, str) or isinstance(other, str):
        return "" if mine == other else f"{where}: {mine} and {other}"
    return sequence(parts_of(mine), parts_of(other), f"{where} ({type(left).__name__})", seen)


def parts_of(reduced: tuple[Any, ...]) -> list[Any]:
    """Arguments, state and items of a reduced object; the iterators of the last two are read."""
    arguments, *rest = reduced[1:]
    return [arguments, *rest[:1], *(list(items) for items in rest[1:3] if items is not None)]


def short(value: Any) -> str:
    """A value in at most 60 characters."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


if __name__ == "__main__":
    main()
