// `npm run bench -- check`: CPU time of `cellwright check` against `jupyter nbconvert --to script`, both in one run.
// `npm run bench -- runner`: a generated project's runner against DVC.
// `npm run bench -- analysis`: all reading commands, the floor under them, growth and memory.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonEnvironment } from '../scripts/python-env.js';
import { heavyNotebook, notebookOf } from './bench-notebook.js';
import { benchRunner } from './bench-runner.js';
import { measure } from './measure.js';

const here = dirname(fileURLToPath(import.meta.url));
const CLI = resolve(here, '../packages/cli/bin/cellwright.js');
const ROUNDS = 9;
/** At most this part of nbconvert's CPU time, and of the floor's. */
const BARS = { check: 0.22, slice: 0.25, build: 0.6, floor: 1.3 };
const CHECK_BAR = 1 / 4;
const GROWTH_BARS = { seconds: 1.5, times: 8, megabytes: 400 };

const python = pythonEnvironment();
const nbconvert = {
  command: [join(dirname(python), 'jupyter'), 'nbconvert', '--to', 'script', 'bench.ipynb'],
};
const cellwright = (...args) => ({ command: [process.execPath, CLI, ...args] });
const print = (text) => process.stdout.write(`${text}\n`);

/** Runs `task` in a folder that holds the notebooks and is gone afterwards. */
function inFolder(notebooks, task) {
  const folder = mkdtempSync(join(tmpdir(), 'cellwright-bench-'));
  // A bundle of certificates that the machine names is parsed by Node at each start: that measures the machine.
  const { NODE_EXTRA_CA_CERTS: certificates, ...own } = process.env;
  if (certificates) print('without NODE_EXTRA_CA_CERTS, which Node would read at each start');
  const env = { ...own, CELLWRIGHT_CACHE: join(folder, 'cache') };
  try {
    for (const [name, text] of Object.entries(notebooks)) writeFileSync(join(folder, name), text);
    return task(folder, env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchCheck() {
  const commands = { 'cellwright check': cellwright('check', 'bench.ipynb'), 'jupyter nbconvert': nbconvert };
  const found = inFolder({ 'bench.ipynb': notebookOf(50) }, (cwd, env) =>
    measure(python, commands, { cwd, env, rounds: ROUNDS }),
  );
  for (const [name, { seconds, all }] of Object.entries(found)) {
    const each = all.map((value) => value.toFixed(2)).join(' ');
    print(`${name.padEnd(20)} median ${seconds.toFixed(3)} s CPU   (${each})`);
  }
  const ratio = found['cellwright check'].seconds / found['jupyter nbconvert'].seconds;
  print(`cellwright check takes 1/${(1 / ratio).toFixed(1)} of the CPU time, 50 cells (bar: 1/4)`);
  process.exitCode = ratio <= CHECK_BAR ? 0 : 1;
}

function benchAnalysis() {
  const passed = [benchCommands(), benchGrowth(), benchMemory()];
  process.exitCode = passed.every(Boolean) ? 0 : 1;
}

/** 50 cells: each command as a part of nbconvert, and `check` as a multiple of the floor. */
function benchCommands() {
  const found = inFolder({ 'bench.ipynb': notebookOf(50) }, (cwd, env) => {
    const project = join(cwd, 'project');
    const floor = [process.execPath, '--liftoff-only', join(here, 'bench-floor.cjs'), 'bench.ipynb'];
    const commands = {
      nbconvert,
      node: { command: [process.execPath, '--eval', '0'] },
      floor: { command: floor },
      check: cellwright('check', 'bench.ipynb'),
      slice: cellwright('slice', 'bench.ipynb', '--of', 'scores'),
      build: {
        ...cellwright('build', 'bench.ipynb', '-o', 'project', '-y'),
        prepare: () => rmSync(project, { recursive: true, force: true }),
      },
    };
    return measure(python, commands, { cwd, env, rounds: ROUNDS });
  });
  print('50 cells         CPU s   of nbconvert   of the floor');
  for (const [name, { seconds }] of Object.entries(found)) {
    const part = (seconds / found.nbconvert.seconds).toFixed(2);
    const times = (seconds / found.floor.seconds).toFixed(2);
    const bar = BARS[name] === undefined || name === 'floor' ? '' : `   (bar ${BARS[name]})`;
    print(
      `${name.padEnd(14)} ${seconds.toFixed(3).padStart(7)} ${part.padStart(14)} ${times.padStart(14)}${bar}`,
    );
  }
  const isFast = (name) => found[name].seconds <= BARS[name] * found.nbconvert.seconds;
  const isNearFloor = found.check.seconds <= BARS.floor * found.floor.seconds;
  print(`check is at most ${BARS.floor} times the floor: ${isNearFloor ? 'yes' : 'no'}`);
  return ['check', 'slice', 'build'].every(isFast) && isNearFloor;
}

/** `check` of long notebooks. */
function benchGrowth() {
  const [few, many] = [500, 5000].map((count) => {
    const notebook = `${count}.ipynb`;
    const { check } = inFolder({ [notebook]: notebookOf(count) }, (cwd, env) =>
      measure(
        python,
        { check: cellwright('check', notebook) },
        { cwd, env, rounds: 1, warm: count < 1000 ? 2 : 0 },
      ),
    );
    print(`${String(count).padStart(4)} cells    ${check.seconds.toFixed(2).padStart(7)} s CPU`);
    return check.seconds;
  });
  print(
    `growth ${(many / few).toFixed(1)} for 10 times the cells (bar ${GROWTH_BARS.times}, ${GROWTH_BARS.seconds} s)`,
  );
  return many <= GROWTH_BARS.seconds && many <= GROWTH_BARS.times * few;
}

/** `check` of a notebook whose outputs are pictures. */
function benchMemory() {
  const { check } = inFolder({ 'heavy.ipynb': heavyNotebook(50) }, (cwd, env) =>
    measure(python, { check: cellwright('check', 'heavy.ipynb') }, { cwd, env, rounds: 3, warm: 1 }),
  );
  print(
    `50 MB        ${check.seconds.toFixed(2).padStart(7)} s CPU, peak ${check.megabytes.toFixed(0)} MiB (bar ${GROWTH_BARS.megabytes})`,
  );
  return check.megabytes <= GROWTH_BARS.megabytes;
}

const [what = 'check'] = process.argv.slice(2);
if (what === 'check') benchCheck();
else if (what === 'analysis') benchAnalysis();
else if (what === 'runner') process.exitCode = benchRunner(python, print) ? 0 : 1;
else {
  process.stderr.write(
    `error: no benchmark named \`${what}\`; there are \`check\`, \`analysis\` and \`runner\`.\n`,
  );
  process.exitCode = 2;
}
