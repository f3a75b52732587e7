import { describe, expect, it } from 'vitest';
import { checkSpecs } from '../../../../scripts/check-specs.js';
import { pythonEnvironment } from '../../../../scripts/python-env.js';
import { allLibraries, type LibrarySpec } from '../../src/libraries/index.ts';

/** Libraries of the tests' environment, and the least share of entries that must have run; `npm run specs` checks all. */
const CHECKED: readonly (readonly [modules: readonly string[], atLeast: number])[] = [
  [
    ['builtins', 'math', 're', 'random', 'collections', 'itertools', 'functools', 'datetime', 'io', 'json'],
    0.8,
  ],
  [['numpy'], 0.8],
  [['pandas'], 0.8],
  [['scipy'], 0.8],
];

const untrueOf = (outcomes: Awaited<ReturnType<typeof checkSpecs>>) =>
  outcomes.flatMap(({ name, outcome, details }) => (outcome === 'untrue' ? [`${name} ${details}`] : []));

describe('library specs are true of the real libraries', () => {
  it.each(CHECKED)('%j', async (modules, atLeast) => {
    const chosen = allLibraries.filter((library) => modules.includes(library.module));
    const outcomes = await checkSpecs(pythonEnvironment(), chosen, allLibraries);
    expect(untrueOf(outcomes)).toEqual([]);
    const executed = outcomes.filter(({ outcome }) => outcome === 'true').length;
    expect(executed / outcomes.length, `${executed} of ${outcomes.length} executed`).toBeGreaterThan(atLeast);
  });
});

describe('a spec that is not true', () => {
  const lies: readonly LibrarySpec[] = [
    { module: 'heapq', url: '', functions: { heapify: {} }, classes: {} },
    { module: 'random', url: '', functions: { random: {} }, classes: {} },
    { module: 'operator', url: '', functions: { neg: { returns: 'str' } }, classes: {} },
    { module: 'json', url: '', functions: { load: {} }, classes: {} },
    {
      module: 'numpy',
      url: '',
      functions: { ravel: {}, apply_along_axis: {}, putmask: {}, savetxt: {} },
      classes: {},
    },
  ];
  it('is noticed: changes, shared parts, calls, types, the world around', async () => {
    const outcomes = await checkSpecs(pythonEnvironment(), lies, allLibraries);
    expect(untrueOf(outcomes).map((line) => line.replace(/: \(.*$/, ''))).toEqual([
      'heapq.heapify changes 0',
      'random.random writes random.python',
      'operator.neg returns numpy.ndarray',
      'json.load changes 0',
      'numpy.ravel shares 0',
      'numpy.apply_along_axis calls 0',
      'numpy.putmask changes 0',
      'numpy.savetxt writes files',
    ]);
  });
});
