import { pythonString } from '../text/index.ts';
import type { Pipeline } from './pipeline.ts';
import { needsTable } from './python-table.ts';
import type { Target } from './target.ts';

/** An application of Spark whose tasks are the stages: those that do not need each other run at the same time. */
export const spark: Target = {
  id: 'spark',
  title: 'Apache Spark 4',
  url: 'https://spark.apache.org/docs/latest/submitting-applications.html',
  summary: 'a cluster that runs Spark already',
  capabilities: { schedule: 'none', unit: 'stage', retries: true, parallel: true, resumes: true },
  options: [],
  render: (pipeline) => ({
    value: { [`deploy/${pipeline.package}_spark.py`]: program(pipeline) },
    diagnostics: [],
  }),
  check: null,
  page: {
    needs:
      '`pyspark>=4`, Java 17 or 21, and the environment of the project on every executor (`PYSPARK_PYTHON`).',
    data: 'The folder of the project, with its inputs, and the folder for results are shared by all executors; variables are in its `.env`.',
    run: [
      "spark-submit --master 'local[2]' deploy/{package}_spark.py",
      'spark-submit --master spark://HOST:7077 deploy/{package}_spark.py --out /mnt/{package}',
    ],
    limits: [
      'A stage runs as one task of one executor: the tables of pandas are not made tables of Spark.',
      'A stage waits for all that could start before it.',
    ],
  },
};

function program(pipeline: Pipeline): string {
  return `"""Spark: one task a stage of \`\`${pipeline.package}\`\`, each in a process of its own on an executor."""

import argparse
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

from pyspark.sql import SparkSession

NEEDS: dict[str, list[str]] = ${needsTable(pipeline)}


def main() -> None:
    """Run the pipeline: stages that do not need each other at the same time."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--home", type=Path, default=Path.cwd(), help="the folder of params.yaml")
    parser.add_argument("--out", type=Path, default=Path("artifacts"))
    args = parser.parse_args()
    home, out = str(args.home.resolve()), str(args.out.resolve())

    def stage(name: str) -> None:
        command = [sys.executable, "-m", ${pythonString(pipeline.package)}, "--out", out, "stage", name]
        subprocess.run(command, check=True, cwd=home)  # noqa: S603 - names of this table

    spark = SparkSession.builder.appName(${pythonString(pipeline.package)}).getOrCreate()
    order = TopologicalSorter(NEEDS)
    order.prepare()
    while order.is_active():
        ready = order.get_ready()
        spark.sparkContext.parallelize(ready, len(ready)).foreach(stage)
        order.done(*ready)
    spark.stop()


if __name__ == "__main__":
    main()
`;
}
