"""Whether a result has the type that a spec says."""

from __future__ import annotations

import numbers
from typing import Any

import numpy as np
import pandas as pd
import scipy.sparse
import sklearn.utils
from pandas.core.groupby import GroupBy
from pandas.core.resample import Resampler
from pandas.core.window import Expanding, ExponentialMovingWindow, Rolling
from samples import resolve

GROUPED = (GroupBy, Resampler)
WINDOWS = (Rolling, Expanding, ExponentialMovingWindow)
# Kinds that a spec names though no library has them as one class.
KINDS: dict[str, Any] = {
    "pandas.NDFrame": (pd.DataFrame, pd.Series),
    "pandas.GroupBy": (*GROUPED, *WINDOWS),
    "pandas.Rolling": (*WINDOWS, *GROUPED),
    "pandas.DataFrameGroupBy": GROUPED,
    "pandas.SeriesGroupBy": GROUPED,
    "pandas.Scalar": (
        numbers.Number,
        np.generic,
        pd.Timestamp,
        pd.Timedelta,
        type(pd.NaT),
    ),
    "builtins.int": (int, np.integer),
    "builtins.float": (float, np.floating, int),
    "builtins.bool": (bool, np.bool_),
    "pandas.Values": (np.ndarray, pd.api.extensions.ExtensionArray),
    "numpy.Result": (
        np.ndarray,
        numbers.Number,
        np.generic,
        pd.DataFrame,
        pd.Series,
        pd.Index,
    ),
    "numpy.Numbers": (np.ndarray, numbers.Number, np.generic),
    "numpy.Arrays": (tuple, list, np.ndarray),
    "sklearn.LoadedArrays": sklearn.utils.Bunch,
    "sklearn.LoadedTables": sklearn.utils.Bunch,
    "sklearn.LoadedNames": (list, np.ndarray),
    "pandas.Located": object,
    "pandas.Rows": object,
    "sklearn.Matrix": (
        np.ndarray,
        pd.DataFrame,
        scipy.sparse.csr_matrix,
        scipy.sparse.csr_array,
    ),
    "matplotlib.Drawing": object,
    "matplotlib.Artist": object,
}


def said_of_each(value: Any, said: list[str], receiver: Any) -> bool:
    """Tell whether a tuple or list has one value of each type."""
    return (
        isinstance(value, tuple | list)
        and len(value) == len(said)
        and all(
            is_a(held, name, receiver) for held, name in zip(value, said, strict=True)
        )
    )


def is_a(value: Any, said: str, receiver: Any) -> bool:
    """Tell whether a value is of the type that a spec says; nothing said is always true."""
    if said == "":
        return True
    if said == "self":
        return (
            receiver is None
            or value is None
            or isinstance(value, type(receiver).__mro__[-2])
        )
    name = said if "." in said else f"builtins.{said}"
    if ", " in said:
        return said_of_each(value, said.split(", "), receiver)
    if name == "builtins.NoneType":
        return value is None
    kind = KINDS.get(name) or resolve(name)
    return (
        not isinstance(kind, type | tuple) or value is None or isinstance(value, kind)
    )
