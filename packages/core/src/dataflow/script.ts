import { type Alias, childNodes, type Node, type Stmt } from '../syntax/index.ts';
import { indent, type Span } from '../text/index.ts';
import { cutParts } from './cut-parts.ts';
import { historyNames } from './history.ts';
import { type History, usesOut, withoutHistory } from './history-text.ts';
import { cellNumbers } from './order.ts';
import { cellOf } from './step-cell.ts';
import type { DataflowGraph, Slice, Step } from './types.ts';

/** A statement as it is printed: its text, and the spans of it that must not be indented. */
interface Printed {
  readonly text: string;
  readonly strings: readonly Span[];
}

/** Prints a slice as a Python script in the notebook's own words; imports are trimmed to what the slice uses. */
export function printScript(graph: DataflowGraph, slice: Slice, names: readonly string[]): string {
  const kept = slice.steps.flatMap((index) => graph.steps[index] ?? []);
  if (kept.length === 0) return '';
  const wanted = names.flatMap((name) => [name, ...(graph.final[name]?.reads ?? [])]);
  const used = new Set([...wanted, ...kept.flatMap((step) => step.reads)]);
  const keepsOut = kept.some((step) => usesOut(step.statement.node));
  const history = new Set([...historyNames(graph.module)].filter((name) => name !== 'Out' || keepsOut));
  const numbers = cellNumbers(graph.module);
  const blocks: string[] = [];
  const future: string[] = [];
  const awaits = kept.some((step) => hasTopLevelAwait(step.statement.node));
  const margin = awaits ? INDENT : '';
  for (const group of groupByCell(kept)) {
    const lines: string[] = [];
    for (const step of group) {
      const printed = printStep(graph, step, slice.left, used, history, numbers);
      if (isFuture(step.statement.node)) future.push(printed.text);
      else lines.push(...printRun(printed, step, lines, margin));
    }
    if (lines.length > 0) blocks.push(lines.join('\n'));
  }
  const body = blocks.join('\n\n');
  const prologue = future.length > 0 ? `${future.join('\n')}\n\n` : '';
  const text = awaits ? wrapAsync(kept, body) : body;
  return `${prologue}${keepsOut ? 'Out = {}\n\n' : ''}${text}\n`;
}

function groupByCell(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.[0]?.cell === step.cell) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** Statements of a cell that raised stand in one `try`, so that the script goes on as the notebook did. */
function printRun({ text, strings }: Printed, step: Step, before: string[], margin: string): string[] {
  if (!step.raises) return [indent(text, margin, strings)];
  const body = indent(text, margin + INDENT, strings);
  const end = indent('except Exception:\n    pass', margin);
  const open = before.at(-1) === end ? before.splice(-1) : [];
  return open.length > 0 ? [body, end] : [`${margin}try:`, body, end];
}

const INDENT = '    ';

function printStep(
  graph: DataflowGraph,
  step: Step,
  left: Slice['left'],
  used: ReadonlySet<string>,
  history: ReadonlySet<string>,
  numbers: ReadonlyMap<string, number>,
): Printed {
  const { node, outer } = step.statement;
  const cell = cellOf(graph, step);
  const text = cell?.python.text ?? '';
  if (node.type === 'Import' || node.type === 'ImportFrom')
    return { text: printImport(text, node, used), strings: [] };
  const number = cell && numbers.get(cell.key);
  if (step.displays && step.binds.length > 0 && number !== undefined && node.type === 'Expr') {
    const shown = withoutHistory(
      text.slice(node.start, node.end),
      node,
      node.start,
      historyOf(graph, numbers),
    );
    return printDisplay(shown, step, number, history);
  }
  const written = text.slice(outer.start, outer.end).trimEnd();
  const shown = withoutHistory(written, node, outer.start, historyOf(graph, numbers));
  const strings = multilineStrings(node, outer.start);
  // Statements with history are not divided.
  return shown === written ? cutParts(written, node, outer.start, left, strings) : { text: shown, strings };
}

