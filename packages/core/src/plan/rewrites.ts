import { cellText, type DataflowGraph, type Step } from '../dataflow/index.ts';
import type { Call, Expr, JoinedStr, Node } from '../syntax/index.ts';
import type { Span, TextEdit } from '../text/index.ts';
import { nodesOf } from './tree.ts';

/** What rewriting may use. */
export interface Rewriting {
  /** Names that the notebook binds to things of its own. */
  readonly bound: ReadonlySet<string>;
  /** Name of a module's logger. */
  readonly log: string;
}

export interface Rewritten {
  readonly edits: readonly TextEdit[];
  readonly imports: readonly string[];
  readonly logs: boolean;
}

/** Rewrites calls that a reviewer would not let pass, into others of the same effect: `print`, `open`, `zip`. */
export function rewriteCalls(graph: DataflowGraph, step: Step, { bound, log }: Rewriting): Rewritten {
  const source = cellText(graph, step);
  const edits: TextEdit[] = [];
  const imports = new Set<string>();
  let logs = false;
  const isBuiltin = (call: Call, name: string) =>
    call.func.type === 'Name' && call.func.id === name && !bound.has(name);
  const whole = step.statement.node;
  // A statement that only shows values is kept because showing them changes something: it has to show them for sure.
  const shows =
    whole.type === 'Expr' && [...nodesOf(whole)].filter(({ type }) => type === 'Call').length === 1;
  const mayLog = !shows && !hasOwnText(graph);
  const parts = new Set<Node>(
    nodesOf(whole).flatMap((node) => (node.type === 'JoinedStr' ? node.values : [])),
  );
  for (const node of nodesOf(whole)) {
    if (mayLog && node.type === 'Expr' && node.value.type === 'Call' && isBuiltin(node.value, 'print')) {
      const found = logCall(node.value, source, log);
      edits.push(...found);
      logs ||= found.length > 0;
    }
    if (node.type === 'Constant' && node.kind === 'str' && !parts.has(node)) edits.push(...rawText(node));
    if (node.type !== 'Call') continue;
    if (isBuiltin(node, 'min') || isBuiltin(node, 'max') || isBuiltin(node, 'sorted'))
      edits.push(...itemKey(node));
    if (isBuiltin(node, 'zip')) edits.push(...strictZip(node, source));
    if (isBuiltin(node, 'open') && !bound.has('Path')) {
      const found = openPath(node);
      edits.push(...found);
      if (found.length > 0) imports.add('from pathlib import Path');
    }
  }
  return { edits, imports: [...imports], logs };
}

