import { type DataflowGraph, type Step, statementText } from '../dataflow/index.ts';
import type { Proposal } from './artifacts.ts';
import { calleesOf, type ImportTable } from './callees.ts';
import { isDatabase } from './file-calls.ts';
import { isReserved, unusedName } from './identifiers.ts';
import { literalOf } from './literals.ts';
import { assignedValue, isAllCaps } from './name-kinds.ts';
import { nodesOf } from './tree.ts';
import { lastBinding } from './values.ts';

/** Files that the notebook writes under a name that the text tells. */
export function filesWritten(graph: DataflowGraph, end: number): readonly Proposal[] {
  const byPath = new Map<string, Proposal>();
  const taken = new Set<string>();
  for (const step of graph.steps.slice(0, end)) {
    for (const use of step.files) {
      if (use.mode !== 'write' || isDatabase(use) || /(^|\.)(makedirs|mkdir)$/.test(use.via)) continue;
      if (/(^|\.)(remove|unlink|rmdir|removedirs|rmtree)$/.test(use.via)) {
        for (const path of byPath.keys()) if (isIn(path, use.path)) byPath.delete(path);
        continue;
      }
      const verb = use.via.split('.').at(-1) ?? use.via;
      if (use.path === null) {
        const name = `file written in cell ${step.cell}`;
        const reason = `\`${verb}\` writes under a name that is known only when it runs`;
        byPath.set(`?${step.index}`, { name, variable: null, step: step.index, reason, unlikely: true });
        continue;
      }
      const known = byPath.get(use.path);
      const name = known?.name ?? fileName(use.path, taken);
      taken.add(name);
      const reason = `file written by \`${verb}\`, cell ${step.cell}`;
      byPath.set(use.path, { name, variable: null, step: step.index, file: use.path, reason });
    }
  }
  return [...byPath.values()];
}

function isIn(path: string, removed: string | null): boolean {
  return removed !== null && (path === removed || path.startsWith(`${removed.replace(/\/$/, '')}/`));
}

/** Last part of a path, with as many folders before it as make it unique. */
export function fileName(path: string, taken: ReadonlySet<string>): string {
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  for (let count = 1; count <= parts.length; count++) {
    const name = parts.slice(-count).join('_');
    if (!taken.has(name)) return name;
  }
  let number = 2;
  while (taken.has(`${number}_${parts.at(-1) ?? 'file'}`)) number += 1;
  return `${number}_${parts.at(-1) ?? 'file'}`;
}

const USES_OF_MODELS = new Set(
  (
    'predict predict_proba predict_log_proba decision_function score score_samples forecast get_forecast evaluate ' +
    'kneighbors feature_importances_ coef_ labels_ cluster_centers_ best_params_ best_score_ best_estimator_ summary ' +
    'components_ explained_variance_ratio_ state_dict'
  ).split(' '),
);

/** Estimators that are fitted and then used or saved. */
export function fittedModels(graph: DataflowGraph, imports: ImportTable, end: number): readonly Proposal[] {
  const fitted = new Map<string, number>();
  const used = new Map<string, string>();
  for (const step of graph.steps.slice(0, end)) {
    for (const binding of step.binds) {
      if (binding.kind !== 'value') continue;
      fitted.delete(binding.name);
      used.delete(binding.name);
      const value = assignedValue(step, binding.name);
      const method = value?.type === 'Call' && value.func.type === 'Attribute' ? value.func.attr : '';
      if (method === 'fit') fitted.set(binding.name, step.cell);
    }
    for (const { method, receiver, call } of calleesOf(step.statement.node, imports)) {
      if (receiver && /^(fit|partial_fit|fit_predict|train)$/.test(method) && isDirect(call.func, receiver)) {
        fitted.set(receiver, step.cell);
      }
      if (method === 'parameters' && receiver) fitted.set(receiver, step.cell);
      if (method === 'dump' || method === 'save')
        for (const name of namesIn(call.args)) used.set(name, 'saved');
    }
    for (const name of step.mentions) {
      if (fitted.has(name) && usesModel(graph, step, name)) used.set(name, 'used');
    }
  }
  const found: Proposal[] = [];
  for (const [name, cell] of fitted) {
    if (name === 'self') continue;
    const how = used.get(name);
    const reason = how ? `model fitted in cell ${cell} and ${how}` : `fitted in cell ${cell}, then not used`;
    found.push({ name, variable: name, reason, ...(how ? {} : { unlikely: true as const }) });
  }
  return found;
}

function isDirect(func: { readonly type: string }, receiver: string): boolean {
  if (func.type !== 'Attribute' || !('value' in func)) return false;
  const { value } = func;
  return typeof value === 'object' && value !== null && 'id' in value && value.id === receiver;
}

