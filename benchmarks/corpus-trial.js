// One notebook of the corpus on its way: build, run, compare by our own means, own tests, verify.

import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureQuality } from './project-quality.js';

const here = dirname(fileURLToPath(import.meta.url));
const CLI = resolve(here, '../packages/cli/bin/cellwright.js');
const TIME_LIMIT_MS = 300_000;
const EQUAL_VERDICTS = ['identical', 'equal within tolerance'];

/**
 * Tries one notebook and says how far it came.
 *
 * `outcome`: `right`; `no run` (the notebook itself fails: not counted); `refused`; `run fails`; `nothing compared`;
 * `differs`; `false proof` (verify calls equal what is not). `tests` and `verdict` are reported beside it, and what
 * `measureQuality` finds where `quality` says how.
 */
export async function tryNotebook(python, notebook, { keep, quality }) {
  const scratch = mkdtempSync(join(tmpdir(), 'cellwright-corpus-'));
  try {
    return { name: notebook.name, ...(await steps(python, notebook, scratch, quality)) };
  } finally {
    if (keep) cpSync(scratch, join(keep, notebook.name.replaceAll(/[\\/]/g, '__')), { recursive: true });
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function steps(python, notebook, scratch, quality) {
  const source = copySource(notebook, join(scratch, 'source'));
  const project = join(scratch, 'project');
  const seconds = {};
  const run = async (command, args, cwd, env, phase) => {
    const began = performance.now();
    const ended = await start(command, args, cwd, { XDG_CACHE_HOME: join(scratch, 'cache'), ...env });
    if (phase) seconds[phase] = Math.round((performance.now() - began) / 100) / 10;
    return ended;
  };
  const cellwright = (phase, ...args) =>
    run(process.execPath, [CLI, phase, ...args], dirname(source), {}, phase);
  const common = ['--python', python, '--trust'];

  const built = await cellwright('build', source, '-o', project, '--record', '-y', ...common);
  const lock = readJson(join(project, '.cellwright/lock.json'));
  const names = (lock?.artifacts ?? []).flatMap(({ variable }) => variable ?? []);
  const first = await plainRun(python, notebook, join(scratch, 'first'), names, run);
  if (!first.ok) return { outcome: 'no run', detail: first.error, seconds };
  if (built.code !== 0 || lock === undefined) return { outcome: 'refused', detail: lastLine(built), seconds };

  const inProject = { PYTHONPATH: join(project, 'src') };
  const ran = await run(
    python,
    [join(here, 'corpus_seed.py'), lock.package, 'run'],
    project,
    inProject,
    'run',
  );
  if (ran.code !== 0) return { outcome: 'run fails', detail: lastLine(ran), seconds };
  const second = await plainRun(python, notebook, join(scratch, 'second'), names, run);
  const results = await compare(python, project, lock, [first, second], scratch, run);
  const pytest = ['-m', 'pytest', '-q', '-x', '-p', 'no:cacheprovider'];
  const tests = await run(python, pytest, project, inProject, 'tests');
  const verified = await cellwright('verify', project, '--json', ...common);
  const env = { ...quietEnvironment(), ...inProject };
  return {
    ...(quality ? { quality: measureQuality(project, { python, env, ...quality }) } : {}),
    ...judge(results, verdictsOf(verified)),
    ...countsOf(results),
    stages: lock.stages.length,
    tests: tests.code === 0 ? 'green' : `red: ${lastLine(tests)}`,
    verdict: verified.code === 0 ? 'true' : `exit ${verified.code}: ${headline(verified)}`,
    seconds,
  };
}

/** Copies what a notebook needs to run and gives the path of its copy. */
export function copySource({ base, only, path }, folder) {
  mkdirSync(folder, { recursive: true });
  if (only) copyFileSync(path, join(folder, basename(path)));
  else cpSync(base, folder, { recursive: true });
  return join(folder, only ? basename(path) : relative(base, path));
}

async function plainRun(python, notebook, scratch, names, run) {
  const source = copySource(notebook, join(scratch, 'work'));
  const values = join(scratch, 'values');
  mkdirSync(values);
  writeFileSync(join(scratch, 'names.json'), JSON.stringify([...new Set(names)]));
  const args = [join(here, 'corpus_run.py'), source, join(scratch, 'names.json'), values];
  const ended = await run(python, args, dirname(source), {}, 'notebook');
  const status = readJson(join(values, 'status.json')) ?? { ok: false, error: lastLine(ended) };
  return { ...status, values, work: dirname(source) };
}

async function compare(python, project, lock, runs, scratch, run) {
  const request = join(scratch, 'request.json');
  const answer = join(scratch, 'answer.json');
  const { package: name, artifacts } = lock;
  const places = runs.map(({ values, work }) => ({ values, work }));
  writeFileSync(request, JSON.stringify({ root: project, package: name, artifacts, runs: places }));
  const ended = await run(python, [join(here, 'corpus_compare.py'), request, answer], scratch);
  const failed = { name: 'comparison', verdict: 'different', detail: lastLine(ended) };
  return readJson(answer) ?? [failed];
}

function verdictsOf({ stdout }) {
  const document = parse(stdout);
  return new Map((document?.artifacts ?? []).map(({ name, verdict }) => [name, verdict]));
}

/** A false proof is worse than any difference that verify itself reports. */
function judge(results, verdicts) {
  const different = results.filter(({ verdict }) => verdict === 'different');
  const lies = different.filter(({ name }) => EQUAL_VERDICTS.includes(verdicts.get(name)));
  const first = lies[0] ?? different[0];
  if (first)
    return { outcome: lies.length > 0 ? 'false proof' : 'differs', detail: `${first.name}: ${first.detail}` };
  const equal = results.some(({ verdict }) => verdict === 'equal');
  return equal
    ? { outcome: 'right', detail: '' }
    : { outcome: 'nothing compared', detail: results[0]?.detail ?? 'no artifacts' };
}

function countsOf(results) {
  const count = (wanted) => results.filter(({ verdict }) => verdict === wanted).length;
  return {
    artifacts: results.length,
    equal: count('equal'),
    nondeterministic: count('nondeterministic'),
    uncompared: count('uncompared'),
  };
}

function headline({ stdout, stderr }) {
  const worst = (parse(stdout)?.artifacts ?? []).find(({ verdict }) => !EQUAL_VERDICTS.includes(verdict));
  return worst ? `${worst.name} ${worst.verdict}: ${worst.detail}` : lastLine({ stdout: '', stderr });
}

function lastLine({ stdout, stderr, code }) {
  const line = (text) => text.trim().split('\n').at(-1) ?? '';
  return (line(stderr) || line(stdout) || `exit ${code}`).slice(0, 240);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The environment in which runs of one notebook agree. */
export function quietEnvironment() {
  const fixed = { PYTHONHASHSEED: '0', MPLBACKEND: 'Agg', OMP_NUM_THREADS: '1', NO_COLOR: '1' };
  return { ...process.env, ...fixed };
}

/** Runs a program in its own process group, so that what it left behind ends with it. */
function start(command, args, cwd, extra) {
  return new Promise((done) => {
    const env = { ...quietEnvironment(), ...extra };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (chunk) => {
        said[stream] = (said[stream] + chunk).slice(-1_000_000);
      });
    }
    const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), TIME_LIMIT_MS);
    child.on('error', (error) => done({ ...said, stderr: error.message, code: 127 }));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal) said.stderr += `\nkilled by ${signal}`;
      done({ ...said, code: code ?? 1 });
    });
  });
}
