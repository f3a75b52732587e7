"""Executes cells without IPython: the plain Python that stands for them."""

from __future__ import annotations

import ast
import asyncio
import builtins
import inspect
import linecache
import sys
import types
from typing import Any, Callable

FLAGS = getattr(ast, "PyCF_ALLOW_TOP_LEVEL_AWAIT", 0)
Finish = Callable[[Any], None]
Around = Callable[[int], Finish]


class PlainShell:
    """A namespace with Python's own display hook, ``_``, ``In`` and ``Out``."""

    name = "python"

    def __init__(self) -> None:
        self.module = types.ModuleType("__main__")
        self.namespace = vars(self.module)
        self.namespace.update(__builtins__=builtins, In=[""], Out={}, _="", __="", ___="", display=_display)
        sys.modules["__main__"] = self.module
        self._loop: asyncio.AbstractEventLoop | None = None

    def filename(self, cell: dict[str, Any]) -> str:
        """Return the name under which a cell is compiled."""
        return "<cell %d>" % cell["index"]

    def run(
        self, cell: dict[str, Any], nodes: Callable[[list[ast.stmt]], None], around: Around
    ) -> BaseException | None:
        """Run the statements of a cell one by one; return what it raised."""
        source, filename = cell["python"], self.filename(cell)
        linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)
        self.namespace["In"].append(cell["source"])
        count = cell["count"]
        try:
            body = ast.parse(source, filename).body
            nodes(body)
            for position, node in enumerate(body):
                finish = around(position)
                try:
                    self._statement(node, filename, position == len(body) - 1, count)
                except BaseException as error:
                    finish(error)
                    raise
                finish(None)
        except BaseException as error:
            return error
        return None

    def _statement(self, node: ast.stmt, filename: str, last: bool, count: int) -> None:
        if last and isinstance(node, ast.Expr):
            self._shown(self._run(compile(ast.Expression(node.value), filename, "eval", FLAGS)), count)
        else:
            self._run(compile(ast.Module([node], []), filename, "exec", FLAGS))

    def _run(self, code: types.CodeType) -> Any:
        if not code.co_flags & inspect.CO_COROUTINE:
            return eval(code, self.namespace)
        self._loop = self._loop or asyncio.new_event_loop()
        return self._loop.run_until_complete(eval(code, self.namespace))

    def _shown(self, value: Any, count: int) -> None:
        if value is None:
            return
        names = self.namespace
        names["___"], names["__"], names["_"] = names["__"], names["_"], value
        names["_%d" % count] = names["Out"][count] = value
        print(repr(value)[:10_000])


def _display(*values: Any, **_: Any) -> None:
    for value in values:
        print(repr(value)[:10_000])
