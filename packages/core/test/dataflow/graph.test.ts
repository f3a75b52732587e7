import { expect, test } from 'vitest';
import { checkGraph, explainSlice, printScript, sliceFor } from '../../src/dataflow/index.ts';
import { graphOfSaved, scriptFor } from './notebook-cells.ts';
import { graphOf } from './slice-program.ts';

async function reasons(cells: readonly string[], to: number): Promise<readonly string[]> {
  const graph = await graphOfSaved(cells);
  return graph.edges
    .filter((edge) => edge.to === to)
    .map((edge) => `${edge.kind} ${edge.via}: ${edge.reason}`);
}

test('a name that is read needs the statement that binds it', async () => {
  expect(await reasons(['x = 1', 'y = x + 1'], 1)).toEqual(['data x: cell 1 binds `x`']);
});

test('a changed object is a mutation edge', async () => {
  const found = await reasons(['x = []', 'x.append(1)', 'n = len(x)'], 2);
  expect(found).toEqual([
    'data x: cell 1 binds `x`',
    'mutation builtins.list: cell 2 changes an object (builtins.list) that is read later',
  ]);
});

test('a random draw needs the seed and the draws before it', async () => {
  const cells = ['import random', 'random.seed(0)', 'a = random.random()', 'b = random.random()'];
  expect(await reasons(cells, 3)).toContain(
    'resource random.python: cell 3 changes random.python, which is read later',
  );
  const graph = await graphOfSaved(cells);
  expect(sliceFor(graph, { names: ['a'] }).steps).toEqual([0, 1, 2]);
});

test('a file that is read needs who wrote it, not who wrote another', async () => {
  const graph = await graphOfSaved([
    "open('a.txt', 'w').write('1')",
    "open('b.txt', 'w').write('2')",
    "text = open('a.txt').read()",
  ]);
  expect(sliceFor(graph, { names: ['text'] }).steps).toEqual([0, 2]);
  expect(graph.edges).toContainEqual(
    expect.objectContaining({ from: 0, to: 2, kind: 'resource', via: 'a.txt' }),
  );
});

test('what is computed from tensors reaches them: their gradients change', async () => {
  for (const loss of ['(w * 2).sum()', 'torch.exp(w).mean()', '3 - w.max()', 'sum([w.clone() - 1])']) {
    const graph = await graphOfSaved([
      'import torch',
      'w = torch.ones(3, requires_grad=True)',
      `loss = ${loss}`,
      'loss.backward()',
      'g = w.grad',
    ]);
    expect(sliceFor(graph, { names: ['g'] }).steps, loss).toEqual([0, 1, 2, 3, 4]);
  }
});

test('rebinding cuts what came before', async () => {
  const graph = await graphOfSaved(['x = [1]', 'x.append(2)', 'x = [3]', 'y = x']);
  expect(sliceFor(graph, { names: ['y'] }).steps).toEqual([2, 3]);
});

test('a copy is no alias, a view is', async () => {
  const cells = [
    'import numpy as np',
    'a = np.zeros(3)',
    'b = a.copy()',
    'v = a[1:]',
    'b[0] = 1',
    'v[0] = 2',
  ];
  const graph = await graphOfSaved(cells);
  expect(sliceFor(graph, { names: ['a'] }).steps).toEqual([0, 1, 3, 5]);
});

test('every statement is explained', async () => {
  const graph = await graphOfSaved(['x = 1', 'z = 5', 'y = x', 'print(z)']);
  const slice = sliceFor(graph, { names: ['y'] });
  expect(
    explainSlice(graph, slice, ['y']).map(({ kept, reason }) => `${kept ? 'kept' : 'dropped'}: ${reason}`),
  ).toEqual([
    'kept: cell 1 binds `x`, read by cell 3, which `y` needs',
    'dropped: `z` is read only by statements that `y` does not need, such as cell 4',
    'kept: cell 3 binds `y`, read by `y`',
    'dropped: it only shows or computes something that nothing keeps',
  ]);
});

