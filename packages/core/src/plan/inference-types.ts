import type { Location } from '../diagnostics/index.ts';
import type { Codec, ColumnFacts, TypeFacts } from '../record/index.ts';
import type { PlannedStage } from './types.ts';

/** How one row becomes a prediction, without what the model learnt from. */
export interface Inference {
  /** The table whose rows are asked about: its name in the notebook, and the columns that are read, as recorded. */
  readonly rows: {
    readonly name: string;
    readonly cell: number;
    readonly columns: readonly ColumnFacts[];
    /** How many rows were recorded. */
    readonly count: number;
    /** Dataset that holds the recorded rows; `null` where no stage stores them. */
    readonly dataset: string | null;
  };
  readonly answer: {
    /** `risk`. */
    readonly name: string;
    readonly variable: string;
    /** Column of the table `variable`; `null` where it is the values themselves. */
    readonly column: string | null;
    readonly cell: number;
    readonly type: 'float' | 'int' | 'bool' | 'str';
    /** Dataset that holds the recorded answers under the rows' own labels; `null` where none does. */
    readonly dataset: string | null;
  };
  readonly parts: readonly InferencePart[];
  /** A part leaves rows out: they have no answer. */
  readonly leavesOut: boolean;
  readonly loads: readonly LoadedValue[];
  readonly parameters: readonly {
    readonly name: string;
    readonly key: string;
    readonly type: TypeFacts | null;
  }[];
  /** What looks at other rows and so stands before `rows`; empty where these are read from outside. */
  readonly obstacles: readonly Reason[];
}

/** A value that the pipeline has learnt or made, and that is loaded. */
export interface LoadedValue {
  readonly dataset: string;
  readonly codec: Codec;
  readonly type: TypeFacts | null;
}

export interface Reason {
  /** `shift` depends on the order of the rows. */
  readonly reason: string;
  readonly location: Location;
}

/** A stage that works row by row, or the statements of another that the prediction is made of. */
export type InferencePart =
  | {
      readonly kind: 'stage';
      readonly stage: string;
      /** Rows that it drops have no answer. */
      readonly leavesOut: boolean;
      readonly given: readonly PartArgument[];
      readonly gives: readonly string[];
    }
  | {
      readonly kind: 'statements';
      readonly function: PlannedStage;
      readonly imports: readonly string[];
      readonly given: readonly PartArgument[];
      readonly gives: readonly string[];
    }
  /** Rows that were only chosen from others go on under another name. */
  | { readonly kind: 'rename'; readonly from: string; readonly to: string };

/** What an argument of a part is given. */
export interface PartArgument {
  readonly name: string;
  readonly source:
    | { readonly kind: 'rows'; readonly variable: string }
    | { readonly kind: 'load'; readonly dataset: string }
    | { readonly kind: 'parameter'; readonly key: string };
}

/** Why a project cannot answer for single rows. */
export interface NoInference {
  readonly reason: string;
  readonly location: Location | null;
  readonly hint: string | null;
}

/** How a stage depends on the rows of a table that it is given. */
export type StageRows =
  /** Each row of what it gives depends on one row of the argument, and on arguments without rows. */
  | { readonly kind: 'row'; readonly argument: string }
  /** Each row depends on the rows with equal values in the columns `keys`. */
  | { readonly kind: 'group'; readonly argument: string; readonly keys: readonly string[] }
  | { readonly kind: 'whole'; readonly reason: string; readonly location: Location | null };
