"""Compares two portraits and says where they differ first."""

from __future__ import annotations

import math
from typing import Any

from .portrait import Node

RELATIVE = 1e-9
NOTHING = ("", None, None)


class Comparison:
    """What comparing two portraits found; ``close`` counts numbers that are equal within the tolerance only."""

    def __init__(self) -> None:
        self.different: dict[str, Any] | None = None
        self.opaque: str | None = None
        self.rewritten: list[str] = []
        self.close = 0
        self.largest = 0.0
        self.numbers = 0
        self._seen: set[tuple[int, int]] = set()

    def differ(self, path: str, what: str, left: Any, right: Any) -> None:
        """Note the first difference."""
        if self.different is None:
            self.different = {"path": path, "what": what, "notebook": _show(left), "project": _show(right)}

    def compare(self, left: Node, right: Node, path: str = "") -> None:
        """Compare two nodes and everything below them, until something differs."""
        if self.different is not None or (id(left), id(right)) in self._seen:
            return
        self._seen.add((id(left), id(right)))
        if "opaque" in (left[0], right[0]):
            self.opaque = self.opaque or "%s: %s" % (path or left[1], left[2] if left[0] == "opaque" else right[2])
        elif left[1] != right[1]:
            self.differ(path, "type", left[1], right[1])
        elif left[0] == "process":  # once stored and loaded it is a generator like any other
            return
        elif left[0] != right[0]:
            self.differ(path, "elements", _contents(left), _contents(right))
        else:
            getattr(self, "_" + left[0])(left, right, path)

    def _children(self, left: Node, right: Node, path: str) -> None:
        labels, others = [c[0] for c in left[3]], [c[0] for c in right[3]]
        if labels != others:
            self._labels(labels, others, path)
            return
        for (label, child), (_, other) in zip(left[3], right[3]):
            self.compare(child, other, _join(path, label))

    def _labels(self, left: list[str], right: list[str], path: str) -> None:
        missing = [label for label in left if label not in set(right)]
        extra = [label for label in right if label not in set(left)]
        if not missing and not extra:
            self.differ(path, "order", ", ".join(left)[:200], ", ".join(right)[:200])
        elif missing:
            self.differ(_join(path, missing[0]), "parts", "present", "missing")
        else:
            self.differ(_join(path, extra[0]), "parts", "missing", "present")

    def _parts(self, left: Node, right: Node, path: str) -> None:
        if left[2] != right[2]:
            self.differ(path, "shape, dtype or kind", left[2], right[2])
        self._children(left, right, path)

    def _definition(self, left: Node, right: Node, path: str) -> None:
        if left[2][0] != right[2][0]:
            self.differ(path, "definition", left[2][0], right[2][0])
        elif left[2][1] != right[2][1]:
            self.rewritten.append(left[2][0])
        else:
            self._children(left, right, path)

    def _scalar(self, left: Node, right: Node, path: str) -> None:
        self._values(left[2], right[2], path)
        self._children(left, right, path)

    def _scalars(self, left: Node, right: Node, path: str) -> None:
        if left[2][0] == right[2][0]:
            self.numbers += len(left[2][1] or ())
        elif left[2][1] is None or right[2][1] is None:
            self.differ(path, "elements", "digest " + left[2][0], "digest " + right[2][0])
        elif len(left[2][1]) != len(right[2][1]):
            self.differ(path, "length", len(left[2][1]), len(right[2][1]))
        else:
            for position, (one, other) in enumerate(zip(left[2][1], right[2][1])):
                self._values(one, other, "%s[%d]" % (path, position))
        self._children(left, right, path)

    def _values(self, left: Any, right: Any, path: str) -> None:
        self.numbers += 1
        if type(left) is not type(right):
            self.differ(path, "element type", left, right)
        elif type(left) in (float, complex) and left != right:
            self._floats(left, right, path)
        elif left != right:
            self.differ(path, "value", left, right)
        elif type(left) is float and left == 0 and math.copysign(1, left) != math.copysign(1, right):
            self.close += 1

    def _floats(self, left: Any, right: Any, path: str) -> None:
        if left != left and right != right:
            return
        size = max(abs(left), abs(right))
        if size == size and size != math.inf and abs(left - right) <= RELATIVE * size:
            self.close += 1
            self.largest = max(self.largest, abs(left - right))
        else:
            self.differ(path, "value", left, right)

    def _array(self, left: Node, right: Node, path: str) -> None:
        if left[2][0] != right[2][0]:
            self.differ(path, "dtype", left[2][0], right[2][0])
        elif left[2][1] != right[2][1]:
            self.differ(path, "shape", left[2][1], right[2][1])
        elif left[2][2] == right[2][2]:
            self.numbers += math.prod(left[2][1])
        elif left[2][3] is None or right[2][3] is None:
            self.differ(path, "elements", "digest " + left[2][2], "digest " + right[2][2])
        else:
            self._blocks(left[2], right[2], path)

    def _blocks(self, left: Any, right: Any, path: str) -> None:
        import numpy

        dtype = numpy.dtype(left[0])
        one, other = numpy.frombuffer(left[3], dtype), numpy.frombuffer(right[3], dtype)
        self.numbers += len(one)
        with numpy.errstate(all="ignore"):
            same = (one == other) | ((one != one) & (other != other))
            if dtype.kind in "fc":
                size = numpy.maximum(abs(one), abs(other))
                gap = abs(one - other)
                near = ~same & numpy.isfinite(size) & (gap <= RELATIVE * size)
                signs = same & (one == 0) & (numpy.signbit(one) != numpy.signbit(other)) if dtype.kind == "f" else near
                self.close += int(numpy.count_nonzero(near | signs))
                self.largest = max([self.largest, *gap[near].astype(float)[:1_000_000].tolist()])
                same |= near
        wrong = numpy.flatnonzero(~same)
        if len(wrong):
            place = numpy.unravel_index(int(wrong[0]), tuple(left[1]) or (1,))
            where = "[%s]" % ", ".join(str(int(i)) for i in place) if left[1] else ""
            self.differ(
                path + where,
                "value (%d of %d differ)" % (len(wrong), len(one)),
                one[wrong[0]].item(),
                other[wrong[0]].item(),
            )


def _join(path: str, label: str) -> str:
    if not label or not path:
        return path + label
    return path + label if label[0] in ".[" else "%s, %s" % (path, label)


def _contents(node: Node) -> str:
    return {"scalars": "plain values only", "parts": "other values too"}.get(node[0], node[0])


def _show(value: Any) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 200 else text[:197] + "..."
