import { diagnostic } from '../diagnostics/index.ts';
import type { Pipeline, PipelineStage } from './pipeline.ts';
import { checkReach } from './reach.ts';
import { toQuartz } from './schedule/dialects.ts';
import type { Schedule } from './schedule/schedule.ts';
import type { Target } from './target.ts';
import { printDocuments } from './yaml.ts';

/** A bundle: the wheel of the project, and a job with one task a stage. */
export const databricks: Target = {
  id: 'databricks',
  title: 'Databricks bundle',
  url: 'https://docs.databricks.com/dev-tools/bundles/',
  summary: 'a workspace of Databricks',
  capabilities: { schedule: 'optional', unit: 'stage', retries: true, parallel: true, resumes: true },
  options: [
    {
      name: 'volume',
      doc: 'the folder of a volume with `data/` in it, where results stay too',
      fallback: null,
      example: '/Volumes/main/default/churn',
      pattern: /^\/Volumes\/[\w-]+\/[\w-]+\/[\w./-]*[\w-]$/,
    },
  ],
  render: (pipeline, { schedule, options: { volume = '' } }) => {
    const quartz = schedule === null ? null : toQuartz(schedule);
    const unsaid =
      schedule !== null && quartz === null
        ? [
            diagnostic('R005', {
              message: 'Quartz cannot say days of the month and of the week at once.',
              location: { file: '--schedule' },
              hint: 'Name only one of them, or make a job for each.',
            }),
          ]
        : [];
    return {
      value: { 'databricks.yml': printDocuments(bundle(pipeline, schedule, quartz, volume)) },
      diagnostics: [...checkReach(pipeline, 'databricks', 'data'), ...unsaid],
    };
  },
  check: 'databricks bundle validate',
  page: {
    needs:
      'the command line `databricks` 0.250 or newer, `uv` to build the wheel, a workspace with serverless jobs.',
    data: 'Before the first run, copy `params.yaml` and `data/` into the folder `volume`; results stay in `artifacts/` beside them. Variables are set in the environment of the job.',
    run: [
      'databricks fs cp params.yaml dbfs:/Volumes/main/default/{package}/',
      'databricks bundle deploy',
      'databricks bundle run {package}',
    ],
    limits: [
      'A schedule names days of the month or of the week, not both: Quartz has one of them.',
      'In the target `dev` Databricks pauses schedules.',
      'A stage runs as one task on one machine.',
    ],
  },
};

function bundle(
  pipeline: Pipeline,
  schedule: Schedule | null,
  quartz: string | null,
  volume: string,
): unknown {
  return {
    bundle: { name: pipeline.package },
    artifacts: { wheel: { type: 'whl', build: 'uv build --wheel', path: '.' } },
    resources: {
      jobs: {
        [pipeline.package]: {
          name: pipeline.package,
          max_concurrent_runs: 1,
          ...(schedule === null || quartz === null
            ? {}
            : { schedule: { quartz_cron_expression: quartz, timezone_id: schedule.timezone } }),
          tasks: pipeline.stages.map((stage) => task(pipeline, stage, volume)),
          environments: [
            {
              environment_key: 'default',
              spec: { environment_version: '4', dependencies: ['./dist/*.whl'] },
            },
          ],
        },
      },
    },
    targets: { dev: { mode: 'development', default: true }, prod: { mode: 'production' } },
  };
}

function task(pipeline: Pipeline, { name, needs }: PipelineStage, volume: string): unknown {
  return {
    task_key: name,
    ...(needs.length > 0 ? { depends_on: needs.map((needed) => ({ task_key: needed })) } : {}),
    environment_key: 'default',
    max_retries: 2,
    python_wheel_task: {
      package_name: pipeline.name,
      entry_point: pipeline.name,
      parameters: ['--params', `${volume}/params.yaml`, '--out', `${volume}/artifacts`, 'stage', name],
    },
  };
}
