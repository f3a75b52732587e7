// `npm run targets`: every target over three examples, rendered, checked by the engine's own checker, run for real, its
// artifacts compared with those of a local run; a second run, and one that is killed in the middle.
// Options: --only TEXT (ids), --examples a,b, --keep FOLDER, --markdown FILE (the table as a page).

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pythonEnvironment } from '../scripts/python-env.js';
import { buildExample } from './build-example.js';
import { ENGINES } from './target-engines.js';
import { runUntilKilled, runWhole } from './target-process.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const COMMAND = join(ROOT, 'packages/cli/bin/cellwright.js');
const WHEN = ['--schedule', '0 6 * * 1-5', '--timezone', 'Europe/Paris'];
const HEADER = [
  'target',
  'example',
  'files',
  'lines',
  'packages',
  'checked',
  'seconds',
  'equal',
  'second run',
  'after kill -9',
];

const INTRODUCTION = `# Targets, measured

The table of \`npm run targets -- --markdown docs/targets-measured.md\`, on two shared cores with Python 3.11. Airflow, DVC, Luigi,
Dask and Spark ran for real, each in an environment of its own; what cron, systemd, GitHub, Kubernetes and Databricks would run
was run in its order, in a folder that holds what theirs would. *Equal* are artifacts with those of a local run, by the comparison
of \`verify\`. The second run counts the stages that were current; the last column the stages that a run kept after the one
before was killed when half of them were done. A stage that always runs, because it acts outside its outputs, is not kept.
`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    examples: { type: 'string', default: 'churn,energy,shop' },
    keep: { type: 'string' },
    markdown: { type: 'string' },
  },
});

const python = pythonEnvironment();
const scratch = resolve(options.keep ?? mkdtempSync(join(tmpdir(), 'cellwright-targets-')));

mkdirSync(scratch, { recursive: true });

function cellwright(...args) {
  const env = { CELLWRIGHT_CACHE: join(scratch, 'cache') };
  const said = runWhole([process.execPath, COMMAND, ...args], { cwd: scratch, env });
  if (said.code !== 0) throw new Error(`cellwright ${args.join(' ')}\n${said.output}`);
  return said.output;
}

/** Builds an example and runs its project as it is: what engines have to equal. */
function prepare(name) {
  const { project, ok, output } = buildExample(name, { scratch, python });
  if (!ok) throw new Error(output);
  const lock = JSON.parse(readFileSync(join(project, '.cellwright/lock.json'), 'utf8'));
  const reference = join(scratch, name, 'reference');
  const run = [python, '-m', lock.package, '--out', reference, 'run'];
  const ran = runWhole(run, { cwd: project, env: { PYTHONPATH: join(project, 'src') } });
  if (ran.code !== 0) throw new Error(ran.output);
  return { name, project, reference, package: lock.package, stages: lock.stages.length };
}

/** A fresh copy of the project with the files of one target, as its engine finds it. */
function deploy(example, target, kind) {
  const engine = ENGINES[target.id];
  const folder = join(scratch, example.name, `${target.id}-${kind}`);
  rmSync(folder, { recursive: true, force: true });
  const home = join(folder, 'home');
  cpSync(example.project, home, { recursive: true });
  const site = {
    ...example,
    home,
    out: join(folder, engine.out ?? 'home/artifacts'),
    folder,
    python,
    root: ROOT,
  };
  mkdirSync(dirname(site.out), { recursive: true });
  site.bin = engine.requirements
    ? dirname(
        pythonEnvironment({
          requirements: `requirements/targets/${engine.requirements}.txt`,
          name: `targets/${engine.requirements}`,
        }),
      )
    : dirname(python);
  const given = engine.options?.(site) ?? {};
  const flags = Object.entries(given).flatMap(([key, value]) => ['--option', `${key}=${value}`]);
  cellwright(
    'export',
    home,
    '--target',
    target.id,
    ...(target.capabilities.schedule === 'none' ? [] : WHEN),
    ...flags,
  );
  const lock = JSON.parse(readFileSync(join(home, '.cellwright/lock.json'), 'utf8'));
  site.files = lock.targets[0].files;
  engine.prepare?.(site);
  return site;
}

function compare(example, out) {
  const script = join(ROOT, 'benchmarks/targets_compare.py');
  const said = runWhole([python, script, example.project, example.reference, out], {
    cwd: scratch,
    mergesErrors: false,
  });
  const verdicts = Object.values(JSON.parse(said.output || '{"all": "not compared"}'));
  const equal = verdicts.filter((verdict) => verdict === 'identical' || verdict === 'equal within tolerance');
  return `${equal.length} of ${verdicts.length}`;
}

