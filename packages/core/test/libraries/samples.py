"""Values to call with: receivers by type, arguments from a pool."""

from __future__ import annotations

import copy
import functools
import importlib
import io
import itertools
import random
from collections.abc import Callable
from typing import Any

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402


def frame() -> pd.DataFrame:
    """Make a table of numbers with a gap, and one of words."""
    return pd.DataFrame(
        {
            "a": [3.0, 1.0, 2.0, None, 1.0, 5.0],
            "b": [1, 2, 3, 4, 5, 6],
            "c": list("xyxyxz"),
        }
    )


def series() -> pd.Series:
    """Make a column of numbers with a gap."""
    return pd.Series([3.0, 1.0, 2.0, None, 1.0, 5.0], name="a")


def times() -> pd.Series:
    """Make a column of days."""
    return pd.Series(pd.date_range("2024-01-01", periods=4), name="t")


def matrix() -> np.ndarray:
    """Make features of twelve rows."""
    return np.arange(24, dtype=float).reshape(12, 2) % 7


def labels() -> np.ndarray:
    """Make a class for each row of the features."""
    return np.array([0, 1] * 6)


RECEIVERS: dict[str, Callable[[], Any]] = {
    "builtins.str": lambda: "some words",
    "builtins.int": lambda: 42,
    "builtins.float": lambda: 2.5,
    "builtins.complex": lambda: 1j,
    "builtins.bytes": lambda: b"some words",
    "builtins.bytearray": lambda: bytearray(b"some words"),
    "builtins.memoryview": lambda: memoryview(bytearray(b"words")),
    "builtins.range": lambda: range(5),
    "builtins.slice": lambda: slice(1, 4),
    "builtins.list": lambda: [[3], [1], [2]],
    "builtins.tuple": lambda: ([3], [1]),
    "builtins.dict": lambda: {"a": [1], "b": [2]},
    "builtins.set": lambda: {1, 2, 3},
    "builtins.frozenset": lambda: frozenset({1, 2}),
    "builtins.generator": lambda: (n for n in range(3)),
    "builtins.BaseException": lambda: BaseException("x"),
    "io.StringIO": lambda: io.StringIO("a\nb\n"),
    "io.BytesIO": lambda: io.BytesIO(b"a\nb\n"),
    "random.Random": lambda: random.Random(1),
    "collections.deque": lambda: importlib.import_module("collections").deque(
        [3, 1, 2]
    ),
    "collections.Counter": lambda: importlib.import_module("collections").Counter(
        "abca"
    ),
    "collections.OrderedDict": lambda: importlib.import_module(
        "collections"
    ).OrderedDict(a=[1], b=[2]),
    "datetime.date": lambda: importlib.import_module("datetime").date(2024, 1, 2),
    "datetime.datetime": lambda: importlib.import_module("datetime").datetime(
        2024, 1, 2, 3, 4
    ),
    "datetime.time": lambda: importlib.import_module("datetime").time(3, 4),
    "datetime.timedelta": lambda: importlib.import_module("datetime").timedelta(1),
    "decimal.Decimal": lambda: importlib.import_module("decimal").Decimal("2.5"),
    "fractions.Fraction": lambda: importlib.import_module("fractions").Fraction(1, 3),
    "re.Pattern": lambda: importlib.import_module("re").compile("w(o)"),
    "re.Match": lambda: importlib.import_module("re").search("w(o)", "some words"),
    "pathlib.PurePath": lambda: importlib.import_module("pathlib").PurePath("a/b.csv"),
    "numpy.ndarray": lambda: np.array([[3.0, 1.0], [2.0, 5.0]]),
    "numpy.generic": lambda: np.float64(2.5),
    "numpy.poly1d": lambda: np.poly1d([1.0, 2.0]),
    "numpy.random.RandomState": lambda: np.random.RandomState(1),
    "numpy.random.Generator": lambda: np.random.default_rng(1),
    "pandas.NDFrame": lambda: series(),
    "pandas.DataFrame": frame,
    "pandas.Series": series,
    "pandas.Index": lambda: pd.Index([3, 1, 2], name="i"),
    "pandas.MultiIndex": lambda: pd.MultiIndex.from_product([[1, 2], ["a", "b"]]),
    "pandas.DatetimeIndex": lambda: pd.date_range("2024-01-01", periods=4),
    "pandas.StringMethods": lambda: pd.Series(["ab c", "d e"]).str,
    "pandas.IndexStringMethods": lambda: pd.Index(["ab c", "d e"]).str,
    "pandas.DatetimeProperties": lambda: times().dt,
    "pandas.CategoricalAccessor": lambda: pd.Series(list("aba"), dtype="category").cat,
    "pandas.Categorical": lambda: pd.Categorical(list("aba")),
    "pandas.PlotAccessor": lambda: frame()[["a", "b"]].plot,
    "pandas.GroupBy": lambda: frame()[["b", "c"]].groupby("c"),
    "pandas.DataFrameGroupBy": lambda: frame()[["b", "c"]].groupby("c"),
    "pandas.SeriesGroupBy": lambda: frame().groupby("c")["b"],
    "pandas.Rolling": lambda: series().rolling(2),
    "pandas.Styler": lambda: frame().style,
    "pandas.Timestamp": lambda: pd.Timestamp("2024-01-02"),
    "pandas.Timedelta": lambda: pd.Timedelta("1D"),
    "pandas.Period": lambda: pd.Period("2024-01", "M"),
    "matplotlib.axes.Axes": lambda: plt.subplots()[1],
    "matplotlib.figure.Figure": lambda: plt.figure(),
    "matplotlib.Artist": lambda: plt.plot([1, 2])[0],
    "scipy.sparse.csr_matrix": lambda: importlib.import_module(
        "scipy.sparse"
    ).csr_matrix(matrix()),
}


