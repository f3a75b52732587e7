import { describe, expect, test } from 'vitest';
import { parsePython } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';
import { unexplained } from './exceptions.ts';
import { findPythons, libraryFiles } from './library-files.ts';
import { compareLibrary } from './library-verdicts.ts';

const parser = await loadPythonParser();

describe.each(findPythons())('the library of Python $version', (python) => {
  test('gives trees equal to those of `ast`, positions and constants included', { timeout: 900_000 }, () => {
    const { compared, differing } = compareLibrary(
      python,
      'compare_ast.py',
      libraryFiles(python, 150),
      (file) => ({
        body: parsePython(parser, file.text).body,
      }),
    );
    expect(compared).toBeGreaterThan(100);
    expect(unexplained(differing)).toEqual([]);
  });
});
