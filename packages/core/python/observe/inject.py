"""The random state that a notebook's run and its project's run both begin with."""

from __future__ import annotations

import random
import sys
from typing import Any

from .random_state import note_seeded

SEEDED = {"numpy.random": "seed", "torch": "manual_seed"}


class _SeedingLoader:
    """Loads a module as its own loader does, then seeds its generator: before anybody can draw."""

    def __init__(self, loader: Any, seed: int) -> None:
        self._loader = loader
        self._seed = seed

    def create_module(self, spec: Any) -> Any:
        return self._loader.create_module(spec)

    def exec_module(self, module: Any) -> None:
        self._loader.exec_module(module)
        module.__spec__.loader = self._loader
        module.__loader__ = self._loader
        getattr(module, SEEDED[module.__name__])(self._seed)
        note_seeded()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader, name)


class _SeedingFinder:
    """Finds the modules that hold a global generator with the finders that follow."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name not in SEEDED:
            return None
        for finder in sys.meta_path:
            find = None if finder is self else getattr(finder, "find_spec", None)
            spec = find(name, path, target) if find else None
            if spec is not None and spec.loader is not None:
                spec.loader = _SeedingLoader(spec.loader, self._seed)
                return spec
        return None


def inject(seed: int) -> None:
    """Seed Python's generator now, those of NumPy and torch as soon as they are imported."""
    random.seed(seed)
    for name, function in SEEDED.items():
        if name in sys.modules:
            getattr(sys.modules[name], function)(seed)
    sys.meta_path.insert(0, _SeedingFinder(seed))  # type: ignore[arg-type]
