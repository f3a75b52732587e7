"""Makers of a value of a class: what an example says, a fitted estimator, or what its constructor makes."""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Callable
from functools import partial
from typing import Any

from attempts import Attempt, from_signature
from samples import Names, evaluate, resolve

Maker = Callable[[], Any]
COPIES = ("copy", "copy_X", "copy_x")
MOST_SUBCLASSES = 3
FITTING = (
    ("X", "y"),
    ("X", "target"),
    ("y", "y"),
    ("['a b', 'b c'] * 6",),
    ("[{'a': 1}]",),
)


def makers(
    owner: str,
    known: dict[str, list[str]],
    subclasses: dict[str, list[str]],
    arguments: dict[str, Any],
) -> list[Maker]:
    """List makers for a class; those of its subclasses when it cannot be made itself."""
    if owner in known:
        return [lambda text=text: evaluate(text, Names()) for text in known[owner]]
    found = made_by_constructor(owner, arguments)
    if found:
        return found
    return [
        maker
        for name in subclasses.get(owner, [])[: 3 * MOST_SUBCLASSES]
        for maker in makers(name, known, subclasses, arguments)[:1]
    ][:MOST_SUBCLASSES]


def made_by_constructor(owner: str, arguments: dict[str, Any]) -> list[Maker]:
    """Call the class with arguments by the names of its parameters; what can be fitted is."""
    made = resolve(owner)
    if not isinstance(made, type):
        return []
    for attempt in from_signature(made, arguments["values"], arguments["also"]):
        with contextlib.suppress(Exception):
            value = construct(made, attempt)
            if not hasattr(value, "fit") or not hasattr(value, "get_params"):
                return [partial(construct, made, attempt)]
            return fitted(made, attempt)
    return []


def construct(made: type, attempt: Attempt) -> Any:
    """Make a value of a class."""
    names = Names()
    return made(
        *(evaluate(text, names) for text in attempt.positional),
        **{name: evaluate(text, names) for name, text in attempt.keywords.items()},
    )


def fitted(made: type, attempt: Attempt) -> list[Maker]:
    """Make an estimator that is fitted to few rows, and one that need not copy what it is given."""
    model = construct(made, attempt)
    flags = [name for name in COPIES if name in model.get_params(deep=False)]
    models = [fit(model)]
    if flags:
        models.append(fit(construct(made, attempt).set_params(**{flags[0]: False})))
    return [lambda model=model: copy.deepcopy(model) for model in models]


def fit(model: Any) -> Any:
    """Fit a model to the first data that it takes; one that takes none stays as it is."""
    for texts in FITTING:
        names = Names()
        trial = copy.deepcopy(model)
        with contextlib.suppress(Exception):
            trial.fit(*(evaluate(text, names) for text in texts))
            return trial
    return model
