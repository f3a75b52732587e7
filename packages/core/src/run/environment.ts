/**
 * Variables that both runs of a comparison have: they fix hashing, the time zone, the number of threads (sums in parallel
 * round differently) and the backend of figures.
 */
export const FIXED_ENVIRONMENT: Readonly<Record<string, string>> = {
  PYTHONHASHSEED: '0',
  TZ: 'UTC',
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  NUMEXPR_NUM_THREADS: '1',
  MPLBACKEND: 'Agg',
  PYTHONIOENCODING: 'utf-8',
  PYTHONUNBUFFERED: '1',
};

/** Seed of the random state that both runs begin with. */
export const INJECTED_SEED = 20_240_501;
