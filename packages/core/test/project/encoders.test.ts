import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docstring } from '../../src/project/docstring.ts';
import { markdownText } from '../../src/project/markdown.ts';
import { renderParamsYaml } from '../../src/project/params-yaml.ts';
import { printToml } from '../../src/project/toml.ts';
import { python } from './write-project.ts';

/** Text that a person would not write, but a notebook may hold. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      "'",
      '\\',
      '\n',
      '{',
      '}',
      '$',
      '#',
      ':',
      ' ',
      '-',
      'a',
      '1',
      '.',
      '\u2028',
      '\u0085',
      '\ud800',
    ),
  }),
  fc.constantFrom(
    ...[
      'yes',
      'no',
      'on',
      '~',
      'null',
      '1e5',
      '0x10',
      '1_000',
      '12:30:45',
      '2020-01-01',
      '.5',
      '.inf',
      '=',
      '<<',
      '- a',
      'a: b',
      ' a ',
      '%',
      '@x',
    ],
    ...[
      '"""',
      "'''",
      '\\"""',
      '"""\nimport os',
      '\r\n',
      '{{ x }}',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
      '${{ x }}',
      '#',
      'a #b',
      '\ufeff',
      '\u007f',
      '!!python/object:os.system',
      '&a',
      '*a',
      '|',
      '>',
    ],
  ),
);

/** Runs one Python program over all values: its stdout is JSON. */
function inPython(code: string, values: unknown): unknown {
  const input = JSON.stringify(values);
  return JSON.parse(
    execFileSync(python, ['-c', `import sys, json\nvalues = json.load(sys.stdin)\n${code}`], {
      input,
      encoding: 'utf8',
    }),
  );
}

const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    hostile,
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(hostile, tie('value'), { maxKeys: 3 }),
  ),
})).value;

test('PyYAML reads back every value that params.yaml holds', () => {
  const values = fc.sample(value, { numRuns: 600, seed: 7 });
  const fields = values.map((one, index) => ({
    section: 's',
    key: `k${index}`,
    type: 'dict' as const,
    value: one,
    statement: '',
    origin: '',
  }));
  const text = renderParamsYaml([{ name: 's', fields }]);
  const found = inPython(
    'import yaml\ntree = yaml.safe_load(values)["s"]\nprint(json.dumps(list(tree.values())))',
    text,
  );
  expect(found).toEqual(JSON.parse(JSON.stringify(values)));
});

test('floats stay floats and whole numbers stay whole', () => {
  const numbers = [1, 0.5, 1e-7, 1e21, -0, 123456789, 5e-324, 1.7976931348623157e308];
  const fields = numbers.flatMap((number, index) => [
    { section: 's', key: `f${index}`, type: 'float' as const, value: number, statement: '', origin: '' },
    ...(Number.isSafeInteger(number)
      ? [{ section: 's', key: `i${index}`, type: 'int' as const, value: number, statement: '', origin: '' }]
      : []),
  ]);
  const code =
    'import yaml\nprint(json.dumps({k: [type(v).__name__, repr(v)] for k, v in yaml.safe_load(values)["s"].items()}))';
  const found = inPython(code, renderParamsYaml([{ name: 's', fields }]));
  expect(found).toMatchObject({
    f0: ['float', '1.0'],
    f2: ['float', '1e-07'],
    f3: ['float', '1e+21'],
    f4: ['float', '-0.0'],
    f6: ['float', '5e-324'],
    i0: ['int', '1'],
    i5: ['int', '123456789'],
  });
});

test('tomllib reads back every string and key', () => {
  const texts = fc.sample(hostile, { numRuns: 400, seed: 3 });
  const text = printToml([
    {
      path: ['a b', '"'],
      values: Object.fromEntries(texts.map((one, index) => [`k${index}${one}`, [one, { x: one }]])),
    },
  ]);
  const found = inPython(
    'import tomllib\nprint(json.dumps(list(tomllib.loads(values)["a b"][chr(34)].values())))',
    text,
  );
  const whole = texts.map((one) => one.replace(/\p{Cs}/gu, '\ufffd'));
  expect(found).toEqual(whole.map((one) => [one, { x: one }]));
});

test('no text ends a docstring', () => {
  const lines = fc.sample(fc.array(hostile, { minLength: 1, maxLength: 4 }), { numRuns: 400, seed: 5 });
  const functions = lines.map((doc) => `def f():\n    ${docstring(doc, '    ')}\n`);
  const code = `import ast, unicodedata
def only_doc(text):
    (function,) = ast.parse(text).body
    (doc,) = function.body
    return isinstance(doc.value.value, str) and all(c == "\\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs") for c in text)
print(json.dumps([only_doc(text) for text in values]))`;
  expect(inPython(code, functions)).toEqual(lines.map(() => true));
});

test('text in Markdown is no markup', () => {
  for (const text of [
    '<script>alert(1)</script>',
    '[a](javascript:x)',
    '| a | b |',
    '`code`',
    '**x**',
    '# x',
    '![](http://x)',
  ]) {
    expect(markdownText(text)).not.toMatch(/<|(?<!\\)[[\]|`*]|^#/);
  }
  expect(markdownText('call_list.csv')).toBe('call_list.csv');
});
