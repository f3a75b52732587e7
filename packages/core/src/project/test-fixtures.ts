import { pythonString } from '../text/index.ts';
import { sampleInputName, type TestFacts } from './test-support.ts';

/** Gives `conftest.py`. */
export function conftest(facts: TestFacts): string {
  const { plan, runnable, variables } = facts;
  const environment = variables
    .map((name) => `    monkeypatch.setenv(${pythonString(name)}, str(tmp_path))\n`)
    .join('');
  const needed = plan.settings.filter((setting) => setting.isNeeded).map(({ name }) => pythonString(name));
  const skipping = needed.length === 0 ? '' : SKIPPING;
  const samples = runnable.length > 0;
  const base = `"""Parameters${samples ? ', recorded values,' : ''} and a folder to run in."""
${needed.length > 0 ? '\nimport os' : ''}
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ${plan.package} import io
from ${plan.package}._engine.settings import ${needed.length > 0 ? 'read_environment, ' : ''}read_params
from ${plan.package}._engine.state import Project
from ${plan.package}.config import Params
from ${plan.package}.pipeline import STAGES

ROOT = Path(__file__).parent.parent
SAMPLES = Path(__file__).parent / "samples"
${needed.length > 0 ? `NEEDED = (${needed.join(', ')},)` : ''}

@pytest.fixture
def params() -> Params:
    return read_params(Params, ROOT / "params.yaml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the parameters and no data."""
${skipping}${environment}    monkeypatch.chdir(tmp_path)
    (tmp_path / "params.yaml").write_bytes((ROOT / "params.yaml").read_bytes())
    return tmp_path
`;
  if (!samples) return base;
  return base + sampleFixtures(facts);
}

const SKIPPING = `    read_environment(ROOT)
    missing = [name for name in NEEDED if name not in os.environ]
    if missing:
        pytest.skip(f"not in the environment: {', '.join(missing)}")
`;

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
