import type { CallSpec } from '../libraries/index.ts';
import { allArguments, type CallArguments, callValue } from './calls.ts';
import { callDunders } from './classes.ts';
import { constantText, joinPath } from './constants.ts';
import { deepCopy, pickle, shallowCopy, unpickle } from './copies.ts';
import { noteFile, touchFile } from './files.ts';
import { expectFinalizers } from './finalizers.ts';
import {
  type AbstractObject,
  ELEMENTS,
  isMapping,
  KEYS,
  NOTHING,
  one,
  reachable,
  union,
  type Value,
} from './heap.ts';
import { consume, PAIRS } from './iteration.ts';
import { addToField, allocate, readDeep, readState, scalar } from './objects.ts';
import { OPERATOR_METHODS } from './operators.ts';
import { plainPart } from './plain-data.ts';
import { attach, attached } from './resources.ts';
import { applySpec } from './specs.ts';
import type { Machine } from './state.ts';
import { elementsOf, isContainer } from './subscripts.ts';

type Builtin = (machine: Machine, given: CallArguments, node: object) => Value;

/** Functions that pass elements on one by one: the analysis follows what ends up where. */
const BUILTINS: Readonly<Record<string, Builtin>> = {
  'builtins.list': collect('builtins.list'),
  'builtins.tuple': collect('builtins.tuple'),
  'builtins.set': collect('builtins.set'),
  'builtins.frozenset': collect('builtins.frozenset'),
  'builtins.sorted': collect('builtins.list'),
  'collections.deque': collect('collections.deque'),
  'builtins.dict': mapping('builtins.dict'),
  'collections.OrderedDict': mapping('collections.OrderedDict'),
  'collections.Counter': mapping('collections.Counter'),
  'collections.defaultdict': createDefaultDict,
  'builtins.iter': lazy,
  'builtins.reversed': lazy,
  'builtins.enumerate': numbered,
  'builtins.zip': lazyPairs,
  'builtins.map': lazy,
  'builtins.filter': lazy,
  'itertools.chain': lazy,
  'itertools.islice': lazy,
  'itertools.cycle': lazy,
  'builtins.next': callNext,
  'builtins.min': pick,
  'builtins.max': pick,
  'builtins.open': open,
  'io.open': open,
  'builtins.type': callType,
  'copy.copy': shallowCopy,
  'copy.deepcopy': deepCopy,
  'pickle.dump': pickle('pickle.dump'),
  'pickle.dumps': pickle('pickle.dumps'),
  'pickle.load': unpickle('pickle.load'),
  'pickle.loads': unpickle('pickle.loads'),
  'joblib.dump': pickle('joblib.dump'),
  'joblib.load': unpickle('joblib.load'),
  'sklearn.model_selection.train_test_split': splitData,
  'decimal.getcontext': singleton('options decimal', 'decimal.Context'),
  'logging.getLogger': singleton('logging', 'logging.Logger'),
  'os.path.join': joinPaths,
  'pathlib.Path': createPath,
  'sqlite3.connect': connect,
};

/** Calls one of the functions that are followed element by element; `null` for any other. */
export function callBuiltin(
  machine: Machine,
  name: string,
  given: CallArguments,
  node: object,
): Value | null {
  return BUILTINS[name]?.(machine, given, node) ?? null;
}

function collect(type: string): Builtin {
  return (machine, given, node) => {
    const made = allocate(machine, node, 'data', type);
    const elements = union(
      ...given.positional.slice(0, 1).map((value) => consume(machine, value, node)),
      given.rest ?? NOTHING,
    );
    const key = given.keywords?.get('key');
    if (key) callValue(machine, key, { positional: [elements] }, node);
    compare(machine, elements, node);
    addToField(machine, made, ELEMENTS, elements);
    return one(made);
  };
}

function mapping(type: string): Builtin {
  return (machine, given, node) => {
    const made = allocate(machine, node, 'data', type);
    addToField(machine, made, KEYS, NOTHING);
    for (const value of given.positional) {
      for (const object of value) {
        readState(machine, object);
        if (isMapping(object)) {
          for (const [field, held] of object.fields) addToField(machine, made, field, held);
        } else {
          const pairs = consume(machine, one(object), node);
          addToField(machine, made, KEYS, pairs);
          addToField(machine, made, ELEMENTS, union(pairs, ...[...pairs].map(elementsOf)));
        }
      }
    }
    for (const [name, value] of given.keywords ?? []) addToField(machine, made, `'${name}`, value);
    addToField(machine, made, ELEMENTS, union(given.keywordRest ?? NOTHING, given.rest ?? NOTHING));
    return one(made);
  };
}

