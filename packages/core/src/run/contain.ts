import { type Diagnostic, diagnostic } from '../diagnostics/index.ts';
import type { Command, Effects, Ending } from './effects.ts';

/** Something that a contained run asked for and did not get. */
interface Refusal {
  /** `the network (example.com)`. */
  readonly what: string;
  readonly cell: number | null;
}

export interface Containment {
  /** Effects whose programs are contained. */
  readonly effects: Effects;
  /** What was refused so far. */
  readonly refused: readonly Refusal[];
}

interface ContainLimits {
  /** Folder that stands for the user's home. */
  readonly home: string;
  readonly memoryBytes: number;
  readonly seconds: number;
}

/** What a program needs of the environment to work; nothing that is the user's own. */
const INHERITED = [
  ...['PATH', 'LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT', 'PATHEXT'],
  ...['VIRTUAL_ENV', 'CONDA_PREFIX', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'PYTHONPATH'],
];
const MARK = 'cellwright-contained ';

/**
 * Makes effects whose programs have an empty environment, no network, and a limit to memory, time and processes. For
 * notebooks of others; it is no sandbox: files stay within reach.
 */
export function contain(effects: Effects, limits: ContainLimits): Containment {
  const refused: Refusal[] = [];
  const userBase = effects.environment('HOME');
  const environment = {
    HOME: limits.home,
    USERPROFILE: limits.home,
    CELLWRIGHT_CONTAIN: '1',
    ...(userBase ? { PYTHONUSERBASE: `${userBase}/.local` } : {}),
  };
  const start = (command: Command) => {
    const running = effects.processes.start({
      ...command,
      inherit: INHERITED,
      environment: { ...environment, ...command.environment },
      memoryBytes: limits.memoryBytes,
      timeoutSeconds: Math.min(command.timeoutSeconds ?? limits.seconds, limits.seconds),
      onError: (line) => {
        const found = readRefusal(line);
        if (found === null) command.onError?.(line);
        else refused.push(found);
      },
    });
    return { ...running, ended: running.ended.then(noteMemory) };
  };
  const noteMemory = (ending: Ending): Ending => {
    if (ending.outOfBounds) refused.push({ what: 'more memory than it is given', cell: null });
    return ending;
  };
  return { effects: { ...effects, processes: { start } }, refused };
}

function readRefusal(line: string): Refusal | null {
  if (!line.startsWith(MARK)) return null;
  try {
    return JSON.parse(line.slice(MARK.length)) as Refusal;
  } catch {
    return null;
  }
}

/** Says what was refused, each once. */
export function describeRefusals(file: string, refused: readonly Refusal[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return refused.flatMap(({ what, cell }) => {
    const key = `${what} ${cell}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const where = cell === null ? '' : ` in cell[${cell}]`;
    return [
      diagnostic('V015', {
        message: `The run asks${where} for ${what}, which \`--contain\` cuts off.`,
        location: { file, ...(cell === null ? {} : { cell: { index: cell } }) },
        hint: 'Leave `--contain` out if you trust the notebook.',
      }),
    ];
  });
}
