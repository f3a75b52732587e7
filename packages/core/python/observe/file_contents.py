"""Compares two files: by bytes, else by what a reader of that format sees."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pickle
import re
import sqlite3
import struct
import zipfile
from typing import Any, Callable

from .portrait import Painter


def same_bytes(left: str, right: str) -> bool:
    """Tell whether two files hold the same bytes."""
    if os.path.getsize(left) != os.path.getsize(right):
        return False
    with open(left, "rb") as one, open(right, "rb") as other:
        while True:
            block = one.read(1 << 20)
            if block != other.read(1 << 20):
                return False
            if not block:
                return True


def contents(path: str) -> tuple[str, Any] | None:
    """Return how a file was read and a portrait of its contents; ``None`` where only its bytes say anything."""
    suffix = os.path.splitext(path)[1].lower()
    reader = READERS.get(suffix)
    if reader is None:
        return None
    what, read = reader
    with open(path, "rb") as file:
        data = file.read()
    return what, Painter(keep=True).paint(read(data, path))


def _csv(data: bytes, path: str) -> Any:
    text = data.decode("utf-8-sig")
    delimiter = "\t" if path.endswith(".tsv") else ","
    return [[_number(field) for field in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]


def _number(field: str) -> Any:
    """Return a field with a fraction as a float: only those may differ within the tolerance."""
    if re.fullmatch(r"[-+]?(\d+\.\d*|\.\d+|\d+)([eE][-+]?\d+)?", field) and not field.isdigit():
        return float(field)
    return field


def _json(data: bytes, path: str) -> Any:
    return json.loads(data.decode("utf-8-sig"))


def _json_lines(data: bytes, path: str) -> Any:
    return [json.loads(line) for line in data.decode("utf-8-sig").splitlines() if line.strip()]


def _png(data: bytes, path: str) -> Any:
    """Return the chunks that make the picture; texts and times do not."""
    chunks, place = [], 8
    while place + 8 <= len(data):
        size, kind = struct.unpack(">I4s", data[place : place + 8])
        if kind not in (b"tEXt", b"iTXt", b"zTXt", b"tIME"):
            chunks.append([kind, data[place + 8 : place + 8 + size]])
        place += size + 12
    return chunks


def _svg(data: bytes, path: str) -> Any:
    """Return the text with dates removed and generated ids numbered in their order."""
    text = re.sub(r"<dc:date>[^<]*</dc:date>", "", data.decode("utf-8"))
    ids: dict[str, str] = {}
    return re.sub(r"\b[a-z]\w?[0-9a-f]{10}\b", lambda m: ids.setdefault(m[0], "id%d" % len(ids)), text)


def _pdf(data: bytes, path: str) -> Any:
    return re.sub(rb"/(CreationDate|ModDate) ?\([^)]*\)", b"", data)


def _gzip(data: bytes, path: str) -> Any:
    return gzip.decompress(data)


def _zip(data: bytes, path: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    if path.endswith((".xlsx", ".docx", ".pptx")):
        members = [(n, re.sub(rb"<dcterms:\w+[^>]*>[^<]*</dcterms:\w+>", b"", d)) for n, d in members]
    return members


def _database(data: bytes, path: str) -> Any:
    with sqlite3.connect("file:%s?mode=ro" % path.replace("?", "%3f").replace("#", "%23"), uri=True) as connection:
        return list(connection.iterdump())


def _parquet(data: bytes, path: str) -> Any:
    import pandas

    return pandas.read_parquet(path)


COMPRESSED = (b"\x1f\x8b", b"BZ", b"\x78", b"\xfd7", b"\x5d\x00", b"\x04\x22")


def _pickle(data: bytes, path: str) -> Any:
    """Return every value of the file, in order: whoever reads only the first takes files for equal that are not.

    Between its opcodes, joblib stores arrays as they are, whatever the file is called: to pickle those are noise.
    """
    load = pickle.load
    if path.endswith(".joblib") or b"NumpyArrayWrapper" in data or data.startswith(COMPRESSED):
        import joblib

        load = joblib.load
    values, rest = [], data
    while rest:
        stream = io.BytesIO(rest)
        values.append(load(stream))
        rest = rest[stream.tell() or len(rest) :]
    return values


READERS: dict[str, tuple[str, Callable[[bytes, str], Any]]] = {
    ".csv": ("fields", _csv),
    ".tsv": ("fields", _csv),
    ".json": ("JSON values", _json),
    ".geojson": ("JSON values", _json),
    ".jsonl": ("JSON values", _json_lines),
    ".png": ("picture", _png),
    ".svg": ("drawing", _svg),
    ".pdf": ("pages", _pdf),
    ".gz": ("unpacked bytes", _gzip),
    ".zip": ("members", _zip),
    ".npz": ("members", _zip),
    ".xlsx": ("members", _zip),
    ".db": ("tables", _database),
    ".sqlite": ("tables", _database),
    ".sqlite3": ("tables", _database),
    ".parquet": ("table", _parquet),
    ".joblib": ("stored value", _pickle),
    ".pkl": ("stored value", _pickle),
    ".pickle": ("stored value", _pickle),
}
