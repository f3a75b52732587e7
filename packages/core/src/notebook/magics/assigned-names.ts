/** Finds the names that a notebook's code may define, by their surroundings alone: more rather than fewer. */
export function findAssignedNames(sources: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const source of sources) {
    for (const match of source.matchAll(/\b(?:import|as|def|class|for|global|del)\s+([A-Za-z_]\w*)/g))
      if (match[1] !== undefined) names.add(match[1]);
    for (const match of source.matchAll(/\b([A-Za-z_]\w*)\b(?=\s*(?:,|:|\)|[-+*/%&|^@]?=(?!=)|in\b|<<))/g))
      if (match[1] !== undefined) names.add(match[1]);
  }
  return names;
}
