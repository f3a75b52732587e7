import type { Target, TargetRequest } from '../../src/targets/index.ts';

/** A request for a target, with the examples of what only the user can know. */
export function requestFor(target: Target): TargetRequest {
  const options = target.options.flatMap(({ name, fallback, example }): [string, string][] =>
    fallback === null && example !== undefined ? [[name, example]] : [],
  );
  const when =
    target.capabilities.schedule === 'none' ? {} : { schedule: '0 6 * * 1-5', timezone: 'Europe/Paris' };
  return { id: target.id, ...when, options: Object.fromEntries(options) };
}
