"""Which global random generators moved."""

from __future__ import annotations

import random
import sys
from typing import Any


def random_states() -> dict[str, Any]:
    """Return something comparable for the state of each generator that is loaded."""
    found: dict[str, Any] = {"python": hash(random.getstate())}
    numpy_random, torch = sys.modules.get("numpy.random"), sys.modules.get("torch")
    if hasattr(numpy_random, "get_state"):
        state = numpy_random.get_state()
        found["numpy"] = (state[0], state[1].tobytes(), *state[2:])
    if hasattr(torch, "get_rng_state"):
        found["torch"] = torch.get_rng_state().numpy().tobytes()
    return found


SEEDED_STATES: dict[str, Any] = {}


def note_seeded() -> None:
    """Remember the state of generators that were loaded just now, before anybody can draw."""
    for name, state in random_states().items():
        SEEDED_STATES.setdefault(name, state)


def moved(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Return the generators whose state is another than before, or than when they were loaded in between."""
    known = {**SEEDED_STATES, **before}
    return sorted(name for name in after if name in known and known[name] != after[name])
