export type Severity = 'error' | 'warning' | 'info';

/** A place in a notebook or another file; lines and columns are 1-based, columns count UTF-16 units. */
export interface Location {
  readonly file: string;
  /** The cell, counted from 1 over all cells; absent for plain files. */
  readonly cell?: { readonly index: number; readonly id?: string };
  readonly start?: readonly [line: number, column: number];
  readonly end?: readonly [line: number, column: number];
}

/** What a user must know: collected, never thrown. */
export interface Diagnostic {
  /** Phase letter and three digits, never reused: `N001`. */
  readonly code: string;
  /** Kebab-case name that reads as "allow <name>": `broken-cell`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence, names in backticks, says what is. */
  readonly message: string;
  readonly location: Location;
  readonly related: readonly { readonly message: string; readonly location: Location }[];
  /** Imperative, with the real name. */
  readonly hint?: string;
  readonly url?: string;
}

/** What every phase gives back. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
