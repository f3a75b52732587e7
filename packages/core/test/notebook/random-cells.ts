import fc from 'fast-check';

const PYTHON = [
  'x = 1',
  'y = f(a, b)',
  's = "it\'s 100%"',
  's = "a # b"  # c?',
  "t = '''\n%matplotlib inline\n!ls\n'''",
  'u = f"{x!r} {d[\'k\']:>{w}} {{}}"',
  'v = f"""\n!no {x}\n"""',
  'z = [\n    1,\n    2 % 3,\n]',
  'd = {"a": 1,\n\n%  2: 3}',
  'w = a \\\n    % b',
  'q = x % y',
  'r = x != y',
  'f(a=1)',
  'df[df.a == "!x"]',
  'import os; os.getcwd()',
  'lambda a=1: a',
  '# %time x',
  '# a comment? ',
  '',
  'a: int = 3',
  '@decorate\ndef g(x, *, y=2):\n    """Doc %x\n    !ls\n    """\n    return x',
  'print("a?")',
  'b = b"\\\\"',
  'c = "\\""; e = \'\\\'\'',
  'n = 0b101 if x else 1_000',
  'k = x if y else z',
  'x == 1',
  'x += 1',
  'x[0] = {}',
  "raw = r'\\'  # '",
];
const MAGICS = [
  '%matplotlib inline',
  '%time x = f(1, 2)',
  '%time f(x)',
  '%timeit -n 3 f(x)',
  '%load_ext autoreload',
  '%autoreload 2',
  '%cd ../data',
  '%env A=1 b',
  '%run -i other.py a b',
  '%foo',
  '%config InlineBackend.figure_format = "retina"',
  '!ls -la *.csv | head',
  '!echo "it\'s" # no comment',
  '! pip install x',
  '!!ls',
  '!cat a \\\n  b \\\n  c',
  '%time g(a, \\\n   b)',
  'x = !ls {d}',
  'files =!ls',
  'y = %pwd',
  'z = %sql select 1',
  'a, b = %foo 1',
  'd["k"] = !ls',
  'f(x).y = %time 3',
  'df?',
  'df.head??',
  '?df',
  '??df.head',
  '%time?',
  'a.*b?',
  'np.*load*?',
  'x[0]?',
  ',f a b',
  ';f a b',
  '/f a b',
  'x = %foo?',
  '!ls data?',
];
const HEADS = [
  '%%time',
  '%%capture out',
  '%%capture',
  '%%bash',
  '%%writefile x.py',
  '%%html',
  '%%prun -l 3',
  '%%foo bar',
];
const BLOCKS = ['if x:', 'for i in range(3):', 'with a as b:', 'def h():', 'try:'];

const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PYTHON) },
  { weight: 2, arbitrary: fc.constantFrom(...MAGICS) },
);
const block = fc
  .tuple(
    fc.constantFrom(...BLOCKS),
    fc.array(fc.oneof(fc.constantFrom(...MAGICS), fc.constantFrom('x = 1', 'f(x)', '# c')), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([head, body]) => [head, ...body.map((each) => `    ${each}`)].join('\n'));
const body = fc
  .array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: block }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((lines) => lines.join('\n'));
const prefixed = (prompt: string, rest: string) => (text: string) =>
  text
    .split('\n')
    .map((each, index) => (index === 0 ? prompt : rest) + each)
    .join('\n');
const framed = fc.oneof(
  { weight: 12, arbitrary: body },
  { weight: 2, arbitrary: body.map((text) => `\n\n${text}`) },
  { weight: 1, arbitrary: body.map((text) => prefixed('    ', '    ')(text)) },
  { weight: 1, arbitrary: body.map((text) => prefixed('In [3]: ', '   ...: ')(text)) },
  { weight: 1, arbitrary: line.map((text) => prefixed('>>> ', '... ')(text)) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...HEADS), body).map(([head, text]) => `${head}\n${text}`),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...HEADS), body).map(([head, text]) => `\n${head}\n\n${text}`),
  },
);

/** Cells of plausible notebook code, Python and magics mixed; the same ones for the same seed. */
export function randomCells(seed: number, count: number): readonly string[] {
  return fc.sample(framed, { seed, numRuns: count });
}
