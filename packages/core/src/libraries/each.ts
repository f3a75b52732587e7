/** The same fact for several members, whose names white space separates: `...each(VIEW, 'T flat real')`. */
export function each<Spec>(spec: Spec, names: string): Readonly<Record<string, Spec>> {
  return Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, spec]),
  );
}
