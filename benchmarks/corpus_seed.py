"""The same start for the global random generators of a plain run and of a project's run.

`python corpus_seed.py PACKAGE ARGUMENTS...` runs the package as `python -m PACKAGE ARGUMENTS...` would. Notebooks that
draw without a seed can then be compared; what draws from the operating system still differs and is left out.
"""

from __future__ import annotations

import random
import runpy
import sys

SEED = 20240229


def seed() -> None:
    """Starts Python's and NumPy's global generators; NumPy may be missing."""
    random.seed(SEED)
    try:
        import numpy
    except ImportError:
        return
    numpy.random.seed(SEED)


if __name__ == "__main__":
    package = sys.argv[1]
    del sys.argv[1]
    sys.path[0] = ""
    seed()
    runpy.run_module(package, run_name="__main__", alter_sys=True)
