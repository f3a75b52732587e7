// `npm run bench -- runner`: CPU time of a generated project's `run` against `dvc repro` on the same four stages, in one run:
// nothing changed, one parameter, one helper, a comment. DVC calls the same stages, each in a process of its own.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonEnvironment } from '../scripts/python-env.js';
import { notebookOf } from './fault-pipelines.js';
import { measure } from './measure.js';
import { runWhole } from './target-process.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const COMMAND = join(ROOT, 'packages/cli/bin/cellwright.js');
const ROUNDS = 5;
const ROWS = 5000;
const PACKAGE = 'sales';

const LOAD = `import pandas as pd
sales = pd.read_csv("sales.csv")`;
const PREPARE = `def season(day):
    return day % 7 >= 5

table = sales.dropna().copy()
table["weekend"] = [season(day) for day in table["day"]]`;
const TRAIN = `from sklearn.linear_model import Ridge
ALPHA = 0.5
model = Ridge(alpha=ALPHA).fit(table[["day", "weekend"]], table["units"])`;
const REPORT = `score = {"r2": model.score(table[["day", "weekend"]], table["units"])}`;
const CELLS = [
  ['load', LOAD],
  ['prepare', PREPARE],
  ['train', TRAIN],
  ['report', REPORT],
  [null, 'score'],
];

const PARAMS = 'params.yaml';
const HELPER = `src/${PACKAGE}/stages/data.py`;
/** What is changed before a run; a number that differs from time to time makes it another text each time. */
const CHANGES = {
  nothing: null,
  'one parameter': [PARAMS, /^( *alpha:).*$/m, (round) => `$1 0.${round + 1}`],
  'one helper': [HELPER, /return day % \d+/, (round) => `return day % ${round + 8}`],
  'a comment': [HELPER, /^(def season.*)$/m, (round) => `# looked at ${round} times\n$1`],
};

/** Prints CPU time, ratio and what was computed again for each change; true when the project's runner takes less each time. */
export function benchRunner(python, print) {
  const scratch = mkdtempSync(join(tmpdir(), 'cellwright-runner-'));
  try {
    const tools = [ownRunner(scratch, python), dvcRunner(scratch, python)];
    for (const tool of tools) runOf(tool);
    print(
      `${'changed'.padEnd(15)} ${'run'.padStart(8)} ${'dvc repro'.padStart(10)}   of DVC   computed again`,
    );
    const parts = Object.entries(CHANGES).map(([name, change]) =>
      benchChange(python, tools, name, change, print),
    );
    return parts.every((part) => part < 1);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function benchChange(python, tools, name, change, print) {
  let round = 0;
  const prepare = (home) => () => {
    if (change === null) return;
    const [file, pattern, replacement] = change;
    const path = join(home, file);
    round += 1;
    writeFileSync(path, readFileSync(path, 'utf8').replace(pattern, replacement(round)));
  };
  const again = tools.map((tool) => {
    prepare(tool.home)();
    return runOf(tool);
  });
  const commands = Object.fromEntries(
    tools.map(({ title, home, command, env }) => [
      title,
      {
        command: ['env', '-C', home, ...Object.entries(env).map((pair) => pair.join('=')), ...command],
        prepare: prepare(home),
      },
    ]),
  );
  const found = measure(python, commands, { rounds: ROUNDS, warm: 1 });
  const [own, other] = tools.map(({ title }) => found[title].seconds);
  const seconds = [own, other].map((value, at) => `${value.toFixed(2)} s`.padStart(at === 0 ? 8 : 10));
  const computed = again.map((names) => names.join(', ') || 'nothing').join(' | ');
  print(`${name.padEnd(15)} ${seconds.join(' ')} ${(own / other).toFixed(2).padStart(8)}   ${computed}`);
  return own / other;
}

/** Runs a tool once and gives the stages that it computed. */
function runOf({ title, command, home, env, computed }) {
  const { code, output } = runWhole(command, { cwd: home, env });
  if (code !== 0) throw new Error(`${title}\n${output}`);
  return computed(output);
}

/** The project, with the target `dvc`. */
function buildProject(scratch, python) {
  const home = join(scratch, 'work');
  cpSync(makeSource(scratch), home, { recursive: true });
  const consent = ['--trust', '-y', '--python', python];
  const build = ['build', `${PACKAGE}.ipynb`, '-o', '../project', '--record', '--target', 'dvc', ...consent];
  const env = { CELLWRIGHT_CACHE: join(scratch, 'cache') };
  const { code, output } = runWhole([process.execPath, COMMAND, ...build], { cwd: home, env });
  if (code !== 0) throw new Error(output);
  return join(scratch, 'project');
}

function makeSource(scratch) {
  const folder = mkdtempSync(join(scratch, 'source-'));
  writeFileSync(join(folder, `${PACKAGE}.ipynb`), notebookOf({ cells: CELLS }));
  const rows = Array.from({ length: ROWS }, (_, day) => `${day},${(day * 37) % 101}`);
  writeFileSync(join(folder, 'sales.csv'), `day,units\n${rows.join('\n')}\n`);
  return folder;
}

function ownRunner(scratch, python) {
  const home = buildProject(scratch, python);
  return {
    title: 'run',
    home,
    command: [python, '-m', PACKAGE, 'run'],
    env: { PYTHONPATH: join(home, 'src') },
    computed: () => Object.keys(JSON.parse(readFileSync(join(home, 'artifacts/run.json'), 'utf8')).ran),
  };
}

function dvcRunner(scratch, python) {
  const dvc = pythonEnvironment({ requirements: 'requirements/targets/dvc.txt', name: 'targets/dvc' });
  const home = join(scratch, 'dvc');
  cpSync(join(scratch, 'project'), home, { recursive: true });
  const env = {
    PYTHONPATH: join(home, 'src'),
    PATH: [dirname(python), process.env.PATH].join(delimiter),
    HOME: scratch,
    DVC_NO_ANALYTICS: '1',
  };
  const { code, output } = runWhole([dvc, '-m', 'dvc', 'init', '--no-scm', '-q'], { cwd: home, env });
  if (code !== 0) throw new Error(output);
  return {
    title: 'dvc repro',
    home,
    command: [dvc, '-m', 'dvc', 'repro'],
    env,
    computed: (said) => [...said.matchAll(/^Running stage '(\w+)'/gm)].map(([, name]) => name),
  };
}
