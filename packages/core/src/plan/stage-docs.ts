import type { ValueFacts } from '../record/index.ts';
import { shapeOf } from './facts.ts';
import { RANDOM_STATES } from './flow.ts';
import type { Role } from './roles.ts';

/** What a docstring is written from. */
export interface DocParts {
  readonly role: Role;
  readonly heading: string | undefined;
  readonly inputs: readonly string[];
  readonly outputs: readonly { readonly variable: string; readonly facts: ValueFacts | undefined }[];
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly copied: readonly string[];
}

/** Writes the docstring of a stage: one sentence that names what goes in and out, with recorded shapes. */
export function stageDoc(parts: DocParts): readonly string[] {
  const outputs = parts.outputs.filter((output) => !(output.variable in RANDOM_STATES));
  const heading = parts.heading === undefined ? '' : ` (heading "${plain(parts.heading)}")`;
  const shapes = outputs.map((output) => shapeOf(output.facts)).filter((shape) => shape !== null);
  const recorded =
    shapes.length === outputs.length && shapes.length > 0 ? `: ${listed(shapes)} when recorded` : '';
  const first = `${sentence(
    parts,
    outputs.map((output) => output.variable),
  )}${heading}${recorded}.`;
  const more: string[] = [];
  if (parts.writes.length > 0 && outputs.length > 0) more.push(`Writes ${listed(parts.writes)}.`);
  return more.length > 0 ? [first, '', ...more] : [first];
}

function sentence(parts: DocParts, outputs: readonly string[]): string {
  const inputs = parts.inputs.filter((name) => !(name in RANDOM_STATES));
  const from = inputs.length > 0 && inputs.length <= 4 ? ` from ${listed(inputs)}` : '';
  const given = listed(outputs);
  if (outputs.length === 0) {
    return parts.writes.length > 0 ? `Write ${listed(parts.writes)}${from}` : `Run the cells${from}`;
  }
  if (parts.role === 'load' && parts.reads.length > 0 && inputs.length === 0)
    return `Read ${listed(parts.reads)} as ${given}`;
  if (parts.role === 'train') return `Fit ${given}${from}`;
  const unchanged = outputs.every((name) => inputs.includes(name));
  return unchanged && inputs.length === outputs.length
    ? `Return ${given} ${verbFor(parts.role)}`
    : `Return ${given}${from}`;
}

function verbFor(role: Role): string {
  const words: Partial<Record<Role, string>> = {
    clean: 'cleaned',
    features: 'with new columns',
    predict: 'with predictions',
    split: 'split',
  };
  return words[role] ?? 'changed';
}

/** `a`, `a and b`, `a, b and c`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A text in one line, without what would end a docstring or begin an escape. */
function plain(text: string): string {
  return text
    .replace(/[\\"`\p{C}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
}
