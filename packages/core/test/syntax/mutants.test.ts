import { describe, expect, test } from 'vitest';
import { parsePython } from '../../src/syntax/index.ts';
import { loadPythonParser } from '../python-parser.ts';
import { askPython } from './ask-python.ts';
import { findPythons, libraryFiles } from './library-files.ts';

interface Mutant {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly valid: boolean;
}

const parser = await loadPythonParser();
const COUNT = process.env.CELLWRIGHT_ALL === '1' ? 4000 : 400;

describe.each(findPythons())('single-token mutants of the library of Python $version', (python) => {
  test('are accepted and rejected as by CPython', { timeout: 900_000 }, () => {
    const paths = libraryFiles(python, 150).map((file) => file.path);
    const answers = askPython(python.command, 'make_mutants.py', [{ seed: 7, count: COUNT, paths }]);
    const mutants = answers.map((answer) => answer as Mutant);
    const name = ({ path, line, text }: Mutant) => `${path}:${line} ${text.split('\n')[line - 1]}`;
    const isAccepted = ({ text }: Mutant) => parsePython(parser, text).broken.length === 0;
    const invalid = mutants.filter((mutant) => !mutant.valid);
    const wronglyAccepted = invalid.filter(isAccepted).map(name);
    const wronglyRejected = mutants.filter((mutant) => mutant.valid && !isAccepted(mutant)).map(name);
    expect(invalid.length).toBeGreaterThan(COUNT / 2);
    expect(wronglyAccepted.length, wronglyAccepted.join('\n')).toBeLessThanOrEqual(invalid.length / 100);
    expect(wronglyRejected.length, wronglyRejected.join('\n')).toBeLessThanOrEqual(COUNT / 200);
  });
});
