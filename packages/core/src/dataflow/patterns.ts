import type { Pattern } from '../syntax/index.ts';
import type { Scope } from './environment.ts';
import { evaluate } from './expressions.ts';
import { ELEMENTS, KEYS, one, reachable, union, type Value } from './heap.ts';
import { consume } from './iteration.ts';
import { addToField, allocate, readDeep } from './objects.ts';
import { bindName } from './scopes.ts';
import type { Machine } from './state.ts';
import { elementsOf, isContainer } from './subscripts.ts';

/** Binds the captures of a pattern; they bind even where a later part or the guard fails. */
export function bindPattern(machine: Machine, scope: Scope, pattern: Pattern, subject: Value): void {
  readDeep(machine, subject);
  switch (pattern.type) {
    case 'MatchValue':
      evaluate(machine, scope, pattern.value);
      return;
    case 'MatchSingleton':
      return;
    case 'MatchStar':
      if (pattern.name)
        bindName(machine, scope, pattern.name, rest(machine, pattern, 'builtins.list', subject));
      return;
    case 'MatchAs':
      if (pattern.pattern) bindPattern(machine, scope, pattern.pattern, subject);
      if (pattern.name) bindName(machine, scope, pattern.name, subject);
      return;
    case 'MatchOr':
      for (const choice of pattern.patterns) bindPattern(machine, scope, choice, subject);
      return;
    case 'MatchMapping': {
      for (const key of pattern.keys) evaluate(machine, scope, key);
      if (pattern.rest) {
        const others = rest(machine, pattern, 'builtins.dict', parts(machine, subject, pattern));
        bindName(machine, scope, pattern.rest, others);
      }
      break;
    }
    case 'MatchClass':
      evaluate(machine, scope, pattern.cls);
      for (const inner of pattern.kwd_patterns)
        bindPattern(machine, scope, inner, parts(machine, subject, pattern));
      break;
    case 'MatchSequence':
      break;
  }
  for (const inner of pattern.patterns) bindPattern(machine, scope, inner, parts(machine, subject, pattern));
}

/** The new list or dict that takes what the other parts of a pattern leave. */
function rest(
  machine: Machine,
  node: object,
  type: 'builtins.list' | 'builtins.dict',
  elements: Value,
): Value {
  const made = allocate(machine, node, 'data', type);
  if (type === 'builtins.dict') addToField(machine, made, KEYS, elements);
  addToField(machine, made, ELEMENTS, elements);
  return one(made);
}

/** Anything that a part of a pattern may match: elements, attributes, and what those hold. */
function parts(machine: Machine, subject: Value, node: object): Value {
  const held = [...subject].map((object) =>
    isContainer(object) ? elementsOf(object) : new Set([...reachable(new Set([object]))]),
  );
  return union(consume(machine, subject, node), ...held);
}
