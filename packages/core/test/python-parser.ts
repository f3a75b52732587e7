import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import type { PythonParser } from '../src/syntax/index.ts';

const require = createRequire(import.meta.url);
let loaded: Promise<PythonParser> | undefined;

/** Loads tree-sitter and its Python grammar from the installed packages, once a process. */
export function loadPythonParser(): Promise<PythonParser> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PythonParser> {
  await Parser.init();
  const grammar = await readFile(require.resolve('tree-sitter-python/tree-sitter-python.wasm'));
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return {
    parse(text) {
      const tree = parser.parse(text);
      if (!tree) throw new Error('the parser has no language');
      return tree;
    },
  };
}
