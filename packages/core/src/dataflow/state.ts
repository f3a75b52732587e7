import type { LibraryIndex, Resource } from '../libraries/index.ts';
import type { Stmt, TopStatement } from '../syntax/index.ts';
import type { Attempt } from './attempts.ts';
import { createScope, type Scope } from './environment.ts';
import type { FileEvent } from './files.ts';
import { type AbstractObject, NOTHING, union, type Value } from './heap.ts';
import type { Surrender } from './surrender.ts';
import type { Certainty, Edge, FileUse } from './types.ts';
import { updatedOnce, type Version, visitWriters } from './versions.ts';

/** A step while it is interpreted. */
export interface OpenStep {
  readonly index: number;
  readonly id: string;
  readonly cell: number;
  readonly statement: TopStatement;
  /** The statement, and those inside it that a slice may leave out by themselves: by their nodes, the statement first. */
  readonly parts: ReadonlyMap<Stmt, OpenPart>;
  /** Number of the first part. */
  readonly first: number;
  /** The part that is being interpreted. */
  part: OpenPart;
  /** What was met does not let it be divided after all. */
  indivisible: boolean;
  readonly reads: Set<string>;
  readonly mentions: Set<string>;
  readonly binds: Map<string, 'value' | 'import' | 'function' | 'class' | 'delete'>;
  /** What it may have changed, with the version before. */
  readonly mutated: Map<AbstractObject, Version | null>;
  /** Of these, what it stores into by itself: no run can take that back, for an equal value is another object. */
  readonly stored: Set<AbstractObject>;
  readonly resourceReads: Set<Resource>;
  readonly resourceWrites: Set<Resource>;
  readonly files: FileUse[];
  readonly undefinedNames: Set<string>;
  readonly doubts: Set<string>;
  readonly displays: boolean;
}

/** A statement that a slice may leave out by itself, while its step is interpreted. */
export interface OpenPart {
  /** Names the writers in versions; over all steps, ascending. */
  readonly number: number;
  readonly node: Stmt;
  readonly parent: OpenPart | null;
  /** By the number of the part that is needed. */
  readonly needs: Map<number, Need>;
  /** The versions whose writers are among `needs`, by kind: a long history is walked once. */
  readonly walked: Map<Edge['kind'], Set<Version>>;
  /** What an uncertain write by this part makes of versions. */
  readonly updates: Map<Version, Version>;
}

export interface Need {
  readonly kind: Edge['kind'];
  readonly via: string;
  readonly certainty: Certainty;
  /** It stands for needs of several kinds. */
  readonly mixed: boolean;
}

/** The abstract machine: what is known when the current step begins, and what the step has done so far. */
export interface Machine {
  readonly libraries: LibraryIndex;
  readonly moduleScope: Scope;
  step: OpenStep;
  nextObject: number;
  /** `nextObject` from which on the heap is looked at for what has become one. */
  nextSummary: number;
  /** Grows with every change of a field or of a binding that outlives the call: results of calls hold while it stands still. */
  epoch: number;
  /** Grows with every change of a local binding: a loop's body is interpreted again while it does. */
  localEpoch: number;
  /** Objects by the syntax node, and call, that makes them within the current step. */
  readonly sites: Map<object, Map<object | string | number | null, AbstractObject[]>>;
  /** How many parts of parts lie between an object of the current step and what it was taken from. */
  readonly derived: Map<AbstractObject, number>;
  /** Library members by qualified name. */
  readonly externals: Map<string, AbstractObject>;
  readonly resources: Map<string, Version>;
  /** Objects that a resource stands for: the current figure, a replaced `sys.stdout`. */
  readonly resourceObjects: Map<string, Value>;
  readonly fileEvents: FileEvent[];
  /** Import statements by the module that they load. */
  readonly imports: Map<string, Version>;
  /** Statements that may bind any name: star imports and `exec`. */
  wild: Version | null;
  /** Text was run as code: it may have defined functions that read and change the names of the notebook. */
  ranText: boolean;
  /** Names that are read and that only such statements can have bound. */
  readonly wildNames: Set<string>;
  /** Steps whose value a cell has shown and that IPython keeps as `_`. */
  readonly shown: Set<number>;
  /** The working directory has been changed, so that a relative path may mean another file. */
  directoryChanged: boolean;
  /** What the current step has handed to code that something unknown may call, and when: it need not be called again for the same. */
  readonly handed: Map<object, Handed>;
  /** Of `handed`, those that are being interpreted in rounds; `null` when none is. */
  settling: Set<AbstractObject> | null;
  /** What the current part has given up to follow; `null` while it follows everything. */
  surrendered: Surrender | null;
  /** What names have let go of in the current step; `null` while nothing of the notebook's acts when it is let go of. */
  dropped: Value | null;
  /** What the current step may raise: an exception carries what it was made with. */
  raised: Value;
  /** How many calls of the notebook's functions the current step has followed, and how much they told. */
  work: number;
  /** Calls that are being interpreted, outermost first. */
  readonly calls: Activation[];
  /** How many branches, loops and uncertain calls enclose what is interpreted: at 0 it surely runs. */
  conditional: number;
  /** Enclosing loops of the current function, with the bindings that leave them. */
  jumps: Jumps | null;
  /** The innermost `try` or `with` that is being interpreted, in the current function. */
  attempt: Attempt | null;
}

