import { pythonString } from '../text/index.ts';
import { renderCompare } from './test-compare.ts';
import { conftest } from './test-fixtures.ts';
import { testFunctions } from './test-functions.ts';
import { findGoldenFacts, testGolden } from './test-golden.ts';
import { testIo } from './test-io.ts';
import type { TestFacts } from './test-support.ts';

/** Gives the modules under `tests/` by file name; what there is no recorded value for is not tested. */
export function renderTests(facts: TestFacts): Readonly<Record<string, string>> {
  const golden = findGoldenFacts(facts);
  return {
    'conftest.py': conftest(facts),
    ...(golden || facts.runnable.length > 0 || facts.comparable.length > 0 || facts.calls.length > 0
      ? { '__init__.py': '"""Tests of the pipeline."""\n', 'compare.py': renderCompare(facts) }
      : {}),
    'test_pipeline.py': testPipeline(facts),
    ...(facts.codecs.size > 0 ? { 'test_io.py': testIo(facts) } : {}),
    ...(facts.plan.contracts.length > 0 ? { 'test_contracts.py': testContracts(facts) } : {}),
    ...(facts.runnable.length > 0 ? { 'test_pure.py': testPure(facts) } : {}),
    ...(facts.comparable.length > 0 ? { 'test_stages.py': testStages(facts) } : {}),
    ...(facts.calls.length > 0 ? { 'test_functions.py': testFunctions(facts.calls) } : {}),
    ...(golden ? { 'test_golden.py': testGolden(facts, golden) } : {}),
  };
}

function testPipeline({ plan, whole }: TestFacts): string {
  const name = plan.package;
  const base = `"""The stage table fits the functions and the parameters; settings that do not fit are named."""

import inspect
from graphlib import TopologicalSorter
from pathlib import Path
from pkgutil import resolve_name

import pytest

from ${name}._engine.cli import main
from ${name}._engine.files import read_json
from ${name}._engine.state import MAKER, Project, graph
from ${name}.config import Params
from ${name}.pipeline import STAGES


@pytest.mark.parametrize("name", STAGES)
def test_the_table_fits_the_function(name: str, params: Params) -> None:
    stage, here = STAGES[name], Project(params, Path(), Path())
    given = [*stage.inputs, *stage.params, *stage.reads, *stage.writes]
    assert sorted(given) == sorted(inspect.signature(resolve_name(stage.fn)).parameters)
    assert set(stage.inputs.values()) <= set(MAKER)
    for key in stage.params.values():
        here.value(key)


def test_every_parameter_is_used_and_every_dataset_has_one_maker(params: Params) -> None:
    tree = params.model_dump(by_alias=True)
    keys = {f"{section}.{key}" for section, values in tree.items() for key in values}
    stages = STAGES.values()
    used = {key for stage in stages for key in (*stage.params.values(), *stage.reads.values())}
    assert {key for key in keys if not {key, key.partition(".")[0]} & used} == set()
    assert used - keys - set(MAKER) <= set(tree)
    assert len(MAKER) == sum(len(stage.makes) for stage in stages)


def test_in_an_empty_folder_every_stage_would_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--params", str(folder / "params.yaml"), "status"]) == 0
    order = TopologicalSorter(graph()).static_order()
    assert capsys.readouterr().out.splitlines() == [f"{name}: new" for name in order]


def test_an_unknown_parameter_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--params", str(folder / "params.yaml"), "run", "--set", "nowhere.key=1"]) == 2
    assert "nowhere" in capsys.readouterr().err
`;
  if (!whole) return base;
  return `${base}

def test_a_run_can_be_repeated(folder: Path, small: list[str]) -> None:
    def ran(*more: str) -> list[str]:
        assert main(["--params", str(folder / "params.yaml"), "run", *small, *more]) == 0
        return list(read_json(folder / "artifacts/run.json")["ran"])

    assert ran() == list(TopologicalSorter(graph()).static_order())
    assert ran() == []
    last = next(reversed(STAGES))
    for made in STAGES[last].makes.values():
        (folder / "artifacts" / made).unlink()
    assert ran() == [last]
`;
}

function testContracts({ plan }: TestFacts): string {
  const names = plan.contracts.map(({ name }) => name);
  return `"""Raw data that does not fit is refused by column."""

import pandas as pd
import pytest

from ${plan.package}._engine.contract import Column, ContractError, check
from ${plan.package}.contracts import ${names.join(', ')}

COLUMNS = [(table, name) for table in (${names.join(', ')},) for name in table]


def example(columns: dict[str, Column]) -> pd.DataFrame:
    """Return an empty table that fits."""
    return pd.DataFrame({name: pd.Series([], dtype=column.dtype) for name, column in columns.items()})


@pytest.mark.parametrize("columns", [${names.join(', ')}])
def test_a_table_that_fits_passes(columns: dict[str, Column]) -> None:
    check(example(columns), columns, "raw")


@pytest.mark.parametrize(("columns", "name"), COLUMNS)
def test_a_missing_column_is_named(columns: dict[str, Column], name: str) -> None:
    with pytest.raises(ContractError) as error:
        check(example(columns).drop(columns=name), columns, "raw")
    assert str(error.value) == f"raw: {name}: missing"


@pytest.mark.parametrize(("columns", "name"), COLUMNS)
def test_another_type_is_named(columns: dict[str, Column], name: str) -> None:
    other = "complex64" if columns[name].dtype != "complex64" else "int8"
    table = example(columns)
    table[name] = pd.Series([], dtype=other)
    with pytest.raises(ContractError) as error:
        check(table, columns, "raw")
    assert str(error.value) == f"raw: {name}: {other} instead of {columns[name].dtype}"
`;
}

function testPure({ plan, runnable }: TestFacts): string {
  return `"""Stages leave their inputs as they are and give the same twice."""

from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import joblib
import pytest

from ${plan.package}.pipeline import STAGES

from .compare import same


@pytest.mark.parametrize("name", [${runnable.map(pythonString).join(', ')}])
def test_stage_is_pure(name: str, folder: Path, arguments: Callable[[str], dict[str, Any]]) -> None:
    stage, given = STAGES[name], arguments(name)
    before = joblib.hash(given)

    def call() -> tuple[Any, list[bytes]]:
        result = resolve_name(stage.fn)(**given)
        return result, [(folder / file).read_bytes() for file in stage.writes.values()]

    same(call(), call())
    assert joblib.hash(given) == before
`;
}

function testStages({ plan, comparable, samples }: TestFacts): string {
  const known = new Set(Object.keys(samples.values));
  const pairs = plan.stages
    .filter(({ name }) => comparable.includes(name))
    .flatMap((stage) =>
      stage.returns.flatMap(({ dataset }) =>
        known.has(dataset) ? [`(${pythonString(stage.name)}, ${pythonString(dataset)})`] : [],
      ),
    );
  return `"""Each stage gives what the notebook's statements gave on the same values."""

from collections.abc import Callable
from pkgutil import resolve_name
from typing import Any

import pytest

from ${plan.package}.pipeline import STAGES

from .compare import same


@pytest.mark.parametrize(("name", "dataset"), [${pairs.join(', ')}])
def test_stage_gives_the_recorded_value(
    name: str,
    dataset: str,
    arguments: Callable[[str], dict[str, Any]],
    sample: Callable[[str], Any],
) -> None:
    stage = STAGES[name]
    result = resolve_name(stage.fn)(**arguments(name))
    values = (result,) if len(stage.outputs) == 1 else result
    same(values[list(stage.outputs).index(dataset)], sample(dataset))
`;
}
