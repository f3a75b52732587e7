"""The negative control all the way: changes one value of a stored file, which the project's own loader then reads."""

from __future__ import annotations

import json
import os
import struct
from typing import Any, Iterator

from .perturb import change_array, leaves_of, other_value
from .portrait import Node

LARGEST_SPOILED = 16 * 1024 * 1024
MOST_TRIES = 3
MOST_LEAVES = 100
MOST_COPIES = 3  # of one array in a pickle: pandas stores its blocks twice


def spoiled_files(path: str, codec: str, node: Node, folder: str) -> Iterator[tuple[str, str]]:
    """Yield copies of an artifact's file with one value changed each, and where; none where the codec hides its values.

    ``node`` is the portrait of the value that the file holds.
    """
    if os.path.getsize(path) > LARGEST_SPOILED:
        return
    spoil = {"json": _spoil_json, "npz": _spoil_npz, "parquet": _spoil_parquet, "joblib": _spoil_joblib}[codec]
    for number, (write, place) in enumerate(spoil(path, node)):
        if number == MOST_TRIES:
            return
        copy = os.path.join(folder, "%d-%s" % (number, os.path.basename(path)))
        write(copy)
        yield copy, place


def _spoil_json(path: str, node: Node) -> Iterator[tuple[Any, str]]:
    with open(path, encoding="utf-8") as file:
        document = [json.load(file)]
    places: list[tuple[Any, Any, str]] = []
    _collect_places(document, "", places)
    container, key, place = places[len(places) // 2]
    container[key] = _other_json(container[key])

    def write(copy: str) -> None:
        with open(copy, "w", encoding="utf-8") as file:
            json.dump(document[0], file)

    yield write, place


def _collect_places(value: Any, path: str, places: list[tuple[Any, Any, str]]) -> None:
    for key in range(len(value)) if isinstance(value, list) else list(value):
        place = "%s[%r]" % (path, key)
        if isinstance(value[key], (list, dict)) and value[key]:
            _collect_places(value[key], place, places)
        else:
            places.append((value, key, place.replace("[0]", "", 1)))


def _other_json(value: Any) -> Any:
    return [None] if isinstance(value, (list, dict)) else other_value(value)


def _spoil_npz(path: str, node: Node) -> Iterator[tuple[Any, str]]:
    import numpy

    with numpy.load(path, allow_pickle=False) as archive:
        name = archive.files[0]
        array = archive[name]
    if array.size == 0 or array.dtype.names:
        return
    payload = [array.dtype.str, list(array.shape), "", numpy.ascontiguousarray(array).tobytes()]
    place = change_array(payload)
    changed = numpy.frombuffer(payload[3], array.dtype).reshape(array.shape)

    def write(copy: str) -> None:
        with open(copy, "wb") as file:
            numpy.savez(file, **{name: changed})

    yield write, place


def _spoil_parquet(path: str, node: Node) -> Iterator[tuple[Any, str]]:
    import pandas

    frame = pandas.read_parquet(path)
    rows = len(frame)
    for position in range(frame.shape[1]) if rows else ():
        values = frame.iloc[:, position].tolist()
        other = other_value(values[rows // 2])
        if type(other) is not type(values[rows // 2]) or str(frame.dtypes.iloc[position]) == "category":
            continue
        values[rows // 2] = other
        changed = frame.copy()
        changed.isetitem(position, pandas.Series(values, index=frame.index, dtype=frame.dtypes.iloc[position]))
        yield changed.to_parquet, "column %r[%d]" % (frame.columns[position], rows // 2)


def _spoil_joblib(path: str, node: Node) -> Iterator[tuple[Any, str]]:
    """Change numbers where their bytes stand alone in an uncompressed pickle."""
    with open(path, "rb") as file:
        data = file.read()
    leaves = leaves_of(node)
    middle = len(leaves) // 2
    nearest = sorted(range(len(leaves)), key=lambda position: abs(position - middle))[:MOST_LEAVES]
    for leaf, place in (leaves[position] for position in nearest):
        for old, new in _encodings(leaf):
            if 1 <= data.count(old) <= (MOST_COPIES if leaf[0] == "array" else 1):
                yield _writer(data.replace(old, new)), place


def _writer(data: bytes) -> Any:
    def write(copy: str) -> None:
        with open(copy, "wb") as file:
            file.write(data)

    return write


def _encodings(leaf: Node) -> Iterator[tuple[bytes, bytes]]:
    if leaf[0] == "array":
        if len(leaf[2][3]) >= 16:
            payload = list(leaf[2])
            change_array(payload)
            yield leaf[2][3], payload[3]
            if len(payload[1]) > 1:
                yield _by_columns(leaf[2]), _by_columns(payload)
        return
    for value in [leaf[2]] if leaf[0] == "scalar" else leaf[2][1][:MOST_LEAVES]:
        if type(value) is float:
            yield b"G" + struct.pack(">d", value), b"G" + struct.pack(">d", other_value(value))
        elif type(value) is int and 0xFFFF < abs(value) < 2**31 - 1:
            yield b"J" + struct.pack("<i", value), b"J" + struct.pack("<i", other_value(value))


def _by_columns(payload: list[Any]) -> bytes:
    import numpy

    return numpy.frombuffer(payload[3], numpy.dtype(payload[0])).reshape(payload[1]).tobytes("F")
