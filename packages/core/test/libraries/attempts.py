"""Calls to try for an entry: those that an example writes out, else arguments by the names of the parameters."""

from __future__ import annotations

import ast
import inspect
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

# Arguments whose name says nothing, the likeliest first.
POOL = (
    "2",
    "'a'",
    "0.5",
    "[3, 1, 2]",
    "arr",
    "vec",
    "X",
    "df",
    "s",
    "(lambda *values: values[0])",
    "b'a'",
    "{'a': 1}",
    "'%Y'",
)
PAIRS = (
    ("X", "y"),
    ("y", "y"),
    ("2", "2"),
    ("2", "'a'"),
    ("'a'", "2"),
    ("'a'", "'a'"),
    ("vec", "vec"),
    ("arr", "arr"),
    ("(lambda *values: values[0])", "[3, 1, 2]"),
    ("'a'", "[3, 1, 2]"),
    ("[3, 1, 2]", "[3, 1, 2]"),
    ("df", "df"),
    ("vec", "0.5"),
)
TRIPLES = (
    ("2", "0", "5"),
    ("'a'", "'b'", "'c'"),
    ("vec", "0", "1"),
    ("vec", "vec", "vec"),
)
# Options that decide what is copied, changed, or given back: each is tried the other way.
TURNED = re.compile(
    r"inplace|in_place|copy\w*|overwrite_\w+|return_\w+|deep|view|squeeze|as_frame|keepdims|subok|drop|dropna|sparse"
)
MOST_PRODUCTS = 48


@dataclass(frozen=True)
class Attempt:
    """Arguments as texts; `target` is what is called when that is not the entry itself."""

    positional: tuple[str, ...] = ()
    keywords: dict[str, str] = field(default_factory=dict)
    target: str | None = None


def from_text(text: str) -> Attempt:
    """Read a call that an example writes out; any other expression has no arguments."""
    tree = ast.parse(text, mode="eval").body
    is_plain = (
        isinstance(tree, ast.Call)
        and not any(isinstance(argument, ast.Starred) for argument in tree.args)
        and all(keyword.arg for keyword in tree.keywords)
    )
    if not is_plain:
        return Attempt(target=f"(lambda: {text})")
    assert isinstance(tree, ast.Call)
    return Attempt(
        tuple(ast.unparse(argument) for argument in tree.args),
        {str(keyword.arg): ast.unparse(keyword.value) for keyword in tree.keywords},
        ast.unparse(tree.func),
    )


def from_signature(
    target: Callable[..., Any],
    values: dict[str, list[str]],
    also: dict[str, str],
    *,
    by_name_only: bool = False,
) -> Iterator[Attempt]:
    """Guess arguments: by the names of the parameters, else from the pool, unless that may do harm."""
    pool = () if by_name_only else POOL
    try:
        parameters = list(inspect.signature(target).parameters.values())
    except (TypeError, ValueError):
        if pool:
            yield from from_pool()
        return
    needed = [
        parameter
        for parameter in parameters
        if parameter.default is parameter.empty
        and parameter.kind not in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL)
    ]
    extra = {
        parameter.name: also[parameter.name]
        for parameter in parameters
        if parameter.name in also and parameter not in needed
    }
    choices = [values.get(parameter.name, list(pool)) for parameter in needed]
    keyword_only = {
        parameter.name
        for parameter in needed
        if parameter.kind == parameter.KEYWORD_ONLY
    }
    for options in [extra, {}] if extra else [{}]:
        for texts in itertools.islice(itertools.product(*choices), MOST_PRODUCTS):
            named = list(zip(needed, texts, strict=True))
            yield Attempt(
                tuple(
                    text
                    for parameter, text in named
                    if parameter.name not in keyword_only
                ),
                {
                    **{p.name: text for p, text in named if p.name in keyword_only},
                    **options,
                },
            )
    if pool:
        yield from from_pool()


def from_pool() -> Iterator[Attempt]:
    """Try none, one, two and three arguments."""
    yield Attempt()
    for texts in [*((text,) for text in POOL), *PAIRS, *TRIPLES]:
        yield Attempt(texts)


def variations(
    target: Callable[..., Any], attempt: Attempt, shape: str | None
) -> Iterator[Attempt]:
    """Repeat a call that went well with one option turned, or with a place for its result."""
    try:
        parameters = inspect.signature(target).parameters.values()
    except (TypeError, ValueError):
        parameters = ()
    names = {parameter.name for parameter in parameters}
    for parameter in parameters:
        if TURNED.fullmatch(parameter.name) and parameter.name not in attempt.keywords:
            for text in ("True", "False"):
                if text != repr(parameter.default):
                    yield with_keyword(attempt, parameter.name, text)
    if shape is not None and ("out" in names or not names):
        yield with_keyword(attempt, "out", f"np.zeros({shape})")


def with_keyword(attempt: Attempt, name: str, text: str) -> Attempt:
    """Give an attempt with one more keyword."""
    return Attempt(attempt.positional, {**attempt.keywords, name: text}, attempt.target)
