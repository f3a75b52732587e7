import type { Flow } from './flow.ts';
import { isReserved } from './identifiers.ts';
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
  const quoted = quotedNames(flow);
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

/** Names that texts mention, as in `df.query("a > @limit")`. */
export function quotedNames(flow: Flow): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { cell } of flow.graph.module.cells) {
    for (const match of cell.python.text.matchAll(/@([\p{L}_][\p{L}\p{N}_]*)/gu))
      if (match[1]) names.add(match[1]);
    if (/(?<![\w.])(eval|exec|locals|vars)\s*\(/.test(cell.python.text)) {
      for (const match of cell.python.text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) names.add(match[0]);
    }
  }
  return names;
}
