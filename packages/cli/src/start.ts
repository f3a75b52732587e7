import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { compileCached } from './code-cache.ts';
import { EXIT } from './exit-codes.ts';
import { READING_VERBS, VERBS, withVerb } from './verbs.ts';

type Program = (
  exports: object,
  require: NodeJS.Require,
  module: object,
  file: string,
  folder: string,
) => void;

/** A command lives for a moment: see docs/decisions/3-fewer-optimisers.md. */
const FLAGS = [
  '--liftoff-only',
  '--wasm-lazy-validation',
  '--interrupt-budget=1000000',
  '--semi-space-growth-factor=16',
  '--no-incremental-marking',
  '--no-minor-gc-task',
];
for (const flag of FLAGS) setFlagsFromString(flag);

const [verb = ''] = withVerb(process.argv.slice(2));
const file = join(__dirname, READING_VERBS.includes(verb) ? 'read.cjs' : 'main.cjs');
const { script, keep } = compileCached(readFileSync(file), file, VERBS.includes(verb) ? verb : 'help');
const program: Program = script.runInThisContext();
program({}, require, {}, file, __dirname);
process.once('exit', (code) => {
  if (code === EXIT.ok || code === EXIT.findings) keep();
});
// Nothing is left to do or to write: the system frees memory faster than V8 object by object.
process.once('beforeExit', (code) => process.exit(code));
