import type { Step } from '../dataflow/index.ts';
import type { DraftStage } from './draft.ts';
import type { Flow } from './flow.ts';
import { isReserved, unusedName } from './identifiers.ts';
import { mentionedNames, quotedNames } from './mentions.ts';
import { boundName, importOrigin } from './name-kinds.ts';
import type { Role } from './roles.ts';
import type { NameEdits } from './scope-edits.ts';
import { nameEdits } from './scope-edits.ts';
import { codeItem } from './stage-code.ts';
import type { PlannedModule } from './types.ts';

const TOPICS: Readonly<Record<Role, string>> = {
  load: 'data',
  clean: 'data',
  features: 'data',
  split: 'data',
  train: 'model',
  predict: 'model',
  evaluate: 'model',
  plot: 'report',
  export: 'report',
  compute: 'analysis',
};

/** Module of each stage by topic; stages without a topic of their own go with the stage before. */
export function moduleNames(roles: readonly Role[]): readonly string[] {
  let before: string | undefined;
  return roles.map((role) => {
    const topic = role === 'compute' && before !== undefined ? before : TOPICS[role];
    before = topic;
    return topic;
  });
}

/** What the modules of one notebook are made of. */
export interface ModuleParts {
  readonly flow: Flow;
  readonly package: string;
  readonly stages: readonly (DraftStage & { readonly name: string; readonly module: string })[];
  readonly names: NameEdits;
  /** Import statements that changed text needs, by stage. */
  readonly imports: readonly (readonly string[])[];
  readonly taken: ReadonlySet<string>;
}

/** Lays out the modules: each definition and constant stands once, in the first module that needs it or in one of its own. */
export function layOutModules(parts: ModuleParts): readonly PlannedModule[] {
  const order = [...new Set(parts.stages.map((stage) => stage.module))];
  const needs = new Map(order.map((module) => [module, liftedNeeds(parts, module)]));
  const shared = sharedNames(parts.flow, order, needs);
  const sharedModule = unusedName(
    'definitions',
    (name) => order.includes(name) || parts.taken.has(name) || isReserved(name),
  );
  const modules = order.map((module) => {
    const own = [...(needs.get(module) ?? [])].filter((name) => !shared.has(name));
    const used = [...(needs.get(module) ?? [])]
      .filter((name) => shared.has(name))
      .map((name) => parts.names.constants.get(name) ?? name);
    const imported = used.sort().map((name) => `from ${parts.package}.stages.${sharedModule} import ${name}`);
    return moduleOf(parts, module, own, imported);
  });
  return shared.size === 0 ? modules : [moduleOf(parts, sharedModule, [...shared], []), ...modules];
}

/** Definitions and constants that a module's stages mention, with what those mention. */
function liftedNeeds(parts: ModuleParts, module: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = parts.stages.filter((stage) => stage.module === module).flatMap((stage) => [...stage.steps]);
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    for (const name of namesNeeded(step)) {
      const kind = parts.flow.kinds.get(name);
      if (
        (kind !== 'definition' && kind !== 'constant') ||
        found.has(name) ||
        parts.names.environment.has(name)
      )
        continue;
      found.add(name);
      open.push(...(parts.flow.uses.binders.get(name) ?? []));
    }
  }
  return found;
}

function namesNeeded(step: Step): ReadonlySet<string> {
  const { node } = step.statement;
  return new Set([...mentionedNames(node), ...step.mentions, ...quotedNames(node)]);
}

/** Names that two modules need, and everything that those need. */
function sharedNames(
  flow: Flow,
  order: readonly string[],
  needs: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const module of order)
    for (const name of needs.get(module) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shared = new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name));
  return new Set([...flow.kinds.keys()].filter((name) => shared.has(name)));
}

function moduleOf(
  parts: ModuleParts,
  module: string,
  own: readonly string[],
  imported: readonly string[],
): PlannedModule {
  const { flow } = parts;
  const stages = parts.stages.filter((stage) => stage.module === module);
  const binders = own.flatMap((name) =>
    (flow.uses.binders.get(name) ?? []).slice(0, 1).map((step) => ({ name, step })),
  );
  const definitions = binders
    .sort((left, right) => left.step.index - right.step.index)
    .map(({ name, step }) => {
      const edits = nameEdits(step, parts.names);
      const kind = step.binds.find((binding) => binding.name === name)?.kind;
      return {
        ...codeItem(flow.graph, step, edits),
        name: parts.names.constants.get(name) ?? name,
        kind: kind === 'function' || kind === 'class' ? kind : ('constant' as const),
      };
    });
  const steps = [...stages.flatMap((stage) => [...stage.steps]), ...binders.map(({ step }) => step)];
  const extra = stages.flatMap((stage) => parts.imports[stage.number] ?? []);
  const environment = definitions.some((item) => item.text.includes('os.environ[')) ? ['import os'] : [];
  return {
    name: module,
    doc: moduleDoc(stages.map((stage) => stage.name)),
    imports: [...new Set([...importsFor(flow, steps), ...extra, ...environment, ...imported])].sort(),
    definitions,
    stages: stages.map((stage) => stage.name),
  };
}

function moduleDoc(stages: readonly string[]): string {
  const words = stages.map((stage) => stage.replaceAll('_', ' ')).join(', ');
  const text =
    words === '' ? 'Definitions that several modules use' : words.charAt(0).toUpperCase() + words.slice(1);
  return `${text}.`;
}

/** Import statements for the imported names that some statements mention; star and future imports always. */
function importsFor(flow: Flow, steps: readonly Step[]): readonly string[] {
  const mentioned = new Set(steps.flatMap((step) => [...namesNeeded(step)]));
  const lines: string[] = [];
  for (const step of flow.graph.steps) {
    const { node } = step.statement;
    if (node.type !== 'Import' && node.type !== 'ImportFrom') continue;
    if (!flow.kept.includes(step) && (node.type !== 'ImportFrom' || node.module !== '__future__')) continue;
    for (const alias of node.names) {
      const name = boundName(alias.name, alias.asname, node.type);
      const wanted = alias.name === '*' || (node.type === 'ImportFrom' && node.module === '__future__');
      if (!wanted && (!mentioned.has(name) || flow.kinds.get(name) !== 'import')) continue;
      if (!wanted && importOrigin(step, name) === null) continue;
      const as = alias.asname === null ? '' : ` as ${alias.asname}`;
      const from = node.type === 'ImportFrom' ? `from ${'.'.repeat(node.level)}${node.module ?? ''} ` : '';
      lines.push(`${from}import ${alias.name}${as}`);
    }
  }
  return lines;
}
