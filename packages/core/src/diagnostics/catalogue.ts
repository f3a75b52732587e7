import type { Severity } from './diagnostic.ts';

interface Entry {
  /** Kebab-case name that reads as "allow <name>". */
  readonly rule: string;
  readonly severity: Severity;
  /** What the code says, in one sentence of any notebook. */
  readonly summary: string;
}

/**
 * Every code that any phase reports, sorted; a code is never reused.
 *
 * N notebook, S syntax, D dataflow, L lint, P plan, R render, V verify, C configuration.
 */
export const CATALOGUE = {
  C001: {
    rule: 'unreadable-file',
    severity: 'error',
    summary: 'A file that the command needs cannot be read.',
  },
  C002: { rule: 'unknown-target', severity: 'error', summary: 'There is no target of that name.' },
  C003: { rule: 'invalid-schedule', severity: 'error', summary: 'The schedule is no cron expression.' },
  C004: { rule: 'unknown-time-zone', severity: 'error', summary: 'The time zone is none that IANA lists.' },
  C005: {
    rule: 'unclear-schedule',
    severity: 'warning',
    summary: 'The schedule names a time that schedulers understand in different ways.',
  },
  C006: {
    rule: 'target-option',
    severity: 'error',
    summary: 'A target has no such option, needs one that was not given, or cannot use its value.',
  },
  D001: {
    rule: 'undefined-name',
    severity: 'error',
    summary: 'A name is read that nothing before binds.',
  },
  D002: {
    rule: 'hidden-state',
    severity: 'error',
    summary: 'The notebook works only in the order in which it was executed.',
  },
  D003: {
    rule: 'order-of-execution',
    severity: 'warning',
    summary: 'Values depend on the order in which the cells ran.',
  },
  L201: {
    rule: 'secret',
    severity: 'error',
    summary: 'A credential stands in the notebook; a project reads it from the environment instead.',
  },
  N001: { rule: 'not-json', severity: 'error', summary: 'The file is not valid JSON.' },
  N002: {
    rule: 'conflict-markers',
    severity: 'error',
    summary: 'A merge left its conflict markers in the file.',
  },
  N003: { rule: 'not-a-notebook', severity: 'error', summary: 'The file is valid JSON, but no notebook.' },
  N004: { rule: 'empty-notebook', severity: 'warning', summary: 'The notebook has no code.' },
  N005: {
    rule: 'other-language',
    severity: 'error',
    summary: 'The kernel of the notebook does not run Python.',
  },
  N006: {
    rule: 'python-2-kernel',
    severity: 'warning',
    summary: 'The kernel of the notebook runs Python 2.',
  },
  N007: { rule: 'duplicate-cell-id', severity: 'info', summary: 'Two cells have one id.' },
  N008: { rule: 'damaged-cell', severity: 'warning', summary: 'A cell lacks what the format asks for.' },
  N009: { rule: 'unknown-magic', severity: 'warning', summary: 'A magic is not known and was left out.' },
  N010: {
    rule: 'untranslated-magic',
    severity: 'warning',
    summary: 'A magic has no plain Python and was left out.',
  },
  N011: {
    rule: 'missing-run-target',
    severity: 'error',
    summary: 'The file that `%run` names was not found.',
  },
  N012: { rule: 'foreign-cell', severity: 'warning', summary: 'A cell is written in another language.' },
  N013: {
    rule: 'nonstandard-json',
    severity: 'info',
    summary: 'The file has NaN or Infinity, which JSON lacks.',
  },
  N014: { rule: 'too-large', severity: 'error', summary: 'The file is too large to be read.' },
  N015: { rule: 'newer-format', severity: 'warning', summary: 'The notebook has a newer format than 4.5.' },
  P001: {
    rule: 'unknown-artifact',
    severity: 'error',
    summary: 'Nothing in the notebook has the name that `--artifact` asks for.',
  },
  P002: {
    rule: 'nothing-to-build',
    severity: 'error',
    summary: 'The notebook has no value that a project could make.',
  },
  P003: {
    rule: 'missing-input',
    severity: 'warning',
    summary: 'A file that the notebook reads is not where it says.',
  },
  R001: {
    rule: 'broken-module',
    severity: 'error',
    summary: 'A module that was written cannot run as it stands.',
  },
  R002: {
    rule: 'unusable-path',
    severity: 'error',
    summary: 'A file would leave the project or stand on another one.',
  },
  R003: {
    rule: 'secret-written',
    severity: 'error',
    summary: 'A file would hold a credential of the notebook; nothing is written.',
  },
  R004: {
    rule: 'not-for-target',
    severity: 'warning',
    summary: 'A target has nothing that does what was asked for; the rest is written without it.',
  },
  R005: {
    rule: 'beyond-target',
    severity: 'error',
    summary: 'A target cannot do what the project or its schedule needs; its files are not written.',
  },
  R008: {
    rule: 'not-served',
    severity: 'error',
    summary: 'A service was asked for, and there is no way from a single row to a prediction.',
  },
  R009: {
    rule: 'served-from-features',
    severity: 'warning',
    summary:
      'The service takes rows of a later table than the raw one, because a statement before it looks at other rows.',
  },
  S001: { rule: 'invalid-syntax', severity: 'error', summary: 'A statement is not valid Python.' },
  S002: { rule: 'python-2', severity: 'error', summary: 'A statement is Python 2.' },
  S003: { rule: 'indentation', severity: 'error', summary: 'The lines of a block are not indented alike.' },
  V001: {
    rule: 'unreadable-record',
    severity: 'error',
    summary: 'The file is no record of a run, or one of another version.',
  },
  V002: {
    rule: 'no-project',
    severity: 'error',
    summary: 'The folder holds no project that cellwright wrote.',
  },
  V003: {
    rule: 'missing-package',
    severity: 'error',
    summary: 'A package that the notebook imports is not installed.',
  },
  V004: {
    rule: 'notebook-raises',
    severity: 'error',
    summary: 'A cell raised an error that stopped the run.',
  },
  V005: {
    rule: 'kernel-died',
    severity: 'error',
    summary: 'The process that ran the notebook ended by a signal or did not start.',
  },
  V006: { rule: 'run-timeout', severity: 'error', summary: 'The run took longer than it was given.' },
  V007: { rule: 'run-interrupted', severity: 'error', summary: 'The run was interrupted by a person.' },
  V008: { rule: 'waits-for-input', severity: 'error', summary: 'The notebook waits for somebody to type.' },
  V009: { rule: 'notebook-exits', severity: 'error', summary: 'The notebook ends its own process.' },
  V010: { rule: 'out-of-memory', severity: 'error', summary: 'There was not enough memory for the run.' },
  V011: {
    rule: 'missing-file',
    severity: 'error',
    summary: 'A file that the notebook reads does not exist.',
  },
  V012: {
    rule: 'changed-input',
    severity: 'warning',
    summary: 'The run changed an input file that was too large to copy.',
  },
  V013: {
    rule: 'no-interpreter',
    severity: 'error',
    summary: 'No Python was found that could run the notebook.',
  },
  V014: { rule: 'stage-fails', severity: 'error', summary: 'A stage of the project raised an error.' },
  V015: {
    rule: 'contained',
    severity: 'error',
    summary: 'The run asked for something that `--contain` does not give.',
  },
} as const satisfies Readonly<Record<string, Entry>>;

/** A code of the catalogue. */
export type Code = keyof typeof CATALOGUE;

/** Finds what the catalogue says about a code, if it has it. */
export function findEntry(code: string): Entry | undefined {
  const entries: Readonly<Record<string, Entry>> = CATALOGUE;
  return Object.hasOwn(entries, code) ? entries[code] : undefined;
}
