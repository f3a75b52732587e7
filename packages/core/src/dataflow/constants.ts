import type { Operator } from '../syntax/index.ts';
import type { Value } from './heap.ts';
import { scalar } from './objects.ts';
import type { Machine } from './state.ts';

/** The text that a value is known to be: of a string, or of a path. */
export function constantText(value: Value): string | undefined {
  const [only, ...others] = value;
  return others.length === 0 ? only?.constant : undefined;
}

const PATH_TYPES = new Set(['pathlib.Path', 'pathlib.PurePath', 'pathlib.PosixPath']);

/** The known text that `+` makes of texts, and `/` of paths; `null` when it is neither. */
export function concatenated(machine: Machine, operator: Operator, left: Value, right: Value): Value | null {
  const [first] = left;
  const before = constantText(left);
  const after = constantText(right);
  if (operator === 'Add' && before !== undefined && after !== undefined && first?.type === 'builtins.str') {
    return scalar(machine, 'builtins.str', before + after);
  }
  if (operator === 'Div' && first?.kind === 'scalar' && first.type !== null && PATH_TYPES.has(first.type)) {
    const joined = before === undefined || after === undefined ? undefined : joinPath([before, after]);
    return scalar(machine, first.type, joined);
  }
  return null;
}

/** Joins path texts as `os.path.join` does. */
export function joinPath(parts: readonly string[]): string {
  return parts.reduce((before, part) => {
    if (part.startsWith('/') || before === '') return part;
    return before.endsWith('/') ? before + part : `${before}/${part}`;
  }, '');
}
