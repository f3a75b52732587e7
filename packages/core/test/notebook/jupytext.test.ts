import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readNotebook } from '../../src/notebook/index.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  /** Kind, source and tags of each cell, as jupytext reads its own text back. */
  readonly cells: readonly (readonly [kind: string, source: string, tags: readonly string[]])[];
}

const { made, cases }: { readonly made: string; readonly cases: readonly Case[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'jupytext.json'), 'utf8'),
);

// Answers of jupytext, kept: the tests need no jupytext.
it.each(cases)(`$name, as ${made} reads it`, ({ text, cells }) => {
  const { value } = readNotebook('n.py', text);
  // Empty lines around a cell mean nothing.
  const bare = (source: string) => source.replace(/^\n+|\n+$/g, '');
  const found = value?.cells.map(({ kind, source, tags }) => [kind, bare(source), tags]);
  expect(found).toEqual(cells.map(([kind, source, tags]) => [kind, bare(source), tags]));
  expect(value?.kernel).toBe('python3');
});
