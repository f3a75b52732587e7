import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { Plan } from '../../src/plan/index.ts';
import { allTargets, renderTargets, type TargetRequest } from '../../src/targets/index.ts';
import { churn, shared, tiny } from '../project/plans.ts';
import { digest, render, toolchain } from '../project/render.ts';
import { runPython, writeProject } from '../project/write-project.ts';
import { requestFor } from './requests.ts';

const PLANS: readonly Plan[] = [tiny, churn, shared];

function renderFor(plan: Plan, id: string, more: Partial<TargetRequest> = {}, params?: string) {
  const target = allTargets.find((each) => each.id === id);
  if (target === undefined) throw new Error(`there is no target ${id}`);
  const options = { toolchain, digest, ...(params === undefined ? {} : { params }) };
  const made = renderTargets(render(plan).value, [{ ...requestFor(target), ...more }], options);
  const paths = made.value.lock.targets[0]?.files ?? [];
  const texts = paths.map((path) => {
    const file = made.value.files.find((each) => each.path === path);
    return file?.kind === 'text' ? file.text : '';
  });
  return { ...made, text: texts[0] ?? '' };
}

describe('Kubernetes', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'kubernetes.schema.json'), 'utf8'));
  const validate = new Ajv({ strict: true }).compile(schema);

  test.each(PLANS)('the documents of $package fit the strict schema', (plan) => {
    for (const when of [{}, { schedule: '*/20 3 1,15 * *', timezone: 'Asia/Tokyo' }]) {
      const documents = parseAllDocuments(renderFor(plan, 'kubernetes', when).text, { version: '1.1' });
      expect(documents.length).toBeGreaterThan(1);
      for (const document of documents) {
        expect(validate(document.toJS()), JSON.stringify(validate.errors)).toBe(true);
        expect(validate({ ...document.toJS(), speck: {} })).toBe(false);
      }
    }
  });

  test('names follow DNS-1123', () => {
    const { text } = renderFor({ ...churn, package: 'My_Model_2' }, 'kubernetes');
    expect(text).toContain('name: my-model-2-run');
    expect(text).toContain('command: [python, -m, My_Model_2,');
  });
});

describe('DVC', () => {
  interface DvcStage {
    readonly cmd: string;
    readonly deps: readonly string[];
    readonly params?: readonly string[];
    readonly outs?: readonly string[];
    readonly metrics?: readonly string[];
    readonly always_changed?: true;
  }

  const stagesOf = (plan: Plan, params?: string): Readonly<Record<string, DvcStage>> =>
    parse(renderFor(plan, 'dvc', {}, params).text).stages;

  test.each(PLANS)('each file of $package has one maker, and all that a stage depends on exists', (plan) => {
    const stages = Object.values(stagesOf(plan));
    const made = stages.flatMap(({ outs = [], metrics = [] }) => [...outs, ...metrics]);
    expect(new Set(made).size).toBe(made.length);
    expect(made).toEqual(expect.arrayContaining(plan.artifacts.map(({ path }) => path)));
    const { files } = render(plan).value;
    const known = [...files.map(({ path }) => path), ...made, ...plan.inputs.map(({ location }) => location)];
    for (const { deps } of stages) expect(known).toEqual(expect.arrayContaining([...deps]));
  });

  test('a stage depends on the code that it reaches and on no other', () => {
    const { load, train, evaluate } = stagesOf(churn);
    expect(load?.deps).toContain('src/churn/contracts.py');
    expect(train?.deps).toContain('src/churn/stages/model.py');
    expect(train?.deps).not.toContain('src/churn/stages/data.py');
    expect(train?.params).toEqual(['train.c', 'train.max_iter', 'common.seed']);
    expect(evaluate?.metrics).toEqual(['artifacts/metrics.json']);
  });

  test('what DVC cannot see always runs', () => {
    expect(stagesOf(churn).load?.always_changed).toBeUndefined();
    const moved = stagesOf(churn, 'load: {path: "s3://bucket/customers.csv"}');
    expect(moved.load).toMatchObject({ always_changed: true });
    expect(moved.load?.deps).not.toContain('s3://bucket/customers.csv');
    expect(stagesOf(shared).write_lines).toMatchObject({ always_changed: true });
  });

  test('a pattern becomes the folder above it, in its place of now', () => {
    expect(stagesOf(churn, 'load: {path: "data/2026/*.csv"}').load?.deps).toContain('data/2026');
  });
});

