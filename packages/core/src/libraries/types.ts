/**
 * What a call touches, by access path: `self` is the receiver, `0` the first positional argument, `0:path` the first
 * argument, by position or as keyword `path`, `:ax` the keyword only, `*` every argument, `1:*` every argument from the second.
 */
export type AccessPath = string;

/** A piece of the world that is no Python object of the notebook. */
export type Resource =
  | 'random.python'
  | 'random.numpy'
  | 'random.torch'
  | 'files'
  | 'environment'
  | 'working-directory'
  | 'sys.path'
  | 'figure'
  | 'figures'
  | 'options'
  | 'warnings'
  | 'logging'
  | 'locale'
  | 'stdout'
  | 'stdin'
  | 'clock'
  | 'system-random'
  | 'network'
  | 'database'
  | 'process';

/**
 * The effect of a call. What is not said does not happen: `{}` reads its receiver and arguments, changes nothing and returns
 * a fresh value that shares nothing with them.
 */
export interface CallSpec {
  /** Objects (with everything reachable from them) that may change. */
  readonly mutates?: readonly AccessPath[];
  /**
   * Qualified type of the result: `pandas.DataFrame`; several results of a tuple are separated by `, `. A name without a dot is
   * a builtin, but `self` is the class whose method it is.
   */
  readonly returns?: string;
  /** The result may be, be a view of, or share parts with these. */
  readonly aliases?: readonly AccessPath[];
  /** The result may share parts with `aliases`, but is none of them: what a class makes is a new object. */
  readonly isNew?: boolean;
  /** These become reachable from the receiver (`append`) or from the result (`make_pipeline`). */
  readonly holds?: readonly { readonly by: 'self' | 'return'; readonly value: AccessPath }[];
  readonly reads?: readonly Resource[];
  readonly writes?: readonly Resource[];
  /** The argument that names a file or folder which the call reads. */
  readonly readsFile?: AccessPath;
  /** The argument that names a file or folder which the call writes. */
  readonly writesFile?: AccessPath;
  /** The argument that says how the file is opened: it is only read where this is absent or a text that begins with `r`. */
  readonly fileMode?: AccessPath;
  /** Callables that the call may call, or that these hold, with the receiver's and the arguments' parts as arguments. */
  readonly calls?: readonly AccessPath[];
  /** The receiver keeps keyword arguments under their names: `set_params(step__random_state=1)`. */
  readonly keepsKeywords?: boolean;
  /**
   * Argument that holds the seed or generator: absent or `None` draws from `resource`, an integer is pure, an object is changed.
   * `self:random_state` is what the receiver was made with as `random_state`.
   */
  readonly random?: { readonly seed: AccessPath; readonly resource: Resource };
  /** Reads names of the caller through its frame when a text argument holds `@`, or always. */
  readonly frame?: 'at-sign' | 'always';
  /**
   * Replaces fields of this spec when the argument is written as this literal: `{ argument: ':inplace', is: 'True', … }`; as any
   * expression for `*`, as a dict display for `{…}`. Later entries win. `self:copy` is the argument `copy` that the receiver was
   * made with.
   */
  readonly when?: readonly (Condition & Partial<Omit<CallSpec, 'when'>>)[];
}

/**
 * When a part of a spec holds: how an argument is written, of which class an element of it surely is, or from which package
 * it surely is, if not of the language itself.
 */
export interface Condition {
  readonly argument: AccessPath;
  readonly is?: string | undefined;
  /** It holds only where this argument is not given. */
  readonly without?: AccessPath | undefined;
  readonly has?: string | undefined;
  readonly from?: string | undefined;
}

/**
 * What one row of a result is made of, where the receiver or an argument has rows:
 * `cell`: each cell of the same cell and arguments without rows; `each`: each row of the same row, column by column in any way;
 * `filter`: the rows that a look at each one alone admits, unchanged; `choice`: rows unchanged, but which ones, in which order or
 * under which labels depends on the others; `order`: a row depends on its neighbours or its place; `all`: on all rows.
 */
export type RowFact = 'cell' | 'each' | 'filter' | 'choice' | 'order' | 'all';

/** A fact, and what takes its place where an argument is written so; later entries win. */
export interface RowSpec {
  readonly rows: RowFact;
  readonly when?: readonly { readonly argument: AccessPath; readonly is: string; readonly rows: RowFact }[];
}

/** An attribute that is no method. */
export interface AttributeSpec {
  readonly returns?: string;
  /** The value has the type of what the owner holds of this class: `best_estimator_` is a copy of the estimator. */
  readonly clones?: string;
  /** Default: the value shares parts with its owner. `fresh` values do not. */
  readonly fresh?: boolean;
  /** Reading it has no effect but storing to it changes this resource. */
  readonly resource?: Resource;
}

export interface ClassSpec {
  /** Qualified names of classes whose members this one has too. */
  readonly bases?: readonly string[];
  /** A value is of one of these classes: a member without an entry is that of whichever has it. */
  readonly oneOf?: readonly string[];
  /** Type of a result on whose type the classes of `oneOf` do not agree. */
  readonly mixed?: string;
  readonly constructor?: CallSpec;
  readonly methods?: Readonly<Record<string, CallSpec>>;
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  /** What every public attribute is that has no entry: a column of a table. All others of the real class must have one. */
  readonly others?: AttributeSpec;
  /** Values never change after construction: sharing one is no alias. */
  readonly immutable?: boolean;
  /** Iterating or reading uses it up. */
  readonly consumable?: boolean;
  /** Effects of `x[key]`, `x + y`, `for … in x`, when they differ from: read the receiver, return a value that shares parts with it. */
  readonly subscript?: CallSpec;
  readonly operator?: CallSpec;
  readonly iterate?: CallSpec;
  /** Type of what `x[key]` gives for a constant text key, and otherwise. */
  readonly element?: string;
}

/** Facts about one importable package: data, no code. */
export interface LibrarySpec {
  /** Import name of the top-level package. */
  readonly module: string;
  /** Name on the package index; absent for the standard library. */
  readonly distribution?: string;
  readonly url: string;
  /** By dotted path below the module: `read_csv`, `random.rand`. */
  readonly functions: Readonly<Record<string, CallSpec>>;
  /** By dotted path below the module: `DataFrame`. */
  readonly classes: Readonly<Record<string, ClassSpec>>;
  /** Module attributes that are no functions or classes: `rcParams`. */
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
  /** Other paths of members, below the module: where they are defined, or older names. Parts that begin with `_` need no entry. */
  readonly aliases?: Readonly<Record<string, string>>;
  /**
   * Which calls and attributes work row by row, by path below the module: `DataFrame.assign`, `log1p`; `*.predict` is any
   * class's. What has no entry may look at any row.
   */
  readonly rows?: Readonly<Record<string, RowSpec>>;
  /** Importing the module changes or reads these. */
  readonly onImport?: { readonly writes?: readonly Resource[] };
}
