"""The negative control: changes one value of a portrait, so that a comparison has something to find."""

from __future__ import annotations

import copy
from typing import Any

from .portrait import Node


def perturbed(node: Node) -> tuple[Node, str]:
    """Return a copy of a portrait with one value changed, and where; the middle one of all that can change."""
    changed = copy.deepcopy(node)
    leaves = leaves_of(changed)
    if not leaves:
        changed[1] += " (changed)"
        return changed, "its type"
    leaf, path = leaves[len(leaves) // 2]
    return changed, path + _change(leaf)


def leaves_of(node: Node) -> list[tuple[Node, str]]:
    """Return the nodes that hold plain values or numbers, and where they are."""
    leaves: list[tuple[Node, str]] = []
    _collect(node, "", leaves, set())
    return leaves


def _collect(node: Node, path: str, leaves: list[tuple[Node, str]], seen: set[int]) -> None:
    if id(node) in seen:
        return
    seen.add(id(node))
    payload = node[2]
    filled = {
        "scalar": True,
        "scalars": node[0] == "scalars" and bool(payload[1]),
        "array": node[0] == "array" and bool(payload[3]),
    }
    if filled.get(node[0]):
        leaves.append((node, path))
    for label, child in node[3]:
        _collect(child, path + label if not path or label[:1] in (".", "[", "") else path + ", " + label, leaves, seen)


def _change(node: Node) -> str:
    if node[0] == "scalar":
        node[2] = other_value(node[2])
        return ""
    if node[0] == "scalars":
        position = len(node[2][1]) // 2
        node[2][1][position] = other_value(node[2][1][position])
        node[2][0] = "changed"
        return "[%d]" % position
    return change_array(node[2])


def change_array(payload: list[Any]) -> str:
    """Change one element in the payload of an array that has one; return which."""
    data = bytearray(payload[3])
    payload[2] = "changed"
    if payload[0][1:2] in "fc":
        import numpy

        block = numpy.frombuffer(bytes(data), numpy.dtype(payload[0])).copy()
        position = len(block) // 2
        block[position] = moved(block[position]) if numpy.isfinite(block[position]) else 0
        payload[3] = block.tobytes()
        return "[%d] of the flat array" % position
    place = len(data) // 2
    if payload[0][1:2] == "U":  # the low byte of a character: any other could make it none
        place = place // 4 * 4 + (3 if payload[0][:1] == ">" else 0)
    data[place] ^= 1
    payload[3] = bytes(data)
    return ", byte %d" % place


def moved(number: Any) -> Any:
    """Return a finite number moved by more than any tolerance: at least by 1, and by its own size."""
    return number + max(1, abs(number))


def other_value(value: Any) -> Any:
    """Return another value of the same type, where that is a builtin scalar."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (float, complex)):
        return moved(value) if value - value == 0 else 0.0
    if isinstance(value, int):
        return value + 1
    if isinstance(value, bytes):
        return value + b"x"
    return value + "x" if isinstance(value, str) else "changed"
