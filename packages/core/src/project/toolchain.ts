import type { PythonParser } from '../syntax/index.ts';

/** Programs that phases need, loaded by the surface before the phase that uses them. */
export interface Toolchain {
  readonly parsePython?: PythonParser;
  /**
   * Gives a module as a formatter leaves it: unused imports dropped, the others sorted, current syntax.
   * Throws on text that is no Python.
   */
  readonly formatPython: (text: string, options: PythonTarget) => string;
  /** Gives what the linter of the generated project says about a module. */
  readonly checkPython: (text: string, options: PythonTarget) => readonly PythonFinding[];
}

export interface PythonTarget {
  /** Import names that belong to the project: sorted last. */
  readonly firstParty: readonly string[];
  /** Least version: `3.11`. */
  readonly python: string;
}

export interface PythonFinding {
  /** Rule of the linter: `N806`; `invalid-syntax` for text that is no Python. */
  readonly code: string;
  readonly message: string;
  /** 1-based. */
  readonly line: number;
}
