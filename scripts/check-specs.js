// Executes entries of library specs against the real libraries: the tests and `npm run specs` ask with this.

import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Gives what came of each entry of some libraries: `{ name, kind, outcome, details }` with an outcome of `true`, `untrue` or
 * `not executed`. `all` is every library: a class without values of its own is tried with those of its subclasses. When
 * the process ends early the entry that was being executed is untrue.
 */
export async function checkSpecs(python, libraries, all) {
  const child = spawn(python, ['check_specs.py'], {
    cwd: join(root, 'packages/core/test/libraries'),
    // One thread: what a library computes does not depend on the machine.
    env: { ...process.env, OMP_NUM_THREADS: '1', PYTHONHASHSEED: '0', MPLBACKEND: 'Agg' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.end(JSON.stringify({ libraries, bases: subclasses(all) }));
  const outcomes = [];
  let started = 'nothing';
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line);
    if (said.start !== undefined) started = said.start;
    else outcomes.push(said);
  }
  const last = outcomes.at(-1)?.name;
  if (last !== started)
    outcomes.push({ name: started, kind: 'function', outcome: 'untrue', details: ['ends the process'] });
  return outcomes;
}

/** The classes that have the members of another one, or for which one stands. */
function subclasses(libraries) {
  const found = {};
  const add = (base, name) => {
    found[base] = [...(found[base] ?? []), name];
  };
  for (const { module, classes } of libraries)
    for (const [name, { bases = [], oneOf = [] }] of Object.entries(classes)) {
      for (const base of bases) add(base, `${module}.${name}`);
      for (const kind of oneOf) add(`${module}.${name}`, kind);
    }
  return found;
}
