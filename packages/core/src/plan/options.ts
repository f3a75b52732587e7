import type { RunRecord } from '../record/index.ts';

/** What the planner may ask of the outside; paths are relative to where the notebooks' paths are. */
export interface PlanSources {
  /** Text of a file, when there is one. */
  text(path: string): string | undefined;
  /** Size in bytes of a file or of all files in a folder; `null` when nothing is there. */
  stat(path: string): { readonly size: number; readonly folder?: boolean } | null;
  /** Files that a pattern as of Python's `glob` names, sorted. */
  list(pattern: string): readonly string[];
}

export interface PlanOptions {
  /** Import name; by default made from the first notebook's name. */
  readonly package?: string;
  /** Names of variables or of written files that must become artifacts; by default they are found. */
  readonly artifacts?: readonly string[];
  /** `best` by default; `finest` cuts wherever values allow it, `one` nowhere, `whole` also leaves no statement out. */
  readonly stages?: 'best' | 'finest' | 'one' | 'whole';
  /** A stage of more lines is taken apart into functions; 50 by default. */
  readonly longest?: number;
  readonly sources: PlanSources;
  /** SHA-256 of a text in hexadecimal. */
  readonly digest: (text: string) => string;
  /** Runs of the notebooks that were recorded, in any order. */
  readonly records?: readonly RunRecord[];
}
