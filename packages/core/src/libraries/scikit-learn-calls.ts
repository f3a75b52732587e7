import { each } from './each.ts';
import type { AttributeSpec, CallSpec, ClassSpec } from './types.ts';

export const PART = {} as const satisfies AttributeSpec;
export const ARRAY_PART = { returns: 'numpy.ndarray' } as const satisfies AttributeSpec;
export const FRESH = { fresh: true } as const satisfies AttributeSpec;
export const PURE = {} as const satisfies CallSpec;
export const INT = { returns: 'int' } as const satisfies CallSpec;
export const TEXT = { returns: 'str' } as const satisfies CallSpec;
export const TRUTH = { returns: 'bool' } as const satisfies CallSpec;
export const SCORE = { returns: 'float' } as const satisfies CallSpec;
export const VIEW = { aliases: ['self'] } as const satisfies CallSpec;
export const SHARES_ARGUMENTS = { aliases: ['*'] } as const satisfies CallSpec;
export const CHANGES = { mutates: ['self'] } as const satisfies CallSpec;
export const ITSELF = { aliases: ['self'], mutates: ['self'], returns: 'self' } as const satisfies CallSpec;
export const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;
export const CALLS_ARGUMENT = { aliases: ['*'], calls: ['*'] } as const satisfies CallSpec;
export const PRINTS = { writes: ['stdout'] } as const satisfies CallSpec;
export const DRAWS_NUMPY = { reads: ['random.numpy'], writes: ['random.numpy'] } as const satisfies CallSpec;
export const FITS = {
  aliases: ['self'],
  calls: ['self'],
  mutates: ['self'],
  returns: 'self',
} as const satisfies CallSpec;
export const FITS_AND_DRAWS = {
  aliases: ['self'],
  calls: ['self'],
  mutates: ['self'],
  random: { resource: 'random.numpy', seed: 'self:random_state' },
  returns: 'self',
} as const satisfies CallSpec;
/** Only some solvers draw, none of them the default. */
export const FITS_AND_MAY_DRAW = {
  ...FITS,
  when: [
    {
      argument: 'self:solver',
      is: '*',
      random: { resource: 'random.numpy', seed: 'self:random_state' },
    },
  ],
} as const satisfies CallSpec;
export const FITS_AND_GIVES = { calls: ['self'], mutates: ['self'] } as const satisfies CallSpec;
export const FITS_AND_GIVES_DRAWING = {
  calls: ['self'],
  mutates: ['self'],
  random: { resource: 'random.numpy', seed: 'self:random_state' },
} as const satisfies CallSpec;
/** The labels that it gives are those that it keeps. */
export const GIVES_LABELS = { ...FITS_AND_GIVES, aliases: ['self'] } as const satisfies CallSpec;
export const GIVES_LABELS_DRAWING = {
  ...FITS_AND_GIVES_DRAWING,
  aliases: ['self'],
} as const satisfies CallSpec;
export const MAKES_DATA = {
  random: { seed: ':random_state', resource: 'random.numpy' },
  returns: 'numpy.ndarray, numpy.ndarray',
  when: [
    { argument: ':return_centers', is: '*', returns: '' },
    { argument: ':coef', is: '*', returns: '' },
    { argument: ':return_X_y', is: '*', returns: '' },
  ],
} as const satisfies CallSpec;
export const LOADS_DATA = {
  returns: 'sklearn.LoadedArrays',
  when: [
    { argument: ':as_frame', is: '*', returns: 'sklearn.LoadedTables' },
    { argument: ':as_frame', is: 'False', returns: 'sklearn.LoadedArrays' },
    { argument: ':return_X_y', is: '*', returns: '' },
    { argument: ':return_X_y', is: 'True', returns: 'sklearn.Matrix, numpy.Result' },
    { argument: ':return_X_y', is: 'True', without: ':as_frame', returns: 'numpy.ndarray, numpy.ndarray' },
  ],
} as const satisfies CallSpec;
export const PREDICTS = {
  returns: 'numpy.ndarray',
  when: [
    { argument: '1:return_std', is: '*', returns: '' },
    { argument: ':return_cov', is: '*', returns: '' },
  ],
} as const satisfies CallSpec;
export const MATRIX = { returns: 'sklearn.Matrix' } as const satisfies CallSpec;
export const FITS_AND_TRANSFORMS = {
  ...FITS_AND_GIVES,
  returns: 'sklearn.Matrix',
} as const satisfies CallSpec;
export const FITS_AND_TRANSFORMS_DRAWING = {
  ...FITS_AND_GIVES_DRAWING,
  returns: 'sklearn.Matrix',
} as const satisfies CallSpec;
/** Fits what it was given: estimators that may draw. */
export const FITS_OTHERS = { ...FITS, ...DRAWS_NUMPY } as const satisfies CallSpec;
export const FITS_OTHERS_AND_TRANSFORMS = {
  ...FITS_AND_TRANSFORMS,
  ...DRAWS_NUMPY,
} as const satisfies CallSpec;
/** With `copy=False`, however the estimator names it, the data that it is fitted on may be written over. */
export function unlessCopied(parameter: string): NonNullable<CallSpec['when']> {
  return [{ argument: `self:${parameter}`, is: 'False', mutates: ['self', '0:X', '0:raw_X', '1:y'] }];
}
/** The same where the data come out again. */
export function givesUnlessCopied(parameter: string): NonNullable<CallSpec['when']> {
  return unlessCopied(parameter).map((part) => ({ ...part, aliases: ['self', '0:X', '0:raw_X'] }));
}
/** An estimator that keeps what it is fitted to: a later change of the data shows in what it predicts. */
export function keepsData(spec: ClassSpec): ClassSpec {
  const methods = Object.entries(spec.methods ?? {}).map(([name, method]): [string, CallSpec] => [
    name,
    name.startsWith('fit') ? { ...method, holds: [{ by: 'self', value: '*' }] } : method,
  ]);
  return { ...spec, methods: Object.fromEntries(methods) };
}
/** Asks what it holds: an estimator, perhaps of the notebook's own. */
export const ASKS = { aliases: ['*'], calls: ['self'] } as const satisfies CallSpec;
export const ASKS_FOR_ARRAY = { ...ASKS, returns: 'numpy.ndarray' } as const satisfies CallSpec;
export const ASKS_FOR_MATRIX = { ...ASKS, returns: 'sklearn.Matrix' } as const satisfies CallSpec;
export const MATRIX_UNLESS_COPIED = {
  returns: 'sklearn.Matrix',
  when: [{ argument: 'self:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
} as const satisfies CallSpec;
export const ARRAY = { returns: 'numpy.ndarray' } as const satisfies CallSpec;
export const CROSS_VALIDATES = {
  calls: ['0:estimator', ':scoring', ':cv'],
  mutates: [':cv'],
  reads: ['random.numpy'],
  writes: ['random.numpy'],
} as const satisfies CallSpec;

/** A class that draws what it was computed from: scikit-learn calls these displays. */
export function display(name: string): ClassSpec {
  return {
    constructor: HOLDS_ARGUMENTS,
    methods: {
      plot: {
        reads: ['figure', 'options'],
        writes: ['figure'],
        mutates: ['self', ':ax'],
        aliases: ['self'],
        calls: ['self'],
      },
      ...each(
        {
          reads: ['figure', 'options', 'random.numpy'],
          writes: ['figure', 'random.numpy'],
          mutates: [':ax'],
          aliases: ['*'],
          // The first argument of `from_estimator` is one.
          calls: ['0:estimator'],
          returns: name,
        },
        'from_estimator from_predictions from_cv_results',
      ),
    },
    attributes: { ax_: PART, figure_: PART, confusion_matrix: PART, im_: PART, text_: PART, line_: PART },
  };
}
