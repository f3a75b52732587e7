import type { ConcreteNode } from '../adapter/concrete-node.ts';
import { type Conversion, fail } from '../adapter/conversion.ts';

/** The width of an indentation with tab stops of eight and of one: CPython demands that both agree. */
interface Indentation {
  readonly wide: number;
  readonly narrow: number;
}

const CLAUSES = new Set(['elif_clause', 'else_clause', 'except_clause', 'finally_clause']);
const OUTERMOST: Indentation = { wide: 0, narrow: 0 };

/** Checks the indentation of a top-level statement and of all blocks in it, which the grammar takes as they come. */
export function checkLayout(conversion: Conversion, statement: ConcreteNode): void {
  const indentation = indentationAt(conversion.text, statement.start);
  if (indentation && !areEqual(indentation, OUTERMOST)) {
    fail(conversion, statement, 'unexpected indentation', 'S003');
    return;
  }
  checkStatement(conversion, statement, OUTERMOST);
}

function checkStatement(conversion: Conversion, node: ConcreteNode, outer: Indentation): void {
  for (const each of node.children) {
    if (each.type === 'block') checkBlock(conversion, each, outer);
    else if (CLAUSES.has(each.type)) {
      checkAligned(conversion, each, outer);
      checkStatement(conversion, each, outer);
    } else if (node.type === 'decorated_definition') {
      checkAligned(conversion, each, outer);
      checkStatement(conversion, each, outer);
    }
  }
}

function checkAligned(conversion: Conversion, node: ConcreteNode, outer: Indentation): void {
  const indentation = indentationAt(conversion.text, node.start);
  if (indentation && !areEqual(indentation, outer)) {
    fail(conversion, node, 'unindent does not match any outer level', 'S003');
  }
}

function checkBlock(conversion: Conversion, block: ConcreteNode, outer: Indentation): void {
  let inner: Indentation | null = null;
  for (const each of block.children) {
    const indentation = each.type === ';' ? null : indentationAt(conversion.text, each.start);
    if (indentation && !inner) {
      if (indentation.wide <= outer.wide || indentation.narrow <= outer.narrow) {
        fail(conversion, each, 'expected an indented block', 'S003');
      }
      inner = indentation;
    } else if (indentation && inner && !areEqual(indentation, inner)) {
      fail(conversion, each, 'unindent does not match any outer level', 'S003');
    }
    if (each.children.length > 0) checkStatement(conversion, each, inner ?? outer);
  }
}

function areEqual(one: Indentation, other: Indentation): boolean {
  return one.wide === other.wide && one.narrow === other.narrow;
}

/** The indentation of what begins at `offset`; `null` where something stands before it on its line. */
function indentationAt(text: string, offset: number): Indentation | null {
  let start = offset;
  while (start > 0 && ' \t\f'.includes(text.charAt(start - 1))) start--;
  const before = text.charAt(start - 1);
  if (before !== '' && before !== '\n' && before !== '\r') return null;
  if (/\\\r?\n?$/.test(text.slice(Math.max(0, start - 3), start))) return null;
  let wide = 0;
  let narrow = 0;
  for (const space of text.slice(start, offset)) {
    if (space === '\f') wide = narrow = 0;
    else {
      wide = space === '\t' ? (Math.floor(wide / 8) + 1) * 8 : wide + 1;
      narrow++;
    }
  }
  return { wide, narrow };
}
