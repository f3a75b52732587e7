import type { CodeCell, Notebook, TextCell } from '../../src/notebook/index.ts';

/** A notebook from a percent-format text; a line `# stored error` in a cell gives it an error as output. */
export function notebookOf(text: string, path = 'work/case.ipynb'): Notebook {
  const cells: (CodeCell | TextCell)[] = [];
  let heading: { text: string; level: number } | undefined;
  for (const part of text.split(/^# %%/m).slice(1)) {
    const [first = '', ...rest] = part.split('\n');
    const source = rest.join('\n').trimEnd();
    const index = cells.length + 1;
    const base = { key: `c${String(index).padStart(2, '0')}`, index, tags: tagsOf(first), source };
    if (first.includes('[markdown]')) {
      const markdown = source.replace(/^# ?/gm, '');
      const match = /^(#+)\s+(.*)$/m.exec(markdown);
      if (match) heading = { text: match[2] ?? '', level: (match[1] ?? '').length };
      cells.push({ ...base, kind: 'markdown', source: markdown });
      continue;
    }
    cells.push({
      ...base,
      kind: 'code',
      executionCount: null,
      outputs: source.includes('# stored error')
        ? [{ kind: 'error', mimeTypes: [], errorName: 'ValueError' }]
        : [],
      python: { text: source, segments: [], magics: [] },
      ...(heading ? { heading } : {}),
    });
  }
  return { path, format: 'percent', language: 'python', cells };
}

function tagsOf(line: string): readonly string[] {
  return /tags=(\S+)/.exec(line)?.[1]?.split(',') ?? [];
}
