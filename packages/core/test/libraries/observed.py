"""What can be seen of values and of the world before and after a call."""

from __future__ import annotations

import contextlib
import os
import pickle
import random
import sys
import types
from collections.abc import Iterator
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from scipy import sparse
from scipy.stats import rv_continuous, rv_discrete
from sklearn.base import BaseEstimator

ATOMS = (str, int, float, complex, bool, bytes, type(None), type, range, slice)
OPAQUE = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.ModuleType,
    types.GeneratorType,
)


def fingerprint(value: Any, depth: int = 0) -> Any:
    """Give a value that is equal exactly when what can be read of the object is."""
    if isinstance(value, np.random.RandomState):
        return str(value.get_state())
    if isinstance(value, np.random.Generator):
        return str(value.bit_generator.state)
    if isinstance(value, random.Random):
        return value.getstate()
    if isinstance(value, ATOMS) or isinstance(value, OPAQUE) or depth > 6:
        return repr(value) if isinstance(value, ATOMS) else None
    if isinstance(value, pd.DataFrame):
        return (
            repr(value.columns),
            [fingerprint(value.iloc[:, at], depth + 1) for at in range(value.shape[1])],
        )
    if isinstance(value, pd.Series):
        return (value.name, str(value.dtype), repr(value.index), repr(value.to_dict()))
    if isinstance(value, pd.Index):
        return (repr(value), value.names)
    if type(value).__module__.startswith("pandas.") and not isinstance(
        value, pd.Timestamp | pd.Timedelta | pd.Period
    ):
        # Lazy views keep caches; what they show is what they look at.
        looked_at = next(
            (
                getattr(value, name)
                for name in ("obj", "_parent", "data")
                if hasattr(value, name)
            ),
            None,
        )
        return (type(value).__name__, fingerprint(looked_at, depth + 1))
    if isinstance(value, np.ndarray):
        return (
            str(value.dtype),
            value.shape,
            value.strides if value.dtype == object else value.tobytes(),
        )
    if isinstance(value, dict):
        return [
            (repr(key), fingerprint(held, depth + 1)) for key, held in value.items()
        ]
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    if isinstance(value, list | tuple):
        return [fingerprint(held, depth + 1) for held in value]
    if isinstance(value, BaseEstimator):
        return fingerprint(vars(value), depth + 1)
    if sparse.issparse(value):
        return (value.shape, value.toarray().tobytes())  # Its flags are caches.
    if isinstance(value, rv_continuous | rv_discrete):
        return None  # Distributions hold the global generator.
    if type(value).__module__.endswith(("_kd_tree", "_ball_tree")):
        return None  # They count their queries.
    try:
        return pickle.dumps(value)
    except Exception:
        return None


def shares(result: Any, value: Any) -> bool:
    """Tell whether a change of one can show in the other, as far as containers and arrays go."""
    mutable = parts(value)
    if any(part is other for part in parts(result) for other in mutable):
        return True
    arrays = [part for part in mutable if isinstance(part, np.ndarray)]
    return any(
        np.shares_memory(part, other)
        for part in parts(result)
        if isinstance(part, np.ndarray) and part.flags.writeable
        for other in arrays
    )


def parts(value: Any, depth: int = 0) -> list[Any]:
    """List a value and the elements of containers, as far as they can change."""
    if (
        isinstance(value, ATOMS)
        or isinstance(value, pd.Index)
        or isinstance(value, OPAQUE)
    ):
        return []
    if isinstance(value, list | tuple | set) and depth < 3:
        inner = [part for held in value for part in parts(held, depth + 1)]
        return inner if isinstance(value, tuple) else [value, *inner]
    if isinstance(value, dict) and depth < 3:
        return [
            value,
            *(part for held in value.values() for part in parts(held, depth + 1)),
        ]
    if isinstance(value, np.ndarray | pd.DataFrame | pd.Series | BaseEstimator):
        return [value]
    return []


def world() -> dict[str, Any]:
    """Read every resource that a call may change."""
    return {
        "random.python": random.getstate(),
        "random.numpy": repr(np.random.get_state()),
        "environment": dict(os.environ),
        "working-directory": os.getcwd(),
        "sys.path": list(sys.path),
        "figure": [
            (number, len(plt.figure(number).findobj())) for number in plt.get_fignums()
        ],
        "options": (
            repr(dict(mpl.rcParams)),
            repr(np.geterr()),
            repr(np.get_printoptions()),
            panda_options(),
        ),
        "files": [
            (entry.path, entry.stat().st_size)
            for entry in sorted(os.scandir("."), key=lambda e: e.path)
        ],
    }


def panda_options() -> str:
    """Give pandas' display options as text."""
    return repr(
        [
            pd.get_option(name)
            for name in (
                "display.max_rows",
                "display.precision",
                "mode.chained_assignment",
            )
        ]
    )


@contextlib.contextmanager
def changed_resources() -> Iterator[set[str]]:
    """Collect the resources that change within the block."""
    before = world()
    changed: set[str] = set()
    yield changed
    after = world()
    changed |= {name for name, value in before.items() if after[name] != value}
