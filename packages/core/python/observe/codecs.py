"""Codecs: the first of json, npz, parquet, joblib that gives exactly the same value back."""

from __future__ import annotations

import json
import os
from typing import Any, Callable

from .difference import Comparison
from .portrait import Node, Painter

CODECS = ("json", "npz", "parquet", "joblib")


class Unfit(Exception):
    """A codec does not keep a value; the message says why."""


def save_json(value: Any, path: str) -> None:
    """Write JSON, floats exactly."""
    if not _is_json(value):
        raise Unfit("not plain JSON data")
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def _is_json(value: Any, depth: int = 0) -> bool:
    if type(value) in (type(None), bool, int, float, str):
        return True
    if depth > 50:
        return False
    if type(value) is list:
        return all(_is_json(item, depth + 1) for item in value)
    return type(value) is dict and all(type(k) is str and _is_json(v, depth + 1) for k, v in value.items())


def load_json(path: str) -> Any:
    """Read what :func:`save_json` wrote."""
    with open(path, encoding="utf-8") as file:
        return json.loads(file.read())


def save_npz(value: Any, path: str) -> None:
    """Write one array under the name ``value``, never a pickle."""
    import numpy

    if type(value) is not numpy.ndarray or value.dtype.hasobject:
        raise Unfit("not a plain array")
    with open(path, "wb") as file:
        numpy.savez(file, value=value)


def load_npz(path: str) -> Any:
    """Read what :func:`save_npz` wrote."""
    import numpy

    with numpy.load(path, allow_pickle=False) as archive:
        return archive["value"]


def save_parquet(value: Any, path: str) -> None:
    """Write a frame with its index."""
    import pandas

    if type(value) is not pandas.DataFrame:
        raise Unfit("not a DataFrame")
    value.to_parquet(path)


def load_parquet(path: str) -> Any:
    """Read what :func:`save_parquet` wrote."""
    import pandas

    return pandas.read_parquet(path)


def save_joblib(value: Any, path: str) -> None:
    """Write a pickle by joblib."""
    import joblib

    joblib.dump(value, path)


def load_joblib(path: str) -> Any:
    """Read what :func:`save_joblib` wrote."""
    import joblib

    return joblib.load(path)


SAVERS: dict[str, Callable[[Any, str], None]] = {
    "json": save_json,
    "npz": save_npz,
    "parquet": save_parquet,
    "joblib": save_joblib,
}
LOADERS: dict[str, Callable[[str], Any]] = {
    "json": load_json,
    "npz": load_npz,
    "parquet": load_parquet,
    "joblib": load_joblib,
}


def _candidates(value: Any) -> list[str]:
    root = (type(value).__module__ or "").split(".")[0]
    native = {"builtins": ["json"], "numpy": ["npz"], "pandas": ["parquet"]}.get(root, [])
    return [*native, "joblib"]


def _is_exact(node: Node, path: str, codec: str) -> bool:
    found = Comparison()
    found.compare(node, Painter(keep=False).paint(LOADERS[codec](path)))
    return found.different is None and found.opaque is None and not found.rewritten and found.close == 0


def choose_codec(value: Any, stem: str, node: Node | None) -> tuple[str | None, str, str | None]:
    """Save a value beside ``stem`` with the first exact codec; return codec, reason if there is none, and the file.

    ``node`` is the portrait of the value, if it is complete.
    """
    if node is None:
        return None, "its parts cannot all be looked at, so no codec can be shown to keep it", None
    reasons = []
    for codec in _candidates(value):
        path = "%s.%s" % (stem, codec)
        try:
            SAVERS[codec](value, path)
            exact = _is_exact(node, path, codec)
        except Unfit as error:
            reasons.append("%s: %s" % (codec, error))
        except Exception as error:
            reasons.append("%s: %s" % (codec, (str(error) or type(error).__name__).split("\n")[0][:120]))
        else:
            if exact:
                return codec, "", path
            reasons.append("%s gives another value back" % codec)
        if os.path.exists(path):
            os.remove(path)
    return None, "; ".join(reasons), None
