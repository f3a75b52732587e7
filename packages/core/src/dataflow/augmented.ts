import type { AugAssign } from '../syntax/index.ts';
import { loadAttribute } from './attributes.ts';
import { concatenated } from './constants.ts';
import type { Scope } from './environment.ts';
import { evaluate } from './expressions.ts';
import { ELEMENTS, union, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import { addToField, changeDeep, changeState, store } from './objects.ts';
import { operate } from './operators.ts';
import type { Machine } from './state.ts';
import { isContainer, loadSubscript } from './subscripts.ts';
import { bindTarget } from './targets.ts';

/** Interprets `target op= value`: what can change does so in place, what cannot is bound anew. */
export function executeAugmented(machine: Machine, scope: Scope, node: AugAssign): void {
  const { target } = node;
  const before =
    target.type === 'Attribute'
      ? loadAttribute(machine, evaluate(machine, scope, target.value), target.attr, target)
      : target.type === 'Subscript'
        ? loadSubscript(machine, scope, target)
        : evaluate(machine, scope, target);
  const operand = evaluate(machine, scope, node.value);
  const text = concatenated(machine, node.op, before, operand);
  const computed = text ?? operate(machine, [before, operand], node);
  if (text === null) changeInPlace(machine, before, operand, node);
  bindTarget(machine, scope, target, union(keepsIdentity(before), computed));
}

function changeInPlace(machine: Machine, before: Value, operand: Value, node: AugAssign): void {
  const whole = [...before].filter((object) => !isContainer(object) && object.kind !== 'external');
  changeDeep(machine, new Set(whole));
  for (const object of before) {
    if (isContainer(object)) {
      if (object.type === 'builtins.tuple') continue;
      changeState(machine, object);
      addToField(machine, object, ELEMENTS, consume(machine, operand, node));
      addToField(machine, object, ELEMENTS, consume(machine, operand, node, 'values'));
    } else if (object.kind === 'opaque') {
      store(machine, object, ELEMENTS, operand);
    }
  }
}

function keepsIdentity(before: Value): Value {
  return new Set([...before].filter((object) => object.kind !== 'scalar'));
}
