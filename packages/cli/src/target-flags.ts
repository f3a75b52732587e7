import {
  chooseTargets,
  type Diagnostic,
  diagnostic,
  type LockedTarget,
  type Result,
  type TargetRequest,
} from '@cellwright/core';

/** What `build` and `export` say about targets. */
export interface TargetFlags {
  readonly target: readonly string[];
  readonly schedule?: string;
  readonly timezone?: string;
  readonly option: readonly string[];
}

/** Reads the flags: the targets that are asked for, as they were `before` where nothing else is said; none named means those. */
export function readTargets(
  flags: TargetFlags,
  before: readonly LockedTarget[],
): Result<readonly TargetRequest[]> {
  const named = flags.target.flatMap((names) => names.split(',')).map((name) => name.trim());
  const ids = named.filter((name) => name !== '');
  const pairs = flags.option.map((text) => [text, /^([^=]+)=(.*)$/s.exec(text)] as const);
  const malformed = pairs.flatMap(([text, match]) => (match === null ? [noPair(text)] : []));
  const options = pairs.map(([, match]): [string, string] => [match?.[1] ?? '', match?.[2] ?? '']);
  const chosen = chooseTargets(
    {
      ids: ids.length > 0 ? ids : before.map(({ id }) => id),
      ...(flags.schedule === undefined ? {} : { schedule: flags.schedule }),
      ...(flags.timezone === undefined ? {} : { timezone: flags.timezone }),
      options: Object.fromEntries(options),
    },
    before,
  );
  const idle = ids.length === 0 && before.length === 0 ? flagsWithoutTarget(flags) : [];
  return { value: chosen.value, diagnostics: [...malformed, ...idle, ...chosen.diagnostics] };
}

/** What is said about targets where there is none. */
function flagsWithoutTarget({ schedule, timezone, option }: TargetFlags): readonly Diagnostic[] {
  const given = { '--schedule': schedule, '--timezone': timezone, '--option': option[0] };
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([flag]) =>
      diagnostic('C006', {
        message: `\`${flag}\` is for targets, and there is none.`,
        location: { file: flag },
        hint: 'Name one with `--target`; see `cellwright export --list`.',
      }),
    );
}

function noPair(text: string): Diagnostic {
  const message = `\`${text}\` is not of the form \`key=value\`.`;
  return diagnostic('C006', { message, location: { file: '--option' } });
}
