import type { DataflowGraph, Edge, Step } from '../dataflow/index.ts';
import type { Resource } from '../libraries/index.ts';
import { isParameterTagged } from './cell-tags.ts';
import { makesFolder, pathHolders } from './files.ts';
import {
  assignedValue,
  bindingOf,
  classifyNames,
  findNameUses,
  type NameKind,
  type NameUses,
} from './name-kinds.ts';
import { importedModules } from './requirements.ts';
import { isStandardModule } from './standard-modules.ts';
import { nodesOf } from './tree.ts';

/** The kept steps of one notebook, sorted into what each becomes. */
export interface Flow {
  readonly graph: DataflowGraph;
  readonly kept: readonly Step[];
  readonly kinds: ReadonlyMap<string, NameKind>;
  readonly uses: NameUses;
  /** Steps that stages are cut from, ascending. */
  readonly core: readonly Step[];
  /** Steps that every stage that needs them repeats. */
  readonly repeated: readonly Step[];
  /** Names whose value may be or hold an instance of a class that cannot stand at module level. */
  readonly nestedClasses: ReadonlySet<string>;
  /** Edges between kept steps. */
  readonly edges: readonly Edge[];
  /** What a step reads, binds and changes of the values that travel; a generator's state counts as a value. */
  readonly access: ReadonlyMap<Step, Access>;
}

export interface Access {
  readonly reads: ReadonlySet<string>;
  /** Bound on every path. */
  readonly binds: ReadonlySet<string>;
  /** Perhaps bound, or changed in place. */
  readonly changes: ReadonlySet<string>;
  readonly deletes: ReadonlySet<string>;
}

/** State of random generators travels under these names. */
export const RANDOM_STATES: Readonly<Record<string, Resource>> = {
  python_random_state: 'random.python',
  numpy_random_state: 'random.numpy',
  torch_random_state: 'random.torch',
};

/** Settings of the process that are applied again in each stage that needs them. */
const SETTINGS = new Set<string>([
  'options',
  'warnings',
  'logging',
  'locale',
  'environment',
  'sys.path',
  'stdout',
]);

/** Sorts the kept steps into what they become; `moves` are steps that say nothing any more. */
export function sortSteps(
  graph: DataflowGraph,
  keptIndices: ReadonlySet<number>,
  travelling: ReadonlySet<string>,
  moves: ReadonlySet<number>,
): Flow {
  const kept = graph.steps.filter((step) => keptIndices.has(step.index));
  const isTagged = (step: Step) => isParameterTagged(graph, step);
  const kinds = classifyNames(kept, travelling, isTagged, pathHolders(kept));
  const generators = generatorsOf(kept);
  const core: Step[] = [];
  const repeated: Step[] = [];
  for (const step of kept) {
    const becomes = moves.has(step.index) ? 'lifted' : destiny(step, kinds);
    if (becomes === 'core') core.push(step);
    if (becomes === 'repeated') repeated.push(step);
  }
  return {
    graph,
    kept,
    kinds,
    uses: findNameUses(kept),
    core,
    repeated,
    nestedClasses: findNestedClasses(kept, kinds),
    edges: graph.edges.filter((edge) => keptIndices.has(edge.from) && keptIndices.has(edge.to)),
    access: new Map(kept.map((step) => [step, accessOf(step, kinds, generators)])),
  };
}

function destiny(step: Step, kinds: ReadonlyMap<string, NameKind>): 'core' | 'repeated' | 'lifted' {
  const { node } = step.statement;
  const bound = step.binds.map((binding) => kinds.get(binding.name));
  if (node.type === 'Import' || node.type === 'ImportFrom') {
    if (bound.includes('data')) return 'core';
    return bound.includes('local') ? 'repeated' : 'lifted';
  }
  if (node.type === 'Pass' || node.type === 'Global' || makesFolder(step)) return 'lifted';
  if (bound.length > 0 && bound.every((kind) => kind === 'local')) return 'repeated';
  if (bound.length > 0 && bound.every((kind) => kind !== 'data' && kind !== 'import')) return 'lifted';
  return isSetting(step, kinds) ? 'repeated' : 'core';
}

/** Whether a statement only sets options, style, warnings or the environment, from constants. */
function isSetting(step: Step, kinds: ReadonlyMap<string, NameKind>): boolean {
  if (step.binds.length > 0 || step.resourceWrites.length === 0 || step.files.length > 0) return false;
  if (!step.resourceWrites.every((resource) => SETTINGS.has(resource))) return false;
  if (step.resourceWrites.every((resource) => resource === 'stdout')) return false;
  const travels = (name: string) => kinds.get(name) === 'data';
  return !step.reads.some(travels) && !step.mutates.some(travels);
}

/** The generators that are drawn from or seeded for sure, of libraries that are imported; an unknown call does not count. */
function generatorsOf(kept: readonly Step[]): readonly (readonly [string, Resource])[] {
  const modules = new Set(kept.flatMap((step) => [...importedModules(step)]));
  const hasNumpy = [...modules].some((module) => !isStandardModule(module));
  const used = kept.filter((step) => step.doubts.length === 0).flatMap((step) => step.resourceWrites);
  return Object.entries(RANDOM_STATES).filter(([, resource]) => {
    if (!used.includes(resource)) return false;
    if (resource === 'random.torch') return modules.has('torch');
    return resource === 'random.numpy' ? hasNumpy : true;
  });
}

