import type { Binding, Step } from '../dataflow/index.ts';
import type { Expr } from '../syntax/index.ts';
import { setsOnClass, sharesState } from './class-state.ts';
import { environmentVariable, isConstantExpression, literalOf } from './literals.ts';
import { findMentions, mentionedNames } from './mentions.ts';
import { nodesOf } from './tree.ts';

/**
 * What a name of the notebook becomes: an import, definition or constant of a module, a parameter, something that every
 * stage that needs it makes anew (`local`), or a value that travels between stages (`data`).
 */
export type NameKind = 'import' | 'definition' | 'constant' | 'parameter' | 'local' | 'data';

/** Who binds and who changes the object of each name, among the kept steps. */
export interface NameUses {
  readonly binders: ReadonlyMap<string, readonly Step[]>;
  readonly mutated: ReadonlySet<string>;
  /** Names on which a statement sets an attribute. */
  readonly attributed: ReadonlySet<string>;
}

/** Collects who binds and who changes each name. */
export function findNameUses(kept: readonly Step[]): NameUses {
  const binders = new Map<string, Step[]>();
  const mutated = new Set<string>();
  const attributed = new Set<string>();
  for (const step of kept) {
    for (const name of attributesSet(step)) attributed.add(name);
    for (const binding of step.binds) {
      const known = binders.get(binding.name);
      if (known) known.push(step);
      else binders.set(binding.name, [step]);
    }
    for (const name of step.mutates) mutated.add(name);
  }
  if (kept.some((step) => setsOnClass(step.statement.node))) for (const name of mutated) attributed.add(name);
  return { binders, mutated, attributed };
}

/** Names `f` of statements like `f.limit = 3`, `f.count += 1` and `setattr(f, …)`. */
function attributesSet(step: Step): readonly string[] {
  return nodesOf(step.statement.node).flatMap((node) => {
    const isSetter = node.type === 'Call' && node.func.type === 'Name' && node.func.id === 'setattr';
    if (isSetter) return node.args[0]?.type === 'Name' ? [node.args[0].id] : [];
    const targets = node.type === 'Assign' ? node.targets : node.type === 'AugAssign' ? [node.target] : [];
    return targets.flatMap((target) =>
      target.type === 'Attribute' && target.value.type === 'Name' ? [target.value.id] : [],
    );
  });
}

/**
 * Decides what each bound name becomes. Sound because a name is lifted out of the flow only when one statement binds it and
 * no statement changes its object. `travelling` names stay data, `nested`
 * definitions are kept out of modules; `tagged` says which statements are a parameters cell.
 */
export function classifyNames(
  kept: readonly Step[],
  travelling: ReadonlySet<string>,
  tagged: (step: Step) => boolean,
  nested: ReadonlySet<string>,
): ReadonlyMap<string, NameKind> {
  const uses = findNameUses(kept);
  const kinds = new Map<string, NameKind>();
  const setsEnvironment = kept.some((step) => step.resourceWrites.includes('environment'));
  for (const [name, steps] of uses.binders)
    kinds.set(name, firstGuess(name, steps, uses, travelling, tagged, setsEnvironment));
  for (const name of nested) if (kinds.get(name) === 'definition') kinds.set(name, 'data');
  settleDerivedConstants(kinds, uses, travelling);
  settleDefinitions(kinds, uses);
  settleLocals(kinds, uses, travelling);
  return kinds;
}