/** The factory runs when a key is missing: what it makes may be any element. */
function createDefaultDict(machine: Machine, given: CallArguments, node: object): Value {
  const [factory = NOTHING, ...rest] = given.positional;
  const [made] = mapping('collections.defaultdict')(machine, { ...given, positional: rest }, node);
  if (made === undefined) return NOTHING;
  const produced = callValue(machine, factory, { positional: [] }, node);
  addToField(machine, made, ELEMENTS, produced);
  return one(made);
}

/** An iterator over what it is given: it calls functions, and uses its sources up, while it is consumed. */
function lazy(machine: Machine, given: CallArguments, node: object): Value {
  const made = allocate(machine, node, 'opaque', null);
  addToField(machine, made, ELEMENTS, allArguments(given));
  const functions = [...allArguments(given)].filter(
    (object) => object.kind === 'function' || object.kind === 'bound' || object.kind === 'class',
  );
  if (functions.length > 0) {
    const elements = union(...given.positional.slice(1).map((value) => consume(machine, value, node)));
    addToField(
      machine,
      made,
      ELEMENTS,
      callValue(machine, new Set(functions), { positional: [], rest: elements }, node),
    );
  }
  addToField(machine, made, ELEMENTS, passedOn(machine, given, node));
  return one(made);
}

function numbered(machine: Machine, given: CallArguments, node: object): Value {
  const [values = given.keywords?.get('iterable') ?? NOTHING, ...more] = given.positional;
  return lazyPairs(
    machine,
    { ...given, positional: [scalar(machine, 'builtins.int'), values, ...more] },
    node,
  );
}

function lazyPairs(machine: Machine, given: CallArguments, node: object): Value {
  const known = union(...given.positional, given.rest ?? NOTHING);
  if ([...known].every((object) => isReread(machine, object))) {
    const pairs = allocate(machine, node, 'data', PAIRS);
    for (const [at, value] of given.positional.entries()) addToField(machine, pairs, String(at), value);
    addToField(machine, pairs, ELEMENTS, given.rest ?? NOTHING);
    return one(pairs);
  }
  const made = allocate(machine, node, 'opaque', null);
  const pair = allocate(machine, node, 'data', 'builtins.tuple', {}, 'pair');
  addToField(machine, pair, ELEMENTS, passedOn(machine, given, node));
  addToField(machine, made, ELEMENTS, union(one(pair), ...given.positional.map(iterators)));
  return one(made);
}

/** Whether going through a value neither uses it up nor runs code of the notebook. */
function isReread(machine: Machine, object: AbstractObject): boolean {
  if (object.kind === 'scalar' || isContainer(object)) return true;
  if ((object.kind !== 'data' && object.kind !== 'opaque') || object.type === null) return false;
  const spec = machine.libraries.classSpec(object.type);
  if (spec === undefined || spec.consumable) return false;
  return plainPart(machine, object) !== null || (spec.iterate !== undefined && isPure(spec.iterate));
}

function isPure({ mutates, reads, writes, calls }: CallSpec): boolean {
  return !mutates && !reads && !writes && !calls;
}

/** Elements of containers; of iterators, nothing yet, because they are read later. */
function passedOn(machine: Machine, given: CallArguments, node: object): Value {
  return union(
    ...given.positional.map((value) => consume(machine, new Set([...value].filter(isContainer)), node)),
    ...given.positional.map(iterators),
    given.rest ?? NOTHING,
  );
}

function iterators(value: Value): Value {
  return new Set(
    [...value].filter(
      (object) => !isContainer(object) && object.kind !== 'scalar' && object.kind !== 'external',
    ),
  );
}

function callNext(machine: Machine, given: CallArguments, node: object): Value {
  const [source = NOTHING, fallback = NOTHING] = given.positional;
  return union(consume(machine, source, node), fallback);
}

function pick(machine: Machine, given: CallArguments, node: object): Value {
  const [first = NOTHING] = given.positional;
  const candidates = given.positional.length > 1 ? union(...given.positional) : consume(machine, first, node);
  const key = given.keywords?.get('key');
  if (key) callValue(machine, key, { positional: [candidates] }, node);
  readDeep(machine, candidates);
  compare(machine, candidates, node);
  return union(candidates, given.keywords?.get('default') ?? NOTHING);
}

function compare(machine: Machine, elements: Value, node: object): void {
  for (const object of reachable(elements)) {
    if (object.kind === 'instance') callDunders(machine, object, OPERATOR_METHODS, [elements], node);
  }
}

