import { noteBinding } from './attempts.ts';
import { type Binding, inBranch, joinBranches, lookup, type Scope } from './environment.ts';
import { dropValue } from './finalizers.ts';
import { NOTHING, union, type Value } from './heap.ts';
import { addToField, allocate, changeState, external, readDeep, readState, scalar } from './objects.ts';
import { type Machine, need } from './state.ts';
import { overwritten, updated } from './versions.ts';

type BindingKind = 'value' | 'import' | 'function' | 'class' | 'delete';

/** Reads a name as Python does: own and enclosing functions, module, builtins. */
export function readName(machine: Machine, scope: Scope, name: string): Value {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    if (at.kind === 'module') break;
    if (at.kind === 'class' && at !== scope) continue;
    if (at.globals.has(name)) break;
    const binding = lookup(at.environment, name);
    if (binding === undefined) continue;
    if (at !== scope && at.cells) readState(machine, at.cells);
    if (binding.unbound === 'no') return binding.value;
    return at.kind === 'class' ? union(binding.value, readModuleName(machine, name)) : binding.value;
  }
  return readModuleName(machine, name);
}

/** Reads a name of the notebook's namespace, else a builtin. */
export function readModuleName(machine: Machine, name: string): Value {
  const binding = lookup(machine.moduleScope.environment, name);
  const { step } = machine;
  if (binding && binding.unbound !== 'deleted') {
    step.reads.add(name);
    if (machine.calls.length === 0) step.mentions.add(name);
    need(machine, binding.version, 'data', name);
    if (binding.unbound === 'no') return binding.value;
  }
  if (machine.wild) need(machine, machine.wild, 'barrier', name);
  const builtin = machine.libraries.member(`builtins.${name}`);
  if (builtin) return union(binding?.value ?? NOTHING, new Set([external(machine, `builtins.${name}`)]));
  if (binding && binding.unbound === 'maybe') return binding.value;
  if (name.startsWith('__')) return scalar(machine, 'builtins.str');
  const kept = readHistory(machine, name);
  if (kept !== null) return kept;
  if (!machine.wild) {
    if (binding) need(machine, binding.version, 'data', name);
    step.undefinedNames.add(name);
    step.reads.add(name);
    if (machine.calls.length === 0) step.mentions.add(name);
  }
  if (machine.wild) machine.wildNames.add(name);
  return new Set([external(machine, `?.${name}`)]);
}

/** `Out` holds what every cell has shown; `In` and `_i3` hold the text of cells. */
function readHistory(machine: Machine, name: string): Value | null {
  if (/^(In|_i{1,3}|_i\d+)$/.test(name)) return scalar(machine, 'builtins.str');
  if (name !== 'Out') return null;
  const shown = [...allBindings(machine).keys()].filter((key) => /^_\d+$/.test(key));
  const all = allocate(machine, machine.step, 'data', 'builtins.dict');
  for (const key of shown) addToField(machine, all, key.slice(1), readModuleName(machine, key));
  return new Set([all]);
}

/** Binds a name where an assignment in `scope` binds it. */
export function bindName(
  machine: Machine,
  scope: Scope,
  name: string,
  value: Value,
  kind: BindingKind = 'value',
): void {
  const owner = ownerOf(scope, name);
  if (owner.kind === 'module') {
    bindModuleName(machine, name, value, kind, scope === owner || scope.kind === 'comprehension');
    return;
  }
  if (owner !== scope && owner.kind === 'function') changeCells(machine, owner);
  const before = lookup(owner.environment, name);
  const kept = owner === scope || scope.kind === 'comprehension' ? NOTHING : (before?.value ?? NOTHING);
  const after = union(kept, value);
  if (before === undefined || !sameMembers(before.value, after)) {
    machine.localEpoch += 1;
    if (owner !== scope) machine.epoch += 1;
  }
  noteBinding(machine, owner, name, after);
  owner.environment.bindings.set(name, {
    value: after,
    version: null,
    unbound: kind === 'delete' ? 'deleted' : 'no',
  });
}

/** Binds a name that keeps what it held when the binding does not run: a walrus behind `and` or in a comprehension. */
export function bindPerhaps(machine: Machine, scope: Scope, name: string, value: Value): void {
  const owner = ownerOf(scope, name);
  if (owner.kind === 'module') bindModuleName(machine, name, value, 'value', false);
  else bindName(machine, scope, name, union(lookup(owner.environment, name)?.value ?? NOTHING, value));
}

