"""What a run depends on besides the notebook and its data: where modules came from, and where none was found."""

from __future__ import annotations

import hashlib
import os
import sys
from importlib import metadata
from typing import Any

from .files import FileWatch


class AbsentModules:
    """Comes after every other finder, so that it hears of the top-level names that none of them found."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> None:
        """Note a name; find nothing."""
        if path is None:
            self.names.add(name)


class SettingWatch:
    """Listens from the start of a run."""

    def __init__(self, files: FileWatch, names: list[str]) -> None:
        self.files = files
        self.absent = AbsentModules()
        self.places = list(sys.path)
        self.environment = environment_facts(names)

    def install(self) -> None:
        """Begin to listen."""
        sys.meta_path.append(self.absent)  # type: ignore[arg-type]

    def facts(self) -> dict[str, Any]:
        """Return the setting of the run, at its end."""
        found = {name for name in self.absent.names if name not in sys.modules}
        return {
            **interpreter_facts(),
            "environment": self.environment,
            "sources": self.files.sources(list(sys.modules.values())),
            "lists": self.files.lists_root,
            "absent": sorted(found),
            "places": [place for place in sys.path if place and place not in self.places],
        }


def interpreter_facts() -> dict[str, Any]:
    """Return which Python this is, and whether it is contained."""
    return {
        "executable": os.path.realpath(sys.executable),
        "prefix": sys.prefix,
        "contained": os.environ.get("CELLWRIGHT_CONTAIN") == "1",
    }


def environment_facts(names: list[str]) -> dict[str, str]:
    """Return digests of those variables that are set: a value may be a credential."""
    values = {name: os.environ[name] for name in names if name in os.environ}
    return {name: hashlib.sha256(value.encode()).hexdigest() for name, value in sorted(values.items())}


def installed(names: list[str]) -> dict[str, str]:
    """Return the versions of those distributions that are installed."""
    found = {}
    for name in names:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found
