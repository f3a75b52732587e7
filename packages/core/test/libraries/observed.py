"""What can be seen of values before and after a call."""

from __future__ import annotations

import contextlib
import pickle
import random
import sys
import types
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
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
# Objects of these packages are looked into: what they hold is theirs.
OPENED = {"sklearn", "statsmodels", "xgboost", "lightgbm", "torch", "requests"}
CACHES = {"_cache", "_stop_words_id"}
DEEPEST = 6
DEEPEST_PART = 3


def fingerprint(value: Any, depth: int = 0) -> Any:
    """Give a value that is equal exactly when what can be read of the object is."""
    if isinstance(value, ATOMS):
        return repr(value)
    if isinstance(value, OPAQUE) or depth > DEEPEST:
        return None
    for look in (of_generator, of_pandas, of_torch, of_model):
        seen = look(value, depth)
        if seen is not NotImplemented:
            return seen
    if isinstance(value, np.ndarray):
        return (
            str(value.dtype),
            value.shape,
            [fingerprint(held, depth + 1) for held in value.ravel()]
            if value.dtype == object
            else value.tobytes(),
        )
    if isinstance(value, dict):
        return [
            (repr(key), fingerprint(held, depth + 1))
            for key, held in list(value.items())
        ]
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    if isinstance(value, list | tuple):
        return [fingerprint(held, depth + 1) for held in value]
    if isinstance(value, Artist):
        return [str(part) for part in value.findobj()]
    if sparse.issparse(value):
        return (value.shape, value.toarray().tobytes())  # Its flags are caches.
    if isinstance(value, rv_continuous | rv_discrete):
        return None  # Distributions hold the global generator.
    if type(value).__module__.endswith(("_kd_tree", "_ball_tree")):
        return None  # They count their queries.
    if package_of(value) == "seaborn":
        return fingerprint(getattr(value, "figure", None), depth + 1)
    if package_of(value) in OPENED:
        return fingerprint(
            {name: held for name, held in vars_of(value).items() if name not in CACHES},
            depth + 1,
        )
    try:
        return pickle.dumps(value)
    except Exception:  # noqa: BLE001
        return None


def of_generator(value: Any, _: int) -> Any:
    """Look at the state of a random generator."""
    if isinstance(value, np.random.RandomState):
        return str(value.get_state())
    if isinstance(value, np.random.Generator):
        return str(value.bit_generator.state)
    if isinstance(value, random.Random):
        return value.getstate()
    return NotImplemented


def of_pandas(value: Any, depth: int) -> Any:
    """Look at a table, or at the table behind a view."""
    if isinstance(value, pd.DataFrame):
        return (
            repr(value.columns),
            repr(value.attrs),
            [fingerprint(value.iloc[:, at], depth + 1) for at in range(value.shape[1])],
        )
    if isinstance(value, pd.Series):
        return (value.name, str(value.dtype), repr(value.index), repr(value.to_dict()))
    if isinstance(value, pd.Index):
        return (repr(value), value.names)
    if isinstance(value, pd.Categorical):
        return repr(value)
    if not type(value).__module__.startswith("pandas.") or isinstance(
        value, pd.Timestamp | pd.Timedelta | pd.Period
    ):
        return NotImplemented
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


def of_torch(value: Any, depth: int) -> Any:
    """Look at a tensor and its gradient, at the parameters of a module, at the state of an optimizer."""
    torch = sys.modules.get("torch")
    if torch is None:
        return NotImplemented
    if isinstance(value, torch.Generator):
        return bytes(value.get_state().numpy())
    if isinstance(value, torch.Tensor):
        return (
            str(value.dtype),
            tuple(value.shape),
            value.requires_grad,
            repr(value.detach().tolist()),
            fingerprint(value.grad if value.is_leaf else None, depth + 1),
        )
    if isinstance(value, torch.nn.Module):
        held = [*value.parameters(), *value.buffers()]
        return (repr(value), value.training, fingerprint(held, depth + 1))
    if hasattr(value, "state_dict"):
        return fingerprint(value.state_dict(), depth + 1)
    return NotImplemented


def of_model(value: Any, depth: int) -> Any:
    """Look at what a model was made from and found, not at what it remembers to have computed."""
    if package_of(value) == "statsmodels":
        names = ("params", "endog", "exog", "model", "df_model", "df_resid")
        return fingerprint([vars_of(value).get(name) for name in names], depth + 1)
    if hasattr(value, "model_to_string"):
        return value.model_to_string()
    if hasattr(value, "save_raw"):
        return bytes(value.save_raw("json"))
    return NotImplemented


def package_of(value: Any) -> str:
    """Name the package that an object's class is of."""
    return type(value).__module__.partition(".")[0]


def vars_of(value: Any) -> dict[str, Any]:
    """Give the attributes of an object that has any."""
    with contextlib.suppress(TypeError):
        return vars(value)
    return {}


def shares(result: Any, value: Any) -> bool:
    """Tell whether a change of one can show in the other."""
    mutable = parts(value)
    found = parts(result)
    known = {id(part) for part in mutable}
    if any(id(part) in known for part in found):
        return True
    arrays = [memory for part in mutable if (memory := memory_of(part)) is not None]
    return any(
        np.shares_memory(memory, other)
        for part in found
        if (memory := memory_of(part)) is not None and memory.flags.writeable
        for other in arrays
    )


def memory_of(part: Any) -> np.ndarray | None:
    """Give the array in which a part has its values."""
    if isinstance(part, np.ndarray):
        return part
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(part, torch.Tensor):
        with contextlib.suppress(Exception):
            return part.detach().numpy()
    return None


def parts(value: Any, depth: int = 0) -> list[Any]:
    """List a value and what it is made of, as far as it can change."""
    if isinstance(value, (*ATOMS, *OPAQUE, pd.Index)):
        return []
    deeper = depth < DEEPEST_PART
    if isinstance(value, list | tuple | set) and deeper:
        inner = [part for held in value for part in parts(held, depth + 1)]
        return inner if isinstance(value, tuple) else [value, *inner]
    if isinstance(value, dict) and deeper:
        return [
            value,
            *(part for held in value.values() for part in parts(held, depth + 1)),
        ]
    if isinstance(value, np.ndarray | pd.DataFrame | pd.Series | Artist):
        return [value]
    if sparse.issparse(value):
        return [value, *parts(getattr(value, "data", None), depth + 1)]
    if isinstance(value, BaseEstimator) or package_of(value) in OPENED:
        held = [
            part
            for part in vars_of(value).values()
            if isinstance(part, np.ndarray | pd.DataFrame | pd.Series)
            or package_of(part) in OPENED
        ]
        return [
            value,
            *(part for one in held if deeper for part in parts(one, depth + 1)),
        ]
    return []
