import type { Expr, MatchCase, Pattern, Stmt } from '../ast.ts';
import { type ConcreteNode, lastTokenEnd } from './concrete-node.ts';
import { type Conversion, child, childOfType, fail } from './conversion.ts';
import { expression, NAMED_EXPRESSION, openTuple } from './expressions.ts';
import { pattern } from './patterns.ts';
import { block } from './statements.ts';

export function convertMatch(conversion: Conversion, node: ConcreteNode): Stmt {
  const subject = convertSubject(conversion, node.children.slice(1, -2));
  const clauses = child(node, -1).children;
  if (clauses.length === 0) fail(conversion, node, 'expected a `case` block', 'S003');
  const cases = clauses.map((clause) => convertCase(conversion, clause));
  return { type: 'Match', subject, cases, start: node.start, end: lastTokenEnd(node) };
}

function convertSubject(conversion: Conversion, nodes: readonly ConcreteNode[]): Expr {
  const [first] = nodes;
  if (first && nodes.length === 1) return expression(conversion, first, NAMED_EXPRESSION);
  const span = { start: first?.start ?? 0, end: nodes.at(-1)?.end ?? 0 };
  return openTuple(conversion, nodes, span, NAMED_EXPRESSION);
}

function convertCase(conversion: Conversion, node: ConcreteNode): MatchCase {
  const guard = childOfType(node, 'if_clause');
  return {
    type: 'match_case',
    pattern: convertCasePattern(conversion, node),
    guard: guard ? expression(conversion, child(guard, 1), NAMED_EXPRESSION) : null,
    body: block(conversion, childOfType(node, 'block'), node),
    start: node.start,
    end: lastTokenEnd(node),
  };
}

/** With a comma, the patterns after `case` are a sequence without brackets. */
function convertCasePattern(conversion: Conversion, node: ConcreteNode): Pattern {
  const parts = node.children.filter((each) => each.type === 'case_pattern' || each.type === ',');
  const [first] = parts;
  if (first && parts.length === 1) return pattern(conversion, first);
  const patterns = parts
    .filter((each) => each.type === 'case_pattern')
    .map((each) => pattern(conversion, each, 'element'));
  return { type: 'MatchSequence', patterns, start: first?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
}
