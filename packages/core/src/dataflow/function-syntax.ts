import type { Expr, Node, Stmt } from '../syntax/index.ts';
import { childNodes } from '../syntax/index.ts';

/** Names that a body declares `global` and `nonlocal`, nested functions and classes left out. */
export function declaredNames(body: readonly Stmt[] | Expr): {
  globals: Set<string>;
  nonlocals: Set<string>;
} {
  const globals = new Set<string>();
  const nonlocals = new Set<string>();
  visitOwn(body, (node) => {
    if (node.type === 'Global') for (const name of node.names) globals.add(name);
    if (node.type === 'Nonlocal') for (const name of node.names) nonlocals.add(name);
  });
  return { globals, nonlocals };
}

/** Whether a body yields. */
export function isGenerator(body: readonly Stmt[] | Expr): boolean {
  let found = false;
  visitOwn(body, (node) => {
    if (node.type === 'Yield' || node.type === 'YieldFrom') found = true;
  });
  return found;
}

function visitOwn(body: readonly Stmt[] | Expr, visit: (node: Node) => void): void {
  const pending: Node[] = [...listOf(body)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    visit(node);
    if (NESTED.has(node.type)) continue;
    pending.push(...childNodes(node));
  }
}

const NESTED = new Set(['FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'Lambda']);

function listOf(body: readonly Stmt[] | Expr): readonly Node[] {
  return isBlock(body) ? body : [body];
}

/** Tells the body of a `def` from that of a lambda. */
export function isBlock(body: readonly Stmt[] | Expr): body is readonly Stmt[] {
  return Array.isArray(body);
}
