import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  dedent,
  indent,
  lineStarts,
  offsetAt,
  positionAt,
  pythonString,
  suggest,
  toIdentifier,
  uniqueFileStem,
  uniqueIdentifier,
} from '../../src/text/index.ts';
import { askOracle } from '../notebook/ask-oracle.ts';

const lines = fc
  .array(fc.constantFrom('a', '  b', '\tc', '', '   ', 'é𝒳'), { maxLength: 8 })
  .map((each) => each.join('\n'));

describe('positions', () => {
  it("and offsets are each other's inverse", () => {
    fc.assert(
      fc.property(lines, fc.nat(60), (text, at) => {
        const offset = Math.min(at, text.length);
        const starts = lineStarts(text);
        const { line, column } = positionAt(starts, offset);
        expect(offsetAt(starts, { line, column })).toBe(offset);
        expect(text.slice(0, offset).split('\n')).toHaveLength(line);
      }),
    );
  });
});

describe('edits', () => {
  it('apply in any order, and refuse to overlap', () => {
    const edits = [
      { span: { start: 4, end: 5 }, text: 'X' },
      { span: { start: 0, end: 1 }, text: '' },
      { span: { start: 2, end: 2 }, text: '-' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('b-cdXf');
    expect(() =>
      applyEdits('abc', [
        { span: { start: 0, end: 2 }, text: '' },
        { span: { start: 1, end: 3 }, text: '' },
      ]),
    ).toThrow(RangeError);
  });
});

describe('indentation', () => {
  it('leaves protected lines alone', () => {
    const text = 'x = """a\n  b\n"""\n\ny';
    const string = { start: 4, end: 16 };
    expect(indent(text, '    ', [string])).toBe('    x = """a\n  b\n"""\n\n    y');
    expect(dedent('  x = """a\n b\n"""\n  y', [{ start: 6, end: 17 }])).toBe('x = """a\n b\n"""\ny');
  });
  it('is undone by dedent', () => {
    fc.assert(
      fc.property(lines, (text) => {
        expect(dedent(indent(dedent(text), '  '))).toBe(dedent(text));
      }),
    );
  });
});

describe('what Python reads', () => {
  const samples = [
    ...fc.sample(fc.string({ unit: 'binary', maxLength: 12 }), { seed: 5, numRuns: 500 }),
    ...fc.sample(
      fc
        .array(fc.constantFrom('\ud800', '"', "'", '\\', '\n', '\u202e', '\0', '{', 'x'), { maxLength: 8 })
        .map((each) => each.join('')),
      { seed: 6, numRuns: 500 },
    ),
    'class',
    'print',
    'os',
    'CON',
    '',
    '1. Load the data',
    '__init__',
    '_',
    'X_train',
    'match',
    'é',
    '数据',
    'a'.repeat(500),
    '../../x',
  ];
  it('strings have the value that was encoded, identifiers are free names', () => {
    const answers = askOracle(
      'read_python_text.py',
      samples.map((text) => ({ literal: pythonString(text), name: toIdentifier(text) })),
    );
    expect(answers).toEqual(
      samples.map((text) => ({
        units: [...Array(text.length).keys()].map((at) => text.charCodeAt(at)),
        free: true,
      })),
    );
    for (const text of samples) expect(pythonString(text)).toMatch(/^[^\p{C}]*$/u);
  });
  it('names stay, or become snake case', () => {
    expect(['X_train', '1. Load the data', 'Prix en €', 'class', '2020', ''].map(toIdentifier)).toEqual([
      'X_train',
      'load_the_data',
      'prix_en',
      'class_',
      'n_2020',
      'value',
    ]);
    expect(uniqueIdentifier('df', ['DF', 'df_2'])).toBe('df_3');
  });
});

it('suggests near names only', () => {
  expect(suggest('modle', ['model', 'motel', 'other'])).toBe('model');
  expect(suggest('xyz', ['model'])).toBeUndefined();
});

it('a name for a file is plain, short and unique', () => {
  const names = ['1_clean', 'A/b', 'a_B', "it's $(x)", '\u001b[2J', '..', 'Prévision', 'n'.repeat(300)];
  const stems: string[] = [];
  for (const name of names) stems.push(uniqueFileStem(name, stems));
  expect(stems).toEqual(['1_clean', 'A_b', 'a_B_2', 'it_s_x', '2J', 'notebook', 'Prevision', 'n'.repeat(60)]);
});
