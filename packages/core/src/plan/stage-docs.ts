import { columnDocs, type DocValue } from './column-docs.ts';
import { shapeOf } from './facts.ts';
import { RANDOM_STATES } from './flow.ts';
import { listed } from './listed.ts';
import type { Role } from './roles.ts';

/** What a docstring is written from. */
export interface DocParts {
  readonly role: Role;
  readonly heading: string | undefined;
  readonly inputs: readonly DocValue[];
  readonly outputs: readonly DocValue[];
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** The outputs that are fitted models. */
  readonly models: readonly string[];
  /** The inputs that it changes for its caller. */
  readonly changes: readonly string[];
}

/** Writes the docstring of a stage: one sentence that names what goes in and out, then recorded shapes and columns. */
export function stageDoc(parts: DocParts): readonly string[] {
  const outputs = parts.outputs.filter((output) => !(output.variable in RANDOM_STATES));
  const names = outputs.map((output) => output.variable);
  const summary = summaries(parts, names).find(({ text }) => text.length < SUMMARY) ?? LONG;
  const heading = parts.heading === undefined ? '' : ` (heading "${plain(parts.heading)}")`;
  const whole = `${summary.text}${heading}`;
  const shapes = outputs.flatMap(({ variable, facts }) => {
    const shape = shapeOf(facts);
    return shape === null ? [] : [{ variable, shape }];
  });
  const [only] = shapes;
  const short = only && outputs.length === 1 ? `${whole}: ${only.shape} when recorded.` : '';
  const fits = short !== '' && short.length <= SUMMARY;
  const first = fits ? short : whole.length < SUMMARY ? `${whole}.` : `${summary.text}.`;
  const more: string[] = [];
  if (summary.unsaid.length > 0)
    more.push(`Returns ${summary.unsaid.length < names.length ? 'also ' : ''}${listed(summary.unsaid)}.`);
  if (parts.writes.length > 0 && outputs.length > 0) more.push(`Writes ${listed(parts.writes)}.`);
  if (shapes.length > 0 && !fits)
    more.push(`When recorded: ${listed(shapes.map(({ variable, shape }) => `${variable} ${shape}`))}.`);
  more.push(...columnDocs(parts.inputs, outputs));
  return more.length > 0 ? [first, '', ...more] : [first];
}

const SUMMARY = 88;

/** A first sentence without its full stop, and the outputs that it does not name. */
interface Summary {
  readonly text: string;
  readonly unsaid: readonly string[];
}

/** Where even the shortest sentence is too long. */
const LONG: Summary = { text: 'Compute what later stages need', unsaid: [] };

/** First sentences that would do, the most telling first. */
function summaries(parts: DocParts, outputs: readonly string[]): readonly Summary[] {
  const given = parts.inputs.map(({ variable }) => variable).filter((name) => !(name in RANDOM_STATES));
  const inputs = given.filter((name) => !outputs.includes(name) || given.length === 1);
  const from = inputs.length > 0 && inputs.length <= 4 ? ` from ${listed(inputs)}` : '';
  const made = listed(outputs);
  const said = (...texts: readonly string[]) => texts.map((text) => ({ text, unsaid: [] }));
  const less = (text: string, unsaid: readonly string[] = outputs) => ({ text, unsaid });
  if (outputs.length === 0) {
    const files = `Write ${listed(parts.writes)}`;
    if (parts.writes.length > 0) return said(`${files}${from}`, files, 'Write files');
    if (parts.changes.length === 0) return said(`Run the cells${from}`);
    const change = parts.role === 'train' ? 'Fit' : 'Change';
    return said(`${change} ${listed(parts.changes)} in place`, `${change} values in place`);
  }
  if (parts.role === 'load' && parts.reads.length > 0 && inputs.length === 0) {
    const files = `Read ${listed(parts.reads)}`;
    return [...said(`${files} as ${made}`), less(files), less(SHORT.load)];
  }
  if (parts.models.length > 0) {
    const others = outputs.filter((name) => !parts.models.includes(name));
    const fit = `Fit ${listed(parts.models)}`;
    const more = [
      less(`${fit}${from}`, others),
      less(fit, others),
      less(`Fit ${parts.models.length} models`),
    ];
    return others.length === 0 ? more : [...said(`${fit}${from}; return also ${listed(others)}`), ...more];
  }
  if (outputs.every((name) => given.includes(name))) {
    const other = given.filter((name) => !outputs.includes(name));
    const too = other.length > 0 && other.length <= 4 ? `, from ${listed(other)} too` : '';
    return [...said(`Return ${made} ${changeOf(parts.role)}${too}`), less(SHORT[parts.role])];
  }
  return [...said(`Return ${made}${from}`, `Return ${made}`), less(SHORT[parts.role])];
}

/** What is said of a stage whose values are too many to name. */
const SHORT: Readonly<Record<Role, string>> = {
  load: 'Read the data',
  clean: 'Clean the data',
  features: 'Prepare the data',
  split: 'Split the data',
  train: 'Fit a model',
  predict: 'Predict',
  evaluate: 'Evaluate the predictions',
  plot: 'Plot the data',
  export: 'Export the data',
  compute: 'Compute several values',
};

/** What becomes of values that a stage takes and gives. */
function changeOf(role: Role): string {
  const words: Partial<Record<Role, string>> = {
    clean: 'cleaned',
    features: 'prepared',
    predict: 'with predictions',
    split: 'split',
    train: 'with what the model says',
  };
  return words[role] ?? 'changed';
}

/** A text in one line, without what would end a docstring or begin an escape. */
function plain(text: string): string {
  return text
    .replace(/[\\"`\p{C}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
}
