"""The process' own random generators in a stored value: an estimator without a seed refers to NumPy's.

What such a generator's state is when a notebook ends depends on all later draws, not on the value: the reference counts,
the state does not. A generator that a notebook makes itself is a value like any other.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class ProcessGenerator:
    """Stands for a process' own generator of this type, when a stored value is loaded."""

    kind: type

    def stands_for(self, value: object) -> bool:
        """Tells whether a value can be what the project has in its place."""
        return type(value) is self.kind


def is_process_generator(value: object) -> bool:
    """Tells whether a value is the generator behind `numpy.random.rand` or `random.random`."""
    known = (("numpy.random.mtrand", "_rand"), ("random", "_inst"))
    return any(value is getattr(sys.modules.get(module), name, known) for module, name in known)