/** When each stage wrote its receipt: a stage that ran again has another time. */
function receipts(out) {
  const folder = join(out, '.receipts');
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => /^\w+\.json$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function unchanged(before, after) {
  return Object.keys(before).filter((name) => after[name] === before[name]).length;
}

/** Measures one target over one example. */
async function measure(example, target) {
  const engine = ENGINES[target.id];
  const site = deploy(example, target, 'run');
  const lines = site.files.map((file) => readFileSync(join(site.home, file), 'utf8').split('\n').length - 1);
  const checked = engine.check ? runWhole(...engine.check(site)) : null;
  if (checked && checked.code !== 0) process.stderr.write(checked.output);
  const began = performance.now();
  const first = runWhole(...engine.run(site));
  const seconds = (performance.now() - began) / 1000;
  if (first.code !== 0) process.stderr.write(first.output);
  const out = engine.results?.(site) ?? site.out;
  return {
    target: target.id,
    example: example.name,
    files: site.files.length,
    lines: lines.reduce((sum, count) => sum + count, 0),
    packages: engine.requirements ? countPackages(site.bin) : '-',
    checked: checked === null ? '-' : checked.code === 0 ? 'yes' : 'NO',
    seconds: seconds.toFixed(0),
    equal: first.code === 0 ? compare(example, out) : 'NO',
    again: target.capabilities.resumes ? again(engine, site, out) : 'runs all',
    resumed: target.capabilities.resumes ? await resume(example, target) : '-',
  };
}

function again(engine, site, out) {
  const before = receipts(out);
  const { code } = runWhole(...engine.run(site));
  const count = Object.keys(before).length;
  return code === 0 ? `skips ${unchanged(before, receipts(out))} of ${count}` : 'NO';
}

/** Kills the engine with all that it started as soon as half of the stages are done; the next run has to keep those. */
async function resume(example, target) {
  const engine = ENGINES[target.id];
  const site = deploy(example, target, 'killed');
  const isHalfDone = () => Object.keys(receipts(site.out)).length >= example.stages / 2;
  if (!(await runUntilKilled(...engine.run(site), isHalfDone))) return 'was too fast';
  const before = receipts(site.out);
  const { code, output } = runWhole(...engine.run(site));
  if (code !== 0) process.stderr.write(output);
  const kept = unchanged(before, receipts(site.out));
  return code === 0
    ? `keeps ${kept} of ${Object.keys(before).length}, ${compare(example, site.out)} equal`
    : 'NO';
}

function countPackages(bin) {
  return JSON.parse(
    runWhole([join(bin, 'python'), '-m', 'pip', 'list', '--format=json'], { mergesErrors: false }).output,
  ).length;
}

function print(rows) {
  const cells = [HEADER, ...rows.map((row) => Object.values(row).map(String))];
  const widths = HEADER.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function isGood(row) {
  const [equal, all] = row.equal.split(' of ');
  return equal === all && row.checked !== 'NO' && row.again !== 'NO' && row.resumed !== 'NO';
}

// A service answers rows and runs no stages: `npm run service` measures it.
const targets = JSON.parse(cellwright('export', '--list', '--json')).targets.filter(
  ({ id, capabilities }) => id.includes(options.only) && capabilities.unit !== 'row',
);
const missing = targets.filter(({ id }) => !Object.hasOwn(ENGINES, id));
const rows = [];
for (const name of options.examples.split(',')) {
  const example = prepare(name);
  for (const target of targets.filter(({ id }) => Object.hasOwn(ENGINES, id))) {
    const row = await measure(example, target);
    rows.push(row);
    if (options.markdown) writeFileSync(options.markdown, page(rows));
    process.stderr.write(`${print([row]).split('\n')[1]}\n`);
  }
}
process.stdout.write(`${print(rows)}\n`);
for (const { id } of missing) process.stdout.write(`${id}: no engine in benchmarks/target-engines.js\n`);
if (options.keep === undefined) rmSync(scratch, { recursive: true, force: true });
process.exitCode = rows.every(isGood) && missing.length === 0 ? 0 : 1;

function page(all) {
  const table = [HEADER, HEADER.map(() => '---'), ...all.map((row) => Object.values(row))];
  return `${INTRODUCTION}\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}