test('of a loop, an explanation says how much is left out', async () => {
  const graph = await graphOf(['a, b = [], []', 'for i in range(3):\n    a.append(i)\n    b.append(i)']);
  const slice = sliceFor(graph, { names: ['a'] });
  expect(explainSlice(graph, slice, ['a'])[1]?.reason).toMatch(/; 1 statement inside is left out$/);
  expect(printScript(graph, slice, ['a'])).toBe('a, b = [], []\n\nfor i in range(3):\n    a.append(i)\n');
});

test('names that nothing defines are undefined, once', async () => {
  const graph = await graphOfSaved(['y = missing + 1', 'print(len([1]), __name__)']);
  expect(graph.undefinedNames).toEqual([{ name: 'missing', step: 0, certainty: 'must' }]);
  expect(checkGraph(graph).map((diagnostic) => diagnostic.message)).toHaveLength(1);
});

test('a name is reported once, where a statement surely reads it', async () => {
  const graph = await graphOfSaved([
    'def f():\n    return late',
    'f()',
    'a = late',
    'late = 1',
    'b = gone',
    'c = gone',
  ]);
  expect(
    checkGraph(graph).map(({ code, message, location }) => [code, message, location.cell?.index]),
  ).toEqual([
    ['D002', '`late` is read before any statement above binds it; 1 more statement reads it too.', 3],
    ['D001', '`gone` is read before any statement above binds it; 1 more statement reads it too.', 5],
  ]);
});

test('names that code binds itself are not missing when the code costs too much to follow', async () => {
  const graph = await graphOfSaved([
    'import somepackage',
    `class Net(somepackage.Module):\n    def __init__(self):\n        self.parts = [1]\n${Array.from(
      { length: 12 },
      (_, at) =>
        `    def step${at}(self, value):\n        kept = somepackage.work(self, value)\n        return self.step${(at + 1) % 12}(kept)\n`,
    ).join('')}`,
    'net = Net()',
    'for turn in range(3):\n    loss = somepackage.run(net, net.step0, net.step1)',
    'kept = 5',
  ]);
  expect(graph.steps.some(({ doubts }) => doubts.some((doubt) => /too deeply/.test(doubt)))).toBe(true);
  expect(graph.undefinedNames).toEqual([]);
  expect(sliceFor(graph, { names: ['loss'] }).steps).toEqual([0, 1, 2, 3]);
});

test('code that is given up may rebind the variables of the functions around it', async () => {
  const layers = Array.from({ length: 14 }, (_, at) => at);
  const graph = await graphOfSaved([
    `def make():\n    kept = []\n    def swap(value):\n        nonlocal kept\n        kept = value\n    def look():\n        return kept\n    return swap, look`,
    'swap, look = make()',
    layers
      .map(
        (at) => `def layer${at}(value):\n    return ${at === 13 ? 'swap(value)' : `layer${at + 1}(value)`}`,
      )
      .join('\n'),
    'mine = [1]',
    'layer0(mine)',
    'mine.append(2)',
    'seen = look()',
  ]);
  expect(sliceFor(graph, { names: ['seen'] }).steps).toEqual(graph.steps.map(({ index }) => index));
});

test('a statement that assumes the worst says why', async () => {
  const graph = await graphOfSaved(['import somepackage', 'x = [1]', 'somepackage.work(x)']);
  expect(graph.steps[2]?.doubts.length).toBeGreaterThan(0);
  expect(sliceFor(graph, { names: ['x'] }).steps).toEqual([0, 1, 2]);
});

test('imports are trimmed to the names that the slice uses', async () => {
  const graph = await graphOfSaved([
    'from math import sin, cos, pi as PI\nimport json, os',
    'x = cos(PI)',
    'y = sin(x)',
  ]);
  expect(scriptFor(graph, 'x')).toBe('from math import cos, pi as PI\n\nx = cos(PI)\n');
});
