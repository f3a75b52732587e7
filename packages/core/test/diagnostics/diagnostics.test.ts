import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, diagnostic, printPretty, toJson } from '../../src/diagnostics/index.ts';

const cell = 'import x\nmodel = LogisticRegression()\nmodel.fit(df_clean[cols], y)';
const found = diagnostic('N009', {
  message: '`df_clean` is read\u001b[31m',
  location: { file: 'churn.ipynb', cell: { index: 7 }, start: [3, 11], end: [3, 19] },
  hint: 'Move it.',
});

describe('the catalogue', () => {
  it('is sorted, and each rule has one code', () => {
    const codes = Object.keys(CATALOGUE);
    expect(codes).toEqual([...codes].sort());
    for (const code of codes) expect(code).toMatch(/^[NSDLPRVC]\d{3}$/);
    const rules = Object.values(CATALOGUE).map((entry) => entry.rule);
    expect(new Set(rules).size).toBe(rules.length);
    for (const rule of rules) expect(rule).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

describe('the codes that phases report', () => {
  const root = resolve(import.meta.dirname, '../../..');
  const sources = ['core/src', 'cli/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('catalogue.ts'))
      .map((path) => readFileSync(join(root, folder, path), 'utf8')),
  );

  it('are all in the catalogue, and the catalogue has no other', () => {
    const lints = new Set(['D103', 'S101', 'S607']); // rules of ruff that a generated project leaves out
    const named = sources.flatMap((text) =>
      [...text.matchAll(/'([NSDLPRVC]\d{3})'/g)].map((match) => match[1]),
    );
    const reported = [...new Set(named)].filter((code) => code !== undefined && !lints.has(code)).sort();
    expect(reported).toEqual(Object.keys(CATALOGUE));
  });
});

describe('reporters', () => {
  it('print a frame, and nothing that steers a terminal', () => {
    expect(printPretty([found], () => cell)).toBe(
      [
        'warning[N009] unknown-magic: `df_clean` is read·[31m',
        '  --> churn.ipynb:cell[7]:3:11',
        '  1 | import x',
        '  2 | model = LogisticRegression()',
        '  3 | model.fit(df_clean[cols], y)',
        '    |           ^^^^^^^^',
        '  hint: Move it.',
        '  explain: cellwright explain N009',
        '',
      ].join('\n'),
    );
  });

  it('give JSON in the order of places', () => {
    const first = diagnostic('N001', { message: 'No.', location: { file: 'a.ipynb' } });
    expect(toJson([found, first]).map((each) => each.code)).toEqual(['N001', 'N009']);
    expect(toJson([first])[0]).toEqual({
      code: 'N001',
      rule: 'not-json',
      severity: 'error',
      message: 'No.',
      related: [],
      hint: null,
      url: null,
      location: { file: 'a.ipynb', cell: null, start: null, end: null },
    });
  });
});
