import type { Codec, TypeFacts, ValueFacts } from '../record/index.ts';
import type { StatementId } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';
import type { Inference, NoInference, StageRows } from './inference-types.ts';

/** A Python project, decided but not yet written. */
export interface Plan {
  /** Import name. */
  readonly package: string;
  /** For people: the first heading of the notebook, else its name. */
  readonly title: string;
  readonly notebooks: readonly { readonly path: string; readonly sha256: string }[];
  readonly order: 'top-to-bottom' | 'executed';
  /** Least Python version: `3.11`. */
  readonly python: string;
  readonly artifacts: readonly PlannedArtifact[];
  /** Likely artifacts that were not taken, and why. */
  readonly candidates: readonly { readonly name: string; readonly reason: string }[];
  /** In an order in which they can run. */
  readonly stages: readonly PlannedStage[];
  /** The files under `stages/`, in the order of their first stage. */
  readonly modules: readonly PlannedModule[];
  readonly datasets: readonly Dataset[];
  readonly parameters: readonly Parameter[];
  /** Files that the stages read and no stage writes. */
  readonly inputs: readonly InputFile[];
  /** Values from the environment: credentials, `os.environ` reads. */
  readonly settings: readonly Setting[];
  readonly requirements: readonly Requirement[];
  /** Modules beside the notebook that come along: path below `src/`, and the path to copy from. */
  readonly helpers: readonly { readonly path: string; readonly from: string }[];
  /** Files that these read by their own place: path in the project, and the path to copy from. */
  readonly helperFiles?: readonly { readonly path: string; readonly from: string }[];
  /** What became of every top-level statement, in notebook order. */
  readonly fates: readonly Fate[];
  /** Contracts on the tables that load stages read. */
  readonly contracts: readonly Contract[];
  /** What of each notebook stays a notebook. */
  readonly thin: readonly ThinNotebook[];
  /** Calls of the notebook's own functions that the record holds, for generated tests. */
  readonly recorded: boolean;
  /** How single rows are answered with a fitted model; absent where no model is asked. */
  readonly inference?: Inference | NoInference;
}

/** A notebook that shows what the original shows, on the values that the pipeline stored. */
export interface ThinNotebook {
  /** Of the original, without suffix. */
  readonly name: string;
  readonly cells: readonly ThinCell[];
  /** What its statements need to be installed. */
  readonly requirements: readonly Requirement[];
}

export interface ThinCell {
  readonly kind: 'markdown' | 'code';
  /** Identifies the cell in its notebook. */
  readonly key: string;
  readonly text: string;
}

/** A variable of the environment that the code reads. */
export interface Setting {
  readonly name: string;
  readonly reason: string;
  /** Without it the code fails: no other value stands in for it. */
  readonly isNeeded: boolean;
}

/** What a plan says before the code of its stages is written. */
export interface PlanOutline extends Pick<Plan, 'package' | 'inputs' | 'settings'> {
  readonly artifacts: readonly Pick<PlannedArtifact, 'name' | 'variable' | 'reason'>[];
  readonly stages: readonly Pick<PlannedStage, 'name' | 'cells'>[];
  /** How many top-level statements there are, and how many of them no stage needs. */
  readonly statements: number;
  readonly dropped: number;
}

export interface PlannedArtifact {
  /** Unique; the variable's name, or the file's name with suffix. */
  readonly name: string;
  readonly variable: string | null;
  readonly stage: string;
  /** Relative to the project after a default run: `artifacts/model.joblib`. */
  readonly path: string;
  readonly codec: Codec | 'file';
  /** The statement after which the variable has the value. */
  readonly statement: StatementId;
  /** Path of its notebook, where the project is made from several. */
  readonly notebook?: string;
  readonly reason: string;
  readonly facts?: ValueFacts;
}

export interface Dataset {
  /** Unique in the project: `df_clean`; the stem of its file. */
  readonly name: string;
  /** The variable of the notebook whose value it is. Several variables that share parts travel as one dataset (a tuple). */
  readonly variables: readonly string[];
  readonly codec: Codec;
  readonly stage: string;
  /** The statement after which it has its value, for recorded samples. */
  readonly statement: StatementId;
  readonly facts?: ValueFacts;
}

export interface PlannedStage {
  /** Name in the pipeline and of the function. */
  readonly name: string;
  /** Module under `stages/`, without suffix. */
  readonly module: string;
  readonly heading?: string;
  /** Cells that its statements come from, 1-based. */
  readonly cells: readonly number[];
  /** Lines of the docstring; the first is one sentence. */
  readonly doc: readonly string[];
  readonly arguments: readonly Argument[];
  /** In return order. */
  readonly returns: readonly Returned[];
  readonly body: readonly CodeItem[];
  /** Acts outside its outputs or reads a clock: always runs. */
  readonly external: boolean;
  /** Whether it can run on parts of its table, one by one. */
  readonly rows?: StageRows;
  /** A long stage calls these functions in order instead of its body. */
  readonly parts?: StageParts;
}

