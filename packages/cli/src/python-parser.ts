import { readFileSync } from 'node:fs';
import type { PythonParser } from '@cellwright/core';
import { Language, Parser } from 'web-tree-sitter';
import { findCursorExports, openCursor } from './tree-sitter-cursor.ts';

/** Loads the Python grammar that lies beside the bundle. */
export async function loadPythonParser(): Promise<PythonParser> {
  // On these options emscripten puts what it exports.
  const runtime = { wasmBinary: readFileSync(new URL('./web-tree-sitter.wasm', import.meta.url)) };
  await Parser.init(runtime);
  const calls = findCursorExports(runtime);
  const grammar = readFileSync(new URL('./tree-sitter-python.wasm', import.meta.url));
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return {
    parse(text) {
      const tree = parser.parse(text);
      if (tree === null) throw new Error('the Python grammar is not loaded');
      if (calls === null) return tree;
      return {
        get rootNode() {
          return tree.rootNode;
        },
        walk: () => openCursor(calls, tree),
        delete: () => {
          tree.delete();
        },
      };
    },
  };
}
