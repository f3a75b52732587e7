import type { Step } from '../dataflow/index.ts';
import type { RunRecord } from '../record/index.ts';
import { definitionDocs } from './definition-docs.ts';
import type { DraftStage } from './draft.ts';
import type { Flow } from './flow.ts';
import { mentionedNames, quotedNames } from './mentions.ts';
import { boundName, importOrigin } from './name-kinds.ts';
import { rewriteCalls } from './rewrites.ts';
import type { Role } from './roles.ts';
import type { NameEdits } from './scope-edits.ts';
import { nameEdits } from './scope-edits.ts';
import { codeItem } from './stage-code.ts';
import type { PlannedModule } from './types.ts';
import { findTypeSlots } from './types-of-code.ts';

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
  /** Numbers of the stages whose code logs. */
  readonly logging: ReadonlySet<number>;
  readonly record: RunRecord | undefined;
}

/** Lays out the modules: each definition and constant stands once, in the first module that needs it. */
export function layOutModules(parts: ModuleParts): readonly PlannedModule[] {
  const order = [...new Set(parts.stages.map((stage) => stage.module))];
  const needs = new Map(order.map((module) => [module, liftedNeeds(parts, module)]));
  const home = new Map<string, string>();
  for (const module of order) {
    for (const name of needs.get(module) ?? []) if (!home.has(name)) home.set(name, module);
  }
  return order.map((module) => {
    const needed = [...(needs.get(module) ?? [])];
    const imported = needed
      .filter((name) => home.get(name) !== module)
      .map((name) => {
        const renamed = parts.names.constants.get(name) ?? name;
        return `from ${parts.package}.stages.${home.get(name)} import ${renamed}`;
      });
    const own = needed.filter((name) => home.get(name) === module);
    return moduleOf(parts, module, own, imported.sort());
  });
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
  const rewritten = new Map(
    binders.map(({ step }) => [step, rewriteCalls(flow.graph, step, parts.names.rewriting)] as const),
  );
  const definitions = binders
    .sort((left, right) => left.step.index - right.step.index)
    .map(({ name, step }) => {
      const edits = [
        ...nameEdits(step, parts.names),
        ...(rewritten.get(step)?.edits ?? []),
        ...definitionDocs(flow.graph, step),
      ];
      const kind = step.binds.find((binding) => binding.name === name)?.kind;
      return {
        ...codeItem(flow.graph, step, edits, findTypeSlots(flow.graph, step, parts.record)),
        name: parts.names.constants.get(name) ?? name,
        kind: kind === 'function' || kind === 'class' ? kind : ('constant' as const),
        ...requiredKeywords(step),
      };
    });
  const steps = [...stages.flatMap((stage) => [...stage.steps]), ...binders.map(({ step }) => step)];
  const extra = stages.flatMap((stage) => parts.imports[stage.number] ?? []);
  const added = [...rewritten.values()].flatMap((each) => [...each.imports]);
  const logs =
    [...rewritten.values()].some((each) => each.logs) ||
    stages.some((stage) => parts.logging.has(stage.number));
  const environment = definitions.some((item) => item.text.includes('os.environ[')) ? ['import os'] : [];
  return {
    name: module,
    doc: moduleDoc(stages.map((stage) => stage.name)),
    imports: [
      ...new Set([...importsFor(flow, steps), ...extra, ...added, ...environment, ...imported]),
    ].sort(),
    definitions: constantsFirst(definitions),
    stages: stages.map((stage) => stage.name),
    ...(logs ? { log: parts.names.rewriting.log } : {}),
  };
}

function requiredKeywords({
  statement: { node },
}: Step): Pick<PlannedModule['definitions'][number], 'keywords'> {
  if (node.type !== 'FunctionDef') return {};
  const keywords = node.args.kwonlyargs.filter((_, at) => node.args.kw_defaults[at] === null);
  return keywords.length > 0 ? { keywords: keywords.map(({ arg }) => arg) } : {};
}

/** Constants stand above functions and classes, except those that are made from them. */
function constantsFirst(definitions: PlannedModule['definitions']): PlannedModule['definitions'] {
  const names = definitions.filter(({ kind }) => kind !== 'constant').map(({ name }) => name);
  const isMade = (text: string) => names.some((name) => new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(text));
  const first = definitions.filter(({ kind, text }) => kind === 'constant' && !isMade(text));
  return [...first, ...definitions.filter((item) => !first.includes(item))];
}

/** Modules without the constants that no code names any more. */
export function withoutUnusedConstants(
  modules: readonly PlannedModule[],
  bodies: readonly string[],
): readonly PlannedModule[] {
  const texts = [...bodies, ...modules.flatMap(({ definitions }) => definitions.map(({ text }) => text))];
  const all = texts.join('\n');
  const isUsed = (name: string) => (all.match(new RegExp(`(?<![\\w.])${name}(?!\\w)`, 'g'))?.length ?? 0) > 1;
  const kept = modules.map((module) => ({
    ...module,
    definitions: module.definitions.filter((item) => item.kind !== 'constant' || isUsed(item.name)),
  }));
  const count = (list: readonly PlannedModule[]) =>
    list.reduce((sum, each) => sum + each.definitions.length, 0);
  return count(kept) < count(modules) ? withoutUnusedConstants(kept, bodies) : kept;
}

function moduleDoc(stages: readonly string[]): string {
  const words = stages.map((stage) => stage.replaceAll('_', ' ')).join(', ');
  const text =
    words === '' ? 'Definitions that several modules use' : words.charAt(0).toUpperCase() + words.slice(1);
  return `${text}.`;
}

/** Import statements for the imported names that some statements mention; star and future imports always. */
export function importsFor(flow: Flow, steps: readonly Step[]): readonly string[] {
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
