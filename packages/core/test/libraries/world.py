"""What lies outside of Python's objects, before and after a call, and what the call touched of it."""

from __future__ import annotations

import contextlib
import locale
import logging
import os
import pickle
import random
import shutil
import sys
import tarfile
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import sklearn
from joblib import cpu_count

# Files that examples may read; the folder is made anew when a call changed it.
FIXTURES = {
    "file.txt": "one\ntwo\nthree\n",
    "table.csv": "a,b,c\n1,2,x\n3,4,y\n5,6,x\n",
    "data.json": '{"a": [1, 2], "b": [3, 4]}',
    "settings.ini": "[part]\nname = value\nnumber = 3\nflag = yes\n",
    "page.html": "<table><tr><th>a</th></tr><tr><td>1</td></tr></table>",
    "folder/inner.txt": "inner\n",
}
NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.bind", "urllib.Request")
PROCESSES = ("subprocess.Popen", "os.system", "os.posix_spawn", "os.fork", "os.exec")
LISTINGS = ("os.listdir", "os.scandir", "glob.glob")


ENVIRONMENT = dict(os.environ)
RC_PARAMS = mpl.rcParams.copy()
ERRORS = np.geterr()
PANDAS_OPTIONS = repr(pd._config.config._global_config)
PATH = list(sys.path)
# joblib starts a process to find it out, once.
cpu_count(only_physical_cores=True)


class Watch:
    """The audit hook, which cannot be taken away, and whether it is asked."""

    def __init__(self) -> None:
        """Begin to listen; nothing is noted yet."""
        self.touched: set[str] | None = None
        self.scratch = ""
        sys.addaudithook(self.heard)

    def heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note what Python says that it is about to do."""
        if self.touched is None:
            return
        if event in NETWORK:
            self.touched.add("network")
        elif event in PROCESSES:
            self.touched.add("process")
        elif event == "open" and self.is_inside(arguments[0]):
            mode, flags = arguments[1], arguments[2]
            is_written = (
                any(letter in mode for letter in "wax+")
                if isinstance(mode, str)
                else bool(flags & (os.O_WRONLY | os.O_RDWR))
            )
            self.touched.add("files written" if is_written else "files read")
        elif event in LISTINGS and self.is_inside(arguments[0] or "."):
            self.touched.add("files read")

    def is_inside(self, path: object) -> bool:
        """Tell whether a path is one of the scratch folder: what a library reads of its own does not count."""
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        return os.path.abspath(os.fsdecode(path)).startswith(self.scratch)


WATCH = Watch()


def make_files() -> None:
    """Fill the current folder with the files of the examples and with nothing else."""
    os.chdir(WATCH.scratch)
    for entry in os.scandir("."):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            Path(entry.path).unlink()
    for name, text in FIXTURES.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text)
    Path("empty").mkdir()
    Path("table.pkl").write_bytes(pickle.dumps([1, 2]))
    with zipfile.ZipFile("folder.zip", "w") as archive:
        archive.write("folder/inner.txt", "inner.txt")
    with tarfile.open("folder.tar", "w") as packed:
        packed.add("folder/inner.txt", "inner.txt")


def restore() -> None:
    """Put back what calls before this one may have changed."""
    make_files()
    plt.close("all")
    os.environ.clear()
    os.environ.update(ENVIRONMENT)
    if mpl.rcParams != RC_PARAMS:
        mpl.rcParams.update(RC_PARAMS)
    np.seterr(**ERRORS)
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    if repr(pd._config.config._global_config) != PANDAS_OPTIONS:
        pd.reset_option("^display")
    logging.disable(logging.NOTSET)
    locale.setlocale(locale.LC_ALL, "C")
    sys.path[:] = PATH
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.set_default_dtype(torch.float32)
        torch.set_grad_enabled(True)
    sklearn.set_config(transform_output="default", display="diagram")


def state() -> dict[str, Any]:
    """Read every resource that a call may change."""
    torch = sys.modules.get("torch")
    root = logging.getLogger()
    return {
        "random.python": random.getstate(),
        "random.numpy": repr(np.random.get_state()),
        "random.torch": torch and bytes(torch.get_rng_state().numpy()),
        "environment": dict(os.environ),
        "working-directory": working_directory(),
        "sys.path": list(sys.path),
        "options of torch": torch
        and (torch.get_default_dtype(), torch.is_grad_enabled()),
        "figure": [
            (
                number,
                len(figure.get_children()),
                [len(axes.get_children()) for axes in figure.axes],
            )
            for number in plt.get_fignums()
            for figure in [plt.figure(number)]
        ],
        "options": (
            list(mpl.rcParams.items()),
            repr(np.geterr()),
            repr(np.get_printoptions()),
            repr(pd._config.config._global_config),
            repr(sklearn.get_config()),
            sys.getrecursionlimit(),
        ),
        "warnings": [repr(entry) for entry in warnings.filters],
        "logging": (root.level, list(root.handlers), root.manager.disable),
        "locale": locale.setlocale(locale.LC_ALL),
        "stdout": sys.stdout.tell(),
        "files": files(),
    }


def working_directory() -> str | None:
    """Give the current folder, unless it was removed."""
    try:
        return os.getcwd()
    except FileNotFoundError:
        return None


def files() -> list[tuple[str, int, int]]:
    """List what is in the scratch folder."""
    found = []
    for folder, _, names in os.walk(WATCH.scratch):
        found.append((folder, 0, 0))
        for name in names:
            about = os.lstat(os.path.join(folder, name))
            found.append((os.path.join(folder, name), about.st_size, about.st_mtime_ns))
    return sorted(found)


@contextlib.contextmanager
def watched() -> Iterator[dict[str, set[str]]]:
    """Collect the resources that change within the block, as `writes`, and those only looked at, as `reads`."""
    before = state()
    touched: set[str] = set()
    seen: dict[str, set[str]] = {"writes": set(), "reads": set()}
    WATCH.touched = touched
    try:
        yield seen
    finally:
        WATCH.touched = None
        after = state()
        seen["writes"] |= {
            name
            for name, value in before.items()
            # What a library that the call imports brings along is no change.
            if after[name] != value and value is not None
        }
        seen["reads"] |= touched & {"network", "process"}
        if "options of torch" in seen["writes"]:
            seen["writes"] ^= {"options of torch", "options"}
        if "files written" in touched:
            seen["writes"].add("files")
        if "files read" in touched:
            seen["reads"].add("files")
        if "files" in seen["writes"] or "working-directory" in seen["writes"]:
            make_files()
