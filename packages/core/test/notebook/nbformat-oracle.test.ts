import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readNotebook } from '../../src/notebook/index.ts';
import { askOracle } from './ask-oracle.ts';

interface ReadOutput {
  readonly kind: string;
  readonly text: string | null;
  readonly errorName: string | null;
  readonly mimeTypes: readonly string[];
}

interface ReadCell {
  readonly kind: string;
  readonly source: string;
  readonly tags: readonly string[];
  readonly count: number | null;
  readonly outputs: readonly ReadOutput[];
}

const line = fc.oneof(
  fc.constantFrom(
    'x = 1',
    '# Title',
    'print("é 😀")',
    '%matplotlib inline',
    '',
    '  indented',
    'a\\b "c"',
    '<<<<<<<',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
/** As one text, or as a list of lines; with any line ends. */
const text = fc
  .tuple(fc.array(line, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, asList]) =>
    asList ? lines.map((each, at) => (at < lines.length - 1 ? each + end : each)) : lines.join(end),
  );
const count = fc.oneof(fc.constant(null), fc.nat(50));
const tags = fc.oneof(
  fc.constant({}),
  fc.constant({ tags: ['parameters', 'x'] }),
  fc.constant({ collapsed: true }),
);
const data = fc.oneof(
  fc.record({ 'text/plain': text }),
  fc.record({ 'text/plain': text, 'text/html': text }),
  fc.constant({ 'image/png': 'aGVsbG8=' }),
  fc.constant({ 'application/json': { a: [1, null] } }),
);

const output4 = fc.oneof(
  fc.record({ output_type: fc.constant('stream'), name: fc.constantFrom('stdout', 'stderr'), text }),
  fc.record({ output_type: fc.constant('display_data'), data, metadata: fc.constant({}) }),
  fc.record({
    output_type: fc.constant('execute_result'),
    data,
    metadata: fc.constant({}),
    execution_count: count,
  }),
  fc.record({
    output_type: fc.constant('error'),
    ename: fc.constantFrom('KeyError', 'ValueError'),
    evalue: fc.string({ maxLength: 9 }),
    traceback: fc.constant([]),
  }),
);
const code4 = fc.record({
  cell_type: fc.constant('code'),
  source: text,
  metadata: tags,
  execution_count: count,
  outputs: fc.array(output4, { maxLength: 3 }),
});
const cell4 = fc.oneof(
  code4,
  fc.record({ cell_type: fc.constantFrom('markdown', 'raw'), source: text, metadata: tags }),
);
const notebook4 = fc
  .tuple(fc.array(cell4, { maxLength: 6 }), fc.integer({ min: 0, max: 5 }))
  .map(([cells, minor]) => ({
    nbformat: 4,
    nbformat_minor: minor,
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } },
    cells: minor === 5 ? cells.map((cell, at) => ({ ...cell, id: `c${at}` })) : cells,
  }));

const output3 = fc.oneof(
  fc.record({ output_type: fc.constant('stream'), stream: fc.constantFrom('stdout', 'stderr'), text }),
  fc.record({
    output_type: fc.constant('display_data'),
    metadata: fc.constant({}),
    text,
    png: fc.constant('aGVsbG8='),
  }),
  fc.record({
    output_type: fc.constant('pyout'),
    metadata: fc.constant({}),
    prompt_number: fc.nat(9),
    text,
    html: text,
  }),
  fc.record({
    output_type: fc.constant('pyerr'),
    ename: fc.constant('KeyError'),
    evalue: fc.string({ maxLength: 9 }),
    traceback: fc.constant([]),
  }),
);
const cell3 = fc.oneof(
  fc.record({
    cell_type: fc.constant('code'),
    input: text,
    language: fc.constant('python'),
    metadata: tags,
    collapsed: fc.boolean(),
    prompt_number: fc.nat(50),
    outputs: fc.array(output3, { maxLength: 3 }),
  }),
  fc.record({ cell_type: fc.constantFrom('markdown', 'raw', 'html'), source: text, metadata: tags }),
  fc.record({
    cell_type: fc.constant('heading'),
    level: fc.integer({ min: 1, max: 6 }),
    source: text,
    metadata: fc.constant({}),
  }),
);
const notebook3 = fc.array(cell3, { maxLength: 6 }).map((cells) => ({
  nbformat: 3,
  nbformat_minor: 0,
  metadata: { name: '' },
  worksheets: [{ cells, metadata: {} }],
}));

