"""Runs the cells of a request and reports on every statement."""

from __future__ import annotations

import ast
import builtins
import getpass
import sys
import time
import warnings
from types import FunctionType
from typing import Any, Callable

from .calls import CallWatch
from .contain import RUNNING
from .endings import error_facts, outcome_of, refuse_input
from .files import FileWatch
from .keep import Keeper
from .namespace import Watcher, is_watched
from .protocol import Channel
from .random_state import moved, random_states
from .setting import SettingWatch
from .statements import asked_of, first_line, ids_of, mentions


class Session:
    """One run of a notebook."""

    def __init__(self, request: dict[str, Any], channel: Channel, shell: Any) -> None:
        self.request = request
        self.channel = channel
        self.shell = shell
        self.watcher = Watcher()
        self.keeper = Keeper(request["values"], request.get("budget", {}))
        self.files = FileWatch(request["folder"], [request["values"], *request.get("hidden", [])])
        self.setting = SettingWatch(self.files, request.get("names", []))
        self.calls = CallWatch()
        self.written: set[str] = set()
        self.warnings: list[str] = []
        capture = request.get("capture", [])
        self.everything = capture == "all"
        self.asked = {} if self.everything else {item["statement"]: item["names"] for item in capture}
        self.cell: dict[str, Any] = {}
        self.nodes: list[ast.stmt] = []
        self.ids: list[list[str]] = []

    def run(self) -> None:
        """Run every cell; the last event says how it ended."""
        self._prepare()
        outcome: dict[str, Any] = {"kind": "completed"}
        for count, cell in enumerate(self.request["cells"], 1):
            self.channel.send("cell", index=cell["index"], id=cell["key"])
            error = self._run_cell({**cell, "count": cell.get("count") or count})
            if error is None:
                continue
            facts = self._located(error)
            if cell.get("mayRaise") and outcome_of(error) == "raised":
                self.channel.send("expected", error=facts)
                continue
            kind = outcome_of(error)
            detail = (
                {"kind": "raised", "error": facts}
                if kind == "raised"
                else {"kind": kind, "detail": facts["message"], "cell": facts["cell"]}
            )
            outcome = {**detail, "line": facts["line"]} if kind != "raised" else detail
            break
        self._finish(outcome)

    def _prepare(self) -> None:
        builtins.input = refuse_input
        getpass.getpass = refuse_input
        self.files.install()
        self.setting.install()
        original = warnings.showwarning

        def note(message: Any, category: Any, *rest: Any, **keywords: Any) -> None:
            text = "%s: %s" % (category.__name__, message)
            if len(self.warnings) < 200 and text not in self.warnings:
                self.warnings.append(text)
            original(message, category, *rest, **keywords)

        warnings.showwarning = note
        self.watcher.look(self.shell.namespace, set())
        self.initial = set(self.shell.namespace)

    def _run_cell(self, cell: dict[str, Any]) -> BaseException | None:
        RUNNING["cell"] = cell["index"]
        self.cell, self.nodes, self.ids, self.position = cell, [], [], None
        return self.shell.run(cell, self._take_nodes, self._begin)  # type: ignore[no-any-return]

    def _take_nodes(self, nodes: list[ast.stmt]) -> None:
        self.nodes, self.ids = (
            list(nodes),
            ids_of(nodes, self.cell, self.cell["translated"] and self.shell.name == "ipython"),
        )

    def _begin(self, position: int) -> Callable[[Any], None]:
        """Look at the world before a statement; return what looks at it afterwards."""
        self.position = position
        names = self.shell.namespace
        own, reached = mentions(self.nodes[position], names) if position < len(self.nodes) else (set(), set())
        known = {name for name in reached if name in names}
        states = random_states()
        self.files.begin()
        self.calls.begin(names)
        began = time.perf_counter()

        def finish(error: Any) -> None:
            seconds = time.perf_counter() - began
            self.calls.end()
            read, written = self.files.end()
            self._report(position, seconds, known, reached, read, written, moved(states, random_states()), error)

        return finish

    def _report(
        self,
        position: int,
        seconds: float,
        known: set[str],
        reached: set[str],
        read: list[str],
        written: list[str],
        drawn: list[str],
        error: Any,
    ) -> None:
        names = self.shell.namespace
        ids = self.ids[position] if position < len(self.ids) else ["%s:?%d" % (self.cell["key"], position)]
        bound, changed, unchanged = self.watcher.look(names, reached, asked_of(ids, self.cell))
        shown = [name for name in sorted({*bound, *changed}) if name in names]
        values = {name: self.watcher.facts(names[name], self.watcher.prints.get(name)) for name in shown}
        self.written.update(written)
        step = {
            "id": ids[-1],
            "seconds": round(seconds, 6),
            "values": values,
            "changed": changed,
            "unchanged": unchanged,
            "reads": sorted(name for name in known if is_watched(name, names.get(name))),
            "filesRead": read,
            "filesWritten": written,
            "randomDraws": drawn,
        }
        if error is not None:
            step["error"] = self._located(error)
        self.channel.send("step", step=step, also=ids[:-1])
        self._keep(ids, values)

    def _keep(self, ids: list[str], values: dict[str, Any]) -> None:
        """Keep the values that were asked for at this statement, or all that it changed.

        A name that the notebook does not have stands for what the statement shows.
        """
        names = self.shell.namespace
        outputs = names.get("Out")
        shown = outputs.get(self.cell["count"]) if isinstance(outputs, dict) else None
        for statement in ids:
            wanted = self._data(values) if self.everything and statement == ids[-1] else self.asked.get(statement, [])
            kept = {}
            for name in wanted:
                value = names.get(name, shown)
                if name in names or shown is not None:
                    facts = values.get(name) or self.watcher.facts(value, None)
                    kept[name] = self.keeper.keep(name, value, facts, not self.everything)
            if kept:
                self.channel.send("values", id=statement, values=kept)

    def _data(self, values: dict[str, Any]) -> list[str]:
        """Return the names of values that could be stored: no function, no class.

        A drawing is dear to store and changes with every line: it is kept at the end of a cell.
        """
        names = self.shell.namespace
        is_last = self.position == len(self.nodes) - 1
        return sorted(
            name
            for name in values
            if (is_last or type(names[name]).__module__.split(".")[0] != "matplotlib")
            and (
                not callable(names[name])
                or hasattr(names[name], "__dict__")
                and not isinstance(names[name], (type, FunctionType))
            )
        )

    def _located(self, error: BaseException) -> dict[str, Any]:
        """Place an error in the cell as it was written: the Python of a translated cell has other lines."""
        shift, fallback = 0, 1
        if self.position is not None and self.position < len(self.nodes):
            node, ids = self.nodes[self.position], self.ids[self.position]
            line = {statement["id"]: statement["line"] for statement in self.cell["statements"]}.get(ids[0])
            shift = 0 if line is None else line - first_line(node)
            fallback = first_line(node) + shift
        return error_facts(error, self.cell, self.shell.filename(self.cell), shift, fallback)

    def _finish(self, outcome: dict[str, Any]) -> None:
        names = self.shell.namespace
        final = self.request.get("final")
        facts = {}
        for name, value in sorted(dict(names).items()):
            if name in self.initial or not is_watched(name, value):
                continue
            found = self.watcher.facts(value, self.watcher.prints.get(name))
            if final is None or name in final:
                found = self.keeper.keep(name, value, found, final is not None)
            facts[name] = found
        versions, modules = distributions()
        self.channel.send(
            "end",
            outcome=outcome,
            final=facts,
            filesWritten=sorted(self.written),
            calls=self.calls.found,
            signatures=self.calls.signatures,
            warnings=self.warnings,
            python={"version": "%d.%d.%d" % sys.version_info[:3], "implementation": sys.implementation.name},
            distributions=versions,
            modules=modules,
            shell=self.shell.name,
            setting=self.setting.facts(),
        )


def distributions() -> tuple[dict[str, str], dict[str, str]]:
    """Return versions by distribution, and distributions by import name, of what was imported."""
    from importlib import metadata

    imported = {name.split(".")[0] for name in sys.modules}
    versions: dict[str, str] = {}
    modules: dict[str, str] = {}
    for distribution in metadata.distributions():
        name = distribution.metadata["Name"]
        if not name:
            continue
        for module in _top_level(distribution):
            if module in imported:
                modules.setdefault(module, name)
                versions[name] = distribution.version
    return dict(sorted(versions.items())), dict(sorted(modules.items()))


def _top_level(distribution: Any) -> set[str]:
    listed = (distribution.read_text("top_level.txt") or "").split()
    if listed:
        return {name for name in listed if not name.startswith("_")}
    found = set()
    for path in distribution.files or ():
        first = path.parts[0]
        if first.endswith((".py", ".so")):
            found.add(first.split(".")[0])
        elif (
            not first.endswith((".dist-info", ".data", ".."))
            and len(path.parts) > 1
            and str(path).endswith((".py", ".so"))
        ):
            found.add(first)
    return found - {"__pycache__", ".."}
