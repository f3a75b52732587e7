"""Portraits of scikit-learn values that are more than their attributes."""

from __future__ import annotations

from typing import Any

from .portrait import LIBRARIES, Node, Painter

# Positions in the state of KDTree and BallTree: trims, leaves, splits and distance calls of all queries so far.
QUERY_COUNTERS = range(7, 11)


def paint_sklearn(painter: Painter, node: Node, value: Any) -> bool:
    """Fill in neighbour trees without their counters of past queries; everything else is taken apart as an object."""
    if not all(hasattr(value, name) for name in ("get_tree_stats", "get_n_calls", "get_arrays")):
        return False
    state = value.__getstate__()
    node[3] += [["[%d]" % at, painter.paint(part)] for at, part in enumerate(state) if at not in QUERY_COUNTERS]
    return True


LIBRARIES["sklearn"] = paint_sklearn
