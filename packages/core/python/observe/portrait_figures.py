"""Portraits of matplotlib figures: what is drawn, not how the objects are wired."""

from __future__ import annotations

import re
from typing import Any

from .portrait import LIBRARIES, Node, Painter

ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
ASPECTS = "xydata offsets array verts paths xy width height text color facecolor edgecolor linewidth linestyle marker"
ASPECTS += " alpha visible zorder"


def paint_matplotlib(painter: Painter, node: Node, value: Any) -> bool:
    """Fill in figures, axes and artists."""
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.cbook import CallbackRegistry
    from matplotlib.figure import FigureBase
    from matplotlib.transforms import TransformNode

    painter.partial = True
    if isinstance(value, FigureBase):
        title = getattr(value, "_suptitle", None)
        node[2] = title.get_text() if title else None
        if hasattr(value, "get_size_inches"):
            node[3].append(
                [".size", painter.paint([float(x) for x in value.get_size_inches()] + [float(value.get_dpi())])]
            )
        node[3] += [["axes %d" % i, painter.paint(axes)] for i, axes in enumerate(value.axes)]
    elif isinstance(value, Axes):
        _axes(painter, node, value)
    elif isinstance(value, Artist):
        _artist(painter, node, value)
    elif isinstance(value, TransformNode):
        _transform(painter, node, value)
    elif isinstance(value, CallbackRegistry):
        node[2] = "who is told of changes"
    else:
        return False
    return True


def _axes(painter: Painter, node: Node, axes: Any) -> None:
    legend = axes.get_legend()
    facts = {
        "title": axes.get_title(),
        "labels": [axes.get_xlabel(), axes.get_ylabel()],
        "limits": [float(x) for x in (*axes.get_xlim(), *axes.get_ylim())],
        "scales": [axes.get_xscale(), axes.get_yscale()],
        "position": [float(x) for x in axes.get_position(original=True).bounds],
        "legend": None if legend is None else [text.get_text() for text in legend.get_texts()],
    }
    node[3] += [["." + name, painter.paint(fact)] for name, fact in facts.items()]
    for group in ("lines", "patches", "collections", "texts", "images"):
        node[3] += [["%s[%d]" % (group, i), painter.paint(artist)] for i, artist in enumerate(getattr(axes, group))]


def _transform(painter: Painter, node: Node, transform: Any) -> None:
    """Fill in a transform by its matrix or parts: who depends on it, and whether it is up to date, is wiring."""
    if getattr(transform, "is_affine", False) and hasattr(transform, "get_matrix"):
        node[3].append([".matrix", painter.paint(transform.get_matrix())])
        return
    state = {name: part for name, part in vars(transform).items() if name not in ("_parents", "_invalid")}
    node[3] += [["." + name, painter.paint(state[name])] for name in sorted(state)]


def _artist(painter: Painter, node: Node, artist: Any) -> None:
    label = str(artist.get_label())
    node[2] = "" if label.startswith("_") else label
    for aspect in ASPECTS.split():
        getter = getattr(artist, "get_" + aspect, None)
        if getter is None:
            continue
        try:
            found = getter()
        except Exception:
            continue
        node[3].append(["." + aspect, _plain(painter, found)])


def _plain(painter: Painter, found: Any) -> Node:
    if isinstance(found, (list, tuple)) and found and hasattr(found[0], "vertices"):
        return painter.paint([path.vertices for path in found])
    if isinstance(found, (str, int, float, bool, list, tuple, type(None))) or hasattr(found, "dtype"):
        return painter.paint(found)
    return ["scalar", "text", ADDRESS.sub("", repr(found)), []]


LIBRARIES["matplotlib"] = paint_matplotlib
