import { type DataflowGraph, type Step, statementText } from '../dataflow/index.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import type { RunRecord } from '../record/index.ts';
import { childNodes, type Node } from '../syntax/index.ts';
import { suggest } from '../text/index.ts';
import {
  dataVariables,
  filesWritten,
  fittedModels,
  lastShown,
  metrics,
  predictions,
  shownIn,
} from './artifact-rules.ts';
import { importTable } from './callees.ts';
import { cellsSkipped } from './cell-tags.ts';
import { findMentions } from './mentions.ts';
import { isSuppressible } from './suppression.ts';
import { nodesOf } from './tree.ts';
import { closeOver, lastBinding, stepsOfValue } from './values.ts';

/** A value or file that the project must make. */
export interface FoundArtifact {
  readonly name: string;
  /** `null` for a file. */
  readonly variable: string | null;
  /** Step after which it has its value. */
  readonly step: number;
  /** Steps that it needs directly. */
  readonly needs: readonly number[];
  readonly reason: string;
  /** Path of a file, as the notebook names it. */
  readonly file?: string;
  /** The variable is made here: the statement shows a value without a name. */
  readonly unnamed?: true;
}

export interface FoundArtifacts {
  readonly artifacts: readonly FoundArtifact[];
  readonly candidates: readonly { readonly name: string; readonly reason: string }[];
  readonly diagnostics: readonly Diagnostic[];
  /** First step that cannot run; the number of steps where all can. */
  readonly end: number;
}

/** A possible artifact before it is known whether it can be built. */
export interface Proposal {
  readonly name: string;
  readonly variable: string | null;
  /** For files and unnamed values. */
  readonly step?: number;
  readonly reason: string;
  readonly file?: string;
  readonly unnamed?: true;
  /** Listed, not taken. */
  readonly unlikely?: true;
}

/** Finds what a notebook computes (`lost` is the step after which the working directory is not known): the names that the user gave, else files, models, metrics, predictions, the last shown value. */
export function findArtifacts(
  graph: DataflowGraph,
  wanted: readonly string[] | undefined,
  known: {
    readonly lost: number;
    readonly record?: RunRecord;
    /** Variables whose value is known not to be storable, with the reason. */
    readonly unstorable?: ReadonlyMap<string, string>;
  },
): FoundArtifacts {
  const end = firstBroken(graph, known.record);
  const diagnostics: Diagnostic[] = [];
  const candidates: { name: string; reason: string }[] = [];
  const artifacts: FoundArtifact[] = [];
  const proposals = propose(withoutSkipped(graph), end);
  const limits: Limits = { ...known, obstacles: new Map() };
  const chosen = wanted?.length ? choose(graph, wanted, proposals, diagnostics) : proposals;
  for (const proposal of chosen) {
    const refusal = proposal.unlikely ? proposal.reason : whyNot(graph, proposal, end, limits);
    if (refusal !== null) candidates.push({ name: proposal.name, reason: refusal });
    else if (!artifacts.some(({ name }) => name === proposal.name))
      artifacts.push(located(graph, proposal, end));
  }
  const models = proposals.filter(({ variable, unnamed, unlikely }) => variable && !unnamed && unlikely);
  for (const others of [models.map(likely), dataVariables(withoutSkipped(graph), end)]) {
    if (artifacts.length > 0 || wanted?.length) break;
    for (const proposal of others) {
      const refusal = whyNot(graph, proposal, end, limits);
      if (refusal === null) artifacts.push(located(graph, proposal, end));
      else candidates.push({ name: proposal.name, reason: refusal });
    }
  }
  const left = candidates.filter((candidate) => !artifacts.some(({ name }) => name === candidate.name));
  return { artifacts, candidates: left, diagnostics, end };
}

/** A graph whose skipped cells propose nothing; what an artifact needs of them is kept all the same. */
function withoutSkipped(graph: DataflowGraph): DataflowGraph {
  const skipped = cellsSkipped(graph);
  if (skipped.size === 0) return graph;
  const silent = (step: Step): Step => {
    const { start, end } = step.statement.node;
    const statement = { ...step.statement, node: { type: 'Pass', start, end } as const };
    return { ...step, statement, binds: [], mentions: [], files: [], displays: false };
  };
  return { ...graph, steps: graph.steps.map((step) => (skipped.has(step.cell) ? silent(step) : step)) };
}

