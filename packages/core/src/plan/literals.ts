import type { Expr } from '../syntax/index.ts';
import type { Parameter } from './types.ts';

/** A literal as it can stand in `params.yaml`. */
export interface Literal {
  readonly type: Parameter['type'];
  readonly value: unknown;
}

/** Reads a literal that YAML gives back exactly; `null` for everything else, tuples and huge integers among it. */
export function literalOf(node: Expr): Literal | null {
  switch (node.type) {
    case 'Constant':
      return scalarOf(node.kind, node.text, node.value);
    case 'UnaryOp': {
      if (node.op !== 'USub' || node.operand.type !== 'Constant') return null;
      const inner = literalOf(node.operand);
      return typeof inner?.value === 'number' ? { type: inner.type, value: -inner.value } : null;
    }
    case 'List': {
      const items = node.elts.map(literalOf);
      return items.every((item) => item !== null)
        ? { type: 'list', value: items.map((item) => item?.value) }
        : null;
    }
    case 'Dict':
      return dictOf(node.keys, node.values);
    default:
      return null;
  }
}

function scalarOf(kind: string, text: string, decoded: string | undefined): Literal | null {
  switch (kind) {
    case 'bool':
      return { type: 'bool', value: text === 'True' };
    case 'none':
      return { type: 'none', value: null };
    case 'str':
      return decoded === undefined ? null : { type: 'str', value: decoded };
    case 'int':
    case 'float': {
      const value = Number(text.replaceAll('_', '').replace(/^0[oO]/, '0o'));
      if (!Number.isFinite(value) || (kind === 'int' && !Number.isSafeInteger(value))) return null;
      return { type: kind, value };
    }
    default:
      return null;
  }
}

function dictOf(keys: readonly (Expr | null)[], values: readonly Expr[]): Literal | null {
  const entries: [string, unknown][] = [];
  for (const [position, key] of keys.entries()) {
    const value = values[position];
    if (key?.type !== 'Constant' || key.kind !== 'str' || key.value === undefined || !value) return null;
    const literal = literalOf(value);
    if (literal === null) return null;
    entries.push([key.value, literal.value]);
  }
  return { type: 'dict', value: Object.fromEntries(entries) };
}

/** The variable that `os.environ["NAME"]` reads; `null` for everything else. */
export function environmentVariable(node: Expr): string | null {
  if (node.type !== 'Subscript' || node.slice.type !== 'Constant' || !node.slice.value) return null;
  const { value } = node;
  const isEnvironment = value.type === 'Attribute' && value.attr === 'environ' && value.value.type === 'Name';
  return isEnvironment && value.value.id === 'os' ? node.slice.value : null;
}

/** Whether an expression is built from literals alone, and from names that `isConstant` admits. */
export function isConstantExpression(node: Expr, isConstant: (name: string) => boolean): boolean {
  const all = (nodes: readonly (Expr | null)[]) =>
    nodes.every((item) => item !== null && isConstantExpression(item, isConstant));
  switch (node.type) {
    case 'Constant':
      return true;
    case 'Name':
      return isConstant(node.id);
    case 'UnaryOp':
      return all([node.operand]);
    case 'BinOp':
      return all([node.left, node.right]);
    case 'List':
    case 'Tuple':
    case 'Set':
      return all(node.elts);
    case 'Starred':
      return all([node.value]);
    case 'Dict':
      return all(node.keys) && all(node.values);
    default:
      return false;
  }
}
