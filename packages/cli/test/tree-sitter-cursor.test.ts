import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ConcreteCursor } from '@cellwright/core';
import { expect, test } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { findCursorExports, openCursor } from '../src/tree-sitter-cursor.ts';

const TEXT = `import a.b as c

@d("é")
class E(F, metaclass=G):  # 𝒽
    """text"""
    def i(self, *j, k: int = 1, **l) -> "m":
        return f"{self.n!r:>{k}} \\N{BULLET}" if k else [o async for o in j if o]

x = {**y, 'z': (1, 2.0, *q)}; del x
broken = (
`;

/** Every node as the cursor tells it, with how deep it lies. */
function nodesBelow(cursor: ConcreteCursor): readonly string[] {
  const nodes: string[] = [];
  const visit = (depth: number): void => {
    nodes.push(`${depth} ${cursor.nodeType} ${cursor.startIndex}-${cursor.endIndex}`);
    if (!cursor.gotoFirstChild()) return;
    do visit(depth + 1);
    while (cursor.gotoNextSibling());
    expect(cursor.gotoParent()).toBe(true);
  };
  visit(0);
  cursor.delete();
  return nodes;
}

test('a cursor of ours tells what one of tree-sitter tells', async () => {
  const runtime = {};
  await Parser.init(runtime);
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-python/tree-sitter-python.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(grammar)));
  const calls = findCursorExports(runtime);
  if (calls === null) throw new Error('this runtime exports other functions');
  for (const text of [TEXT, '', 'x', `${'['.repeat(50)}${']'.repeat(50)}`]) {
    const tree = parser.parse(text);
    if (tree === null) throw new Error('no tree');
    expect(nodesBelow(openCursor(calls, tree))).toEqual(nodesBelow(tree.walk()));
    tree.delete();
  }
});

test('a runtime without these functions is left to tree-sitter', () => {
  expect(findCursorExports({})).toBeNull();
});
