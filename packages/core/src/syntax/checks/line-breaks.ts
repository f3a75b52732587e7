import type { ConcreteNode } from '../adapter/concrete-node.ts';
import { type Conversion, fail } from '../adapter/conversion.ts';

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);

/** Checks that no line ends inside a statement but in brackets, strings and after a backslash; the grammar skips such ends. */
export function checkLineBreaks(conversion: Conversion, statement: ConcreteNode): void {
  let depth = 0;
  let last: number | null = null;
  const visit = (node: ConcreteNode): void => {
    if (node.type === 'block' || node.type === 'decorator') {
      for (const each of node.children) {
        if (each.type !== ';' && node.type === 'block') last = null;
        visit(each);
      }
      last = null;
      return;
    }
    if (node.children.length > 0 && node.type !== 'string') {
      node.children.forEach(visit);
      return;
    }
    if (node.end === node.start) return;
    if (depth === 0 && last !== null && hasLineEnd(conversion.text, last, node.start)) {
      fail(conversion, { start: last, end: node.start }, 'the line ends in the middle of a statement');
    }
    if (OPENING.has(node.type)) depth++;
    if (CLOSING.has(node.type)) depth--;
    last = node.end;
  };
  visit(statement);
}

function hasLineEnd(text: string, start: number, end: number): boolean {
  // Most gaps are nothing or a blank.
  if (start === end || (end - start === 1 && text.charAt(start) === ' ')) return false;
  return /[\r\n]/.test(text.slice(start, end).replace(/\\(?:\r\n|\r|\n)/g, ''));
}
