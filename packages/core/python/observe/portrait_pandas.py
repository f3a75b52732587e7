"""Portraits of pandas and polars values."""

from __future__ import annotations

from typing import Any

from .portrait import LIBRARIES, Node, Painter
from .portrait_numpy import paint_array


def paint_pandas(painter: Painter, node: Node, value: Any) -> bool:
    """Fill in frames, series, indexes, arrays and scalars of pandas."""
    import pandas

    if isinstance(value, pandas.DataFrame):
        columns = [value.iloc[:, i] for i in range(value.shape[1])]
        node[2] = list(value.shape)
        node[3] += [[".index", painter.paint(value.index)], [".columns", painter.paint(value.columns)]]
        labels = ["column %r" % (name,) for name in value.columns.tolist()]
        node[3] += [[label, _column(painter, column.array)] for label, column in zip(labels, columns)]
        node[3].append([".attrs", painter.paint(dict(value.attrs))])
    elif isinstance(value, pandas.Series):
        node[3] += [
            [".name", painter.paint(value.name)],
            [".index", painter.paint(value.index)],
            ["", _column(painter, value.array)],
            [".attrs", painter.paint(dict(value.attrs))],
        ]
    elif isinstance(value, pandas.Index):
        _index(painter, node, value)
    elif isinstance(value, pandas.api.extensions.ExtensionArray):
        node[3].append(["", _column(painter, value)])
    elif isinstance(value, (pandas.Timestamp, pandas.Timedelta)):
        node[0], node[2] = "scalar", "%r %s" % (value, getattr(value, "unit", "ns"))
    elif (
        value is pandas.NaT
        or value is pandas.NA
        or isinstance(value, (pandas.Period, pandas.api.extensions.ExtensionDtype))
    ):
        node[0], node[2] = "scalar", repr(value)
    else:
        return False
    return True


def _index(painter: Painter, node: Node, value: Any) -> None:
    import pandas

    node[3].append([".names", painter.paint(list(value.names))])
    if isinstance(value, pandas.RangeIndex):
        node[2] = [value.start, value.stop, value.step]
    elif isinstance(value, pandas.MultiIndex):
        for level in range(value.nlevels):
            node[3].append(["level %d" % level, _column(painter, value.get_level_values(level).array)])
    else:
        node[2] = getattr(value, "freqstr", None)
        node[3].append(["", _column(painter, value.array)])


def _column(painter: Painter, array: Any) -> Node:
    """Return the node of the elements of a column; the array object itself carries no identity."""
    import numpy
    import pandas

    node: Node = ["parts", "elements", str(array.dtype), []]
    if isinstance(array, pandas.Categorical):
        node[3] += [
            [".categories", painter.paint(array.categories)],
            [".ordered", painter.paint(bool(array.ordered))],
            [".codes", painter.paint(numpy.asarray(array.codes))],
        ]
    elif hasattr(array, "asi8"):
        block: Node = ["parts", "elements", None, []]
        paint_array(painter, block, numpy.asarray(array.asi8))
        node[3].append(["", block])
    elif type(array).__name__ in ("NumpyExtensionArray", "PandasArray"):
        block = ["parts", "elements", None, []]
        paint_array(painter, block, array.to_numpy())
        node[3].append(["", block])
    else:
        items: Node = ["parts", "elements", None, []]
        painter.sequence(items, [_element(item) for item in array.astype(object).tolist()])
        node[3].append(["", items])
    return node


def _element(value: Any) -> Any:
    """Return an element of a nullable or text column; its missing value is one, whatever stands for it."""
    if value is None or type(value) is float and value != value:
        return None
    return None if type(value).__name__ in ("NAType", "NaTType") else value


def paint_polars(painter: Painter, node: Node, value: Any) -> bool:
    """Fill in polars frames and series by their elements."""
    if type(value).__name__ == "DataFrame":
        node[2] = list(value.shape)
        node[3] += [["column %r" % name, painter.paint(value[name])] for name in value.columns]
        return True
    if type(value).__name__ == "Series":
        node[2] = [value.name, str(value.dtype)]
        items: Node = ["parts", "elements", None, []]
        painter.sequence(items, value.to_list())
        node[3].append(["", items])
        return True
    return False


LIBRARIES["pandas"] = paint_pandas
LIBRARIES["polars"] = paint_polars
