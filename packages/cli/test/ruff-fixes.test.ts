import { expect, it } from 'vitest';
import { createToolchain } from '../src/toolchain.ts';

const target = { firstParty: [], python: '3.11' };
const { formatPython, checkPython } = createToolchain();

function inFunction(body: string): string {
  return `def draw(table, plot):\n    """Draw."""\n${body.replaceAll(/^/gm, '    ')}\n`;
}

it.each([
  ['fig, ax = plot()\nreturn ax', '_fig, ax = plot()'],
  ['legend = plot()\nreturn table', '_legend = plot()'],
  [
    'try:\n    plot()\nexcept ValueError as error:\n    table.clear()\nreturn table',
    'except ValueError as _error:',
  ],
])('what nothing reads is marked and stays bound: %s', (body, expected) => {
  const text = formatPython(inFunction(body), target);
  expect(text).toContain(expected);
  expect(checkPython(text, target).filter(({ code }) => /F841|RUF059/.test(code))).toEqual([]);
});

it.each([
  ['a library that looks at its caller', 'limit = 3\nreturn table.query("x > @limit")', 'limit = 3'],
  ['its name', 'limit = 3\nreturn dict(locals())', 'limit = 3'],
  ['a name that is there already', '_limit = plot()\nlimit = plot()\nreturn _limit', '    limit = plot()'],
  [
    'an inner function',
    'limit = 0\ndef more():\n    nonlocal limit\n    limit = plot()\nreturn more',
    '    limit = 0',
  ],
])('a variable stays as it is because of %s', (_, body, expected) => {
  expect(formatPython(inFunction(body), target)).toContain(expected);
});
