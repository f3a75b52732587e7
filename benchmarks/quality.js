// `npm run quality`: the projects that `build --record` makes of the examples, as a strict reviewer measures them.
// Options: --only TEXT (names of examples), --mutants N (a project), --keep FOLDER.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pythonEnvironment } from '../scripts/python-env.js';
import { buildExample } from './build-example.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const LONGEST = 60;
const KILLED = 0.8;
/** What the notebook's own words may break; anything else is a defect of the generated code. */
const CLOSED_LIST = /^(?:N80[36]|NPY002|PD002|PD901|PLR091[37]|PLR2004|PTH207|S311|S608|DTZ00\d)$/;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    mutants: { type: 'string', default: '12' },
    keep: { type: 'string' },
  },
});

const python = pythonEnvironment();
const scratch = options.keep ?? mkdtempSync(join(tmpdir(), 'cellwright-quality-'));

function run(command, args, cwd) {
  const env = { ...process.env, CELLWRIGHT_CACHE: join(scratch, 'cache'), PYTHONDONTWRITEBYTECODE: '1' };
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 3_600_000,
  });
  return { ok: status === 0, out: stdout ?? '', said: `${stdout}\n${stderr}` };
}

/** Rules that files under `src/` outside the engine are excused from, those of the closed list left out. */
function excuses(project) {
  const text = readFileSync(join(project, 'pyproject.toml'), 'utf8');
  const table = text.slice(text.indexOf('per-file-ignores]'));
  const rows = [...table.matchAll(/^"src\/[^"]*stages[^"]*" = \[([^\]]*)\]/gm)];
  const codes = rows.flatMap(([, list = '']) => [...list.matchAll(/"(\w+)"/g)].map(([, code]) => code));
  return [...new Set(codes)].filter((code) => !CLOSED_LIST.test(code)).sort();
}

function measure(name) {
  const { project, ok } = buildExample(name, { scratch, python });
  if (!ok) return { name, built: false };
  const tool = (module, ...args) => run(python, ['-m', module, ...args], project).ok;
  const lock = JSON.parse(readFileSync(join(project, '.cellwright/lock.json'), 'utf8'));
  const script = join(ROOT, 'benchmarks/quality_measure.py');
  const facts = JSON.parse(run(python, [script, project, options.mutants], project).out || '{}');
  return {
    name,
    built: true,
    excuses: excuses(project),
    ruff: tool('ruff', 'check', '--no-cache'),
    format: tool('ruff', 'format', '--check', '--no-cache'),
    mypy: tool('mypy', '--strict'),
    stages: lock.stages.length,
    parameters: lock.parameters.length,
    ...facts,
  };
}

function score({ mutants, alive }) {
  return mutants > 0 ? 1 - alive.length / mutants : 0;
}

function row(found) {
  if (!found.built) return `${found.name.padEnd(10)} not built`;
  const mark = (right) => (right ? 'yes' : 'NO').padEnd(7);
  return [
    found.name.padEnd(10),
    mark(found.ruff && found.excuses.length === 0),
    mark(found.format),
    mark(found.mypy),
    mark(found.green),
    String(found.longest).padStart(7),
    String(found.arguments).padStart(7),
    String(found.stages).padStart(7),
    String(found.parameters).padStart(7),
    `${(100 * score(found)).toFixed(0)} % of ${found.mutants}`.padStart(12),
  ].join(' ');
}

const names = readdirSync(join(ROOT, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name.includes(options.only))
  .map((entry) => entry.name);
process.stdout.write(
  'project    ruff    format  mypy    tests   longest  arguments stages parameters  killed\n',
);
const results = [];
for (const name of names) {
  const found = measure(name);
  results.push(found);
  process.stdout.write(`${row(found)}\n`);
  for (const code of found.excuses ?? []) process.stdout.write(`  excused from ${code}\n`);
  for (const mutant of found.alive ?? []) process.stdout.write(`  not noticed: ${mutant}\n`);
}
if (options.keep === undefined) rmSync(scratch, { recursive: true, force: true });
const tried = results.reduce((sum, { mutants = 0 }) => sum + mutants, 0);
const alive = results.reduce((sum, found) => sum + (found.alive?.length ?? 0), 0);
process.stdout.write(`${tried - alive} of ${tried} mutants noticed\n`);
const clean = results.every(
  (found) =>
    found.built &&
    found.ruff &&
    found.format &&
    found.mypy &&
    found.green &&
    found.excuses.length === 0 &&
    found.longest <= LONGEST,
);
process.exitCode = clean && tried - alive >= KILLED * tried ? 0 : 1;
