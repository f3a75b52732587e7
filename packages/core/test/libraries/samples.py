"""Values to call with, by the names that examples use."""

from __future__ import annotations

import builtins
import importlib
from collections.abc import Callable
from typing import Any

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd


def frame() -> pd.DataFrame:
    """Make a table of numbers with a gap, and one of words."""
    return pd.DataFrame(
        {
            "a": [3.0, 1.0, 2.0, None, 1.0, 5.0],
            "b": [1, 2, 3, 4, 5, 6],
            "c": list("xyxyxz"),
        }
    )


def numbers() -> pd.DataFrame:
    """Make a table of numbers without a gap."""
    return pd.DataFrame(
        {
            "a": [3.0, 1.0, 2.0, 4.0, 1.0, 5.0],
            "b": [1.0, 2.0, 3.0, 5.0, 4.0, 6.0],
            "c": [0, 1, 0, 1, 0, 1],
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


# Made when an example first says the name.
MAKERS: dict[str, Callable[[], Any]] = {
    "np": lambda: np,
    "pd": lambda: pd,
    "plt": lambda: plt,
    "df": frame,
    "nums": numbers,
    "s": series,
    "ts": times,
    "arr": lambda: np.array([[3.0, 1.0], [2.0, 5.0]]),
    "vec": lambda: np.array([3.0, 1.0, 2.0]),
    "X": matrix,
    "y": labels,
    "target": lambda: matrix() @ [1.0, 2.0] + labels(),
    "sparse": lambda: importlib.import_module("scipy.sparse").csr_matrix(matrix()),
    "tensor": lambda: importlib.import_module("torch").tensor([[3.0, 1.0], [2.0, 5.0]]),
    "weights": lambda: importlib.import_module("torch").tensor(
        [[1.0, 2.0], [3.0, 4.0]], requires_grad=True
    ),
}


class Names(dict[str, Any]):
    """The names of one example: fresh values, modules by their names."""

    def __missing__(self, name: str) -> Any:
        """Make what the name stands for; Python's own names are left to Python."""
        if name in MAKERS:
            self[name] = MAKERS[name]()
        elif hasattr(builtins, name):
            raise KeyError(name)
        else:
            try:
                self[name] = importlib.import_module(name)
            except ImportError:
                raise KeyError(name) from None
        return self[name]


def evaluate(text: str, names: Names) -> Any:
    """Give the value of an example's text."""
    return eval(compile(text, "<example>", "eval"), names)


def resolve(name: str) -> Any:
    """Import a dotted name; `None` when there is none."""
    pieces = name.split(".")
    for at in range(len(pieces), 0, -1):
        try:
            value = importlib.import_module(".".join(pieces[:at]))
        except BaseException:  # noqa: BLE001, S112
            continue
        for piece in pieces[at:]:
            value = getattr(value, piece, None)
        return value
    return None
