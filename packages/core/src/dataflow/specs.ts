import { type AccessPath, type CallSpec, type Condition, eitherEffect } from '../libraries/index.ts';
import type { Expr } from '../syntax/index.ts';
import { packageOf } from './attributes.ts';
import { runHooks } from './call-hooks.ts';
import { allArguments, type CallArguments } from './calls.ts';
import { passCells } from './cells.ts';
import { constantText } from './constants.ts';
import { lookup } from './environment.ts';
import { noteFile, touchFile } from './files.ts';
import { type AbstractObject, ELEMENTS, isMutable, NOTHING, one, union, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import {
  addToField,
  allocate,
  changeByStore,
  changeDeep,
  changeState,
  fieldOf,
  readDeep,
  scalar,
  store,
} from './objects.ts';
import {
  addToResource,
  attach,
  attached,
  readAllOptions,
  readResource,
  resourceKey,
  writeResource,
} from './resources.ts';
import { bindAnything, readEverything, readModuleName } from './scopes.ts';
import type { Machine } from './state.ts';
import { elementsOf, isContainer } from './subscripts.ts';

/** Applies what a library spec says of a call. */
export function applySpec(
  machine: Machine,
  base: CallSpec,
  name: string,
  given: CallArguments,
  node: object,
): Value {
  const spec = refine(base, given);
  const all = allArguments(given);
  readDeep(machine, all);
  const called = union(...(spec.calls ?? []).map((path) => resolve(path, given)));
  const made = runHooks(machine, called, given, all, node);
  consumeUnknown(machine, name, given, node);
  // A list that the standard library sorts keeps what it holds; one that Matplotlib is given stands for what it holds.
  const isDeep = machine.libraries.findModule(name)?.distribution !== undefined;
  for (const path of spec.mutates ?? []) change(machine, resolve(path, given), isDeep, node);
  applyRandom(machine, spec, given);
  applyFiles(machine, spec, name, given);
  applyFrame(machine, spec, given);
  const figures = applyResources(machine, spec, name, given);
  const result = union(makeResult(machine, spec, given, node), isDrawn(spec) ? figures : NOTHING);
  for (const object of result) if (isMutable(object)) addToField(machine, object, ELEMENTS, made);
  passCells(machine, result, all);
  for (const { by, value } of spec.holds ?? []) {
    const held = resolve(value, given);
    for (const owner of by === 'self' ? (given.receiver ?? NOTHING) : result)
      store(machine, owner, ELEMENTS, held);
  }
  if (spec.writes?.includes('figure')) {
    // Where it may not have run, the figure before may still be the current one.
    attach(machine, 'figure', result, !spec.reads?.includes('figure') && machine.conditional === 0);
    // Another figure may become the current one; pyplot keeps the others.
    addToResource(machine, 'figures');
  }
  return result;
}

/** Merges the conditional parts whose literal argument is given; an argument that is no literal may be it. */
function refine(base: CallSpec, given: CallArguments): CallSpec {
  let spec = base;
  for (const { argument, is, has, from, without, ...rest } of base.when ?? []) {
    if (without !== undefined && argumentNode(without, given) !== null) continue;
    const applies = conditionApplies({ argument, is, has, from }, given);
    if (applies === 'yes') spec = { ...spec, ...rest };
    else if (applies === 'maybe') spec = eitherWay(spec, rest);
  }
  return spec;
}

function conditionApplies(
  { argument, is, has, from }: Condition,
  given: CallArguments,
): 'yes' | 'no' | 'maybe' {
  if (argument.startsWith('self:')) return keptBySelf(argument, given);
  if (has !== undefined) return partApplies(argument, has, given);
  if (from !== undefined) return [...resolve(argument, given)].every(isFrom(from)) ? 'yes' : 'no';
  return is === undefined ? 'no' : literalApplies(argument, is, given);
}

/** Whether an object is of a package or of the language itself: nothing that another library or the notebook defines. */
function isFrom(module: string): (object: AbstractObject) => boolean {
  return ({ kind, type }) =>
    kind === 'scalar' ||
    ((kind === 'data' || kind === 'opaque') &&
      type !== null &&
      [module, 'builtins'].includes(packageOf(type)));
}

/** A spec of which a conditional part may hold; the type is that of the unconditional one. */
function eitherWay(spec: CallSpec, part: Partial<CallSpec>): CallSpec {
  const { returns } = spec;
  const effect = eitherEffect([spec, { ...spec, ...part }]);
  return returns === undefined ? effect : { ...effect, returns };
}

/** `*` stands for any argument that is given, `{…}` for a dictionary written out. */
function literalApplies(argument: AccessPath, is: string, given: CallArguments): 'yes' | 'no' | 'maybe' {
  const written = argumentNode(argument, given);
  if (written === null) return given.node === undefined && resolve(argument, given).size > 0 ? 'maybe' : 'no';
  if (is === '*') return 'yes';
  if (is === '{…}') return written.type === 'Dict' ? 'yes' : 'no';
  if (written.type !== 'Constant') return 'maybe';
  return written.text === is ? 'yes' : 'no';
}

/** Whether an element of an argument is of a class, and all others are of classes of the same library. */
function partApplies(argument: AccessPath, type: string, given: CallArguments): 'yes' | 'no' {
  const parts = [...resolve(argument, given)].flatMap((object) => [...elementsOf(object)]);
  const isOfLibrary = (part: AbstractObject) =>
    part.type !== null && packageOf(part.type) === packageOf(type);
  return parts.every(isOfLibrary) && parts.some((part) => part.type === type) ? 'yes' : 'no';
}

/** A constructor argument that the receiver has kept may have the value. */
function keptBySelf(argument: AccessPath, given: CallArguments): 'no' | 'maybe' {
  const field = argument.slice('self:'.length);
  return [...(given.receiver ?? NOTHING)].some((object) => object.fields.has(field)) ? 'maybe' : 'no';
}

/** The values at an access path. */
function resolve(path: AccessPath, given: CallArguments): Value {
  if (path === 'self') return given.receiver ?? NOTHING;
  const spread = union(given.rest ?? NOTHING, given.keywordRest ?? NOTHING);
  if (path === '*') return allArguments({ ...given, receiver: NOTHING });
  const [position = '', keyword] = path.split(':');
  if (keyword === '*') {
    return union(...given.positional.slice(Number(position)), ...(given.keywords?.values() ?? []), spread);
  }
  const byPosition = position === '' ? NOTHING : (given.positional[Number(position)] ?? NOTHING);
  const byKeyword = keyword === undefined ? NOTHING : (given.keywords?.get(keyword) ?? NOTHING);
  const written = union(byPosition, byKeyword);
  // Python refuses a keyword from `**` for an argument that is there already.
  return written.size > 0 ? union(written, given.rest ?? NOTHING) : spread;
}

/** The expression that stands at an access path; `null` when the call does not give it. */
function argumentNode(path: AccessPath, given: CallArguments): Expr | null {
  const [position = '', keyword] = path.split(':');
  const byKeyword = given.node?.keywords.find(
    (candidate) => keyword !== undefined && candidate.arg === keyword,
  );
  const byPosition = position === '' ? undefined : given.node?.args[Number(position)];
  const spread = given.node?.keywords.find((candidate) => candidate.arg === null);
  return byKeyword?.value ?? byPosition ?? spread?.value ?? null;
}

/** Changes objects; builtin containers with what they hold only where that is said, library objects always. */
function change(machine: Machine, value: Value, isDeep: boolean, node: object): void {
  for (const object of value) {
    if (isContainer(object)) {
      changeByStore(machine, object);
      if (isDeep) changeDeep(machine, one(object));
    } else if (object.kind === 'generator') consume(machine, one(object), node);
    else changeDeep(machine, one(object));
  }
}

/** Functions that look at an argument without going through it. */
const LOOKING =
  /^builtins\.(print|len|isinstance|issubclass|type|repr|str|id|callable|hash|format|hasattr|bool|abs|round|int|float|range|slice|object)$/;
const GOING_THROUGH = /^(builtins|itertools|collections|functools|statistics|heapq|csv|pandas|math)\./;

/** An argument of unknown type may be an iterator, which going through uses up. */
function consumeUnknown(machine: Machine, name: string, given: CallArguments, node: object): void {
  if (LOOKING.test(name) || !GOING_THROUGH.test(name)) return;
  for (const object of allArguments({ ...given, receiver: NOTHING })) {
    if (object.kind === 'opaque' && object.type === null) consume(machine, one(object), node);
  }
}

function applyRandom(machine: Machine, spec: CallSpec, given: CallArguments): void {
  if (spec.random === undefined) return;
  const { seed, resource } = spec.random;
  const [owner, field] = seed.split(':');
  if (owner === 'self') {
    const seeds = [...(given.receiver ?? NOTHING)].map((object) => fieldOf(object, field ?? ''));
    if (seeds.length > 0 && seeds.every(isInteger)) return;
    for (const value of seeds) for (const object of value) changeState(machine, object);
  } else {
    const written = argumentNode(seed, given);
    const isAbsent = written === null || (written.type === 'Constant' && written.kind === 'none');
    const value = resolve(seed, given);
    if (!isAbsent && (written.type === 'Constant' || isInteger(value))) return;
    for (const object of value) if (isMutable(object)) changeState(machine, object);
  }
  readResource(machine, resource);
  writeResource(machine, resource, 'change');
}

function isInteger(value: Value): boolean {
  return (
    value.size > 0 && [...value].every((object) => object.kind === 'scalar' && object.type === 'builtins.int')
  );
}

function applyFiles(machine: Machine, spec: CallSpec, name: string, given: CallArguments): void {
  for (const [path, mode] of [
    [spec.readsFile, 'read'],
    [spec.writesFile, 'write'],
  ] as const) {
    if (path === undefined || (mode === 'write' && opensToRead(spec, given))) continue;
    const written = path === 'self' ? null : argumentNode(path, given);
    if (written === null && path !== 'self') continue;
    const value = resolve(path, given);
    const handles = [...value].filter((object) => object.kind !== 'scalar');
    if (handles.length > 0) {
      changeDeep(machine, new Set(handles));
      if (handles.length === value.size && handles.every((object) => object.type !== null || object.file))
        continue;
    }
    const text = constantText(value) ?? null;
    touchFile(machine, text, mode === 'read' ? 'look' : writesAnew(name) ? 'replace' : 'change');
    const span = written ?? given.node;
    if (span) noteFile(machine, mode, text, span, name);
  }
}

/** `gzip.open(path)` and `ZipFile(path, 'r')` write nothing. */
function opensToRead({ fileMode }: CallSpec, given: CallArguments): boolean {
  if (fileMode === undefined) return false;
  const value = resolve(fileMode, given);
  if (argumentNode(fileMode, given) === null) return value.size === 0;
  const text = constantText(value);
  return text?.startsWith('r') === true && !text.includes('+');
}

/** Calls that keep nothing of what a file held before; without mode and append arguments. */
function writesAnew(name: string): boolean {
  return /\.(to_(csv|parquet|json|pickle|feather|excel)|savefig|dump|save|savez|savetxt|write_text|write_bytes)$/.test(
    name,
  );
}

function applyFrame(machine: Machine, spec: CallSpec, given: CallArguments): void {
  if (spec.frame === undefined) return;
  const text = constantText(given.positional[0] ?? given.keywords?.get('expr') ?? NOTHING);
  if (spec.frame === 'at-sign' && text !== undefined) {
    readAtSigns(machine, text);
    return;
  }
  machine.step.doubts.add('it reads names through the caller’s frame');
  readEverything(machine);
  if (spec.frame === 'always') bindAnything(machine);
}

/** Reads the names that stand behind `@` in a text. */
export function readAtSigns(machine: Machine, text: string): void {
  for (const [, name] of text.matchAll(/@([A-Za-z_]\w*)/g)) {
    if (name && lookup(machine.moduleScope.environment, name))
      readDeep(machine, readModuleName(machine, name));
  }
}

/** Reads and writes resources; gives the objects that a drawing call gives back: the current figure's. */
function applyResources(machine: Machine, spec: CallSpec, name: string, given: CallArguments): Value {
  const owner = packageOf(name);
  const display = isDisplayOption(name, given);
  let figures: Value = NOTHING;
  for (const resource of spec.reads ?? []) {
    const key = display && resource === 'options' ? 'options display' : resourceKey(resource, owner);
    readResource(machine, resource, key);
    if (resource === 'figure') {
      figures = attached(machine, 'figure');
      readResource(machine, 'options', 'options matplotlib');
    }
  }
  for (const resource of spec.writes ?? []) {
    // One more figure: those that are there stay.
    if (resource === 'figures') {
      addToResource(machine, resource);
      continue;
    }
    const key = display && resource === 'options' ? 'options display' : resourceKey(resource, owner);
    writeResource(machine, resource, spec.reads?.includes(resource) ? 'change' : 'replace', key);
  }
  if (spec.reads?.includes('stdout') || /\.(print|repr|str|format)$/.test(name)) readAllOptions(machine);
  return figures;
}

/** Whether a call may give the current figure or its parts. */
function isDrawn({ returns }: CallSpec): boolean {
  return returns === undefined || returns.startsWith('matplotlib.');
}

/** `pd.set_option('display.max_rows', 9)` changes how values look, not what they are. */
function isDisplayOption(name: string, given: CallArguments): boolean {
  if (!/option/.test(name)) return false;
  const text = constantText(given.positional[0] ?? NOTHING);
  return text !== undefined && /^(display|styler|plotting)\b/.test(text);
}

function makeResult(machine: Machine, spec: CallSpec, given: CallArguments, node: object): Value {
  const sources = union(...(spec.aliases ?? []).map((path) => resolve(path, given)));
  const shared = new Set([...sources].filter(isMutable));
  const types = (spec.returns ?? '')
    .split(', ')
    .filter((type) => type !== '')
    .map(qualify);
  if (types.length < 2) {
    const type = types[0] ?? null;
    const text = textType(given.receiver ?? NOTHING);
    if (type === 'builtins.list' && text !== null) {
      // What a method of a text takes apart is texts.
      const texts = allocate(machine, node, 'data', type);
      addToField(machine, texts, ELEMENTS, scalar(machine, text));
      return one(texts);
    }
    return spec.isNew
      ? newResult(machine, type, shared, node, 0)
      : typedResult(machine, type, shared, node, 0);
  }
  const tuple = allocate(machine, node, 'data', 'builtins.tuple');
  types.forEach((type, at) => {
    addToField(machine, tuple, String(at), typedResult(machine, type, shared, node, at + 1));
  });
  return one(tuple);
}

/** The type of a value that is surely a text; else `null`. */
function textType(value: Value): string | null {
  const types = new Set([...value].map(({ kind, type }) => (kind === 'scalar' ? type : null)));
  const [type = null] = types;
  return types.size === 1 && (type === 'builtins.str' || type === 'builtins.bytes') ? type : null;
}

/** A result that may also be one of the objects that it shares parts with. */
function typedResult(machine: Machine, type: string | null, shared: Value, node: object, at: number): Value {
  if (type !== null && machine.libraries.isImmutable(type)) return scalar(machine, type);
  const same = [...shared].filter((object) => type === null || object.type === type || object.type === null);
  return union(newResult(machine, type, shared, node, at), new Set(same));
}

function newResult(machine: Machine, type: string | null, shared: Value, node: object, at: number): Value {
  if (type !== null && machine.libraries.isImmutable(type)) return scalar(machine, type);
  const made = allocate(machine, node, shared.size > 0 ? 'opaque' : 'data', type, {}, at);
  addToField(machine, made, ELEMENTS, shared);
  return one(made);
}

/** `list` is the builtin. */
function qualify(type: string): string {
  return type.includes('.') ? type : `builtins.${type}`;
}
