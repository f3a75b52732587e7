import type { Expr } from '../syntax/index.ts';
import { storeAttribute } from './attributes.ts';
import type { Scope } from './environment.ts';
import { evaluate } from './expressions.ts';
import { NOTHING } from './heap.ts';
import { bindName, readName } from './scopes.ts';
import type { Machine } from './state.ts';
import { storeSubscript } from './subscripts.ts';

/** Interprets one target of `del`. */
export function deleteTarget(machine: Machine, scope: Scope, target: Expr): void {
  switch (target.type) {
    case 'Name':
      readName(machine, scope, target.id);
      bindName(machine, scope, target.id, NOTHING, 'delete');
      return;
    case 'Attribute':
      storeAttribute(machine, evaluate(machine, scope, target.value), target.attr, NOTHING);
      return;
    case 'Subscript':
      storeSubscript(machine, scope, target, NOTHING);
      return;
    case 'Tuple':
    case 'List':
      for (const element of target.elts) deleteTarget(machine, scope, element);
      return;
    default:
      evaluate(machine, scope, target);
  }
}
