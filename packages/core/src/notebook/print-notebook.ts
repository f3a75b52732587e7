import { printLocation } from '../diagnostics/index.ts';
import { locateSource } from './source-map.ts';
import type { CodeCell, Magic, Notebook } from './types.ts';

/** Prints a notebook for people: cells, their Python, and what became of each magic. */
export function printNotebook(notebook: Notebook): string {
  const { path, format, language, kernel, cells } = notebook;
  const head = `notebook ${path} · ${format} · ${language}${kernel === undefined ? '' : ` (${kernel})`}`;
  const parts = cells.map((cell) => {
    const tags = cell.tags.length === 0 ? '' : ` · tags ${cell.tags.join(', ')}`;
    const title = `cell[${cell.index}] ${cell.kind} · key ${cell.key}${tags}`;
    if (cell.kind !== 'code') return [title, ...quote(cell.source)].join('\n');
    return [
      title + describeRun(cell),
      ...quote(cell.python.text),
      ...cell.python.magics.map((magic) => describeMagic(path, cell, magic)),
    ].join('\n');
  });
  return `${[head, ...parts].join('\n\n')}\n`;
}

function describeRun(cell: CodeCell): string {
  const { heading, executionCount, outputs } = cell;
  const under = heading === undefined ? '' : ` · under "${heading.text}" (${heading.level})`;
  const run = executionCount === null ? '' : ` · In[${executionCount}]`;
  const shown = outputs.map((output) => output.errorName ?? output.kind).join(', ');
  return run + under + (shown === '' ? '' : ` · gives ${shown}`);
}

function describeMagic(path: string, cell: CodeCell, magic: Magic): string {
  const sign = magic.kind === 'cell' ? '%%' : magic.kind === 'line' ? '%' : '';
  const place = printLocation(locateSource(path, cell, magic.span)).slice(path.length + 1);
  const text = `${sign}${magic.name} ${magic.arguments}`.trim().split('\n')[0] ?? '';
  return `  ${magic.kind} ${text} (${place}): ${describeFate(magic.fate)}`;
}

function describeFate(fate: Magic['fate']): string {
  switch (fate.kind) {
    case 'python':
      return 'is Python';
    case 'dropped':
      return `left out, because it ${fate.reason}`;
    case 'requirement':
      return `requires ${fate.packages.join(', ') || 'nothing'}`;
    case 'module':
      return `is the module ${fate.path}`;
    case 'foreign':
      return `is ${fate.language}`;
  }
}

function quote(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n').map((line) => `  | ${line}`.trimEnd());
}
