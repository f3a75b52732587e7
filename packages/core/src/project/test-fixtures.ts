import { pythonString } from '../text/index.ts';
import { sampleInputName, type TestFacts } from './test-support.ts';

/** Gives `conftest.py`. */
export function conftest(facts: TestFacts): string {
  const { plan, runnable, variables } = facts;
  const environment = variables
    .map((name) => `    monkeypatch.setenv(${pythonString(name)}, str(tmp_path))\n`)
    .join('');
  const samples = runnable.length > 0;
  const base = `"""Parameters${samples ? ', recorded values,' : ''} and a folder to run in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ${plan.package} import io
from ${plan.package}._engine.settings import read_params
from ${plan.package}._engine.state import Project
from ${plan.package}.config import Params
from ${plan.package}.pipeline import STAGES

ROOT = Path(__file__).parent.parent
SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def params() -> Params:
    return read_params(Params, ROOT / "params.yaml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the parameters and no data."""
${environment}    monkeypatch.chdir(tmp_path)
    (tmp_path / "params.yaml").write_bytes((ROOT / "params.yaml").read_bytes())
    return tmp_path
`;
  if (!samples) return base;
  return base + sampleFixtures(facts);
}

function sampleFixtures({ plan, samples, whole }: TestFacts): string {
  const inputs = plan.inputs.filter((input) => input.key in samples.inputs);
  const entries = inputs.map(
    (input) =>
      `    ${pythonString(input.key)}: SAMPLES / ${pythonString(`inputs/${sampleInputName(input.key, input.location)}`)},`,
  );
  return `
INPUTS: dict[str, Path] = {
${entries.join('\n')}
}


@pytest.fixture
def sample() -> Callable[[str], Any]:
    """Return a function from the name of a dataset to a fresh copy of its recorded value."""

    def read(dataset: str) -> Any:
        return io.load(next(SAMPLES.glob(f"{dataset}.*")))

    return read


@pytest.fixture
def arguments(
    folder: Path, params: Params, sample: Callable[[str], Any]
) -> Callable[[str], dict[str, Any]]:
    """Return a function from a stage to fresh arguments for its function."""

    def give(name: str) -> dict[str, Any]:
        stage, here = STAGES[name], Project(params, folder, folder)
        found = {arg: sample(dataset) for arg, dataset in stage.inputs.items()}
        found |= {arg: here.value(key) for arg, key in stage.params.items()}
        found |= {arg: str(INPUTS[key]) for arg, key in stage.reads.items()}
        return found | {arg: str(folder / file) for arg, file in stage.writes.items()}

    return give
${whole ? SMALL : ''}`;
}

const SMALL = `

@pytest.fixture
def small() -> list[str]:
    """Return the options that put the samples in the place of the raw data."""
    return [part for key, path in INPUTS.items() for part in ("--set", f"{key}={path}")]
`;

/** \`compare.py\`: equality of values with a tolerance for floats, down into containers and fitted estimators. */
export const COMPARE = `"""Equality of values: exact but for floats, down into containers and fitted estimators."""

import math
from collections.abc import Mapping
from typing import Any

REL = 1e-6


def same(found: Any, expected: Any, path: str = "value") -> None:
    """Fail at the first difference, and say where it is."""
    assert type(found) is type(expected), f"{path}: {type(found)} instead of {type(expected)}"
    if isinstance(expected, float):
        both_nan = math.isnan(found) and math.isnan(expected)
        assert both_nan or math.isclose(found, expected, rel_tol=REL), path
    elif isinstance(expected, Mapping):
        assert list(found) == list(expected), path
        for key, value in expected.items():
            same(found[key], value, f"{path}[{key!r}]")
    elif isinstance(expected, (list, tuple)):
        assert len(found) == len(expected), path
        for index, value in enumerate(expected):
            same(found[index], value, f"{path}[{index}]")
    elif type(expected).__module__.partition(".")[0] == "pandas":
        _same_pandas(found, expected)
    elif type(expected).__module__ == "numpy":
        _same_numpy(found, expected, path)
    elif isinstance(expected, (str, bytes, int, complex, type(None), type)) or callable(expected):
        assert found == expected, path
    else:
        same(_state(found), _state(expected), path)


def _state(value: Any) -> Any:
    reduced = value.__reduce_ex__(4)
    if isinstance(reduced, str):
        return reduced
    state, items, pairs = ([*reduced, None, None, None])[2:5]
    return [*reduced[1], state, list(items or ()), list(pairs or ())]


def _same_numpy(found: Any, expected: Any, path: str) -> None:
    import numpy as np

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


def _same_pandas(found: Any, expected: Any) -> None:
    from pandas import testing

    name = {"DataFrame": "frame", "Series": "series"}.get(type(expected).__name__)
    if name:
        getattr(testing, f"assert_{name}_equal")(found, expected, rtol=REL)
    elif hasattr(expected, "equals"):
        testing.assert_index_equal(found, expected, rtol=REL)
    else:
        assert found == expected
`;
