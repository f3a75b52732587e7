import type { FileUse, Step } from '../dataflow/index.ts';
import type { Expr } from '../syntax/index.ts';
import { isRooted, isUri } from '../text/index.ts';
import type { NameKind } from './name-kinds.ts';
import { nodesOf } from './tree.ts';

/** A file that a statement names, and the expression that names it. */
export interface LocatedFile {
  readonly use: FileUse;
  /** The statement whose text holds the path: the step itself or a definition that it calls. */
  readonly holder: Step;
  readonly expression: Expr;
}

/** Whether a call only asks if a file is there. */
export function onlyAsks({ via }: FileUse): boolean {
  return /(^|\.)(exists|lexists|isfile|isdir|is_file|is_dir|access)$/.test(via);
}

/** The file uses of a step whose path expression stands in a kept statement. */
export function locateFiles(kept: readonly Step[], step: Step): readonly LocatedFile[] {
  return step.files.flatMap((use) => {
    const own = expressionAt(step, use);
    if (own) return [{ use, holder: step, expression: own }];
    for (const holder of kept) {
      const { type } = holder.statement.node;
      if (type !== 'FunctionDef' && type !== 'ClassDef' && type !== 'AsyncFunctionDef') continue;
      if (!holder.binds.some((binding) => step.reads.includes(binding.name))) continue;
      const expression = expressionAt(holder, use);
      if (expression) return [{ use, holder, expression }];
    }
    return [];
  });
}

function expressionAt(step: Step, use: FileUse): Expr | null {
  const { node } = step.statement;
  if (use.span.start < node.start || use.span.end > node.end) return null;
  for (const inner of nodesOf(node)) {
    if (inner.start === use.span.start && inner.end === use.span.end && isPathExpression(inner))
      return receiverOf(inner);
  }
  return null;
}

/** Of `(DATA / 'x.txt').read_text()` the path: methods of paths act on the file that their object names. */
function receiverOf(expression: Expr): Expr {
  const isCall = expression.type === 'Call' && expression.func.type === 'Attribute';
  return isCall && expression.func.type === 'Attribute' && PATH_METHODS.has(expression.func.attr)
    ? expression.func.value
    : expression;
}

const PATH_METHODS = new Set(
  'read_text read_bytes write_text write_bytes open touch unlink exists is_file is_dir stat'.split(' '),
);

function isPathExpression(node: { readonly type: string }): node is Expr {
  return ['Constant', 'Name', 'BinOp', 'Call', 'JoinedStr', 'Attribute'].includes(node.type);
}

/** Names of the definitions whose text holds the path of a file that a step uses. */
export function pathHolders(kept: readonly Step[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const step of kept) {
    for (const { use, holder } of locateFiles(kept, step)) {
      if (holder === step || use.path === null) continue;
      for (const binding of holder.binds) names.add(binding.name);
    }
  }
  return names;
}

/** Whether an expression gives a `pathlib.Path`, no text. */
export function isPathObject(expression: Expr, kinds: ReadonlyMap<string, NameKind>): boolean {
  if (expression.type === 'BinOp') return expression.op === 'Div';
  if (expression.type === 'Name') {
    const kind = kinds.get(expression.id);
    return kind === 'data' || kind === 'local';
  }
  if (expression.type === 'Attribute') return true;
  if (expression.type !== 'Call') return false;
  const { func } = expression;
  return func.type === 'Name' ? func.id === 'Path' : func.type === 'Attribute' && func.attr !== 'join';
}

/** Statements that only make folders; the runner makes them. */
export function makesFolder(step: Step): boolean {
  const verbs = step.files.map((use) => use.via.split('.').at(-1) ?? '');
  const makes = verbs.some((verb) => verb === 'makedirs' || verb === 'mkdir');
  return (
    makes &&
    step.binds.length === 0 &&
    verbs.every((verb) => ['makedirs', 'mkdir', 'exists', 'isdir', 'is_dir'].includes(verb))
  );
}

/** Folder of a notebook's path, with its slash; empty for the current folder. */
function folderOf(path: string): string {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return path.slice(0, at + 1);
}

/** A path of the notebook as seen from where the notebook's own path is seen. */
export function besideNotebook(notebook: string, path: string): string {
  if (isRooted(path)) return path;
  const parts: string[] = [];
  for (const part of `${folderOf(notebook)}${path}`.split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Whether a path has wildcards of Python's `glob`. */
export function isPattern(path: string): boolean {
  return /[*?[]/.test(path);
}

/** Where an input lies in the project: under `data/`, with its relative name. */
export function dataLocation(path: string): string {
  if (isUri(path)) return path;
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  const kept = isRooted(path) ? parts.slice(-1) : parts;
  return (kept[0] === 'data' ? kept : ['data', ...kept]).join('/');
}
