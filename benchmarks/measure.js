// Runs commands in turn and gives the median of what each took: the load of the machine falls on all of them.

import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Rounds that are not counted: they fill the file cache, and cellwright's cache of compiled code. */
const WARM_ROUNDS = 4;

/** Gives `{ seconds, all, megabytes }` for each named command; CPU time (user and system) with that of its children, infinite where it was ended. */
export function measure(python, commands, { cwd, rounds, warm = WARM_ROUNDS, env = process.env }) {
  const runs = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < warm + rounds; round++) {
    for (const [name, { command, prepare }] of Object.entries(commands)) {
      prepare?.();
      const run = runOnce(python, command, { cwd, env });
      if (round >= warm) runs[name].push(run);
    }
  }
  return Object.fromEntries(
    Object.entries(runs).map(([name, all]) => [
      name,
      {
        all: all.map(({ seconds }) => seconds),
        seconds: median(all.map(({ seconds }) => seconds)),
        megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
      },
    ]),
  );
}

function runOnce(python, command, options) {
  const said = execFileSync(python, [join(here, 'cpu_time.py'), ...command], {
    ...options,
    encoding: 'utf8',
  });
  const [seconds, code, megabytes] = said.trim().split(' ').map(Number);
  if (code < 0) return { seconds: Number.POSITIVE_INFINITY, megabytes };
  // `check` ends with 1 when it has findings; anything else did not do the work.
  if (code !== 0 && code !== 1) throw new Error(`${command.join(' ')} ended with exit ${code}`);
  return { seconds, megabytes };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
