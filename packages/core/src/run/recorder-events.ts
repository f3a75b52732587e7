import type { RecordedCall, RecordedError, RecordedStep, RunRecord, ValueFacts } from '../record/index.ts';
import type { Ending } from './effects.ts';
import type { HeardSetting } from './run-setting.ts';

/** A line of the recorder. */
type RecorderEvent =
  | { readonly event: 'ready'; readonly shell: 'ipython' | 'python'; readonly python: string }
  | { readonly event: 'cell'; readonly index: number }
  | { readonly event: 'step'; readonly step: RecordedStep }
  | { readonly event: 'expected'; readonly error: RecordedError }
  | { readonly event: 'values'; readonly id: string; readonly values: Readonly<Record<string, ValueFacts>> }
  | EndEvent;

interface EndEvent
  extends Pick<
    RunRecord,
    'outcome' | 'final' | 'warnings' | 'python' | 'distributions' | 'modules' | 'shell'
  > {
  readonly event: 'end';
  readonly calls: readonly RecordedCall[];
  readonly signatures?: NonNullable<RunRecord['signatures']>;
  readonly setting?: HeardSetting;
}

/** What the events of a run amount to so far. */
export interface Heard {
  readonly steps: RecordedStep[];
  readonly values: Record<string, Record<string, ValueFacts>>;
  readonly expected: RecordedError[];
  shell: 'ipython' | 'python';
  python: string;
  /** The cell that began last. */
  cell: number;
  end: EndEvent | null;
}

/** Makes an empty account of a run. */
export function beginHearing(): Heard {
  return { steps: [], values: {}, expected: [], shell: 'python', python: '', cell: 0, end: null };
}

/** Adds a line of the recorder to the account; a line that is no event is of no interest. */
export function hear(heard: Heard, line: string): RecorderEvent | null {
  let event: RecorderEvent;
  try {
    event = JSON.parse(line) as RecorderEvent;
  } catch {
    return null;
  }
  if (event.event === 'ready') {
    heard.shell = event.shell;
    heard.python = event.python;
  } else if (event.event === 'cell') heard.cell = event.index;
  else if (event.event === 'step') heard.steps.push(event.step);
  else if (event.event === 'expected') heard.expected.push(event.error);
  else if (event.event === 'values') heard.values[event.id] = { ...heard.values[event.id], ...event.values };
  else if (event.event === 'end') heard.end = event;
  return event;
}

/** Makes a record of what was heard and of what the recorder cannot know itself. */
export function assembleRecord(
  heard: Heard,
  known: Pick<RunRecord, 'notebook' | 'order' | 'seed' | 'files' | 'inputs' | 'outcome' | 'setting'>,
): RunRecord {
  const { end } = heard;
  return {
    schemaVersion: 1,
    notebook: known.notebook,
    order: known.order,
    python: end?.python ?? { version: heard.python, implementation: 'cpython' },
    distributions: end?.distributions ?? {},
    modules: end?.modules ?? {},
    steps: heard.steps,
    final: end?.final ?? {},
    values: heard.values,
    calls: end?.calls ?? [],
    signatures: end?.signatures ?? {},
    warnings: end?.warnings ?? [],
    files: known.files,
    inputs: known.inputs,
    seed: known.seed,
    shell: heard.shell,
    expectedErrors: heard.expected,
    outcome: known.outcome,
    ...(known.setting && { setting: known.setting }),
  };
}

const SIGNALS: Readonly<Record<string, string>> = {
  SIGSEGV: 'a crash in native code (SIGSEGV)',
  SIGABRT: 'an abort in native code (SIGABRT)',
  SIGBUS: 'a bus error (SIGBUS)',
  SIGFPE: 'an arithmetic fault in native code (SIGFPE)',
  SIGILL: 'an illegal instruction (SIGILL)',
};

/** Says how a run ended, from what was heard and from how the process ended. */
export function judgeEnding(
  heard: Heard,
  ending: Ending,
  lastErrors: readonly string[],
): RunRecord['outcome'] {
  const cell = heard.cell;
  if (ending.interrupted) return { kind: 'interrupted', detail: 'the run was interrupted', cell };
  if (ending.timedOut) return { kind: 'timeout', detail: 'the time that it was given is over', cell };
  if (heard.end !== null) return heard.end.outcome;
  if (ending.failure !== undefined) return { kind: 'died', detail: ending.failure, cell };
  if (ending.signal === 'SIGKILL') {
    const { peak, total } = ending.memory ?? { peak: 0, total: 0 };
    const size = total > 0 ? ` at ${gigabytes(peak)} of ${gigabytes(total)} GB` : '';
    return {
      kind: peak > 0.7 * total && total > 0 ? 'memory' : 'died',
      detail: `Python was killed (SIGKILL)${size}`,
      cell,
    };
  }
  if (ending.signal !== null) {
    return {
      kind: 'died',
      detail: `Python ended by ${SIGNALS[ending.signal] ?? `the signal ${ending.signal}`}`,
      cell,
    };
  }
  if (heard.python === '') {
    return {
      kind: 'died',
      detail: `the recorder did not start: ${lastErrors.at(-1) ?? `exit status ${ending.code}`}`,
      cell,
    };
  }
  return {
    kind: 'exited',
    detail: `the process ended by itself with status ${ending.code} (\`os._exit\`)`,
    cell,
  };
}

function gigabytes(bytes: number): string {
  return (bytes / 1024 ** 3).toFixed(1);
}
