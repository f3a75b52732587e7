import { pythonString } from '../text/index.ts';
import { toVariable } from './names.ts';
import { HOME, OUT } from './options.ts';
import type { Pipeline } from './pipeline.ts';
import { needsTable } from './python-table.ts';
import { toCron } from './schedule/dialects.ts';
import type { Schedule } from './schedule/schedule.ts';
import type { Target } from './target.ts';

/** A DAG with one task a stage, which the project's own environment runs. */
export const airflow: Target = {
  id: 'airflow',
  title: 'Apache Airflow 3',
  url: 'https://airflow.apache.org/docs/apache-airflow/stable/',
  summary: 'many pipelines, with retries and a history of runs',
  capabilities: { schedule: 'optional', unit: 'stage', retries: true, parallel: true, resumes: false },
  options: [HOME, OUT],
  render: (pipeline, { schedule, options }) => ({
    value: { [`dags/${pipeline.package}_dag.py`]: dag(pipeline, schedule, options) },
    diagnostics: [],
  }),
  check: 'ruff check --preview --select AIR dags/{package}_dag.py',
  page: {
    needs: '`apache-airflow>=3.0` with the standard provider; the project with its `.venv` on every worker.',
    data: 'Inputs lie in the folder `home` (or `$CHURN_HOME`, after the name of the package), variables in its `.env`; results of each run stay in a folder of its own below `out` (or `$CHURN_OUT`), which all workers share.',
    run: ['cp dags/{package}_dag.py $AIRFLOW_HOME/dags/', 'airflow dags test {package}'],
    limits: [
      'Each DAG run has a folder of its own, so it runs every stage; a task that is cleared and started again leaves out what is current.',
      'Nothing travels through XCom: stages hand over files.',
    ],
  },
};

function dag(
  pipeline: Pipeline,
  schedule: Schedule | null,
  { home = '', out = '' }: Readonly<Record<string, string>>,
): string {
  const variable = toVariable(pipeline.package);
  return `"""Airflow 3: one task a stage of \`\`${pipeline.package}\`\`, run by the project's own environment."""

import os
from datetime import timedelta

import pendulum
from airflow.sdk import dag, task

HOME = os.environ.get("${variable}_HOME", ${pythonString(home)})
OUT = os.environ.get("${variable}_OUT", ${pythonString(out)})
NEEDS: dict[str, list[str]] = ${needsTable(pipeline)}


@dag(
    ${pythonString(pipeline.package)},
    schedule=${schedule === null ? 'None' : pythonString(toCron(schedule))},
    start_date=pendulum.datetime(2026, 1, 1, tz=${pythonString(schedule?.timezone ?? 'UTC')}),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5)},
)
def pipeline() -> None:
    """Run the stages into a folder of this DAG run."""

    @task.bash(cwd=HOME, do_xcom_push=False)
    def stage(name: str) -> str:
        return f".venv/bin/python -m ${pipeline.package} --out '{OUT}/{{{{ run_id }}}}' stage {name}"

    tasks = {name: stage.override(task_id=name)(name) for name in NEEDS}
    for name, needed in NEEDS.items():
        tasks[name].set_upstream([tasks[other] for other in needed])


pipeline()
`;
}
