import { describe, expect, test } from 'vitest';
import { parsePython, type Scope, scopesOf } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';
import { unexplained } from './exceptions.ts';
import { findPythons, libraryFiles } from './library-files.ts';
import { compareLibrary } from './library-verdicts.ts';

const parser = await loadPythonParser();

describe.each(findPythons())('the library of Python $version', (python) => {
  test('gives scopes equal to those of `symtable`', { timeout: 900_000 }, () => {
    const { compared, differing } = compareLibrary(
      python,
      'compare_scopes.py',
      libraryFiles(python, 150),
      (file) => ({
        module: describeScope(scopesOf(parsePython(parser, file.text).body).module, file.text),
      }),
    );
    expect(compared).toBeGreaterThan(100);
    expect(unexplained(differing)).toEqual([]);
  });
});

/** A scope in the words of `symtable`. */
function describeScope(scope: Scope, text: string): object {
  const isModule = scope.kind === 'module';
  const symbols = [...scope.symbols.values()].map((symbol) => {
    const isLocal = symbol.residence === 'local' || symbol.residence === 'cell';
    const flags = {
      parameter: symbol.isParameter,
      global: symbol.residence.startsWith('global') || (isModule && isLocal),
      declared_global: symbol.residence === 'global-explicit',
      nonlocal: symbol.isDeclaredNonlocal,
      local: isLocal || (isModule && (symbol.isAssigned || symbol.isImported)),
      free: symbol.residence === 'free',
      referenced: symbol.isReferenced,
      assigned: symbol.isAssigned,
      imported: symbol.isImported,
    };
    return [symbol.name, Object.entries(flags).flatMap(([flag, isSet]) => (isSet ? [flag] : []))];
  });
  return {
    kind: scope.kind,
    line: text.slice(0, scope.node?.start ?? 0).split('\n').length,
    comprehension: scope.kind === 'comprehension' && scope.node?.type !== 'GeneratorExp',
    symbols: Object.fromEntries(symbols),
    children: scope.children.map((child) => describeScope(child, text)),
  };
}
