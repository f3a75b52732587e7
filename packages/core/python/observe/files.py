"""Which files a notebook reads and writes: the audit hook, and what it cannot see."""

from __future__ import annotations

import functools
import os
import sys
import sysconfig
from typing import Any

LISTED = 2_000


class FileWatch:
    """Collects paths while it is on; the audit hook stays for good, so it asks."""

    def __init__(self, root: str, hidden: list[str]) -> None:
        self.root = os.path.realpath(root)
        self.hidden = [os.path.realpath(path) for path in hidden if path]
        library = [sysconfig.get_path(name) or "" for name in ("stdlib", "platstdlib", "purelib", "platlib", "data")]
        home = os.path.expanduser("~")
        caches = [
            os.path.join(home, name) for name in (".cache", ".config", ".ipython", ".jupyter", ".matplotlib", ".local")
        ]
        self.ignored = [
            *map(os.path.realpath, [*library, sys.prefix, sys.base_prefix, *caches]),
            "/proc",
            "/dev",
            "/sys",
            "/etc",
            "/usr",
        ]
        self.on = False
        self.read: set[str] = set()
        self.written: set[str] = set()
        self.lists_root = False
        self._sources: set[str] = set()
        self._listing: dict[str, tuple[int, int]] = {}

    def install(self) -> None:
        """Begin to listen."""
        sys.addaudithook(self._audit)

    def begin(self) -> None:
        """Forget what was seen and look at the folder."""
        self._patch_parquet()
        self.read, self.written = set(), set()
        self._listing = self._list()
        self.on = True

    def end(self) -> tuple[list[str], list[str]]:
        """Return the files read and written since :meth:`begin`."""
        self.on = False
        after = self._list()
        changed = {path for path in {*after, *self._listing} if after.get(path) != self._listing.get(path)}
        return self._named(self.read - self.written), self._named(self.written | changed)

    def _named(self, paths: set[str]) -> list[str]:
        inside = self.root + os.sep
        return sorted(path[len(inside) :] if path.startswith(inside) else path for path in paths)

    def _note(self, found: set[str], path: Any) -> None:
        if isinstance(path, bytes):
            path = os.fsdecode(path)
        if not isinstance(path, (str, os.PathLike)):
            return
        whole = os.path.realpath(os.fspath(path))
        if not self._is_own(whole):
            return
        if whole.endswith(".py"):
            self._sources.add(whole)
        elif not whole.endswith(".pyc"):
            found.add(whole)

    def _is_own(self, whole: str) -> bool:
        """Tell whether a path is the user's: in the notebook's folder, or outside of what is installed."""
        if any(whole == h or whole.startswith(h + os.sep) for h in self.hidden) or whole == self.root:
            return False
        inside = whole.startswith(self.root + os.sep)
        return inside or not any(whole.startswith(base.rstrip("/") + os.sep) for base in self.ignored)

    def sources(self, modules: list[Any]) -> list[str]:
        """Return the user's own Python that ran: the files that were read, and those of loaded modules."""
        places = [getattr(module, "__file__", None) for module in modules]
        loaded = {os.path.realpath(place) for place in places if isinstance(place, str)}
        return self._named(self._sources | {place for place in loaded if self._is_own(place)})

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        if not self.on:
            return
        if event == "open":
            path, mode, flags = (*args, None, None, None)[:3]
            flags = flags if isinstance(flags, int) else 0
            writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
            writes = writes or (isinstance(mode, str) and any(letter in mode for letter in "wax+"))
            self._note(self.written if writes else self.read, path)
        elif event in ("os.rename", "os.link", "os.symlink", "shutil.move", "shutil.copyfile"):
            self._note(self.written, args[1])
            self._note(self.read, args[0])
        elif event in ("os.remove", "os.rmdir", "os.mkdir", "os.truncate", "shutil.rmtree"):
            self._note(self.written, args[0])
        elif event in ("os.listdir", "os.scandir", "glob.glob", "sqlite3.connect"):
            self._note(self.read, args[0])
            self._note_listing(args[0])

    def _note_listing(self, path: Any) -> None:
        """Note that the notebook looks for files beside it; the import system does too, of its own accord."""
        caller = sys._getframe(2).f_code.co_filename
        place = os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else "."
        if "importlib" not in caller and os.path.realpath(place) == self.root:
            self.lists_root = True

    def _list(self) -> dict[str, tuple[int, int]]:
        """Return size and time of the files in the folder: some writers in C bypass the audit hook."""
        found: dict[str, tuple[int, int]] = {}
        was, self.on = self.on, False
        try:
            for folder, folders, files in os.walk(self.root):
                folders[:] = [name for name in folders if not name.startswith(".") and name != "__pycache__"]
                for name in files:
                    if len(found) >= LISTED:
                        return found
                    path = os.path.join(folder, name)
                    try:
                        status = os.stat(path)
                    except OSError:
                        continue
                    if not any(path.startswith(h + os.sep) for h in self.hidden):
                        found[path] = (status.st_size, status.st_mtime_ns)
        finally:
            self.on = was
        return found

    def _patch_parquet(self) -> None:
        """Hear of the files that pandas hands to pyarrow, which opens them without Python."""
        module = sys.modules.get("pandas.io.parquet")
        implementation = getattr(module, "PyArrowImpl", None)
        if implementation is None or hasattr(implementation.read, "__wrapped__"):
            return
        original = implementation.read

        @functools.wraps(original)
        def read(this: Any, path: Any, *args: Any, **keywords: Any) -> Any:
            if self.on:
                self._note(self.read, path)
            return original(this, path, *args, **keywords)

        implementation.read = read
