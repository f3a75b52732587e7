// The slices of one notebook of the corpus: every data variable, in three settings, executed and compared by our own means.

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { copySource, quietEnvironment } from './corpus-trial.js';

const here = dirname(fileURLToPath(import.meta.url));
const CLI = resolve(here, '../packages/cli/bin/cellwright.js');
const TIME_LIMIT_MS = 600_000;
const BETWEEN_RUNS_MS = 4_000;

/** How slices are asked for: what each setting adds to the command. */
export const SETTINGS = {
  'replay with facts': ['--mode', 'replay', '--record'],
  'pipeline with facts': ['--mode', 'pipeline', '--record'],
  'without facts': ['--mode', 'pipeline'],
};

/** Starts the process that executes notebooks and slices, with the libraries loaded once. */
export function startSlicer(python) {
  const env = { ...quietEnvironment(), OPENBLAS_NUM_THREADS: '1' };
  const child = spawn(python, [join(here, 'corpus_slices.py')], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line)));
  child.on('exit', () => {
    for (const answer of waiting.splice(0)) answer({ error: 'Python ended' });
  });
  return {
    ask: (job) =>
      new Promise((done) => {
        waiting.push(done);
        child.stdin.write(`${JSON.stringify(job)}\n`);
      }),
    close: () => child.stdin.end(),
  };
}

/**
 * Slices one notebook: `{ name, lines, variables }` with, for each variable and setting, the lines kept and a verdict:
 * `equal`, `wrong`, `refused`, or `nondeterministic` where two runs of the notebook differ; `error` when it does not run.
 */
export async function sliceNotebook(python, slicer, notebook, keep) {
  const scratch = mkdtempSync(join(tmpdir(), 'cellwright-slices-'));
  try {
    return { name: notebook.name, ...(await slicesOf(python, slicer, notebook, scratch)) };
  } finally {
    if (keep) {
      const kept = join(keep, notebook.name.replaceAll(/[\\/]/g, '__'));
      for (const part of ['source', 'record/record.json'].filter((name) => existsSync(join(scratch, name))))
        cpSync(join(scratch, part), join(kept, part), { recursive: true });
    }
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function slicesOf(python, slicer, notebook, scratch) {
  const folder = join(scratch, 'source');
  const source = copySource(notebook, folder);
  const place = { folder, inside: relative(folder, dirname(source)), file: basename(source) };
  const runs = [];
  for (const name of ['first', 'second']) {
    // What a notebook reads off the clock has to differ by more than the comparison tolerates.
    if (name === 'second') await new Promise((done) => setTimeout(done, BETWEEN_RUNS_MS));
    const values = join(scratch, name);
    mkdirSync(values);
    runs.push({ values, ...(await slicer.ask({ ...place, run: place.file, values })) });
    if (runs.at(-1).error) return { error: runs.at(-1).error };
  }
  const record = join(scratch, 'record');
  const asked = ['record', source, '-o', record, '--trust', '--allow-writes', '--python', python];
  const recorded = cellwright(asked, scratch);
  if (recorded.status !== 0) return { error: `record: ${recorded.stderr.trim().split('\n').at(-1)}` };
  const [first, second] = runs;
  const names = first.names.filter((name) => second.names.includes(name));
  const asking = { ...place, runs: runs.map(({ values }) => values) };
  const answers = answersOf(source, names, record, scratch);
  return {
    lines: first.lines,
    unstorable: first.unstorable,
    variables: await judgeAll(slicer, asking, names, answers),
  };
}

/** What the command says to every name in every setting. */
function answersOf(source, names, record, scratch) {
  const requests = join(scratch, 'requests.json');
  writeFileSync(requests, JSON.stringify(names.map((of) => ({ file: source, of }))));
  return Object.fromEntries(
    Object.entries(SETTINGS).map(([setting, options]) => {
      const facts = options.includes('--record') ? [record] : [];
      const said = cellwright(['slice', '--batch', requests, ...options, ...facts], scratch);
      const lines = said.stdout.split('\n').filter(Boolean);
      return [setting, lines.map((line) => JSON.parse(line))];
    }),
  );
}

/** Executes each script once, for all the names and settings that it answers. */
async function judgeAll(slicer, asking, names, answers) {
  const scripts = new Map();
  for (const setting of Object.keys(SETTINGS)) {
    names.forEach((name, at) => {
      const { exit, stdout } = answers[setting][at] ?? {};
      if (exit === 0) scripts.set(stdout, new Set([...(scripts.get(stdout) ?? []), name]));
    });
  }
  const outcomes = new Map();
  for (const [script, of] of scripts)
    outcomes.set(script, await slicer.ask({ ...asking, script, names: [...of] }));
  return names.map((name, at) => {
    const settings = Object.keys(SETTINGS).map((setting) => {
      const answer = answers[setting][at] ?? { exit: 2, stderr: 'no answer' };
      if (answer.exit !== 0)
        return [setting, { verdict: 'refused', detail: answer.stderr.split('\n', 1)[0] }];
      return [setting, verdictOn(name, answer.stdout, outcomes.get(answer.stdout))];
    });
    return { name, ...Object.fromEntries(settings) };
  });
}

function verdictOn(name, script, { lines, error, verdicts }) {
  const [verdict, detail] = verdicts?.[name] ?? ['different', error];
  if (verdict !== 'different') return { verdict, lines };
  return { verdict: 'wrong', lines, detail, script };
}

function cellwright(args, scratch) {
  return spawnSync(process.execPath, [CLI, ...args], {
    cwd: scratch,
    encoding: 'utf8',
    env: { ...quietEnvironment(), XDG_CACHE_HOME: join(scratch, 'cache') },
    maxBuffer: 1 << 28,
    timeout: TIME_LIMIT_MS,
  });
}
