// `node scripts/build-wheel.js [FOLDER]`: the built command as a Python wheel; prints the path of the wheel.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonEnvironment } from './python-env.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Builds the wheel into a folder (which should have no other) and gives its path; needs `npm run build` before. */
export function buildWheel(folder) {
  if (!existsSync(join(root, 'packages/cli/dist/start.cjs'))) {
    throw new Error('cellwright is not built: run `npm run build` first.');
  }
  const target = resolve(folder);
  execFileSync(pythonEnvironment(), ['-m', 'hatchling', 'build', '-t', 'wheel', '-d', target], {
    cwd: join(root, 'packages/pip'),
    stdio: ['ignore', 2, 2],
  });
  const wheel = readdirSync(target).find((name) => /^cellwright-.*\.whl$/.test(name));
  if (wheel === undefined) throw new Error(`hatchling left no wheel in ${target}`);
  return join(target, wheel);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${buildWheel(process.argv[2] ?? join(root, 'packages/pip/dist'))}\n`);
}
