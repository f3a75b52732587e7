import type { Expr } from '../ast.ts';
import type { ConcreteNode } from './concrete-node.ts';

/** What is wrong with a text, where; the statement around it is broken. */
export interface Problem {
  readonly code: 'S001' | 'S002' | 'S003';
  /** Offsets into the parsed text. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** What the adapter carries along: the text that offsets point into, and the problems found so far. */
export interface Conversion {
  readonly text: string;
  readonly problems: Problem[];
}

/** Notes that `node` is no Python; `S002` stands for Python 2. */
export function fail(
  conversion: Conversion,
  node: { readonly start: number; readonly end: number },
  message: string,
  code: Problem['code'] = 'S001',
): void {
  conversion.problems.push({ code, start: node.start, end: node.end, message });
}

/** Notes a problem and gives an expression to go on with; nobody sees it, because its statement is broken. */
export function failedExpression(
  conversion: Conversion,
  node: { readonly start: number; readonly end: number },
  message: string,
  code: Problem['code'] = 'S001',
): Expr {
  fail(conversion, node, message, code);
  return { type: 'Constant', kind: 'ellipsis', text: '...', start: node.start, end: node.end };
}

/** The text of a node, shortened for a message. */
export function excerpt(
  conversion: Conversion,
  node: { readonly start: number; readonly end: number },
): string {
  const line = conversion.text.slice(node.start, node.end).split('\n', 1)[0] ?? '';
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}

/** The name that an identifier stands for: CPython compares names in the form NFKC. */
export function identifierName(conversion: Conversion, node: ConcreteNode): string {
  const name = conversion.text.slice(node.start, node.end);
  if (name === 'async' || name === 'await') fail(conversion, node, `\`${name}\` is a keyword`);
  return name.normalize('NFKC');
}

const NOTHING: ConcreteNode = { type: '', start: 0, end: 0, children: [] };

/** The child at `index`, counted from the end when negative; a node without type where there is none. */
export function child(node: ConcreteNode, index: number): ConcreteNode {
  return node.children.at(index) ?? NOTHING;
}

/** The first child of a type. */
export function childOfType(node: ConcreteNode, type: string): ConcreteNode | undefined {
  return node.children.find((each) => each.type === type);
}

/** The children that are no punctuation among `tokens`. */
export function childrenBut(node: ConcreteNode, ...tokens: readonly string[]): readonly ConcreteNode[] {
  return node.children.filter((each) => !tokens.includes(each.type));
}
