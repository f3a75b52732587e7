import { readFile } from 'node:fs/promises';
import type { PythonParser } from '@cellwright/core';
import { Language, Parser } from 'web-tree-sitter';

/** Loads the Python grammar that lies beside the bundle. */
export async function loadPythonParser(): Promise<PythonParser> {
  const [runtime, grammar] = await Promise.all([
    readFile(new URL('./web-tree-sitter.wasm', import.meta.url)),
    readFile(new URL('./tree-sitter-python.wasm', import.meta.url)),
  ]);
  await Parser.init({ wasmBinary: runtime });
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
