import type { ValueFacts } from '../record/index.ts';
import { listed } from './listed.ts';

/** A value that goes into a stage or comes out of it, as the record saw it. */
export interface DocValue {
  readonly variable: string;
  readonly facts: ValueFacts | undefined;
}

const MOST_COLUMNS = 12;

/** Says which columns the tables that a stage gives have, or what they have more and less than when it got them. */
export function columnDocs(inputs: readonly DocValue[], outputs: readonly DocValue[]): readonly string[] {
  const tables = outputs.filter((output) => columnsOf(output) !== null);
  const changes = tables.flatMap((table) => changeOf(table, inputs));
  const made = tables.flatMap((table) => contentOf(table, inputs));
  return [
    ...grouped(changes).map(({ names, text }) =>
      tables.length > 1
        ? `In ${listed(names)}: ${text}.`
        : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
    ),
    ...grouped(made).map(({ names, text }) => `Columns of ${listed(names)}: ${text}.`),
  ];
}

interface Said {
  readonly name: string;
  readonly text: string;
}

/** One entry for all tables of which the same is said. */
function grouped(
  all: readonly Said[],
): readonly { readonly names: readonly string[]; readonly text: string }[] {
  const byText = new Map<string, string[]>();
  for (const { name, text } of all) byText.set(text, [...(byText.get(text) ?? []), name]);
  return [...byText].map(([text, names]) => ({ names, text }));
}

/** Names of columns; `null` of what is no table, or has columns that cannot stand in a text. */
function columnsOf({ facts }: DocValue): readonly string[] | null {
  const columns = facts?.columns?.map(({ name }) => name);
  if (!columns || columns.some((name) => !/^[\w .%/()-]+$/.test(name) || name.trim() !== name)) return null;
  return columns;
}

function changeOf(table: DocValue, inputs: readonly DocValue[]): readonly Said[] {
  const before = inputs.find((input) => input.variable === table.variable);
  const [old, now] = [before && columnsOf(before), columnsOf(table)];
  if (!old || !now) return [];
  const added = now.filter((name) => !old.includes(name));
  const gone = old.filter((name) => !now.includes(name));
  if (added.length > MOST_COLUMNS || gone.length > MOST_COLUMNS) return [];
  const parts = [
    ...(added.length > 0 ? [`adds ${listed(added)}`] : []),
    ...(gone.length > 0 ? [`drops ${listed(gone)}`] : []),
  ];
  return parts.length === 0 ? [] : [{ name: table.variable, text: parts.join('; ') }];
}

function contentOf(table: DocValue, inputs: readonly DocValue[]): readonly Said[] {
  if (inputs.some((input) => input.variable === table.variable && input.facts?.columns)) return [];
  const columns = columnsOf(table) ?? [];
  if (columns.length === 0) return [];
  const same = inputs.find((input) => columnsOf(input)?.join('\n') === columns.join('\n'));
  if (same) return [{ name: table.variable, text: `those of ${same.variable}` }];
  if (columns.length > MOST_COLUMNS || columns.every((name) => /^\d+$/.test(name))) return [];
  return [{ name: table.variable, text: listed(columns) }];
}