function namesIn(args: readonly { readonly type: string }[]): readonly string[] {
  return args.flatMap((argument) =>
    'id' in argument && typeof argument.id === 'string' ? [argument.id] : [],
  );
}

function usesModel(graph: DataflowGraph, step: Step, name: string): boolean {
  const text = statementText(graph, step);
  for (const match of text.matchAll(new RegExp(`(?<![\\w.])${name}\\.(\\w+)`, 'g'))) {
    if (USES_OF_MODELS.has(match[1] ?? '')) return true;
  }
  return new RegExp(`(?<![\\w.])${name}\\(`).test(text);
}

const METRIC =
  /^sklearn\.metrics\.|\.(score|evaluate)$|(^|\.)(cross_val_score|cross_validate|pearsonr|spearmanr|ttest_\w+|accuracy|rmse|mae|mse|r2)$/;

/** Values that metric functions make, under a name; shown ones without a name only where nothing else is found. */
export function metrics(graph: DataflowGraph, imports: ImportTable, end: number): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  const shown = new Set(shownNames(graph, end));
  for (const step of graph.steps.slice(0, end)) {
    const metric = calleesOf(step.statement.node, imports).find((callee) => METRIC.test(callee.path));
    for (const binding of step.binds) {
      if (binding.kind !== 'value') continue;
      found.delete(binding.name);
      if (!metric || assignedValue(step, binding.name) === null) continue;
      const reason = `made by \`${metric.method}\`, cell ${step.cell}${shown.has(binding.name) ? ', and shown' : ''}`;
      found.set(binding.name, { name: binding.name, variable: binding.name, reason });
    }
  }
  return [...found.values()];
}

/** Names that a cell shows or prints. */
function shownNames(graph: DataflowGraph, end: number): readonly string[] {
  return graph.steps
    .slice(0, end)
    .filter((step) => step.displays || step.resourceWrites.includes('stdout'))
    .flatMap((step) => step.mentions);
}

/** Results of `predict` under a name. */
export function predictions(graph: DataflowGraph, imports: ImportTable, end: number): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  for (const step of graph.steps.slice(0, end)) {
    const { node } = step.statement;
    const predicts =
      node.type === 'Assign' &&
      calleesOf(node.value, imports).some(({ method }) => /^(predict(_proba)?|forecast)$/.test(method));
    for (const binding of step.binds) {
      found.delete(binding.name);
      if (!predicts || assignedValue(step, binding.name) === null) continue;
      found.set(binding.name, {
        name: binding.name,
        variable: binding.name,
        reason: `predictions, cell ${step.cell}`,
      });
    }
  }
  return [...found.values()].slice(-3);
}

/** Calls that only look at a value. */
const LOOKS =
  /^(head|tail|sample|info|describe|value_counts|isna|isnull|sum|unique|nunique|print|display|len|type|show|shape|columns|dtypes)$/;

/** Methods of containers, files and folders that change them and give nothing. */
const CHANGES =
  /^(append|extend|insert|remove|clear|sort|reverse|mkdir|touch|unlink|rmdir|chmod|close|flush|commit)$/;

/** What the last cell shows: taken under its own name, an unnamed value only where nothing else was found. */
export function lastShown(
  graph: DataflowGraph,
  imports: ImportTable,
  end: number,
  others: readonly Proposal[],
): readonly Proposal[] {
  const step = graph.steps.slice(0, end).findLast((candidate) => candidate.displays);
  const { node } = step?.statement ?? {};
  if (!step || node?.type !== 'Expr') return [];
  if (node.value.type === 'Name') {
    const { id } = node.value;
    return [{ name: id, variable: id, reason: `last value shown, cell ${step.cell}` }];
  }
  const [callee] = calleesOf(node, imports);
  if (!callee || node.value.type !== 'Call') return [];
  const taken = new Set(
    graph.steps.flatMap((other) => [...other.binds.map((binding) => binding.name), ...other.mentions]),
  );
  const name =
    taken.has(callee.method) || imports.has(callee.method) ? `${callee.method}_value` : callee.method;
  const exploration =
    LOOKS.test(callee.method) ||
    (callee.receiver !== null && CHANGES.test(callee.method)) ||
    /^(matplotlib|seaborn|subprocess)\.|^os\.system$/.test(callee.path) ||
    isFit(callee.method) ||
    isOfDrawing(graph, callee.receiver, step.index) ||
    givesNothing(graph, callee.path, step.index);
  const alone = others.every((other) => other.unlikely);
  const metric = METRIC.test(callee.path);
  const reason = `last value shown, cell ${step.cell}`;
  const writes = step.files.some((use) => use.mode === 'write');
  if (exploration || writes || taken.has(name)) return [];
  const proposal = { name, variable: name, step: step.index, reason, unnamed: true as const };
  return [alone || metric ? proposal : { ...proposal, unlikely: true as const }];
}

