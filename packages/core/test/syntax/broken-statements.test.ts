import { expect, test } from 'vitest';
import { parsePython } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';

const parser = await loadPythonParser();

/** What is kept of a text, what is broken, and why. */
function outcome(text: string): { kept: string[]; broken: string[] } {
  const { topLevel, broken } = parsePython(parser, text);
  return {
    kept: topLevel.map(({ outer }) => text.slice(outer.start, outer.end)),
    broken: broken.map(({ code, message, offset }) => `${code} ${message} @${offset}`),
  };
}

test.each([
  ['print "x"\nb = 2', ['b = 2'], ['S002 `print` without parentheses is Python 2 @0']],
  ['a = 1\nprint >>f, "x" % 3, \n', ['a = 1', 'print >>f, "x" % 3,'], []],
  ['exec "x = 1"\nb = 2', ['b = 2'], ['S002 `exec` without parentheses is Python 2 @0']],
  ['raise E, "x"', [], ['S002 `raise` with a comma is Python 2 @6']],
  ['x = `y`\nb = 2', ['b = 2'], ['S002 backticks are Python 2; Python 3 writes `repr(…)` @4']],
  ['x = 0777', [], ['S002 number `0777` is Python 2 @4']],
  ['x = 1 <> 2', [], ['S002 `<>` is Python 2; Python 3 writes `!=` @6']],
  ['x = ur"a"', [], ['S002 Python 3 knows no such string prefix @4']],
  [
    'try:\n  a\nexcept E, e:\n  b\nc = 3',
    ['c = 3'],
    ['S002 `except Type, name` is Python 2; Python 3 writes `as` @16'],
  ],
  ['x = f(1,\n  2\ny = 3\nz = 4', ['y = 3', 'z = 4'], ['S001 `(` is never closed @5']],
  ['x = (1, 2\nfor i in x:\n  a(i)', ['for i in x:\n  a(i)'], ['S001 `(` is never closed @4']],
  ['x = "abc\ny = 2', ['y = 2'], ['S001 a string is never closed @4']],
  ['x = """abc\ny = 2\nz = 3', ['y = 2', 'z = 3'], ['S001 a string is never closed @4']],
  ['a = 1\n)\nb = 2', ['a = 1', 'b = 2'], ['S001 `)` closes nothing @6']],
  ['while x\n  pass\ny = 1', ['y = 1'], ['S001 `:` is missing after `while x` @0']],
  ['b = = 2\nc = 3', ['c = 3'], ['S001 invalid syntax at `=` @4']],
  ['for i in x:\ny = 2', ['y = 2'], ['S003 expected an indented block @0']],
  ['if x:\n    a\n  b\nc = 1', ['c = 1'], ['S003 unexpected indentation @14']],
  ['x = 1\n  y = 2\nz = 3', ['x = 1', 'z = 3'], ['S003 unexpected indentation @8']],
  ['if x:\n    a = 1\n\tb = 2', [], ['S003 unindent does not match any outer level @17']],
  ['return 5\nx = 1', ['x = 1'], ['S001 `return` outside a function @0']],
  ['await f()\nasync with a as b:\n  pass', ['await f()', 'async with a as b:\n  pass'], []],
  ['def f():\n  await g()', [], ['S001 `await` outside an async function @11']],
  ['f(a=1, 2)', [], ['S001 positional argument follows keyword argument @7']],
  ['def f(a, a): pass', [], ['S001 duplicate parameter `a` @9']],
  ['break', [], ['S001 `break` outside a loop @0']],
  ['x = [(y := 1) for y in z]', [], ['S001 `:=` cannot rebind the iteration variable `y` @6']],
  ['def f():\n  x = 1\n  global x', [], ['S001 `x` is assigned before its global declaration @19']],
  ['nonlocal x', [], ['S001 `nonlocal` is not allowed at module level @0']],
  [
    'match x:\n  case _: pass\n  case 1: pass',
    [],
    ['S001 this pattern makes the ones after it unreachable @16'],
  ],
  ['*a, *b = c', [], ['S001 a target has at most one starred name @4']],
  ['x = 1\u00a0+ 2\ny = 3', ['y = 3'], ['S001 invalid syntax at `+` @6']],
  ['f"{a b}"', [], ['S001 invalid syntax at `b` @5']],
  ['x: List[int] or None = 3', ['x: List[int] or None = 3'], []],
])('%j', (text, kept, broken) => {
  expect(outcome(text)).toEqual({ kept, broken });
});

test('a text nested beyond reason is refused, not a crash', () => {
  const { kept, broken } = outcome(`a = 1\nx = ${'('.repeat(20_000)}1${')'.repeat(20_000)}\nb = 2`);
  expect(kept).toEqual(['a = 1', 'b = 2']);
  expect(broken).toHaveLength(1);
});
