import { type Expr, type Module, type Node, walk } from '../syntax/index.ts';
import { joinPath } from './paths.ts';

/** What asks for the folder of the notebook, or makes a path absolute. */
const HERE = /^(cwd|getcwd|resolve|absolute|abspath|realpath)$/;

/**
 * Finds what a notebook names above its folder, relative to it: `../data/x.csv`, and whole folders where the text does not say
 * which of their files (`..` on a module path, `f"../data/{name}"`, `Path.cwd().parent`). What a name stands for is not followed
 * beyond one that was made from the working directory.
 */
export function filesAbove(module: Module): readonly string[] {
  const found = new Set<string>();
  const here = new Set<string>();
  const add = (path: string | null) => {
    if (path !== null) found.add(path);
  };
  const visit = (node: Node): boolean => {
    if (node.type === 'Assign' && asksForHere(node.value, here)) {
      for (const target of node.targets) if (target.type === 'Name') here.add(target.id);
    }
    if (node.type === 'JoinedStr') {
      const [first] = node.values;
      add(first?.type === 'Constant' ? above(`${first.value ?? ''}*`) : null);
      // The other pieces are no paths of their own, but what is put between them may hold some.
      for (const value of node.values) if (value.type !== 'Constant') walk(value, visit);
      return false;
    }
    if (node.type === 'Constant' && node.kind === 'str') add(above(node.value ?? ''));
    const steps = node.type === 'Attribute' || node.type === 'Call' ? stepsUp(node, here) : 0;
    if (steps > 0) add(joinPath(...Array.from({ length: steps }, () => '..')));
    return true;
  };
  for (const { statements } of module.cells) for (const { node } of statements) walk(node, visit);
  return [...found].sort();
}

/** The path that a text names above the notebook, cut where a pattern begins; `null` for other texts. */
function above(text: string): string | null {
  const path = text.replaceAll('\\', '/');
  if (!/^(\.\/)*\.\.(\/|$)/.test(path) || /[\n:]/.test(path)) return null;
  const pattern = path.search(/[*?[]/);
  return joinPath(pattern < 0 ? path : path.slice(0, path.lastIndexOf('/', pattern) + 1));
}

/** How many folders `Path.cwd().parent.parent`, `dirname(getcwd())` and `os.pardir` go up. */
function stepsUp(node: Expr, here: ReadonlySet<string>): number {
  if (node.type === 'Attribute') {
    if (node.attr === 'pardir') return 1;
    if (node.attr !== 'parent' && node.attr !== 'parents') return 0;
    return asksForHere(node.value, here) ? 1 + stepsUp(node.value, here) : 0;
  }
  if (node.type !== 'Call') return 0;
  const [path] = node.args;
  const called =
    node.func.type === 'Attribute' ? node.func.attr : node.func.type === 'Name' ? node.func.id : '';
  if (called !== 'dirname' || path === undefined) return 0;
  return asksForHere(path, here) ? 1 + stepsUp(path, here) : 0;
}

function asksForHere(node: Expr, here: ReadonlySet<string>): boolean {
  let found = false;
  walk(node, (inner) => {
    if (inner.type === 'Name' && (inner.id === '__file__' || here.has(inner.id) || HERE.test(inner.id)))
      found = true;
    if (inner.type === 'Attribute' && HERE.test(inner.attr)) found = true;
    return !found;
  });
  return found;
}