function firstGuess(
  name: string,
  steps: readonly Step[],
  uses: NameUses,
  travelling: ReadonlySet<string>,
  tagged: (step: Step) => boolean,
  setsEnvironment: boolean,
): NameKind {
  if (travelling.has(name)) return 'data';
  if (isOneImport(name, steps)) return 'import';
  const [step] = steps;
  if (steps.length !== 1 || step === undefined) return 'data';
  const { node } = step.statement;
  // A function is reachable from what holds it, a class from its instances; only an attribute that is set on it changes it.
  const isFunction = node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef';
  const isFixed = isFunction || (node.type === 'ClassDef' && !sharesState(node));
  if (isFixed ? uses.attributed.has(name) : uses.mutated.has(name)) return 'data';
  if (node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef' || node.type === 'ClassDef')
    return 'definition';
  const value = assignedValue(step, name);
  if (value === null) return 'data';
  const literal = literalOf(value);
  if (literal && isTunable(name, literal.type, tagged(step))) return 'parameter';
  if (literal?.type === 'none') return 'data';
  if (environmentVariable(value) !== null) return setsEnvironment ? 'data' : 'constant';
  return isConstantExpression(value, () => false) || isPlainCall(value, uses) ? 'constant' : 'data';
}

/** Constructors whose result never changes, and which are cheap: `Path("data")`, `re.compile("[a-z]+")`. */
const PLAIN_CALLS = new Set([
  'pathlib.Path',
  'pathlib.PurePath',
  're.compile',
  'datetime.timedelta',
  'datetime.date',
]);

function isPlainCall(value: Expr, uses: NameUses): boolean {
  if (value.type !== 'Call') return false;
  const { func } = value;
  const root = func.type === 'Attribute' ? func.value : func;
  if (root.type !== 'Name') return false;
  const origins = (uses.binders.get(root.id) ?? []).map((step) => importOrigin(step, root.id));
  const [origin] = origins;
  if (origins.length !== 1 || !origin) return false;
  const path = func.type === 'Attribute' ? `${origin}.${func.attr}` : origin;
  const given = [...value.args, ...value.keywords.map((keyword) => keyword.value)];
  return PLAIN_CALLS.has(path) && given.every((each) => isConstantExpression(each, () => false));
}

/** Numbers and switches under a name are parameters; texts only when written as a setting, containers only when tagged. */
function isTunable(name: string, type: string, tagged: boolean): boolean {
  if (name.startsWith('_')) return false;
  if (type === 'int' || type === 'float' || type === 'bool') return true;
  if (type === 'str') return tagged || isAllCaps(name);
  return tagged && (type === 'list' || type === 'dict');
}

/** Whether a name is written as a constant: `TEST_SIZE`. */
export function isAllCaps(name: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(name) && name.length > 1;
}

/** The expression that a plain `name = …` assigns; `null` for every other statement. */
export function assignedValue(step: Step, name: string): Expr | null {
  const { node } = step.statement;
  const target = node.type === 'Assign' && node.targets.length === 1 ? node.targets[0] : undefined;
  if (node.type === 'Assign' && target?.type === 'Name' && target.id === name) return node.value;
  if (node.type === 'AnnAssign' && node.target.type === 'Name' && node.target.id === name) return node.value;
  return null;
}

function isOneImport(name: string, steps: readonly Step[]): boolean {
  const origins = new Set(steps.map((step) => importOrigin(step, name)));
  return origins.size === 1 && !origins.has(null);
}

/** What an import statement binds to a name: `sklearn.metrics.r2_score`; `null` when the statement is no import. */
export function importOrigin(step: Step, name: string): string | null {
  const { node } = step.statement;
  if (node.type !== 'Import' && node.type !== 'ImportFrom') return null;
  const found = node.names.findLast((alias) => boundName(alias.name, alias.asname, node.type) === name);
  if (!found) return null;
  if (node.type === 'Import') return found.asname ? found.name : (found.name.split('.')[0] ?? found.name);
  return `${'.'.repeat(node.level)}${node.module ?? ''}.${found.name}`;
}

/** The name that an import binds. */
export function boundName(name: string, asname: string | null, form: 'Import' | 'ImportFrom'): string {
  return asname ?? (form === 'Import' ? (name.split('.')[0] ?? name) : name);
}

/** `FEATURES = NUMBERS + TEXTS` is constant when its parts are. */
function settleDerivedConstants(
  kinds: Map<string, NameKind>,
  uses: NameUses,
  travelling: ReadonlySet<string>,
): void {
  for (const [name, steps] of uses.binders) {
    const [step] = steps;
    if (kinds.get(name) !== 'data' || travelling.has(name) || uses.mutated.has(name)) continue;
    if (steps.length !== 1 || !step) continue;
    const value = assignedValue(step, name);
    if (value && isConstantExpression(value, (part) => kinds.get(part) === 'constant'))
      kinds.set(name, 'constant');
  }
}

/** Keeps as definitions of a module those whose every free name is an import, a definition or a constant. */
function settleDefinitions(kinds: Map<string, NameKind>, uses: NameUses): void {
  const definitions = () => [...kinds].filter(([, kind]) => kind === 'definition').map(([name]) => name);
  for (let changed = true; changed; ) {
    changed = false;
    for (const name of definitions()) {
      const step = uses.binders.get(name)?.[0];
      if (step && isSelfContained(step, name, kinds)) continue;
      kinds.set(name, 'data');
      changed = true;
    }
  }
  for (const name of definitions()) {
    const step = uses.binders.get(name)?.[0];
    if (!step) continue;
    for (const mentioned of mentionedNames(step.statement.node)) {
      if (kinds.get(mentioned) === 'parameter') kinds.set(mentioned, 'constant');
    }
  }
}

function isSelfContained(step: Step, name: string, kinds: ReadonlyMap<string, NameKind>): boolean {
  for (const node of nodesOf(step.statement.node)) if (node.type === 'Global') return false;
  return [...mentionedNames(step.statement.node)].every((mentioned) => {
    const kind = kinds.get(mentioned);
    return mentioned === name || (kind !== 'data' && kind !== 'local');
  });
}

/** Functions and lambdas that need data, and imports under a name of several meanings, are made anew where they are used. */
function settleLocals(kinds: Map<string, NameKind>, uses: NameUses, travelling: ReadonlySet<string>): void {
  for (const [name, steps] of uses.binders) {
    if (kinds.get(name) !== 'data' || travelling.has(name) || uses.mutated.has(name)) continue;
    if (steps.every((step) => isRemakeable(step, name, kinds, uses))) kinds.set(name, 'local');
  }
}

function isRemakeable(
  step: Step,
  name: string,
  kinds: ReadonlyMap<string, NameKind>,
  uses: NameUses,
): boolean {
  const { node } = step.statement;
  if (step.binds.length !== 1 && node.type !== 'Import' && node.type !== 'ImportFrom') return false;
  if (node.type === 'Import' || node.type === 'ImportFrom') return true;
  const isDefinition =
    node.type === 'FunctionDef' || node.type === 'ClassDef' || node.type === 'AsyncFunctionDef';
  if (!isDefinition && assignedValue(step, name)?.type !== 'Lambda') return false;
  return findMentions(node)
    .filter((mention) => !mention.late && mention.name !== name)
    .every((mention) => {
      const kind = kinds.get(mention.name);
      if (kind !== 'data' && kind !== 'local') return true;
      return uses.binders.get(mention.name)?.length === 1 && !uses.mutated.has(mention.name);
    });
}

/** The binding of a name in a step. */
export function bindingOf(step: Step, name: string): Binding | undefined {
  return step.binds.find((binding) => binding.name === name);
}
