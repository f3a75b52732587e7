import { expect, test } from 'vitest';
import type { Plan } from '../../src/plan/index.ts';
import type { Lock, Project } from '../../src/project/index.ts';
import {
  allTargets,
  chooseTargets,
  renderTargets,
  type TargetRequest,
  toPipeline,
} from '../../src/targets/index.ts';
import { churn, shared, tiny } from '../project/plans.ts';
import { digest, render, toolchain } from '../project/render.ts';
import { runPython, writeProject } from '../project/write-project.ts';
import { requestFor } from './requests.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: a location as params.yaml has it
const MOVED = '${DATA_DIR}/new.csv';
const PLANS: readonly Plan[] = [tiny, churn, shared];
const EACH = allTargets.flatMap((target) =>
  PLANS.filter((plan) => target.capabilities.unit !== 'row' || plan.inference !== undefined).map(
    (plan) => [target.id, plan.package, target, plan] as const,
  ),
);

function renderFor(project: Project, requests: readonly TargetRequest[], params?: string) {
  const options = params === undefined ? {} : { params };
  return renderTargets(project, requests, { toolchain, digest, ...options });
}

function textOf(project: Project, path: string): string {
  const file = project.files.find((each) => each.path === path);
  return file?.kind === 'text' ? file.text : '';
}

test.each(EACH)('%s renders %s', (_, __, target, plan) => {
  const project = render(plan).value;
  const { value, diagnostics } = renderFor(project, [requestFor(target)]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [made] = value.lock.targets;
  expect(made?.files.length).toBeGreaterThan(0);
  for (const path of made?.files ?? []) {
    expect(value.lock.files[path]).toBe(digest(textOf(value, path)));
    // Nothing that was to be filled in is left over, and every file ends as files do.
    expect(textOf(value, path)).not.toMatch(/undefined|\[object|\{package\}/);
    expect(textOf(value, path)).toMatch(/[^\n]\n$/);
  }
});

test('the lock alone gives what the plan gives: `export` needs no notebook', () => {
  for (const plan of PLANS) {
    const project = render(plan).value;
    const requests = allTargets.map(requestFor);
    const built = renderFor(project, requests);
    const lock = JSON.parse(textOf(project, '.cellwright/lock.json')) as Lock;
    const exported = renderFor({ package: plan.package, files: [], lock }, requests);
    const paths = exported.value.files.map(({ path }) => path);
    expect(exported.value.files).toEqual(built.value.files.filter(({ path }) => paths.includes(path)));
    expect(exported.diagnostics).toEqual(built.diagnostics);
  }
});

test('a target that is asked for no more is no longer part of the project', () => {
  const project = render(churn).value;
  const both = renderFor(project, allTargets.map(requestFor)).value;
  expect(renderFor(both, []).value).toEqual(project);
});

test('Python of targets passes the lint of the project, and its types', () => {
  const project = renderFor(render(churn).value, allTargets.map(requestFor)).value;
  const folder = writeProject(project);
  expect(runPython(folder, '-m', 'ruff', 'check', '.').output).toMatch(/^All checks passed!/);
  expect(runPython(folder, '-m', 'ruff', 'format', '--check', '.')).toMatchObject({ status: 0 });
  // The engines are not installed here: what comes from them has no types.
  const strict = [
    '--strict',
    '--ignore-missing-imports',
    '--allow-untyped-decorators',
    '--allow-subclassing-any',
  ];
  const files = project.lock.targets.flatMap((target) => target.files.filter((path) => path.endsWith('.py')));
  expect(files.length).toBeGreaterThan(3);
  expect(runPython(folder, '-m', 'mypy', ...strict, '--allow-untyped-calls', ...files).output).toMatch(
    /^Success/,
  );
});

test('a pipeline knows what each stage needs, and where inputs are now', () => {
  const lock = render(churn).value.lock;
  const pipeline = toPipeline(lock, `load: {path: "${MOVED}"}`).value;
  expect(Object.fromEntries((pipeline?.stages ?? []).map(({ name, needs }) => [name, needs]))).toEqual({
    load: [],
    prepare: ['load'],
    split: ['prepare'],
    train: ['split'],
    score: ['split', 'train'],
    evaluate: ['score'],
    export_call_list: ['score'],
  });
  expect(pipeline?.inputs).toEqual([{ key: 'load.path', location: MOVED, kind: 'variable' }]);
  expect(pipeline?.variables).toEqual(['DATA_DIR']);
  expect(toPipeline(lock).value?.inputs[0]?.location).toBe('data/customers.csv');
  const fileBetween = toPipeline(render(shared).value.lock).value?.stages.at(-1);
  expect(fileBetween).toMatchObject({
    needs: ['make_pair', 'write_lines'],
    uses: expect.arrayContaining(['lines.txt']),
  });
});

test('a lock that lacks the stage table, or whose names are none, is refused', () => {
  const { lock } = render(churn).value;
  const bare = { ...lock, stages: lock.stages.map(({ name, module }) => ({ name, module })) };
  const hostile = { ...lock, package: 'churn; rm -rf ~' };
  for (const broken of [bare, hostile, { ...lock, python: '3; rm' }]) {
    const { value, diagnostics } = renderFor({ package: 'churn', files: [], lock: broken as Lock }, [
      { id: 'cron', schedule: '@daily', options: {} },
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['V002']);
    expect(value.files).toEqual([]);
  }
});

test.each([
  ['an unknown target', { ids: ['systemdd'], options: {} }, 'C002', 'Did you mean `systemd`?'],
  ['an unknown option', { ids: ['cron'], options: { hom: '/x' } }, 'C006', 'Did you mean `home`?'],
])('%s is named', (_, asked, code, hint) => {
  expect(chooseTargets(asked, []).diagnostics).toMatchObject([{ code, hint }]);
});

test.each([
  ['no schedule', { id: 'cron', options: {} }, 'C006'],
  ['a schedule that is none', { id: 'cron', schedule: '99 * * * *', options: {} }, 'C003'],
  ['no time zone', { id: 'cron', schedule: '@daily', timezone: 'Mars/Olympus', options: {} }, 'C004'],
  [
    'an option that would leave its line',
    { id: 'cron', schedule: '@daily', options: { home: '/opt\nx' } },
    'C006',
  ],
  [
    'an option that would end its word',
    { id: 'cron', schedule: '@daily', options: { out: '/opt; rm x' } },
    'C006',
  ],
])('%s: nothing is rendered', (_, request, code) => {
  const { value, diagnostics } = renderFor(render(churn).value, [request]);
  expect(diagnostics.map((each) => each.code)).toEqual([code]);
  expect(value.lock.targets).toEqual([{ ...request, files: [] }]);
});

test('what a request leaves open is as it was', () => {
  const before = [
    { id: 'cron', schedule: '@daily', timezone: 'Asia/Tokyo', options: { home: '/srv' }, files: [] },
  ];
  expect(chooseTargets({ ids: ['cron'], schedule: '@weekly', options: { out: '/x' } }, before).value).toEqual(
    [{ id: 'cron', schedule: '@weekly', timezone: 'Asia/Tokyo', options: { home: '/srv', out: '/x' } }],
  );
});
