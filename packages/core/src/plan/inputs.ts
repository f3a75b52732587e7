import { isUri } from '../text/index.ts';
import { besideNotebook, dataLocation, isPattern } from './files.ts';
import { unusedName } from './identifiers.ts';
import type { LiftedInput } from './lift.ts';
import type { PlanSources } from './options.ts';
import type { InputFile } from './types.ts';

/** Files of at most this many bytes in total are copied into the project. */
const MOST_BYTES = 25 * 1024 * 1024;
/** A pattern that names more files than this is not copied. */
const MOST_FILES = 1000;

/** Decides where each input lies in the project; the smallest are copied first, as far as the limit allows. */
export function placeInputs(
  inputs: readonly (LiftedInput & { readonly notebook: string })[],
  sources: PlanSources,
): readonly InputFile[] {
  const sized = inputs.map((input) => {
    const from = besideNotebook(input.notebook, input.original);
    const files = isUri(input.original) ? [] : filesOf(from, sources);
    return { ...input, from, files, size: sizeOf(files, sources) };
  });
  const copied = new Set<string>();
  let total = 0;
  for (const { from, size } of [...sized].sort((left, right) => (left.size ?? 0) - (right.size ?? 0))) {
    if (size === null || copied.has(from) || total + size > MOST_BYTES) continue;
    total += size;
    copied.add(from);
  }
  const locations = new Map<string, string>();
  return sized.map(({ original, key, from, files, size }) => {
    if (isUri(original)) return { original, location: original, key };
    const isLarge = size !== null && !copied.has(from);
    const wanted = isLarge ? `\${DATA_DIR}/${from.split('/').at(-1)}` : dataLocation(original);
    const location =
      locations.get(from) ?? unusedName(wanted, (name) => [...locations.values()].includes(name));
    locations.set(from, location);
    if (!copied.has(from)) return { original, location, key };
    return isPattern(from)
      ? { original, location, key, copies: copiesOf(from, location, files) }
      : { original, location, key, copy: { path: location, from } };
  });
}

function filesOf(from: string, sources: PlanSources): readonly string[] {
  if (sources.stat(from) !== null) return [from];
  const files = isPattern(from) ? sources.list(from) : [];
  return files.length > MOST_FILES ? [] : files;
}

function sizeOf(files: readonly string[], sources: PlanSources): number | null {
  if (files.length === 0) return null;
  return files.reduce((size, file) => size + (sources.stat(file)?.size ?? 0), 0);
}

/** The files of a pattern keep their names below the folder that the pattern begins with. */
function copiesOf(pattern: string, location: string, files: readonly string[]) {
  const plain = pattern.slice(0, pattern.search(/[*?[]/)).lastIndexOf('/') + 1;
  const rest = pattern.slice(plain);
  if (!location.endsWith(rest)) return [];
  const folder = location.slice(0, location.length - rest.length);
  return files.map((from) => ({ path: `${folder}${from.slice(plain)}`, from }));
}
