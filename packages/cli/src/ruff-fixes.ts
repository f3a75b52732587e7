/** What `check` of ruff's wasm build gives; positions are 1-based, columns in UTF-16. */
export interface RuffDiagnostic {
  readonly code: string | null;
  readonly message: string;
  readonly start_location: RuffPosition;
  readonly fix: { readonly edits: readonly RuffEdit[] } | null;
}

interface RuffPosition {
  readonly row: number;
  readonly column: number;
}

interface RuffEdit {
  readonly content: string | null;
  readonly location: RuffPosition;
  readonly end_location: RuffPosition;
}

/**
 * Fixes that keep what the code computes: the wasm build does not say which of its fixes are safe.
 * Of the upgrades, those that ruff itself calls unsafe are left out.
 */
const SAFE =
  /^(?:F401|I001|F541|RUF100|RET50[45678]|PIE790|PLR5501|RSE102|C40[0-58]|C41[0136]|D20[029]|D40[03]|UP(?!028|031|038|040|046|047)\d+)$/;
/** Variables of a function that nothing reads. */
const UNUSED = /^(?:F841|RUF059)$/;
/** Calls that may read variables by name. */
const READS_NAMES = /\b(?:locals|vars|globals|eval|exec)\s*\(/;
const ROUNDS = 10;

interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

/** Applies the safe fixes until nothing changes. */
export function applyFixes(text: string, check: (text: string) => readonly RuffDiagnostic[]): string {
  let current = text;
  for (let round = 0; round < ROUNDS; round++) {
    const next = applyOnce(current, check(current));
    if (next === current) return current;
    current = next;
  }
  return current;
}

function applyOnce(text: string, diagnostics: readonly RuffDiagnostic[]): string {
  const starts = lineStarts(text);
  const offset = ({ row, column }: RuffPosition) =>
    Math.min((starts[row - 1] ?? text.length) + column - 1, text.length);
  const fixes = diagnostics
    .map((diagnostic) => {
      if (UNUSED.test(diagnostic.code ?? '')) return markUnused(text, offset(diagnostic.start_location));
      if (!SAFE.test(diagnostic.code ?? '')) return [];
      return (diagnostic.fix?.edits ?? [])
        .map((edit) => ({
          start: offset(edit.location),
          end: offset(edit.end_location),
          content: edit.content ?? '',
        }))
        .sort((one, other) => one.start - other.start);
    })
    .sort((one, other) => (one[0]?.start ?? 0) - (other[0]?.start ?? 0));
  let accepted = -1;
  const edits = fixes.flatMap((fix) => {
    if ((fix[0]?.start ?? 0) < accepted) return [];
    accepted = Math.max(accepted, ...fix.map((edit) => edit.end));
    return fix;
  });
  return edits.reduceRight(
    (found, edit) => found.slice(0, edit.start) + edit.content + found.slice(edit.end),
    text,
  );
}

/**
 * Marks a variable that nothing reads with an underscore. The binding stays: its value lives as long as in the notebook.
 * A name in a string may be read by a library that looks at its caller, as `DataFrame.query` does.
 */
function markUnused(text: string, start: number): readonly TextEdit[] {
  const name = /^\w+/.exec(text.slice(start))?.[0] ?? '';
  const named = new RegExp(`\\b_?${name}\\b`);
  const taken = new RegExp(`\\b_${name}\\b|\\b(?:nonlocal|global|del)\\b.*\\b${name}\\b`).test(text);
  const quoted = text.match(/(["'])(?:\\.|(?!\1)[^\\\n])*\1/g) ?? [];
  if (name === '' || taken || READS_NAMES.test(text) || quoted.some((part) => named.test(part))) return [];
  return [{ start, end: start, content: '_' }];
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
}
