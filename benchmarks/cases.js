// `npm run cases`: slices of small programs, executed and compared with the values that the programs really end with.
// Options: --only TEXT (ids that contain it), --truth (run every whole program again), --json FILE (every result).

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pythonEnvironment } from '../scripts/python-env.js';
import { writeNotebook } from './case-notebook.js';
import { CASES, execute, inParallel, writeFiles } from './case-process.js';

/** The versions whose values the files hold; with others the truth comes from the whole program again. */
const EXPECTED_VERSIONS = '3.11 2.4 3.1 1.9 3.11';
const BAR = 0.97;
const BATCH_LIMIT_MS = 120_000;
const CRASHED = 2;

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, truth: { type: 'boolean' }, json: { type: 'string' } },
});

const CLI = resolve(CASES, '../../bin/cellwright.js');

function versionsOf(python) {
  const modules = ['numpy', 'pandas', 'sklearn', 'matplotlib'];
  const code = `import sys, ${modules.join(', ')}
short = lambda text: ".".join(text.split(".")[:2])
print(short(sys.version), ${modules.map((name) => `short(${name}.__version__)`).join(', ')})`;
  return execFileSync(python, ['-c', code], { encoding: 'utf8' }).trim();
}

/** Writes the notebooks of the cases and gives the requests for the command, in the same order. */
function requestsFor(folder, cases) {
  return cases.map((entry, index) => {
    const home = join(folder, String(index));
    mkdirSync(home);
    writeFiles(home, entry.files);
    const file = join(home, 'case.ipynb');
    writeNotebook(file, entry);
    return { file, of: entry.artifact };
  });
}

/** Answers all requests in one process; when it ends early, its next request counts as a crash and the rest go on. */
function slices(folder, cases) {
  const requests = requestsFor(folder, cases);
  const list = join(folder, 'requests.json');
  const answers = [];
  while (answers.length < requests.length) {
    writeFileSync(list, JSON.stringify(requests.slice(answers.length)));
    const run = spawnSync(process.execPath, [CLI, 'slice', '--batch', list], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: BATCH_LIMIT_MS,
    });
    answers.push(
      ...run.stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    );
    if (answers.length < requests.length)
      answers.push({ exit: CRASHED, stdout: '', stderr: run.stderr || 'no answer in time' });
  }
  return answers;
}

async function truthOf(python, entry, again) {
  if (!again) return entry.expected;
  const { value } = await execute(python, 'notebook', JSON.stringify(entry), entry.artifact, entry.files);
  return value ?? entry.expected;
}

/** Classes of results: right, refused (the command said no), broken (the script stops), wrong (another value). */
async function judge(python, entry, answer, again) {
  const result = { id: entry.id, programLines: entry.program_lines, minimalLines: entry.minimal_lines };
  if (answer.exit === CRASHED) return { ...result, verdict: 'broken', detail: firstLine(answer.stderr) };
  if (answer.exit !== 0) {
    return { ...result, verdict: entry.refuse ? 'right' : 'refused', detail: firstLine(answer.stderr) };
  }
  const got = await execute(python, 'script', answer.stdout, entry.artifact, entry.files);
  const lines = got.lines;
  if (got.error) return { ...result, lines, verdict: 'broken', detail: got.error, script: answer.stdout };
  if (entry.refuse) {
    return { ...result, lines, verdict: 'wrong', detail: `gave ${got.value.repr}`, script: answer.stdout };
  }
  const truth = await truthOf(python, entry, again);
  if (got.value.fingerprint === truth.fingerprint) return { ...result, lines, verdict: 'right', detail: '' };
  const detail = `${got.value.repr} instead of ${truth.repr}`;
  return { ...result, lines, verdict: 'wrong', detail, script: answer.stdout };
}

function firstLine(text) {
  return text.trim().split('\n')[0] ?? '';
}

function percent(part, whole) {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}

function sum(results, pick) {
  return results.reduce((total, result) => total + (pick(result) ?? 0), 0);
}

/** Prints the table of one set and says whether it clears the bar. */
function report(title, results) {
  const count = (verdict) => results.filter((result) => result.verdict === verdict).length;
  const sliced = results.filter((result) => result.verdict === 'right' && result.lines !== undefined);
  const withMinimal = sliced.filter((result) => result.minimalLines !== undefined);
  const say = (text) => process.stdout.write(`${text}\n`);
  say(`\n${title}: ${results.length} cases`);
  say(`  right    ${String(count('right')).padStart(4)}  ${percent(count('right'), results.length)}`);
  for (const verdict of ['refused', 'broken', 'wrong'])
    say(`  ${verdict.padEnd(8)} ${String(count(verdict)).padStart(4)}`);
  const kept = sum(sliced, (result) => result.lines);
  say(
    `  lines kept ${percent(
      kept,
      sum(sliced, (result) => result.programLines),
    )} of the programs`,
  );
  if (withMinimal.length > 0) {
    const lines = sum(withMinimal, (result) => result.lines);
    say(
      `  lines kept ${(lines / sum(withMinimal, (result) => result.minimalLines)).toFixed(2)} times the least`,
    );
  }
  for (const result of results) {
    if (result.verdict !== 'right') say(`  ${result.verdict.padEnd(8)} ${result.id}: ${result.detail}`);
  }
  return count('wrong') === 0 && count('right') >= BAR * results.length;
}

async function main() {
  const python = pythonEnvironment();
  const again = options.truth === true || versionsOf(python) !== EXPECTED_VERSIONS;
  const scratch = mkdtempSync(join(tmpdir(), 'cellwright-cases-'));
  const all = {};
  try {
    for (const name of ['programs', 'own']) {
      const cases = JSON.parse(readFileSync(join(CASES, `${name}.json`), 'utf8')).filter((entry) =>
        entry.id.includes(options.only ?? ''),
      );
      if (cases.length === 0) continue;
      const folder = join(scratch, name);
      mkdirSync(folder);
      const answers = slices(folder, cases);
      all[name] = await inParallel(2, cases, (entry, index) => judge(python, entry, answers[index], again));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  if (options.json) writeFileSync(options.json, `${JSON.stringify(all, null, 1)}\n`);
  const passed = Object.entries(all).map(([name, results]) => report(`${name}.json`, results));
  process.exitCode = passed.length > 0 && passed.every(Boolean) ? 0 : 1;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
