import { bindingsOfTarget, childNodes, type Expr, type Node, type Stmt } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';
import { bindingNames, functionLocals, nodesOf } from './tree.ts';

/** A place where a statement names something of the notebook's namespace. */
export interface Mention {
  readonly name: string;
  readonly span: Span;
  /** Inside the body of a function, method or lambda: read when that is called. */
  readonly late: boolean;
  /** Whether a name means something of an inner scope here. */
  readonly hides: (name: string) => boolean;
}

/** Finds where a statement reads or binds names of the notebook's namespace; names of inner scopes are left out. */
export function findMentions(node: Node): readonly Mention[] {
  const found: Mention[] = [];
  visit(node, { hidden: [], late: false, found });
  return found;
}

/** Names of the notebook's namespace that a statement mentions. */
export function mentionedNames(node: Node): ReadonlySet<string> {
  return new Set(findMentions(node).map((mention) => mention.name));
}

/** Names that the texts of a statement may name: `@limit` of a query, and every word of what `eval` is given. */
export function quotedNames(node: Node): ReadonlySet<string> {
  const nodes = nodesOf(node);
  const evaluates = nodes.some(
    (inner) => inner.type === 'Call' && inner.func.type === 'Name' && inner.func.id === 'eval',
  );
  const pattern = evaluates ? /([\p{L}_][\p{L}\p{N}_]*)/gu : /@([\p{L}_][\p{L}\p{N}_]*)/gu;
  const texts = nodes.flatMap((inner) =>
    inner.type === 'Constant' && inner.kind === 'str' ? [inner.text] : [],
  );
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])));
}

interface Walk {
  /** Local names of the scopes around, innermost last. */
  readonly hidden: readonly ReadonlySet<string>[];
  readonly late: boolean;
  readonly found: Mention[];
}

function visit(node: Node, walk: Walk): void {
  switch (node.type) {
    case 'Name':
      note(node.id, { start: node.start, end: node.end }, walk);
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      note(node.name, node.nameSpan, walk);
      visitAll([...node.decorator_list, ...defaultsOf(node.args), ...annotationsOf(node)], walk);
      visitAll(node.body, inner(walk, functionLocals(node.args, node.body)));
      return;
    case 'Lambda':
      visitAll(defaultsOf(node.args), walk);
      visit(node.body, inner(walk, functionLocals(node.args, [])));
      return;
    case 'ClassDef':
      note(node.name, node.nameSpan, walk);
      visitAll([...node.decorator_list, ...node.bases, ...node.keywords], walk);
      visitClassBody(node.body, walk);
      return;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
    case 'DictComp':
      visitComprehension(node, walk);
      return;
    default:
      visitAll(childNodes(node), walk);
  }
}

function note(name: string, span: Span, walk: Walk): void {
  const { hidden, late } = walk;
  const hides = (other: string) => hidden.some((names) => names.has(other));
  if (!hides(name)) walk.found.push({ name, span: { start: span.start, end: span.end }, late, hides });
}

function visitAll(nodes: readonly Node[], walk: Walk): void {
  for (const node of nodes) visit(node, walk);
}

function inner(walk: Walk, locals: ReadonlySet<string>): Walk {
  return { hidden: [...walk.hidden, locals], late: true, found: walk.found };
}

/** Names bound in a class body hide outer ones in the body itself, not in its methods. */
function visitClassBody(body: readonly Stmt[], walk: Walk): void {
  const own = bindingNames(body);
  const inBody: Walk = { ...walk, hidden: [...walk.hidden, own] };
  for (const statement of body) {
    if (statement.type === 'FunctionDef' || statement.type === 'AsyncFunctionDef') {
      visitAll(
        [...statement.decorator_list, ...defaultsOf(statement.args), ...annotationsOf(statement)],
        inBody,
      );
      visitAll(statement.body, inner(walk, functionLocals(statement.args, statement.body)));
    } else visit(statement, inBody);
  }
}

function visitComprehension(
  node: Extract<Expr, { type: 'ListComp' | 'SetComp' | 'GeneratorExp' | 'DictComp' }>,
  walk: Walk,
): void {
  const targets = new Set(node.generators.flatMap((generator) => bindingsOfTarget(generator.target)));
  const inside: Walk = { ...walk, hidden: [...walk.hidden, targets] };
  node.generators.forEach((generator, position) => {
    visit(generator.iter, position === 0 ? walk : inside);
    visit(generator.target, inside);
    visitAll(generator.ifs, inside);
  });
  if (node.type === 'DictComp') visitAll([node.key, node.value], inside);
  else visit(node.elt, inside);
}

type Definition = Extract<Stmt, { type: 'FunctionDef' | 'AsyncFunctionDef' }>;

function defaultsOf(args: Definition['args']): readonly Expr[] {
  return [...args.defaults, ...args.kw_defaults.filter((value) => value !== null)];
}

function annotationsOf(node: Definition): readonly Expr[] {
  const { args } = node;
  const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs, args.vararg, args.kwarg];
  return [...all.map((arg) => arg?.annotation ?? null), node.returns].filter((value) => value !== null);
}
