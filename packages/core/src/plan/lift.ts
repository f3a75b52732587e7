import type { Step } from '../dataflow/index.ts';
import type { TextEdit } from '../text/index.ts';
import type { ImportTable } from './callees.ts';
import type { DraftStage } from './draft.ts';
import type { Flow } from './flow.ts';
import type { PlanSources } from './options.ts';
import type { Argument } from './types.ts';

/** What lifting works on: one notebook's stages, named. */
export interface LiftingContext {
  readonly flow: Flow;
  readonly imports: ImportTable;
  readonly stages: readonly DraftStage[];
  readonly names: readonly string[];
  /** Argument names that stages already have, and every name of a module. */
  readonly moduleNames: ReadonlySet<string>;
  readonly constants: ReadonlyMap<string, string>;
  readonly quoted: ReadonlySet<string>;
  readonly sources: PlanSources;
  /** Path of the notebook. */
  readonly path: string;
  /** File of the artifacts folder for each path that a kept step writes. */
  readonly written: ReadonlyMap<string, string>;
}

/** What a stage gets besides its datasets, and how its text changes. Filled while lifting. */
export interface StageLift {
  readonly arguments: Argument[];
  readonly edits: Map<Step, TextEdit[]>;
  /** Import statements that the changed text needs. */
  readonly imports: string[];
  /** Names that new arguments must not take. */
  readonly taken: Set<string>;
}

/** A file that stages read and none writes. */
export interface LiftedInput {
  readonly original: string;
  readonly key: string;
}

/** Notes a change of a step's text. */
export function addEdit(lift: StageLift, step: Step, edit: TextEdit): void {
  const known = lift.edits.get(step);
  if (known) known.push(edit);
  else lift.edits.set(step, [edit]);
}
