/** The parts of a string's opening: `rb"""`. */
export interface StringPrefix {
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  readonly isFormatted: boolean;
  readonly isTemplate: boolean;
}

const PREFIXES = new Set(['', 'r', 'u', 'b', 'f', 't', 'br', 'rb', 'fr', 'rf', 'tr', 'rt']);

/** Reads the letters before the quotes; `null` where Python 3 knows no such prefix (`ur`). */
export function readStringPrefix(opening: string): StringPrefix | null {
  const letters = opening.replace(/['"]+$/, '').toLowerCase();
  if (!PREFIXES.has(letters)) return null;
  return {
    isRaw: letters.includes('r'),
    isBytes: letters.includes('b'),
    isFormatted: letters.includes('f'),
    isTemplate: letters.includes('t'),
  };
}