function accessOf(
  step: Step,
  kinds: ReadonlyMap<string, NameKind>,
  generators: readonly (readonly [string, Resource])[],
): Access {
  const travels = (name: string) => kinds.get(name) === 'data';
  const reads = new Set(step.reads.filter(travels));
  const binds = new Set<string>();
  const changes = new Set(step.mutates.filter(travels));
  const deletes = new Set<string>();
  for (const binding of step.binds) {
    if (!travels(binding.name)) continue;
    if (binding.kind === 'delete') deletes.add(binding.name);
    else if (binding.certainty === 'must') binds.add(binding.name);
    else changes.add(binding.name);
  }
  for (const [name, resource] of generators) addRandomState(step, name, resource, reads, binds, changes);
  for (const name of changes) if (!binds.has(name)) reads.add(name);
  return { reads, binds, changes, deletes };
}

function addRandomState(
  step: Step,
  name: string,
  resource: Resource,
  reads: Set<string>,
  binds: Set<string>,
  changes: Set<string>,
): void {
  const writes = step.resourceWrites.includes(resource);
  const isSeed = writes && !step.resourceReads.includes(resource) && isSimple(step);
  if (isSeed) binds.add(name);
  else if (writes) changes.add(name);
  if (step.resourceReads.includes(resource) && !isSeed) reads.add(name);
}

function isSimple(step: Step): boolean {
  const { type } = step.statement.node;
  return type === 'Expr' || type === 'Assign' || type === 'AnnAssign';
}

/** The access of a step; every kept step has one. */
export function accessTo(flow: Flow, step: Step): Access {
  return (
    flow.access.get(step) ?? { reads: new Set(), binds: new Set(), changes: new Set(), deletes: new Set() }
  );
}

/** Whether the value that a step gives a name cannot be stored, as far as the text tells. */
export function isUnstorable(flow: Flow, step: Step, name: string): boolean {
  const binding = bindingOf(step, name);
  if (!binding) return false;
  if (
    binding.unstorable ||
    binding.kind === 'function' ||
    binding.kind === 'class' ||
    binding.kind === 'import'
  )
    return true;
  if (binding.type && isStorableType(binding.type.name)) return false;
  if (flow.nestedClasses.has(name)) return true;
  const value = assignedValue(step, name);
  if (value?.type === 'Lambda' || value?.type === 'GeneratorExp') return true;
  return holdsFunction(flow, step);
}

/** A value made from a lambda or a function that is not at module level may hold it, and then cannot be stored. */
function holdsFunction(flow: Flow, step: Step): boolean {
  const { node } = step.statement;
  const called = new Set<unknown>();
  for (const inner of nodesOf(node)) if (inner.type === 'Call') called.add(inner.func);
  for (const inner of nodesOf(node)) {
    if (inner.type !== 'Name') continue;
    if (flow.nestedClasses.has(inner.id)) return true;
    if (flow.kinds.get(inner.id) !== 'local' || isLocalImport(flow, inner.id)) continue;
    if (!called.has(inner) || makesFunctions(flow, inner.id)) return true;
  }
  if (node.type !== 'Assign' || node.value.type !== 'Call') return false;
  return [...node.value.args, ...node.value.keywords.map((keyword) => keyword.value)].some(
    (argument) => argument.type === 'Lambda' || argument.type === 'GeneratorExp',
  );
}

/** Whether a function of the notebook has inner functions, which its result may hold. */
function makesFunctions(flow: Flow, name: string): boolean {
  return (flow.uses.binders.get(name) ?? []).some(({ statement: { node } }) =>
    nodesOf(node).some(
      (inner) =>
        inner !== node && ['FunctionDef', 'Lambda', 'ClassDef', 'AsyncFunctionDef'].includes(inner.type),
    ),
  );
}

/** Classes that cannot stand at module level, and names whose value may be or hold an instance of one. */
function findNestedClasses(kept: readonly Step[], kinds: ReadonlyMap<string, NameKind>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const step of kept) {
    for (const binding of step.binds) {
      const kind = kinds.get(binding.name);
      if (binding.kind === 'class' && (kind === 'data' || kind === 'local')) names.add(binding.name);
    }
    if (![...step.reads, ...step.mentions].some((name) => names.has(name))) continue;
    for (const binding of step.binds) {
      if (binding.kind === 'value' && !(binding.type && isStorableType(binding.type.name)))
        names.add(binding.name);
    }
    for (const name of step.mutates) names.add(name);
  }
  return names;
}

function isLocalImport(flow: Flow, name: string): boolean {
  return (flow.uses.binders.get(name) ?? []).every((step) => bindingOf(step, name)?.kind === 'import');
}

const STORABLE =
  /^(pandas\.(DataFrame|Series|Index|Timestamp)|numpy\.(ndarray|float64|int64|bool_?)|int|float|str|bool|bytes|complex)$/;

function isStorableType(name: string): boolean {
  return STORABLE.test(name.replace(/^builtins\./, ''));
}
