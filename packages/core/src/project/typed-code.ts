import type { CodeItem } from '../plan/index.ts';
import type { Span } from '../text/index.ts';
import { toLooseAnnotation } from './python-type.ts';

/** Code with its annotations, and the imports that they need. */
export interface TypedCode {
  readonly text: string;
  readonly strings: readonly Span[];
  readonly imports: readonly string[];
}

/** Writes the annotations that the notebook's own functions lack into their code. */
export function writeTypes(item: CodeItem, local: ReadonlySet<string>): TypedCode {
  const imports: string[] = [];
  let { text, strings } = item;
  const slots = [...(item.types ?? [])].sort((one, other) => other.at - one.at);
  for (const { at, kind, type } of slots) {
    const annotation = toLooseAnnotation(type, local);
    const added = `${kind === 'result' ? ' -> ' : ': '}${annotation.text}`;
    imports.push(...annotation.imports);
    text = text.slice(0, at) + added + text.slice(at);
    strings = strings.map(({ start, end }) => ({
      start: start >= at ? start + added.length : start,
      end: end >= at ? end + added.length : end,
    }));
  }
  return { text, strings, imports };
}
