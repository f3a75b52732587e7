import { readFileSync } from 'node:fs';
import type { PythonParser } from '@cellwright/core';
import { Language, Parser } from 'web-tree-sitter';

/** Loads the Python grammar that lies beside the bundle. */
export async function loadPythonParser(): Promise<PythonParser> {
  await Parser.init({ wasmBinary: readFileSync(new URL('./web-tree-sitter.wasm', import.meta.url)) });
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
