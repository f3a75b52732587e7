import { builtins } from './builtins.ts';
import { fileLibraries } from './files.ts';
import { numpy } from './numpy.ts';
import { pandas } from './pandas.ts';
import { scikitLearn } from './scikit-learn.ts';
import type { LibrarySpec } from './types.ts';

/** Every library that cellwright knows. */
export const allLibraries: readonly LibrarySpec[] = [builtins, ...fileLibraries, numpy, pandas, scikitLearn];
