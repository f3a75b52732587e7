// `npm run faults`: kills what executes at random moments, and looks at what is left and at what the next run does.
// Options: --kills N (of `run`; default 1000), --commands N (of `build`, `record` and `verify` each; default 40), --seed N.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pythonEnvironment } from '../scripts/python-env.js';
import { notebookOf, PIPELINES } from './fault-pipelines.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const COMMAND = join(ROOT, 'packages/cli/bin/cellwright.js');
/** What every process of ours has in its environment, so that orphans are found. */
const MARK = `CELLWRIGHT_FAULTS=${process.pid}`;

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    commands: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
  },
});

const python = pythonEnvironment();
const scratch = mkdtempSync(join(tmpdir(), 'cellwright-faults-'));
const temporary = join(scratch, 'tmp');
mkdirSync(temporary);
const problems = [];
const counts = { kills: 0, midway: 0, kept: 0, orphans: 0, rerun: 0, wrong: 0, left: 0 };
let state = Number(options.seed);

/** Numbers that are the same in every run of this program (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

function fail(count, message) {
  counts[count] += 1;
  problems.push(message);
}

/** Starts a program; `ended` gives its code, signal and what it said. */
function start([program, ...args], { cwd = scratch, env = {} } = {}) {
  const [name, value] = MARK.split('=');
  const child = spawn(program, args, {
    cwd,
    env: {
      ...process.env,
      [name]: value,
      CELLWRIGHT_CACHE: join(scratch, 'cache'),
      PYTHONDONTWRITEBYTECODE: '1',
      TMPDIR: temporary,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  const ended = new Promise((done) =>
    child.on('exit', (code, signal) => setImmediate(() => done({ code, signal, said: () => said }))),
  );
  return { child, ended };
}

async function finish(command, more) {
  const { code, said } = await start(command, more).ended;
  await wait(5);
  return { code, said: said() };
}

/** Kills a program after so many milliseconds; tells whether it was still at work. */
async function killAfter(command, milliseconds, more) {
  const { child, ended } = start(command, more);
  await Promise.race([wait(milliseconds), ended]);
  child.kill('SIGKILL');
  return (await ended).signal === 'SIGKILL';
}

/** Processes of ours that are still there some seconds after their parent. */
async function orphans() {
  for (let tries = 0; ; tries++) {
    const found = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isOurs(pid));
    if (found.length === 0 || tries > 200) return found;
    await wait(50);
  }
}

function isOurs(pid) {
  try {
    return Number(pid) !== process.pid && readFileSync(`/proc/${pid}/environ`, 'latin1').includes(MARK);
  } catch {
    return false;
  }
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
}

/** Digests of the files of a folder, without what differs from run to run by intent. */
function digests(folder, isLeftOut) {
  const paths = filesBelow(folder).filter((path) => !isLeftOut(path));
  return Object.fromEntries(
    paths.sort().map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

const ofArtifacts = (path) => /^\.receipts|^\.lock|run\.json$/.test(path);
const isLeftOver = (path) => /(^|\/)\.tmp-|\.tmp$/.test(path);

function receipts(out) {
  return filesBelow(join(out, '.receipts'))
    .filter((path) => /^\w+\.json$/.test(path))
    .map((path) => path.replace('.json', ''));
}

/** Stages that a run says it runs. */
function ranIn(said) {
  return [...said.matchAll(/INFO (\w+): runs/g)].map(([, name]) => name);
}

async function makePipeline(pipeline) {
  const folder = join(scratch, pipeline.name);
  mkdirSync(folder);
  const notebook = join(folder, `${pipeline.name}.ipynb`);
  writeFileSync(notebook, notebookOf(pipeline));
  const project = join(folder, 'project');
  const made = await finish([
    process.execPath,
    COMMAND,
    'build',
    notebook,
    '-o',
    project,
    '--record',
    ...consent(),
  ]);
  if (made.code !== 0) throw new Error(made.said);
  const out = join(folder, 'expected');
  const began = performance.now();
  const whole = await finish(runOf({ ...pipeline, project }, out), inProject(project));
  if (whole.code !== 0) throw new Error(whole.said);
  const stages = ranIn(whole.said).length;
  const duration = performance.now() - began;
  return { ...pipeline, folder, notebook, project, duration, stages, expected: digests(out, ofArtifacts) };
}

function consent() {
  return ['--trust', '--allow-writes', '-y', '--python', python];
}

function inProject(project) {
  return { cwd: project, env: { PYTHONPATH: join(project, 'src') } };
}

function runOf({ name, jobs }, out) {
  return [python, '-m', name, '--out', out, 'run', '-j', String(jobs)];
}

/** Kills a run once or twice, then lets one end, and judges it. */
async function killRun(pipeline, number) {
  const out = join(pipeline.folder, 'out');
  const where = `${pipeline.name}, kill ${number}`;
  rmSync(out, { recursive: true, force: true });
  const command = runOf(pipeline, out);
  for (let times = random() < 0.3 ? 2 : 1; times > 0; times--) {
    counts.kills += 1;
    const isMidway = await killAfter(command, random() * pipeline.duration, inProject(pipeline.project));
    counts.midway += Number(isMidway);
    const left = await orphans();
    if (left.length > 0) fail('orphans', `${where}: processes ${left.join(', ')} are left`);
  }
  const finished = receipts(out);
  counts.kept += finished.length;
  const next = await finish(command, inProject(pipeline.project));
  if (next.code !== 0)
    return fail('wrong', `${where}: the next run ends with ${next.code}: ${next.said.slice(-400)}`);
  judgeRun(pipeline, out, where);
  const again = ranIn(next.said).filter((stage) => finished.includes(stage));
  if (again.length > 0)
    fail('rerun', `${where}: ${again.join(', ')} ran though finished: ${next.said.slice(-600)}`);
}

function judgeRun(pipeline, out, where) {
  const values = JSON.stringify(digests(out, ofArtifacts));
  if (values !== JSON.stringify(pipeline.expected)) fail('wrong', `${where}: other values`);
  const left = filesBelow(out).filter(isLeftOver);
  if (left.length > 0) fail('left', `${where}: ${left.join(', ')}`);
}

/** Runs a command to its end, kills it at random moments, and lets the next one show that nothing is broken. */
async function killCommand(verb, pipeline, kills) {
  const target = join(pipeline.folder, verb);
  const args = {
    build: ['build', pipeline.notebook, '-o', target, '--record', ...consent()],
    record: ['record', pipeline.notebook, '-o', target, '--trust', '--allow-writes', '--python', python],
    verify: ['verify', pipeline.project, '--fresh', '--trust', '--allow-writes', '--python', python],
  }[verb];
  const command = [process.execPath, COMMAND, ...args];
  // Records and reports tell how long statements took.
  const leftOut = (path) => /^record\.json$|^proof\.html$/.test(path);
  const folder = verb === 'verify' ? join(pipeline.project, '.cellwright') : target;
  const began = performance.now();
  const whole = await finish(command);
  const duration = performance.now() - began;
  if (whole.code !== 0) return fail('wrong', `${verb}: ${whole.said}`);
  const expected = JSON.stringify(digests(folder, leftOut));
  for (let number = 1; number <= kills; number++) {
    if (random() < 0.5) rmSync(target, { recursive: true, force: true });
    counts.kills += 1;
    counts.midway += Number(await killAfter(command, random() * duration));
    const left = await orphans();
    if (left.length > 0) fail('orphans', `${verb}, kill ${number}: processes ${left.join(', ')} are left`);
    const next = await finish(command);
    if (next.code !== 0) fail('wrong', `${verb}, kill ${number}: ${next.code}: ${next.said.slice(-400)}`);
    else if (JSON.stringify(digests(folder, leftOut)) !== expected)
      fail('wrong', `${verb}, kill ${number}: other files: ${filesBelow(folder).join(' ')}`);
    const temporaries = [...filesBelow(folder).filter(isLeftOver), ...readdirSync(temporary)];
    if (temporaries.length > 0) fail('left', `${verb}, kill ${number}: ${temporaries.join(', ')}`);
    for (const name of readdirSync(temporary))
      rmSync(join(temporary, name), { recursive: true, force: true });
  }
}

/** A limit to the size of files stands for a full disk, a folder without permission for one that is read-only. */
async function fillDisk(pipeline) {
  const out = join(pipeline.folder, 'full');
  const command = runOf(pipeline, out);
  const limited = ['sh', '-c', 'ulimit -f 1; exec "$@"', 'sh', ...command];
  const full = await finish(limited, inProject(pipeline.project));
  if (full.code === 0 || !/a stage failed|too large|No space/i.test(full.said))
    fail('wrong', `${pipeline.name}: a full disk ends with ${full.code}: ${full.said.slice(-300)}`);
  const left = filesBelow(out).filter(isLeftOver);
  if (left.length > 0) fail('left', `${pipeline.name}: a full disk leaves ${left.join(', ')}`);
  const next = await finish(command, inProject(pipeline.project));
  if (next.code === 0) judgeRun(pipeline, out, `${pipeline.name}, after a full disk`);
  else fail('wrong', `${pipeline.name}: after a full disk: ${next.said.slice(-300)}`);
}

async function closeFolder(pipeline) {
  const out = join(pipeline.folder, 'closed');
  mkdirSync(out);
  chmodSync(out, 0o555);
  const command = runOf(pipeline, join(process.getuid() === 0 ? '/proc' : out, 'out'));
  const { code, said } = await finish(command, inProject(pipeline.project));
  chmodSync(out, 0o755);
  if (code === 0 || code === null || said.includes('Traceback'))
    fail('wrong', `${pipeline.name}: a closed folder ends with ${code}: ${said.slice(-300)}`);
}

const pipelines = [];
for (const pipeline of PIPELINES) pipelines.push(await makePipeline(pipeline));
for (let number = 1; counts.kills < Number(options.kills); number++)
  await killRun(pipelines[number % pipelines.length], number);
const ofRun = counts.kills;
for (const verb of ['build', 'record', 'verify'])
  await killCommand(verb, pipelines[0], Number(options.commands));
for (const pipeline of pipelines) {
  await fillDisk(pipeline);
  await closeFolder(pipeline);
}
rmSync(scratch, { recursive: true, force: true });
for (const problem of problems) process.stdout.write(`${problem}\n`);
const stages = pipelines.reduce((sum, pipeline) => sum + pipeline.stages, 0);
process.stdout.write(
  `${counts.kills} kills (${ofRun} of run over ${pipelines.length} pipelines with ${stages} stages, ${counts.kills - ofRun} of build, record and verify), ` +
    `${counts.midway} of them midway; ${counts.kept} finished stages kept, ${counts.rerun} ran again; ` +
    `${counts.wrong} wrong, ${counts.left} with files left, ${counts.orphans} with orphans\n`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
