import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Notebook, type RunRecord, readRecord, readRun } from '@cellwright/core';
import { EXIT } from './exit-codes.ts';
import { printDiagnostics } from './output.ts';
import type { RecordedRun } from './recording.ts';
import { digestFile } from './sources.ts';

/** The files that a record may be: made here, or by an emitted recorder. */
const FORMS = [
  ['record.json', readRecord],
  ['run.jsonl', readRun],
] as const;

/**
 * Opens the records of notebooks: a record's folder or its file, or a folder of such folders. An exit code when one
 * cannot be read, or is of none of these notebooks as they are now.
 */
export function openRecords(path: string, notebooks: readonly Notebook[]): readonly RecordedRun[] | number {
  const folders = foldersOf(resolve(path));
  const opened: RecordedRun[] = [];
  for (const folder of folders) {
    const record = readFolder(folder);
    if (record === null) return EXIT.usage;
    const notebook = notebooks.find((each) => digestFile(each.path) === record.notebook.sha256);
    if (notebook)
      opened.push({ folder, record: { ...record, notebook: { ...record.notebook, path: notebook.path } } });
  }
  const missing = notebooks.find((each) => !opened.some(({ record }) => record.notebook.path === each.path));
  if (missing === undefined) return opened;
  const reason =
    folders.length === 0 ? 'holds no record' : `holds no record of \`${missing.path}\` as it is now`;
  process.stderr.write(`error: \`${path}\` ${reason}.\n`);
  return EXIT.usage;
}

function foldersOf(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return isRecord(dirname(path)) ? [dirname(path)] : [];
  if (isRecord(path)) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter(isRecord);
}

function isRecord(folder: string): boolean {
  return FORMS.some(([name]) => existsSync(join(folder, name)));
}

function readFolder(folder: string): RunRecord | null {
  for (const [name, read] of FORMS) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const { value, diagnostics } = read(path, readFileSync(path, 'utf8'));
    process.stderr.write(printDiagnostics(diagnostics));
    return value;
  }
  return null;
}
