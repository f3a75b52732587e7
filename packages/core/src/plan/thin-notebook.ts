import { cellText, type Step, statementText } from '../dataflow/index.ts';
import { pythonString } from '../text/index.ts';
import { importTable } from './callees.ts';
import { editText } from './edits.ts';
import { RANDOM_STATES } from './flow.ts';
import { unusedName } from './identifiers.ts';
import type { NotebookPlan } from './plan-notebook.ts';
import { findTransformers, roleOf } from './roles.ts';
import { type StoredValue, sliceThin, type ThinSlice } from './thin-slice.ts';
import type { PlannedModule, Requirement, ThinCell, ThinNotebook } from './types.ts';

/** What a thin notebook is written from. */
export interface ThinParts {
  /** Of its file, without suffix. */
  readonly name: string;
  readonly plan: NotebookPlan;
  readonly package: string;
  readonly modules: readonly PlannedModule[];
  /** What statements need to be installed. */
  readonly requirementsOf: (steps: readonly Step[]) => readonly Requirement[];
}

/** Names that the thin notebook gives to what it needs itself. */
interface OwnNames {
  readonly load: string;
  readonly project: string;
}

const OUTSIDE = new Set<string>([
  ...['network', 'database', 'process', 'stdin', 'system-random', 'working-directory'],
]);
const IMAGE = /\.(png|jpe?g|svg|gif)$/i;
const MOST_STEPS = 2000;

/**
 * Writes the notebook that stays: what the notebook shows and no stage needs, on the values that the pipeline stored. What
 * shows a value in the middle of a stage computes it as the notebook did, unless a model would have to be fitted again.
 */
export function thinNotebook(parts: ThinParts): ThinNotebook {
  const { plan } = parts;
  const shown = plan.graph.steps.length > MOST_STEPS ? [] : shownSteps(plan);
  const slice = sliceThin(
    {
      graph: plan.graph,
      stored: storedValues(plan),
      mayStand: standing(plan),
      isWritten: (file, step) => plan.written.has(file) && plan.flow.kept.includes(step),
    },
    shown.map(({ index }) => index),
  );
  const names = ownNames(plan);
  const missing = [
    ...shown.filter(({ index }) => !slice.steps.includes(index)),
    ...plan.flow.kept.filter((step) => isShown(plan, step) && !plan.unnamed.has(step.index)),
  ];
  const cells = [...cellsOf(parts, slice, names), ...resultCells(plan, slice, names)];
  const first = cells[0]?.kind === 'markdown' ? 1 : 0;
  return {
    name: parts.name,
    cells: [...cells.slice(0, first), setUp(parts, names), ...cells.slice(first), ...note(missing)],
    requirements: parts.requirementsOf(slice.steps.flatMap((index) => plan.graph.steps[index] ?? [])),
  };
}

/** The steps that no stage needs and that show something, or stand in a cell that does: they may dress what it shows. */
function shownSteps(plan: NotebookPlan): readonly Step[] {
  const { graph, flow } = plan;
  const kept = new Set(flow.kept);
  const idle = graph.steps.filter((step) => {
    const { node } = step.statement;
    return !kept.has(step) && (node.type !== 'Expr' || node.value.type !== 'Constant');
  });
  const shown = idle.filter((step) => {
    const draws = step.resourceWrites.some((resource) => /^figures?$/.test(resource));
    return draws || isShown(plan, step);
  });
  const cells = new Set(shown.map(({ cell }) => cell));
  return idle.filter(
    (step) => shown.includes(step) || (cells.has(step.cell) && step.statement.node.type === 'Expr'),
  );
}

