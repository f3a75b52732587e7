import type { Resource } from '../libraries/index.ts';
import type { TypeFacts } from '../record/index.ts';
import type { Module, StatementId, Stmt, TopStatement } from '../syntax/index.ts';
import type { Span } from '../text/index.ts';

export type Certainty = 'must' | 'may';

/** A top-level statement at one execution. */
export interface Step {
  readonly id: StatementId;
  /** Position in `DataflowGraph.steps`: execution order. */
  readonly index: number;
  /** 1-based over all cells. */
  readonly cell: number;
  readonly statement: TopStatement;
  /** Names that it binds or deletes at module level, also by `global` in functions that it calls. */
  readonly binds: readonly Binding[];
  /** Module-level names whose value it reads, also in the functions that it calls, transitively. */
  readonly reads: readonly string[];
  /** Of `reads`, those that its own text names. */
  readonly mentions: readonly string[];
  /** Names, as bound before the statement, whose object or anything reachable from it may change. */
  readonly mutates: readonly string[];
  readonly resourceReads: readonly Resource[];
  readonly resourceWrites: readonly Resource[];
  readonly files: readonly FileUse[];
  /** Groups of names that may share mutable parts once the statement has run; only groups of two and more. */
  readonly sharing: readonly (readonly string[])[];
  /** The value of its last expression is what the cell shows. */
  readonly displays: boolean;
  /** It raised when it ran: what it did before counts, and nothing behind it in the cell ran. */
  readonly raises: boolean;
  /** What made the analysis assume the worst here, in one sentence each. */
  readonly doubts: readonly string[];
}

export interface Binding {
  readonly name: string;
  readonly certainty: Certainty;
  readonly kind: 'value' | 'import' | 'function' | 'class' | 'delete';
  /** What is known of the type without running: a qualified name. */
  readonly type?: TypeFacts;
  /** The value cannot be stored: open file, connection, generator, lambda, lock. */
  readonly unstorable?: boolean;
}

/** A file that a statement reads or writes. */
export interface FileUse {
  readonly mode: 'read' | 'write';
  /** The path as written, when it is a literal or folds to one; `null` when unknown. */
  readonly path: string | null;
  /** Where the path expression stands, in the cell's Python text. */
  readonly span: Span;
  /** Qualified name of the call: `pandas.read_csv`. */
  readonly via: string;
}

/** Why `to` needs `from`. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly kind: 'data' | 'mutation' | 'alias' | 'control' | 'resource' | 'barrier';
  /** The name, resource or file that carries the dependence. */
  readonly via: string;
  readonly certainty: Certainty;
  /** It stands for dependences of other kinds, too. */
  readonly mixed?: true;
  /** One sentence: "cell 7 line 2 changes `df` in place". */
  readonly reason: string;
}

export interface DataflowGraph {
  readonly module: Module;
  readonly order: 'top-to-bottom' | 'executed';
  readonly steps: readonly Step[];
  /** Sorted by `to`, then `from`. */
  readonly edges: readonly Edge[];
  /** The statements that a slice may take or leave, by their numbers: only where the graph was asked to divide loops and branches. */
  readonly parts?: readonly Part[];
  /** For every name bound at the end: the steps that its final value needs directly. */
  readonly final: Readonly<Record<string, FinalValue>>;
  /** Names read that no step before defines, with the first reader. */
  readonly undefinedNames: readonly {
    readonly name: string;
    readonly step: number;
    readonly certainty: Certainty;
  }[];
}

/** A top-level statement, or one inside its loops and branches. */
export interface Part {
  readonly step: number;
  readonly node: Stmt;
  /** Numbers of the parts that it needs. */
  readonly needs: readonly number[];
}

export interface FinalValue {
  readonly certainty: Certainty;
  /** Step that bound the name last. */
  readonly boundBy: number;
  readonly needs: readonly Omit<Edge, 'to'>[];
  /** The same by the numbers of parts. */
  readonly parts: readonly number[];
  /** Names that functions in the value would read when called. */
  readonly reads: readonly string[];
  readonly type?: TypeFacts;
  readonly unstorable?: boolean;
}

/** The statements that some values need. */
export interface Slice {
  /** Indices of steps, ascending; closed under edges. */
  readonly steps: readonly number[];
  /** For every kept step the edge that brought it in, `null` for the criterion itself. */
  readonly because: Readonly<Record<number, Edge | null>>;
  /** Statements inside kept steps that are not needed. */
  readonly left: ReadonlySet<Stmt>;
}