/** What a cell shows, taken because a person asks for it: a variable, or a value that gets the name of what makes it. */
export function shownIn(graph: DataflowGraph, imports: ImportTable, cell: number): Proposal | undefined {
  const step = graph.steps.findLast((each) => each.cell === cell && each.displays);
  const { node } = step?.statement ?? {};
  if (!step || node?.type !== 'Expr') return undefined;
  const reason = `shown by cell ${cell}, named by the user`;
  const { value } = node;
  const shown =
    value.type === 'Call' && value.func.type === 'Name' && value.func.id === 'display'
      ? value.args[0]
      : value;
  if (shown?.type === 'Name') return { name: shown.id, variable: shown.id, reason };
  const [callee] = calleesOf(node, imports);
  if (shown !== value || /^(matplotlib|seaborn)\./.test(callee?.path ?? '') || isFit(callee?.method ?? ''))
    return undefined;
  const taken = new Set(
    graph.steps.flatMap((other) => [...other.binds.map((binding) => binding.name), ...other.mentions]),
  );
  const said = callee?.method ?? (value.type === 'Attribute' ? value.attr : 'value');
  const isTaken = (candidate: string) =>
    taken.has(candidate) || imports.has(candidate) || isReserved(candidate);
  const name = unusedName(isTaken(said) ? `${said}_value` : said, isTaken);
  return { name, variable: name, step: step.index, reason, unnamed: true };
}

function isFit(method: string): boolean {
  return method === 'fit' || method === 'plot' || method === 'hist';
}

/** Methods of figures and axes, and of what grids of plots are made of, draw. */
function isOfDrawing(graph: DataflowGraph, receiver: string | null, before: number): boolean {
  const binding = receiver === null ? undefined : lastBinding(graph, receiver, before);
  return binding !== undefined && isDrawing(binding);
}

/** A function of the notebook that returns no value. */
function givesNothing(graph: DataflowGraph, name: string, before: number): boolean {
  if (lastBinding(graph, name, before)?.kind !== 'function') return false;
  const definition = graph.steps
    .slice(0, before)
    .findLast((step) => step.binds.some((binding) => binding.name === name))?.statement.node;
  if (definition?.type !== 'FunctionDef' || definition.decorator_list.length > 0) return false;
  return definition.body.every(
    (statement) =>
      !nodesOf(statement).some(
        (node) => (node.type === 'Return' && node.value !== null) || node.type === 'Yield',
      ),
  );
}

/** The values at the end that nothing else is made from. */
export function dataVariables(graph: DataflowGraph, end: number): readonly Proposal[] {
  const last = new Map<string, Step>();
  const read = new Set<string>();
  for (const step of graph.steps.slice(0, end)) {
    for (const name of step.reads) {
      if (!step.binds.some((binding) => binding.name === name)) {
        if (step.binds.some((binding) => binding.kind === 'value')) read.add(name);
      }
    }
    for (const binding of step.binds) {
      last.delete(binding.name);
      read.delete(binding.name);
      if (binding.kind === 'value' && !binding.unstorable && !isDrawing(binding) && !isPlace(binding))
        last.set(binding.name, step);
    }
  }
  const named = [...last].filter(([name]) => !name.startsWith('_'));
  const plain = named.filter(([, step]) => step.statement.node.type !== 'For');
  const all = plain.length > 0 ? plain : named;
  const values = all.filter(([name, step]) => !isAllCaps(name) && !isLiteral(step, name));
  const ends = values.filter(([name]) => !read.has(name));
  const chosen = ends.length > 0 ? ends : values.length > 0 ? values : all;
  return chosen.map(([name, step]) => ({ name, variable: name, reason: `final value, cell ${step.cell}` }));
}

/** Where files lie is another place in every run. */
function isPlace(binding: Step['binds'][number]): boolean {
  return binding.type?.name.startsWith('pathlib.') ?? false;
}

/** Figures and axes are shown, not kept. */
function isDrawing(binding: Step['binds'][number]): boolean {
  return (
    /^(matplotlib|seaborn)\./.test(binding.type?.name ?? '') ||
    /^(fig|figure|ax|axs|axes)\d*$/.test(binding.name)
  );
}

function isLiteral(step: Step, name: string): boolean {
  const value = assignedValue(step, name);
  return value !== null && literalOf(value) !== null;
}
