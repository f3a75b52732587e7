import { expect, test } from 'vitest';
import { checkOrder, readExecution } from '../../src/dataflow/index.ts';
import { graphOfSaved } from './notebook-cells.ts';

test('a notebook without counts tells nothing of a session', async () => {
  expect(readExecution((await graphOfSaved(['x = 1'])).module)).toBeNull();
});

test('counts tell the order, the runs that are lost and what never ran', async () => {
  const { module } = await graphOfSaved([
    { source: 'x = 1', executionCount: 4 },
    { source: 'y = 2', executionCount: 2 },
    'z = 3',
    '',
  ]);
  expect(readExecution(module)).toEqual({
    order: [2, 1],
    isTopToBottom: false,
    lostRuns: 2,
    neverRan: [3],
    editedSince: [],
  });
});

test('a cell was edited when its error stands at a line that it does not have', async () => {
  const error = "----> 2 int('no')\nValueError: no";
  const { module } = await graphOfSaved([
    { source: "x = 1\nint('no')", executionCount: 1, error },
    { source: "x = 1\nint('yes')", executionCount: 2, error },
  ]);
  expect(readExecution(module)?.editedSince).toEqual([2]);
});

async function findings(cells: Parameters<typeof graphOfSaved>[0]) {
  return checkOrder(await graphOfSaved(cells), await graphOfSaved(cells, 'executed')).map(
    ({ message, location }) => [message.split(' may ')[0], location.cell?.index],
  );
}

test('values that hang on the order are named, at the statement that uses another value', async () => {
  const cells = [
    { source: 'x = [1]\nother = 5', executionCount: 1 },
    { source: '# the sum\ny = sum(x)', executionCount: 3 },
    { source: 'x.append(2)', executionCount: 2 },
    { source: 'z = other', executionCount: 4 },
  ];
  expect(await findings(cells)).toEqual([['From top to bottom, `y`', 2]]);
});

test('cells in another order that give the same values are no finding', async () => {
  const cells = [
    { source: 'x = 1', executionCount: 2 },
    { source: 'y = 2', executionCount: 1 },
    { source: 'z = x + y', executionCount: 3 },
  ];
  expect(await findings(cells)).toEqual([]);
});

test('where runs are lost that the order needs, nothing is concluded', async () => {
  const cells = [
    { source: 'x = [1]', executionCount: 3 },
    { source: 'x.append(2)', executionCount: 2 },
  ];
  expect(await findings(cells)).toEqual([]);
});
