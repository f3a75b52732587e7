import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pythonEnvironment } from '../../../../scripts/python-env.js';
import { allLibraries, type LibrarySpec } from '../../src/libraries/index.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Libraries whose entries are called with arguments from a pool, and the least share of them that must have run. */
const CHECKED: readonly (readonly [modules: readonly string[], atLeast: number])[] = [
  [['builtins', 'math', 'statistics', 're', 'random', 'collections', 'itertools', 'heapq', 'textwrap'], 0.6],
  [['datetime', 'decimal', 'fractions', 'io', 'operator', 'copy', 'string', 'html', 'base64'], 0.4],
  [['numpy'], 0.6],
  [['pandas'], 0.6],
  [['sklearn'], 0.6],
  [['scipy'], 0.3],
];

interface Report {
  readonly executed: readonly string[];
  readonly skipped: readonly string[];
  readonly problems: readonly string[];
}

function check(libraries: readonly LibrarySpec[]): Report {
  const examples: unknown = JSON.parse(readFileSync(join(HERE, 'examples.json'), 'utf8'));
  const output = execFileSync(pythonEnvironment(), ['check_specs.py'], {
    cwd: HERE,
    input: JSON.stringify({ libraries, examples }),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return JSON.parse(output) as Report;
}

describe('library specs are true of the real libraries', () => {
  it.each(CHECKED)('%j', (modules, atLeast) => {
    const report = check(allLibraries.filter((library) => modules.includes(library.module)));
    expect(report.problems).toEqual([]);
    const all = report.executed.length + report.skipped.length;
    expect(report.executed.length / all, `${report.executed.length} of ${all} executed`).toBeGreaterThan(
      atLeast,
    );
  });
});
