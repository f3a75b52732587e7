"""Executes cells as Jupyter does, through IPython's ``InteractiveShell``."""

from __future__ import annotations

import ast
import re
import shlex
import sys
from typing import Any, Callable

from .plain_shell import Around

BODY_MAGICS = ("time", "capture", "prun", "debug")


class IPythonShell:
    """A shell whose statements are watched one by one; raises ``ImportError`` where IPython is not installed."""

    name = "ipython"

    def __init__(self) -> None:
        from IPython.core.interactiveshell import InteractiveShell
        from traitlets.config import Config

        owner = self

        class Shell(InteractiveShell):  # type: ignore[misc]
            """IPython without terminal, history file or graphics."""

            def enable_gui(self, gui: Any = None) -> None:
                """Do nothing: there is no window."""

            def enable_matplotlib(self, gui: Any = None) -> Any:
                """Keep the backend that every compared run has."""
                return gui, "agg"

            def ask_exit(self) -> None:
                """End the run where ``exit`` is called."""
                raise SystemExit("exit was called")

            def showtraceback(self, *args: Any, **keywords: Any) -> None:
                """Leave errors to the recorder."""

            def showsyntaxerror(self, *args: Any, **keywords: Any) -> None:
                """Leave errors to the recorder."""

            async def run_code(self, code: Any, result: Any = None, *, async_: bool = False) -> Any:
                return await owner.statement(super().run_code, code, result, async_)

        settings = Config()
        settings.HistoryManager.enabled = False
        settings.HistoryManager.hist_file = ":memory:"
        self.shell = Shell.instance(config=settings)
        self.shell.display_formatter.active_types = ["text/plain"]
        self.shell.ast_node_interactivity = "last_expr"
        self.shell.colors = "NoColor"
        self.module = self.shell.user_module
        self.namespace = self.shell.user_ns
        sys.modules["__main__"] = self.module
        self._nodes: Callable[[list[ast.stmt]], None] | None = None
        self._around: Around | None = None
        self._position = 0
        self._filename = ""

    def filename(self, cell: dict[str, Any]) -> str:
        """Return the name under which the last cell was compiled."""
        return self._filename

    def run(
        self, cell: dict[str, Any], nodes: Callable[[list[ast.stmt]], None], around: Around
    ) -> BaseException | None:
        """Run the statements of a cell one by one; return what it raised."""
        source, before, after = _body(cell["source"])
        shell = self.shell
        shell.execution_count = cell["count"]
        self._position, self._nodes, self._around = 0, nodes, around
        self._filename = ""
        transformer = _NodeListener(self)
        shell.ast_transformers.append(transformer)
        captured = before() if before else None
        try:
            result = shell.run_cell(source, store_history=True, silent=False)
        except BaseException as error:  # what IPython lets through, an interrupt above all
            return error
        finally:
            self._around = None
            if transformer in shell.ast_transformers:
                shell.ast_transformers.remove(transformer)
            if captured is not None:
                after(self.namespace, captured)
        return result.error_before_exec or result.error_in_exec

    def begin(self, tree: ast.Module) -> None:
        """Take the statements of the cell; code that a magic compiles later is part of its statement."""
        nodes, self._nodes = self._nodes, None
        if nodes is not None:
            nodes(tree.body)

    async def statement(self, run: Any, code: Any, result: Any, async_: bool) -> Any:
        """Run the code object of one statement and watch it."""
        around, position = self._around, self._position
        self._filename = code.co_filename
        if around is None or self._nodes is not None:
            return await run(code, result, async_=async_)
        self._around, self._position = None, position + 1  # what the statement itself runs is not watched apart
        finish = around(position)
        try:
            return await run(code, result, async_=async_)
        finally:
            finish(getattr(result, "error_in_exec", None))
            self._around = around


class _NodeListener(ast.NodeTransformer):
    """Sees the tree of a cell before it is compiled, and leaves it alone."""

    def __init__(self, shell: IPythonShell) -> None:
        self._shell = shell

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.Module):
            self._shell.begin(node)
        return node


def _body(source: str) -> tuple[str, Any, Any]:
    """Return a cell with a magic such as ``%%time`` as its body on the same lines, and what happens around it."""
    found = re.match(r"(\s*)%%(\w+)([^\n]*)\n", source)
    if not found or found[2] not in BODY_MAGICS:
        return _with_first_line(source), None, None
    body = _with_first_line(found[1] + "\n" + source[found.end() :])
    words = [word for word in _arguments(found[3]) if not word.startswith("-")]
    return (body, _capture, _store(words[0])) if found[2] == "capture" and words else (body, None, None)


def _with_first_line(source: str) -> str:
    """Put a comment on an empty first line: IPython drops empty lines at the start, and all others would move."""
    first, newline, rest = source.partition("\n")
    return "#" + newline + rest if newline and not first.strip() and not source.lstrip().startswith("%%") else source


def _arguments(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()


def _capture() -> Any:
    from IPython.utils.capture import capture_output

    manager = capture_output()
    return manager, manager.__enter__()


def _store(name: str) -> Callable[[dict[str, Any], Any], None]:
    def store(namespace: dict[str, Any], captured: Any) -> None:
        captured[0].__exit__(None, None, None)
        namespace[name] = captured[1]

    return store
