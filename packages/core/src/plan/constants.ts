import type { Flow } from './flow.ts';
import { isReserved } from './identifiers.ts';
import { environmentVariable } from './literals.ts';
import { quotedNames } from './mentions.ts';
import { assignedValue } from './name-kinds.ts';
import { namesInText } from './scope-names.ts';

/** Names that stand for a variable of the environment: it is read where they are used, and never stored. */
export function findEnvironmentNames(flow: Flow): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, kind] of flow.kinds) {
    const [step] = kind === 'constant' ? (flow.uses.binders.get(name) ?? []) : [];
    const value = step ? assignedValue(step, name) : null;
    const variable = value ? environmentVariable(value) : null;
    if (variable !== null) names.set(name, variable);
  }
  return names;
}

/** New names of the module constants: upper case where nothing else has that name. */
export function nameConstants(flow: Flow): ReadonlyMap<string, string> {
  const taken = new Set([...namesInText(flow.kept), ...flow.kinds.keys()]);
  const quoted = namesInTexts(flow);
  const renamed = new Map<string, string>();
  for (const [name, kind] of flow.kinds) {
    if (kind !== 'constant') continue;
    const upper = name.toUpperCase();
    const isFree = upper === name || (!taken.has(upper) && !isReserved(upper) && !quoted.has(name));
    renamed.set(name, isFree ? upper : name);
    taken.add(upper);
  }
  return renamed;
}

/** Names that texts of kept statements may name, as in `df.query("a > @limit")`: they keep their name. */
export function namesInTexts(flow: Flow): ReadonlySet<string> {
  return new Set(flow.kept.flatMap((step) => [...quotedNames(step.statement.node)]));
}
