import { packageOf } from './attributes.ts';
import { callDunders } from './classes.ts';
import { combineViews, isView } from './dict-views.ts';
import { type AbstractObject, ELEMENTS, one, union, type Value } from './heap.ts';
import { addToField, allocate, readDeep, scalar } from './objects.ts';
import { readAllOptions, readResource, resourceKey } from './resources.ts';
import type { Machine } from './state.ts';
import { elementsOf, isContainer } from './subscripts.ts';
import { callReachable } from './unknown-calls.ts';

/** Names of the methods that an operator, comparison, conversion or test may call. */
export const OPERATOR_METHODS: readonly string[] = (
  'add radd iadd sub rsub isub mul rmul imul matmul rmatmul imatmul truediv rtruediv itruediv floordiv rfloordiv ifloordiv ' +
  'mod rmod imod divmod rdivmod pow rpow ipow lshift rlshift ilshift rshift rrshift irshift and rand iand or ror ior xor rxor ixor ' +
  'eq ne lt le gt ge neg pos abs invert int float complex index bool len hash str repr format bytes contains round trunc floor ceil'
)
  .split(' ')
  .map((name) => `__${name}__`);

/** Applies an operator, a test or a conversion to operands. */
export function operate(machine: Machine, operands: readonly Value[], node: object): Value {
  const all = union(...operands);
  if ([...all].every((object) => object.kind === 'scalar')) return scalarResult(machine, all);
  readDeep(machine, all);
  const containers = [...all].filter(isContainer);
  const results = [...all].flatMap((object) =>
    isContainer(object) ? [] : operandResult(machine, object, operands, node),
  );
  return union(...results, containerResult(machine, containers, node));
}

/** `[a] + [b]` holds the elements of both. */
function containerResult(machine: Machine, containers: readonly AbstractObject[], node: object): Value {
  const elements = union(...containers.map(elementsOf));
  for (const part of elements)
    if (part.kind === 'instance') callDunders(machine, part, OPERATOR_METHODS, [], node);
  const types = new Set(containers.map(({ type }) => type));
  return union(
    ...[...types].map((type) => {
      const made = allocate(machine, node, 'data', type);
      addToField(machine, made, ELEMENTS, elements);
      return one(made);
    }),
  );
}

function scalarResult(machine: Machine, all: Value): Value {
  const types = new Set([...all].map((object) => object.type));
  const [type] = types;
  if (type === undefined || types.size !== 1 || type === null) {
    if (machine.resources.size > 0) readAllOptions(machine);
    return scalar(machine, null);
  }
  if (!type.startsWith('builtins.'))
    readResource(machine, 'options', resourceKey('options', packageOf(type)));
  return scalar(machine, type);
}

function operandResult(
  machine: Machine,
  object: AbstractObject,
  operands: readonly Value[],
  node: object,
): Value {
  switch (object.kind) {
    case 'scalar':
    case 'external':
      return scalar(machine, object.kind === 'scalar' ? object.type : null);
    case 'instance':
      return union(callDunders(machine, object, OPERATOR_METHODS, operands, node), one(object));
    case 'function':
    case 'class':
    case 'bound':
    case 'generator':
      return scalar(machine, null);
    default:
      return dataResult(machine, object, operands, node);
  }
}

function dataResult(
  machine: Machine,
  object: AbstractObject,
  operands: readonly Value[],
  node: object,
): Value {
  if (isView(object)) return combineViews(machine, operands, node);
  const spec = object.type === null ? undefined : machine.libraries.classSpec(object.type);
  if (spec && object.type !== null) {
    readResource(machine, 'options', resourceKey('options', packageOf(object.type)));
    const type = spec.operator?.returns ?? object.type;
    if (machine.libraries.isImmutable(type)) return scalar(machine, type);
    const made = allocate(machine, node, 'data', type);
    if (spec.operator?.aliases) addToField(machine, made, ELEMENTS, union(...operands));
    return one(made);
  }
  readAllOptions(machine);
  callReachable(machine, one(object), [one(object)], node);
  const made = allocate(machine, node, 'opaque', null);
  for (const operand of operands) addToField(machine, made, ELEMENTS, operand);
  return one(made);
}
