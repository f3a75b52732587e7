// `npm run service`: the FastAPI service of three examples, started by uvicorn: its own tests (online = offline), lint and types,
// requests that do not fit (none may give a 5xx), requests a second.
// Options: --only TEXT (names of examples), --malformed N, --keep FOLDER.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pythonEnvironment } from '../scripts/python-env.js';
import { buildExample } from './build-example.js';
import { runWhole } from './target-process.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const EXAMPLES = ['churn', 'energy', 'reviews', 'wind'];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    malformed: { type: 'string', default: '10000' },
    keep: { type: 'string' },
  },
});

const base = pythonEnvironment();
const python = pythonEnvironment({
  requirements: 'requirements/targets/fastapi.txt',
  name: 'targets/fastapi',
});
const scratch = resolve(options.keep ?? mkdtempSync(join(tmpdir(), 'cellwright-service-')));
/** The packages of the tests, where the service's environment does not have its own. */
const packages = runWhole([base, '-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'], {
  mergesErrors: false,
}).output.trim();

function tool(project, ...args) {
  const env = { PYTHONPATH: [join(project, 'src'), packages].join(':') };
  return runWhole([python, ...args], { cwd: project, env });
}

/** A port that is free now. */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Starts the service, lets a client ask, and stops it. */
async function ask(project, packageName) {
  const port = await freePort();
  const env = { ...process.env, PYTHONPATH: [join(project, 'src'), packages].join(':') };
  const app = ['-m', 'uvicorn', '--factory', `${packageName}.serve:create_app`, '--port', String(port)];
  const server = spawn(python, [...app, '--log-level', 'error'], { cwd: project, env, stdio: 'inherit' });
  const client = [
    python,
    join(ROOT, 'benchmarks/service_requests.py'),
    `http://127.0.0.1:${port}`,
    options.malformed,
  ];
  const { code, output } = await new Promise((done) => {
    const asked = spawn(client[0], client.slice(1), { cwd: project, env });
    let text = '';
    asked.stdout.on('data', (data) => {
      text += data;
    });
    asked.stderr.pipe(process.stderr);
    asked.on('close', (status) => done({ code: status, output: text }));
  });
  server.kill();
  return code === 0 ? JSON.parse(output) : { failed: true };
}

async function measure(name) {
  const more = ['--target', 'fastapi'];
  const { project, ok, output } = buildExample(name, { scratch, python: base, more });
  if (!ok) throw new Error(output);
  const lock = JSON.parse(readFileSync(join(project, '.cellwright/lock.json'), 'utf8'));
  const tests = tool(project, '-m', 'pytest', '-q', '-o', 'addopts=', 'tests/test_serve.py');
  if (tests.code !== 0) process.stderr.write(tests.output);
  const lint = runWhole([base, '-m', 'ruff', 'check', '.'], { cwd: project });
  const types = tool(project, '-m', 'mypy');
  const ran = runWhole([base, '-m', lock.package, 'run'], {
    cwd: project,
    env: { PYTHONPATH: join(project, 'src') },
  });
  if (ran.code !== 0) process.stderr.write(ran.output);
  const asked = await ask(project, lock.package);
  return {
    example: name,
    answers: lock.inference.answer.name,
    from: `${lock.inference.rows.name}: ${lock.inference.rows.columns.map((column) => column.name).join(' ')}`,
    tests: / passed/.test(tests.output) ? tests.output.trim().split('\n').at(-1) : 'NO',
    compared: lock.inference.answer.dataset === null ? 'no' : 'online = offline',
    clean: lint.code === 0 && types.code === 0 ? 'yes' : 'NO',
    ...asked,
  };
}

mkdirSync(scratch, { recursive: true });
const rows = [];
for (const name of EXAMPLES.filter((each) => each.includes(options.only))) {
  const row = await measure(name);
  rows.push(row);
  process.stdout.write(`${JSON.stringify(row)}\n`);
}
if (options.keep === undefined) rmSync(scratch, { recursive: true, force: true });
const isGood = (row) => !row.failed && row.tests !== 'NO' && row.clean === 'yes' && row.errors === 0;
process.exitCode = rows.every(isGood) ? 0 : 1;
