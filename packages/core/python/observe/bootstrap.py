"""Starts a project as the notebook's run was started: ``python bootstrap.py SEED SOURCE PACKAGE ARGUMENTS...``."""

from __future__ import annotations

import runpy
import sys

from .inject import inject


def main(arguments: list[str]) -> int:
    """Inject the random state, then run the package as ``python -m PACKAGE`` does."""
    seed, source, package, *rest = arguments
    sys.path[0] = source
    sys.argv = [package, *rest]
    inject(int(seed))
    runpy.run_module(package, run_name="__main__", alter_sys=True)
    return 0
