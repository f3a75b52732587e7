import type { Codec, RunRecord } from '../record/index.ts';
import type { Interpreter } from '../run/index.ts';
import type { Secret } from '../secrets/index.ts';
import type { Module, StatementId } from '../syntax/index.ts';

export type VerdictWord =
  | 'identical'
  | 'equal within tolerance'
  | 'nondeterministic'
  | 'matches stored output'
  | 'differs'
  | 'not compared'
  | 'not run';

/** What was found about one artifact. */
export interface Verdict {
  readonly name: string;
  /** `null` for a file that the notebook writes. */
  readonly variable: string | null;
  readonly verdict: VerdictWord;
  /** One sentence for people. */
  readonly detail: string;
  readonly stage: string;
  /** The statement of the notebook that made the value. */
  readonly statement?: StatementId;
  /** The first difference. */
  readonly difference?: Difference;
  /** A value of the notebook was changed on purpose: was that found? */
  readonly control?: { readonly changed: string; readonly detected: boolean };
}

export interface Difference {
  /** Where in the value: `column 'risk'[3]`; empty for the value itself. */
  readonly path: string;
  /** `type`, `dtype`, `shape`, `order`, `value` … */
  readonly what: string;
  readonly notebook: string;
  readonly project: string;
}

/** What `.cellwright/proof.json` holds. */
export interface Proof {
  readonly schemaVersion: 1;
  readonly ok: boolean;
  /** "3 of 4 equal · 1 not compared". */
  readonly headline: string;
  readonly order: 'top-to-bottom' | 'executed';
  readonly notebooks: readonly { readonly path: string; readonly sha256: string }[];
  /** Digests of the input files that the notebook's run read. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment: { readonly python: string; readonly packages: Readonly<Record<string, string>> };
  /** The notebook's run was made on another machine: with which Python, and when. */
  readonly elsewhere?: { readonly python: string; readonly when: string };
  /** The notebook was not run for this proof: nothing that its earlier run depended on has changed. */
  readonly reused?: true;
  /** The project was not run for this proof: this engine has made its results. */
  readonly results?: string;
  readonly seed: number;
  readonly tolerance: number;
  readonly artifacts: readonly Verdict[];
  /** What was changed about the project to make it equal, in order. */
  readonly repairs: readonly string[];
}

/** The shape of `verify --json`. */
export interface VerifyReport {
  readonly schemaVersion: 1;
  readonly ok: boolean;
  readonly headline: string;
  readonly artifacts: readonly Pick<Verdict, 'name' | 'variable' | 'verdict' | 'detail'>[];
}

export interface Verification {
  readonly proof: Proof;
  /** 0 all equal, 1 something differs, 3 inconclusive. */
  readonly exitCode: 0 | 1 | 3;
  /** The proof as a page for people. */
  readonly report: string;
  readonly records: readonly KeptRecord[];
}

/** A record and the folder that holds its `values/` and `files/`. */
export interface KeptRecord {
  readonly record: RunRecord;
  readonly folder: string;
  /** A person asks to compare with this run: it stands for the notebook, which is not run. */
  readonly isGiven?: boolean;
}

export interface VerifiedNotebook {
  readonly module: Module;
  readonly sha256: string;
  /** A record that stands for its run, unquestioned. */
  readonly record?: KeptRecord;
}

export interface VerifyOptions {
  /** In the order in which they run. */
  readonly notebooks: readonly VerifiedNotebook[];
  readonly interpreter: Interpreter;
  /** Records of earlier runs, each of all notebooks: the first stands for a run now that would find everything as it was then. */
  readonly earlier?: readonly (readonly KeptRecord[])[];
  /** Texts of the joined Python programs. */
  readonly programs: Readonly<Record<'recorder' | 'refit' | 'compare' | 'bootstrap', string>>;
  /** Folder for new records. */
  readonly records: string;
  readonly timeoutSeconds?: number;
  /** What a contained run asked for and did not get: then nothing was compared. */
  readonly refused?: readonly unknown[];
  /** Credentials that the notebooks hold: the project gets them from its environment, and no report shows them. */
  readonly secrets?: readonly Secret[];
  /** What an engine has made of the project, in place of a run: the artifacts folder, and the engine's name. */
  readonly results?: { readonly folder: string; readonly by: string };
  /** Gives one way after the other to make the project again where values differ; `null` when there is none left. */
  readonly repair?: (attempt: number, records: readonly KeptRecord[]) => Repair | null;
}

/** Another project of the same artifacts, cut more carefully. */
export interface Repair {
  /** What is different about it, for the proof. */
  readonly description: string;
  /** Writes it to a folder: a new one to try it, then the project's own. */
  readonly writeTo: (folder: string) => Promise<void>;
}

/** An artifact as the lock names it. */
export interface LockedArtifact {
  readonly name: string;
  readonly variable: string | null;
  readonly stage: string;
  readonly path: string;
  readonly codec: Codec | 'file';
  readonly statement?: StatementId;
  /** Path of its notebook, where the project is made from several. */
  readonly notebook?: string;
}

/** What verifying needs of `.cellwright/lock.json`. */
export interface VerifiedLock {
  readonly package: string;
  readonly notebooks: readonly { readonly path: string }[];
  readonly order: 'top-to-bottom' | 'executed';
  readonly artifacts: readonly LockedArtifact[];
  readonly stages: readonly { readonly name: string; readonly function: string; readonly module: string }[];
}
