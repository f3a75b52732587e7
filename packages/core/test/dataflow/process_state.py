"""What a program may leave behind in a process, taken back, so that the next program finds the process as new.

Not taken back: imports of further modules, which only make later imports faster. A program whose slice seems wrong is
executed again in a fork, so that what is missed here makes no false alarm.
"""

from __future__ import annotations

import importlib
import os
import random
import shutil
import sys
import warnings
from types import ModuleType
from typing import Any


class ProcessState:
    """The state of this process when it was made; `restore` brings it back."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.environment = dict(os.environ)
        self.search_path = list(sys.path)
        self.random = random.getstate()
        self.filters = list(warnings.filters)
        for name in STANDARD.split():
            importlib.import_module(name)
        self.modules = {name: dict(vars(module)) for name, module in patchable()}
        self.figures = figure_settings()
        self.restore("")

    def restore(self, code: str) -> None:
        """Undoes what `code` may have done; the dear parts only where its text names them."""
        os.chdir(self.folder)
        for name in os.listdir(self.folder):
            path = os.path.join(self.folder, name)
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
        if dict(os.environ) != self.environment:
            os.environ.clear()
            os.environ.update(self.environment)
        sys.path[:] = self.search_path
        random.setstate(self.random)
        if warnings.filters != self.filters:
            warnings.filters[:] = self.filters
            warnings._filters_mutated()  # type: ignore[attr-defined]
        for name, module in patchable():
            undo_patches(vars(module), self.modules.setdefault(name, dict(vars(module))))
        self.restore_libraries(code)

    def restore_libraries(self, code: str) -> None:
        """Random state, options and figures of the libraries that the code names."""
        if "numpy" in sys.modules:
            import numpy

            numpy.random.seed(12345)
            numpy.seterr(all="warn")
        if "option" in code and "pandas" in sys.modules:
            import pandas

            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                pandas.reset_option("all")
        if "decimal" in code:
            import decimal

            decimal.setcontext(decimal.DefaultContext.copy())
        if "matplotlib" in code and "matplotlib.pyplot" in sys.modules:
            import matplotlib.pyplot

            matplotlib.pyplot.close("all")
            if self.figures is None:
                matplotlib.rcdefaults()
                self.figures = figure_settings()
            elif figure_settings() != self.figures:
                matplotlib.rcParams.update(self.figures)


def figure_settings() -> dict[str, Any] | None:
    """The settings of Matplotlib, where it is loaded; the backend stays as it is."""
    if "matplotlib.pyplot" not in sys.modules:
        return None
    import matplotlib

    return {key: matplotlib.rcParams._get(key) for key in matplotlib.rcParams if key != "backend"}


def patchable() -> list[tuple[str, ModuleType]]:
    """The modules that programs name, whose attributes they may replace."""
    names = f"{STANDARD} {LIBRARIES}".split()
    return [(name, sys.modules[name]) for name in names if name in sys.modules]


STANDARD = """
    bisect builtins collections contextlib copy csv dataclasses datetime decimal functools heapq io itertools json math operator os
    os.path pathlib pickle random re shutil statistics string sys textwrap time warnings
"""
LIBRARIES = "numpy numpy.random pandas matplotlib matplotlib.pyplot"


def undo_patches(namespace: dict[str, Any], before: dict[str, Any]) -> None:
    """Gives a module the attributes that it had; new ones with a dot-free module behind them stay (submodules)."""
    for name in [name for name in namespace if name not in before]:
        if not isinstance(namespace[name], ModuleType):
            del namespace[name]
    for name, value in before.items():
        if namespace.get(name, before) is not value:
            namespace[name] = value
