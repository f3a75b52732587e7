import { pythonString } from '../text/index.ts';
import type { Pipeline } from './pipeline.ts';
import { needsTable } from './python-table.ts';
import type { Target } from './target.ts';

/** A graph of tasks, one a stage, on the workers of a cluster. */
export const dask: Target = {
  id: 'dask',
  title: 'Dask',
  url: 'https://distributed.dask.org/',
  summary: 'the processes of one machine, or a cluster with a shared folder',
  capabilities: { schedule: 'none', unit: 'stage', retries: true, parallel: true, resumes: true },
  options: [],
  render: (pipeline) => ({
    value: { [`deploy/${pipeline.package}_dask.py`]: program(pipeline) },
    diagnostics: [],
  }),
  check: null,
  page: {
    needs: '`dask>=2025.1` and `distributed` in the environment of the project, on every worker.',
    data: 'The folder of the project, with its inputs, and the folder for results are shared by all workers; variables are in its `.env`.',
    run: ['python deploy/{package}_dask.py', 'python deploy/{package}_dask.py --scheduler tcp://HOST:8786'],
    limits: [
      'A stage runs as one task: what does not fit into the memory of one worker needs another stage.',
      'Stages hand over files, not values: nothing is pickled between workers.',
    ],
  },
};

function program(pipeline: Pipeline): string {
  return `"""Dask: one task a stage of \`\`${pipeline.package}\`\`, each in a process of its own on a worker."""

import argparse
import subprocess
import sys
from pathlib import Path

from dask.distributed import Client, Future, LocalCluster

NEEDS: dict[str, list[str]] = ${needsTable(pipeline)}


def stage(name: str, home: str, out: str, *_needed: str) -> str:
    """Run a stage once those that it needs are done."""
    command = [sys.executable, "-m", ${pythonString(pipeline.package)}, "--out", out, "stage", name]
    subprocess.run(command, check=True, cwd=home)  # noqa: S603 - names of this table
    return name


def main() -> None:
    """Run the pipeline on a cluster: one that is named, else the processes of this machine."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--scheduler", help="address of a cluster")
    parser.add_argument("--home", type=Path, default=Path.cwd(), help="the folder of params.yaml")
    parser.add_argument("--out", type=Path, default=Path("artifacts"))
    args = parser.parse_args()
    cluster = args.scheduler or LocalCluster(threads_per_worker=1, dashboard_address=None)
    with Client(cluster) as client:
        tasks: dict[str, Future] = {}
        for name, needed in NEEDS.items():
            before = [tasks[other] for other in needed]
            where = (str(args.home.resolve()), str(args.out.resolve()))
            tasks[name] = client.submit(stage, name, *where, *before, retries=2, pure=False)
        client.gather(list(tasks.values()))


if __name__ == "__main__":
    main()
`;
}
