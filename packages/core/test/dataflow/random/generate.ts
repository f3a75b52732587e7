import { classMakers, drawHooks } from './classes.ts';
import { containerMakers } from './containers.ts';
import { barrierMakers, controlMakers } from './control.ts';
import { type Draft, type Kind, type Maker, statement } from './draft.ts';
import { drawsOf } from './draws.ts';
import { functionMakers } from './functions.ts';
import { iteratorMakers } from './iterators.ts';
import { figureMakers, numpyMakers, pandasMakers, sklearnMakers } from './libraries.ts';
import { resourceMakers } from './resources.ts';

/** A program: top-level statements, some of several lines. */
export interface RandomProgram {
  readonly seed: number;
  readonly flavour: string;
  readonly statements: readonly string[];
}

const BASE =
  'import contextlib, copy, functools, heapq, io, itertools, json, os, pathlib, pickle, random, string';

interface Flavour {
  readonly name: string;
  readonly weight: number;
  readonly makers: readonly (readonly Maker[])[];
  readonly opening: readonly string[];
  readonly names: readonly (readonly [Kind, string])[];
}

const PLAIN = [containerMakers, functionMakers, classMakers, iteratorMakers, controlMakers, resourceMakers];
const NUMPY_OPENING = ['import numpy as np', 'np.random.seed(0)', 'a0 = np.arange(5)'];

const FLAVOURS: readonly Flavour[] = [
  { name: 'plain', weight: 45, makers: PLAIN, opening: [], names: [] },
  { name: 'barriers', weight: 6, makers: [...PLAIN, barrierMakers, barrierMakers], opening: [], names: [] },
  {
    name: 'numpy',
    weight: 17,
    makers: [containerMakers, functionMakers, controlMakers, numpyMakers, numpyMakers],
    opening: NUMPY_OPENING,
    names: [['a', 'a0']],
  },
  {
    name: 'pandas',
    weight: 20,
    makers: [containerMakers, functionMakers, controlMakers, pandasMakers, pandasMakers],
    opening: [
      'import pandas as pd',
      'zero = 0',
      "df0 = pd.DataFrame({'p': [3, 1, 2], 'q': [4, 5, 6], 'r': ['x', 'y', 'x']})",
    ],
    names: [['df', 'df0']],
  },
  {
    name: 'sklearn',
    weight: 6,
    makers: [containerMakers, numpyMakers, controlMakers, sklearnMakers, sklearnMakers],
    opening: [
      ...NUMPY_OPENING,
      'from sklearn.base import clone',
      'from sklearn.linear_model import LinearRegression, Ridge',
      'from sklearn.model_selection import train_test_split',
      'from sklearn.pipeline import make_pipeline\nfrom sklearn.preprocessing import StandardScaler',
      'features = np.arange(8.0).reshape(4, 2)',
      'labels = np.array([1.0, 3.0, 2.0, 5.0])',
    ],
    names: [['a', 'a0']],
  },
  {
    name: 'figures',
    weight: 6,
    makers: [containerMakers, functionMakers, controlMakers, figureMakers, figureMakers],
    opening: ['import matplotlib.pyplot as plt'],
    names: [],
  },
];

/** Writes the program of a seed. */
export function generateProgram(seed: number): RandomProgram {
  const draws = drawsOf(seed);
  const flavour = pickFlavour(draws.integer(0, 99));
  const names = new Map<Kind, string[]>([
    ['i', ['i0']],
    ['l', ['l0']],
  ]);
  for (const [kind, name] of flavour.names) names.set(kind, [...(names.get(kind) ?? []), name]);
  const draft: Draft = {
    draws,
    names,
    makers: flavour.makers.flat(),
    hooks: drawHooks(draws),
    depth: 0,
    globals: null,
    bound: [],
    counter: { next: 1 },
  };
  const statements = [BASE, 'random.seed(1)', 'i0 = 4', 'l0 = [2, 3]', ...flavour.opening];
  const length = draws.integer(6, 22);
  for (let made = 0; made < length; made++) {
    statements.push(statement(draft));
    for (const [kind, name] of draft.bound.splice(0)) names.set(kind, [...(names.get(kind) ?? []), name]);
  }
  return { seed, flavour: flavour.name, statements };
}

function pickFlavour(percent: number): Flavour {
  let rest = percent;
  for (const flavour of FLAVOURS) {
    if (rest < flavour.weight) return flavour;
    rest -= flavour.weight;
  }
  throw new Error('the weights of the flavours make 100');
}
