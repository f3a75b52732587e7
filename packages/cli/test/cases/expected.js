// Fills in the expected values of own.json by running each case's notebook once in IPython:
// `node packages/cli/test/cases/expected.js`. Run it after adding a case, with Python 3.11 and the pinned packages.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES, execute, inParallel } from '../../../../benchmarks/case-process.js';
import { pythonEnvironment } from '../../../../scripts/python-env.js';

const file = join(CASES, 'own.json');
const cases = JSON.parse(readFileSync(file, 'utf8'));
const python = pythonEnvironment();

const filled = await inParallel(2, cases, async (entry) => {
  const truth = await execute(python, 'notebook', JSON.stringify(entry), entry.artifact, entry.files);
  const { expected: _, errors: __, program_lines: ___, ...rest } = entry;
  if (!entry.refuse && !truth.value) throw new Error(`${entry.id}: ${truth.error}`);
  const errors = Object.keys(truth.errors ?? {}).length > 0 ? { errors: truth.errors } : {};
  const expected = entry.refuse ? {} : { expected: truth.value };
  return { ...rest, ...errors, ...expected, program_lines: truth.lines };
});
writeFileSync(file, `${JSON.stringify(filled, null, 1)}\n`);
process.stdout.write(`${filled.length} cases\n`);
