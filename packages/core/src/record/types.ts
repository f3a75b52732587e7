import type { StatementId } from '../syntax/index.ts';

/** A type that was observed: `pandas.DataFrame`, or a builtin container with the types of what it holds. */
export interface TypeFacts {
  /** Public qualified name; builtins without module: `int`, `dict`, `pandas.DataFrame`, `numpy.ndarray`. */
  readonly name: string;
  /** Type arguments: `dict` has two, `list` one, `tuple` one an element, `numpy.ndarray` its scalar type. Several alternatives are a `Union`. */
  readonly arguments?: readonly TypeFacts[];
}

export interface ColumnFacts {
  readonly name: string;
  readonly dtype: string;
  readonly nullable: boolean;
  /** Smallest and largest value of a number column. */
  readonly range?: readonly [number, number];
  /** Mean of its numbers, each times 1, 2, … 97, 1, … by its row: another value, or another order, gives another. */
  readonly weighted?: number;
  /** The values of a text or categorical column with at most 20 of them, sorted. */
  readonly categories?: readonly string[];
}

export type Codec = 'json' | 'npz' | 'parquet' | 'joblib';

/** What the recorder saw of one value. */
export interface ValueFacts {
  readonly type: TypeFacts;
  /** Rows and columns of tables, dimensions of arrays. */
  readonly shape?: readonly number[];
  readonly columns?: readonly ColumnFacts[];
  /** At most 200 characters. */
  readonly repr: string;
  /** Equal fingerprints mean equal values; `null` where the value cannot be fingerprinted fully. */
  readonly fingerprint: string | null;
  /** The first codec that gives exactly this value back; `null` where none does. */
  readonly codec: Codec | null;
  /** Why no codec, in one sentence. */
  readonly codecReason?: string;
  /** Names of the notebook's own classes and functions that a kept value holds: its file needs them to be importable. */
  readonly own?: readonly string[];
  /** File in the record's `values/` folder that holds the value, when it was kept. */
  readonly file?: string;
  /** File in the record's `values/` folder that holds the portrait of the value: plain data for comparison, no pickle. */
  readonly portrait?: string;
}

/** A file that the notebook wrote, as it is at the end of the run. */
export interface WrittenFile {
  readonly sha256: string;
  readonly size: number;
  /** Its copy in the record's `files/` folder; absent where it was too large to keep. */
  readonly file?: string;
}

/** One executed top-level statement. */
export interface RecordedStep {
  readonly id: StatementId;
  readonly seconds: number;
  /** Facts of the names that the statement bound or whose value it changed, after it ran. */
  readonly values: Readonly<Record<string, ValueFacts>>;
  /** Names whose object (or anything reachable from it) is another or has changed. */
  readonly changed: readonly string[];
  /** Names whose value was looked at before and after, fully, and is the same. Absent in records of older versions. */
  readonly unchanged?: readonly string[];
  /** Names read from the notebook's namespace. */
  readonly reads: readonly string[];
  /** Paths relative to the notebook's folder where inside it, else absolute. */
  readonly filesRead: readonly string[];
  readonly filesWritten: readonly string[];
  /** Random generators whose state moved: `python`, `numpy`, `torch`. */
  readonly randomDraws: readonly string[];
  readonly error?: RecordedError;
}

export interface RecordedError {
  readonly name: string;
  readonly message: string;
  readonly cell: number;
  readonly line: number;
}

/** A call of a function that the notebook defines, with small arguments and result, as Python literals. */
export interface RecordedCall {
  readonly function: string;
  readonly arguments: readonly string[];
  readonly keywords: Readonly<Record<string, string>>;
  readonly result: string;
}

/** All that a run depended on besides its notebook and the versions of what it imported: while it holds, so does the record. */
export interface RunSetting {
  /** The program and the environment of the interpreter. */
  readonly executable: string;
  readonly prefix: string;
  /** The run had no network, and nothing of the user's environment. */
  readonly contained: boolean;
  /** Digests of the variables that the notebook names and that were set. */
  readonly environment: Readonly<Record<string, string>>;
  /** Modules that were asked for and not found: an optional package that is installed later may change values. */
  readonly absent: readonly string[];
  /** Folders that the notebook added to the module search path. */
  readonly places: readonly string[];
  /** The user's own modules that ran; their digests are among `files`. */
  readonly sources: readonly string[];
  /** State of what was read, written, imported or named: SHA-256 of a file, `folder`, `null` for what was not there. */
  readonly files: Readonly<Record<string, string | null>>;
  /** Names in the folders that the notebook listed. */
  readonly folders: Readonly<Record<string, readonly string[]>>;
  /** Size and time of other files beside the notebook: what a library in C reads is not seen. */
  readonly beside: Readonly<Record<string, readonly [size: number, changed: number]>>;
  /** SHA-256 of the notebooks that ran before in the same copy. */
  readonly after: readonly string[];
}

/** One run of a notebook. */
export interface RunRecord {
  readonly schemaVersion: 1;
  readonly notebook: { readonly path: string; readonly sha256: string };
  readonly order: 'top-to-bottom' | 'executed';
  readonly python: { readonly version: string; readonly implementation: string };
  /** Versions of the distributions whose modules were imported. */
  readonly distributions: Readonly<Record<string, string>>;
  /** Distribution by import name: `sklearn` → `scikit-learn`. */
  readonly modules: Readonly<Record<string, string>>;
  readonly steps: readonly RecordedStep[];
  /** Facts of the names at the end of the run, with the files of the values that were asked for. */
  readonly final: Readonly<Record<string, ValueFacts>>;
  /** Facts, and files, of values asked for at a statement: `values[id][name]` after statement `id`. */
  readonly values: Readonly<Record<StatementId, Readonly<Record<string, ValueFacts>>>>;
  readonly calls: readonly RecordedCall[];
  /** Types seen in calls of the notebook's own functions: by function, by parameter; the result under `return`. */
  readonly signatures?: Readonly<Record<string, Readonly<Record<string, readonly TypeFacts[]>>>>;
  /** Warnings raised in the run: `DeprecationWarning: message`. */
  readonly warnings: readonly string[];
  /** Files that the notebook wrote in its folder, by path. */
  readonly files: Readonly<Record<string, WrittenFile>>;
  /** Digests of the input files that the run read, by path. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The random state that the run began with. */
  readonly seed: number;
  /** Absent where the run was made on another machine. */
  readonly setting?: RunSetting;
  /** Made on another machine: when it began, by that machine's clock. */
  readonly elsewhere?: string;
  /** What executed the cells. */
  readonly shell: 'ipython' | 'python';
  /** Errors of cells that are meant to raise. */
  readonly expectedErrors: readonly RecordedError[];
  /** How the run ended. */
  readonly outcome:
    | { readonly kind: 'completed' }
    | { readonly kind: 'raised'; readonly error: RecordedError }
    | {
        readonly kind: 'died' | 'timeout' | 'interrupted' | 'input' | 'exited' | 'memory';
        readonly detail: string;
        readonly cell: number;
      };
}
