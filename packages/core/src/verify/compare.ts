import type { Effects } from '../run/index.ts';
import { FIXED_ENVIRONMENT, joinPath } from '../run/index.ts';
import type { Difference, LockedArtifact, VerdictWord, VerifyOptions } from './types.ts';

/** Two sides of an artifact, as files. */
export interface ComparedPair {
  readonly artifact: LockedArtifact;
  /** A portrait of the notebook's value, or a file that the notebook wrote. */
  readonly left: string;
  /** What the notebook file shows of the value, where the notebook could not be run; `left` is not read then. */
  readonly stored?: string;
  /** What the project wrote; for `between: 'runs'` the same of the notebook's second run. */
  readonly right: string;
}

/** What the Python program says about a pair. */
export interface Compared {
  readonly name: string;
  readonly verdict: VerdictWord;
  readonly detail: string;
  readonly difference?: Difference;
  readonly control?: { readonly changed: string; readonly detected: boolean };
}

export interface CompareOptions extends Pick<VerifyOptions, 'interpreter' | 'programs' | 'timeoutSeconds'> {
  /** Compares the notebook with the project, or two runs of the notebook. */
  readonly between: 'sides' | 'runs';
  readonly package: string;
  /** Folder of the project's sources. */
  readonly source: string;
}

/** Compares pairs in one Python process; a pair that the process did not live to judge is missing from the result. */
export async function comparePairs(
  pairs: readonly ComparedPair[],
  options: CompareOptions,
  effects: Effects,
): Promise<ReadonlyMap<string, Compared>> {
  const tools = await effects.files.temporaryFolder();
  const found = new Map<string, Compared>();
  try {
    const request = {
      package: options.package,
      source: options.source,
      artifacts: pairs.map(({ artifact, left, right, stored }) => ({
        name: artifact.name,
        codec: artifact.codec,
        left,
        ...(stored !== undefined && { stored }),
        ...(options.between === 'runs' && artifact.codec !== 'file' ? { rightPortrait: right } : { right }),
      })),
    };
    await effects.files.write(joinPath(tools, 'request.json'), JSON.stringify(request));
    await effects.files.write(joinPath(tools, 'compare.py'), options.programs.compare);
    await effects.processes.start({
      program: options.interpreter.program,
      arguments: [joinPath(tools, 'compare.py'), joinPath(tools, 'request.json')],
      folder: tools,
      environment: FIXED_ENVIRONMENT,
      timeoutSeconds: options.timeoutSeconds ?? 3600,
      onOutput: (line) => {
        const compared = readLine(line);
        if (compared !== null) found.set(compared.name, compared);
      },
    }).ended;
    return found;
  } finally {
    await effects.files.remove(tools);
  }
}

function readLine(line: string): Compared | null {
  try {
    return JSON.parse(line) as Compared;
  } catch {
    return null;
  }
}