export interface Activation {
  readonly node: object;
  readonly site: object;
  /** Class whose body defines the function. */
  readonly owner: AbstractObject | null;
  scope: Scope;
  returns: Value;
  yields: Value;
  /** A call within it has joined it. */
  recursed: boolean;
  readonly recursiveArguments: Map<string, Value>;
}

/** How much work (calls of the notebook's functions) one step may be, before the worst is assumed of the rest. */
export const MOST_WORK = 1000;

interface Handed {
  readonly values: Value;
  /** `Machine.epoch` when the call had been interpreted; `null` while it is. */
  readonly epoch: number | null;
  readonly result: Value;
  readonly call: (values: Value) => Value;
}

export interface Jumps {
  /** The bindings around the loop. */
  readonly outside: Scope['environment'];
  readonly exits: Scope['environment'][];
  readonly outer: Jumps | null;
}

export function createMachine(libraries: LibraryIndex, step: OpenStep): Machine {
  return {
    libraries,
    moduleScope: createScope('module', null),
    step,
    nextObject: 1,
    nextSummary: 0,
    epoch: 0,
    localEpoch: 0,
    sites: new Map(),
    derived: new Map(),
    externals: new Map(),
    resources: new Map(),
    resourceObjects: new Map(),
    fileEvents: [],
    imports: new Map(),
    wild: null,
    ranText: false,
    wildNames: new Set(),
    shown: new Set(),
    directoryChanged: false,
    handed: new Map(),
    settling: null,
    surrendered: null,
    dropped: null,
    raised: NOTHING,
    work: 0,
    calls: [],
    conditional: 0,
    jumps: null,
    attempt: null,
  };
}

/** Notes that what is being interpreted needs the writers of `version`. */
export function need(machine: Machine, version: Version | null, kind: Edge['kind'], via: string): void {
  if (version === null) return;
  const { needs, number, walked } = machine.step.part;
  // Most versions have one writer.
  if (version.previous.length === 0) {
    if (version.writer !== number) addNeed(needs, version.writer, kind, via, version.certainty);
    return;
  }
  const known = walked.get(kind) ?? new Set();
  walked.set(kind, known);
  visitWriters(version, known, (writer, certainty) => {
    if (writer !== number) addNeed(needs, writer, kind, via, certainty);
  });
}

/** The version that an uncertain or partial write by what is being interpreted makes on top of another. */
export function updatedByStep({ step }: Machine, before: Version | null): Version {
  const { number, updates } = step.part;
  if (before === null || before.writer === number) return updatedOnce(number, step.first, before);
  // Locations that the same parts have written share their versions, so that a long history is kept and walked once.
  const known = updates.get(before);
  if (known !== undefined) return known;
  const made = updatedOnce(number, step.first, before);
  updates.set(before, made);
  return made;
}

/** Adds to needs; one that must be takes the place of one that may. */
export function addNeed(
  needs: Map<number, Need>,
  writer: number,
  kind: Edge['kind'],
  via: string,
  certainty: Certainty,
): void {
  const known = needs.get(writer);
  const mixed = known !== undefined && (known.mixed || known.kind !== kind);
  if (known === undefined || (known.certainty === 'may' && certainty === 'must')) {
    needs.set(writer, { kind, via, certainty, mixed });
  } else if (mixed && !known.mixed) needs.set(writer, { ...known, mixed });
}

/** Notes what the current step may raise. */
export function raise(machine: Machine, value: Value): void {
  const all = union(machine.raised, value);
  if (all === machine.raised) return;
  machine.raised = all;
  machine.localEpoch += 1;
}
