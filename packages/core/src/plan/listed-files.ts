import type { FileUse, Step } from '../dataflow/index.ts';
import type { Expr, Node } from '../syntax/index.ts';
import { isPattern } from './files.ts';
import { bindingNames, nodesOf } from './tree.ts';

/**
 * Whether a file without a known path is one of those that a pattern of the same stage names, as in
 * `for name in sorted(glob.glob("raw/*.csv")): pd.read_csv(name)`: then its digest is among the pattern's.
 */
export function isListed(steps: readonly Step[], step: Step, use: FileUse): boolean {
  const statement = step.statement.node;
  const named = nodesOf(statement).find(
    (node) => node.type === 'Name' && node.start === use.span.start && node.end === use.span.end,
  );
  if (named?.type !== 'Name') return false;
  const list = listOf(statement, named.id, use);
  return list !== null && isOfPattern(steps, step, list);
}

/** What the innermost loop around a place goes through under a name that nothing else binds there. */
function listOf(statement: Node, name: string, { span }: FileUse): Expr | null {
  const around = (node: Node) => node.start <= span.start && span.end <= node.end;
  const loops = nodesOf(statement).flatMap((node): readonly { target: Expr; iter: Expr; body: Node }[] => {
    if (!around(node)) return [];
    if (node.type === 'For') return [{ target: node.target, iter: node.iter, body: node }];
    return 'generators' in node ? node.generators.map((each) => ({ ...each, body: node })) : [];
  });
  const loop = loops.findLast(({ target }) => target.type === 'Name' && target.id === name);
  if (loop === undefined) return null;
  const isBoundAgain = loop.body.type === 'For' && bindingNames(loop.body.body).has(name);
  return isBoundAgain ? null : loop.iter;
}

function isOfPattern(steps: readonly Step[], step: Step, list: Expr): boolean {
  const inner = unwrapped(list);
  if (inner.type === 'Call')
    return step.files.some(
      ({ path, via, span }) =>
        path !== null &&
        isPattern(path) &&
        /(^|\.)(glob|iglob|rglob)$/.test(via) &&
        inner.start <= span.start &&
        span.end <= inner.end,
    );
  if (inner.type !== 'Name') return false;
  const binders = steps.filter(({ binds }) => binds.some(({ name }) => name === inner.id));
  const [binder] = binders;
  const node = binder?.statement.node;
  const isChanged = steps.some((each) => each !== binder && !onlyGoesThrough(each.statement.node, inner.id));
  return (
    binder !== undefined &&
    binders.length === 1 &&
    !isChanged &&
    node?.type === 'Assign' &&
    unwrapped(node.value).type === 'Call' &&
    isOfPattern(steps, binder, node.value)
  );
}

/** Whether a statement names a list only to go through it or to tell of it. */
function onlyGoesThrough(statement: Node, name: string): boolean {
  const nodes = nodesOf(statement);
  const harmless = new Set(
    nodes.flatMap((node): readonly Node[] => {
      if (node.type === 'For') return [unwrapped(node.iter)];
      if ('generators' in node) return node.generators.map(({ iter }) => unwrapped(iter));
      const tells =
        node.type === 'Call' && node.func.type === 'Name' && /^(len|print|display)$/.test(node.func.id);
      return tells ? node.args : [];
    }),
  );
  return nodes.every((node) => node.type !== 'Name' || node.id !== name || harmless.has(node));
}

/** `sorted(files)` and `list(files)` hold what `files` holds. */
function unwrapped(list: Expr): Expr {
  const [only, ...more] = list.type === 'Call' ? list.args : [];
  const isWrapper =
    list.type === 'Call' && list.func.type === 'Name' && /^(sorted|list|tuple|reversed)$/.test(list.func.id);
  return isWrapper && only && more.length === 0 ? unwrapped(only) : list;
}
