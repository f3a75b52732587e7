import { expect, it } from 'vitest';
import { toStageAnnotation } from '../../src/project/python-type.ts';
import type { TypeFacts } from '../../src/record/index.ts';

const type = (name: string, ...inner: readonly TypeFacts[]): TypeFacts => ({ name, arguments: inner });
const INT = { name: 'int' };
const NONE = { name: 'None' };

it.each([
  [type('tuple', INT, { name: '...' }), 'tuple[int, ...]'],
  [type('list', type('Union', NONE, INT)), 'list[int | None]'],
  [type('dict', { name: 'str' }, type('tuple', INT, INT)), 'dict[str, tuple[int, int]]'],
  [type('list', { name: 'statsmodels.Results' }), 'list[Any]'],
  [{ name: 'sklearn.svm.SVC' }, 'SVC'],
])('%j is annotated as %s', (facts, text) => {
  expect(toStageAnnotation(facts, new Set()).text).toBe(text);
});