/** `open(path, mode)`: a handle that stands for the file; closing or flushing it writes. */
function open(machine: Machine, given: CallArguments, node: object): Value {
  const target = given.positional[0] ?? given.keywords?.get('file') ?? NOTHING;
  const mode = constantText(given.positional[1] ?? given.keywords?.get('mode') ?? NOTHING);
  const modeGiven = given.positional.length > 1 || given.keywords?.has('mode') === true;
  const path = constantText(target) ?? null;
  const writes = modeGiven && (mode === undefined || /[wax+]/.test(mode));
  touchFile(machine, path, !writes ? 'look' : mode?.startsWith('w') ? 'replace' : 'change');
  const pathNode = given.node?.args[0] ?? given.node;
  if (pathNode) noteFile(machine, writes ? 'write' : 'read', path, pathNode, 'builtins.open');
  if (writes) expectFinalizers(machine);
  return one(allocate(machine, node, 'data', '_io.TextIOWrapper', writes ? { file: { path } } : {}));
}

function connect(machine: Machine, given: CallArguments, node: object): Value {
  const target = given.positional[0] ?? given.keywords?.get('database') ?? NOTHING;
  const path = constantText(target) ?? null;
  if (path === ':memory:') return one(allocate(machine, node, 'data', 'sqlite3.Connection'));
  touchFile(machine, path, 'change');
  const pathNode = given.node?.args[0] ?? given.node;
  if (pathNode) noteFile(machine, 'read', path, pathNode, 'sqlite3.connect');
  return one(allocate(machine, node, 'data', 'sqlite3.Connection', { file: { path } }));
}

function callType(machine: Machine, given: CallArguments, node: object): Value {
  const [value = NOTHING] = given.positional;
  if (given.positional.length > 1) {
    const made = allocate(machine, node, 'opaque', null);
    addToField(machine, made, ELEMENTS, allArguments(given));
    return one(made);
  }
  const classes = [...value].flatMap((object) => [...(object.instanceOf ?? NOTHING)]);
  return union(new Set(classes), scalar(machine, 'builtins.type'));
}

/** The one object behind a resource: whoever asks gets the same. */
function singleton(key: string, type: string): Builtin {
  return (machine, _given, node) => {
    const known = attached(machine, key);
    if (known.size > 0) return known;
    const made = one(allocate(machine, node, 'data', type));
    attach(machine, key, made, true);
    return made;
  };
}

/** Two new objects of the same kind for each one given: rows are copied; elements of plain lists are shared. */
function splitData(machine: Machine, given: CallArguments, node: object): Value {
  const member = machine.libraries.member('sklearn.model_selection.train_test_split');
  if (member?.kind === 'function') {
    const { aliases: _, ...effects } = member.spec;
    applySpec(machine, effects, member.name, given, node);
  }
  const parts = allocate(machine, node, 'data', 'builtins.list', {}, 'split');
  given.positional.forEach((value, at) => {
    for (const [side, position] of [
      [`train ${at}`, 2 * at],
      [`test ${at}`, 2 * at + 1],
    ] as const) {
      const made = [...value].map((object) => {
        if (object.kind === 'scalar') return object;
        const known = isContainer(object) || object.type !== null;
        const part = allocate(
          machine,
          object,
          known ? 'data' : 'opaque',
          object.type,
          {},
          `${side} ${machine.step.index}`,
        );
        if (isContainer(object)) addToField(machine, part, ELEMENTS, elementsOf(object));
        else if (!known) addToField(machine, part, ELEMENTS, one(object));
        return part;
      });
      addToField(machine, parts, String(position), new Set(made));
    }
  });
  addToField(machine, parts, ELEMENTS, given.rest ?? NOTHING);
  return one(parts);
}

function joinPaths(machine: Machine, given: CallArguments): Value {
  const texts = given.positional.map(constantText);
  readDeep(machine, allArguments(given));
  const known = texts.every((text) => text !== undefined) && (given.rest ?? NOTHING).size === 0;
  return scalar(machine, 'builtins.str', known ? joinPath(texts.map(String)) : undefined);
}

function createPath(machine: Machine, given: CallArguments): Value {
  const texts = given.positional.map(constantText);
  const known =
    texts.length > 0 && texts.every((text) => text !== undefined) && (given.rest ?? NOTHING).size === 0;
  return scalar(machine, 'pathlib.Path', known ? joinPath(texts.map(String)) : undefined);
}
