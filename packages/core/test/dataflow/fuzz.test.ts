import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { generateProgram } from './random/generate.ts';
import { hunt } from './random/run-hunt.ts';

test('the program of a seed is always the same', () => {
  expect(generateProgram(7)).toEqual(generateProgram(7));
  expect(generateProgram(7)).not.toEqual(generateProgram(8));
});

test('slices of random programs give the values of the whole programs', async () => {
  const root = resolve(import.meta.dirname, '../../../..');
  const found = await hunt({ root, firstSeed: 1, programs: 100, processes: 2, shrinkAtMost: 3 });
  expect(found.failures).toEqual([]);
  // A generator that writes programs that raise would show nothing.
  expect(found.invalid).toBeLessThan(found.programs / 8);
  expect(found.variables).toBeGreaterThan(found.programs * 3);
});

test('a program whose loops make something unknown of something unknown is sliced', async () => {
  const root = resolve(import.meta.dirname, '../../../..');
  const found = await hunt({ root, firstSeed: 20_243, programs: 1, processes: 1, shrinkAtMost: 0 });
  expect(found.failures).toEqual([]);
  expect(found.variables).toBeGreaterThan(3);
});
