import type { TestFacts } from './test-support.ts';

/** Gives `compare.py`: equality with a tolerance for floats, down into containers and fitted estimators. */
export function renderCompare({ plan, codecs }: TestFacts): string {
  const libraries = new Set(plan.requirements.map((requirement) => requirement.name));
  const pandas = libraries.has('pandas') || codecs.has('parquet');
  const numpy = pandas || libraries.has('numpy') || codecs.has('npz');
  const imports = [
    ...(numpy ? ['import numpy as np'] : []),
    ...(pandas ? ['from pandas import testing'] : []),
  ];
  const branches =
    (libraries.has('matplotlib') ? DRAWING_BRANCH : '') +
    (pandas ? PANDAS_BRANCH : '') +
    (numpy ? NUMPY_BRANCH : '');
  const functions = [...(numpy ? [NUMPY] : []), ...(pandas ? [PANDAS] : [])];
  return [HEAD, imports.join('\n'), START + branches + END, ...functions].join('\n\n');
}

const HEAD = `"""Equality of values: exact but for floats, down into containers and fitted estimators."""

import math
import re
from collections.abc import Mapping
from types import FunctionType
from typing import Any`;

const START = `REL = 1e-6
PLAIN = (str, bytes, int, complex, set, frozenset, type(None), type, FunctionType)
OF_ONE_RUN = re.compile("(fit|score)_time|_stop_words_id")  # timings, an address


def same(found: Any, expected: Any, path: str = "value") -> None:
    """Fail at the first difference, and say where it is."""
    assert type(found) is type(expected), f"{path}: {type(found)} instead of {type(expected)}"
    if isinstance(expected, float):
        both_nan = math.isnan(found) and math.isnan(expected)
        assert both_nan or math.isclose(found, expected, rel_tol=REL), path
    elif isinstance(expected, Mapping):
        assert list(found) == list(expected), path
        for key, value in expected.items():
            if not OF_ONE_RUN.search(str(key)):
                same(found[key], value, f"{path}[{key!r}]")
    elif isinstance(expected, (list, tuple)):
        assert len(found) == len(expected), path
        for index, value in enumerate(expected):
            same(found[index], value, f"{path}[{index}]")
`;

const DRAWING_BRANCH = `    elif type(expected).__module__.partition(".")[0] == "matplotlib":
        return  # a part of a drawing counts its callbacks and knows its figure
`;

const PANDAS_BRANCH = `    elif type(expected).__module__.partition(".")[0] == "pandas":
        _same_pandas(found, expected)
`;

const NUMPY_BRANCH = `    elif type(expected).__module__ == "numpy":
        _same_numpy(found, expected, path)
`;

const END = `    elif isinstance(expected, PLAIN):
        assert found == expected, path
    else:
        same(_state(found), _state(expected), path)


def _state(value: Any) -> Any:
    reduced = value.__reduce_ex__(4)
    if isinstance(reduced, str):
        return reduced
    state, items, pairs = ([*reduced, None, None, None])[2:5]
    return [*reduced[1], state, list(items or ()), list(pairs or ())]
`;

const NUMPY = `def _same_numpy(found: Any, expected: Any, path: str) -> None:
    assert (found.dtype, found.shape) == (expected.dtype, expected.shape), path
    if expected.dtype.names:
        for name in expected.dtype.names:
            _same_numpy(found[name], expected[name], f"{path}[{name!r}]")
    elif expected.dtype.hasobject:
        same(found.tolist(), expected.tolist(), path)
    elif np.issubdtype(expected.dtype, np.number):
        np.testing.assert_allclose(found, expected, rtol=REL, err_msg=path)
    else:
        np.testing.assert_array_equal(found, expected, err_msg=path)
`;

const PANDAS = `def _same_pandas(found: Any, expected: Any) -> None:
    name = {"DataFrame": "frame", "Series": "series"}.get(type(expected).__name__)
    if name:
        getattr(testing, f"assert_{name}_equal")(found, expected, rtol=REL)
    elif hasattr(expected, "equals"):
        testing.assert_index_equal(found, expected, rtol=REL)
    else:
        assert found == expected
`;
