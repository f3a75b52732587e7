import type { Result } from '../diagnostics/index.ts';
import type { Pipeline } from './pipeline.ts';
import type { Schedule } from './schedule/schedule.ts';

/** An engine that a project can be rendered for: plain data and one pure function. */
export interface Target {
  /** What `--target` takes: `airflow`. */
  readonly id: string;
  /** Its name, with the version that the files are written for. */
  readonly title: string;
  readonly url: string;
  /** What it is good for, as the rest of a sentence. */
  readonly summary: string;
  readonly capabilities: Capabilities;
  readonly options: readonly TargetOption[];
  /**
   * Gives the text of each file by its path; Python is formatted afterwards. What the engine cannot do is a
   * diagnostic; with one that is an error, its files are not written.
   */
  readonly render: (pipeline: Pipeline, choice: TargetChoice) => Result<Readonly<Record<string, string>>>;
  /** A command of the engine that checks the files; `null` where there is none that needs no server. */
  readonly check: string | null;
  readonly page: TargetPage;
}

/** What an engine does of its own; what it does not do is reported where it is asked for. */
export interface Capabilities {
  /** Whether it starts runs by the clock: files without a schedule have no meaning for `required`. */
  readonly schedule: 'required' | 'optional' | 'none';
  /** What it starts: each stage, or the whole pipeline in one process; or what it answers for: a row. */
  readonly unit: 'stage' | 'pipeline' | 'row';
  /** Starts again what failed. */
  readonly retries: boolean;
  /** Runs stages that do not need each other at the same time. */
  readonly parallel: boolean;
  /** A second run leaves out what is current; after a kill, the next run goes on with the stages that are missing. */
  readonly resumes: boolean;
}

/** A value that the files need; `{package}` and `{name}` (in lower case, with hyphens) stand for the project's. */
export interface TargetOption {
  readonly name: string;
  readonly doc: string;
  /** `null` where nobody but the user can know it. */
  readonly fallback: string | null;
  /** For pages and tests, where there is no other. */
  readonly example?: string;
  /** The only values that the files can hold. */
  readonly pattern: RegExp;
  /** Whether a project needs it at all; absent means always. */
  readonly isNeeded?: (pipeline: Pipeline) => boolean;
}

/** What was asked for, checked: every option has a value that fits its pattern. */
export interface TargetChoice {
  readonly schedule: Schedule | null;
  readonly options: Readonly<Record<string, string>>;
}

/** What the page in `docs/targets` says; Markdown, with the placeholders of options. */
export interface TargetPage {
  readonly needs: string;
  /** Where inputs come from and where results stay. */
  readonly data: string;
  readonly run: readonly string[];
  readonly limits: readonly string[];
}
