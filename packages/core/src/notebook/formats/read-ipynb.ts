import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/index.ts';
import type { Output } from '../types.ts';
import { parseJson } from './json-text.ts';
import { normalizeLineEnds, type RawCell, type RawNotebook } from './raw-cell.ts';

type Table = Readonly<Record<string, unknown>>;

/** Reads an `.ipynb` file of nbformat 3 or 4.0 to 4.5; what is damaged is left out with a diagnostic. */
export function readIpynb(file: string, text: string): Result<RawNotebook | null> {
  const { value, diagnostics } = parseJson(file, text);
  if (value === undefined) return { value: null, diagnostics };
  const list = isTable(value) ? findCells(value) : undefined;
  if (!isTable(value) || list === undefined) {
    const message = 'The file is valid JSON, but has no list of cells: it is no notebook.';
    return {
      value: null,
      diagnostics: [...diagnostics, diagnostic('N003', { message, location: { file } })],
    };
  }
  const problems: Diagnostic[] = [...diagnostics, ...checkFormat(file, value)];
  const cells: RawCell[] = [];
  for (const each of list) {
    const cell = readCell(each);
    cells.push(cell.value);
    if (cell.damage !== undefined)
      problems.push(
        diagnostic('N008', { message: cell.damage, location: { file, cell: { index: cells.length } } }),
      );
  }
  return { value: { format: 'ipynb', ...readLanguage(value), cells }, diagnostics: problems };
}

/** Finds the list of cells: `cells` in version 4, the cells of all worksheets in version 3. */
function findCells(notebook: Table): readonly unknown[] | undefined {
  if (Array.isArray(notebook.cells)) return notebook.cells;
  const sheets = notebook.worksheets;
  if (!Array.isArray(sheets)) return undefined;
  return sheets.flatMap((sheet: unknown) =>
    isTable(sheet) && Array.isArray(sheet.cells) ? sheet.cells : [],
  );
}

function checkFormat(file: string, notebook: Table): readonly Diagnostic[] {
  const major = notebook.nbformat;
  const minor = notebook.nbformat_minor;
  const isNewer =
    typeof major === 'number' && (major > 4 || (major === 4 && typeof minor === 'number' && minor > 5));
  if (!isNewer) return [];
  const message = `The notebook has format ${major}.${typeof minor === 'number' ? minor : 0}; it is read as 4.5.`;
  return [diagnostic('N015', { message, location: { file } })];
}

function readLanguage(notebook: Table): Pick<RawNotebook, 'language' | 'kernel' | 'languageVersion'> {
  const metadata = table(notebook.metadata);
  const kernelspec = table(metadata.kernelspec);
  const info = table(metadata.language_info);
  const kernel = string(kernelspec.name);
  const named = string(info.name) ?? string(kernelspec.language) ?? string(metadata.language);
  const language = (named ?? languageOfKernel(kernel ?? ''))
    .toLowerCase()
    .replace(/^i?python[23]?$/, 'python');
  const version = string(info.version) ?? /^python([23])$/.exec(kernel ?? '')?.[1];
  return {
    language,
    ...(kernel === undefined ? {} : { kernel }),
    ...(version === undefined ? {} : { languageVersion: version }),
  };
}

function languageOfKernel(kernel: string): string {
  return (
    /^(ir|julia|scala|bash|deno|javascript|rust|xcpp|octave|sas|stata)\b/i
      .exec(kernel)?.[1]
      ?.replace(/^ir$/i, 'r') ?? 'python'
  );
}

function readCell(cell: unknown): { value: RawCell; damage?: string } {
  const empty = { source: '', tags: [], executionCount: null, outputs: [] } as const;
  if (!isTable(cell)) return { value: { kind: 'raw', ...empty }, damage: 'The cell is no JSON object.' };
  const type = cell.cell_type;
  const written = cell.source ?? cell.input;
  const source = joinLines(written);
  const id = string(cell.id);
  const shared = {
    source: type === 'heading' ? toHeading(source ?? '', cell.level) : normalizeLineEnds(source ?? ''),
    tags: readTags(cell.metadata),
    ...(id === undefined ? {} : { id }),
  };
  const damage = source === undefined ? { damage: 'The cell has no source text.' } : {};
  if (type !== 'code') {
    const kind = type === 'markdown' || type === 'heading' || type === 'html' ? 'markdown' : 'raw';
    const isKnown = kind === 'markdown' || type === 'raw';
    const unknown = isKnown ? damage : { damage: 'The cell has no known type; it is read as plain text.' };
    return { value: { ...empty, ...shared, kind }, ...unknown };
  }
  const count = cell.execution_count ?? cell.prompt_number;
  const executionCount = typeof count === 'number' && Number.isSafeInteger(count) ? count : null;
  const list = cell.outputs;
  const outputs = Array.isArray(list) ? list.flatMap((output: unknown) => readOutput(output)) : [];
  return { value: { kind: 'code', ...shared, executionCount, outputs }, ...damage };
}

/** What ends a line for Python's `splitlines`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** A heading cell of version 3, as version 4 has it: one line of Markdown. */
function toHeading(source: string, level: unknown): string {
  const depth = typeof level === 'number' ? Math.min(6, Math.max(1, Math.trunc(level))) : 1;
  const lines = source.split(LINE_END);
  return `${'#'.repeat(depth)} ${(lines.at(-1) === '' ? lines.slice(0, -1) : lines).join(' ')}`;
}

function readTags(metadata: unknown): readonly string[] {
  const tags = table(metadata).tags;
  return Array.isArray(tags) ? tags.filter((tag: unknown) => typeof tag === 'string') : [];
}

const OUTPUT_KINDS: Readonly<Record<string, Output['kind']>> = {
  stream: 'stream',
  execute_result: 'result',
  pyout: 'result',
  display_data: 'display',
  update_display_data: 'display',
  error: 'error',
  pyerr: 'error',
};
// Names of version 3 for what version 4 calls by MIME type.
const OLD_MIME_TYPES: Readonly<Record<string, string>> = {
  text: 'text/plain',
  html: 'text/html',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  latex: 'text/latex',
  json: 'application/json',
  javascript: 'application/javascript',
};

function readOutput(output: unknown): readonly Output[] {
  if (!isTable(output)) return [];
  const type = string(output.output_type) ?? '';
  const kind = Object.hasOwn(OUTPUT_KINDS, type) ? OUTPUT_KINDS[type] : undefined;
  if (kind === undefined) return [];
  const errorName = kind === 'error' ? string(output.ename) : undefined;
  const data = readData(output, kind);
  const text = joinLines(kind === 'error' ? output.evalue : data['text/plain']);
  const mimeTypes = kind === 'error' ? [] : Object.keys(data).sort();
  return [
    {
      kind,
      mimeTypes,
      ...(text === undefined ? {} : { text: normalizeLineEnds(text) }),
      ...(errorName === undefined ? {} : { errorName }),
    },
  ];
}

function readData(output: Table, kind: Output['kind']): Table {
  if (kind === 'stream') return { 'text/plain': output.text };
  if (isTable(output.data)) return output.data;
  const entries = Object.entries(OLD_MIME_TYPES).filter(([name]) => output[name] !== undefined);
  return Object.fromEntries(entries.map(([name, mimeType]) => [mimeType, output[name]]));
}

function joinLines(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return undefined;
  return value.map((line: unknown) => (typeof line === 'string' ? line : '')).join('');
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function table(value: unknown): Table {
  return isTable(value) ? value : {};
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
