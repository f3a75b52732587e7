import {
  allLibraries,
  createLibraryIndex,
  type Diagnostic,
  type FindSecrets,
  type LibraryIndex,
  type PythonParser,
  type RunRecord,
  type Understood,
  understand,
} from '@cellwright/core';
import { fileSources, readNotebookFile } from './notebook-files.ts';
import { loadPythonParser } from './python-parser.ts';

/** What reading commands load once: grammar and library facts. */
export interface Reader {
  readonly parser: PythonParser;
  readonly libraries: LibraryIndex;
}

export async function createReader(): Promise<Reader> {
  return { parser: await loadPythonParser(), libraries: createLibraryIndex(allLibraries) };
}

export interface UnderstandFileOptions {
  readonly order?: 'top-to-bottom' | 'executed';
  readonly sharing?: boolean;
  /** See `AnalyzeOptions`. */
  readonly parts?: boolean;
  readonly record?: RunRecord;
  /** See `AnalyzeOptions`. */
  readonly believe?: 'pipeline' | 'replay';
  /** See `UnderstandOptions`. */
  readonly findSecrets?: FindSecrets;
}

/** Reads and analyses a notebook file; `value` is `null` when there is nothing to analyse. */
export function understandFile(
  reader: Reader,
  path: string,
  options: UnderstandFileOptions = {},
): { value: Understood | null; diagnostics: readonly Diagnostic[] } {
  const file = readNotebookFile(path);
  if ('problem' in file) return { value: null, diagnostics: [file.problem] };
  const understood = understand(path, file.text, { ...reader, ...options, sources: fileSources });
  // What another language means is not known: nothing is said of it, and nothing of it is run.
  const isForeign = understood.diagnostics.some(({ rule }) => rule === 'other-language');
  return isForeign ? { ...understood, value: null } : understood;
}
