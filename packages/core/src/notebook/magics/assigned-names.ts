import { PYTHON_CELL_MAGICS } from './dropped-magics.ts';

/** Finds the names that a notebook's code may define, by their surroundings alone: more rather than fewer. */
export function findAssignedNames(sources: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const source of sources) {
    const python = withoutOtherLanguages(source);
    for (const match of python.matchAll(/\b(?:import|as|def|class|for|global|del)\s+([A-Za-z_]\w*)/g))
      if (match[1] !== undefined) names.add(match[1]);
    for (const match of python.matchAll(/\b([A-Za-z_]\w*)\b(?=\s*(?:,|:|\)|[-+*/%&|^@]?=(?!=)|in\b|<<))/g))
      if (match[1] !== undefined) names.add(match[1]);
    const captured = /^\s*%%.*--out[= ](\w+)/.exec(source)?.[1];
    if (captured !== undefined) names.add(captured);
  }
  return names;
}

/** Cuts what the shell or another program reads: it gives the notebook no names. */
function withoutOtherLanguages(source: string): string {
  const cell = /^\s*%%(\w+)(.*)/.exec(source);
  if (cell !== null && !PYTHON_CELL_MAGICS.has(cell[1] ?? '')) return cell[2]?.includes('<<') ? cell[2] : '';
  return source
    .split('\n')
    .map((line) =>
      /^\s*(?:!|%(?!time\b|prun\b|sql\b))/.test(line) ? '' : line.replace(/(=\s*)[!%].*$/, '$1'),
    )
    .join('\n');
}