function isShown({ graph }: NotebookPlan, step: Step): boolean {
  const prints = step.displays || step.resourceWrites.includes('stdout');
  return prints || /\b(display|show)\(/.test(statementText(graph, step));
}

function storedValues({ datasets, graph }: NotebookPlan): readonly StoredValue[] {
  const indices = new Map(graph.steps.map((step) => [step.id, step.index]));
  return [...datasets.values()]
    .flatMap((dataset) => {
      const at = indices.get(dataset.statement);
      return dataset.variables.flatMap((variable) =>
        at === undefined || variable in RANDOM_STATES ? [] : [{ dataset, variable, at }],
      );
    })
    .sort((one, other) => one.at - other.at);
}

/** Steps that act on the world, read what is not known, or fit a model of the pipeline, stay away. */
function standing(plan: NotebookPlan): (step: Step) => boolean {
  const imports = importTable(plan.graph);
  const transformers = findTransformers(plan.flow.kept, imports);
  const kept = new Set(plan.flow.kept);
  return (step) => {
    if (step.raises || statementText(plan.graph, step).includes('get_ipython()')) return false;
    if ([...step.resourceReads, ...step.resourceWrites].some((resource) => OUTSIDE.has(resource)))
      return false;
    if (step.files.some((use) => use.mode === 'write' || placeOf(plan, step, use) === null)) return false;
    return !kept.has(step) || roleOf(step, imports, transformers) !== 'train';
  };
}

/** The key of a location in the project under which a step finds a file that it reads; `null` where there is none. */
function placeOf(plan: NotebookPlan, step: Step, { path, span, via }: Step['files'][number]): string | null {
  if (path === null) return null;
  const text = cellText(plan.graph, step).slice(span.start, span.end);
  // What is no text may be a path object, which pandas takes for one.
  const isText = /^[rbuf]{0,2}["']/i.test(text) || via.startsWith('pandas.');
  const key = plan.inputs.find(({ original }) => original === path)?.key ?? plan.written.get(path);
  return isText ? (key ?? null) : null;
}

function ownNames({ graph }: NotebookPlan): OwnNames {
  const taken = new Set(
    graph.steps.flatMap((step) => [...step.reads, ...step.binds.map(({ name }) => name)]),
  );
  const free = (name: string) => unusedName(name, (candidate) => taken.has(candidate));
  return { load: free('load'), project: free('project') };
}

function setUp({ package: packageName }: ThinParts, { load, project }: OwnNames): ThinCell {
  const renamed = (name: string, own: string) => (name === own ? name : `${name} as ${own}`);
  return {
    kind: 'code',
    key: 'thin-pipeline',
    text: `import os

from ${packageName}._engine.cli import main as run_pipeline
from ${packageName}._engine.settings import find_params, read_params
from ${packageName}._engine.state import Project
from ${packageName}.config import Params
from ${packageName}.io import ${renamed('load', load)}

params_file = find_params()
${project} = Project(read_params(Params, params_file), params_file.parent, params_file.parent / "artifacts")
os.chdir(${project}.root)
if run_pipeline(["run"]) != 0:
    raise RuntimeError("the pipeline failed")`,
  };
}

/** The cells of the notebook with what is left of them, its texts between them. */
function cellsOf(parts: ThinParts, slice: ThinSlice, names: OwnNames): readonly ThinCell[] {
  const { graph } = parts.plan;
  const lines = new Map<number, string[]>();
  const add = (step: Step | undefined, text: string) => {
    if (step === undefined || text === '') return;
    const known = lines.get(step.cell);
    if (known === undefined) lines.set(step.cell, [text]);
    else if (known.at(-1) !== text) known.push(text);
  };
  const taken = new Set(slice.steps);
  for (const step of graph.steps) {
    if (taken.has(step.index)) add(step, textOf(parts, step, names));
    for (const load of slice.loads.filter(({ at }) => at === step.index)) add(step, loadText(load, names));
    add(step, unnamedText(parts.plan, step, names));
    add(step, parts.plan.flow.kept.includes(step) ? imageText(parts.plan, step, names) : '');
  }
  const order = [...lines.keys()];
  const cells = graph.module.notebook.cells;
  const isInOrder = graph.order === 'top-to-bottom';
  const placed = isInOrder
    ? cells
    : order.flatMap((index) => cells.find((cell) => cell.index === index) ?? []);
  return placed.flatMap((cell): readonly ThinCell[] => {
    const key = cell.id ?? `cell-${cell.index}`;
    if (cell.kind === 'markdown') return [{ kind: 'markdown', key, text: cell.source }];
    const text = lines.get(cell.index);
    return text === undefined ? [] : [{ kind: 'code', key, text: spaced(text) }];
  });
}

/** Statements with blank lines around definitions. */
function spaced(statements: readonly string[]): string {
  const isWide = (text: string | undefined) => /^(@|def |class |async def )/m.test(text ?? '');
  return statements
    .map((text, at) => {
      const before = statements[at - 1];
      return before === undefined || (!isWide(text) && !isWide(before)) ? text : `\n\n${text}`;
    })
    .join('\n');
}

/** A statement as it stands in the thin notebook. */
function textOf({ plan, package: packageName, modules }: ThinParts, step: Step, names: OwnNames): string {
  const text = statementText(plan.graph, step);
  for (const module of modules) {
    const same = module.definitions.find((item) => item.statement === step.id);
    if (same !== undefined && withoutDocstring(same.text) === withoutDocstring(text))
      return `from ${packageName}.stages.${module.name} import ${same.name}`;
  }
  const { node } = step.statement;
  const own = plan.parameters.filter(({ statement }) => statement === step.id);
  const [parameter] = own;
  if (parameter !== undefined && own.length === 1 && node.type === 'Assign' && node.targets.length === 1) {
    const [target] = node.targets;
    if (target?.type === 'Name' && isLiteral(node.value.type))
      return `${target.id} = ${names.project}.value(${pythonString(`${parameter.section}.${parameter.key}`)})`;
  }
  const edits = step.files.flatMap((use) => {
    const key = placeOf(plan, step, use);
    return key === null ? [] : [{ span: use.span, text: `${names.project}.place(${pythonString(key)})` }];
  });
  const whole = cellText(plan.graph, step);
  const span = { start: startWithDecorators(step), end: node.end };
  const silent = /^[ \t]*;/.test(whole.slice(node.end)) ? ';' : '';
  return `${commentsAbove(whole, span.start)}${editText(whole, span, edits, []).text}${silent}`;
}

/** The text of a definition: what stands there for readers only is no difference. */
function withoutDocstring(text: string): string {
  return text.replace(/^([ \t]*)"""[^"]*"""\n/m, '').trim();
}

function isLiteral(type: string): boolean {
  return type === 'Constant' || type === 'UnaryOp' || type === 'List' || type === 'Dict';
}

function startWithDecorators({ statement: { node } }: Step): number {
  const decorators = 'decorator_list' in node ? node.decorator_list : [];
  const first = decorators[0];
  return first === undefined ? node.start : Math.min(node.start, first.start - 1);
}

/** The comments on the lines right above a statement. */
function commentsAbove(text: string, start: number): string {
  const before = text.slice(0, start).split('\n');
  if (before.at(-1)?.trim() !== '') return '';
  const comments: string[] = [];
  for (let at = before.length - 2; at >= 0 && /^#/.test(before[at] ?? ''); at--)
    comments.unshift(`${before[at]}\n`);
  return comments.join('');
}

function loadText({ dataset }: StoredValue, { load, project }: OwnNames): string {
  return `${dataset.variables.join(', ')} = ${load}(${project}.path(${pythonString(dataset.name)}))`;
}

/** Shows a value that the notebook gives no name, where the notebook shows it. */
function unnamedText(plan: NotebookPlan, step: Step, { load, project }: OwnNames): string {
  const variable = plan.unnamed.get(step.index);
  const dataset = variable === undefined ? undefined : lastOf(plan, variable);
  return dataset === undefined ? '' : `${load}(${project}.path(${pythonString(dataset)}))`;
}

/** The dataset that holds the last value of a variable. */
function lastOf({ draft, datasets }: NotebookPlan, variable: string): string | undefined {
  const last = draft.last.get(variable);
  return last === undefined ? undefined : datasets.get(last)?.name;
}

/** Shows the figure that a stage writes where the notebook drew it. */
function imageText({ written }: NotebookPlan, step: Step, { project }: OwnNames): string {
  const files = step.files.flatMap(({ mode, path }) =>
    mode === 'write' && path ? (written.get(path) ?? []) : [],
  );
  const image = files.find((file) => IMAGE.test(file));
  if (image === undefined) return '';
  const kind = /\.svg$/i.test(image) ? 'SVG' : 'Image';
  return `from IPython.display import ${kind}\n\n${kind}(${project}.place(${pythonString(image)}))`;
}

/** Shows the artifacts that nothing else shows. */
function resultCells(
  plan: NotebookPlan,
  { loads }: ThinSlice,
  { load, project }: OwnNames,
): readonly ThinCell[] {
  const loaded = new Set(loads.map(({ dataset }) => dataset.name));
  const left = plan.found.artifacts.flatMap(({ variable, unnamed }) => {
    const dataset = variable === null || unnamed ? undefined : lastOf(plan, variable);
    return dataset === undefined || loaded.has(dataset) ? [] : [dataset];
  });
  return left.map((name) => ({
    kind: 'code',
    key: `thin-result-${name}`.slice(0, 64),
    text: `${load}(${project}.path(${pythonString(name)}))`,
  }));
}

/** Says which cells show something that is not shown here. */
function note(missing: readonly Step[]): readonly ThinCell[] {
  const cells = [...new Set(missing.map(({ cell }) => cell))].sort((one, other) => one - other);
  if (cells.length === 0) return [];
  const text = `Not all shown here, because it acts on the outside or shows a value in the middle of a stage: cell${
    cells.length > 1 ? 's' : ''
  } ${cells.join(', ')} of the notebook.`;
  return [{ kind: 'markdown', key: 'thin-left-out', text }];
}
