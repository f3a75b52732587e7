import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CodeCell,
  locate,
  printNotebook,
  readNotebook,
  toPythonOffset,
  toSourceOffset,
  toSourceSpan,
} from '../../src/notebook/index.ts';
import { readCell } from './make-notebook.ts';
import { randomCells } from './random-cells.ts';

const pieces = [
  ...'%!?,;/{}$()[]\'"\\#= \n\t:.@'.split(''),
  '%%',
  '!!',
  '"""',
  "'''",
  '\\\n',
  '\r\n',
  '>>> ',
  'In [1]: ',
  '...: ',
  'f"',
  '{{',
  '%time ',
  '%%time\n',
  '%%sql x <<\n',
  '%sql ',
  'get_ipython().system(',
  "get_ipython().run_cell_magic('time', '', '",
  '# %%',
  '# MAGIC %sql',
  '# COMMAND ----------',
  '####################\n',
  'x',
  ' = ',
  '!pip install ',
  '%env A',
  '%run a.py',
  'def f():\n    ',
  'if x:\n    ',
  '\ud800',
  '𝒳',
  '\u2028',
  '\ufeff',
  '<<<<<<< a\n',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const sources = { text: (path: string): string => `x = 1\n!echo ${path}\n%run ${path}` };

function checkMap(cell: CodeCell): void {
  const { python, source } = cell;
  let pythonEnd = 0;
  let sourceEnd = 0;
  for (const segment of python.segments) {
    expect(source.slice(sourceEnd, segment.source.start)).toBe(
      python.text.slice(pythonEnd, segment.python.start),
    );
    expect(segment.python.end).toBeGreaterThanOrEqual(segment.python.start);
    expect(segment.source.end).toBeGreaterThanOrEqual(segment.source.start);
    pythonEnd = segment.python.end;
    sourceEnd = segment.source.end;
  }
  expect(source.slice(sourceEnd)).toBe(python.text.slice(pythonEnd));
  for (const magic of python.magics) expect(magic.span.end).toBeLessThanOrEqual(source.length);
}

describe('any text', () => {
  it.each(['a.ipynb', 'a.py', 'a'])('is read as %s without an exception', (path) => {
    fc.assert(
      fc.property(text, (source) => {
        const { value, diagnostics } = readNotebook(path, source, sources);
        for (const each of diagnostics) expect(each.message).toMatch(/^\S[^\n]*\.$/);
        if (value === null) expect(diagnostics.some((each) => each.severity === 'error')).toBe(true);
        else {
          expect(printNotebook(value)).toContain(path);
          for (const cell of value.cells) if (cell.kind === 'code') checkMap(cell);
          expect(new Set(value.cells.map((cell) => cell.key)).size).toBe(value.cells.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('of a cell leads to Python that maps back', () => {
    fc.assert(
      fc.property(text, (source) => checkMap(readCell(source))),
      { numRuns: 500 },
    );
    for (const source of randomCells(7, 500)) checkMap(readCell(source));
  });
});

describe('any JSON', () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  const cell = fc.record(
    {
      cell_type: fc.oneof(fc.constantFrom('code', 'markdown', 'raw', 'heading'), json),
      source: fc.oneof(fc.string(), fc.array(fc.string()), json),
      input: json,
      id: fc.oneof(fc.constantFrom('a', 'b', '1', '2'), json),
      metadata: json,
      outputs: fc.oneof(
        json,
        fc.array(
          fc.record(
            {
              output_type: fc.constantFrom('stream', 'error', 'pyout', 'display_data'),
              data: json,
              text: json,
              ename: json,
            },
            { requiredKeys: [] },
          ),
        ),
      ),
      execution_count: json,
    },
    { requiredKeys: [] },
  );
  const notebook = fc.record(
    {
      cells: fc.oneof(json, fc.array(fc.oneof(cell, json), { maxLength: 5 })),
      worksheets: fc.oneof(json, fc.array(fc.record({ cells: fc.array(cell, { maxLength: 3 }) }))),
      metadata: fc.oneof(json, fc.record({ kernelspec: json, language_info: json })),
      nbformat: json,
      nbformat_minor: json,
    },
    { requiredKeys: [] },
  );

  it('is a notebook or a diagnostic', () => {
    fc.assert(
      fc.property(fc.oneof(notebook, json), (value) => {
        const result = readNotebook('a.ipynb', JSON.stringify(value));
        if (result.value === null) expect(result.diagnostics.length).toBeGreaterThan(0);
        else expect(new Set(result.value.cells.map((each) => each.key)).size).toBe(result.value.cells.length);
      }),
      { numRuns: 400 },
    );
  });
});

describe('offsets', () => {
  const cells = randomCells(11, 60).map((source) => readCell(source));

  it('round-trip outside segments, and stay in order', () => {
    for (const { python, source } of cells) {
      let before = 0;
      for (let offset = 0; offset <= python.text.length; offset++) {
        const there = toSourceOffset(python, offset);
        expect(there).toBeGreaterThanOrEqual(before);
        expect(there).toBeLessThanOrEqual(source.length);
        before = there;
        const isChanged = python.segments.some(
          (each) => each.python.start <= offset && offset <= each.python.end,
        );
        if (!isChanged) {
          expect(toPythonOffset(python, there)).toBe(offset);
          if (offset < python.text.length) expect(source[there]).toBe(python.text[offset]);
        }
      }
    }
  });

  it('give the whole magic for any part of its Python', () => {
    const cell = readCell('x = 1\nif x:\n    files = !ls {x}\ny = 2');
    const start = cell.python.text.indexOf('shell=True');
    const span = toSourceSpan(cell.python, { start, end: start + 5 });
    expect(cell.source.slice(span.start, span.end)).toBe('!ls {x}');
    const last = cell.python.text.indexOf('y = 2');
    const place = locate({ path: 'n.ipynb', format: 'ipynb', language: 'python', cells: [cell] }, cell, {
      start: last,
      end: last + 1,
    });
    expect(place).toEqual({ file: 'n.ipynb', cell: { index: 1, id: 'c0' }, start: [4, 1], end: [4, 2] });
  });
});

describe('large and hostile texts end', () => {
  const size = 300_000;
  it.each([
    ['percent signs', '%'.repeat(size)],
    ['exclamation marks', '!'.repeat(size)],
    ['lines of magics', '%x (\n'.repeat(size / 5)],
    ['question marks', `${'a'.repeat(size)}?`],
    ['open brackets', '('.repeat(size)],
    ['quotes', '"'.repeat(size)],
    ['nested f-strings', 'f"{'.repeat(size / 3)],
    ['braces', `!echo ${'{'.repeat(size)}`],
    ['dollars', `!echo ${"$a'".repeat(size / 3)}`],
    ['prompts', '>>> x\n'.repeat(size / 6)],
    ['continued lines', '!a \\\n'.repeat(size / 5)],
    ['cell magics', '%%time\n'.repeat(size / 7)],
    ['installations', `!pip install ${'"a '.repeat(size / 3)}`],
    ['options', `%time ${'-a '.repeat(size / 3)}`],
    ['blanks', `x${' '.repeat(size)}y\n%time${' '.repeat(size)}x`],
    ['comments in queries', `%%sql\n${'--\n'.repeat(size / 3)}`],
    ['words', 'word '.repeat(size / 5)],
  ])('%s', (_, source) => {
    expect(readCell(source).source).toBe(source);
    expect(readNotebook('a.py', source).value).not.toBeNull();
  });

  it('deep JSON', () => {
    const deep = `{"cells": [{"cell_type": "code", "source": "x", "metadata": {"a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}}]}`;
    expect(readNotebook('a.ipynb', deep).value?.cells).toHaveLength(1);
    expect(readNotebook('a.ipynb', '['.repeat(300_000)).diagnostics[0]?.code).toBe('N001');
  });
});