const CODE = '{"cell_type":"code","metadata":{},"execution_count":null,"outputs":[],"source":"x = 1"}';
const whole = (cells: string, more = '') =>
  `{"nbformat":4,"nbformat_minor":4,"metadata":{${more}},"cells":[${cells}]}`;

/** Texts that no generator of ours would write. */
const HAND_MADE: Readonly<Record<string, string>> = {
  'NaN and Infinity': whole(CODE, '"a":NaN,"b":-Infinity'),
  'a key twice: the last one counts': whole(CODE.replace('"source"', '"source":"y = 2","source"')),
  'a list of cells twice': whole(CODE).replace('"cells":[', '"cells":[],"cells":['),
  'white space around': `\n\n  ${whole(CODE)}  \n`,
  'escapes in keys': whole(CODE).replace('"source"', '"so\\u0075rce"'),
  'a lone surrogate': whole(CODE.replace('x = 1', 'x = \\"\\ud800\\"')),
  'two cells with one id': whole(`${CODE},${CODE}`)
    .replaceAll('"metadata":{},"exec', '"metadata":{},"id":"same","exec')
    .replace('"nbformat_minor":4', '"nbformat_minor":5'),
  'no ids where there should be': whole(CODE).replace('"nbformat_minor":4', '"nbformat_minor":5'),
  'a newer minor version': whole(CODE).replace('"nbformat_minor":4', '"nbformat_minor":9'),
  'no minor version': whole(CODE).replace('"nbformat_minor":4,', ''),
  'attachments and unknown fields': whole(CODE.replace('"metadata"', '"extra":[{}],"metadata"')),
  'large numbers': whole(CODE, '"n":123456789012345678901234567890,"e":1e400'),
  'no cells': whole(''),
};

function read(notebook: string): readonly ReadCell[] | null {
  const { value } = readNotebook('n.ipynb', notebook);
  return (
    value?.cells.map((cell) => ({
      kind: cell.kind,
      source: cell.source,
      tags: cell.tags,
      count: cell.kind === 'code' ? cell.executionCount : null,
      outputs: (cell.kind === 'code' ? cell.outputs : []).map(
        ({ kind, text: shown, errorName, mimeTypes }) => ({
          kind,
          text: shown ?? null,
          errorName: errorName ?? null,
          mimeTypes,
        }),
      ),
    })) ?? null
  );
}

it('notebooks of every version are read as nbformat reads them', () => {
  const sample = <T>(notebooks: fc.Arbitrary<T>) => fc.sample(notebooks, { numRuns: 400, seed: 7 });
  const texts = [
    ...[...sample(notebook4), ...sample(notebook3)].map((notebook) => JSON.stringify(notebook)),
    ...Object.values(HAND_MADE),
  ];
  const answers = askOracle('read_notebooks.py', texts) as readonly (readonly ReadCell[] | null)[];
  const refused = answers.filter((answer) => answer === null).length;
  // nbformat refuses little of this; where it does, there is nothing to compare with.
  expect(refused).toBeLessThan(texts.length / 50);
  for (const [at, answer] of answers.entries()) {
    if (answer !== null) expect(read(texts[at] ?? ''), texts[at]).toEqual(answer);
  }
});

it.each(Object.entries(HAND_MADE))('%s: read here, and the same behind a byte order mark', (_, text) => {
  const plain = read(text);
  expect(plain).not.toBeNull();
  expect(read(`\uFEFF${text}`)).toEqual(plain);
});
