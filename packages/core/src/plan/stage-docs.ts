import type { ValueFacts } from '../record/index.ts';
import { shapeOf } from './facts.ts';
import { RANDOM_STATES } from './flow.ts';
import type { Role } from './roles.ts';

/** What a docstring is written from. */
export interface DocParts {
  readonly role: Role;
  readonly heading: string | undefined;
  readonly inputs: readonly { readonly variable: string; readonly facts: ValueFacts | undefined }[];
  readonly outputs: readonly { readonly variable: string; readonly facts: ValueFacts | undefined }[];
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** A fitted model is among the outputs. */
  readonly fits: boolean;
}

/** Writes the docstring of a stage: one sentence that names what goes in and out, then recorded shapes and columns. */
export function stageDoc(parts: DocParts): readonly string[] {
  const outputs = parts.outputs.filter((output) => !(output.variable in RANDOM_STATES));
  const heading = parts.heading === undefined ? '' : ` (heading "${plain(parts.heading)}")`;
  const names = outputs.map((output) => output.variable);
  const whole = `${sentence(parts, names)}${heading}`;
  const shapes = outputs.flatMap(({ variable, facts }) => {
    const shape = shapeOf(facts);
    return shape === null ? [] : [{ variable, shape }];
  });
  const [only] = shapes;
  const short = only && outputs.length === 1 ? `${whole}: ${only.shape} when recorded.` : '';
  const fits = short !== '' && short.length <= SUMMARY;
  const first = fits ? short : whole.length <= SUMMARY ? `${whole}.` : `${sentence(parts, names)}.`;
  const more: string[] = [];
  if (parts.writes.length > 0 && outputs.length > 0) more.push(`Writes ${listed(parts.writes)}.`);
  if (shapes.length > 0 && !fits)
    more.push(`When recorded: ${listed(shapes.map(({ variable, shape }) => `${variable} ${shape}`))}.`);
  more.push(...outputs.flatMap((output) => columnsDoc(parts, output)));
  return more.length > 0 ? [first, '', ...more] : [first];
}

const SUMMARY = 88;
const MOST_COLUMNS = 12;

/** What becomes of the columns of a table. */
function columnsDoc(
  { inputs }: DocParts,
  { variable, facts }: DocParts['outputs'][number],
): readonly string[] {
  const columns = facts?.columns?.map(({ name }) => name);
  if (!columns || columns.some((name) => !/^[\w .%/()-]+$/.test(name) || name.trim() !== name)) return [];
  const before = inputs.find((input) => input.variable === variable)?.facts?.columns?.map(({ name }) => name);
  if (!before) {
    if (columns.length > MOST_COLUMNS || columns.every((name) => /^\d+$/.test(name))) return [];
    return [`Columns of ${variable}: ${listed(columns)}.`];
  }
  const added = columns.filter((name) => !before.includes(name));
  const gone = before.filter((name) => !columns.includes(name));
  if (added.length > MOST_COLUMNS || gone.length > MOST_COLUMNS) return [];
  const parts = [
    ...(added.length > 0 ? [`adds ${listed(added)}`] : []),
    ...(gone.length > 0 ? [`drops ${listed(gone)}`] : []),
  ].join('; ');
  return parts === '' ? [] : [`${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`];
}

function sentence(parts: DocParts, outputs: readonly string[]): string {
  const given = parts.inputs.map(({ variable }) => variable).filter((name) => !(name in RANDOM_STATES));
  const inputs = given.filter((name) => !outputs.includes(name) || given.length === 1);
  const from = inputs.length > 0 && inputs.length <= 4 ? ` from ${listed(inputs)}` : '';
  const made = outputs.length <= 4 ? listed(outputs) : `${outputs.length} values`;
  if (outputs.length === 0) {
    return parts.writes.length > 0 ? `Write ${listed(parts.writes)}${from}` : `Run the cells${from}`;
  }
  if (parts.role === 'load' && parts.reads.length > 0 && inputs.length === 0)
    return `Read ${listed(parts.reads)} as ${made}`;
  const unchanged = outputs.every((name) => given.includes(name));
  if (unchanged && outputs.length === 1) {
    const other = inputs.filter((name) => !outputs.includes(name));
    return `Return ${made} ${verbFor(parts.role)}${other.length > 0 && other.length <= 4 ? `, from ${listed(other)} too` : ''}`;
  }
  return `${parts.fits ? 'Fit' : 'Return'} ${made}${from}`;
}

function verbFor(role: Role): string {
  const words: Partial<Record<Role, string>> = {
    clean: 'cleaned',
    features: 'with new columns',
    predict: 'with predictions',
    split: 'split',
    train: 'with what the model says',
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
