import { askPython } from './ask-python.ts';
import type { LibraryFile, Python } from './library-files.ts';

/** How many files were compared, and those that differ, by their path inside the library. */
export interface Comparison {
  readonly compared: number;
  readonly differing: readonly string[];
}

interface Verdict {
  readonly path: string;
  readonly verdict: string;
}

const BATCH = 60;

/** Compares library files with CPython; a file that CPython itself rejects is left out. */
export function compareLibrary(
  python: Python,
  script: string,
  files: readonly LibraryFile[],
  describe: (file: LibraryFile) => object,
): Comparison {
  let compared = 0;
  const differing: string[] = [];
  for (let start = 0; start < files.length; start += BATCH) {
    const lines = files.slice(start, start + BATCH).map((file) => ({ path: file.path, ...describe(file) }));
    for (const answer of askPython(python.command, script, lines)) {
      const { path, verdict } = answer as Verdict;
      if (verdict === 'invalid') continue;
      compared++;
      if (verdict !== 'equal') differing.push(`${path.slice(python.library.length + 1)}: ${verdict}`);
    }
  }
  return { compared, differing };
}