test('the DAG of Airflow uses nothing that Airflow 3 has removed', () => {
  const plan = renderFor(churn, 'airflow');
  const folder = writeProject(plan.value);
  const air = ['-m', 'ruff', 'check', '--isolated', '--preview', '--select', 'AIR', 'dags'];
  expect(runPython(folder, ...air).output).toMatch(/^All checks passed!/);
  expect(plan.text).toContain('schedule="0 6 * * 1-5"');
  expect(plan.text).toContain('tz="Europe/Paris"');
  expect(renderFor(churn, 'airflow', { schedule: '@hourly', timezone: 'UTC' }).text).toContain(
    'schedule="0 * * * *"',
  );
});

describe('Databricks', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'databricks.schema.json'), 'utf8'));
  const validate = new Ajv({ strict: true }).compile(schema);

  test.each(PLANS)('the bundle of $package fits the strict schema', (plan) => {
    const bundle = parse(renderFor(plan, 'databricks').text, { version: '1.1' });
    expect(validate(bundle), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...bundle, resource: {} })).toBe(false);
    const [job] = Object.values<{ tasks: readonly { task_key: string }[] }>(bundle.resources.jobs);
    expect(job?.tasks.map((task) => task.task_key)).toEqual(plan.stages.map(({ name }) => name));
  });

  test('a schedule that Quartz cannot say is refused, and a volume is asked for', () => {
    const both = renderFor(churn, 'databricks', { schedule: '0 12 13 * 5', timezone: 'UTC' });
    expect(both.diagnostics).toMatchObject([{ code: 'R005' }]);
    expect(both.text).toBe('');
    expect(renderFor(churn, 'databricks', { options: {} }).diagnostics).toMatchObject([{ code: 'C006' }]);
  });
});

describe('what runs on another machine', () => {
  test.each(['kubernetes', 'github-actions', 'databricks'])(
    '%s refuses an input that does not come along',
    (id) => {
      const made = renderFor(churn, id, {}, 'load: {path: /srv/customers.csv}');
      expect(made.diagnostics.map(({ code }) => code)).toEqual(['R005']);
      expect(made.text).toBe('');
    },
  );

  test('variables come as secrets, and data need not be fetched where there is none', () => {
    const moved = 'load: {path: "$' + '{DATA_DIR}/customers.csv"}';
    const workflow = renderFor(churn, 'github-actions', { options: {} }, moved);
    expect(workflow.diagnostics).toEqual([]);
    expect(parse(workflow.text).jobs.run.env).toEqual({ DATA_DIR: '$' + '{{ secrets.DATA_DIR }}' });
    expect(renderFor(churn, 'kubernetes', {}, moved).text).toContain('{secretRef: {name: churn-env}}');
    expect(renderFor(churn, 'kubernetes', {}, moved).text).not.toContain('churn-data');
    const without = renderFor(churn, 'github-actions', { options: {} });
    expect(without.diagnostics).toMatchObject([
      { code: 'C006', message: expect.stringContaining('`fetch`') },
    ]);
  });
});

test.each(['* * * * *', '0,3 6 * * *', '2,58 * * * *'])(
  'GitHub does not start every few minutes: %s',
  (schedule) => {
    const { diagnostics, text } = renderFor(churn, 'github-actions', { schedule, timezone: 'UTC' });
    expect(diagnostics).toMatchObject([{ code: 'R005' }]);
    expect(text).toBe('');
  },
);

test.each(['*/5 * * * *', '2,58 6 * * *'])('GitHub starts at %s', (schedule) => {
  expect(renderFor(churn, 'github-actions', { schedule, timezone: 'UTC' }).diagnostics).toEqual([]);
});

test('parameters that are no YAML are an error of the project', () => {
  const { diagnostics, text } = renderFor(churn, 'dvc', {}, 'load: {path: [');
  expect(diagnostics).toMatchObject([{ code: 'C001' }]);
  expect(text).toBe('');
});

test('what has no clock says so, and is written without the schedule', () => {
  const { diagnostics, text } = renderFor(churn, 'dvc', { schedule: '@daily' });
  expect(diagnostics).toMatchObject([
    { code: 'R004', severity: 'warning', hint: 'Take `cron` or `systemd` too, which can start it.' },
  ]);
  expect(text).toContain('stages:');
  const all = ['dvc', 'luigi', 'systemd'].map((id) => ({ id, schedule: '@daily', options: {} }));
  const mixed = renderTargets(render(churn).value, all, { toolchain, digest }).diagnostics;
  expect(mixed.map(({ message }) => message)).toEqual([
    '`dvc`, `luigi` start nothing by the clock; they are written without the schedule.',
  ]);
  expect(mixed[0]?.hint).toBeUndefined();
});