def receiver(name: str) -> Callable[[], Any] | None:
    """Give a maker of a value of a class: from the table, a fitted estimator, or a distribution."""
    if name in RECEIVERS:
        return RECEIVERS[name]
    if name.startswith("sklearn."):
        return estimator(name)
    if name.startswith("scipy.stats.rv_"):
        return lambda: resolve(
            "scipy.stats.poisson" if "discrete" in name else "scipy.stats.norm"
        )
    return None


def estimator(name: str) -> Callable[[], Any] | None:
    """Give a maker of an estimator that is fitted to few rows, if it can be made without arguments."""
    made = resolve(name)
    if not isinstance(made, type) or not hasattr(made, "fit"):
        return None
    try:
        made()
    except TypeError:
        return None

    @functools.cache
    def fitted() -> Any:
        model = made()
        for arguments in (
            (matrix(), labels()),
            (labels(), labels()),
            (["a b", "b c"],),
        ):
            try:
                return model.fit(*arguments)
            except Exception:  # noqa: S112
                continue
        return model

    return lambda: copy.deepcopy(fitted())


def resolve(name: str) -> Any:
    """Import a dotted name; `None` when there is none."""
    pieces = name.split(".")
    for at in range(len(pieces), 0, -1):
        try:
            value = importlib.import_module(".".join(pieces[:at]))
        except Exception:  # noqa: S112
            continue
        for piece in pieces[at:]:
            value = getattr(value, piece, None)
        return value
    return None


def pool() -> list[Callable[[], list[Any]]]:
    """List makers of arguments, the likeliest first; each makes fresh values."""
    one: list[Callable[[], Any]] = [
        lambda: 2,
        lambda: "a",
        lambda: 0.5,
        lambda: [3, 1, 2],
        lambda: np.array([[3.0, 1.0], [2.0, 5.0]]),
        lambda: np.array([3.0, 1.0, 2.0]),
        lambda: matrix(),
        lambda: frame(),
        lambda: series(),
        lambda: abs,
        lambda: b"a",
        lambda: {"a": 1},
        lambda: "%Y",
    ]
    two: list[tuple[Callable[[], Any], Callable[[], Any]]] = [
        (matrix, labels),
        (labels, labels),
        *itertools.product(one[:2], one[:2]),
        (one[5], one[5]),
        (one[4], one[4]),
        (one[5], one[0]),
        (one[9], one[3]),
        (one[1], one[3]),
        (one[3], one[3]),
        (one[7], one[7]),
        (one[5], one[2]),
    ]
    return [
        list,
        *((lambda a=a: [a()]) for a in one),
        *((lambda a=a, b=b: [a(), b()]) for a, b in two),
        lambda: [2, 0, 5],
        lambda: ["a", "b", "c"],
        lambda: [np.array([1.0, 2.0]), 0, 1],
    ]


def fitting_pool() -> list[Callable[[], list[Any]]]:
    """List makers of arguments for methods of estimators."""
    return [
        lambda: [matrix(), labels()],
        lambda: [matrix()],
        list,
        lambda: [labels(), labels()],
        lambda: [labels()],
    ]


def names() -> dict[str, Any]:
    """Give the names that examples may use."""
    modules = (
        "math",
        "json",
        "os",
        "re",
        "random",
        "itertools",
        "functools",
        "io",
        "copy",
        "html",
        "scipy",
        "sklearn",
    )
    return {
        **{name: importlib.import_module(name) for name in modules},
        "np": np,
        "pd": pd,
        "plt": plt,
        "df": frame(),
        "s": series(),
        "arr": np.array([[3.0, 1.0], [2.0, 5.0]]),
    }


def close_figures() -> None:
    """Forget the figures that a call made."""
    plt.close("all")
