import { expect, test } from 'vitest';
import type { Notebook } from '../../src/notebook/index.ts';
import { parseNotebook, printModule } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';
import { notebookOf } from './cells.ts';

const parser = await loadPythonParser();

test('statements are numbered within their cells', () => {
  const { value, diagnostics } = parseNotebook(notebookOf('a = 1\nb = 2', '', 'c = a; d = b'), parser);
  expect(diagnostics).toEqual([]);
  expect(value.cells.map(({ statements }) => statements.map(({ id }) => id))).toEqual([
    ['c1:0', 'c1:1'],
    [],
    ['c3:0', 'c3:1'],
  ]);
});

test('a broken statement is a diagnostic with its place and spoils nothing else', () => {
  const { value, diagnostics } = parseNotebook(notebookOf('x = 1', 'a = 1\nprint "x"\nb = 2'), parser);
  expect(value.cells[1]?.statements.map(({ node }) => node.type)).toEqual(['Assign', 'Assign']);
  expect(value.cells[1]?.broken).toEqual([{ start: 6, end: 15 }]);
  expect(diagnostics).toEqual([
    {
      code: 'S002',
      rule: 'python-2',
      severity: 'error',
      message: '`print` without parentheses is Python 2.',
      location: { file: 'sample.ipynb', cell: { index: 2 }, start: [2, 1], end: [2, 10] },
      related: [],
      hint: 'Convert the cell to Python 3.',
    },
  ]);
});

test('a place behind a translated magic is that of the cell, not of its Python', () => {
  const notebook = notebookOf('%cd data\nx = = 1');
  const [cell] = notebook.cells;
  const text = 'import os\nos.chdir("data")\nx = = 1';
  if (cell?.kind !== 'code') throw new Error('no code cell');
  const segments = [{ python: { start: 0, end: 26 }, source: { start: 0, end: 8 } }];
  const translated: Notebook = { ...notebook, cells: [{ ...cell, python: { text, segments, magics: [] } }] };
  const { value, diagnostics } = parseNotebook(translated, parser);
  expect(value.cells[0]?.statements).toHaveLength(2);
  expect(diagnostics[0]?.location.start).toEqual([2, 5]);
});

test('a module is printed node by node', () => {
  const { value } = parseNotebook(notebookOf('# why\nx = f(1, k=y)', 'b = = 2'), parser);
  expect(printModule(value)).toBe(`cell[1] c1
  c1:0 outer 0-19
    Assign 6-19
      Name 6-7 id="x"
      Call 10-19
        Name 10-11 id="f"
        Constant 12-13 kind="int" text="1"
        keyword 15-18 arg="k"
          Name 17-18 id="y"
cell[2] c2
  broken 0-7
`);
});
