"""Compare syntax trees, read as JSON lines from standard input, with CPython's own.

Each line is ``{"path": ..., "body": [...]}``, with the text itself in ``"text"`` where there is no file. Every line is answered by one line of JSON: ``{"path", "verdict"}``,
the verdict being ``equal``, ``invalid`` (CPython rejects the file) or the first difference.
"""

import ast
import json
import re
import sys
import warnings
from pathlib import Path
from typing import Any

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)

SKIPPED = {"ctx", "kind", "type_comment", "type_ignores"}
WITHOUT_POSITION = {"arguments", "comprehension", "withitem", "match_case"}
HAS_FORMATTED_POSITIONS = sys.version_info >= (3, 12)
KINDS = {str: "str", bytes: "bytes", int: "int", float: "float", complex: "complex", bool: "bool"}


class Difference(Exception):
    """The first place where two trees differ."""


class Offsets:
    """Converts CPython's lines and UTF-8 columns to UTF-16 offsets."""

    def __init__(self, text: str) -> None:
        self.lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line.encode("utf-16-le", "surrogatepass")) // 2)

    def at(self, line: int, column: int) -> int:
        """Give the offset of a 1-based line and a column in bytes."""
        content = self.lines[line - 1]
        if not content.isascii():
            head = content.encode("utf-8")[:column].decode("utf-8")
            column = len(head.encode("utf-16-le")) // 2
        return self.starts[line - 1] + column


def utf16(text: str) -> bytes:
    """Encode text, because JavaScript cannot tell a pair of lone surrogates from one character."""
    return text.encode("utf-16-le", "surrogatepass")


def compare_constant(node: ast.Constant, ours: dict[str, Any], in_formatted: bool, where: str) -> None:
    """Compare the value of a constant: ours is known by its source text."""
    if in_formatted and isinstance(node.value, str):
        if "value" in ours and utf16(ours["value"]) != utf16(node.value):
            raise Difference(f"{where}: text {ours['value']!r} is not {node.value!r}")
        return
    value = eval(compile("(" + ours["text"] + "\n)", "constant", "eval"))
    if type(value) is not type(node.value) or repr(value) != repr(node.value):
        raise Difference(f"{where}: constant {ours['text']!r} is not {node.value!r}")
    if ours["kind"] != KINDS.get(type(value), ours["kind"]):
        raise Difference(f"{where}: kind {ours['kind']} is not that of {value!r}")
    if "value" in ours and utf16(ours["value"]) != utf16(value):
        raise Difference(f"{where}: value {ours['value']!r} is not {value!r}")


def compare(node: Any, ours: Any, offsets: Offsets, in_formatted: bool, where: str) -> None:
    """Raise the first difference between a node of CPython and one of ours."""
    if isinstance(node, list):
        if not isinstance(ours, list) or len(node) != len(ours):
            raise Difference(
                f"{where}: {len(ours) if isinstance(ours, list) else ours} is not {len(node)} items"
            )
        for index, (theirs, mine) in enumerate(zip(node, ours, strict=True)):
            compare(theirs, mine, offsets, in_formatted, f"{where}[{index}]")
    elif isinstance(node, ast.operator | ast.unaryop | ast.cmpop | ast.boolop):
        if type(node).__name__ != ours:
            raise Difference(f"{where}: {ours} is not {type(node).__name__}")
    elif isinstance(node, ast.AST):
        compare_node(node, ours, offsets, in_formatted, where)
    elif node != ours:
        raise Difference(f"{where}: {ours!r} is not {node!r}")


def compare_node(node: ast.AST, ours: Any, offsets: Offsets, in_formatted: bool, where: str) -> None:
    """Compare type, span and fields of one node."""
    kind = type(node).__name__
    if not isinstance(ours, dict) or ours["type"] != kind:
        raise Difference(f"{where}: {ours['type'] if isinstance(ours, dict) else ours} is not {kind}")
    where = f"{where}.{kind}"
    if kind not in WITHOUT_POSITION and (HAS_FORMATTED_POSITIONS or not in_formatted):
        theirs = (offsets.at(node.lineno, node.col_offset), offsets.at(node.end_lineno, node.end_col_offset))
        mine = (ours["start"], ours["end"])
        if theirs != mine:
            raise Difference(f"{where}: span {mine} is not {theirs} in line {node.lineno}")
    if isinstance(node, ast.Constant):
        return compare_constant(node, ours, in_formatted, where)
    if isinstance(node, ast.MatchSingleton):
        return compare(str(node.value), ours["value"], offsets, in_formatted, where)
    inside = in_formatted or isinstance(node, ast.JoinedStr)
    for field in node._fields:
        if field in SKIPPED:
            continue
        name = "exception" if kind == "ExceptHandler" and field == "type" else field
        theirs = getattr(node, field, None)
        if isinstance(theirs, list) and sys.version_info < (3, 13):
            # CPython 3.12.1 leaves empty texts in format specifiers.
            theirs = [
                each
                for each in theirs
                if not (isinstance(node, ast.JoinedStr) and getattr(each, "value", 0) == "")
            ]
        is_text = isinstance(node, ast.JoinedStr) and field == "values"
        compare(
            theirs,
            ours[name],
            offsets,
            inside and (is_text or not HAS_FORMATTED_POSITIONS),
            f"{where}.{name}",
        )
    return None


def verdict(path: str, text: str | None, body: list[Any]) -> str:
    """Compare one text."""
    if text is None:
        text = Path(path).read_bytes().decode("utf-8")
    try:
        tree = ast.parse(text.encode("utf-8"))
        compile(text.encode("utf-8"), path, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        return "invalid"
    try:
        compare(tree.body, body, Offsets(text), False, "")
    except Difference as difference:
        return str(difference)
    return "equal"


for line in sys.stdin:
    entry = json.loads(line)
    print(
        json.dumps(
            {"path": entry["path"], "verdict": verdict(entry["path"], entry.get("text"), entry["body"])}
        ),
        flush=True,
    )
