import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import type { Pipeline } from './pipeline.ts';
import { checkReach } from './reach.ts';
import { toCron } from './schedule/dialects.ts';
import type { Schedule } from './schedule/schedule.ts';
import type { Target } from './target.ts';
import { printDocuments } from './yaml.ts';

const LEAST_MINUTES = 5;

/** A workflow that installs the project, fetches the data, runs, and keeps the results as an artifact of the run. */
export const githubActions: Target = {
  id: 'github-actions',
  title: 'GitHub Actions',
  url: 'https://docs.github.com/actions',
  summary: 'small data, no machine of your own',
  capabilities: { schedule: 'optional', unit: 'pipeline', retries: false, parallel: false, resumes: false },
  options: [
    {
      name: 'fetch',
      doc: 'the command that fetches the inputs into the working directory, which git does not have',
      fallback: null,
      example: 'aws s3 cp --recursive s3://example-bucket/data data',
      pattern: /^[^\p{C}]+$/u,
      isNeeded: ({ inputs }) => inputs.some(({ kind }) => kind === 'project'),
    },
  ],
  render: (pipeline, { schedule, options: { fetch } }) => ({
    value: {
      [`.github/workflows/${pipeline.name}-run.yml`]: printDocuments(workflow(pipeline, schedule, fetch)),
    },
    diagnostics: [...checkReach(pipeline, 'github-actions', 'project'), ...checkInterval(schedule)],
  }),
  check: null,
  page: {
    needs: 'the project in a repository on GitHub, this folder as its root.',
    data: 'The option `fetch` brings the inputs; variables are secrets of the repository; results are kept as the artifact `{name}` of the run.',
    run: ['git push', 'gh workflow run {name}-run.yml'],
    limits: [
      'Runs may start late; GitHub stops the schedule of a public repository after 60 days without a commit.',
      'Nothing is kept between runs: every stage runs each time.',
    ],
  },
};

function checkInterval(schedule: Schedule | null): readonly Diagnostic[] {
  if (schedule === null) return [];
  const { minutes, hours } = schedule;
  // The first minute of the next hour follows the last one of this.
  const times = hours.length > 1 ? [...minutes, (minutes[0] ?? 0) + 60] : minutes;
  const isTooOften = times.some(
    (time, index) => time - (times[index - 1] ?? Number.NEGATIVE_INFINITY) < LEAST_MINUTES,
  );
  if (!isTooOften) return [];
  return [
    diagnostic('R005', {
      message: `GitHub starts nothing more often than every ${LEAST_MINUTES} minutes.`,
      location: { file: '--schedule' },
      hint: 'Take `systemd` or `cron`.',
    }),
  ];
}

function workflow(pipeline: Pipeline, schedule: Schedule | null, fetch: string | undefined): unknown {
  const secrets = pipeline.variables.map((name) => [name, `\${{ secrets.${name} }}`]);
  return {
    name: `Run ${pipeline.name}`,
    // biome-ignore lint/complexity/useLiteralKeys: `on` is a word of YAML 1.1
    ['on']: {
      ...(schedule === null ? {} : { schedule: [{ cron: toCron(schedule), timezone: schedule.timezone }] }),
      workflow_dispatch: {},
    },
    permissions: {},
    concurrency: { group: `run-${pipeline.name}`, 'cancel-in-progress': false },
    jobs: {
      run: {
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 120,
        permissions: { contents: 'read' },
        ...(secrets.length === 0 ? {} : { env: Object.fromEntries(secrets) }),
        steps: [
          { uses: 'actions/checkout@v7', with: { 'persist-credentials': false } },
          { uses: 'actions/setup-python@v7', with: { 'python-version': pipeline.python, cache: 'pip' } },
          { run: 'python -m pip install .' },
          ...(fetch === undefined ? [] : [{ run: fetch }]),
          { run: `python -m ${pipeline.package} --out artifacts run` },
          {
            uses: 'actions/upload-artifact@v7',
            with: { name: pipeline.name, path: 'artifacts', 'if-no-files-found': 'error' },
          },
        ],
      },
    },
  };
}
