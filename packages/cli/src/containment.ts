import { totalmem } from 'node:os';
import { contain, type Diagnostic, describeRefusals, type Effects } from '@cellwright/core';

/** Half an hour and, at most, eight gigabytes: as much as a notebook of others gets. */
const SECONDS = 1800;
const MOST_MEMORY = 8 * 1024 ** 3;

/** Effects for a command that runs a notebook, contained or not. */
export interface CommandEffects {
  readonly effects: Effects;
  readonly refused: readonly unknown[];
  /** Says what was refused; an error that a hidden variable explains is one of them. */
  describe(file: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[];
}

/** Does a command's work: with `--contain`, without the user's environment, network and resources. */
export async function withEffects<T>(
  effects: Effects,
  isContained: boolean | undefined,
  work: (opened: CommandEffects) => Promise<T>,
): Promise<T> {
  if (!isContained) return work({ effects, refused: [], describe: () => [] });
  const home = await effects.files.temporaryFolder();
  try {
    const memoryBytes = Math.min(MOST_MEMORY, totalmem() * 0.8);
    const containment = contain(effects, { home, memoryBytes, seconds: SECONDS });
    return await work({
      effects: containment.effects,
      refused: containment.refused,
      describe: (file, diagnostics) =>
        describeRefusals(file, [...containment.refused, ...diagnostics.flatMap(hiddenVariable)]),
    });
  } finally {
    await effects.files.remove(home);
  }
}

/** A name that the environment lacks only because it was hidden. */
function hiddenVariable({ message, location }: Diagnostic) {
  const name = /KeyError: '(\w+)'/.exec(message)?.[1];
  if (name === undefined || process.env[name] === undefined) return [];
  return [{ what: `the environment variable \`${name}\``, cell: location.cell?.index ?? null }];
}
