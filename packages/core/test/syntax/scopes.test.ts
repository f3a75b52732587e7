import { expect, test } from 'vitest';
import { freeNames, parsePython, type Stmt, scopesOf } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';

const parser = await loadPythonParser();

function only(text: string): Stmt {
  const [statement] = parsePython(parser, text).body;
  if (!statement) throw new Error(`no statement in ${text}`);
  return statement;
}

test.each([
  ['x = a + f(b, k=c)', ['a', 'b', 'c', 'f']],
  ['x += 1', ['x']],
  ['del x', ['x']],
  ['x.y = z', ['x', 'z']],
  ['x[i] = 1', ['i', 'x']],
  ['y = [x * a for x in b if c]', ['a', 'b', 'c']],
  ['def f(a, b=d):\n  return a + g\n', ['d', 'g']],
  ['def f():\n  global n\n  n = 1\n', []],
  ['def f():\n  x = 1\n  def g(): return x + y\n  return g', ['y']],
  ['class C(B):\n  a = b\n  def m(self): return a, __p', ['B', '_C__p', 'a', 'b']],
  ['f = lambda x, y=z: x + y + w', ['w', 'z']],
  ['@dec\ndef f(x: int) -> str: pass', ['dec', 'int', 'str']],
  ['print(f"{x:{w}} {y!r}")', ['print', 'w', 'x', 'y']],
  ['if (n := len(a)) > 1: pass', ['a', 'len']],
  ['match p:\n  case Q(x=1, y=z): print(z)', ['Q', 'p', 'print', 'z']],
])('%j reads %j', (text, names) => {
  expect(freeNames(only(text))).toEqual(names);
});

test('a function tells its locals, cells, frees and globals apart', () => {
  const body = parsePython(
    parser,
    'def outer(a):\n  b = 1\n  def inner():\n    nonlocal b\n    global g, h\n    b = a\n    g = h\n    return len\n',
  ).body;
  const { module, byNode } = scopesOf(body);
  const [outer] = body;
  if (outer?.type !== 'FunctionDef') throw new Error('no function');
  const [, inner] = outer.body;
  if (inner?.type !== 'FunctionDef') throw new Error('no inner function');
  const names = (set: ReadonlySet<string> | undefined) => [...(set ?? [])].sort();
  expect(names(byNode.get(outer)?.locals)).toEqual(['a', 'b', 'inner']);
  expect(names(byNode.get(outer)?.cellvars)).toEqual(['a', 'b']);
  expect(names(byNode.get(inner)?.frees)).toEqual(['a', 'b']);
  expect(names(byNode.get(inner)?.globals)).toEqual(['g', 'h', 'len']);
  expect(names(byNode.get(inner)?.boundGlobals)).toEqual(['g']);
  expect(names(module.locals)).toEqual(['outer']);
});
