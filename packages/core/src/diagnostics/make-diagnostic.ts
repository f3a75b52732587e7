import { CATALOGUE, type Code } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

/** What one diagnostic says beyond its entry in the catalogue. */
export interface DiagnosticDetails {
  readonly message: string;
  readonly location: Diagnostic['location'];
  readonly hint?: string;
  readonly related?: Diagnostic['related'];
}

/** Makes a diagnostic; rule and severity come from the catalogue. */
export function diagnostic(code: Code, details: DiagnosticDetails): Diagnostic {
  const { rule, severity } = CATALOGUE[code];
  const { message, location, hint, related = [] } = details;
  return { code, rule, severity, message, location, related, ...(hint === undefined ? {} : { hint }) };
}
