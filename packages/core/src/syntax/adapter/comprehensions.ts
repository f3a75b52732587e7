import type { Comprehension, Expr } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, child, fail } from './conversion.ts';
import { DISJUNCTION, expression, NAMED_EXPRESSION } from './expressions.ts';
import { target } from './targets.ts';

/** Converts a comprehension with its brackets, of any of the four kinds. */
export function convertComprehension(conversion: Conversion, node: ConcreteNode): Expr {
  const body = child(node, 1);
  const generators = convertClauses(conversion, node.children.slice(2, -1));
  const span = { start: node.start, end: node.end };
  if (node.type === 'dictionary_comprehension') {
    const key = expression(conversion, child(body, 0));
    const value = expression(conversion, child(body, 2));
    return { type: 'DictComp', key, value, generators, ...span };
  }
  const elt = expression(conversion, body, NAMED_EXPRESSION);
  if (node.type === 'list_comprehension') return { type: 'ListComp', elt, generators, ...span };
  if (node.type === 'set_comprehension') return { type: 'SetComp', elt, generators, ...span };
  return { type: 'GeneratorExp', elt, generators, ...span };
}

/** Gathers `for … in …` clauses, each with the `if` clauses behind it. */
function convertClauses(conversion: Conversion, clauses: readonly ConcreteNode[]): readonly Comprehension[] {
  const starts = clauses.flatMap((clause, index) => (clause.type === 'if_clause' ? [] : [index]));
  return starts.flatMap((start, index) => {
    const [clause, ...conditions] = clauses.slice(start, starts[index + 1]);
    return clause ? [convertClause(conversion, clause, conditions)] : [];
  });
}

function convertClause(
  conversion: Conversion,
  clause: ConcreteNode,
  conditions: readonly ConcreteNode[],
): Comprehension {
  const isAsync = child(clause, 0).type === 'async';
  const offset = isAsync ? 1 : 0;
  if (clause.children.length > offset + 4) {
    fail(conversion, clause, 'a comprehension needs parentheses around a tuple');
  }
  return {
    type: 'comprehension',
    target: target(conversion, child(clause, offset + 1)),
    iter: expression(conversion, child(clause, offset + 3), DISJUNCTION),
    ifs: conditions.map((condition) => expression(conversion, child(condition, 1), DISJUNCTION)),
    is_async: isAsync ? 1 : 0,
    start: clause.start,
    end: conditions.at(-1)?.end ?? clause.end,
  };
}
