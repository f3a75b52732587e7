import { type Diagnostic, diagnostic, type Result } from '../diagnostics/index.ts';
import type { LockedTarget } from '../project/index.ts';
import { suggest } from '../text/index.ts';
import { allTargets } from './all-targets.ts';
import type { Target } from './target.ts';

/** A target as it is asked for: what the lock keeps of it but its files. */
export type TargetRequest = Omit<LockedTarget, 'files'>;

/** What the command line says about targets. */
export interface Asked {
  readonly ids: readonly string[];
  readonly schedule?: string;
  readonly timezone?: string;
  /** By name; each is for all targets that have it. */
  readonly options: Readonly<Record<string, string>>;
}

/** Gives the requests of a command line; what it leaves open is as it was `before`. */
export function chooseTargets(
  asked: Asked,
  before: readonly LockedTarget[],
): Result<readonly TargetRequest[]> {
  const chosen = [...new Set(asked.ids)].map((id) => [id, findTarget(id)] as const);
  const targets = chosen.flatMap(([, target]) => target ?? []);
  const unknown = chosen.flatMap(([id, target]) => (target === undefined ? [unknownTarget(id)] : []));
  const value = targets.map((target): TargetRequest => {
    const { schedule, timezone, options } = before.find(({ id }) => id === target.id) ?? { options: {} };
    const own = Object.entries(asked.options).filter(([name]) => hasOption(target, name));
    const when = { schedule: asked.schedule ?? schedule, timezone: asked.timezone ?? timezone };
    return {
      id: target.id,
      ...(when.schedule === undefined ? {} : { schedule: when.schedule }),
      ...(when.timezone === undefined ? {} : { timezone: when.timezone }),
      options: { ...options, ...Object.fromEntries(own) },
    };
  });
  return { value, diagnostics: [...unknown, ...unknownOptions(asked, targets)] };
}

/** Finds a target by its name. */
export function findTarget(id: string): Target | undefined {
  return allTargets.find((target) => target.id === id);
}

function hasOption(target: Target, name: string): boolean {
  return target.options.some((option) => option.name === name);
}

function unknownTarget(id: string): Diagnostic {
  const near = suggest(
    id,
    allTargets.map((target) => target.id),
  );
  return diagnostic('C002', {
    message: `There is no target \`${id}\`.`,
    location: { file: '--target' },
    hint: near === undefined ? 'See `cellwright export --list`.' : `Did you mean \`${near}\`?`,
  });
}

function unknownOptions({ options }: Asked, targets: readonly Target[]): readonly Diagnostic[] {
  if (targets.length === 0) return [];
  const known = targets.flatMap((target) => target.options.map(({ name }) => name));
  return Object.keys(options)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = suggest(name, known);
      return diagnostic('C006', {
        message: `No target that was asked for has an option \`${name}\`.`,
        location: { file: '--option' },
        hint: near === undefined ? 'See `cellwright export --list`.' : `Did you mean \`${near}\`?`,
      });
    });
}
