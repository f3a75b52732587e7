import type { Expr } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';
import { type Conversion, failedExpression } from './conversion.ts';

const INTEGER = /^(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|[1-9](?:_?\d)*|0(?:_?0)*)$/;
const FLOAT = /^(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.?)(?:[eE][+-]?\d(?:_?\d)*)?$/;

/** Converts a number and rejects what Python 3 no longer allows: `0777`, `10L`, `1__0`. */
export function convertNumber(conversion: Conversion, node: ConcreteNode): Expr {
  const text = conversion.text.slice(node.start, node.end);
  const span = { start: node.start, end: node.end };
  if (INTEGER.test(text)) return { type: 'Constant', kind: 'int', text, ...span };
  if (/[jJ]$/.test(text) && FLOAT.test(text.slice(0, -1))) {
    return { type: 'Constant', kind: 'complex', text, ...span };
  }
  if (/[.eE]/.test(text) && !/^0[xX]/.test(text) && FLOAT.test(text)) {
    return { type: 'Constant', kind: 'float', text, ...span };
  }
  const isPython2 = /^(?:0[0-7]+|\w+[lL])$/.test(text);
  const message = isPython2 ? `number \`${text}\` is Python 2` : `\`${text}\` is not a valid number`;
  return failedExpression(conversion, node, message, isPython2 ? 'S002' : 'S001');
}

/** Converts `True`, `False`, `None` and `...`. */
export function convertWord(conversion: Conversion, node: ConcreteNode): Expr {
  const text = conversion.text.slice(node.start, node.end);
  const kind = node.type === 'none' ? 'none' : node.type === 'ellipsis' ? 'ellipsis' : 'bool';
  return { type: 'Constant', kind, text, start: node.start, end: node.end };
}