/** Binds a name of `scope`, or of one around it, that code which is not followed may bind. */
export function rebindPerhaps(machine: Machine, scope: Scope, name: string, value: Value): void {
  for (let at: Scope | null = scope; at !== null && at.kind !== 'module'; at = at.parent) {
    if (at.kind !== 'function' || !lookup(at.environment, name)) continue;
    changeCells(machine, at);
    bindPerhaps(machine, at, name, value);
    return;
  }
  bindModuleName(machine, name, value, 'value', false);
}

function ownerOf(scope: Scope, name: string): Scope {
  if (scope.globals.has(name)) return moduleOf(scope);
  if (scope.nonlocals.has(name)) {
    for (let at = scope.parent; at !== null; at = at.parent) {
      if (at.kind === 'function' && lookup(at.environment, name)) return at;
    }
  }
  return scope;
}

function moduleOf(scope: Scope): Scope {
  let at = scope;
  while (at.parent !== null) at = at.parent;
  return at;
}

/** Binds a name of the notebook; `direct` says that the statement itself does it, not a function that it calls. */
export function bindModuleName(
  machine: Machine,
  name: string,
  value: Value,
  kind: BindingKind,
  direct: boolean,
): void {
  const { environment } = machine.moduleScope;
  const before = lookup(environment, name);
  const { number } = machine.step.part;
  machine.step.binds.set(name, kind);
  if (before) dropValue(machine, before.value);
  const binding: Binding = direct
    ? { value, version: overwritten(number), unbound: kind === 'delete' ? 'deleted' : 'no' }
    : {
        value: union(before?.value ?? NOTHING, value),
        version: updated(number, [before?.version ?? null]),
        unbound: before ? before.unbound : 'maybe',
      };
  if (before?.value === undefined || !sameMembers(before.value, binding.value)) machine.epoch += 1;
  noteBinding(machine, machine.moduleScope, name, binding.value);
  environment.bindings.set(name, binding);
}

function changeCells(machine: Machine, owner: Scope): void {
  owner.cells ??= allocate(machine, owner, 'data', 'builtins.cell');
  changeState(machine, owner.cells);
}

function sameMembers(one: Value, other: Value): boolean {
  return one.size === other.size && [...one].every((object) => other.has(object));
}

/** Lets the current step perhaps bind every name there is, and names not known yet: `exec`, a star import. */
export function bindAnything(machine: Machine): void {
  const { number } = machine.step.part;
  machine.step.indivisible = true;
  for (const [name, binding] of allBindings(machine)) {
    if (binding.version?.writer === number && binding.version.certainty === 'must') continue;
    machine.moduleScope.environment.bindings.set(name, {
      ...binding,
      version: updated(number, [binding.version]),
    });
  }
  machine.wild = updated(number, [machine.wild]);
}

/** Reads every name of the notebook and everything behind it. */
export function readEverything(machine: Machine): void {
  for (const [name, binding] of allBindings(machine)) {
    machine.step.reads.add(name);
    need(machine, binding.version, 'barrier', name);
    readDeep(machine, binding.value);
  }
  for (const version of machine.resources.values()) need(machine, version, 'barrier', 'resources');
  if (machine.wild) need(machine, machine.wild, 'barrier', 'names');
}

/** Every name of the notebook with its binding; between steps this is the module's own table, not a copy. */
export function allBindings(machine: Machine): ReadonlyMap<string, Binding> {
  const { environment } = machine.moduleScope;
  if (environment.outer === null) return environment.bindings;
  const found = new Map<string, Binding>();
  for (let at: Scope['environment'] | null = environment; at !== null; at = at.outer) {
    for (const [name, binding] of at.bindings) if (!found.has(name)) found.set(name, binding);
  }
  return found;
}

/** Interprets code that may not run, on bindings of its own. */
export function branch(machine: Machine, scope: Scope, body: () => void): Scope['environment'] {
  machine.conditional += 1;
  const environment = inBranch(scope, body);
  machine.conditional -= 1;
  return environment;
}

/** Joins branches of which exactly one ran. */
export function join(machine: Machine, scope: Scope, branches: readonly Scope['environment'][]): void {
  const { part, first } = machine.step;
  joinBranches(scope, branches, { part: part.number, first });
}
