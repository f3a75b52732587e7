import { diagnostic, type Result } from '../diagnostics/index.ts';
import type { RunRecord } from './types.ts';

const VERSION = 1;
const LISTS = ['steps', 'calls', 'warnings', 'expectedErrors'] as const;
const TABLES = [
  'notebook',
  'python',
  'distributions',
  'modules',
  'final',
  'values',
  'files',
  'inputs',
  'outcome',
] as const;

/** Reads a record; gives `null` and a diagnostic for text that is none, or one of another version. */
export function readRecord(path: string, text: string): Result<RunRecord | null> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(path, 'the file is no JSON');
  }
  if (!isTable(value)) return refuse(path, 'the file holds no object');
  if (value.schemaVersion !== VERSION) {
    return refuse(
      path,
      `its \`schemaVersion\` is ${JSON.stringify(value.schemaVersion) ?? 'missing'}, not ${VERSION}`,
    );
  }
  const wrong = [
    ...LISTS.filter((field) => !Array.isArray(value[field])),
    ...TABLES.filter((field) => !isTable(value[field])),
  ];
  if (wrong.length > 0) return refuse(path, `\`${wrong[0]}\` is missing or of the wrong kind`);
  return { value: value as unknown as RunRecord, diagnostics: [] };
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(path: string, why: string): Result<null> {
  const problem = diagnostic('V001', {
    message: `\`${path}\` is no record of a run: ${why}.`,
    location: { file: path },
    hint: 'Make a new record with `cellwright record FILE`.',
  });
  return { value: null, diagnostics: [problem] };
}
