import { rowSpecs } from './row-specs.ts';
import type { RowSpec } from './types.ts';

/** What NumPy does element by element. */
export const NUMPY_ROWS: Readonly<Record<string, RowSpec>> = rowSpecs({
  cell: `
    abs absolute fabs sign sqrt cbrt square exp expm1 exp2 log log2 log10 log1p sin cos tan arcsin arccos arctan
    sinh cosh tanh deg2rad rad2deg degrees radians floor ceil trunc rint round around isnan isfinite isinf
    nan_to_num clip negative reciprocal logical_not interp digitize isin float64 int64
    ndarray.astype ndarray.round ndarray.clip ndarray.copy ndarray.tolist
  `,
  each: `
    arctan2 hypot maximum minimum fmax fmin power mod remainder floor_divide divide true_divide add subtract multiply
    logical_and logical_or logical_xor equal not_equal less less_equal greater greater_equal where isclose select
    column_stack
  `,
  all: `
    mean median average std var sum prod min max amin amax argmin argmax argsort sort unique percentile quantile
    nanmean nanmedian nanstd cumsum cumprod diff gradient concatenate histogram bincount dot
    ndarray.mean ndarray.std ndarray.sum ndarray.min ndarray.max ndarray.argmax ndarray.argmin ndarray.var
    ndarray.cumsum ndarray.sort ndarray.argsort ndarray.reshape ndarray.T ndarray.shape
  `,
});
