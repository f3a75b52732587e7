import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { allTargets, renderTargets } from '../../src/targets/index.ts';
import { shared } from '../project/plans.ts';
import { digest, render, toolchain } from '../project/render.ts';
import { python, runPython, writeProject } from '../project/write-project.ts';
import { requestFor } from './requests.ts';

// What schedulers would start, started here: in the order and the folders that their files say. The engines themselves run
// in benchmarks/targets.js.

let reference: Readonly<Record<string, string>> = {};

beforeAll(() => {
  const folder = writeProject(render(shared).value);
  expect(runPython(folder, '-m', shared.package, 'run')).toMatchObject({ status: 0 });
  reference = filesIn(join(folder, 'artifacts'));
});

function filesIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const shown = files.map(({ name }) => name).filter((name) => !name.startsWith('.') && name !== 'run.json');
  return Object.fromEntries(
    shown.sort().map((name) => [name, digest(readFileSync(join(folder, name), 'latin1'))]),
  );
}

/** The project with the files of one target, where its options say that it lies. */
function deploy(id: string, options: (home: string) => Readonly<Record<string, string>>) {
  const home = writeProject(render(shared).value);
  const target = allTargets.find((each) => each.id === id);
  if (target === undefined) throw new Error(`there is no target ${id}`);
  const request = requestFor(target);
  const made = renderTargets(
    render(shared).value,
    [{ ...request, options: { ...request.options, ...options(home) } }],
    { toolchain, digest },
  );
  expect(made.diagnostics).toEqual([]);
  const texts = made.value.files.flatMap((file) =>
    file.kind === 'text' && made.value.lock.targets[0]?.files.includes(file.path) ? [file.text] : [],
  );
  symlinkSync(dirname(dirname(python)), join(home, '.venv'));
  return { home, text: texts[0] ?? '' };
}

function start(command: readonly string[], cwd: string, home: string): void {
  const [program = '', ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: [dirname(python), process.env.PATH].join(delimiter),
      PYTHONPATH: join(home, 'src'),
      PYTHONDONTWRITEBYTECODE: '1',
    },
  });
  expect(status, stdout + stderr).toBe(0);
}

test.skipIf(process.platform !== 'linux')('the line of cron makes what a local run makes', () => {
  const { home, text } = deploy('cron', (folder) => ({ home: folder, out: join(folder, 'kept') }));
  const command = (text.trim().split('\n').at(-1) ?? '').split(' ').slice(5).join(' ');
  start(['/bin/sh', '-c', command], '/', home);
  expect(filesIn(join(home, 'kept'))).toEqual(reference);
});

test('the service of systemd makes what a local run makes', () => {
  const { home, text } = deploy('systemd', (folder) => ({ home: folder }));
  const state = join(home, 'state');
  const [, cwd = ''] = /^WorkingDirectory=(.*)$/m.exec(text) ?? [];
  const [, line = ''] = /^ExecStart=(.*)$/m.exec(text) ?? [];
  start(line.replace(/\$\{STATE_DIRECTORY\}/, state).split(' '), cwd, home);
  expect(filesIn(state)).toEqual(reference);
});

test('the container of Kubernetes makes it of what the image holds', () => {
  const { home, text } = deploy('kubernetes', () => ({}));
  const app = join(home, 'app');
  mkdirSync(app);
  cpSync(join(home, 'params.yaml'), join(app, 'params.yaml'));
  const job = parseAllDocuments(text)
    .map((document) => document.toJS())
    .find(({ kind }) => kind === 'CronJob');
  const [container] = job.spec.jobTemplate.spec.template.spec.containers;
  start(
    container.command.map((word: string) => word.replace('/app', app)),
    app,
    home,
  );
  expect(filesIn(join(app, 'artifacts'))).toEqual(reference);
});

test('the tasks of Databricks make it one after the other, each after those that it depends on', () => {
  const { home, text } = deploy('databricks', () => ({ volume: '/Volumes/main/default/files' }));
  const volume = join(home, 'volume');
  mkdirSync(volume);
  cpSync(join(home, 'params.yaml'), join(volume, 'params.yaml'));
  const done = new Set<string>();
  for (const task of parse(text).resources.jobs[shared.package].tasks) {
    for (const { task_key: needed } of task.depends_on ?? []) expect(done).toContain(needed);
    const parameters: readonly string[] = task.python_wheel_task.parameters;
    const words = parameters.map((word) => word.replace('/Volumes/main/default/files', volume));
    start(['python', '-m', shared.package, ...words], volume, home);
    done.add(task.task_key);
  }
  expect(filesIn(join(volume, 'artifacts'))).toEqual(reference);
});
