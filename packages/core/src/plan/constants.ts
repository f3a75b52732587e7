import type { Flow } from './flow.ts';
import { isReserved } from './identifiers.ts';
import { quotedNames } from './mentions.ts';
import { assignedValue } from './name-kinds.ts';
import { namesInText } from './scope-names.ts';

/** Texts that must not be written into a file. */
const SECRET = /(^|_)(api_?key|token|secret|passw(or)?d|pwd|credentials?)(_|$)/i;

/** Names that stand for a secret written in the notebook: they become settings. */
export function findSecretNames(flow: Flow): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name, kind] of flow.kinds) {
    if ((kind !== 'constant' && kind !== 'parameter') || !SECRET.test(name)) continue;
    const [step] = flow.uses.binders.get(name) ?? [];
    const value = step ? assignedValue(step, name) : null;
    if (value?.type === 'Constant' && value.kind === 'str') names.add(name);
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
