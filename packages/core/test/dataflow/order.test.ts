import { expect, test } from 'vitest';
import { sliceFor } from '../../src/dataflow/index.ts';
import { graphOfSaved, scriptFor } from './notebook-cells.ts';

test('in the order of execution, cells stand by their saved counts', async () => {
  const cells = [
    { source: 'y = x * 2', executionCount: 3 },
    { source: 'x = 1', executionCount: 1 },
    { source: 'x = 5', executionCount: 2 },
    'never = 1',
  ];
  const executed = await graphOfSaved(cells, 'executed');
  expect(executed.steps.map((step) => step.cell)).toEqual([2, 3, 1]);
  expect(executed.undefinedNames).toEqual([]);
  expect(scriptFor(executed, 'y')).toBe('x = 5\n\ny = x * 2\n');
  const down = await graphOfSaved(cells);
  expect(down.undefinedNames.map(({ name }) => name)).toEqual(['x']);
});

test('what a cell shows is kept under the names that IPython gives it', async () => {
  const graph = await graphOfSaved([
    { source: '[1, 2]', executionCount: 7 },
    { source: '_7.append(3)', executionCount: 8 },
    { source: 'x = _7', executionCount: 9 },
  ]);
  expect(sliceFor(graph, { names: ['x'] }).steps).toEqual([0, 1, 2]);
  expect(scriptFor(graph, 'x')).toBe('_7 = [1, 2]\n\n_7.append(3)\n\nx = _7\n');
});

test('`_` is the last value shown; a semicolon keeps a value out of it', async () => {
  const graph = await graphOfSaved(['1 + 1', '3 + 3;', 'x = _']);
  expect(sliceFor(graph, { names: ['x'] }).steps).toEqual([0, 2]);
});

test('a cell that raised ran its first statements and nothing behind the error', async () => {
  const graph = await graphOfSaved([
    'x = [1]',
    { source: "x.append(2)\nint('no')\nx.append(3)", error: "----> 2 int('no')\nValueError: no" },
    'y = len(x)',
  ]);
  expect(graph.steps.map((step) => step.statement.node.type)).toEqual(['Assign', 'Expr', 'Expr', 'Assign']);
  expect(graph.steps[2]?.raises).toBe(true);
  expect(sliceFor(graph, { names: ['y'] }).steps).toEqual([0, 1, 3]);
});

test('a statement that raised stays in a `try` of the script', async () => {
  const graph = await graphOfSaved([
    'def f(x):\n    x.append(1)\n    raise ValueError',
    'x = []',
    { source: 'f(x)', error: '----> 1 f(x)\nValueError: ' },
  ]);
  expect(scriptFor(graph, 'x')).toContain('try:\n    f(x)\nexcept Exception:\n    pass');
});

test('where it is not known where a cell raised, each statement hangs on those before it', async () => {
  const graph = await graphOfSaved([
    { source: "a = 1\nint('x')\nb = 2", tags: ['raises-exception'] },
    'c = b',
  ]);
  expect(sliceFor(graph, { names: ['c'] }).steps).toEqual([0, 1, 2, 3]);
  expect(graph.edges).toContainEqual(expect.objectContaining({ from: 1, to: 2, kind: 'control' }));
});

test('top-level await runs in one loop for the whole script', async () => {
  const graph = await graphOfSaved([
    'import asyncio',
    'other = 1',
    'x = await asyncio.sleep(0, 4)',
    'y = x + 1',
  ]);
  const script = scriptFor(graph, 'y');
  expect(script).toContain('asyncio.run(_notebook())');
  expect(script).toContain('global asyncio, x, y');
  expect(script).not.toContain('other');
});
