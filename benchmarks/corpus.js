// `npm run corpus [-- --from FOLDER]`: notebooks that are not ours, through build, run, verify and their own tests.
// With --slices: the slice of every data variable instead, executed and compared with the notebook's own value.
// With --quality: also ruff, mypy --strict, all tests and the longest function of each project; --mutants N tries that many.
// Options: --from FOLDER, --python PATH (with --from), --only TEXT, --limit N, --jobs N, --keep FOLDER, --json FILE.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pythonEnvironment } from '../scripts/python-env.js';
import { inParallel } from './case-process.js';
import { rowOfQuality, summarizeQuality } from './corpus-quality-report.js';
import { checksOfCorpus, notebooksUnder, sklearnExamples } from './corpus-sample.js';
import { sliceNotebook, startSlicer } from './corpus-slices.js';
import { rowOfSlices, summarizeSlices } from './corpus-slices-report.js';
import { tryNotebook } from './corpus-trial.js';

const BAR = 0.9;
const { values: options } = parseArgs({
  options: {
    slices: { type: 'boolean', default: false },
    quality: { type: 'boolean', default: false },
    mutants: { type: 'string', default: '0' },
    from: { type: 'string' },
    python: { type: 'string' },
    only: { type: 'string' },
    limit: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    keep: { type: 'string' },
    json: { type: 'string' },
  },
});

function sample() {
  if (options.from === undefined) return { ...sklearnExamples(), checks: checksOfCorpus };
  const python = options.python ?? pythonEnvironment();
  return { python, checks: () => python, notebooks: notebooksUnder(options.from) };
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function row(result) {
  const cells = [
    result.name.padEnd(62),
    result.outcome.padEnd(16),
    result.artifacts === undefined ? '' : `${result.equal}/${result.artifacts} equal`.padEnd(12),
    result.stages === undefined ? '' : `${result.stages} stages`.padEnd(10),
    result.tests === undefined ? '' : `tests ${result.tests.slice(0, 5)}`,
    result.verdict === undefined ? '' : `verdict ${result.verdict.slice(0, 6)}`,
    result.quality === undefined ? '' : rowOfQuality(result.quality),
  ];
  return cells.join(' ').trimEnd();
}

function percent(part, whole) {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}

/** Prints the sums and the list of what is not right, and says whether the bar is cleared. */
function summarize(results) {
  const running = results.filter(({ outcome }) => outcome !== 'no run');
  const right = running.filter(({ outcome }) => outcome === 'right');
  const lies = running.filter(({ outcome }) => outcome === 'false proof');
  const green = running.filter(({ tests }) => tests === 'green').length;
  const proved = running.filter(({ verdict }) => verdict === 'true').length;
  const whole = right.filter(({ tests, verdict }) => tests === 'green' && verdict === 'true').length;
  const total = (field) => running.reduce((sum, result) => sum + (result[field] ?? 0), 0);
  say(`\n${results.length} notebooks, ${running.length} run at all`);
  say(`  every artifact equal   ${right.length}  ${percent(right.length, running.length)}`);
  say(`  own tests green        ${green}  ${percent(green, running.length)}`);
  say(`  verdict true           ${proved}  ${percent(proved, running.length)}`);
  say(`  all three              ${whole}  ${percent(whole, running.length)}`);
  say(`  false proofs           ${lies.length}`);
  say(
    `  artifacts: ${total('artifacts')}, equal ${total('equal')}, left out: ${total('nondeterministic')} differ`,
  );
  say(`    between two plain runs, ${total('uncompared')} cannot be compared`);
  say('\nThe others:');
  for (const { name, outcome, detail, tests, verdict } of results) {
    const reasons = [outcome === 'right' ? '' : `${outcome}: ${detail}`];
    if (tests?.startsWith('red')) reasons.push(`tests ${tests}`);
    if (verdict?.startsWith('exit')) reasons.push(`verify ${verdict}`);
    const text = reasons.filter(Boolean).join(' | ');
    if (text) say(`  ${name}: ${text}`);
  }
  return lies.length === 0 && running.length > 0 && whole >= BAR * running.length;
}

/** Does the work on every notebook, `width` at once; after each the results so far are written. */
async function throughAll(notebooks, width, work, print) {
  const done = [];
  return inParallel(width, notebooks, async (notebook) => {
    const result = await work(notebook);
    print(result);
    done.push(result);
    // After each notebook: a run that is stopped leaves what it found.
    if (options.json) writeFileSync(options.json, `${JSON.stringify(done, null, 1)}\n`);
    return result;
  });
}

async function sliceAll(python, notebooks) {
  const slicer = startSlicer(python);
  const work = (notebook) => sliceNotebook(python, slicer, notebook, options.keep);
  const results = await throughAll(notebooks, 1, work, (result) => say(rowOfSlices(result)));
  slicer.close();
  const { text, passed } = summarizeSlices(results);
  say(text);
  return passed;
}

async function tryAll(notebooks, python, checks) {
  const quality = options.quality ? { checks: checks(), mutants: options.mutants } : undefined;
  const tryOut = (notebook) => tryNotebook(python, notebook, { keep: options.keep, quality });
  const results = await throughAll(notebooks, Number(options.jobs), tryOut, (result) => say(row(result)));
  const passed = summarize(results);
  if (!quality) return passed;
  const found = summarizeQuality(results);
  say(found.text);
  return passed && found.passed;
}

async function main() {
  const { python, checks, notebooks } = sample();
  const wanted = notebooks.filter(({ name }) => name.includes(options.only ?? ''));
  const chosen = wanted.slice(0, Number(options.limit ?? wanted.length));
  const passed = options.slices ? await sliceAll(python, chosen) : await tryAll(chosen, python, checks);
  process.exitCode = passed ? 0 : 1;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
