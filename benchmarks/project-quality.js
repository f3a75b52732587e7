// A generated project as a strict reviewer measures it: ruff, mypy --strict, its own tests, its functions, the mutants that
// its tests notice. `quality.js` does it for the examples, `corpus.js --quality` for notebooks that are not ours.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const TIME_LIMIT_MS = 3_600_000;
/** What the notebook's own words may break; anything else is a defect of the generated code. */
const CLOSED_LIST = /^(?:N80[36]|NPY002|PD002|PD901|PLR091[37]|PLR2004|PTH207|S311|S608|DTZ00\d)$/;

/** A function of ours is at most this long. */
export const LONGEST = 60;

/**
 * Measures a project with the Python that it runs with and the one that has ruff and mypy:
 * `{ ruff, format, mypy, excuses, green, longest, arguments, stages, parameters, mutants, alive, said }`.
 */
export function measureQuality(project, { python, checks = python, mutants, env = {} }) {
  const run = (command, args) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: project,
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...env },
      encoding: 'utf8',
      timeout: TIME_LIMIT_MS,
    });
    return { ok: status === 0, out: stdout ?? '', said: `${stdout}\n${stderr}`.trim() };
  };
  const lock = JSON.parse(readFileSync(join(project, '.cellwright/lock.json'), 'utf8'));
  const script = join(here, 'quality_measure.py');
  const facts = JSON.parse(run(python, [script, project, String(mutants)]).out || '{}');
  const tools = {
    ruff: run(checks, ['-m', 'ruff', 'check', '--no-cache', '--output-format', 'concise']),
    format: run(checks, ['-m', 'ruff', 'format', '--check', '--no-cache']),
    mypy: run(checks, ['-m', 'mypy', '--strict', '--cache-dir', join(project, '.mypy_cache')]),
  };
  return {
    ...Object.fromEntries(Object.entries(tools).map(([name, { ok }]) => [name, ok])),
    said: Object.values(tools).flatMap(({ ok, said }) => (ok ? [] : [said])),
    excuses: excusesOf(project),
    stages: lock.stages.length,
    parameters: lock.parameters.length,
    ...facts,
  };
}

/** Whether a reviewer has nothing to say; how many mutants are noticed counts over all projects. */
export function isClean({ ruff, format, mypy, green, excuses, longest }) {
  return ruff && format && mypy && green && excuses.length === 0 && longest <= LONGEST;
}

/** Rules that files under `src/` outside the engine are excused from, those of the closed list left out. */
function excusesOf(project) {
  const text = readFileSync(join(project, 'pyproject.toml'), 'utf8');
  const table = text.slice(text.indexOf('per-file-ignores]'));
  const rows = [...table.matchAll(/^"src\/[^"]*stages[^"]*" = \[([^\]]*)\]/gm)];
  const codes = rows.flatMap(([, list = '']) => [...list.matchAll(/"(\w+)"/g)].map(([, code]) => code));
  return [...new Set(codes)].filter((code) => !CLOSED_LIST.test(code)).sort();
}
