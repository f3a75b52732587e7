import type { Module } from '../syntax/index.ts';
import { pythonString } from '../text/index.ts';
import { FIXED_ENVIRONMENT, INJECTED_SEED } from './environment.ts';
import { baseName } from './paths.ts';
import { buildRecordRequest, type Fears } from './record-request.ts';

export interface EmitOptions {
  /** Text of the recorder for another machine: its modules joined. */
  readonly recorder: string;
  /** SHA-256 of the notebook's file. */
  readonly sha256: string;
  readonly order: 'top-to-bottom' | 'executed';
  /** See `RecordOptions`. */
  readonly fears?: Fears;
}

const PLACE = 'EMITTED: dict[str, Any] = {}';

/** Gives the recorder as one Python file that runs the notebook where it lives. */
export function emitRecorder(module: Module, { recorder, sha256, order, fears }: EmitOptions): string {
  const { path } = module.notebook;
  const request = buildRecordRequest(module, {
    folder: '.',
    values: 'values',
    seed: INJECTED_SEED,
    order,
    capture: 'all',
    ...(fears && { fears }),
  });
  const emitted = {
    name: baseName(path).replace(/\.\w+$/, ''),
    notebook: { path, sha256 },
    order,
    environment: FIXED_ENVIRONMENT,
    request,
  };
  const [before, after] = recorder.split(PLACE);
  if (before === undefined || after === undefined)
    throw new Error('the recorder has no place for a notebook');
  return `${before}EMITTED: dict[str, Any] = json.loads(${pythonString(JSON.stringify(emitted))})${after}`;
}
