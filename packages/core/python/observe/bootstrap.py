"""Starts a project: ``python bootstrap.py SEED SOURCE PACKAGE ARGUMENTS...``; ``-`` is no seed: a run of its own."""

from __future__ import annotations

import os
import runpy
import sys

from .contain import contain_if_asked
from .inject import inject
from .watchdog import follow_parent


def main(arguments: list[str]) -> int:
    """Inject the random state of the notebook's run, then run the package as ``python -m PACKAGE`` does."""
    seed, source, package, *rest = arguments
    follow_parent()
    contain_if_asked()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    sys.path[0] = source
    sys.argv = [package, *rest]
    if seed != "-":
        inject(int(seed))
    runpy.run_module(package, run_name="__main__", alter_sys=True)
    return 0
