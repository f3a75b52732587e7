// The projects that `build --record` makes of the examples: what several benchmarks measure.

import { cpSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWhole } from './target-process.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const COMMAND = join(ROOT, 'packages/cli/bin/cellwright.js');

/** Builds the project of an example from one run in a copy of its folder: `{ project, ok, output }`. */
export function buildExample(name, { scratch, python, more = [] }) {
  const home = join(scratch, name);
  rmSync(home, { recursive: true, force: true });
  cpSync(join(ROOT, 'examples', name), join(home, 'work'), { recursive: true });
  const notebooks = readdirSync(join(home, 'work')).filter((file) => file.endsWith('.ipynb'));
  const paths = notebooks.sort().map((file) => join('work', file));
  const consent = ['--trust', '--allow-writes', '-y', '--python', python];
  const command = [
    process.execPath,
    COMMAND,
    'build',
    ...paths,
    '-o',
    'project',
    '--record',
    ...more,
    ...consent,
  ];
  const env = { CELLWRIGHT_CACHE: join(scratch, 'cache') };
  const { code, output } = runWhole(command, { cwd: home, env });
  return { project: join(home, 'project'), ok: code === 0, output };
}
