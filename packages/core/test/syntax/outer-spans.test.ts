import { expect, test } from 'vitest';
import { parsePython } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';

const parser = await loadPythonParser();

test('a statement keeps the comments above and behind it', () => {
  const text = [
    '# one',
    '# two',
    'x = 1  # behind',
    '',
    '# alone',
    '',
    'y = 2;  # after the semicolon',
    'z = 3; w = 4  # only of w',
    '# above the decorator',
    '@cache',
    'def f():  # in the header',
    '    pass  # in the body',
    '# at the end',
  ].join('\n');
  const outers = parsePython(parser, text).topLevel.map(({ outer }) => text.slice(outer.start, outer.end));
  expect(outers).toEqual([
    '# one\n# two\nx = 1  # behind',
    'y = 2;  # after the semicolon',
    'z = 3',
    'w = 4  # only of w',
    '# above the decorator\n@cache\ndef f():  # in the header\n    pass  # in the body',
  ]);
});
