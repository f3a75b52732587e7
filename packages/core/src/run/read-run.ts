import { diagnostic, type Result } from '../diagnostics/index.ts';
import type { RunRecord } from '../record/index.ts';
import { assembleRecord, beginHearing, hear, judgeEnding } from './recorder-events.ts';

/** Last line of a run that was recorded on another machine. */
interface Ended extends Pick<RunRecord, 'notebook' | 'order' | 'seed' | 'files' | 'inputs'> {
  readonly event: 'ended';
  /** When the run began, by the clock of that machine. */
  readonly when: string;
  readonly code: number | null;
  readonly signal: string | null;
}

/** Reads what an emitted recorder has seen; gives `null` and a diagnostic for text that is no such run, or a torn one. */
export function readRun(path: string, text: string): Result<RunRecord | null> {
  const heard = beginHearing();
  const lines = text.trimEnd().split('\n');
  for (const line of lines) hear(heard, line);
  const ended = endOf(lines.at(-1) ?? '');
  if (ended === null || heard.python === '') {
    const problem = diagnostic('V001', {
      message: `\`${path}\` is no record of a run: ${ended === null ? 'its end is missing' : 'Python did not start'}.`,
      location: { file: path },
      hint: 'Run the file that `cellwright record --emit` wrote once more.',
    });
    return { value: null, diagnostics: [problem] };
  }
  const outcome = judgeEnding(heard, { code: ended.code, signal: ended.signal }, []);
  const { notebook, order, seed, files, inputs, when } = ended;
  const value = {
    ...assembleRecord(heard, { notebook, order, seed, files, inputs, outcome }),
    elsewhere: when,
  };
  return { value, diagnostics: [] };
}

function endOf(line: string): Ended | null {
  try {
    const value = JSON.parse(line) as Ended;
    return value.event === 'ended' ? value : null;
  } catch {
    return null;
  }
}