/** `"\s+"` is `r"\s+"`: a backslash that escapes nothing stands for itself, and newer versions of Python warn of it. */
function rawText({ start, text }: Extract<Expr, { type: 'Constant' }>): readonly TextEdit[] {
  const isOne = /^(?:"[^"\n]*"|'[^'\n]*')$/.test(text);
  const escapes = text.match(/\\[\s\S]/g) ?? [];
  const escapesNothing = escapes.every((pair) => /^\\[^\\'"abfnrtvxNuU0-7\n]$/.test(pair));
  return isOne && escapes.length > 0 && escapesNothing ? [insert(start, 'r')] : [];
}

/** Whether a class of the notebook says how its objects are shown: a logger that is off would not call it. */
function hasOwnText(graph: DataflowGraph): boolean {
  return graph.steps.some(({ statement }) =>
    [...nodesOf(statement.node)].some(
      (node) => node.type === 'FunctionDef' && /^__(str|repr|format)__$/.test(node.name),
    ),
  );
}

function replace(span: Span, text: string): TextEdit {
  return { span: { start: span.start, end: span.end }, text };
}

function insert(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** `print("loss:", x)` becomes `log.info("loss: %s", x)`; a call that prints elsewhere than to the screen stays. */
function logCall(call: Call, source: string, log: string): readonly TextEdit[] {
  const isPlain = call.keywords.every(
    ({ arg, value }) => (arg === 'sep' || arg === 'end' || arg === 'flush') && value.type === 'Constant',
  );
  const [first, ...rest] = call.args;
  const last = call.args.at(-1);
  if (!isPlain || call.args.some(({ type }) => type === 'Starred')) return [];
  const head = replace(call.func, `${log}.info`);
  if (!first || !last) return [head, ...emptied(call, source)];
  const tail =
    call.keywords.length > 0 ? [replace({ start: endOf(last, source), end: call.end - 1 }, '')] : [];
  const more = ' %s'.repeat(rest.length);
  if (
    first.type === 'Constant' &&
    first.kind === 'str' &&
    /^(["'])[^\\{]*\1$/.test(first.text) &&
    !isLong(first.text)
  ) {
    const quote = first.text.charAt(0);
    const text = first.text.slice(1, -1);
    const format = rest.length > 0 ? text.replaceAll('%', '%%') + more : text;
    return [head, replace(first, quote + format + quote), ...tail];
  }
  const formatted = first.type === 'JoinedStr' ? formatOf(first, source, more) : null;
  if (formatted) return [head, ...formatted, ...tail];
  return [head, insert(first.start, `"${`%s${more}`}", `), ...tail];
}

function isLong(text: string): boolean {
  return text.startsWith('"""') || text.startsWith("'''");
}

function emptied(call: Call, source: string): readonly TextEdit[] {
  const open = source.indexOf('(', call.func.end);
  return [replace({ start: open + 1, end: call.end - 1 }, '""')];
}

/** Where an argument ends, a closing parenthesis of its own included. */
function endOf(node: Expr, source: string): number {
  const rest = /^[\s)]*/.exec(source.slice(node.end))?.[0] ?? '';
  const comma = source.charAt(node.end + rest.length) === ',';
  return comma ? node.end + rest.trimEnd().length : node.end;
}

/** An f-string as a format and its arguments; `null` where a logger's format cannot say the same. */
function formatOf(text: JoinedStr, source: string, more: string): readonly TextEdit[] | null {
  const whole = source.slice(text.start, text.end);
  const quote = /^[fF](["'])(?!\1\1)/.exec(whole)?.[1];
  if (quote === undefined || whole.includes('\n') || whole.includes('\\')) return null;
  const pieces: string[] = [];
  const values: Expr[] = [];
  for (const part of text.values) {
    if (part.type === 'Constant') pieces.push((part.value ?? '').replaceAll('%', '%%'));
    else if (part.type === 'FormattedValue') {
      const placeholder = placeholderOf(part, source);
      if (placeholder === null) return null;
      pieces.push(placeholder);
      values.push(part.value);
    } else return null;
  }
  const [first, last] = [values[0], values.at(-1)];
  const format = pieces.join('');
  if (!first || !last || /["'\\{}]/.test(format)) return null;
  const joints = values
    .slice(1)
    .map((value, index) => replace({ start: values[index]?.end ?? 0, end: value.start }, ', '));
  return [
    replace({ start: text.start, end: first.start }, `"${format}${more}", `),
    ...joints,
    replace({ start: last.end, end: text.end }, ''),
  ];
}

/** `{x:.3f}` is `%.3f`; of other formats none is the same for every value. */
function placeholderOf(part: Extract<Node, { type: 'FormattedValue' }>, source: string): string | null {
  const spec = part.format_spec;
  if (part.value.type === 'Tuple' || /^\s*\(/.test(source.slice(part.start + 1, part.value.start)))
    return null;
  if (spec === null) return part.conversion === -1 ? '%s' : null;
  const [only, ...others] = spec.values;
  const text = only?.type === 'Constant' && others.length === 0 ? only.value : undefined;
  return part.conversion === -1 && text !== undefined && /^(\d+)?\.\d+[fge]$/.test(text) ? `%${text}` : null;
}

/** `min(scores, key=scores.get)`: of a key that is there, `get` gives the item, and only the latter has one type. */
function itemKey(call: Call): readonly TextEdit[] {
  const [first] = call.args;
  return call.keywords.flatMap(({ arg, value }) => {
    const isGet =
      arg === 'key' &&
      value.type === 'Attribute' &&
      value.attr === 'get' &&
      value.value.type === 'Name' &&
      first?.type === 'Name' &&
      first.id === value.value.id;
    return isGet ? [replace({ start: value.end - 'get'.length, end: value.end }, '__getitem__')] : [];
  });
}

/** `zip(a, b)` says that it may stop early. */
function strictZip(call: Call, source: string): readonly TextEdit[] {
  const [last, close] = [call.args.at(-1), call.end - 1];
  if (call.args.length < 2 || !last || call.keywords.length > 0) return [];
  if (call.args.some(({ type }) => type === 'Starred')) return [];
  const between = source.slice(last.end, close);
  if (between.includes('#')) return [];
  return [insert(close, between.trimEnd().endsWith(',') ? ' strict=False' : ', strict=False')];
}

/** `open(path, "w")` becomes `Path(path).open("w")`. */
function openPath(call: Call): readonly TextEdit[] {
  const [path, ...rest] = call.args;
  const isPath =
    path && ['Constant', 'JoinedStr', 'Name', 'BinOp', 'Attribute', 'Subscript'].includes(path.type);
  if (!isPath || (path.type === 'Constant' && path.kind !== 'str')) return [];
  const next = [...rest, ...call.keywords].sort((one, other) => one.start - other.start)[0];
  if (rest.some(({ type }) => type === 'Starred')) return [];
  if (
    call.keywords.some(({ arg }) => arg === null || arg === 'file' || arg === 'closefd' || arg === 'opener')
  )
    return [];
  const joint = { start: path.end, end: next ? next.start : call.end - 1 };
  return [replace(call.func, 'Path'), replace(joint, ').open(')];
}
