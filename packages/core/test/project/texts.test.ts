import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { summariseText, testTexts } from '../../src/project/test-texts.ts';
import { interpreter } from '../run/recorder.ts';

const TEXTS = [
  'a,b\n1,-2.5e-3\nünïcode 😀,7\r\n',
  '2024-01-05 12:30 x1y2 --3 1e5 1.e7 .5 ٣',
  '{"r2": 0.1234567890123456, "nan": NaN}',
  '',
];

it('reduces a text as the generated test does', () => {
  const summary = testTexts().split('@pytest')[0] ?? '';
  const program = [
    'import json, re, sys',
    String.raw`NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")`,
    summary,
    'print(json.dumps([summary(text) for text in json.load(sys.stdin)]))',
  ].join('\n');
  const answer = execFileSync(interpreter.program, ['-c', program], {
    input: JSON.stringify(TEXTS),
    encoding: 'utf8',
  });
  expect(JSON.parse(answer)).toEqual(TEXTS.map(summariseText));
});

it.each([
  ['another number', '1,2\n3,4', '1,2\n3,5'],
  ['another order', '1,2\n3,4', '3,4\n1,2'],
  ['another word', 'a 1', 'b 1'],
  ['another count', '1 2', '1 2 0'],
])('sees %s', (_, one, other) => {
  expect(summariseText(one)).not.toEqual(summariseText(other));
});
