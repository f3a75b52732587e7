import { besideNotebook, dataLocation, isUri } from './files.ts';
import { unusedName } from './identifiers.ts';
import type { LiftedInput } from './lift.ts';
import type { PlanSources } from './options.ts';
import type { InputFile } from './types.ts';

/** Files of at most this many bytes in total are copied into the project. */
const MOST_BYTES = 25 * 1024 * 1024;

/** Decides where each input lies in the project; the smallest are copied first, as far as the limit allows. */
export function placeInputs(
  inputs: readonly (LiftedInput & { readonly notebook: string })[],
  sources: PlanSources,
): readonly InputFile[] {
  const sized = inputs.map((input) => {
    const from = besideNotebook(input.notebook, input.original);
    return { ...input, from, size: isUri(input.original) ? null : (sources.stat(from)?.size ?? null) };
  });
  const copied = new Set<string>();
  let total = 0;
  for (const { from, size } of [...sized].sort((left, right) => (left.size ?? 0) - (right.size ?? 0))) {
    if (size === null || copied.has(from) || total + size > MOST_BYTES) continue;
    total += size;
    copied.add(from);
  }
  const locations = new Map<string, string>();
  return sized.map(({ original, key, from, size }) => {
    if (isUri(original)) return { original, location: original, key };
    const isLarge = size !== null && !copied.has(from);
    const wanted = isLarge ? `\${DATA_DIR}/${from.split('/').at(-1)}` : dataLocation(original);
    const location =
      locations.get(from) ?? unusedName(wanted, (name) => [...locations.values()].includes(name));
    locations.set(from, location);
    return copied.has(from)
      ? { original, location, key, copy: { path: location, from } }
      : { original, location, key };
  });
}
