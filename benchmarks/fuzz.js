// `npm run fuzz -- --programs 20000 --seed 1`: random programs, executed whole and as the slice of every variable.
// Ends with 1 when a slice gives another value; prints those programs, made as small as they go.
// `--print SEED` shows the program of one seed.

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const PROGRESS_EVERY = 500;

const { values: options } = parseArgs({
  options: {
    programs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    shrink: { type: 'string', default: '10' },
    processes: { type: 'string' },
    print: { type: 'string' },
  },
});

/** The tests' generator is TypeScript: bundled, it runs without a test runner. */
async function load(name) {
  const outfile = join(mkdtempSync(join(root, '.cache/fuzz-')), `${name}.mjs`);
  await build({
    entryPoints: [join(root, 'packages/core/test/dataflow/random', `${name}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    // The scripts find the repository from where they stand.
    define: { 'import.meta.url': JSON.stringify(new URL('../scripts/python-env.js', import.meta.url).href) },
    logLevel: 'warning',
  });
  try {
    return await import(outfile);
  } finally {
    rmSync(dirname(outfile), { recursive: true });
  }
}

function percent(part, whole) {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function printFailure(failure) {
  say(`\n== seed ${failure.seed} (${failure.flavour}): ${failure.name}\n${failure.program}`);
  say(`-- slice\n${failure.script}-- ${failure.detail.slice(0, 300)}`);
}

function report(result) {
  say(`\nprograms ${result.programs}, of which raise themselves ${result.invalid}`);
  say(`variables ${result.variables}, wrong ${result.wrongVariables} in ${result.failures.length} programs`);
  say(`statements kept ${percent(result.keptSteps, result.steps)}`);
  const mean = result.milliseconds / Math.max(result.programs - result.invalid, 1);
  const slowest = result.slowest.map(({ seed, milliseconds }) => `seed ${seed}: ${milliseconds.toFixed(0)}`);
  say(`analysis ${mean.toFixed(1)} ms of CPU a program; longest ${slowest.join(', ')}`);
}

async function main() {
  if (options.print !== undefined) {
    const { generateProgram } = await load('generate');
    process.stdout.write(`${generateProgram(Number(options.print)).statements.join('\n')}\n`);
    return;
  }
  const { hunt } = await load('run-hunt');
  const result = await hunt({
    root,
    firstSeed: Number(options.seed),
    programs: Number(options.programs),
    processes: Number(options.processes ?? Math.min(4, availableParallelism())),
    shrinkAtMost: Number(options.shrink),
    onProgress: (done) => done % PROGRESS_EVERY === 0 && process.stderr.write(`${done} programs\n`),
    onFailure: printFailure,
  });
  report(result);
  process.exitCode = result.wrongVariables === 0 ? 0 : 1;
}

await main();
