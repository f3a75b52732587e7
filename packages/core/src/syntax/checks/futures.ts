import type { Problem } from '../adapter/conversion.ts';
import type { Stmt } from '../ast.ts';
import { walk } from '../walk.ts';

const FEATURES = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'barry_as_FLUFL',
  'generator_stop',
  'annotations',
]);

/** Checks that `from __future__` names features that exist and stands before all other code. */
export function checkFutures(body: readonly Stmt[]): readonly Problem[] {
  const problems: Problem[] = [];
  let isStart = true;
  body.forEach((statement, index) => {
    const isFuture =
      statement.type === 'ImportFrom' && statement.module === '__future__' && statement.level === 0;
    const isDocstring =
      index === 0 &&
      statement.type === 'Expr' &&
      statement.value.type === 'Constant' &&
      statement.value.kind === 'str';
    if (!isFuture && !isDocstring) isStart = false;
    walk(statement, (node) => {
      if (node.type !== 'ImportFrom' || node.module !== '__future__' || node.level !== 0) return;
      const span = { code: 'S001', start: node.start, end: node.end } as const;
      if (!isStart) problems.push({ ...span, message: '`from __future__` must stand first in its cell' });
      for (const { name } of node.names) {
        if (!FEATURES.has(name))
          problems.push({ ...span, message: `future feature \`${name}\` is not defined` });
      }
    });
  });
  return problems;
}
