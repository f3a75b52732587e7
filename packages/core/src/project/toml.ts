import { escapeInvisible } from './invisible.ts';

/** A value that TOML can hold; a table's keys keep their order. */
export type TomlValue =
  | string
  | number
  | boolean
  | readonly TomlValue[]
  | { readonly [key: string]: TomlValue };

/** A table, and the comment line above its header. */
export interface TomlTable {
  readonly path: readonly string[];
  readonly values: Readonly<Record<string, TomlValue>>;
  /** An entry of an array of tables. */
  readonly repeated?: boolean;
  /** Comment behind a key's value. */
  readonly comments?: Readonly<Record<string, string>>;
}

const WIDTH = 100;

/** Gives tables as TOML 1.0: https://toml.io/en/v1.0.0 */
export function printToml(tables: readonly TomlTable[]): string {
  return `${tables.map(printTable).join('\n\n')}\n`;
}

function printTable(table: TomlTable): string {
  const name = table.path.map(printKey).join('.');
  const header = table.repeated ? `[[${name}]]` : `[${name}]`;
  const lines = Object.entries(table.values).map(([key, value]) => {
    const text = `${printKey(key)} = `;
    const comment = table.comments?.[key];
    return (
      text + printValue(value, text.length) + (comment ? ` # ${comment.replace(/[^\x20-\x7e]/g, ' ')}` : '')
    );
  });
  return [header, ...lines].join('\n');
}

function printKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : printString(key);
}

function printValue(value: TomlValue, column: number): string {
  if (typeof value === 'string') return printString(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isList(value)) {
    const line = `[${value.map((entry) => printValue(entry, 0)).join(', ')}]`;
    if (column + line.length <= WIDTH) return line;
    return `[\n${fill(value.map((entry) => `${printValue(entry, 2)},`))}]`;
  }
  const pairs = Object.entries(value).map(([key, entry]) => `${printKey(key)} = ${printValue(entry, 0)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** Short entries share lines; requirements and tables stand alone. */
function fill(entries: readonly string[]): string {
  if (entries.some((entry) => entry.length > 24)) return entries.map((entry) => `  ${entry}\n`).join('');
  const lines: string[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + entry.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${entry}`;
    else lines.push(`  ${entry}`);
  }
  return `${lines.join('\n')}\n`;
}

function isList(value: TomlValue): value is readonly TomlValue[] {
  return Array.isArray(value);
}

function printString(text: string): string {
  // Escapes of JSON are escapes of TOML; the rest must be escaped in TOML only, and lone surrogates cannot stand in it.
  return escapeInvisible(JSON.stringify(text.replace(/\p{Cs}/gu, '\ufffd')));
}