function propose(graph: DataflowGraph, end: number): readonly Proposal[] {
  const imports = importTable(graph);
  const found = [
    ...filesWritten(graph, end),
    ...fittedModels(graph, imports, end),
    ...metrics(graph, imports, end),
    ...predictions(graph, imports, end),
  ].filter(isNamed);
  return [...found, ...lastShown(graph, imports, end, found).filter(isNamed)];
}

/** `_ = model.fit(x)` says that nobody wants the value. */
function isNamed({ variable }: Proposal): boolean {
  return variable === null || !/^_+$/.test(variable);
}

function choose(
  graph: DataflowGraph,
  wanted: readonly string[],
  proposals: readonly Proposal[],
  diagnostics: Diagnostic[],
): readonly Proposal[] {
  const chosen: Proposal[] = [];
  for (const name of wanted) {
    const known = proposals.find((proposal) => proposal.name === name || proposal.file === name);
    const bound = graph.steps.some((step) => step.binds.some((binding) => binding.name === name));
    const cell = /^cell:(\d+)$/.exec(name)?.[1];
    const shown = cell === undefined ? undefined : shownIn(graph, importTable(graph), Number(cell));
    if (shown) chosen.push(shown);
    else if (known) chosen.push(known.unlikely ? { ...likely(known), reason: 'named by the user' } : known);
    else if (bound) chosen.push({ name, variable: name, reason: 'named by the user' });
    else {
      const near = suggest(name, [...Object.keys(graph.final), ...proposals.map((known) => known.name)]);
      diagnostics.push(
        diagnostic('P001', {
          message:
            cell === undefined
              ? `Nothing in the notebook is named \`${name}\`.`
              : `Cell ${cell} shows no value that could be kept.`,
          location: { file: graph.module.notebook.path },
          ...(near === undefined ? {} : { hint: `Ask for \`${near}\`.` }),
        }),
      );
    }
  }
  return chosen;
}

function likely({ unlikely: _, ...proposal }: Proposal): Proposal {
  return proposal;
}

/** Names that the notebook's frontend defines. */
const GIVEN = new Set(['display', 'get_ipython', 'exit', 'quit', 'spark', 'sc', 'dbutils', 'sqlContext']);

/** The first step that cannot run: it reads a name that nothing defines, or it ended the recorded run. */
function firstBroken(graph: DataflowGraph, record: RunRecord | undefined): number {
  const broken = graph.undefinedNames.filter(
    (use) => !GIVEN.has(use.name) && isSure(graph, use.name, use.step),
  );
  const { outcome } = record ?? {};
  const failed =
    outcome?.kind === 'raised' ? record?.steps.findLast((step) => step.error !== undefined)?.id : undefined;
  const stopped = graph.steps.filter((step) => step.id === failed).map((step) => step.index);
  return Math.min(graph.steps.length, ...broken.map((use) => use.step), ...stopped);
}

/** Whether a step reads a name whenever it runs: a plain statement whose own text names it. */
function isSure(graph: DataflowGraph, name: string, index: number): boolean {
  const node = graph.steps[index]?.statement.node;
  if (
    !node ||
    !['Assign', 'AugAssign', 'AnnAssign', 'Expr', 'Delete', 'Assert', 'For', 'With'].includes(node.type)
  )
    return false;
  const parts = node.type === 'For' ? [node.iter] : node.type === 'With' ? node.items : [node];
  return parts.some((part) => findMentions(part).some((mention) => mention.name === name && !mention.late));
}

interface Limits {
  readonly lost: number;
  readonly unstorable?: ReadonlyMap<string, string>;
  /** What `obstacleOf` has said of the steps that were asked for. */
  readonly obstacles: Map<Step, string | null>;
}

