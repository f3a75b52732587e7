// `npm run quality`: the projects that `build --record` makes of the examples, as a strict reviewer measures them.
// Options: --only TEXT (names of examples), --mutants N (a project), --keep FOLDER.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pythonEnvironment } from '../scripts/python-env.js';
import { buildExample } from './build-example.js';
import { isClean, measureQuality } from './project-quality.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const KILLED = 0.8;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    mutants: { type: 'string', default: '24' },
    keep: { type: 'string' },
  },
});

const python = pythonEnvironment();
const scratch = options.keep ?? mkdtempSync(join(tmpdir(), 'cellwright-quality-'));

function measure(name) {
  const { project, ok } = buildExample(name, { scratch, python });
  if (!ok) return { name, built: false };
  const env = { CELLWRIGHT_CACHE: join(scratch, 'cache') };
  return { name, built: true, ...measureQuality(project, { python, mutants: options.mutants, env }) };
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
  for (const said of found.said ?? []) process.stdout.write(`${said}\n`);
  for (const mutant of found.alive ?? []) process.stdout.write(`  not noticed: ${mutant}\n`);
}
if (options.keep === undefined) rmSync(scratch, { recursive: true, force: true });
const tried = results.reduce((sum, { mutants = 0 }) => sum + mutants, 0);
const alive = results.reduce((sum, found) => sum + (found.alive?.length ?? 0), 0);
process.stdout.write(`${tried - alive} of ${tried} mutants noticed\n`);
const clean = results.every((found) => found.built && isClean(found));
process.exitCode = clean && tried - alive >= KILLED * tried ? 0 : 1;
