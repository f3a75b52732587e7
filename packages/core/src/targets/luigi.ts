import type { Pipeline } from './pipeline.ts';
import { needsTable } from './python-table.ts';
import type { Target } from './target.ts';

/** Tasks of Luigi that are complete when the project says that their stage is current. */
export const luigi: Target = {
  id: 'luigi',
  title: 'Luigi 3',
  url: 'https://luigi.readthedocs.io/',
  summary: 'one machine, stages side by side',
  capabilities: { schedule: 'none', unit: 'stage', retries: false, parallel: true, resumes: true },
  options: [],
  render: (pipeline) => ({
    value: { [`deploy/${pipeline.package}_luigi.py`]: tasks(pipeline) },
    diagnostics: [],
  }),
  check: 'python -m luigi --module {package}_luigi Pipeline --help',
  page: {
    needs: '`luigi>=3.6` in the environment of the project.',
    data: 'Inputs lie where `params.yaml` says; results stay in `artifacts/`, or in the folder that `--out` names.',
    run: [
      'PYTHONPATH=deploy python -m luigi --module {package}_luigi Pipeline --local-scheduler --workers 2',
    ],
    limits: ['Run it from the folder of `params.yaml`.'],
  },
};

function tasks(pipeline: Pipeline): string {
  const name = pipeline.package;
  return `"""Luigi: one task a stage of \`\`${name}\`\`; the project says which are current."""

import time
from collections.abc import Iterator
from pathlib import Path

import luigi

from ${name}._engine.cli import main
from ${name}._engine.files import Digests
from ${name}._engine.settings import find_params, read_environment, read_params
from ${name}._engine.state import Project, reasons, stage_key
from ${name}.config import Params
from ${name}.pipeline import STAGES

NEEDS: dict[str, list[str]] = ${needsTable(pipeline)}
BEGAN = time.time()


def current(out: Path) -> set[str]:
    """Return the stages whose outputs, and all that they are made from, are current."""
    file = find_params().resolve()
    read_environment(file.parent)
    project = Project(read_params(Params, file), file.parent, out)
    digests, found = Digests(out), set[str]()
    for name, needed in NEEDS.items():
        why = reasons(name, stage_key(STAGES[name], project, digests), project, digests)
        if why == ["external"] and project.receipt(name).stat().st_mtime >= BEGAN:
            why = []
        if not why and found.issuperset(needed):
            found.add(name)
    return found


class Stage(luigi.Task):
    """A stage of the pipeline."""

    name = luigi.Parameter()
    out = luigi.Parameter()

    def requires(self) -> list[luigi.Task]:
        """Return the stages whose outputs it reads."""
        return [Stage(name=needed, out=self.out) for needed in NEEDS[self.name]]

    def complete(self) -> bool:
        """Tell whether it is current."""
        return self.name in current(Path(self.out).resolve())

    def run(self) -> None:
        """Run the stage as the command does."""
        if code := main(["--out", self.out, "stage", self.name]):
            raise RuntimeError(f"{self.name} ended with exit {code}")


class Pipeline(luigi.WrapperTask):
    """All stages."""

    out = luigi.Parameter(default="artifacts")

    def requires(self) -> Iterator[luigi.Task]:
        """Return every stage."""
        return (Stage(name=name, out=self.out) for name in NEEDS)
`;
}
