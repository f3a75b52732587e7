import type { Output } from '../types.ts';

/** A cell as its file has it, before keys, headings and magics. */
export interface RawCell {
  readonly kind: 'code' | 'markdown' | 'raw';
  readonly source: string;
  readonly id?: string;
  readonly tags: readonly string[];
  readonly executionCount: number | null;
  readonly outputs: readonly Output[];
}

/** A notebook as its file has it. */
export interface RawNotebook {
  readonly format: 'ipynb' | 'percent' | 'databricks';
  readonly language: string;
  readonly kernel?: string;
  /** Version of the language where the file names one: `2.7.18`. */
  readonly languageVersion?: string;
  readonly cells: readonly RawCell[];
}

/** Makes a cell that was never run. */
export function rawCell(kind: RawCell['kind'], source: string, tags: readonly string[] = []): RawCell {
  return { kind, source, tags, executionCount: null, outputs: [] };
}

/** Turns every line end into `\n`. */
export function normalizeLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
