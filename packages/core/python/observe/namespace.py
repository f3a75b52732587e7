"""What a statement changed in the notebook's namespace."""

from __future__ import annotations

import time
import types
from typing import Any

from .facts import columns_of, shape_of, short_text, type_facts
from .portrait import Painter, TooLarge, fingerprint

HIDDEN = {"In", "Out", "get_ipython", "exit", "quit", "open", "display"}
LARGEST_WATCHED = 200_000
SLOW = 2.0
ASKED_SECONDS = 5.0
"""What only the analysis asks for is looked at as long as that takes no longer, and this share of the run."""
ASKED_SHARE = 0.05


def is_watched(name: str, value: Any) -> bool:
    """Tell whether a name is the notebook's own data: no history, no module."""
    return not (name.startswith("__") or name in HIDDEN or _is_history(name) or isinstance(value, types.ModuleType))


def _is_history(name: str) -> bool:
    return name.startswith("_") and (
        set(name) == {"_"} or name.lstrip("_i").isdigit() or name in ("_i", "_ii", "_iii", "_dh", "_ih", "_oh")
    )


class Watcher:
    """Keeps a fingerprint of every name, and looks again only at names that a statement may have touched."""

    def __init__(self) -> None:
        self.prints: dict[str, str | None] = {}
        self.partial: set[str] = set()
        self.parts: dict[str, set[int]] = {}
        self.identities: dict[str, int] = {}
        self._slow: set[int] = set()
        self._began = time.perf_counter()
        self._answering = 0.0

    def look(
        self, namespace: dict[str, Any], touched: set[str], asked: frozenset[str] = frozenset()
    ) -> tuple[list[str], list[str], list[str]]:
        """Return the names that are bound to another object, those whose value changed as well, and those that did not.

        Looks at what the statement touched, at what shares parts with that, and at what the analysis ``asked`` for.
        """
        current = {name: value for name, value in list(namespace.items()) if is_watched(name, value)}
        gone = [name for name in self.identities if name not in current]
        bound = [name for name, value in current.items() if self.identities.get(name) != id(value)]
        candidates = {name for name in touched if name in current} | set(bound)
        reach: set[int] = set().union(*(self.parts.get(name, set()) for name in candidates))
        candidates |= {name for name, parts in self.parts.items() if name in current and not reach.isdisjoint(parts)}
        changed = list(gone)
        for name in gone:
            for table in (self.prints, self.parts, self.identities):
                table.pop(name, None)
        unchanged = []
        for name in sorted(candidates):
            if not self._is_same(name, current[name]) or name in bound:
                changed.append(name)
            elif name not in self.partial:
                unchanged.append(name)
        for name in sorted(asked.intersection(current) - candidates):
            if not self._has_time():
                break
            began = time.perf_counter()
            before = self.prints.get(name)
            if not self._is_same(name, current[name]):
                changed += [name] if before is not None and self.prints[name] is not None else []
            elif name not in self.partial:
                unchanged.append(name)
            self._answering += time.perf_counter() - began
        self.identities.update((name, id(value)) for name, value in current.items())
        return bound, sorted(changed), unchanged

    def _is_same(self, name: str, value: Any) -> bool:
        """Look at a value again; tell whether it surely looks as before."""
        before = self.prints.get(name)
        self._portray(name, value)
        return before is not None and before == self.prints[name]

    def _has_time(self) -> bool:
        """Tell whether there is time left for what nothing but the analysis asks."""
        return self._answering < ASKED_SECONDS + ASKED_SHARE * (time.perf_counter() - self._began)

    def _portray(self, name: str, value: Any) -> None:
        if id(value) in self._slow and self.identities.get(name) == id(value):
            self.prints[name] = None  # too dear to look at again: it may have changed
            return
        painter = Painter(keep=False, largest=LARGEST_WATCHED)
        began = time.perf_counter()
        try:
            found = fingerprint(painter.paint(value))
            self.prints[name] = found if painter.complete else None
        except (TooLarge, RecursionError, MemoryError):
            self.prints[name] = None
        except Exception:  # a foreign object that cannot be looked at must not end the run
            self.prints[name] = None
        self.parts[name] = set(painter.known)
        (self.partial.add if painter.partial else self.partial.discard)(name)
        if time.perf_counter() - began > SLOW:
            self._slow.add(id(value))

    def facts(self, value: Any, found: str | None) -> dict[str, Any]:
        """Return what is recorded of a value."""
        facts: dict[str, Any] = {
            "type": type_facts(value),
            "repr": short_text(value),
            "fingerprint": found,
            "codec": None,
        }
        for name, look in (("shape", shape_of), ("columns", columns_of)):
            try:
                seen = look(value)
            except Exception:
                seen = None
            if seen is not None:
                facts[name] = seen
        return facts
