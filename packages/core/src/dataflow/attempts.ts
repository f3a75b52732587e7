import { type Environment, lookup, type Scope } from './environment.ts';
import { NOTHING, union, type Value } from './heap.ts';
import { branch } from './scopes.ts';
import type { Machine } from './state.ts';
import { updated } from './versions.ts';

/** Code that an exception may leave anywhere: every value that its scope's names had on the way. */
export interface Attempt {
  readonly scope: Scope;
  readonly values: Map<string, Value>;
}

/** Interprets code that an exception may leave after any of its bindings: gives the bindings at its end, and on the way. */
export function attempt(
  machine: Machine,
  scope: Scope,
  body: () => void,
): { readonly done: Environment; readonly partial: Environment } {
  const outer = machine.attempt;
  const running: Attempt = { scope, values: new Map() };
  machine.attempt = running;
  const done = branch(machine, scope, body);
  machine.attempt = outer;
  const partial: Environment = { outer: scope.environment, bindings: new Map() };
  for (const [name, value] of running.values) {
    noteBinding(machine, scope, name, value);
    const before = lookup(scope.environment, name);
    partial.bindings.set(name, {
      value: union(before?.value ?? NOTHING, value),
      version: scope.kind === 'module' ? updated(machine.step.part.number, [before?.version ?? null]) : null,
      unbound: before?.unbound === 'no' ? 'no' : 'maybe',
    });
  }
  return { done, partial };
}

/** Remembers what a name is bound to while an attempt runs. */
export function noteBinding(machine: Machine, scope: Scope, name: string, value: Value): void {
  const running = machine.attempt;
  if (running === null || running.scope !== scope) return;
  running.values.set(name, union(running.values.get(name) ?? NOTHING, value));
}
