import { describe, expect, it } from 'vitest';
import { type Notebook, readNotebook } from '../../src/notebook/index.ts';
import { ipynbText } from './make-notebook.ts';

const read = (path: string, text: string): Notebook => {
  const { value } = readNotebook(path, text);
  if (value === null) throw new Error('no notebook');
  return value;
};
const shape = (notebook: Notebook) => notebook.cells.map((cell) => [cell.kind, cell.source]);
const codes = (path: string, text: string) => readNotebook(path, text).diagnostics.map((each) => each.code);

describe('percent scripts', () => {
  it('of jupytext', () => {
    const text =
      '# ---\n# jupyter:\n#   jupytext:\n#     format: percent\n#   kernelspec:\n#     language: python\n#     name: python3\n# ---\n\n# %% [markdown]\n# # Title\n# text\n\n# %% tags=["parameters", "x"]\n# %matplotlib inline\na = 1\n\n# %%\n# %%time\nb = """\n# %%\n"""\n';
    const notebook = read('a.py', text);
    expect(shape(notebook)).toEqual([
      ['markdown', '# Title\ntext'],
      ['code', '%matplotlib inline\na = 1'],
      ['code', '%%time\nb = """\n# %%\n"""'],
    ]);
    expect(notebook.kernel).toBe('python3');
    expect(notebook.cells[1]).toMatchObject({
      tags: ['parameters', 'x'],
      heading: { text: 'Title', level: 1 },
    });
  });

  it('of VS Code and Spyder', () => {
    expect(
      shape(read('a.py', 'import os\n#%% first\nx = 1\r\n# %%\ny = 2\n# %% [markdown]\n"""\n# T\n"""\n')),
    ).toEqual([
      ['code', 'import os'],
      ['code', 'x = 1'],
      ['code', 'y = 2'],
      ['markdown', '# T'],
    ]);
  });

  it('of sphinx-gallery', () => {
    const ruler = '#'.repeat(79);
    const text = `"""\n=====\nTitle\n=====\n\nText.\n"""\n# Author: x\nimport os\n\n${ruler}\n# Part\n# ----\n# More.\nx = 1\n\n# %%\n# Last.\n\ny = 2\n`;
    const notebook = read('plot_a.py', text);
    expect(shape(notebook)).toEqual([
      ['markdown', '# Title\n\nText.'],
      ['code', '# Author: x\nimport os'],
      ['markdown', '# Part\nMore.'],
      ['code', 'x = 1'],
      ['markdown', 'Last.'],
      ['code', 'y = 2'],
    ]);
  });
});

it('Databricks scripts', () => {
  const text =
    '# Databricks notebook source\n# MAGIC %md\n# MAGIC # Title\n\n# COMMAND ----------\n\n# DBTITLE 1,Load\nx = dbutils.widgets.get("a")\n\n# COMMAND ----------\n\n# MAGIC %sql\n# MAGIC SELECT 1\n\n# COMMAND ----------\n\n# MAGIC %pip install a\n\n# COMMAND ----------\n\n# MAGIC %scala\n# MAGIC val x = 1\n';
  const notebook = read('a.py', text);
  expect(notebook.format).toBe('databricks');
  expect(shape(notebook)).toEqual([
    ['markdown', '# Title'],
    ['markdown', '### Load'],
    ['code', 'x = dbutils.widgets.get("a")'],
    ['code', '%sql\nSELECT 1'],
    ['code', '%pip install a'],
    ['code', '%scala\nval x = 1'],
  ]);
  expect(notebook.cells.map((cell) => (cell.kind === 'code' ? cell.python.text : ''))).toEqual([
    '',
    '',
    'x = dbutils.widgets.get("a")',
    '_sqldf = spark.sql("SELECT 1")',
    '',
    '',
  ]);
});

describe('ipynb', () => {
  it('of version 3', () => {
    const text = JSON.stringify({
      nbformat: 3,
      metadata: { name: 'x' },
      worksheets: [
        {
          cells: [
            { cell_type: 'heading', level: 2, source: ['Part'] },
            {
              cell_type: 'code',
              input: ['x = 1\n', 'x'],
              prompt_number: 4,
              language: 'python',
              outputs: [
                { output_type: 'pyout', text: ['1'], png: 'a' },
                { output_type: 'pyerr', ename: 'E', evalue: 'v' },
              ],
            },
          ],
        },
      ],
    });
    expect(read('a.ipynb', text).cells).toMatchObject([
      { kind: 'markdown', source: '## Part' },
      {
        source: 'x = 1\nx',
        executionCount: 4,
        heading: { text: 'Part', level: 2 },
        outputs: [
          { kind: 'result', text: '1', mimeTypes: ['image/png', 'text/plain'] },
          { kind: 'error', errorName: 'E' },
        ],
      },
    ]);
  });

  const text = ipynbText(['x = 1', '!ls']);
  it('with a byte order mark, CRLF, NaN, twice the same id', () => {
    expect(codes('a.ipynb', `\ufeff${text}`)).toEqual([]);
    expect(
      codes('a.ipynb', text.replace('"metadata":{}', '"metadata":{"a":NaN,"b":"NaN","c":-Infinity}')),
    ).toEqual(['N013']);
    expect(read('a.ipynb', ipynbText(['a\r\nb'])).cells[0]?.source).toBe('a\nb');
    const twice = text.replace('"c1"', '"c0"');
    expect(codes('a.ipynb', twice)).toEqual(['N007', 'N007']);
    expect(read('a.ipynb', twice).cells.map((cell) => cell.key)).toEqual(['1', '2']);
  });

  it.each([
    ['', 'N001', 1],
    ['<html>', 'N001', 1],
    ['{"cells": [}', 'N001', 1],
    ['{"a": 1,\n<<<<<<< HEAD\n"b": 2\n=======\n', 'N002', 2],
    ['{}', 'N003', undefined],
    ['[1]', 'N003', undefined],
    ['{"cells": []}', 'N004', undefined],
    ['{"cells": [3]}', 'N008', undefined],
    ['{"cells": [], "metadata": {"kernelspec": {"name": "ir"}}}', 'N005', undefined],
    ['{"cells": [], "metadata": {"kernelspec": {"name": "julia-1.9"}}}', 'N005', undefined],
    ['{"cells": [], "metadata": {"kernelspec": {"name": "python2"}}}', 'N006', undefined],
    ['{"cells": [], "nbformat": 5}', 'N015', undefined],
  ])('%j gets %s', (source, code, line) => {
    const found = readNotebook('a.ipynb', source).diagnostics.find((each) => each.code === code);
    expect(found?.location.start?.[0]).toBe(line);
    expect(found).toBeDefined();
  });
});
