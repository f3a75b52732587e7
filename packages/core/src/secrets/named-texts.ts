import { type Constant, childNodes, type Expr, type Node } from '../syntax/index.ts';

/** A text literal, and the name that it is given to. */
export interface NamedText {
  readonly node: Constant;
  /** `password` in `password = "…"`, `f(password="…")`, `{"password": "…"}`, `x["password"] = "…"`. */
  readonly name?: string;
  /** It is part of a formatted string. */
  readonly isFormatted: boolean;
  /** It computes nothing: a docstring or a text that stands alone. */
  readonly isIdle: boolean;
  /** It is a pattern or an annotation: no other expression may stand there. */
  readonly isFixed: boolean;
}

/** Lists the text literals below a node. */
export function findNamedTexts(root: Node): readonly NamedText[] {
  const found: NamedText[] = [];
  visit(root, {}, found);
  return found;
}

interface Place {
  readonly name?: string;
  readonly isFormatted?: boolean;
  readonly isIdle?: boolean;
  readonly isFixed?: boolean;
  /** Names given from above, past the node between: to the parts of a tuple. */
  readonly given?: ReadonlyMap<Node, string>;
}

function visit(node: Node, place: Place, found: NamedText[]): void {
  if (node.type === 'Constant') {
    const { name, isFormatted = false, isIdle = false, isFixed = false } = place;
    const isText = node.kind === 'str' || node.kind === 'bytes';
    if (isText) found.push({ node, isFormatted, isIdle, isFixed, ...(name === undefined ? {} : { name }) });
    return;
  }
  const names = namesGiven(node);
  const isFixed = place.isFixed === true || node.type === 'MatchValue' || node.type === 'MatchMapping';
  for (const child of childNodes(node)) {
    const name =
      names.get(child) ?? place.given?.get(child) ?? (isTransparent(node) ? place.name : undefined);
    visit(
      child,
      {
        isFixed,
        given: names,
        isFormatted: node.type === 'JoinedStr',
        isIdle: node.type === 'Expr',
        ...(name === undefined ? {} : { name }),
      },
      found,
    );
  }
}

/** `a if b else c`, `a or b`: a name for the whole is one for the parts. */
function isTransparent(node: Node): boolean {
  return node.type === 'IfExp' || node.type === 'BoolOp';
}

/** Names that a node gives to nodes directly below it. */
function namesGiven(node: Node): ReadonlyMap<Node, string> {
  const given = new Map<Node, string>();
  const give = (value: Node | null | undefined, name: string | undefined) => {
    if (value && name !== undefined) given.set(value, name);
  };
  if (node.type === 'Assign') {
    for (const target of node.targets) {
      give(node.value, nameOf(target));
      if (target.type === 'Tuple' && node.value.type === 'Tuple')
        for (const [at, value] of node.value.elts.entries()) give(value, nameOfPart(target.elts[at]));
    }
  }
  if (node.type === 'AnnAssign' || node.type === 'NamedExpr') give(node.value, nameOf(node.target));
  if (node.type === 'keyword') give(node.value, node.arg ?? undefined);
  if (node.type === 'Dict')
    for (const [at, value] of node.values.entries()) give(value, textOf(node.keys[at]));
  if (node.type === 'Compare') for (const other of node.comparators) give(other, nameOf(node.left));
  if (node.type === 'Call') give(node.args[1], textOf(node.args[0]));
  if (node.type === 'arguments') {
    const positional = [...node.posonlyargs, ...node.args];
    const first = positional.length - node.defaults.length;
    for (const [at, value] of node.defaults.entries()) give(value, positional[first + at]?.arg);
    for (const [at, value] of node.kw_defaults.entries()) give(value, node.kwonlyargs[at]?.arg);
  }
  return given;
}

function nameOf(target: Expr): string | undefined {
  if (target.type === 'Name') return target.id;
  if (target.type === 'Attribute') return target.attr;
  return target.type === 'Subscript' ? textOf(target.slice) : undefined;
}

function nameOfPart(target: Expr | undefined): string | undefined {
  return target === undefined ? undefined : nameOf(target);
}

function textOf(node: Expr | null | undefined): string | undefined {
  return node?.type === 'Constant' ? node.value : undefined;
}
