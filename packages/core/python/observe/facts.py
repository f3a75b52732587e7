"""What is recorded of a value: its type, shape, columns, a short text."""

from __future__ import annotations

import math
import reprlib
from typing import Any

from .names import is_own, type_name

LOOKED_AT = 10_000
COLUMNS = 500


def type_facts(value: Any, depth: int = 0) -> dict[str, Any]:
    """Return the type of a value, with the types of what builtin containers and arrays hold."""
    kind = type(value)
    facts: dict[str, Any] = {"name": type_name(kind)}
    if depth > 4:
        return facts
    if kind is dict and value:
        keys, items = list(value)[:LOOKED_AT], list(value.values())[:LOOKED_AT]
        facts["arguments"] = [_union(keys, depth), _union(items, depth)]
    elif kind in (list, set, frozenset) and value:
        facts["arguments"] = [_union(list(value)[:LOOKED_AT], depth)]
    elif kind is tuple and 0 < len(value) <= 10:
        facts["arguments"] = [type_facts(item, depth + 1) for item in value]
    elif kind is tuple and value:
        facts["arguments"] = [_union(list(value)[:LOOKED_AT], depth), {"name": "..."}]
    elif facts["name"] in ("numpy.ndarray", "numpy.ma.MaskedArray") and hasattr(value.dtype, "type"):
        facts["arguments"] = [{"name": "object" if value.dtype.hasobject else type_name(value.dtype.type)}]
    return facts


def _union(items: list[Any], depth: int) -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = {}
    for item in items:
        facts = type_facts(item, depth + 1)
        found[repr(facts)] = facts
    if len(found) == 1:
        return next(iter(found.values()))
    return {"name": "Union", "arguments": [found[key] for key in sorted(found)][:10]}


def shape_of(value: Any) -> list[int] | None:
    """Return rows and columns of a table, dimensions of an array."""
    if is_own(type(value).__module__) or isinstance(value, type):
        return None
    root = (type(value).__module__ or "").split(".")[0]
    shape = (
        getattr(value, "shape", None) if root in ("numpy", "pandas", "polars", "scipy", "torch", "pyarrow") else None
    )
    try:
        return None if shape is None else [int(size) for size in shape]
    except (TypeError, ValueError):
        return None


def columns_of(value: Any) -> list[dict[str, Any]] | None:
    """Return dtype, nulls, range and categories of the columns of a frame."""
    if type_name(type(value)) != "pandas.DataFrame":
        return None
    found = []
    for position in range(min(value.shape[1], COLUMNS)):
        series = value.iloc[:, position]
        facts = {
            "name": str(value.columns[position]),
            "dtype": str(series.dtype),
            "nullable": bool(series.isna().any()),
        }
        try:
            _describe(series, facts)
        except Exception:  # a column of exotic objects has no range and no categories
            pass
        found.append(facts)
    return found


def _describe(series: Any, facts: dict[str, Any]) -> None:
    import pandas

    types = pandas.api.types
    if types.is_bool_dtype(series.dtype):
        return
    if types.is_numeric_dtype(series.dtype):
        low, high = series.min(), series.max()
        if len(series) and math.isfinite(low) and math.isfinite(high):
            facts["range"] = [_number(low), _number(high)]
            numbers = series.dropna().to_numpy(dtype="float64")
            facts["weighted"] = float((numbers * (pandas.RangeIndex(len(numbers)).to_numpy() % 97 + 1)).mean())
    elif isinstance(series.dtype, pandas.CategoricalDtype):
        if len(series.cat.categories) <= 20:
            facts["categories"] = sorted(str(category) for category in series.cat.categories)
    elif types.is_string_dtype(series.dtype) or series.dtype == object:
        unique = series.dropna().unique()
        repeats = 2 * len(unique) <= len(series)  # texts of single rows are no categories
        if repeats and len(unique) <= 20 and all(isinstance(item, str) for item in unique):
            facts["categories"] = sorted(map(str, unique))


def _number(value: Any) -> Any:
    plain = value.item() if hasattr(value, "item") else value
    return plain if isinstance(plain, (int, float)) else float(plain)


class _Short(reprlib.Repr):
    """Texts of values without calling what the notebook wrote."""

    def repr1(self, x: Any, level: int) -> str:
        if is_own(type(x).__module__):
            return "<%s>" % type(x).__qualname__
        return super().repr1(x, level)


def short_text(value: Any) -> str:
    """Return at most 200 characters; ``__repr__`` methods of the notebook are not called."""
    short = _Short()
    short.maxstring = short.maxother = 160
    short.maxlist = short.maxtuple = short.maxdict = short.maxset = 20
    shape = shape_of(value)
    try:
        if shape is not None and math.prod(shape) > 1000:
            return "%s of shape %s" % (type_name(type(value)), " x ".join(map(str, shape)))
        text = short.repr(value)
    except Exception as error:
        text = "<%s: repr raises %s>" % (type(value).__qualname__, type(error).__name__)
    return text if len(text) <= 200 else text[:197] + "..."
