import type { Binding, Edge, Step } from '../dataflow/index.ts';
import { bindingsOfTarget, type StatementId } from '../syntax/index.ts';
import type { FoundArtifact } from './artifacts.ts';
import type { Flow } from './flow.ts';
import type { Fate, LeftOut, Parameter } from './types.ts';

/** What fates are told from. */
export interface FateParts {
  readonly flow: Flow;
  readonly artifacts: readonly FoundArtifact[];
  readonly parameters: readonly Parameter[];
  readonly stages: readonly {
    readonly name: string;
    readonly steps: readonly Step[];
    readonly gives: readonly string[];
  }[];
  /** Module of each definition and constant. */
  readonly moduleOf: ReadonlyMap<string, string>;
  /** First step that cannot run. */
  readonly end: number;
}

/** Says of every top-level statement, in notebook order, what became of it and why. */
export function tellFates(parts: FateParts): readonly Fate[] {
  const byStatement = new Map<StatementId, Step[]>();
  for (const step of parts.flow.graph.steps) {
    const known = byStatement.get(step.id);
    if (known) known.push(step);
    else byStatement.set(step.id, [step]);
  }
  const kept = new Set(parts.flow.kept);
  return parts.flow.graph.module.cells.flatMap(({ statements }) =>
    statements.map((statement): Fate => {
      const steps = byStatement.get(statement.id) ?? [];
      const step = steps.find((candidate) => kept.has(candidate));
      if (step) return fateOfKept(parts, step);
      const [first] = steps;
      if (!first) return { id: statement.id, fate: 'dropped', reason: 'never executed' };
      const { reason, cause, name } = whyDropped(parts, first);
      const left = { cell: first.cell, cause, ...(name === undefined ? {} : { name }) };
      return { id: statement.id, fate: 'dropped', reason, left };
    }),
  );
}

/** Counts the statements and those among them whose fate is `dropped`, without the reasons. */
export function countFates(
  { graph, kept, repeated }: Flow,
  stages: readonly { readonly steps: readonly Step[] }[],
): { readonly statements: number; readonly dropped: number } {
  const homeless = new Set(repeated);
  for (const stage of stages) for (const step of stage.steps) homeless.delete(step);
  const firstKept = new Map<StatementId, Step>();
  for (const step of kept) if (!firstKept.has(step.id)) firstKept.set(step.id, step);
  const statements = graph.module.cells.reduce((sum, cell) => sum + cell.statements.length, 0);
  const stay = [...firstKept.values()].filter((step) => !homeless.has(step)).length;
  return { statements, dropped: statements - stay };
}

function fateOfKept(parts: FateParts, step: Step): Fate {
  const { id } = step;
  const { core, repeated, kinds } = parts.flow;
  const homes = parts.stages.filter((stage) => stage.steps.includes(step));
  const [home] = homes;
  if (core.includes(step) && home)
    return { id, fate: 'stage', stage: home.name, reason: whyKept(parts, step, home.gives) };
  if (repeated.includes(step)) {
    if (!home) return { id, fate: 'dropped', reason: 'no stage needs it' };
    const stages = homes.map((stage) => `\`${stage.name}\``).join(', ');
    return { id, fate: 'setup', stage: home.name, reason: `applied in ${stages}` };
  }
  const parameter = parts.parameters.find((candidate) => candidate.statement === id);
  if (parameter) return { id, fate: 'setup', reason: `parameter \`${parameter.section}.${parameter.key}\`` };
  const name = step.binds[0]?.name ?? '';
  const kind = kinds.get(name);
  if (kind === 'import') return { id, fate: 'setup', reason: 'import' };
  const module = parts.moduleOf.get(name);
  if (module !== undefined) {
    const word = kind === 'constant' ? `constant \`${name}\`, never changed` : `definition \`${name}\``;
    return { id, fate: 'setup', reason: `${word}, in \`${module}\`` };
  }
  return {
    id,
    fate: 'setup',
    reason: kind === 'parameter' ? 'its value is an argument' : 'stands in the arguments',
  };
}

function whyKept(parts: FateParts, step: Step, gives: readonly string[]): string {
  const artifact = parts.artifacts.find((candidate) => candidate.needs.includes(step.index));
  if (artifact) return `makes the artifact \`${artifact.name}\``;
  const bound = step.binds.map((binding) => binding.name);
  const given = gives.filter((name) => bound.includes(name) || step.mutates.includes(name));
  if (given.length > 0) return `makes ${given.map((name) => `\`${name}\``).join(', ')}`;
  return firstUses(parts.flow.edges).get(step.index)?.reason ?? 'needed by an artifact';
}

const usesBy = new WeakMap<readonly Edge[], ReadonlyMap<number, Edge>>();

/** The first edge that leaves each step. */
function firstUses(edges: readonly Edge[]): ReadonlyMap<number, Edge> {
  const known = usesBy.get(edges);
  if (known !== undefined) return known;
  const uses = new Map<number, Edge>();
  for (const edge of edges) if (!uses.has(edge.from)) uses.set(edge.from, edge);
  usesBy.set(edges, uses);
  return uses;
}

interface Dropped extends Omit<LeftOut, 'cell'> {
  readonly reason: string;
}

function whyDropped(parts: FateParts, step: Step): Dropped {
  if (step.index >= parts.end)
    return { cause: 'unreached', reason: 'stands after a statement that cannot run' };
  const { node } = step.statement;
  if (node.type === 'Import' || node.type === 'ImportFrom')
    return { cause: 'import', reason: 'nothing that is kept uses the import' };
  if (step.resourceWrites.includes('figure'))
    return { cause: 'figure', reason: 'draws a figure that no artifact asks for' };
  const bound = namedBinding(step);
  if (bound) return { cause: 'unused', name: bound.name, reason: whyUnused(parts, step, bound) };
  if (step.displays || step.resourceWrites.includes('stdout') || step.binds.length > 0)
    return { cause: 'display', reason: 'display only' };
  const [changed] = step.mutates;
  if (changed !== undefined)
    return {
      cause: 'unused',
      name: changed,
      reason: `no artifact needs what it changes in \`${changed}\``,
    };
  return { cause: 'unused', reason: 'no artifact needs it' };
}

/** What a statement binds under a name of its own: not a value that is only shown, nor the variable of a loop. */
function namedBinding(step: Step): Binding | undefined {
  const { node } = step.statement;
  const own = step.binds.filter(({ name }) => !/^_\d*$/.test(name));
  if (node.type !== 'For') return own[0];
  const targets = bindingsOfTarget(node.target);
  return own.find(({ name }) => !targets.includes(name)) ?? (step.mutates.length > 0 ? undefined : own[0]);
}

function whyUnused(parts: FateParts, step: Step, { name, kind }: Binding): string {
  if (kind === 'function' || kind === 'class') return `\`${name}\` is not used by any artifact`;
  const again = parts.flow.graph.steps.find(
    (later) => later.index > step.index && later.binds.some((binding) => binding.name === name),
  );
  const until = again ? ` before cell ${again.cell} assigns it again` : '';
  return `no artifact needs \`${name}\`${until}`;
}
