// `npm run bench -- check`: CPU time of `cellwright check` against `jupyter nbconvert --to script`, both in one run.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonEnvironment } from '../scripts/python-env.js';
import { fiftyCells } from './bench-notebook.js';

const here = dirname(fileURLToPath(import.meta.url));
const CLI = resolve(here, '../packages/cli/bin/cellwright.js');
const ROUNDS = 5;
const BAR = 4;

function cpuSeconds(python, command, cwd) {
  const said = execFileSync(python, [join(here, 'cpu_time.py'), ...command], { cwd, encoding: 'utf8' });
  const [seconds, code] = said.trim().split(' ').map(Number);
  // `check` ends with 1 when it has findings; anything else did not do the work.
  if (code !== 0 && code !== 1) throw new Error(`${command.join(' ')} ended with exit ${code}`);
  return seconds;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function benchCheck() {
  const python = pythonEnvironment();
  const folder = mkdtempSync(join(tmpdir(), 'cellwright-bench-'));
  const commands = {
    'cellwright check': [process.execPath, CLI, 'check', 'bench.ipynb'],
    'jupyter nbconvert': [python, '-m', 'nbconvert', '--to', 'script', 'bench.ipynb'],
  };
  const seconds = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  try {
    writeFileSync(join(folder, 'bench.ipynb'), fiftyCells());
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, command] of Object.entries(commands)) {
        const taken = cpuSeconds(python, command, folder);
        // The first round warms the file cache and is not counted.
        if (round > 0) seconds[name].push(taken);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const [name, taken] of Object.entries(seconds)) {
    const all = taken.map((value) => value.toFixed(2)).join(' ');
    process.stdout.write(`${name.padEnd(20)} median ${median(taken).toFixed(3)} s CPU   (${all})\n`);
  }
  const ratio = median(seconds['jupyter nbconvert']) / median(seconds['cellwright check']);
  process.stdout.write(
    `cellwright check takes 1/${ratio.toFixed(1)} of the CPU time, 50 cells (bar: 1/${BAR})\n`,
  );
  process.exitCode = ratio >= BAR ? 0 : 1;
}

const [what = 'check'] = process.argv.slice(2);
if (what === 'check') benchCheck();
else {
  process.stderr.write(`error: no benchmark named \`${what}\`; there is \`check\`.\n`);
  process.exitCode = 2;
}
