import type { CodeCell, Notebook } from '../../src/notebook/index.ts';

/** A notebook of plain Python cells, for tests. */
export function notebookOf(...sources: readonly string[]): Notebook {
  const cells = sources.map(
    (source, index): CodeCell => ({
      kind: 'code',
      key: `c${index + 1}`,
      index: index + 1,
      tags: [],
      source,
      executionCount: null,
      outputs: [],
      python: { text: source, segments: [], magics: [] },
    }),
  );
  return { path: 'sample.ipynb', format: 'ipynb', language: 'python', cells };
}
