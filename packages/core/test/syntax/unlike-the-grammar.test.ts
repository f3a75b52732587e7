import { describe, expect, test } from 'vitest';
import { parsePython } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';
import { askPython } from './ask-python.ts';
import { findPythons } from './library-files.ts';

const parser = await loadPythonParser();

/** Texts that tree-sitter's grammar reads otherwise than Python, or not at all; each was found by comparing with CPython. */
const TEXTS = [
  'x = a ^ b & c | d & e ^ f',
  'x = (a ^ b) & (c) ^ ~d & e',
  'x = await a ** b\nawait c.d()[0]',
  'x = [*f(a), *b.c, *d[0] + e]',
  'x = *a.b(), {*range(10)} - {1}',
  'if (x := a if b else c): pass',
  'f(x := a if b else c if d else e)',
  'with a if b else c(d) as e: pass',
  'with (a as b): pass',
  'with (a, b): pass',
  'with (a, b) as c, (d): pass',
  'with (a, *b): pass',
  'with (yield_ := a): pass',
  'def f(x: A[b] | C | D[e] | None) -> G[h] | I.j[k]: pass',
  'def f(x: List[str] or None, y: A[b][c] = {}) -> T[u] and v: pass',
  'x: a[b:c, *d] = e, f',
  'type(x).y = z',
  'type[x].y[0] = z',
  "x = r'\\\\' + rb'\\\\\\\\'",
  'f"{title:=^40}{x:={w}}{y!r:=>{z}}"',
  'f"{x=}{ y = !s}{z = :>{w}}"',
  'f"{{}}{a}}}{{" "b" r"\\d" f"{c:%H:%M}"',
  "f'\\\n{a}' '' 'b'",
  'print >>f, x',
  'print, exec = match, case\nmatch(x)\nmatch[case] = type',
  'try:\n  pass\nexcept (A if b else C) as d:\n  pass;\nelse: e;',
  'x = not a in b is not c not in d',
  'x = -a ** -b\ny = lambda: (yield)\nz = lambda *a, b=1, **c: a if b else c',
  'match x, *y:\n  case -1 | a.b | "c" "d" | 1 - 2j: pass\n  case {"k": [x, *_], **r} if r: pass\n  case C(1, k=(v)) as w, : pass\n  case (a): pass',
  '@(a := b)\n@c.d[0](e)\nclass F(*g, h=1, **i): pass',
  'for x, in a, *b: pass\nelse: c',
  'del (a), [b, (c.d,)], e[0],',
  'x[a, b:c:d, ::], y[:,] = z[()]',
  'x = "é😀" + ä  # ü\ny = 1',
  'ﬁ = 1',
];

describe.each(findPythons())('Python $version', (python) => {
  const lines = TEXTS.map((text) => ({ path: '', text, body: parsePython(parser, text).body }));
  const verdicts = askPython(python.command, 'compare_ast.py', lines);

  test.each(TEXTS.map((text, index) => ({ text, answer: verdicts[index] })))('$text', ({ answer }) => {
    expect(answer).toEqual({ path: '', verdict: 'equal' });
  });
});
