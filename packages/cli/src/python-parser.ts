import { readFileSync } from 'node:fs';
import type { PythonParser } from '@cellwright/core';
import { Language, Parser } from 'web-tree-sitter';
import { accessHeapDirectly, type Runtime } from './tree-sitter-heap.ts';

/** Loads the Python grammar that lies beside the bundle. */
export async function loadPythonParser(): Promise<PythonParser> {
  const runtime: Runtime = {
    wasmBinary: readFileSync(new URL('./web-tree-sitter.wasm', import.meta.url)),
  };
  await Parser.init(runtime);
  accessHeapDirectly(runtime);
  const grammar = readFileSync(new URL('./tree-sitter-python.wasm', import.meta.url));
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return {
    parse(text) {
      const tree = parser.parse(text);
      if (tree === null) throw new Error('the Python grammar is not loaded');
      return tree;
    },
  };
}
