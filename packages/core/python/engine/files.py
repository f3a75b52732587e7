"""Files: digests, and writes that are whole or absent."""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path
from typing import Any

TEMPORARY = ".tmp-"


class BusyError(Exception):
    """Another run holds the folder, or it cannot be written."""


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Yield a path of the same name in a temporary folder; move what is there on success."""
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=path.parent))
    made = folder / path.name
    try:
        yield made
        if made.is_file():
            with made.open("rb+") as file:
                os.fsync(file.fileno())
        elif not made.exists():
            raise FileNotFoundError(f"{path.name} was not written")
        if path.is_dir():  # no rename replaces a folder that holds files
            path.rename(folder / f"{path.name}.old")
        made.replace(path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def holding(folder: Path, *, shared: bool) -> Iterator[None]:
    """Hold a folder, alone or with others; a killed process lets go of it too."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = sqlite3.connect(folder / ".lock", timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN" if shared else "BEGIN EXCLUSIVE")
        lock.execute("SELECT 1 FROM sqlite_master").fetchall()
    except sqlite3.OperationalError as error:
        lock.close()
        why = "in use by another run" if "locked" in str(error) else "not writable"
        raise BusyError(f"{folder} is {why} ({error})") from error
    try:
        if not shared:
            for left in [*folder.rglob(f"{TEMPORARY}*")]:
                shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        lock.close()


def write_json(value: object, path: Path) -> None:
    """Write ``value`` as JSON."""
    with writing(path) as temporary:
        temporary.write_text(json.dumps(value, indent=2, allow_nan=False) + "\n", encoding="utf-8")


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object; one that is missing or broken is empty."""
    with suppress(OSError, ValueError):
        value = json.loads(path.read_text(encoding="utf-8"))
        return value if isinstance(value, dict) else {}
    return {}


class Digests:
    """SHA-256 of files, remembered by size, time of change and inode."""

    def __init__(self, out: Path) -> None:
        self.store = out / ".receipts/.digests.json"
        self.known = read_json(self.store)

    def of(self, location: str | Path) -> str:
        """Digest of a file, or of the names and bytes of a folder or glob; of a URI, itself."""
        if "://" in str(location):
            return str(location)
        base, pattern = Path(location), "**/*"
        if not base.exists():
            plain = list(takewhile(lambda part: not set(part) & set("*?["), base.parts))
            base, pattern = Path(*plain), "/".join(base.parts[len(plain) :]) or pattern
        if not base.is_dir():
            return self._file(base)
        files = sorted(file for file in base.glob(pattern) if file.is_file())
        listing = [[file.relative_to(base).as_posix(), self._file(file)] for file in files]
        return hashlib.sha256(json.dumps(listing).encode()).hexdigest()

    def _file(self, path: Path) -> str:
        if not path.is_file():
            return "missing"
        stat = path.stat()
        seen = [stat.st_size, stat.st_mtime_ns, stat.st_ino]
        known = self.known.get(str(path))
        if isinstance(known, list) and known[:3] == seen:
            return str(known[3])
        found = hashlib.sha256()
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                found.update(block)
        self.known[str(path)] = [*seen, found.hexdigest()]
        return found.hexdigest()