function whyNot(
  graph: DataflowGraph,
  proposal: Proposal,
  end: number,
  { lost, unstorable, obstacles }: Limits,
): string | null {
  const { variable } = proposal;
  const refused = variable === null ? undefined : unstorable?.get(variable);
  if (refused !== undefined) return refused;
  if (variable !== null && !proposal.unnamed) {
    if (needsOf(graph, variable, end).length === 0) return `nothing gives \`${variable}\` a value`;
    const binding = lastBinding(graph, variable, end);
    if (binding?.unstorable) return 'its value cannot be stored';
    if (binding && binding.kind !== 'value') return `it is a ${binding.kind}, no value`;
  }
  const seeds = proposal.unnamed || variable === null ? [proposal.step ?? 0] : needsOf(graph, variable, end);
  for (const index of closeOver(graph, seeds)) {
    const step = graph.steps[index];
    if (index === lost)
      return `cell ${step?.cell} changes the working directory to one that the text does not tell`;
    if (step === undefined) continue;
    const known = obstacles.get(step);
    const obstacle = known === undefined ? obstacleOf(graph, step) : known;
    if (known === undefined) obstacles.set(step, obstacle);
    if (obstacle) return obstacle;
  }
  return null;
}

/** Code that has no meaning inside a function. */
function obstacleOf(graph: DataflowGraph, step: Step): string | null {
  const { cell } = step;
  if (step.raises && !isSuppressible(graph, step)) return `cell ${cell} raised an error when it ran`;
  const text = statementText(graph, step);
  const call = /(?<![\w.])(exec|globals|locals|vars)\s*\(/.exec(text);
  if (call) return `cell ${cell} needs \`${call[1]}\`, which acts on the notebook's own namespace`;
  if (evaluatesUnknownText(step.statement.node)) return `cell ${cell} evaluates text that it makes`;
  if (awaitsAtTopLevel(step.statement.node)) return `cell ${cell} awaits at top level`;
  const history = step.reads.find((name) => isHistory(graph, name, step.index));
  return history === undefined ? null : `cell ${cell} reads \`${history}\`, which IPython keeps`;
}

function evaluatesUnknownText(statement: Node): boolean {
  return nodesOf(statement).some((node) => {
    const isEval = node.type === 'Call' && node.func.type === 'Name' && node.func.id === 'eval';
    return isEval && node.args[0]?.type !== 'Constant';
  });
}

function awaitsAtTopLevel(node: Node): boolean {
  if (node.type === 'Await' || node.type === 'AsyncFor' || node.type === 'AsyncWith') return true;
  if (node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef' || node.type === 'Lambda') return false;
  return childNodes(node).some(awaitsAtTopLevel);
}

/** Whether a name is one of IPython's for what cells showed, and not the notebook's own. */
function isHistory(graph: DataflowGraph, name: string, before: number): boolean {
  if (!/^(_{1,3}|_\d+|In|Out)$/.test(name)) return false;
  const binder = graph.steps
    .slice(0, before)
    .findLast((step) => step.binds.some((binding) => binding.name === name));
  return binder === undefined || (binder.displays && binder.statement.node.type === 'Expr');
}

function needsOf(graph: DataflowGraph, name: string, end: number): readonly number[] {
  const final = Object.hasOwn(graph.final, name) ? graph.final[name] : undefined;
  if (end === graph.steps.length && final)
    return [...new Set([final.boundBy, ...final.needs.map((need) => need.from)])];
  return stepsOfValue(graph, name, end);
}

function located(graph: DataflowGraph, proposal: Proposal, end: number): FoundArtifact {
  const { variable } = proposal;
  const base = {
    name: proposal.name,
    variable,
    reason: proposal.reason,
    ...(proposal.file === undefined ? {} : { file: proposal.file }),
    ...(proposal.unnamed ? { unnamed: true as const } : {}),
  };
  if (variable === null || proposal.unnamed) {
    const step = proposal.step ?? 0;
    return { ...base, step, needs: [step] };
  }
  const needs = needsOf(graph, variable, end);
  return { ...base, step: Math.max(...needs), needs };
}