/** The functions that a long stage is made of, and what it does itself before and after calling them. */
export interface StageParts {
  readonly before: readonly CodeItem[];
  readonly functions: readonly PartFunction[];
  readonly after: readonly CodeItem[];
}

export interface PartFunction {
  readonly name: string;
  readonly doc: readonly string[];
  /** Variables, and those arguments of the stage that its statements mention. */
  readonly arguments: readonly PartValue[];
  readonly returns: readonly PartValue[];
  readonly body: readonly CodeItem[];
}

export interface PartValue {
  readonly name: string;
  /** `argument` is one of the stage's own, with its type. */
  readonly type: TypeFacts | null | 'argument';
}

export interface Argument {
  /** Name in the function. */
  readonly name: string;
  readonly source:
    | { readonly kind: 'dataset'; readonly dataset: string; readonly variables: readonly string[] }
    | { readonly kind: 'parameter'; readonly key: string }
    /** A location under a dotted key of `params.yaml`, or a file that another stage writes. */
    | { readonly kind: 'read'; readonly key: string }
    /** A file in the artifacts folder that this stage writes. */
    | { readonly kind: 'write'; readonly file: string };
  readonly type: TypeFacts | null;
  /** The stage may change it, so it works on a copy. */
  readonly copied: boolean;
}

export interface Returned {
  readonly dataset: string;
  readonly variables: readonly string[];
  readonly type: TypeFacts | null;
}

/** A statement as it will stand in the project, at indentation zero. */
export interface CodeItem {
  readonly statement: StatementId;
  readonly text: string;
  /** Spans of `text` whose line starts belong to a string and must not be indented. */
  readonly strings: readonly Span[];
  /** Annotations that the notebook's own functions lack. */
  readonly types?: readonly TypeSlot[];
}

/** A place where an annotation is written. */
export interface TypeSlot {
  /** Offset where the annotation is inserted. */
  readonly at: number;
  readonly kind: 'variable' | 'result';
  /** What was seen; `null` where nothing tells. */
  readonly type: TypeFacts | null;
}

export interface PlannedModule {
  /** File name without suffix: `data`, `model`. */
  readonly name: string;
  /** First line of the module's docstring. */
  readonly doc: string;
  /** Import statements that its code may use; unused ones are dropped when formatted. */
  readonly imports: readonly string[];
  /** Constants, functions and classes of the notebook, before the stages that use them. */
  readonly definitions: readonly (CodeItem & {
    readonly name: string;
    readonly kind: 'constant' | 'function' | 'class';
    /** Keyword parameters that every call must give. */
    readonly keywords?: readonly string[];
  })[];
  /** Names of its stages. */
  readonly stages: readonly string[];
  /** Name of its logger, where its code logs. */
  readonly log?: string;
}

export interface Parameter {
  /** `train` or `common`. */
  readonly section: string;
  readonly key: string;
  readonly type: 'int' | 'float' | 'str' | 'bool' | 'list' | 'dict' | 'none';
  /** The notebook's value as JSON. */
  readonly value: unknown;
  readonly statement: StatementId;
  /** Where the notebook has it: "`SEED`, cell 2". */
  readonly origin: string;
  /** Bounds that the library states. */
  readonly bounds?: {
    readonly gt?: number;
    readonly ge?: number;
    readonly lt?: number;
    readonly le?: number;
  };
}

export interface InputFile {
  /** As the notebook names it. */
  readonly original: string;
  /** Location in `params.yaml`: `data/customers.csv`, `${DATA_DIR}/big.csv`, a URI. */
  readonly location: string;
  /** Dotted key of the parameter that holds the location. */
  readonly key: string;
  /** Copied into the project at this path; absent when it is too large or remote or missing. */
  readonly copy?: { readonly path: string; readonly from: string };
  /** The files that a pattern names (`original` has wildcards), copied likewise. */
  readonly copies?: readonly { readonly path: string; readonly from: string }[];
}

export interface Requirement {
  /** Distribution: `scikit-learn`. */
  readonly name: string;
  /** Version that was recorded or installed, when known. */
  readonly version?: string;
  readonly reason: string;
}

export interface Fate {
  readonly id: StatementId;
  readonly fate: 'stage' | 'setup' | 'dropped';
  readonly stage?: string;
  readonly reason: string;
  /** Of a dropped statement: where it stands and what it was for. */
  readonly left?: LeftOut;
}

/** What a statement that no stage has was for. */
export interface LeftOut {
  /** 1-based, all cells counted. */
  readonly cell: number;
  readonly cause: 'display' | 'figure' | 'import' | 'unused' | 'unreached';
  /** The name that nothing uses. */
  readonly name?: string;
}

export interface Contract {
  /** Constant in `contracts.py`: `CUSTOMERS`. */
  readonly name: string;
  /** Stage and variable that it checks. */
  readonly stage: string;
  readonly variable: string;
  /** Key of the location, for the message. */
  readonly key: string;
  readonly facts: ValueFacts;
}