function historyOf(graph: DataflowGraph, numbers: ReadonlyMap<string, number>): History {
  return {
    source: (number) => graph.module.cells.find(({ cell }) => numbers.get(cell.key) === number)?.cell.source,
  };
}

/** Keeps the expression that a cell shows under the names that IPython gives it. */
function printDisplay(text: string, step: Step, number: number, history: ReadonlySet<string>): Printed {
  const { node } = step.statement;
  const bound = step.binds.filter((binding) => history.has(binding.name) || binding.name === `_${number}`);
  const lines = [bound.length === 0 ? text : `_${number} = ${text}`];
  const start = lines.join('').length - text.length;
  const strings = multilineStrings(node, node.start - start);
  if (bound.length === 0) return { text, strings };
  const shift = [...(history.has('___') ? ['___ = __'] : []), ...(history.has('__') ? ['__ = _'] : [])];
  const keep = [
    ...(history.size > 0 && [...history].some((name) => /^_+$/.test(name)) ? [`_ = _${number}`] : []),
    ...(history.has('Out') ? [`Out[${number}] = _${number}`] : []),
  ];
  if (keep.length > 0)
    lines.push(
      `if _${number} is not None:`,
      ...[...shiftGuarded(shift), ...keep].map((line) => `    ${line}`),
    );
  return { text: lines.join('\n'), strings };
}

function shiftGuarded(shift: readonly string[]): string[] {
  return shift.map((line) => {
    const source = line.slice(line.indexOf('=') + 2);
    return `${line.slice(0, line.indexOf(' '))} = globals().get("${source}", "")`;
  });
}

/** Prints an import with those of its names that are used; with all of them when it is there for another reason. */
function printImport(
  text: string,
  node: Extract<Stmt, { type: 'Import' | 'ImportFrom' }>,
  used: ReadonlySet<string>,
): string {
  const wanted = node.names.filter((alias) => used.has(boundName(alias)));
  if (wanted.length === 0 || wanted.length === node.names.length) return text.slice(node.start, node.end);
  const names = wanted
    .map((alias) => (alias.asname === null ? alias.name : `${alias.name} as ${alias.asname}`))
    .join(', ');
  if (node.type === 'Import') return `import ${names}`;
  return `from ${'.'.repeat(node.level)}${node.module ?? ''} import ${names}`;
}

function boundName(alias: Alias): string {
  return alias.asname ?? alias.name.split('.', 1)[0] ?? alias.name;
}

function isFuture(node: Stmt): boolean {
  return node.type === 'ImportFrom' && node.module === '__future__';
}

/** Strings that span lines, relative to `base`: their continuation lines are part of the value. */
export function multilineStrings(node: Node, base: number): Span[] {
  const found: Span[] = [];
  const visit = (at: Node): void => {
    const isText =
      at.type === 'JoinedStr' || (at.type === 'Constant' && (at.kind === 'str' || at.kind === 'bytes'));
    if (isText) found.push({ start: at.start - base, end: at.end - base });
    else for (const child of childNodes(at)) visit(child);
  };
  visit(node);
  return found;
}

function hasTopLevelAwait(node: Node): boolean {
  if (node.type === 'Await' || node.type === 'AsyncFor' || node.type === 'AsyncWith') return true;
  if (node.type === 'comprehension' && node.is_async === 1) return true;
  if (
    node.type === 'FunctionDef' ||
    node.type === 'AsyncFunctionDef' ||
    node.type === 'Lambda' ||
    node.type === 'ClassDef'
  )
    return false;
  return childNodes(node).some(hasTopLevelAwait);
}

/** Top-level `await` needs a running loop: one for the whole script, as in a notebook. */
function wrapAsync(kept: readonly Step[], body: string): string {
  const names = [...new Set(kept.flatMap((step) => step.binds.map((binding) => binding.name)))].sort();
  const declaration = names.length > 0 ? `${INDENT}global ${names.join(', ')}\n` : '';
  return `import asyncio\n\n\nasync def _notebook():\n${declaration}${body}\n\n\nasyncio.run(_notebook())`;
}
