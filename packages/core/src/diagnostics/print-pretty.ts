import { compareDiagnostics } from './compare-diagnostics.ts';
import type { Diagnostic, Location, Severity } from './diagnostic.ts';
import { frame, withoutControls } from './frame.ts';

/** Finds the text that a location's lines count in: that of the cell, else of the file. */
export type SourceOf = (location: Location) => string | undefined;

const COLORS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };

/** Prints diagnostics for a terminal: headline, place, a frame of at most five lines, hint, and how to learn more. */
export function printPretty(
  diagnostics: readonly Diagnostic[],
  sourceOf: SourceOf,
  options: { readonly color?: boolean } = {},
): string {
  const color = options.color ?? false;
  return [...diagnostics]
    .sort(compareDiagnostics)
    .map((each) => `${printOne(each, sourceOf, color)}\n`)
    .join('\n');
}

function printOne(diagnostic: Diagnostic, sourceOf: SourceOf, color: boolean): string {
  const { code, rule, severity, message, location, related, hint } = diagnostic;
  const paint = (text: string, style: number): string => (color ? `\u001b[${style}m${text}\u001b[0m` : text);
  const text = sourceOf(location);
  return [
    `${paint(`${severity}[${code}]`, COLORS[severity])} ${rule}: ${withoutControls(message)}`,
    `  --> ${printLocation(location)}`,
    ...(text === undefined ? [] : frame(text, location)),
    ...related.map((each) => `  note: ${withoutControls(each.message)} (${printLocation(each.location)})`),
    ...(hint === undefined ? [] : [`  hint: ${withoutControls(hint)}`]),
    `  explain: cellwright explain ${code}`,
  ].join('\n');
}

/** Prints a place: `churn.ipynb:cell[7]:3:12`. */
export function printLocation(location: Location): string {
  const cell = location.cell === undefined ? '' : `:cell[${location.cell.index}]`;
  const position = location.start === undefined ? '' : `:${location.start.join(':')}`;
  return withoutControls(location.file) + cell + position;
}
