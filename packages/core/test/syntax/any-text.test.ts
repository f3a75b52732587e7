import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childNodes, type Node, parsePython } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';

const parser = await loadPythonParser();

const WORDS =
  'x y = == ( ) [ ] { } , : ; . " \' """ f" # \\ \n \n \n   \t if else for in while def class return print lambda import @ * ** -> := 1 0x 😀 é \u200b \r\n match case try except'.split(
    ' ',
  );
const text = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 3 })), {
  maxLength: 60,
});
const statements = fc.array(
  fc.constantFrom(
    'x = 1',
    'f(x)',
    'for i in x:\n    y = i',
    'import a.b',
    'print "x"',
    'z = (1,',
    "s = '''",
    '  q',
    ')',
  ),
  { maxLength: 12 },
);

test('any text gives statements and broken stretches in order, inside the text, and never an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        text.map((words) => words.join('')),
        statements.map((lines) => lines.join('\n')),
      ),
      (source) => {
        const { body, topLevel, broken } = parsePython(parser, source);
        expect(topLevel.map(({ node }) => node)).toEqual(body);
        const spans = [...topLevel.map(({ outer }) => outer), ...broken].sort(
          (a, b) => a.start - b.start || a.end - b.end,
        );
        let last = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(source.length);
        for (const { start, end, offset } of broken) expect(offset >= start && offset <= end).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('children lie inside their parents, in order', () => {
  const source =
    'def f(a, b=1, *c, d: int = 2, **e) -> {1: 2, **g}:\n  return a if b else [x for x in c if x](*d, k=e)\n';
  const check = (node: Node): void => {
    let last = node.start;
    for (const child of childNodes(node)) {
      expect(child.start).toBeGreaterThanOrEqual(last);
      expect(child.end).toBeLessThanOrEqual(node.end);
      last = child.start;
      check(child);
    }
  };
  for (const node of parsePython(parser, source).body) check(node);
  expect.assertions(2 * 28);
});
