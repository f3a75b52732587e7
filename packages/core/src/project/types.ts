import type { StageRows } from '../plan/index.ts';
import type { Codec, RunRecord } from '../record/index.ts';
import type { StatementId } from '../syntax/index.ts';
import type { LockedInference, LockedRefusal } from './locked-inference.ts';
import type { StageRow } from './stage-table.ts';
import type { Toolchain } from './toolchain.ts';

/** A file of the generated project. */
export type RenderedFile = TextFile | CopiedFile;

export interface TextFile {
  readonly kind: 'text';
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly origin: readonly Origin[];
}

/** Copied byte by byte when the project is written. */
export interface CopiedFile {
  readonly kind: 'copy';
  readonly path: string;
  readonly from: string;
}

/** Which statement of the notebook a range of lines comes from. */
export interface Origin {
  readonly statement: StatementId;
  /** 1-based, both included. */
  readonly lines: readonly [first: number, last: number];
}

export interface Project {
  readonly package: string;
  /** Sorted by path; `.cellwright/lock.json` among them. */
  readonly files: readonly RenderedFile[];
  readonly lock: Lock;
}

export interface RenderOptions {
  /** The runner's files by their path below `_engine/`: `cli.py`. */
  readonly engine: Readonly<Record<string, string>>;
  readonly toolchain: Toolchain;
  /** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
  readonly digest: (text: string) => string;
  /** SHA-256 of a file that is copied; without it the lock does not list copies. */
  readonly digestOf?: (from: string) => string | undefined;
  /** Gives the path under which the lock names a notebook; by default the one that it was read from. */
  readonly place?: (path: string) => string;
  /** The runs that the plan was made from. */
  readonly records?: readonly RunRecord[];
  /** Recorded values that the tests may carry. */
  readonly samples?: Samples;
  /** Values of environment variables for an untracked `.env`: `DATA_DIR`. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Values of one run of the notebook: consistent with each other, at most 50 rows a table. */
export interface Samples {
  /** By dataset. */
  readonly values: Readonly<Record<string, Sample>>;
  /** Raw inputs of that run, by dotted key of their location. */
  readonly inputs: Readonly<Record<string, Sample>>;
  /** Datasets that differ from run to run: never compared. */
  readonly unstable?: readonly string[];
  /** Expected values of the artifacts in the full run, by artifact. */
  readonly golden: Readonly<Record<string, Sample>>;
  /** What the notebook's text files held, by the file that the project writes. */
  readonly texts?: Readonly<Record<string, TextSummary>>;
}

/** A text reduced to its words and its numbers: holds none of them, and numbers may round. */
export interface TextSummary {
  readonly words: number;
  readonly numbers: number;
  readonly weighted: number;
  /** What `weighted` would be if no number were negative: how far rounding may go. */
  readonly size: number;
}

export interface Sample {
  /** File to copy. */
  readonly from: string;
  readonly codec: Codec | 'file';
}

/** `.cellwright/lock.json`: what the project was made from, for other programs and for the next build. */
export interface Lock {
  readonly version: 1;
  readonly package: string;
  readonly notebooks: readonly { readonly path: string; readonly sha256: string }[];
  readonly order: 'top-to-bottom' | 'executed';
  /** Least version of Python: `3.11`. */
  readonly python: string;
  /** In an order in which they can run. */
  readonly stages: readonly LockedStage[];
  readonly artifacts: readonly LockedArtifact[];
  readonly parameters: readonly {
    readonly key: string;
    readonly value: unknown;
    readonly statement: StatementId;
  }[];
  /** Variables of the environment that the code reads. */
  readonly settings: readonly string[];
  readonly statements: readonly {
    readonly id: StatementId;
    readonly fate: 'stage' | 'setup' | 'dropped';
    readonly stage?: string;
    readonly reason: string;
  }[];
  /** How single rows are answered with a fitted model; absent where no model is asked. */
  readonly inference?: LockedInference | LockedRefusal;
  /** What else the project is rendered for. */
  readonly targets: readonly LockedTarget[];
  /** SHA-256 over the paths and digests of `_engine/`. */
  readonly engine: string;
  /** SHA-256 of every written file but the lock, by path. */
  readonly files: Readonly<Record<string, string>>;
}

export interface LockedStage extends StageRow {
  readonly name: string;
  /** Import name of the module. */
  readonly module: string;
  readonly function: string;
  /** The files whose change may change what it does, sorted. */
  readonly code: readonly string[];
  /** Whether it can run on parts of its table, one by one; absent where nobody looked. */
  readonly rows?: StageRows;
}

/** A target that was asked for, and how. */
export interface LockedTarget {
  readonly id: string;
  /** Five fields of cron. */
  readonly schedule?: string;
  readonly timezone?: string;
  /** What was given with `--option`. */
  readonly options: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

export interface LockedArtifact {
  readonly name: string;
  readonly variable: string | null;
  readonly stage: string;
  /** Relative to the project after a default run. */
  readonly path: string;
  readonly codec: Codec | 'file';
  /** The statement after which the variable has the value. */
  readonly statement: StatementId;
  /** Path of its notebook, where the project is made from several. */
  readonly notebook?: string;
  /** A file of numbers by name: what experiments are compared by. */
  readonly isMetrics?: true;
}
