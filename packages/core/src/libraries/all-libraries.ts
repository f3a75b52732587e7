import { boosting } from './boosting.ts';
import { builtins } from './builtins.ts';
import { fileLibraries } from './files.ts';
import { matplotlibLibraries } from './matplotlib.ts';
import { numpy } from './numpy.ts';
import { otherPackages } from './other-packages.ts';
import { pandas } from './pandas.ts';
import { requests } from './requests.ts';
import { scikitLearn } from './scikit-learn.ts';
import { scipy } from './scipy.ts';
import { seaborn } from './seaborn.ts';
import { standardContainers } from './standard-containers.ts';
import { standardFiles } from './standard-files.ts';
import { standardProcess } from './standard-process.ts';
import { standardValues } from './standard-values.ts';
import { torch } from './torch.ts';
import type { LibrarySpec } from './types.ts';

/** Every library that cellwright knows. */
export const allLibraries: readonly LibrarySpec[] = [
  builtins,
  ...standardValues,
  ...standardContainers,
  ...fileLibraries,
  ...standardFiles,
  ...standardProcess,
  numpy,
  pandas,
  scikitLearn,
  scipy,
  ...matplotlibLibraries,
  seaborn,
  torch,
  ...boosting,
  requests,
  ...otherPackages,
];
